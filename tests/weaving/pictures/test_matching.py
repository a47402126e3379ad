"""Each knot gets the yarn that looks nearest: to the single colour for the chart, near enough for the preview."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nawl.kit.errors import NotPossible
from nawl.weaving.colour import ciede2000, lab
from nawl.weaving.pictures import matching, narrowing
from nawl.weaving.pictures.cells import packed_colours
from nawl.weaving.pictures.difference import labs, squared
from nawl.weaving.pictures.matching import differences, match, preview
from nawl.weaving.pictures.sampling import Sampled
from nawl.weaving.stock import shipped_yarns
from nawl.weaving.yarns import UNSET, Yarn
from tests.weaving.pictures.made import yarns
from tests.weaving.pictures.ten import TEN, picture

COLOURS = st.tuples(*[st.integers(0, 255)] * 3)


def away(colours: np.ndarray, offered: tuple[Yarn, ...]) -> np.ndarray:
    """The published difference of every colour (row) to every yarn (column), in 64 bits."""
    return np.stack([ciede2000(lab(colours.reshape(-1, 3)), np.array(yarn.lab)) for yarn in offered], axis=1)


def of_own(distances: np.ndarray, knots: np.ndarray) -> np.ndarray:
    return distances[np.arange(len(distances)), knots.reshape(-1)]


@pytest.mark.parametrize("name", TEN)
def test_the_chart_reaches_the_optimum_of_brute_force(name):
    colours, offered = picture(name, 90, 120), shipped_yarns()
    distances = away(colours, offered)
    reached = of_own(distances, match(Sampled(colours), offered))
    assert np.abs(reached - distances.min(axis=1)).max() < 0.01
    assert reached.mean() <= distances.min(axis=1).mean() * 1.0001


@pytest.mark.parametrize("seed", range(6))
def test_the_optimum_is_reached_with_any_yarns_and_all_but_a_few_of_all_colours(seed):
    dice = np.random.default_rng(seed)
    offered = tuple(
        Yarn(str(n), str(n), "", (int(r), int(g), int(b)))
        for n, (r, g, b) in enumerate(dice.integers(0, 256, (dice.integers(2, 60), 3)))
    )
    colours = dice.integers(0, 256, (120, 120, 3), dtype=np.uint8)
    distances = away(colours, offered)
    lost = of_own(distances, match(Sampled(colours), offered)) - distances.min(axis=1)
    assert (lost > 0.01).mean() < 1 / 5000
    assert lost.mean() < 0.001


def test_the_preview_lies_within_8_per_cent_of_the_optimum_over_the_ten_pictures():
    offered = shipped_yarns()
    shares = []
    for name in TEN:
        colours = picture(name, 90, 120)
        distances = away(colours, offered)
        shares.append(of_own(distances, preview(Sampled(colours), offered)).mean() / distances.min(axis=1).mean())
    assert np.mean(shares) < 1.08


@given(st.lists(COLOURS, min_size=2, max_size=12, unique=True))
@settings(max_examples=15, deadline=None)
def test_a_drawing_in_the_yarns_own_colours_gets_just_these_yarns(colours):
    offered = tuple(Yarn(str(n), str(n), "", one) for n, one in enumerate(colours))
    drawn = Sampled(np.array([colours], np.uint8))
    knots = match(drawn, offered)
    assert np.abs(of_own(away(drawn.colours, offered), knots)).max() < 0.01
    if min(np.abs(np.array(one) - other).max() for one in colours for other in colours if one != other) > 2:
        assert knots.tolist() == [list(range(len(colours)))]


def test_of_two_yarns_of_one_colour_the_first_is_taken():
    offered = (*yarns("9a2e2b"), *yarns("9a2e2b", "1f3b5c"))
    for way in (match, preview):
        assert set(np.unique(way(Sampled(picture("flowers", 20, 20)), offered))) <= {0, 2}


@pytest.mark.parametrize("way", [match, preview])
def test_one_yarn_weaves_all_and_no_yarn_nothing(way):
    drawn = Sampled(picture("noise", 5, 4))
    assert not way(drawn, yarns("9a2e2b")).any()
    with pytest.raises(NotPossible) as refusal:
        way(drawn, ())
    assert refusal.value.code == "no_yarns"


@pytest.mark.parametrize("way", [match, preview])
def test_empty_knots_stay_unset(way):
    empty = np.zeros((4, 5), np.bool_)
    empty[1, 2] = True
    knots = way(Sampled(picture("noise", 5, 4), empty), yarns())
    assert np.argwhere(knots == UNSET).tolist() == [[1, 2]]


def test_the_bytes_do_not_depend_on_how_many_work_at_it_nor_on_the_parts(monkeypatch):
    drawn, offered = Sampled(picture("sea", 150, 110)), shipped_yarns()
    whole = match(drawn, offered).tobytes(), preview(drawn, offered).tobytes()
    for threads, rows, pairs, small in ((1, 1 << 18, 98_304, 0), (3, 1000, 512, 1 << 17), (2, 97, 40, 0)):
        monkeypatch.setattr(matching, "_SMALL", small)
        monkeypatch.setattr(matching, "THREADS", threads)
        monkeypatch.setattr(narrowing, "THREADS", threads)
        monkeypatch.setattr(matching, "_ROWS", rows)
        monkeypatch.setattr(narrowing, "_PAIRS", pairs)
        assert (match(drawn, offered).tobytes(), preview(drawn, offered).tobytes()) == whole


def test_250_yarns_are_as_welcome_as_two():
    dice = np.random.default_rng(9)
    offered = tuple(Yarn(str(n), str(n), "", tuple(int(c) for c in dice.integers(0, 256, 3))) for n in range(250))
    colours = picture("noise", 40, 40)
    distances = away(colours, offered)
    assert np.abs(of_own(distances, match(Sampled(colours), offered)) - distances.min(axis=1)).max() < 0.02


@given(st.lists(st.tuples(COLOURS, COLOURS), min_size=1, max_size=30))
def test_the_quick_difference_is_the_published_one(pairs):
    first, second = (np.array(side, np.uint8) for side in zip(*pairs, strict=True))
    assert _as_published(first, second).all()


def test_the_quick_difference_is_the_published_one_for_any_two_of_a_quarter_million():
    dice = np.random.default_rng(6)
    first, second = dice.integers(0, 256, (2, 250_000, 3), np.uint8)
    assert _as_published(first, second).all()


def _as_published(first, second):
    """Where two hues are opposed to 0.01°, the published difference jumps, and either side of the jump is as right."""
    quick = np.sqrt(np.maximum(squared(labs(packed_colours(first)), labs(packed_colours(second))), 0))
    one, other = lab(first), lab(second)
    exact = ciede2000(one, other)
    turn = np.degrees(np.arctan2(one[:, 2], one[:, 1]) - np.arctan2(other[:, 2], other[:, 1])) % 360
    return (np.abs(quick - exact) <= 0.003 + 0.0006 * exact) | (np.abs(turn - 180) < 0.01)


@given(st.lists(COLOURS, min_size=1, max_size=30))
def test_the_quick_cielab_is_the_true_one(colours):
    exact = lab(np.array(colours, np.uint8))
    assert np.abs(labs(packed_colours(np.array(colours, np.uint8))).T - exact).max() < 0.002


def test_the_mean_difference_of_each_yarn_is_that_of_its_knots(monkeypatch):
    drawn, offered = Sampled(picture("mosaic", 120, 100)), yarns()
    knots = match(drawn, offered)
    distances = of_own(away(drawn.colours, offered), knots)
    told = differences(drawn, knots, offered)
    for index, mean in enumerate(told):
        mine = distances[knots.reshape(-1) == index]
        assert mean == pytest.approx(mine.mean(), abs=0.01) if mine.size else np.isnan(mean)
    monkeypatch.setattr(matching, "_JUDGED", 1000)
    assert np.allclose(differences(drawn, knots, offered), told, atol=1.0, equal_nan=True)


def test_a_yarn_without_knots_has_no_difference():
    drawn = Sampled(np.full((3, 3, 3), 20, np.uint8))
    told = differences(drawn, np.zeros((3, 3), np.uint8), yarns("141414", "ffffff"))
    assert told[0] == pytest.approx(0, abs=0.01)
    assert np.isnan(told[1])
