"""A carpet is found on the floor of a photograph, and by it its design among look-alikes."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
import pytest

from nawl.weaving.chart import Chart
from nawl.weaving.composing import Wish, compose, proposals
from nawl.weaving.composing.designs import designs
from nawl.weaving.likeness import best_ranking, photograph_of, signature_of_chart
from nawl.weaving.pictures import finding
from nawl.weaving.pictures.finding import find_carpet
from nawl.weaving.pictures.reading import Picture
from nawl.weaving.stock import shipped_yarns
from tests.weaving.pictures.floors import FLOORS, corners_of, on_the_floor

LOOKALIKES = 24
SHOTS = [(code, floor, 100 * row + place) for row, floor in enumerate(FLOORS) for place, code in enumerate(designs())]


@cache
def chart(code: str) -> Chart:
    return compose(designs()[code], tuple(shipped_yarns()))


@cache
def register() -> list[bytes]:
    """Return the ten designs first, then others by the same hand."""
    more = [
        compose(one, tuple(shipped_yarns())) for seed in range(3) for one in proposals(Wish(), LOOKALIKES // 3, seed)
    ]
    return [signature_of_chart(one).packed() for one in [*(chart(code) for code in designs()), *more]]


def ranks(shots: list[tuple[str, str, int]], shoot: Callable[[Chart, int, str], Picture]) -> list[int]:
    """How many of the register stand before the design that was photographed, for each photograph."""
    found = []
    for code, floor, seed in shots:
        shares = best_ranking(photograph_of(shoot(chart(code), seed, floor)).signatures, register())
        found.append(int((shares > shares[list(designs()).index(code)]).sum()))
    return found


@pytest.mark.parametrize(
    ("slant", "share", "first", "among_five"),
    [
        pytest.param(0.0, 1.0, 0.85, 0.95, id="it fills the picture"),
        pytest.param(0.12, 0.7, 0.95, 1.0, id="aslant on a floor"),
        pytest.param(0.2, 0.5, 0.95, 1.0, id="far off and much aslant"),
    ],
)
def test_a_carpet_photographed_on_a_floor_finds_its_design(
    slant: float, share: float, first: float, among_five: float
) -> None:
    places = ranks(SHOTS[::3], lambda one, seed, floor: on_the_floor(one, seed, floor, slant, share))
    assert np.mean([place == 0 for place in places]) >= first
    assert np.mean([place < 5 for place in places]) >= among_five


def test_the_corners_found_lie_where_the_carpet_lies() -> None:
    off = []
    for code, floor, seed in SHOTS[1::5]:
        found = find_carpet(on_the_floor(chart(code), seed, floor))
        assert found is not None
        off.append(np.abs(np.array(found) - corners_of(chart(code), seed)).max())
    assert np.median(off) < 0.025
    assert max(off) < 0.08


def test_corners_that_are_marked_go_before_those_that_would_be_found() -> None:
    code, floor, seed = SHOTS[3]
    shot = on_the_floor(chart(code), seed, floor)
    corners = corners_of(chart(code), seed)
    marked = photograph_of(shot, corners)
    assert marked.corners == tuple(corners)
    assert int(best_ranking(marked.signatures, register()).argmax()) == list(designs()).index(code)


def test_a_carpet_that_lies_across_is_found_too() -> None:
    code, floor, seed = SHOTS[0]
    shot = on_the_floor(chart(code), seed, floor).turned(1)
    assert int(best_ranking(photograph_of(shot).signatures, register()).argmax()) == 0


@pytest.mark.parametrize("level", [0, 128, 255])
def test_on_a_bare_floor_no_carpet_is_found_and_the_picture_counts_whole(level: int) -> None:
    bare = Picture(np.full((90, 60, 3), level, np.uint8))
    assert find_carpet(bare) is None
    assert photograph_of(bare).corners is None


def mask_of(*rows: str) -> np.ndarray:
    return np.array([[sign == "#" for sign in row] for row in rows])


@pytest.mark.parametrize(
    ("mask", "largest"),
    [
        pytest.param(mask_of("...", "..."), mask_of("...", "..."), id="nothing"),
        pytest.param(mask_of("##.#", "...#", ".#.#"), mask_of("...#", "...#", "...#"), id="apart"),
        pytest.param(mask_of("#.#", "#.#", "###"), mask_of("#.#", "#.#", "###"), id="joined below"),
        pytest.param(
            mask_of("#.#.#", "#.###", "###..", "....#"), mask_of("#.#.#", "#.###", "###..", "....."), id="a fork"
        ),
        pytest.param(mask_of("##..", "..##"), mask_of("##..", "...."), id="corners do not join; the upper of two"),
    ],
)
def test_the_largest_piece_hangs_together(mask: np.ndarray, largest: np.ndarray) -> None:
    assert (finding._largest(mask) == largest).all()


def test_the_many_pieces_of_a_speckled_picture_are_told_apart_in_one_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    """Specks are not flooded one by one: each run and each touch of two is looked up a few times, and nothing grows."""
    steps: list[int] = []
    first = finding._first

    def counted(of: np.ndarray, run: int) -> int:
        steps.append(run)
        return first(of, run)

    def grow(*_given: object) -> None:
        raise AssertionError("a piece was flooded")

    monkeypatch.setattr(finding, "_first", counted)
    monkeypatch.setattr(finding, "_grown", grow)
    speckled = np.random.default_rng(3).random((160, 120)) < 0.3
    names, count = finding._pieces(speckled)
    runs = int((np.diff(np.pad(speckled, ((0, 0), (1, 1))).astype(np.int8), axis=1) == 1).sum())
    touches = int((speckled[:-1] & speckled[1:]).sum())
    assert count > 1500
    assert set(np.unique(names[speckled])) == set(range(count))
    assert len(steps) <= runs + 2 * touches
    assert np.bincount(names[finding._largest(speckled)]).max() == np.bincount(names[speckled]).max()


def test_noise_specks_and_the_smallest_pictures_are_looked_at_without_a_fault() -> None:
    dice = np.random.default_rng(7)
    noise = Picture(dice.integers(0, 256, (70, 90, 3), dtype=np.uint8))
    assert len(photograph_of(noise).signatures) >= 2
    for high, wide in ((1, 1), (1, 400), (400, 1), (3, 2)):
        assert photograph_of(Picture(np.zeros((high, wide, 3), np.uint8))).corners is None
