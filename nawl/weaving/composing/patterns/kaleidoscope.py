"""A repeat by any of the 17 wallpaper groups, in which nothing is cut: a sprig within the domain, rosettes on the centres.

The sprig lies in the largest circle that the group's domain holds, so every copy of it is whole. A rosette of twelve
petals lies on every centre of turning: its own symmetry holds every turn (2, 3, 4, 6) and every mirror (each 15 degrees)
that a wallpaper group can have there, so that it is whole too. All is reckoned in widths of the repeat.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from nawl.weaving.composing.drawing import flowers
from nawl.weaving.composing.drawing.forms import drawn
from nawl.weaving.composing.drawing.units import put
from nawl.weaving.composing.groups import Floats, Group
from nawl.weaving.composing.wallpaper import ROOT_3, bounds, domain_place, sampled
from nawl.weaving.motifs.motif import Cells, Part
from nawl.weaving.pictures.islands import find_islands

PETALS: Final = 12
_FINE: Final = 3
_GRID: Final = 72
_GAP: Final = 0.86
_APART: Final = 0.92
_LEAST: Final = 15
"""Knots across the smallest flower that is still read."""
"""How far a form fills the circle that it may fill."""


@lru_cache(maxsize=48)
def kaleidoscope(one: Group, form: str, wide: int, cell: float, high: int = 0) -> Cells:
    """Return one repeat, `wide` knots across, of a form carried about by a group; `cell` is a knot's width to its height.

    Square and hexagonal repeats take the height that their turns ask for; other kinds take `high`, or else a square.
    """
    tall = 1.0
    if one.kind not in {"square", "hexagonal"} and high:
        tall = high / (wide * cell)
    centre, reach = _roomiest(one, tall)
    sprig = _sprig(form, max(9, round(2 * reach * wide * _FINE) | 1))
    turning = _rosettes_of(one, tall)

    def draw(x: Floats, y: Floats) -> NDArray[Any]:
        parts = _rosettes(x, y, turning, 1 / wide)
        across, along = (x - centre[0]) / (reach * _GAP), (y - centre[1]) / (reach * _GAP)
        side = sprig.shape[0]
        columns = np.clip((across + 1) / 2 * side, 0, side - 1).astype(np.intp)
        rows = np.clip((along + 1) / 2 * side, 0, side - 1).astype(np.intp)
        shown = sprig[rows, columns]
        is_there = (np.hypot(across, along) <= 1) & (shown != Part.CLEAR)
        return np.where(is_there, shown, parts)

    return sampled(one, draw, wide, high, cell=cell, fine=_FINE)


def width_of(one: Group, wished: float, most: int) -> int:
    """Return how many knots across a repeat is best: near the wish, room for a flower that is read, whole ones to `most`.

    It is even, and of the sizes near the wish the one whose repeats leave the least rim.
    """
    reach = _roomiest(one, 1.0)[1] * _GAP
    least = round(_LEAST / (2 * reach))
    middle = max(wished, least)
    offered = [n for n in range(max(least, round(middle * 0.85)), round(middle * 1.2) + 2) if n % 2 == 0 and n <= most]
    return min(offered, key=lambda n: (most % n, abs(n - middle)), default=max(2, most - most % 2))


def whole_ones(sheet: Cells) -> Cells:
    """Return a sheet of forms without those that its rim cuts."""
    drawn_at = (sheet != Part.CLEAR).astype(np.uint8)
    found = find_islands(drawn_at)
    numbers = found.of_run[found.run_of].reshape(sheet.shape)
    at_rim = np.unique(np.concatenate([numbers[0], numbers[-1], numbers[:, 0], numbers[:, -1]]))
    kept = sheet.copy()
    kept[np.isin(numbers, at_rim) & (drawn_at == 1)] = Part.CLEAR
    return kept


def _sprig(form: str, side: int) -> Cells:
    """Return a form with a leaf at its foot, in a square; it has no symmetry of its own, so that the group shows."""
    sheet = np.zeros((side, side), np.uint8)
    bit = max(3, round(side * 0.26)) | 1
    put(sheet, flowers.leaf(bit, bit, turn=0.7), side * 0.72, side * 0.72)
    size = max(7, round(side * 0.74)) | 1
    put(sheet, drawn(form, size, size), side * 0.46, side * 0.46)
    return sheet


def _rosettes(x: Floats, y: Floats, turning: Sequence[tuple[float, float, float]], knot: float) -> NDArray[np.uint8]:
    """Return the rosettes on the centres: a heart, petals, a dark rim of a knot at least."""
    parts = np.zeros(x.shape, np.uint8)
    for at_x, at_y, reach in turning:
        if reach < 3 * knot:
            continue
        rim = max(knot, reach * 0.1)
        near = np.flatnonzero((np.abs(x - at_x) <= reach) & (np.abs(y - at_y) <= reach))
        over, up = x.take(near) - at_x, y.take(near) - at_y
        away, angle = np.hypot(over, up), np.arctan2(up, over)
        petal = reach * (0.86 + 0.14 * np.cos(PETALS * angle))
        parts.put(near[away <= petal], Part.OUTLINE)
        parts.put(near[away <= petal - rim], Part.SECOND)
        parts.put(near[away <= reach * 0.42], Part.OUTLINE)
        parts.put(near[away <= reach * 0.42 - rim], Part.ACCENT)
    return parts


def _upright(one: Group, u: Floats, v: Floats, tall: float) -> tuple[Floats, Floats]:
    """Return places of the repeat's own axes as upright ones, in widths of the repeat."""
    return (u - v / 2, v * (ROOT_3 / 2)) if one.kind == "hexagonal" else (u, v * tall)


