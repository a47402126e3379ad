"""Compose: from a recipe to a chart, the same to the byte every time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nawl.kit.errors import NotPossible
from nawl.weaving.chart import Chart, Grid
from nawl.weaving.classes import QualityClass, find_class
from nawl.weaving.colour import ciede2000, linear, srgb
from nawl.weaving.colour import lab as to_lab
from nawl.weaving.composing import fields
from nawl.weaving.composing.borders import mirrored, pieces
from nawl.weaving.composing.drawing.units import UNITS
from nawl.weaving.composing.dyes import THROUGH, as_colours, dye, rgb
from nawl.weaving.composing.recipe import BorderPlan, Palette, Recipe, Role
from nawl.weaving.composing.shades import are_of
from nawl.weaving.composing.stage import Roles
from nawl.weaving.composing.unslit import without_slits
from nawl.weaving.frame import Frame
from nawl.weaving.lone import isolated
from nawl.weaving.yarns import Yarn


def compose(recipe: Recipe, yarns: Sequence[Yarn], quality: QualityClass | None = None) -> Chart:
    """Return the chart of a recipe in the workshop's yarns; `quality` overrides the class that the recipe names."""
    frame = frame_of(recipe, quality)
    roles = painted(recipe, frame)
    return _dyed(frame, recipe, roles, yarns)


def frame_of(recipe: Recipe, quality: QualityClass | None = None) -> Frame:
    """Return the frame that a recipe fills."""
    width, length = recipe.size_cm
    symmetry = fields.symmetry_of(recipe)
    return Frame(quality or find_class(recipe.quality), width, length, symmetry=symmetry, colours=len(Role))


def painted(recipe: Recipe, frame: Frame) -> Roles:
    """Return the role of every knot: borders from the edge inwards, then the field. The sheet is not to be written to.

    The last few sheets are remembered, for a page asks for each of its carpets several times; very large ones are not.
    """
    return _remembered(recipe, frame) if frame.knots <= MOST_REMEMBERED else _painted(recipe, frame)


MOST_REMEMBERED: Final = 2_000_000
"""Knots, a byte each, of the largest sheet that is remembered."""


