"""What motifs are drawn with: fields folded so that symmetry is exact, masks, steps, strokes, petals, outlines that grow.

A drawing lies on `Field`: the middle of each knot in a square from -1 to 1 each way, x to the right and y upwards,
reckoned from whole numbers so that opposite knots have exactly opposite places. A folded field has the same place for
knots that mirror each other, so what is drawn on it cannot but be symmetric.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from nawl.weaving.motifs.motif import Cells, Part

Mask = NDArray[np.bool_]
Floats = NDArray[np.float64]
Points = Sequence[tuple[float, float]]
Fold = Literal["none", "half", "quarter", "eighth"]
_EDGE = 1e-9
_THICK = 2.5
_EVERYWHERE = (slice(None), slice(None))


@dataclass(frozen=True, eq=False)
class Field:
    """The ground of a drawing: its size in knots, and how it is folded.

    `half` folds left on right, `quarter` also lower on upper, `eighth` also along the diagonal (of the square in which
    the drawing is made; in knots where the sides agree). `ratio` is the proportion, width to height, in which the form
    was thought: x then runs from -ratio to ratio, so that what is drawn slanting keeps its shape.
    """

    wide: int
    high: int
    fold: Fold = "none"
    ratio: float = 1.0

    @cached_property
    def places(self) -> tuple[Floats, Floats]:
        """The folded place of every knot, x and y, each within -1 to 1."""
        x = np.broadcast_to((2 * np.arange(self.wide) + 1 - self.wide) / self.wide, (self.high, self.wide))
        down = np.arange(self.high)[:, None]
        y = np.broadcast_to((self.high - 1 - 2 * down) / self.high, (self.high, self.wide))
        if self.fold != "none":
            x = np.abs(x)
        if self.fold in {"quarter", "eighth"}:
            y = np.abs(y)
        if self.fold == "eighth":
            x, y = np.maximum(x, y), np.minimum(x, y)
        return x * self.ratio, y

    @property
    def x(self) -> Floats:
        """Across, to the right."""
        return self.places[0]

    @property
    def y(self) -> Floats:
        """Upwards."""
        return self.places[1]

    @cached_property
    def steps(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Whole knots from the middle, across and upwards; 0 at the middle knot, or 0 on both sides of a middle seam."""
        across = 2 * np.arange(self.wide) + 1 - self.wide
        upwards = self.high - 1 - 2 * np.arange(self.high)
        x, y = (np.sign(side) * (np.abs(side) // 2) for side in (across, upwards))
        if self.fold != "none":
            x = np.abs(x)
        if self.fold in {"quarter", "eighth"}:
            y = np.abs(y)
        shape = (self.high, self.wide)
        return np.broadcast_to(x, shape), np.broadcast_to(y[:, None], shape)

    @property
    def halves(self) -> tuple[slice, slice]:
        """The rows and columns of which the rest is the mirror: the upper and the right half, where they are folded."""
        rows = slice(0, (self.high + 1) // 2) if self.fold in {"quarter", "eighth"} else slice(None)
        columns = slice(None) if self.fold == "none" else slice(self.wide // 2, None)
        return rows, columns

    def unfolded(self, mask: Mask) -> Mask:
        """Return the whole sheet of what was drawn on its `halves`."""
        if self.fold != "none":
            mask = np.concatenate([mask[:, ::-1][:, : self.wide // 2], mask], axis=1)
        if self.fold in {"quarter", "eighth"}:
            mask = np.concatenate([mask, mask[: self.high // 2][::-1]], axis=0)
        return mask

    @cached_property
    def radius(self) -> Floats:
        """How far from the middle."""
        return np.hypot(self.x, self.y)

    @cached_property
    def angle(self) -> Floats:
        """The direction from the middle in radians, from the right towards the top."""
        return np.arctan2(self.y, self.x)

    @property
    def line(self) -> int:
        """How thick an outline is, in knots: one where small, two from about 70 knots, three from about 190."""
        return max(1, round(math.sqrt(min(self.wide, self.high)) / 5.5))

    def blank(self) -> Cells:
        """Return an empty drawing."""
        return np.zeros((self.high, self.wide), dtype=np.uint8)

    def no(self) -> Mask:
        """Return a mask of no knot."""
        return np.zeros((self.high, self.wide), dtype=np.bool_)


def lozenge(field: Field, x: float, y: float, half_wide: float, half_high: float) -> Mask:
    """Return a lozenge round a place."""
    return np.abs(field.x - x) / half_wide + np.abs(field.y - y) / half_high <= 1 + 1e-9


def box(field: Field, left: float, right: float, lower: float, upper: float) -> Mask:
    """Return a rectangle; it is at least one knot each way."""
    x0, x1 = _at_least(left, right, 2 * field.ratio / field.wide)
    y0, y1 = _at_least(lower, upper, 2 / field.high)
    inside: Mask = (field.x >= x0) & (field.x < x1) & (field.y >= y0) & (field.y < y1)
    return inside


def _at_least(low: float, high: float, least: float) -> tuple[float, float]:
    if high - low >= least:
        return low - 1e-9, high + 1e-9
    middle = (low + high) / 2
    return middle - least / 2 - 1e-9, middle + least / 2 + 1e-9


def disc(field: Field, x: float, y: float, half_wide: float, half_high: float, turn: float = 0.0) -> Mask:
    """Return an ellipse round a place, turned by degrees against the clock."""
    dx, dy = field.x - x, field.y - y
    cos, sin = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    along, across = dx * cos + dy * sin, dy * cos - dx * sin
    inside: Mask = (along / half_wide) ** 2 + (across / half_high) ** 2 <= 1 + 1e-9
    return inside


def inside(field: Field, points: Points) -> Mask:
    """Return what lies within a closed polygon (even and odd)."""
    rows, columns = field.halves
    x, y = field.x[rows, columns], field.y[rows, columns]
    mask = np.zeros(x.shape, dtype=np.bool_)
    for (x0, y0), (x1, y1) in _sides(points):
        if y0 == y1:
            continue
        at = slice(None) if field.fold == "eighth" else _between(y[:, 0], y0, y1)
        crosses = (y0 > y[at]) != (y1 > y[at])
        mask[at] ^= crosses & (x[at] < x0 + (y[at] - y0) * (x1 - x0) / (y1 - y0))
    return field.unfolded(mask)


def _between(falling: Floats, one: float, other: float) -> slice:
    """Return which of places that fall lie between two, and one more on either side."""
    first, last = np.searchsorted(-falling, (-max(one, other), -min(one, other)))
    return slice(max(0, int(first) - 1), int(last) + 1)


def _sides(points: Points) -> Iterable[tuple[tuple[float, float], tuple[float, float]]]:
    return zip(points, [*points[1:], points[0]], strict=True)


def curve(points: Points, *, is_closed: bool = False, between: int = 8) -> list[tuple[float, float]]:
    """Return a smooth line through points (Catmull-Rom), as a polyline with `between` pieces a side."""
    known = np.asarray(points, dtype=np.float64)
    ends = (known[-1:], known[:2]) if is_closed else (2 * known[:1] - known[1:2], 2 * known[-1:] - known[-2:-1])
    padded = np.concatenate([ends[0], known, ends[1]])
    t = np.linspace(0, 1, between, endpoint=False)[:, None]
    pieces = []
    for p0, p1, p2, p3 in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        bend = 2 * p0 - 5 * p1 + 4 * p2 - p3
        pieces.append(0.5 * (2 * p1 + (p2 - p0) * t + bend * t**2 + (3 * p1 - p0 - 3 * p2 + p3) * t**3))
    line = np.concatenate(pieces if is_closed else [*pieces, known[-1:]])
    return [(float(x), float(y)) for x, y in line]


def blob(field: Field, points: Points) -> Mask:
    """Return what lies within a smooth closed line through points."""
    return inside(field, curve(points, is_closed=True))


def stroke(field: Field, points: Points, thick: float) -> Mask:
    """Return a line through points, `thick` knots thick and never broken.

    A thin line steps as a weaver steps it, along whichever axis it is steeper; a thick one has round ends and joints.
    """
    piece = _segment if thick < _THICK else _rounded
    rows, columns = field.halves
    x = (field.x[rows, columns] / field.ratio + 1) * field.wide / 2
    y = (field.y[rows, columns] + 1) * field.high / 2
    knots = [((px / field.ratio + 1) * field.wide / 2, (py + 1) * field.high / 2) for px, py in points]
    mask = np.zeros(x.shape, dtype=np.bool_)
    for first, second in pairwise(knots):
        near = _EVERYWHERE if field.fold == "eighth" else _near(x, y, first, second, thick)
        mask[near] |= piece(x[near], y[near], first, second, thick)
    return field.unfolded(mask)


def _near(
    x: Floats, y: Floats, first: tuple[float, float], second: tuple[float, float], thick: float
) -> tuple[slice, slice]:
    """Return the rows and columns that a piece of a line may reach; places run rightwards and downwards."""
    margin = 2 * max(thick, 1.0)
    left, right = sorted((first[0], second[0]))
    lower, upper = sorted((first[1], second[1]))
    columns = np.searchsorted(x[0], (left - margin, right + margin))
    rows = np.searchsorted(-y[:, 0], (-upper - margin, -lower + margin))
    return slice(int(rows[0]), int(rows[1])), slice(int(columns[0]), int(columns[1]))


def _segment(x: Floats, y: Floats, first: tuple[float, float], second: tuple[float, float], thick: float) -> Mask:
    """Return one piece of a line: `thick` knots measured across it, one knot at least, along the steeper axis."""
    if abs(second[0] - first[0]) < abs(second[1] - first[1]):
        x, y, first, second = y, x, first[::-1], second[::-1]
    if first[0] > second[0]:
        first, second = second, first
    run = second[0] - first[0]
    slope = (second[1] - first[1]) / run if run else 0.0
    reach = max(thick * float(np.hypot(1, slope)), 1.0) / 2
    off = y - (first[1] + (x - first[0]) * slope)
    end = max(thick, 1.0) / 2
    near: Mask = (x >= first[0] - end) & (x < second[0] + end) & (off >= -reach) & (off < reach)
    return near


def _rounded(x: Floats, y: Floats, first: tuple[float, float], second: tuple[float, float], thick: float) -> Mask:
    """Return one piece of a thick line: whatever is near it, round its ends too."""
    run, rise = second[0] - first[0], second[1] - first[1]
    along = np.clip(((x - first[0]) * run + (y - first[1]) * rise) / max(run**2 + rise**2, _EDGE), 0, 1)
    near: Mask = np.hypot(x - first[0] - along * run, y - first[1] - along * rise) <= thick / 2 + _EDGE
    return near


def leaf(field: Field, base: tuple[float, float], tip: tuple[float, float], breadth: float, full: float = 0.5) -> Mask:
    """Return a leaf or a petal from its base to its pointed tip; it is broadest where `full` of its length is reached."""
    run, rise = tip[0] - base[0], tip[1] - base[1]
    length = float(np.hypot(run, rise))
    along = ((field.x - base[0]) * run + (field.y - base[1]) * rise) / length**2
    across = ((field.y - base[1]) * run - (field.x - base[0]) * rise) / length
    power = np.log(0.5) / np.log(full)
    reach = np.sin(np.pi * np.clip(along, 0, 1) ** power)
    shape: Mask = (along >= 0) & (along <= 1) & (np.abs(across) <= breadth * reach + _EDGE)
    return shape


def bodied(cells: Cells, mask: Mask, fill: Part, line: int) -> Mask:
    """Lay a form with an outline where it has room for one, and plain where it has not; return what is filled."""
    within = eroded(mask, line)
    if within.sum() < 0.34 * mask.sum():
        cells[mask] = fill
        return mask
    cells[mask] = Part.OUTLINE
    cells[within] = fill
    return within


def petals(field: Field, count: int, rim: float, dent: float, point: float = 1.0) -> Mask:
    """Return a flower of petals round the middle, the first to the right: `rim` at a tip, `dent` between two.

    `point` under 1 makes petals full and round, above 1 narrow and sharp.
    """
    wave = np.abs(np.cos(field.angle * count / 2)) ** point
    return field.radius <= dent + (rim - dent) * wave + 1e-9


def _shifted(mask: Mask, down: int, right: int) -> Mask:
    """Return the mask moved by at most one knot each way; what comes in from outside is bare."""
    padded = np.pad(mask, 1)
    high, wide = mask.shape
    return padded[1 - down : 1 - down + high, 1 - right : 1 - right + wide]


_SIDES = ((0, 1), (0, -1), (1, 0), (-1, 0))
_CORNERS = ((1, 1), (1, -1), (-1, 1), (-1, -1))


def _window(mask: Mask, margin: int) -> tuple[slice, slice]:
    """Return the part of a sheet that holds a mask and so many knots about it; work on small forms stays small."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if rows.size == 0:
        return slice(0, 0), slice(0, 0)
    return (
        slice(max(0, rows[0] - margin), rows[-1] + 1 + margin),
        slice(max(0, columns[0] - margin), columns[-1] + 1 + margin),
    )


def eroded(mask: Mask, knots: int, already: int = 0) -> Mask:
    """Return the mask less its rim of so many knots; corners are cut every second time, so that rims stay even.

    `already` counts the knots that were taken off before.
    """
    window = _window(mask, 0)
    less = mask[window]
    for number in range(already, already + knots):
        around = _SIDES if number % 2 == 0 else _SIDES + _CORNERS
        less = np.logical_and.reduce([less, *(_shifted(less, *way) for way in around)])
        if not less.any():
            break
    left = np.zeros_like(mask)
    left[window] = less
    return left


def grown(mask: Mask, knots: int) -> Mask:
    """Return the mask and a rim of so many knots about it."""
    window = _window(mask, knots)
    more = mask[window]
    for number in range(knots):
        around = _SIDES if number % 2 == 0 else _SIDES + _CORNERS
        more = np.logical_or.reduce([more, *(_shifted(more, *way) for way in around)])
    whole = mask.copy()
    whole[window] = more
    return whole


def without_strays(mask: Mask) -> Mask:
    """Return the mask without knots that have no neighbour at a side, and without holes of one knot."""
    has_side = np.logical_or.reduce([_shifted(mask, *way) for way in _SIDES])
    closed = np.logical_and.reduce([_shifted(mask, *way) for way in _SIDES])
    tidy: Mask = (mask & has_side) | closed
    return tidy


def dye(cells: Cells, mask: Mask, part: Part) -> None:
    """Give the knots of a mask a part."""
    cells[mask] = part


def layers(cells: Cells, mask: Mask, *parts: tuple[Part, int]) -> Mask:
    """Lay parts within each other from the rim inwards, each so many knots broad; return what is left within."""
    already = 0
    for part, knots in parts:
        cells[mask] = part
        mask = eroded(mask, knots, already)
        already += knots
    return mask


def outlined(cells: Cells, mask: Mask, fill: Part, line: int, outline: Part = Part.OUTLINE) -> Mask:
    """Lay a form with an outline within its rim; return what is left within the outline."""
    within = layers(cells, mask, (outline, line))
    cells[within] = fill
    return within
