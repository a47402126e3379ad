"""Stars, lozenges and medallions: forms of straight and slanting lines, eight-fold or four-fold."""

from __future__ import annotations

import numpy as np

from nawl.weaving.motifs.motif import Cells, Part
from nawl.weaving.motifs.strokes import (
    Field,
    Mask,
    disc,
    dye,
    eroded,
    layers,
    lozenge,
    outlined,
    petals,
    without_strays,
)

_EDGE = 1e-9
_ROOT = 2**0.5
_RINGS = (Part.HEART, Part.LIGHT, Part.ACCENT, Part.MAIN, Part.LIGHT, Part.SECOND, Part.MAIN, Part.ACCENT)
_FEW_RINGS = (Part.HEART, Part.LIGHT, Part.MAIN, Part.SECOND)


def _star(field: Field, size: float) -> Mask:
    """Return two squares laid across each other, drawn on an eighth."""
    return (field.x <= size / _ROOT + 0.02) | (field.x + field.y <= size + _EDGE)


def khatam(wide: int, high: int) -> Cells:
    """Draw the eight-pointed star: two crossed squares, a lesser star in it, and a flower at its heart."""
    field = Field(wide, high, "eighth")
    cells, line = field.blank(), field.line
    least = min(wide, high)
    outlined(cells, _star(field, 1), Part.MAIN, line)
    if least >= 13:
        layers(cells, _star(field, 1), (Part.OUTLINE, line), (Part.LIGHT, line), (Part.MAIN, 1))
    if least >= 19:
        outlined(cells, _star(field, 0.56), Part.SECOND, line)
    if least >= 33:
        flower = petals(field, 8, 0.36, 0.21, 0.7)
        layers(cells, flower, (Part.LIGHT, 1))
    size = 0.2 if least >= 13 else 0.34
    if least >= 25:
        outlined(cells, lozenge(field, 0, 0, size, size), Part.HEART, line)
    else:
        dye(cells, lozenge(field, 0, 0, size, size), Part.HEART)
    return cells


def star_rings(wide: int, high: int) -> Cells:
    """Draw the star of eight lozenges, each laid in small lozenges, so that rings of colour run out from the heart."""
    field = Field(wide, high, "eighth")
    cells = field.blank()
    short = 1 / (1 + _ROOT)
    star = (field.y <= short + _EDGE) & (field.x - field.y <= 1 - short + _EDGE)
    along, across = (field.x - field.y) / (1 - short), field.y / short
    pieces = int(np.clip(min(wide, high) * short / 2 / 2, 2, 8))
    order = _RINGS if pieces > 3 else _FEW_RINGS
    rings = np.floor(along * pieces - _EDGE).clip(0) + np.floor(across * pieces - _EDGE).clip(0)
    for ring in range(2 * pieces):
        dye(cells, star & (rings == ring), order[ring % len(order)])
    dye(cells, star & ~eroded(star, field.line), Part.OUTLINE)
    return cells


def hooked_lozenge(wide: int, high: int) -> Cells:
    """Draw the lozenge with latch hooks along its four sides and curls at its points."""
    field = Field(wide, high, "quarter")
    cells, line = field.blank(), field.line
    x, y = field.steps
    half_wide, half_high = (wide - 1) // 2, (high - 1) // 2
    body = lozenge(field, 0, 0, 0.66, 0.74)
    hooks = field.no()
    pitch = 4 * line if min(wide, high) >= 19 else 3 * line
    for low in range(0, half_high - line, pitch):
        end = round((half_wide + 1) * (1 - low / (half_high + 1))) - 1
        if end < 2 * line:
            break
        hooks |= (y >= low) & (y < low + line) & (x <= end)
        rise = 3 * line if min(wide, high) >= 19 else 2 * line
        hooks |= (x <= end) & (x > end - line) & (y >= low) & (y < low + rise)
    hooks |= (x < line) & (y <= half_high)
    dye(cells, hooks, Part.OUTLINE)
    _nested_lozenge(cells, field, body, line)
    return cells


def _nested_lozenge(cells: Cells, field: Field, body: Mask, line: int) -> None:
    """Fill a lozenge with lozenges: as many as it holds."""
    rings = [(Part.OUTLINE, line), (Part.LIGHT, line), (Part.MAIN, 3 * line), (Part.OUTLINE, line)]
    within = layers(cells, body, *rings)
    cells[within] = Part.SECOND
    core = layers(cells, within, (Part.SECOND, 2 * line))
    cells[core] = Part.HEART
    if min(field.wide, field.high) < 19:
        cells[layers(cells, body, (Part.OUTLINE, line))] = Part.MAIN
        dye(cells, lozenge(field, 0, 0, 0.22, 0.22), Part.HEART)


