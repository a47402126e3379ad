"""Frieze units (وحدات الكنار): one repeat of a border, its outer edge above; each mirrors itself about its middle.

A unit is drawn at the length and thickness asked for, so the same unit fits level and upright sides whose knots have
another proportion. `turn` counts from the middle of the side: units of odd turn look the other way or wear another dye.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

import numpy as np

from nawl.weaving.composing.drawing import flowers, geometry
from nawl.weaving.composing.drawing.pen import AS_OWN, Draw, Plane, along, padded, remembered, stroke
from nawl.weaving.motifs import frieze_unit, motif
from nawl.weaving.motifs.motif import Cells, Part

DrawUnit = Callable[[int, int, int], Cells]
"""`draw(length, thick, turn)`: one repeat, its outer edge above."""


@dataclass(frozen=True)
class Unit:
    """A frieze unit: how one repeat and the corner are drawn, and its length against its thickness.

    `corner` is drawn `(wide, high)` for the upper left corner; without one, the unit is mitred along the diagonal.
    `is_odd` asks for an odd number of repeats, so that both ends of a side meet their corners alike.
    """

    code: str
    side: DrawUnit
    ratio: float = 1.0
    corner: Callable[[int, int], Cells] | None = None
    is_odd: bool = False

    def at_corner(self, wide: int, high: int) -> Cells:
        """Draw the upper left corner: its own piece, or the unit mitred."""
        if self.corner is not None:
            return self.corner(wide, high)
        level, upright = self.side(wide, high, 0), self.side(high, wide, 0).T
        x, y = (np.arange(wide) + 0.5) / wide, (np.arange(high) + 0.5) / high
        mitred: Cells = np.where(y[:, None] < x[None], level, upright)
        return mitred


def put(sheet: Cells, cells: Cells, x: float, y: float) -> None:
    """Lay a drawing with its middle at (x, y) over a sheet; clear cells let the sheet show; what lies outside is left out."""
    high, wide = cells.shape
    left, top = round(x - wide / 2), round(y - high / 2)
    x0, y0, x1, y1 = max(0, left), max(0, top), min(sheet.shape[1], left + wide), min(sheet.shape[0], top + high)
    if x0 < x1 and y0 < y1:
        piece = cells[y0 - top : y1 - top, x0 - left : x1 - left]
        np.copyto(sheet[y0:y1, x0:x1], piece, where=piece > 0)


def _wave(length: int, thick: int, swing: float, way: int) -> tuple[Plane, Plane]:
    t = np.linspace(-0.62, 0.62, 60)
    return (t + 0.5) * length, thick / 2 - way * swing * thick * np.cos(np.pi * t)


def _odd(size: float, least: int = 5) -> int:
    return max(least, int(size) | 1)


@remembered
def _tie(wide: int, high: int) -> Cells:
    """A small lozenge between two repeats; its dye is the same in every turn, for two repeats share it."""
    cells = geometry.lozenge(wide, high, skins=1)
    return np.where(cells > Part.OUTLINE, np.uint8(Part.ACCENT), cells)


def _mirrored(sheet: Cells) -> Cells:
    """Make the right half the mirror of the left."""
    half = sheet.shape[1] // 2
    sheet[:, sheet.shape[1] - half :] = sheet[:, :half][:, ::-1]
    return sheet


@remembered
def vine(length: int, thick: int, turn: int) -> Cells:
    """A half wave of a vine with a palmette in its hollow and leaves along it."""
    sheet = np.zeros((thick, length), np.uint8)
    way = 1 if turn % 2 == 0 else -1
    line = np.zeros((thick, length), np.bool_)
    stroke(line, *_wave(length, thick, 0.36, way), thick=max(1.6, thick / 22))
    sheet[line] = Part.ACCENT
    size = _odd(min(thick * 0.76, length * 0.80), 7)
    for at, lean in ((-0.34, -0.9), (-0.18, 2.2)):
        x, y = (at + 0.5) * length, thick / 2 - way * 0.36 * thick * np.cos(np.pi * at)
        bit = _odd(thick * 0.17, 5)
        shift = bit * 0.55 * (1 if lean == -0.9 else -1) * way
        put(sheet, flowers.leaf(bit, _odd(bit * 1.3), turn=lean if way > 0 else np.pi - lean), x, y - shift)
    flower = flowers.palmette(size, size, turn=0.0 if way < 0 else np.pi)
    put(sheet, flower, length / 2, thick / 2 + way * thick * 0.07)
    return _mirrored(sheet)


@remembered
def garland(length: int, thick: int, turn: int) -> Cells:
    """A half wave of a vine with a rosette in its hollow and a bud at its crest."""
    sheet = np.zeros((thick, length), np.uint8)
    way = 1 if turn % 2 == 0 else -1
    line = np.zeros((thick, length), np.bool_)
    stroke(line, *_wave(length, thick, 0.38, way), thick=max(1.6, thick / 22))
    sheet[line] = Part.ACCENT
    size = _odd(min(thick * 0.64, length * 0.72), 7)
    bit = _odd(thick * 0.2, 5)
    put(
        sheet,
        flowers.leaf(bit, _odd(bit * 1.4), turn=-0.8 if way > 0 else np.pi + 0.8),
        0.17 * length,
        thick / 2 + way * bit * 0.2,
    )
    put(sheet, flowers.rosette(size, size), length / 2, thick / 2 + way * thick * 0.08)
    return _mirrored(sheet)


@remembered
def meander(length: int, thick: int, turn: int) -> Cells:
    """A narrow half wave with one small flower: for the minor borders."""
    sheet = np.zeros((thick, length), np.uint8)
    way = 1 if turn % 2 == 0 else -1
    line = np.zeros((thick, length), np.bool_)
    stroke(line, *_wave(length, thick, 0.30, way), thick=1.6)
    sheet[line] = Part.ACCENT
    size = _odd(thick * 0.62, 5)
    put(sheet, flowers.daisy(size, size, petals=8 if size > 11 else 4), length / 2, thick / 2 + way * thick * 0.12)
    return _mirrored(sheet)


@remembered
def rosettes(length: int, thick: int) -> Cells:
    """A rosette and, between two of them, a half of a small lozenge that the next repeat makes whole."""
    sheet = np.zeros((thick, length), np.uint8)
    size = _odd(min(thick * 0.82, length * 0.70), 5)
    bit = _odd(min(thick * 0.34, length - size - 3), 3)
    for x in (0, length):
        put(sheet, _tie(bit, bit), x, thick / 2)
    put(sheet, flowers.rosette(size, size), length / 2, thick / 2)
    return _mirrored(sheet)


@remembered
def stars(length: int, thick: int) -> Cells:
    """An eight-pointed star, with a small lozenge halfway to the next."""
    sheet = np.zeros((thick, length), np.uint8)
    size = _odd(min(thick * 0.82, length * 0.70), 5)
    bit = _odd(min(thick * 0.36, length - size - 3), 3)
    for x in (0, length):
        put(sheet, _tie(bit, bit), x, thick / 2)
    put(sheet, geometry.star(size, size), length / 2, thick / 2)
    return _mirrored(sheet)


@remembered
def lozenges(length: int, thick: int) -> Cells:
    """Lozenges tip to tip, with small triangles that fill the edge between them."""
    sheet = np.zeros((thick, length), np.uint8)
    put(sheet, geometry.lozenge(length, _odd(thick * 0.86)), length / 2, thick / 2)
    return _mirrored(sheet)


@remembered
def hooks(length: int, thick: int) -> Cells:
    """A hooked lozenge: the border of the runners."""
    sheet = np.zeros((thick, length), np.uint8)
    put(sheet, geometry.hooked(_odd(length * 0.92), _odd(thick * 0.9)), length / 2, thick / 2)
    return _mirrored(sheet)


@remembered
def merlons(length: int, thick: int) -> Cells:
    """Reciprocal battlements: what rises of one colour is what hangs of the other."""
    x = np.abs(along(length))
    y = (np.arange(thick) + 0.5) / thick
    reach = np.where(x < 0.22, 0.86, np.where(x < 0.50, 0.62, 0.14))
    return np.where(y[:, None] < reach[None], np.uint8(Part.MAIN), np.uint8(Part.CLEAR))


@remembered
def waves(length: int, thick: int) -> Cells:
    """A stepped triangle standing on the inner edge: the saw of the guard borders."""
    x = np.abs(along(length))
    y = (np.arange(thick) + 0.5) / thick
    steps = max(2, thick // 3)
    stair = np.floor(x * steps) / steps
    return np.where(y[:, None] >= stair[None] * 0.9 + 0.08, np.uint8(Part.MAIN), np.uint8(Part.CLEAR))


@remembered
def beads(length: int, thick: int, turn: int) -> Cells:
    """A row of beads, every other one of another colour."""
    size = max(3, int(min(thick * 0.66, length * 0.7)))
    u, v = np.meshgrid(along(size), along(size))
    bead = np.where(np.abs(u) + np.abs(v) <= 1.25, np.uint8(Part.MAIN if turn % 2 == 0 else Part.SECOND), np.uint8(0))
    return _mirrored(padded(bead, length, thick))


@remembered
def chain(length: int, thick: int) -> Cells:
    """An S that leans, mirrored in the next: the running chain of the minor borders."""
    sheet = np.zeros((thick, length), np.uint8)
    line = np.zeros((thick, length), np.bool_)
    mid, arm = length / 2, length * 0.34
    t = np.linspace(0, np.pi, 24)
    stroke(line, mid + arm * np.cos(t), thick * 0.5 - thick * 0.30 * np.sin(t), max(2, thick / 6))
    stroke(line, mid + arm * np.cos(t), thick * 0.5 + thick * 0.30 * np.sin(t), max(2, thick / 6))
    sheet[line] = Part.MAIN
    bit = _odd(thick * 0.26, 3)
    put(sheet, _tie(bit, bit), mid, thick / 2)
    for x in (0, length):
        put(sheet, _tie(bit, bit), x, thick / 2)
    return _mirrored(sheet)


@remembered
def kilim(length: int, thick: int, turn: int) -> Cells:
    """Stepped half lozenges from both edges with a lozenge between: the border of flat weaves."""
    u = np.abs(along(length))
    v = np.abs(along(thick))
    steps = max(3, thick // 4)
    f = np.floor(u * steps)[None] / steps + np.floor(v * steps)[:, None] / steps
    sheet = np.where(f < 0.86, np.uint8(Part.MAIN), np.uint8(Part.CLEAR))
    sheet[f < 0.56] = Part.LIGHT
    sheet[f < 0.30] = Part.SECOND if turn % 2 == 0 else Part.HEART
    return sheet


def _shelf(code: str) -> Draw:
    """A form of the shelf that mirrors itself, in exactly the size asked for."""
    return lambda wide, high: padded(motif(code).draw(wide, high), wide, high)


def _frieze(code: str) -> Unit:
    """A frieze unit of the shelf that mirrors itself; too narrow a band for it gets beads instead."""
    unit = frieze_unit(code)
    assert unit is not None, code

    @remembered
    def side(length: int, thick: int, turn: int) -> Cells:
        if thick < unit.least_high or length < unit.motif.least[0]:
            return beads(length, thick, turn)
        return _mirrored(AS_OWN[padded(unit.draw(length, thick), length, thick)].copy())

    @remembered
    def corner(wide: int, high: int) -> Cells:
        return padded(AS_OWN[unit.corner(min(wide, high))], wide, high)

    return Unit(code, side, unit.proportion + unit.margin, corner)


def _framed(draw: Draw) -> Draw:
    """A form in the middle of its repeat, a little clear room around it, small lozenges where two repeats meet."""

    def framed(length: int, thick: int) -> Cells:
        sheet = np.zeros((thick, length), np.uint8)
        size = _odd(min(length * 0.90, thick * 0.88))
        bit = _odd(thick * 0.22, 3)
        for x in (0, length):
            for y in (0.22, 0.78):
                put(sheet, _tie(bit, bit), x, thick * y)
        put(sheet, draw(size, size), length / 2, thick / 2)
        return _mirrored(sheet)

    return framed


def _framed_corner(draw: Draw, share: float) -> Draw:
    """A corner piece with the other halves of the four small lozenges that the sides begin with."""

    def corner(wide: int, high: int) -> Cells:
        sheet = np.zeros((high, wide), np.uint8)
        for at in (0.22, 0.78):
            put(sheet, _tie(_odd(high * 0.22, 3), _odd(high * 0.22, 3)), wide, high * at)
            put(sheet, _tie(_odd(wide * 0.22, 3), _odd(wide * 0.22, 3)), wide * at, high)
        put(sheet, draw(_odd(wide * share), _odd(high * share)), wide / 2, high / 2)
        return sheet

    return corner


def _alike(draw: Callable[[int, int], Cells]) -> DrawUnit:
    """Every repeat is drawn alike; only its dye changes by turns."""
    return lambda length, thick, _turn: draw(length, thick)


def _linked(draw: Callable[[int, int], Cells], share: float) -> Callable[[int, int], Cells]:
    """A corner piece, with the other halves of the small lozenges that the sides begin with."""

    def corner(wide: int, high: int) -> Cells:
        sheet = np.zeros((high, wide), np.uint8)
        bit_x, bit_y = _odd(wide * 0.34, 3), _odd(high * 0.34, 3)
        put(sheet, _tie(bit_x, bit_y), wide, high / 2)
        put(sheet, _tie(bit_x, bit_y), wide / 2, high)
        put(sheet, draw(_odd(wide * share), _odd(high * share)), wide / 2, high / 2)
        return sheet

    return corner


def _tied(draw: Callable[[int, int], Cells], share: float) -> Callable[[int, int], Cells]:
    """A corner piece that the vines of both sides run into."""

    def corner(wide: int, high: int) -> Cells:
        sheet = np.zeros((high, wide), np.uint8)
        line = np.zeros((high, wide), np.bool_)
        stroke(line, np.array([wide / 2, wide + 1]), np.array([high / 2, high / 2]), max(1.6, min(wide, high) / 22))
        stroke(line, np.array([wide / 2, wide / 2]), np.array([high / 2, high + 1]), max(1.6, min(wide, high) / 22))
        sheet[line] = Part.ACCENT
        put(sheet, draw(_odd(wide * share), _odd(high * share)), wide / 2, high / 2)
        return sheet

    return corner


def _alone(draw: Callable[[int, int], Cells], share: float) -> Callable[[int, int], Cells]:
    def corner(wide: int, high: int) -> Cells:
        return padded(draw(_odd(wide * share), _odd(high * share)), wide, high)

    return corner


UNITS: Final[dict[str, Unit]] = {
    unit.code: unit
    for unit in (
        Unit("vine", vine, 0.95, _tied(flowers.rosette, 0.74), is_odd=True),
        Unit("garland", garland, 0.82, _tied(flowers.rosette, 0.74), is_odd=True),
        Unit("meander", meander, 1.15, _tied(partial(flowers.daisy, petals=8), 0.72), is_odd=True),
        Unit("rosettes", _alike(rosettes), 1.12, _linked(flowers.rosette, 0.82)),
        Unit("stars", _alike(stars), 1.15, _linked(geometry.star, 0.86)),
        Unit("lozenges", _alike(lozenges), 1.3, _alone(geometry.star, 0.8)),
        Unit("hooks", _alike(hooks), 1.15, _alone(geometry.star, 0.8)),
        Unit("merlons", _alike(merlons), 0.9),
        Unit("waves", _alike(waves), 1.3),
        Unit("beads", beads, 1.0, is_odd=True),
        Unit("chain", _alike(chain), 1.4, _linked(geometry.star, 0.8)),
        Unit("kilim", kilim, 1.5, is_odd=True),
        *(_frieze(code) for code in ("tulip", "carnation", "kilim_steps", "trefoil", "water", "rams_horn")),
        Unit("eightfold", _alike(_framed(_shelf("khatam"))), 1.0, _framed_corner(_shelf("khatam"), 0.90)),
    )
}
"""Every unit by its code."""
