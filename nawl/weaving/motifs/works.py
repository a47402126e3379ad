"""Works of people: the water wheel, the lamp, the arch."""

from __future__ import annotations

import numpy as np

from nawl.weaving.motifs.motif import Cells, Part
from nawl.weaving.motifs.strokes import (
    Field,
    Mask,
    bodied,
    curve,
    disc,
    dye,
    inside,
    layers,
    leaf,
    lozenge,
    outlined,
    petals,
    stroke,
)


def noria(wide: int, high: int) -> Cells:
    """Draw the water wheel: a rim with paddles, an inner rim, spokes from a hub."""
    field = Field(wide, high, "eighth")
    cells, line = field.blank(), field.line
    least = min(wide, high)
    thick = max(1.0, least / 26)
    spokes = field.no()
    turns = (0, 22.5, 45) if least >= 27 else (0, 45)
    for turn in turns:
        x, y = np.cos(np.radians(turn)), np.sin(np.radians(turn))
        spokes |= stroke(field, [(0.16 * x, 0.16 * y), (0.84 * x, 0.84 * y)], thick)
    dye(cells, spokes, Part.OUTLINE)
    paddles = 32 if least >= 61 else 24 if least >= 31 else 16
    is_paddle = (field.radius > 0.8) & (field.radius <= 1.0) & (np.cos(field.angle * paddles) > -0.1)
    dye(cells, is_paddle, Part.ACCENT)
    for outer, inner in ((0.9, 0.74), (0.52, 0.42)):
        if inner < 0.5 and least < 23:
            continue
        rim = (field.radius <= outer) & (field.radius > inner)
        bodied(cells, rim, Part.MAIN, line if least >= 35 else 0)
    outlined(cells, disc(field, 0, 0, 0.24, 0.24), Part.SECOND, line)
    if least >= 25:
        dye(cells, petals(field, 8, 0.15, 0.08, 1), Part.LIGHT)
    return cells


def lamp(wide: int, high: int) -> Cells:
    """Draw the hanging lamp: chains from a ring, a flared neck, a round belly with a band, a foot."""
    field = Field(wide, high, "half", 0.66)
    cells, line = field.blank(), field.line
    thin = max(1, round(high / 50))
    dye(cells, stroke(field, [(0, 0.94), (0.42, 0.36)], thin), Part.ACCENT)
    dye(cells, stroke(field, [(0, 0.94), (0, 0.4)], thin), Part.ACCENT)
    bodied(cells, lozenge(field, 0, 0.9, 0.1, 0.1), Part.ACCENT, line if high >= 41 else 0)
    side = [(0.5, 0.38), (0.34, 0.2), (0.22, 0.02), (0.4, -0.14), (0.58, -0.38), (0.44, -0.66), (0.2, -0.8)]
    body = inside(field, [(-0.1, 0.38), *curve(side), (-0.1, -0.8)])
    foot = inside(field, [(-0.1, -0.78), (0.14, -0.78), (0.36, -1.01), (-0.36, -1.01)])
    bodied(cells, foot, Part.SECOND, line if high >= 25 else 0)
    within = bodied(cells, body, Part.LIGHT, line)
    dye(cells, within & (field.y < -0.24) & (field.y > -0.5), Part.SECOND)
    dye(cells, within & (field.y > 0.22), Part.MAIN)
    flame = leaf(field, (0, -0.22), (0, 0.2), 0.1, 0.4)
    dye(cells, flame & within, Part.MAIN)
    if high >= 31:
        _lamp_band(cells, field, within)
    return cells


def _lamp_band(cells: Cells, field: Field, within: Mask) -> None:
    """Draw what the lamp's belly bears: lozenges along the band, lines at its edges."""
    for x in (0.0, 0.24, 0.48):
        dye(cells, within & lozenge(field, x, -0.37, 0.08, 0.09), Part.ACCENT)
    for y in (-0.24, -0.5, 0.22):
        edge = np.abs(field.y - y) * field.high <= field.line
        dye(cells, within & edge, Part.OUTLINE)


def arch(wide: int, high: int) -> Cells:
    """Draw the niche: a pointed arch in steps on two columns, flowers in its spandrels; it fills its rectangle."""
    field = Field(wide, high, "half", 0.66)
    cells, line = field.blank(), field.line
    x, y = np.abs(field.x) / 0.66, field.y
    steps = max(4, min(14, high // 7))
    shoulder, tip = 0.2, 0.86
    level = np.floor((y - shoulder) / (tip - shoulder) * steps)
    reach = 0.66 * np.clip(1 - (level + 0.5) / steps, 0, 1) ** 0.8
    opening = ((y <= shoulder) & (x <= 0.66)) | ((y > shoulder) & (y <= tip) & (x <= reach))
    outlined(cells, np.ones_like(opening), Part.SECOND, line)
    rims = ((Part.OUTLINE, line), (Part.LIGHT, line), (Part.OUTLINE, line))
    dye(cells, layers(cells, opening, *(rims if high >= 33 else rims[:1])), Part.MAIN)
    _columns(cells, field, shoulder, line)
    if high >= 33:
        flower = Field(wide, high, "half", 0.66)
        for turn in range(0, 360, 60):
            px, py = 0.44 + 0.09 * np.cos(np.radians(turn)), 0.72 + 0.09 * np.sin(np.radians(turn))
            dye(cells, disc(flower, px, py, 0.06, 0.06), Part.LIGHT)
        dye(cells, disc(flower, 0.44, 0.72, 0.05, 0.05), Part.ACCENT)
    return cells


def _columns(cells: Cells, field: Field, top: float, line: int) -> None:
    """Draw the two columns on which an arch stands, with capital and base."""
    shaft = (field.x >= 0.46) & (field.x < 0.58) & (field.y < top - 0.02) & (field.y > -0.96)
    bodied(cells, shaft, Part.LIGHT, line if field.high >= 61 else 0)
    ends = (field.x >= 0.41) & (field.x < 0.63)
    for low, upper in ((top - 0.1, top + 0.02), (-1.01, -0.86)):
        end = ends & (field.y >= low) & (field.y < upper)
        bodied(cells, end, Part.ACCENT, line if field.high >= 61 else 0)
