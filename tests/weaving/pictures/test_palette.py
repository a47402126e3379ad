"""The best few of the yarns on the shelf are chosen, as good as trying all, and what the designer says counts first."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations, pairwise

import numpy as np
import pytest

from nawl.kit.errors import NotFound, NotPossible
from nawl.ui.sentences import sentence
from nawl.weaving.colour import ciede2000, lab
from nawl.weaving.pictures.palette import choose, shortages
from nawl.weaving.pictures.sampling import Sampled
from nawl.weaving.stock import shipped_yarns
from tests.weaving.pictures.made import yarn, yarns
from tests.weaving.pictures.ten import TEN, picture


def cost(drawn: Sampled, chosen: tuple) -> float:
    points = lab(drawn.colours.reshape(-1, 3))
    return float(np.min([ciede2000(points, np.array(one.lab)) for one in chosen], axis=0).mean())


@pytest.mark.parametrize("name", TEN)
def test_the_choice_is_as_good_as_trying_all_within_2_per_cent(name):
    drawn, offered = Sampled(picture(name, 30, 40)), shipped_yarns()[:9]
    best = min(cost(drawn, some) for some in combinations(offered, 3))
    assert cost(drawn, choose(drawn, offered, 3)) <= best * 1.02


@pytest.mark.parametrize("seed", [6, 17, 89, 140, 530, 537])
def test_where_exchanges_end_too_early_the_best_is_found_all_the_same(seed):
    """Of 600 such draws these are those in which choosing one by one and exchanging pairs misses the best, by 0.4 to 7.8 %."""
    dice = np.random.default_rng(seed)
    every = shipped_yarns()
    shelf = [every[n] for n in dice.choice(len(every), dice.integers(6, 13), replace=False)]
    colours = int(dice.integers(1, 6))
    dyes = dice.integers(0, 256, (6, 3))[dice.integers(0, 6, (16, 16))]
    drawn = Sampled(np.clip(dyes + dice.normal(0, 12, dyes.shape), 0, 255).astype(np.uint8))
    best = min(cost(drawn, some) for some in combinations(shelf, colours))
    assert cost(drawn, choose(drawn, shelf, colours)) <= best * 1.003


def test_more_colours_never_make_it_worse():
    drawn = Sampled(picture("flowers", 60, 80))
    costs = [cost(drawn, choose(drawn, shipped_yarns(), colours)) for colours in range(1, 13)]
    assert all(one >= other - 0.01 for one, other in pairwise(costs))
    assert costs[-1] < costs[0] / 2


def test_yarns_keep_the_order_of_the_shelf_and_the_choice_does_not_depend_on_it():
    drawn, shelf = Sampled(picture("old carpet", 60, 80)), shipped_yarns()
    chosen = choose(drawn, shelf, 6)
    assert [one for one in shelf if one in chosen] == list(chosen)
    assert set(choose(drawn, shelf[::-1], 6)) == set(chosen)


def test_a_drawing_of_three_dyes_needs_no_fourth():
    drawn = Sampled(np.array([[[154, 46, 43], [31, 59, 92], [201, 138, 30]]], np.uint8))
    assert [one.code for one in choose(drawn, yarns(), 8)] == ["Y2", "Y3", "Y4"]


def test_kept_yarns_are_in_and_left_out_ones_are_not():
    drawn = Sampled(picture("sea", 40, 40))
    chosen = choose(drawn, yarns(), 3, keep=["Y2"], without=["Y3", "Y6"])
    codes = {one.code for one in chosen}
    assert "Y2" in codes
    assert not codes & {"Y3", "Y6"}


def test_what_is_out_of_stock_is_not_taken_unless_it_is_kept():
    drawn = Sampled(np.full((4, 4, 3), (154, 46, 43), np.uint8))
    shelf = (yarn("red", "9a2e2b", grams=0), yarn("blue", "1f3b5c", grams=500), yarn("rust", "8a3e2b"))
    assert [one.code for one in choose(drawn, shelf, 1)] == ["rust"]
    assert [one.code for one in choose(drawn, shelf, 1, keep=["red"])] == ["red"]


REFUSED = {
    "no yarns": (lambda drawn: choose(drawn, (), 4), NotPossible, "no_yarns"),
    "nothing on the shelf": (lambda drawn: choose(drawn, [yarn("r", "9a2e2b", 0)], 4), NotPossible, "no_yarn_in_stock"),
    "all left out": (lambda drawn: choose(drawn, yarns("9a2e2b"), 4, without=["Y0"]), NotPossible, "no_yarn_in_stock"),
    "a strange code": (lambda drawn: choose(drawn, yarns(), 4, keep=["Z"]), NotFound, "yarn_not_offered"),
    "no colour at all": (lambda drawn: choose(drawn, yarns(), 0), NotPossible, "colours_unfit"),
    "fewer than none": (lambda drawn: choose(drawn, yarns(), -1), NotPossible, "colours_unfit"),
    "too many kept": (lambda drawn: choose(drawn, yarns(), 1, keep=["Y1", "Y2"]), NotPossible, "colours_too_few"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_chosen_is_refused_in_a_sentence(name):
    ask, kind, code = REFUSED[name]
    with pytest.raises(kind) as refusal:
        ask(Sampled(picture("noise", 8, 8)))
    assert refusal.value.code == code
    assert sentence(refusal.value)


def test_empty_knots_have_no_say():
    colours = np.zeros((2, 50, 3), np.uint8)
    colours[0] = (242, 232, 213)
    colours[1] = (154, 46, 43)
    empty = np.zeros((2, 50), np.bool_)
    empty[0] = True
    assert [one.code for one in choose(Sampled(colours, empty), yarns(), 1)] == ["Y2"]
    empty[1] = True
    assert len(choose(Sampled(colours, empty), yarns(), 3)) == 1


def test_a_yarn_is_short_where_its_need_exceeds_its_stock():
    shelf = (yarn("a", "9a2e2b", 100), yarn("b", "1f3b5c", 100), yarn("c", "c98a1e"))
    short = shortages(shelf, [Decimal("100.5"), Decimal(100), Decimal(9000)])
    assert [(one.yarn.code, one.need_g, one.stock_g) for one in short] == [("a", Decimal("100.5"), Decimal(100))]
