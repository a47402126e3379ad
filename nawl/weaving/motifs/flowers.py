"""Flowers and fruits: tulip, carnation, pomegranate, jasmine, the rose of Damascus, the boteh."""

from __future__ import annotations

import numpy as np

from nawl.weaving.motifs.motif import Cells, Part
from nawl.weaving.motifs.strokes import (
    Field,
    Mask,
    blob,
    bodied,
    curve,
    disc,
    dye,
    eroded,
    grown,
    inside,
    layers,
    leaf,
    lozenge,
    outlined,
    stroke,
)


def _stem(cells: Cells, field: Field, top: float, part: Part = Part.HEART) -> None:
    """Draw an upright stem from the lower edge; it stands on the middle knot, or on the two of a middle seam."""
    thick = max(1.0, round(field.wide * 0.045))
    across = np.abs(field.x) / field.ratio * field.wide
    dye(cells, (across <= thick) & (field.y <= top), part)


def tulip(wide: int, high: int) -> Cells:
    """Draw the tulip from the side: a pointed petal between two that bend outwards, on a stem with two leaves."""
    field = Field(wide, high, "half", 0.7)
    cells, line = field.blank(), field.line
    _stem(cells, field, 0)
    long_leaf = curve([(0, -0.92), (0.3, -0.75), (0.52, -0.35), (0.66, 0.08), (0.36, -0.28), (0.14, -0.55), (0, -0.7)])
    bodied(cells, inside(field, long_leaf), Part.HEART, line)
    line = line if high >= 20 else 0
    cup = curve([(0, -0.12), (0.3, -0.04), (0.5, 0.2), (0.5, 0.5), (0.66, 0.95), (0.3, 0.72), (0.14, 0.5), (0, 0.4)])
    bodied(cells, inside(field, cup), Part.MAIN, line)
    middle = leaf(field, (0, -0.02), (0, 1.0), 0.26, 0.42)
    bodied(cells, middle, Part.ACCENT, line)
    if high >= 35:
        dye(cells, leaf(field, (0, 0.1), (0, 0.78), 0.1, 0.45), Part.MAIN)
    if high >= 81:
        dye(cells, leaf(field, (0.34, 0.14), (0.53, 0.78), 0.035, 0.4), Part.LIGHT)
        dye(cells, leaf(field, (0.14, -0.72), (0.52, -0.2), 0.025, 0.4), Part.LIGHT)
    return cells


def carnation(wide: int, high: int) -> Cells:
    """Draw the carnation from the side: a fan of toothed petals over a calyx, on a stem with narrow leaves."""
    field = Field(wide, high, "half", 0.8)
    cells, line = field.blank(), field.line
    _stem(cells, field, 0)
    pairs = ((-0.92, 0.66, -0.44), (-0.62, 0.56, -0.2)) if high >= 20 else ((-0.9, 0.62, -0.3),)
    for low, reach, up in pairs:
        narrow = leaf(field, (0, low), (reach, up), 0.07 + 0.9 / high if high >= 20 else 0.06)
        bodied(cells, narrow, Part.HEART, line if high >= 61 else 0)
    turn = np.arctan2(field.x, field.y + 0.12)
    far = np.hypot(field.x, field.y + 0.12)
    teeth = 9 if high >= 33 else 7 if high >= 21 else 5
    saw = np.abs((turn * teeth / 2.3 + 0.5) % 1 - 0.5) * 2
    fan = (turn <= 1.15) & (far <= 1.1 - 0.17 * saw)
    within = bodied(cells, fan, Part.MAIN, line)
    if high >= 21:
        dye(cells, within & (far <= 0.8 - 0.16 * saw), Part.LIGHT)
        dye(cells, within & (far <= 0.62 - 0.14 * saw), Part.MAIN)
    calyx = inside(field, [(0, -0.32), (0.14, -0.22), (0.28, 0.12), (0.12, 0.04), (0, 0.26), (-0.12, 0.04)])
    bodied(cells, calyx | lozenge(field, 0, -0.02, 0.2, 0.26), Part.SECOND, line)
    return cells


def pomegranate(wide: int, high: int) -> Cells:
    """Draw the pomegranate with its crown, cut open so that its seeds show, over two leaves."""
    field = Field(wide, high, "half", 0.8)
    cells, line = field.blank(), field.line
    _stem(cells, field, -0.7)
    bodied(cells, leaf(field, (0, -0.98), (0.74, -0.62), 0.16), Part.HEART, line)
    crown = inside(field, [(0, 0.4), (0.16, 0.5), (0.34, 1.0), (0.14, 0.8), (0, 1.0), (-0.14, 0.8), (-0.2, 0.4)])
    bodied(cells, crown, Part.ACCENT, line)
    body = disc(field, 0, -0.14, 0.72, 0.66)
    within = outlined(cells, body, Part.MAIN, line)
    if high < 19:
        dye(cells, lozenge(field, 0, -0.14, 0.26, 0.4), Part.LIGHT)
        return cells
    cut = leaf(field, (0, -0.68), (0, 0.4), 0.34) & within
    layers(cells, cut, (Part.OUTLINE, line), (Part.LIGHT, 1))
    _seeds(cells, field, cut, line)
    return cells