def stepped_diamond(wide: int, high: int) -> Cells:
    """Draw the lozenge in even steps, ring within ring."""
    field = Field(wide, high, "quarter")
    cells = field.blank()
    x, y = field.steps
    count = max(3, min(9, min(wide, high) // 5))
    step_wide, step_high = max(1, wide // (2 * count)), max(1, high // (2 * count))
    ring = (x + step_wide // 2) // step_wide + (y + step_high // 2) // step_high
    outermost = min(
        ((wide - 1) // 2 + step_wide // 2 + 1) // step_wide - 1, ((high - 1) // 2 + step_high // 2 + 1) // step_high - 1
    )
    order = (Part.OUTLINE, Part.MAIN, Part.MAIN, Part.LIGHT, Part.SECOND, Part.SECOND, Part.SECOND, Part.ACCENT)
    for number in range(outermost + 1):
        dye(cells, ring == outermost - number, order[min(number, len(order) - 1)])
    dye(cells, ring <= (outermost > 5), Part.HEART)
    return cells


def concentric_diamonds(wide: int, high: int) -> Cells:
    """Draw lozenge within lozenge, their rims of even breadth."""
    field = Field(wide, high, "quarter")
    cells, line = field.blank(), field.line
    broad = max(1, round(min(wide, high) / 20))
    order = (Part.MAIN, Part.LIGHT, Part.SECOND, Part.LIGHT, Part.ACCENT)
    rims = [(Part.OUTLINE, line), *((part, 2 * broad) for part in order)]
    if min(wide, high) >= 35:
        rims = [rim for part in order for rim in ((Part.OUTLINE, line), (part, 2 * broad - line % 2))]
    left = layers(cells, lozenge(field, 0, 0, 1, 1), *rims)
    dye(cells, left, Part.HEART)
    return cells


def eight_petal_flower(wide: int, high: int) -> Cells:
    """Draw the flower of eight petals, four of one colour and four of another, round a heart."""
    field = Field(wide, high, "eighth")
    cells, line = field.blank(), field.line
    slant = 0.62 / _ROOT
    if min(wide, high) < 19:
        return _small_flower(field)
    outlined(cells, disc(field, slant, slant, 0.36, 0.25, 45), Part.SECOND, line)
    outlined(cells, disc(field, 0.6, 0, 0.42, 0.25), Part.MAIN, line)
    if min(wide, high) >= 27:
        dye(cells, disc(field, 0.68, 0, 0.17, 0.07), Part.LIGHT)
        dye(cells, disc(field, slant * 1.1, slant * 1.1, 0.15, 0.06, 45), Part.LIGHT)
    heart = disc(field, 0, 0, 0.28, 0.28)
    outlined(cells, heart, Part.ACCENT, line)
    if min(wide, high) >= 21:
        dye(cells, disc(field, 0, 0, 0.12, 0.12), Part.HEART)
    return cells


def _small_flower(field: Field) -> Cells:
    """Draw the flower where there is no room for an outline round every petal."""
    cells = field.blank()
    slanting = disc(field, 0.5, 0.5, 0.3, 0.26, 45)
    upright = disc(field, 0.62, 0, 0.4, 0.24)
    outlined(cells, slanting | upright | (field.radius < 0.5), Part.OUTLINE, 1)
    dye(cells, eroded(slanting, 1), Part.SECOND)
    dye(cells, eroded(upright, 1), Part.MAIN)
    dye(cells, disc(field, 0, 0, 0.24, 0.24), Part.ACCENT)
    return cells


def rosette(wide: int, high: int) -> Cells:
    """Draw the full rosette: a rim of eight lobes, a ring, and a flower within."""
    field = Field(wide, high, "eighth")
    cells, line = field.blank(), field.line
    within = outlined(cells, petals(field, 8, 1, 0.82, 0.6), Part.MAIN, line)
    if min(wide, high) >= 17:
        dye(cells, within & (field.radius > 0.7) & petals(field, 8, 0.9, 0.6, 3), Part.LIGHT)
        outlined(cells, disc(field, 0, 0, 0.68, 0.68), Part.LIGHT, line)
        outlined(cells, petals(field, 8, 0.6, 0.3, 0.7), Part.SECOND, line)
    else:
        dye(cells, disc(field, 0, 0, 0.66, 0.66), Part.LIGHT)
        dye(cells, petals(field, 8, 0.55, 0.3, 0.7), Part.SECOND)
    outlined(cells, disc(field, 0, 0, 0.24, 0.24), Part.HEART, line)
    return cells


def medallion(wide: int, high: int) -> Cells:
    """Draw the lobed medallion: sixteen lobes, three rims and a star-flower at the heart."""
    field = Field(wide, high, "quarter")
    cells, line = field.blank(), field.line
    rim = petals(field, 16, 1, 0.87, 0.75)
    if min(wide, high) < 31:
        cells[layers(cells, rim, (Part.OUTLINE, 1), (Part.MAIN, 2), (Part.LIGHT, 1))] = Part.SECOND
    else:
        rims = (Part.OUTLINE, line), (Part.LIGHT, 2 * line), (Part.OUTLINE, line)
        cells[layers(cells, rim, *rims)] = Part.MAIN
    if min(wide, high) >= 31:
        outlined(cells, petals(field, 8, 0.66, 0.5, 0.7), Part.SECOND, line)
        layers(cells, petals(field, 8, 0.52, 0.22, 1), (Part.OUTLINE, line), (Part.LIGHT, 1))
    outlined(cells, petals(field, 8, 0.3, 0.2, 0.8), Part.HEART, line)
    return without_gaps(cells)


def without_gaps(cells: Cells) -> Cells:
    """Return the drawing with single knots of a part taken by what surrounds them on all four sides."""
    for part in Part:
        mask = without_strays(cells == part)
        cells[mask & (cells != part)] = part
    return cells
