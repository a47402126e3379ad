"""The pen: coordinates of a drawing, outlines of one knot, layers, strokes; all in knots, nothing random."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nawl.weaving.motifs.motif import Cells, Part

Mask = NDArray[np.bool_]
Plane = NDArray[np.float64]
Draw = Callable[[int, int], Cells]
"""A form: `draw(wide, high)` gives exactly that many cells."""
remembered = lru_cache(maxsize=1500)
"""Keeps drawings of a size, some kilobytes each; a drawing that is kept must not be written to."""


def along(count: int) -> Plane:
    """Return the middles of so many cells from -1 to 1; each is exactly the opposite of its mirror."""
    middles: Plane = (2 * np.arange(count) + 1 - count) / count
    return middles


def plane(wide: int, high: int, turn: float = 0.0) -> tuple[Plane, Plane]:
    """Return u (left to right) and v (upwards) of each cell's middle, from -1 to 1, turned clockwise by `turn` radians.

    A form that leans is drawn a little smaller, so that its corners stay on the sheet.
    """
    u, v = along(wide), -along(high)
    across, up = np.meshgrid(u, v)
    if turn:
        slack = 1 + 0.3 * abs(np.sin(2 * turn))
        across, up = across * slack, up * slack
        leaning = across * np.cos(turn) - up * np.sin(turn), across * np.sin(turn) + up * np.cos(turn)
        return settled(leaning[0]), settled(leaning[1])
    return across, up


def settled(values: Plane) -> Plane:
    """Drop what lies beyond nine decimals: a machine's last digit must not decide on which side of an edge a knot falls."""
    rounded: Plane = np.round(values, 9)
    return rounded


def polar(u: Plane, v: Plane) -> tuple[Plane, Plane]:
    """Return the distance from the middle and the angle from the upright, clockwise, -π to π."""
    return np.hypot(u, v), np.arctan2(u, v)


def shrunk(mask: Mask, by: int = 1) -> Mask:
    """Take a rim of `by` knots away (4 neighbours; beyond the edge is outside)."""
    for _ in range(by):
        inner = mask.copy()
        inner[1:] &= mask[:-1]
        inner[:-1] &= mask[1:]
        inner[:, 1:] &= mask[:, :-1]
        inner[:, :-1] &= mask[:, 1:]
        inner[0], inner[-1], inner[:, 0], inner[:, -1] = False, False, False, False
        mask = inner
    return mask


def grown(mask: Mask, by: int = 1) -> Mask:
    """Add a rim of `by` knots (4 neighbours)."""
    for _ in range(by):
        outer = mask.copy()
        outer[1:] |= mask[:-1]
        outer[:-1] |= mask[1:]
        outer[:, 1:] |= mask[:, :-1]
        outer[:, :-1] |= mask[:, 1:]
        mask = outer
    return mask


def layered(wide: int, high: int, *layers: tuple[Mask, Part]) -> Cells:
    """Lay masks over each other, the last on top; what none covers is clear."""
    cells = np.zeros((high, wide), np.uint8)
    for mask, part in layers:
        cells[mask] = part
    return cells


def stroke(mask: Mask, x: Plane, y: Plane, thick: float = 2.0) -> None:
    """Draw a line through points (in knots, x to the right, y downwards) with a round pen, into `mask`."""
    steps = np.maximum(np.abs(np.diff(x)), np.abs(np.diff(y)))
    places = np.concatenate([[0.0], np.cumsum(np.maximum(steps, 1e-9))])
    fine = np.linspace(0, places[-1], max(2, int(places[-1] * 1.8) + 1))
    dots_x, dots_y = settled(np.interp(fine, places, x)), settled(np.interp(fine, places, y))
    reach = int(np.ceil(thick / 2))
    offsets = np.arange(-reach, reach + 1)
    columns, rows = np.floor(dots_x)[:, None] + offsets, np.floor(dots_y)[:, None] + offsets
    near_x, near_y = (columns + 0.5 - dots_x[:, None]) ** 2, (rows + 0.5 - dots_y[:, None]) ** 2
    near = near_y[:, :, None] + near_x[:, None, :] <= (thick / 2 + 0.1) ** 2
    high, wide = mask.shape
    near &= ((rows >= 0) & (rows < high))[:, :, None] & ((columns >= 0) & (columns < wide))[:, None, :]
    dot, dy, dx = np.nonzero(near)
    mask[rows[dot, dy].astype(np.intp), columns[dot, dx].astype(np.intp)] = True


def padded(cells: Cells, wide: int, high: int) -> Cells:
    """Set a drawing into the middle of a larger clear sheet; what would not fit is cut off equally on both sides."""
    sheet = np.zeros((high, wide), np.uint8)
    top, left = (high - cells.shape[0]) // 2, (wide - cells.shape[1]) // 2
    source = cells[max(0, -top) : max(0, -top) + high, max(0, -left) : max(0, -left) + wide]
    sheet[max(0, top) : max(0, top) + source.shape[0], max(0, left) : max(0, left) + source.shape[1]] = source
    return sheet


AS_OWN: Final = np.array([0, 1, 2, 3, 5, 4, 6], np.uint8)
"""The shelf gives leaves and stems to `HEART`, the composer to `ACCENT`, which it dyes as it dyes its vines."""
