"""Trees, leaves and ears: cypress, tree of life, vine leaf, ear of wheat."""

from __future__ import annotations

import numpy as np

from nawl.weaving.motifs.motif import Cells, Part
from nawl.weaving.motifs.strokes import (
    Field,
    bodied,
    box,
    curve,
    disc,
    dye,
    inside,
    layers,
    leaf,
    outlined,
    stroke,
)


def cypress(wide: int, high: int) -> Cells:
    """Draw the cypress: a tall flame on a short trunk, filled with boughs that rise from the middle."""
    field = Field(wide, high, "half", 0.5)
    cells, line = field.blank(), field.line
    bodied(cells, box(field, 0, 0.09, -1, -0.6), Part.ACCENT, line if high > 50 else 0)
    bodied(cells, inside(field, [(-0.3, -1.01), (0.3, -1.01), (0.16, -0.9), (-0.16, -0.9)]), Part.ACCENT, 0)
    flame = inside(
        field, curve([(0, 1.02), (0.12, 0.78), (0.3, 0.2), (0.42, -0.3), (0.36, -0.62), (0.16, -0.8), (0, -0.83)])
    )
    within = outlined(cells, flame, Part.HEART, line)
    if high < 19:
        return cells
    x, y = field.steps
    pitch = max(4, round(high / 11))
    thick = max(1, round(high / 45))
    bough = (y - x + 40 * pitch) % pitch < thick
    inner = layers(np.zeros_like(cells), within, (Part.HEART, 1))
    dye(cells, inner & bough & (np.abs(x) > 0), Part.LIGHT)
    if high >= 35:
        dye(cells, inner & (np.abs(x) <= (line - 1)), Part.OUTLINE)
    return cells


def tree_of_life(wide: int, high: int) -> Cells:
    """Draw the tree of life: a stem on a mound, boughs that rise in pairs and end in leaves and fruits, a flower on top."""
    field = Field(wide, high, "half", 0.75)
    cells, line = field.blank(), field.line
    thick = max(1.0, round(high / 30))
    boughs = 4 if high >= 61 else 3
    for number in range(boughs):
        _bough(cells, field, -0.66 + 1.16 * number / boughs, 0.5 - 0.24 * number / boughs, number, thick)
    dye(cells, (np.abs(field.x) / field.ratio * wide <= thick) & (field.y <= 0.8) & (field.y > -0.9), Part.HEART)
    mound = inside(field, [(-0.1, -0.72), (0.12, -0.72), (0.2, -0.86), (0.42, -0.86), (0.5, -1.01), (-0.5, -1.01)])
    bodied(cells, mound, Part.ACCENT, line if high >= 29 else 0)
    bodied(cells, leaf(field, (0, 0.44), (0, 1.01), 0.19, 0.42), Part.MAIN, line if high >= 29 else 0)
    if high >= 61:
        dye(cells, leaf(field, (0, 0.56), (0, 0.9), 0.07, 0.42), Part.LIGHT)
    return cells


def _bough(cells: Cells, field: Field, low: float, reach: float, number: int, thick: float) -> None:
    """Draw a bough that sweeps out and up, a leaf above it and one below where there is room, and the fruit it bears."""
    end = (reach + 0.06, low + 0.3)
    dye(cells, stroke(field, curve([(0, low), (reach * 0.6, low + 0.03), (reach, low + 0.13), end]), thick), Part.HEART)
    if field.high >= 37:
        middle = reach * 0.5
        dye(cells, leaf(field, (middle, low), (middle - 0.02, low + 0.24), 0.07), Part.HEART)
        dye(cells, leaf(field, (middle, low + 0.02), (middle + 0.24, low - 0.06), 0.05), Part.HEART)
    line = max(1, round(field.high / 90)) if field.high >= 29 else 0
    size = 0.125 if field.high >= 37 else 0.15
    bodied(cells, disc(field, *end, size, size), (Part.MAIN, Part.SECOND)[number % 2], line)
    if field.high >= 51:
        dye(cells, disc(field, *end, size * 0.36, size * 0.36), Part.LIGHT)


