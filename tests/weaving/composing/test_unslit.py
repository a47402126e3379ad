"""A composed flat weave has no slit that needs sewing, and keeps its symmetry and its look."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from importlib import import_module

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nawl.weaving.composing import Wish, compose, from_words, more_like, proposals
from nawl.weaving.composing.comparing import is_good
from nawl.weaving.composing.compose import frame_of, painted
from nawl.weaving.composing.designs import design
from nawl.weaving.composing.dyes import as_colours
from nawl.weaving.composing.fields import symmetry_of
from nawl.weaving.composing.recipe import Palette, Role
from nawl.weaving.composing.unslit import MOST_SLIT, slit_rows, without_slits
from nawl.weaving.flat import longest_slit, slits
from nawl.weaving.frame import Symmetry
from nawl.weaving.stock import shipped_yarns

YARNS = shipped_yarns()
APART = np.arange(len(Role), dtype=np.uint8)
SEEDS = 60


@pytest.mark.parametrize("seed", range(SEEDS))
def test_no_proposal_for_a_kilim_has_a_slit_that_needs_sewing(seed: int) -> None:
    page = proposals(Wish(kind="kilim"), 3, seed)
    assert len(page) == 3
    for recipe in page:
        chart = compose(recipe, YARNS)
        assert slits(chart, MOST_SLIT) == (), recipe.field
        assert (chart.knots == chart.knots[::-1, ::-1]).all()


@settings(max_examples=15, deadline=None)
@given(
    st.sampled_from(["بساط", "بساط مخطط", "بساط بلا أحمر", "سجادة هندسية", "سجادة نباتية", "لوحة شجرة"]),
    st.integers(60, 240),
    st.integers(60, 320),
    st.integers(0, 10**6),
)
def test_nor_has_one_in_any_size_or_a_carpet_that_is_woven_flat(note: str, width: int, length: int, seed: int) -> None:
    wish = replace(from_words(note), size_cm=(Decimal(width), Decimal(length)), quality="kilim")
    for recipe in proposals(wish, 2, seed):
        assert longest_slit(compose(recipe, YARNS)) <= MOST_SLIT


def test_neighbours_of_a_kilim_have_none_either() -> None:
    for near in more_like(proposals(Wish(kind="kilim"), 1, 5)[0], 6):
        assert longest_slit(compose(near, YARNS)) <= MOST_SLIT


def test_a_pile_carpet_is_left_as_it_is_for_it_has_no_slits() -> None:
    recipe = design("tartus-medallion")
    assert longest_slit(compose(recipe, YARNS)) > MOST_SLIT
    assert is_good(recipe)


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_but_few_cells_change_and_only_beside_an_edge(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    recipe = proposals(Wish(kind="kilim", styles=("medallion",)), 1, seed)[0]
    after = painted(recipe, frame_of(recipe))
    composing = import_module("nawl.weaving.composing.compose")
    monkeypatch.setattr(composing, "without_slits", lambda roles, *_: roles)
    before = composing._painted(recipe, frame_of(recipe))
    assert slit_rows(as_colours(recipe.palette)[before]) > 0
    changed = after != before
    assert 0 < changed.mean() < 0.03
    sides = np.stack([np.roll(before, 1, axis=1), np.roll(before, -1, axis=1)])
    assert (sides == after[None]).any(axis=0)[changed].mean() > 0.95


def sheet_of(*rows: str) -> np.ndarray:
    return np.array([[int(sign) for sign in row] for row in rows], np.uint8)


SHEETS = {
    "two grounds": sheet_of(*["000011112222"] * 40),
    "an outline of one cell": sheet_of(*["000010002222"] * 45),
    "narrow stripes": sheet_of(*["012012012012"] * 30),
    "one row too many": sheet_of(*["000111"] * 11),
}


@pytest.mark.parametrize("name", SHEETS)
def test_edges_of_any_width_are_broken(name: str) -> None:
    sheet = SHEETS[name]
    after = without_slits(sheet, APART, Symmetry.NONE)
    assert slit_rows(after) < slit_rows(sheet)
    if name != "narrow stripes":
        assert slit_rows(after) == 0
    assert set(np.unique(after)) == set(np.unique(sheet))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.integers(0, 3), min_size=5, max_size=14), min_size=1, max_size=3), st.data())
def test_mirrors_are_kept_and_slits_never_grow(stripes: list[list[int]], data: st.DataObject) -> None:
    wide = min(len(row) for row in stripes)
    quarter = np.repeat(np.array([row[:wide] for row in stripes], np.uint8), data.draw(st.integers(3, 30)), axis=0)
    half = np.concatenate([quarter, quarter[:, ::-1][:, data.draw(st.integers(0, 1)) :]], axis=1)
    sheet = np.concatenate([half, half[::-1][data.draw(st.integers(0, 1)) :]], axis=0)
    after = without_slits(sheet, APART, Symmetry.QUARTER)
    assert (after == after[:, ::-1]).all()
    assert (after == after[::-1]).all()
    assert slit_rows(after) <= slit_rows(sheet)


def test_what_looks_alike_has_no_slit_between() -> None:
    same = Palette(*["#9a2e2b"] * len(Role))
    sheet = SHEETS["two grounds"]
    assert (without_slits(sheet, as_colours(same), Symmetry.NONE) == sheet).all()


def test_a_recipe_of_a_flat_weave_is_good_only_without_slits(monkeypatch: pytest.MonkeyPatch) -> None:
    recipe = proposals(Wish(kind="kilim"), 1, 2)[0]
    assert is_good(recipe)
    assert symmetry_of(recipe) is Symmetry.QUARTER
    monkeypatch.setattr("nawl.weaving.composing.comparing.slit_rows", lambda _knots: 1)
    assert not is_good(recipe)
    assert is_good(design("tree-of-life"))
