"""The 17 wallpaper groups, and repeats of a unit by them: exact in knots where a grid carries them, else in centimetres.

What is exact where. p1, p2, pm, pg, cm, pmm, pmg, pgg, cmm turn at most half round: on a grid of knots they are exact,
whatever the knots' proportion, and so is the half-drop. p4, p4m, p4g turn a quarter: `tiled` turns them exactly in
knots, which is a true quarter turn in centimetres only where knots are square; `sampled` draws them true in centimetres
and takes the nearest knots. p3, p3m1, p31m, p6, p6m turn by a third or a sixth, which no grid of knots can: their repeat
is a rectangle of 1 : √3 in centimetres, and `sampled` takes each knot's middle. Its mirrors along and across and its half
turns stay exact in knots; thirds and sixths are exact in the continuous drawing, and as near as the knots allow in wool.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import cache
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray

from nawl.kit.errors import NotFound, NotPossible
from nawl.weaving.composing.groups import Floats, Group, group
from nawl.weaving.motifs.motif import Cells

Mirrors = Literal["between", "through"]
"""Whether a mirror runs between two knots (which are alike) or through the middle of a knot (which stands alone)."""
Drawing = Callable[[Floats, Floats], NDArray[Any]]
"""What stands at a place of the domain: x across and y along, both measured in widths of the repeat."""
ROOT_3: Final = 3**0.5
_NOUGHT, _ONE = Fraction(0), Fraction(1)
_KITE = ((2, -1, _ONE), (1, 1, _ONE), (-1, 2, _ONE))
_ROOF = ((2, -1, _ONE), (1, 1, _ONE), (-1, 1, _NOUGHT))
_WEDGE = ((1, -2, _NOUGHT), (1, 1, _ONE), (-2, 1, _NOUGHT))
_SLIVER = ((2, -1, _ONE), (-1, 2, _NOUGHT))

WALLPAPERS: Final[tuple[Group, ...]] = (
    group("p1", "oblique", "", "1 1", ("تكرار وحده", "Repeat alone")),
    group("p2", "oblique", "-x,-y", "1/2 1", ("أنصاف دورات", "Half turns")),
    group("pm", "rectangular", "-x,y", "1/2 1", ("مرايا متوازية", "Mirrors side by side")),
    group("pg", "rectangular", "-x,y+1/2", "1/2 1", ("مرايا منزلقة", "Glides")),
    group("cm", "rhombic", "-x,y; x+1/2,y+1/2", "1/2 1/2", ("مرايا مع نصف إزاحة", "Mirrors in half-drop")),
    group("pmm", "rectangular", "-x,y; x,-y", "1/2 1/2", ("مرايا متعامدة", "Crossed mirrors")),
    group("pmg", "rectangular", "-x,-y; -x+1/2,y", "1/4 1", ("مرايا وأنصاف دورات", "Mirrors and half turns")),
    group("pgg", "rectangular", "-x,-y; -x+1/2,y+1/2", "1/2 1/2", ("انزلاقان متعامدان", "Crossed glides")),
    group(
        "cmm",
        "rhombic",
        "-x,y; x,-y; x+1/2,y+1/2",
        "1/4 1/2",
        ("مرايا متعامدة مع نصف إزاحة", "Crossed mirrors in half-drop"),
    ),
    group("p4", "square", "-y,x", "1/2 1/2", ("أرباع دورات", "Quarter turns")),
    group(
        "p4m", "square", "-y,x; -x,y", "1/2 1/2", ("أرباع دورات بمرايا", "Quarter turns on mirrors"), (-1, 1, _NOUGHT)
    ),
    group(
        "p4g",
        "square",
        "-y,x; -x+1/2,y+1/2",
        "1/2 1/2",
        ("أرباع دورات بين المرايا", "Quarter turns between mirrors"),
        (2, 2, _ONE),
    ),
    group("p3", "hexagonal", "-y,x-y", "2/3 2/3", ("أثلاث دورات", "Third turns"), *_KITE),
    group("p3m1", "hexagonal", "-y,x-y; -y,-x", "2/3 2/3", ("أثلاث على المرايا", "Thirds on mirrors"), *_WEDGE),
    group("p31m", "hexagonal", "-y,x-y; y,x", "2/3 1/2", ("أثلاث بين المرايا", "Thirds between mirrors"), *_ROOF),
    group("p6", "hexagonal", "x-y,x", "2/3 1/2", ("أسداس دورات", "Sixth turns"), *_ROOF),
    group("p6m", "hexagonal", "x-y,x; y,x", "2/3 1/3", ("أسداس دورات بمرايا", "Sixth turns on mirrors"), *_SLIVER),
)


def wallpaper(code: str) -> Group:
    """Return a wallpaper group; raises `group_unknown` with those there are."""
    for one in WALLPAPERS:
        if one.code == code:
            return one
    raise NotFound("group_unknown", group=code, known=[one.code for one in WALLPAPERS])


def is_exact_in_knots(one: Group, cell: float = 1.0) -> bool:
    """Tell whether the group is exact in knots and in centimetres at once; `cell` is how wide a knot is to its height."""
    if one.kind == "hexagonal":
        return False
    return one.kind != "square" or abs(cell - 1) < 1e-9


def repeat_of(one: Group, unit_wide: int, unit_high: int, mirrors: Mirrors = "between") -> tuple[int, int]:
    """Return the repeat (wide, high) in knots that a unit of the domain's box makes.

    Raises `group_not_on_grid` (hexagonal), `repeat_not_square`, `repeat_odd` (a half shift needs an even repeat).
    """
    if one.kind == "hexagonal":
        raise NotPossible("group_not_on_grid", group=one.code)
    wide, high = _side(unit_wide, one.box[0], mirrors), _side(unit_high, one.box[1], mirrors)
    if one.kind == "band" and one.box[1] < 1:
        high = 2 * unit_high - (mirrors == "through")
    if one.kind == "square" and wide != high:
        raise NotPossible("repeat_not_square", group=one.code, wide=unit_wide, high=unit_high)
    if any((move.s * wide).denominator > 1 or (move.t * high).denominator > 1 for move in one.elements):
        raise NotPossible("repeat_odd", group=one.code, wide=wide, high=high)
    return wide, high


def _side(knots: int, part: Fraction, mirrors: Mirrors) -> int:
    """Return the length of a repeat of which the unit is a part; through knots, the unit holds both its edges."""
    is_whole = part == 1 or mirrors == "between"
    return int((knots if is_whole else knots - 1) / part)


def source(one: Group, wide: int, high: int, mirrors: Mirrors = "between") -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return for every knot of one repeat the row and the column of the domain's knot that the group copies there."""
    half = 1 if mirrors == "between" else 0
    x = (2 * np.arange(wide) + half) / (2 * wide)
    half_along = 1 if one.kind == "band" else half  # a band ends: its mirror lies in the middle of its height
    y = (2 * np.arange(high) + half_along) / (2 * high)
    at_x, at_y = one.fold(x[None, :], y[:, None])
    columns = np.rint((at_x * 2 * wide - half) / 2).astype(np.intp)
    rows = np.rint((at_y * 2 * high - half_along) / 2).astype(np.intp)
    return rows, columns