_VINE_LEAF = [
    (0, 1.0),
    (0.14, 0.78),
    (0.34, 0.66),
    (0.3, 0.44),
    (0.42, 0.5),
    (0.6, 0.62),
    (0.86, 0.56),
    (0.84, 0.3),
    (0.96, 0.12),
    (0.74, 0.02),
    (0.52, 0.02),
    (0.64, -0.14),
    (0.76, -0.42),
    (0.5, -0.52),
    (0.36, -0.74),
    (0.16, -0.6),
    (0.0, -0.38),
]


def vine_leaf(wide: int, high: int) -> Cells:
    """Draw the vine leaf: five pointed lobes, veins, and its stalk."""
    field = Field(wide, high, "half", 1.0)
    cells, line = field.blank(), field.line
    thick = max(1, line - (high < 60))
    dye(cells, (np.abs(field.x) * wide <= max(1, thick)) & (field.y < -0.3), Part.HEART)
    within = bodied(cells, inside(field, _VINE_LEAF), Part.HEART, line)
    if high >= 17:
        veins: list[list[tuple[float, float]]] = [
            [(0, -0.36), (0, 0.74)],
            [(0, -0.3), (0.62, 0.38)],
            [(0, -0.34), (0.46, -0.5)],
        ]
        room = layers(np.zeros_like(cells), within, (Part.HEART, 1))
        for vein in veins:
            dye(cells, room & stroke(field, vein, thick), Part.LIGHT)
    return cells


def wheat_ear(wide: int, high: int) -> Cells:
    """Draw the ear of wheat: grains in pairs along the stalk, with their beards, and two blades below."""
    field = Field(wide, high, "half", 0.5)
    cells, line = field.blank(), field.line
    thick = max(1.0, round(high / 40))
    dye(cells, (np.abs(field.x) / field.ratio * wide <= thick) & (field.y < 0.6), Part.HEART)
    bodied(
        cells, inside(field, curve([(0, -0.84), (0.2, -0.6), (0.44, -0.28), (0.22, -0.42), (0, -0.64)])), Part.HEART, 0
    )
    is_fine = high >= 61
    pairs = 6 if is_fine else 4 if high >= 31 else 3
    top, bottom = 0.42, -0.34
    step = (top - bottom) / (pairs - 1)
    line = line if is_fine else 0
    broad = 0.32 * step + (0.02 if is_fine else -0.7 / high)
    for number in range(pairs):
        low = bottom + number * step
        if is_fine or number == pairs - 1:
            dye(cells, stroke(field, [(0.2, low + 0.2), (0.34, low + 0.5)], max(1, thick - 1)), Part.ACCENT)
        bodied(cells, leaf(field, (0.02, low - 0.12), (0.3, low + 0.24), broad, 0.55), Part.ACCENT, line)
    dye(cells, (np.abs(field.x) / field.ratio * wide <= thick) & (field.y < top), Part.HEART)
    bodied(cells, leaf(field, (0, top - 0.02), (0, top + 0.36), 0.09, 0.5), Part.ACCENT, line)
    dye(cells, (np.abs(field.x) / field.ratio * wide <= max(1, thick - 1)) & (field.y > top + 0.3), Part.ACCENT)
    return cells


def olive_branch(wide: int, high: int) -> Cells:
    """Draw the olive branch: narrow leaves in pairs along an upright stem, olives between them."""
    field = Field(wide, high, "half", 0.7)
    cells, line = field.blank(), field.line
    thick = max(1.0, round(high / 40))
    pairs = 5 if high >= 61 else 4 if high >= 31 else 3
    outline = max(1, round(high / 100)) if high >= 51 else 0
    for number in range(pairs):
        low = -0.86 + 1.34 * number / pairs
        reach = 0.66 - 0.24 * number / pairs
        broad = 0.07 + (0.5 / high if high < 51 else 0)
        bodied(cells, leaf(field, (0.02, low), (reach, low + 0.42), broad, 0.5), Part.HEART, outline)
        if number + 1 < pairs:
            size = 0.09 if high >= 31 else 0.1
            dye(cells, stroke(field, [(0, low + 0.2), (0.22, low + 0.08)], max(1, thick - 1)), Part.HEART)
            bodied(cells, disc(field, 0.26, low + 0.02, size, size * 1.2), Part.SECOND, outline)
    dye(cells, (np.abs(field.x) / field.ratio * wide <= thick) & (field.y < 0.6), Part.HEART)
    bodied(cells, leaf(field, (0, 0.42), (0, 1.01), 0.12, 0.45), Part.HEART, line if high >= 51 else 0)
    return cells