def _seeds(cells: Cells, field: Field, cut: Mask, line: int) -> None:
    """Lay whole seeds in a cut fruit, in rows that stand between each other."""
    x, y = field.steps
    half = round(field.high / 110)
    pitch = 4 * half + 3
    row = (y + 100 * pitch) // pitch
    middle = ((x + (row % 2) * (pitch // 2 + 1)) % pitch == 0) & ((y + 100 * pitch) % pitch == 0)
    seeds = middle & eroded(cut, line + half + 1)
    tall = np.roll(seeds, 1, axis=0)  # a seed is two knots high where it is one broad
    dye(cells, grown(seeds, half) | tall, Part.MAIN)


def jasmine(wide: int, high: int) -> Cells:
    """Draw the jasmine from above: five white petals, five narrow sepals between them, a yellow heart."""
    field = Field(wide, high, "half")
    cells, line = field.blank(), field.line
    for turn in (36, 108, 180):
        tip = np.sin(np.radians(turn)), np.cos(np.radians(turn)) - 0.04
        bodied(cells, leaf(field, (0, -0.04), (0.86 * tip[0], 0.86 * tip[1]), 0.12 + 0.4 / high, 0.6), Part.HEART, line)
    for turn in (144, 72, 0):
        tip = 1.02 * np.sin(np.radians(turn)), 1.02 * np.cos(np.radians(turn)) - 0.04
        petal = leaf(field, (0, -0.04), tip, 0.31, 0.6)
        outlined(cells, petal, Part.LIGHT, line)
        if high >= 51:
            dye(cells, leaf(field, (0, -0.04), (0.5 * tip[0], 0.5 * tip[1]), 0.035, 0.7), Part.ACCENT)
    dye(cells, disc(field, 0, -0.04, 0.17, 0.17), Part.OUTLINE)
    dye(cells, disc(field, 0, -0.04, 0.17 - 2 * line / high, 0.17 - 2 * line / high), Part.ACCENT)
    return cells


def damask_rose(wide: int, high: int) -> Cells:
    """Draw the rose of Damascus, open: three rounds of petals about a heart, and leaves between the outer ones."""
    field = Field(wide, high, "half")
    cells, line = field.blank(), field.line
    for turn in (36, 108, 180):
        tip = np.sin(np.radians(turn)), np.cos(np.radians(turn))
        bodied(cells, leaf(field, (0, 0), tip, 0.2, 0.66), Part.HEART, line)
    rounds = [(0.56, 0.38, 0, Part.MAIN), (0.37, 0.29, 36, Part.ACCENT), (0.2, 0.19, 0, Part.MAIN)]
    if high < 23:
        line, rounds = 0, rounds[:2]
    for out, size, turned, part in rounds:
        for turn in (180 - turned, 108 - turned, 36 - turned) if turned else (144, 72, 0):
            x, y = out * np.sin(np.radians(turn)), out * np.cos(np.radians(turn))
            outlined(cells, disc(field, x, y, size, size), part, line)
    outlined(cells, disc(field, 0, 0, 0.16, 0.16), Part.LIGHT, line)
    return cells


_DROP = [
    (-0.02, -0.98),
    (0.46, -0.8),
    (0.62, -0.38),
    (0.5, 0.06),
    (0.2, 0.34),
    (0.1, 0.56),
    (0.26, 0.7),
    (0.5, 0.62),
    (0.62, 0.78),
    (0.42, 0.96),
    (0.02, 0.92),
    (-0.3, 0.58),
    (-0.52, 0.08),
    (-0.62, -0.42),
    (-0.44, -0.82),
]


def boteh(wide: int, high: int) -> Cells:
    """Draw the boteh: a drop that bends its tip aside, rim within rim, with a flower in its belly."""
    field = Field(wide, high, "none", 0.66)
    cells, line = field.blank(), field.line
    drop = blob(field, _DROP)
    within = layers(cells, drop, (Part.OUTLINE, line), (Part.LIGHT, line), (Part.OUTLINE, line))
    if high < 35:
        within = layers(cells, drop, (Part.OUTLINE, line))
    dye(cells, within, Part.MAIN)
    if high >= 91:
        dye(cells, layers(cells, within, (Part.MAIN, 2 * line), (Part.ACCENT, line)), Part.MAIN)
    _belly(cells, field, line)
    return cells


def _belly(cells: Cells, field: Field, line: int) -> None:
    """Draw the flower in a boteh's belly, and the spray over it where there is room."""
    if field.high < 25:
        dye(cells, lozenge(field, -0.02, -0.4, 0.22, 0.26), Part.LIGHT)
        dye(cells, lozenge(field, -0.02, -0.4, 0.09, 0.1), Part.SECOND)
        return
    for turn in range(0, 360, 60):
        x, y = 0.2 * np.sin(np.radians(turn)), 0.2 * np.cos(np.radians(turn))
        bodied(cells, disc(field, x - 0.02, y - 0.42, 0.12, 0.12), Part.ACCENT, line - 1)
    outlined(cells, disc(field, -0.02, -0.42, 0.13, 0.13), Part.SECOND, line)
    spray = curve([(-0.04, -0.1), (-0.1, 0.2), (-0.06, 0.5), (0.12, 0.76)])
    dye(cells, stroke(field, spray, line), Part.LIGHT)
    if field.high >= 41:
        for at, side in ((0.0, 0.15), (0.24, 0.15), (0.02, -0.17), (0.26, -0.15)):
            dye(cells, leaf(field, (-0.08, at), (-0.08 + side, at + 0.16), 0.06), Part.LIGHT)