def tiled(one: Group, unit: Cells, across: int = 1, down: int = 1, mirrors: Mirrors = "between") -> Cells:
    """Return the unit copied by the group, exactly in knots, over so many repeats; see `repeat_of` for what it asks.

    The unit fills the box of the group's domain; what lies in the box but outside the domain is not looked at.
    """
    unit_high, unit_wide = unit.shape
    rows, columns = source(one, *repeat_of(one, unit_wide, unit_high, mirrors), mirrors)
    return np.tile(unit[rows, columns], (down, across))


def sampled(one: Group, draw: Drawing, wide: int, high: int = 0, cell: float = 1.0, fine: int = 1) -> Cells:
    """Return one repeat of a continuous drawing of the domain.

    `wide` is the repeat in knots and `cell` how wide a knot is to its height. Square repeats are as high as wide in
    centimetres and hexagonal ones √3 times that, to the nearest knot; other kinds take `high`, or else a square.
    Each knot is taken at its middle, or with `fine` above 1 by the most frequent part of `fine` × `fine` places in it,
    which leaves slanting edges smoother.
    """
    tall = ROOT_3 if one.kind == "hexagonal" else 1.0
    if high <= 0 or one.kind in {"square", "hexagonal"}:
        high = max(1, round(wide * cell * tall))
    else:
        tall = high / (wide * cell)
    x = (2 * np.arange(wide * fine) + 1) / (2 * wide * fine)
    y = (2 * np.arange(high * fine) + 1) / (2 * high * fine) * tall
    sheet, rows = np.empty((high, wide), np.uint8), max(1, AT_ONCE // (wide * fine * fine))
    for top in range(0, high, rows):
        across, along = domain_place(one, x[None, :], y[top * fine : (top + rows) * fine, None], tall)
        sheet[top : top + rows] = _most_frequent(np.asarray(draw(across, along)).astype(np.uint8), fine)
    return sheet


AT_ONCE: Final = 30_000
"""Places that are reckoned at once: so many stay near the processor, and a large repeat asks for no more memory."""


def _most_frequent(places: Cells, fine: int) -> Cells:
    """Return for each square of `fine` × `fine` places the value that most of them have; the least where they tie."""
    if fine == 1:
        return places
    high, wide = places.shape[0] // fine, places.shape[1] // fine
    layers = places.reshape(high, fine, wide, fine).transpose(1, 3, 0, 2).reshape(fine * fine, high, wide)
    values = np.flatnonzero(np.bincount(places.ravel())).astype(np.uint8)
    counts = np.stack([(layers == value).sum(axis=0, dtype=np.uint16) for value in values])
    chosen: Cells = values[counts.argmax(axis=0)]
    return chosen


def domain_place(one: Group, x: Floats, y: Floats, tall: float = 1.0) -> tuple[Floats, Floats]:
    """Return the place of the domain for places of the plane, both upright and measured in widths of the repeat.

    `tall` is how high the upright repeat is to its width; for hexagonal groups the axes open at 120 degrees.
    """
    if one.kind == "hexagonal":
        u, v = one.fold(x + y / ROOT_3, 2 * y / ROOT_3)
        return np.round(u - v / 2, 9), np.round(v * (ROOT_3 / 2), 9)
    u, v = one.fold(x, y / tall)
    return np.round(u, 9), np.round(v * tall, 9)


@cache
def bounds(one: Group, tall: float = 1.0) -> tuple[float, float, float, float]:
    """Return the upright rectangle round the domain, in widths of the repeat: left, right, lower, upper."""
    grid_u, grid_v = np.meshgrid(np.linspace(0, 1, 301), np.linspace(0, 1, 301))
    inside = one.has(grid_u, grid_v)
    u, v = grid_u[inside], grid_v[inside]
    is_slanting = one.kind == "hexagonal"
    x = u - v / 2 if is_slanting else u
    y = v * (ROOT_3 / 2 if is_slanting else tall)
    return float(x.min()), float(x.max()), float(y.min()), float(y.max())


def picture(one: Group, unit: Cells, tall: float = 1.0) -> Drawing:
    """Return a drawing that fills the rectangle round the group's domain with a unit of knots."""
    left, right, lower, upper = bounds(one, tall)
    high, wide = unit.shape

    def draw(x: Floats, y: Floats) -> Cells:
        columns = np.clip((x - left) / (right - left) * wide, 0, wide - 1).astype(np.intp)
        rows = np.clip((y - lower) / (upper - lower) * high, 0, high - 1).astype(np.intp)
        chosen: Cells = unit[rows, columns]
        return chosen

    return draw


def repeated(one: Group, unit: Cells, across: int = 1, down: int = 1, cell: float = 1.0) -> Cells:
    """Return the unit repeated by any of the groups: by `tiled` where that is true in centimetres too, else `sampled`."""
    if is_exact_in_knots(one, cell):
        return tiled(one, unit, across, down)
    left, right, _, _ = bounds(one)
    wide = max(2, 2 * round(unit.shape[1] / (right - left) / 2))
    return np.tile(sampled(one, picture(one, unit), wide, cell=cell, fine=3), (down, across))


def half_drop(unit: Cells, across: int = 1, down: int = 1, drop: Fraction = Fraction(1, 2)) -> Cells:
    """Return the unit repeated with every second column dropped by a part of its height; one repeat is two units wide."""
    dropped = np.roll(unit, round(drop * unit.shape[0]), axis=0)
    return np.tile(np.concatenate([unit, dropped], axis=1), (down, across))


def brick(unit: Cells, across: int = 1, down: int = 1, shift: Fraction = Fraction(1, 2)) -> Cells:
    """Return the unit repeated with every second row shifted by a part of its width; one repeat is two units high."""
    shifted = np.roll(unit, round(shift * unit.shape[1]), axis=1)
    return np.tile(np.concatenate([unit, shifted], axis=0), (down, across))