@cache
def _roomiest(one: Group, tall: float) -> tuple[tuple[float, float], float]:
    """Return the middle and the radius of the largest circle within the group's domain."""
    steps = (np.arange(_GRID) + 0.5) / _GRID
    left, right, lower, upper = bounds(one, tall)
    x, y = np.meshgrid(left + (right - left) * steps, lower + (upper - lower) * steps)
    u, v = (x + y / ROOT_3, 2 * y / ROOT_3) if one.kind == "hexagonal" else (x, y / tall)
    inside = one.has(u, v)
    edge = np.concatenate([_rim(x, y, inside), _frame(left, right, lower, upper)])
    within = np.stack([x[inside], y[inside]], axis=1)
    room = np.sqrt(np.concatenate([_nearest(some, edge) for some in np.array_split(within, _GRID)]))
    best = int(room.argmax())
    step = max(right - left, upper - lower) / _GRID
    return (float(within[best, 0]), float(within[best, 1])), float(max(room[best] - step, room[best] * 0.8))


def _nearest(places: Floats, edge: Floats) -> Floats:
    """Return for each place the square of how far the nearest place of the edge is."""
    over, up = (places[:, side, None] - edge[None, :, side] for side in (0, 1))
    least: Floats = (over**2 + up**2).min(axis=1)
    return least


def _rim(x: Floats, y: Floats, inside: NDArray[np.bool_]) -> Floats:
    outside = ~inside
    return np.stack([x[outside], y[outside]], axis=1)


def _frame(left: float, right: float, lower: float, upper: float) -> Floats:
    """Return places along the rectangle round the domain, which the domain does not pass."""
    along = np.linspace(0, 1, 2 * _GRID)
    x, y = left + (right - left) * along, lower + (upper - lower) * along
    sides = [(x, np.full_like(x, lower)), (x, np.full_like(x, upper)), (np.full_like(y, left), y)]
    sides.append((np.full_like(y, right), y))
    return np.concatenate([np.stack(side, axis=1) for side in sides])


@cache
def _rosettes_of(one: Group, tall: float) -> tuple[tuple[float, float, float], ...]:
    """Return the rosettes that reach into the domain: where, and how large; apart from each other and from the sprigs."""
    centre, reach = _roomiest(one, tall)
    places = np.array(_centres(one, tall)).reshape(-1, 2)
    if not len(places):
        return ()
    at_x, at_y = domain_place(one, places[:, 0], places[:, 1], ROOT_3 if one.kind == "hexagonal" else tall)
    room = np.hypot(at_x - centre[0], at_y - centre[1]) - reach * _GAP
    sizes = np.minimum(room * _APART, reach * 1.4)
    for place in np.argsort(sizes, kind="stable"):
        away = np.hypot(*(places - places[place]).T)
        others = away > 1e-6
        free = np.where(sizes[others] < sizes[place], away[others] - sizes[others], away[others] / 2)
        sizes[place] = max(0.0, min(float(sizes[place]), float(free.min(initial=1.0)) * _APART))
    left, right, lower, upper = bounds(one, tall)
    x, y = places[:, 0], places[:, 1]
    reaches = (x > left - sizes) & (x < right + sizes) & (y > lower - sizes) & (y < upper + sizes) & (sizes > 0)
    found = np.stack([x, y, sizes], axis=1)[reaches]
    return tuple((float(px), float(py), float(size)) for px, py, size in found)


def _centres(one: Group, tall: float) -> list[tuple[float, float]]:
    """Return the centres of turning in the domain and round it; places are sought on twelfths of the repeat."""
    twelfths = np.arange(-6, 19) / 12
    u, v = (side.ravel() for side in np.meshgrid(twelfths, twelfths))
    turned = np.zeros(u.shape, np.bool_)
    for move in one.elements:
        if not move.turns_over and (move.a, move.b, move.c, move.d) != (1, 0, 0, 1):
            at_u, at_v = move.moved(u, v)
            turned |= (np.abs(at_u - u - np.rint(at_u - u)) < 1e-9) & (np.abs(at_v - v - np.rint(at_v - v)) < 1e-9)
    x, y = _upright(one, u[turned], v[turned], tall)
    return list(zip(map(float, x), map(float, y), strict=True))