def _painted(recipe: Recipe, frame: Frame) -> Roles:
    quarter = np.full(((frame.high + 1) // 2, (frame.wide + 1) // 2), int(Role.GROUND), np.uint8)
    inset, edges = (0, 0), []
    for plan in recipe.borders:
        inset = _bordered(quarter, plan, recipe.palette, frame, inset)
        edges.append(inset)
    roles: Roles = mirrored(quarter, frame.wide, frame.high)
    wide, high = frame.wide - 2 * inset[0], frame.high - 2 * inset[1]
    view = roles[inset[1] : inset[1] + high, inset[0] : inset[0] + wide]
    view[:] = fields.painted(recipe, frame, wide, high)
    if frame.quality.mode == "flat":
        _toothed(roles, edges)
    roles = _without_lone(roles)
    if frame.quality.mode == "flat":
        roles = without_slits(roles, as_colours(recipe.palette), frame.symmetry)
    roles.flags.writeable = False
    return roles


_remembered = lru_cache(maxsize=24)(_painted)


def thumbnail(chart: Chart, wide: int = 64) -> NDArray[np.uint8]:
    """Return a small picture, RGB, each pixel the mean light of its knots; its height in true proportion.

    It is `wide` pixels across, or as many as there are knots to fill them.
    """
    wide = max(1, min(wide, chart.frame.wide, int(chart.frame.wide * chart.frame.cell)))
    high = min(chart.frame.high, max(1, round(wide * chart.frame.high / chart.frame.wide / chart.frame.cell)))
    light = linear(np.array([yarn.srgb for yarn in chart.yarns], np.uint8)).astype(np.float32)
    rows = np.add.reduceat(light[chart.knots], _cuts(chart.frame.high, high), axis=0)
    means = np.add.reduceat(rows, _cuts(chart.frame.wide, wide), axis=1)
    counts = np.diff([*_cuts(chart.frame.high, high), chart.frame.high])[:, None] * np.diff(
        [*_cuts(chart.frame.wide, wide), chart.frame.wide]
    )
    return srgb(means / counts[..., None])


def _cuts(length: int, count: int) -> NDArray[np.intp]:
    return np.minimum(np.arange(count) * length // count, length - 1)


def thickness(plan: BorderPlan, frame: Frame) -> tuple[int, int]:
    """Return a border's thickness: knots across on upright sides, rows on level sides; at least one."""
    across, along = (float(side) for side in frame.quality.density())
    return max(1, round(plan.cm * across / 10)), max(1, round(plan.cm * along / 10))


def _bordered(
    quarter: Roles, plan: BorderPlan, palette: Palette, frame: Frame, inset: tuple[int, int]
) -> tuple[int, int]:
    """Paint one border into the upper left quarter; returns where the next begins. What finds no room is left out."""
    x, y = inset
    thick = thickness(plan, frame)
    wide, high = frame.wide - 2 * x, frame.high - 2 * y
    if wide < 2 * thick[0] + 8 or high < 2 * thick[1] + 8:
        return inset
    ground = Role[plan.ground.upper()]
    quarter[y:, x : x + thick[0]] = ground
    quarter[y : y + thick[1], x:] = ground
    if plan.unit != "plain" and min(thick) >= 3:
        for piece in pieces(UNITS[plan.unit], wide, high, thick, plan.ratio):
            shown = dye(palette, ground, plan.turn + (piece.turn % 2 if not piece.is_corner else 0))[piece.cells]
            target = quarter[y + piece.y : y + piece.y + shown.shape[0], x + piece.x : x + piece.x + shown.shape[1]]
            part = shown[: target.shape[0], : target.shape[1]]
            np.copyto(target, part, where=part != THROUGH)
    return x + thick[0], y + thick[1]


def _toothed(roles: Roles, edges: Sequence[tuple[int, int]]) -> None:
    """Let the upright edges of borders run in teeth: a straight one would be a slit as long as the flat weave itself.

    Each edge steps to and fro by one cell every few rows, the same from both ends and on both sides.
    """
    high, wide = roles.shape
    from_middle = np.abs(np.arange(high) - (high - 1) / 2)
    is_tooth = (from_middle // TOOTH).astype(int) % 2 == 1
    for x, y in dict.fromkeys(edges):
        rows = np.flatnonzero(is_tooth & (np.arange(high) >= y) & (np.arange(high) < high - y))
        if 0 < x < wide // 2 - 1:
            roles[rows, x] = roles[rows, x - 1]
            roles[rows, wide - 1 - x] = roles[rows, wide - x]


TOOTH: Final = 4
"""Rows of flat weave on end at a straight edge of a border; a slit so short needs no joining."""


def _without_lone(roles: Roles) -> Roles:
    """Give a knot that none of its eight neighbours shares the colour of the knot beside it; keeps every mirror."""
    alone, wide = isolated(roles), roles.shape[1]
    alone[:, (0, -1)] = False
    found = np.argwhere(alone)
    if len(found):
        inwards = np.where(found[:, 1] * 2 < wide, 1, -1)
        roles = roles.copy()
        roles[found[:, 0], found[:, 1]] = roles[found[:, 0], found[:, 1] + inwards]
    return roles


def _dyed(frame: Frame, recipe: Recipe, roles: Roles, yarns: Sequence[Yarn]) -> Chart:
    chosen = chosen_yarns(recipe.palette, tuple(yarns), recipe.without)
    kept = sorted({int(chosen[role]) for role in np.flatnonzero(np.bincount(roles.ravel(), minlength=len(Role)))})
    table = np.array([kept.index(index) if index in kept else 0 for index in chosen], np.uint8)
    knots: Grid = table[roles]
    return Chart(frame, tuple(yarns[index] for index in kept), knots)


@lru_cache(maxsize=256)
def chosen_yarns(palette: Palette, yarns: tuple[Yarn, ...], without: tuple[str, ...] = ()) -> tuple[int, ...]:
    """Return for each role the yarn that looks nearest, none of a colour that is refused.

    Raises `no_yarns` where the workshop has none, `colours_refused` where it has no other.
    """
    if not yarns:
        raise NotPossible("no_yarns")
    wanted = to_lab(np.array([rgb(palette.of(role)) for role in Role], np.uint8))
    offered = np.array([yarn.lab for yarn in yarns])
    apart = ciede2000(wanted[:, None], offered[None])
    if without:
        is_refused = np.array(are_of(without, offered))
        if is_refused.all():
            raise NotPossible("colours_refused")
        apart = np.where(is_refused, np.inf, apart)
    return tuple(int(n) for n in apart.argmin(axis=1))
