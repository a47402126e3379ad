"""A field repeated by any of the 17 groups: each keeps its generators, no flower is cut, every carpet of them is whole."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import numpy as np
import pytest

from nawl.weaving.composing import compose, from_words, proposals, recipe_from
from nawl.weaving.composing.patterns.kaleidoscope import kaleidoscope, whole_ones, width_of
from nawl.weaving.composing.wallpaper import WALLPAPERS, picture, sampled
from nawl.weaving.motifs.motif import Part
from nawl.weaving.stock import shipped_yarns

EVERY = pytest.mark.parametrize("group", WALLPAPERS, ids=lambda one: one.code)
ON_THE_GRID = [one for one in WALLPAPERS if one.kind != "hexagonal"]
RECIPE = proposals(from_words("سجادة صالون 120x180 صنف 300"), 1, 5)[0]


def tile_of(group, wide=72, cell=1.0):
    """Return one repeat whose domain is about as high as wide."""
    high = 2 * round(wide * cell * float(group.box[0] / group.box[1]) / 2)
    return kaleidoscope(group, "damask_rose", wide, cell, high)


@pytest.mark.parametrize("group", ON_THE_GRID, ids=lambda one: one.code)
def test_every_move_of_a_group_on_the_grid_keeps_its_repeat_knot_by_knot(group):
    tile = tile_of(group)
    high, wide = tile.shape
    x, y = np.meshgrid((np.arange(wide) + 0.5) / wide, (np.arange(high) + 0.5) / high)
    for move in group.elements:
        at_x, at_y = move.moved(x, y)
        columns = np.rint((at_x % 1) * wide - 0.5).astype(int) % wide
        rows = np.rint((at_y % 1) * high - 0.5).astype(int) % high
        assert np.array_equal(tile[rows, columns], tile), move


@pytest.mark.parametrize("group", [one for one in WALLPAPERS if one.kind == "hexagonal"], ids=lambda one: one.code)
def test_thirds_and_sixths_keep_their_repeat_but_for_the_knots_at_the_edges(group):
    wide = 360
    tile = kaleidoscope(group, "damask_rose", wide, 1.0)
    high = tile.shape[0]
    x, y = np.meshgrid((np.arange(wide) + 0.5) / wide, (np.arange(high) + 0.5) / wide)
    for move in group.elements:
        u, v = move.moved(x + y / 3**0.5, 2 * y / 3**0.5)
        at_x, at_y = u - v / 2, v * 3**0.5 / 2
        columns = np.rint(at_x * wide - 0.5).astype(int) % wide
        rows = np.rint(at_y * wide - 0.5).astype(int) % high
        assert float((tile[rows, columns] == tile).mean()) > 0.95, move


@EVERY
def test_the_ground_is_seen_and_no_repeat_is_empty(group):
    share = float((tile_of(group) != Part.CLEAR).mean())
    assert 0.1 < share < 0.9


@EVERY
@pytest.mark.parametrize("quality", ["300", "360"])
def test_a_carpet_of_any_group_is_whole_and_its_recipe_travels(group, quality):
    field = replace(RECIPE.field, pattern="grouped", group=group.code, motifs=("pomegranate",), cm=22.0)
    recipe = replace(RECIPE, quality=quality, field=field, medallion=None)
    assert recipe_from(recipe.to_data()) == recipe
    chart = compose(recipe, shipped_yarns())
    assert chart.unset == 0
    assert len(chart.yarns) >= 4


@EVERY
def test_a_repeat_is_even_and_fits_the_field(group):
    for wished, most in ((20, 300), (90, 300), (400, 130)):
        wide = width_of(group, wished, most)
        assert wide % 2 == 0
        assert 2 <= wide <= most


def test_no_two_groups_make_the_same_repeat():
    assert len({tile_of(group).tobytes() for group in WALLPAPERS}) == len(WALLPAPERS)


@EVERY
def test_no_form_is_cut_at_the_rim_of_the_field(group):
    tile = tile_of(group, 60)
    sheet = whole_ones(np.tile(tile, (3, 3))[: tile.shape[0] * 2 + 17, : tile.shape[1] * 2 + 23])
    rim = np.concatenate([sheet[0], sheet[-1], sheet[:, 0], sheet[:, -1]])
    assert (rim == Part.CLEAR).all()
    assert (sheet != Part.CLEAR).any()


SUMS = {
    "p1": "0f65f3664a46c512",
    "p2": "412b6dd06759d506",
    "pm": "5491487dbc320776",
    "pg": "aad00a248bc1c5c4",
    "cm": "3d0f9d4fc5ae6221",
    "pmm": "287a2e8d366a7d5b",
    "pmg": "2af95fb7672d9f28",
    "pgg": "76173fba1707a1a7",
    "cmm": "ebcf3cc8495098b9",
    "p4": "1246e657635e6028",
    "p4m": "0d1bbee638d9fe84",
    "p4g": "e4e7f14eb5a020f7",
    "p3": "572bb53ac0cd80bd",
    "p3m1": "56240c0a3d696848",
    "p31m": "63f677654f40bb50",
    "p6": "f5339fef5d5c0fab",
    "p6m": "abd4ae532e316b43",
}
"""The beginning of the SHA-256 of each group's repeat, as it was before it was reckoned in parts."""


@EVERY
def test_each_group_makes_the_same_repeat_to_the_knot(group):
    assert hashlib.sha256(tile_of(group, 120, 1.25).tobytes()).hexdigest()[:16] == SUMS[group.code]


@EVERY
@pytest.mark.parametrize("at_once", [1, 500, 10**9])
def test_a_repeat_is_the_same_in_however_many_parts_it_is_reckoned(group, at_once, monkeypatch):
    unit = np.random.default_rng(3).integers(0, len(Part), (17, 23)).astype(np.uint8)
    whole = sampled(group, picture(group, unit), 48, cell=1.25, fine=3)
    monkeypatch.setattr("nawl.weaving.composing.wallpaper.AT_ONCE", at_once)
    assert np.array_equal(sampled(group, picture(group, unit), 48, cell=1.25, fine=3), whole)
