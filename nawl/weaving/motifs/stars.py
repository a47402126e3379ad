"""Stars, lozenges and medallions: forms of straight and slanting lines, eight-fold or four-fold."""

from __future__ import annotations

import numpy as np

from nawl.weaving.motifs.motif import Cells, Part
from nawl.weaving.motifs.strokes import (
    Field,
    Mask,
    bodied,
    disc,
    dye,
    eroded,
    layers,
    leaf,
    lozenge,
    outlined,
    petals,
    without_strays,
)

_EDGE = 1e-9
_ROOT = 2**0.5
_RINGS = (Part.HEART, Part.LIGHT, Part.ACCENT, Part.MAIN, Part.LIGHT, Part.SECOND, Part.MAIN, Part.ACCENT)
_FEW_RINGS = (Part.ACCENT, Part.MAIN, Part.LIGHT, Part.SECOND, Part.MAIN)


def _star(field: Field, size: float) -> Mask:
    """Return two squares laid across each other, drawn on an eighth."""
    return (field.x <= size / _ROOT + 0.02) | (field.x + field.y <= size + _EDGE)


def khatam(wide: int, high: int) -> Cells:
    """Draw the eight-pointed star: two crossed squares, a lesser star in it, and a flower at its heart."""
    field = Field(wide, high, "eighth")
    cells, line = field.blank(), field.line
    least = min(wide, high)
    if least >= 61:
        return _rich_khatam(cells, field, line)
    rims = ((Part.OUTLINE, line), (Part.LIGHT, line)) if least >= 13 else ((Part.OUTLINE, line),)
    dye(cells, layers(cells, _star(field, 1), *rims), Part.MAIN)
    if least >= 19:
        outlined(cells, _star(field, 0.56), Part.SECOND, line)
    if least >= 33:
        dye(cells, petals(field, 8, 0.36, 0.21, 0.7), Part.LIGHT)
    size = 0.2 if least >= 13 else 0.34
    if least >= 25:
        outlined(cells, lozenge(field, 0, 0, size, size), Part.HEART, line)
    else:
        dye(cells, lozenge(field, 0, 0, size, size), Part.HEART)
    return cells


def _rich_khatam(cells: Cells, field: Field, line: int) -> Cells:
    """Draw the star where there is room: jewels in its points, a star within a star, a flower of outlined petals."""
    least = min(field.wide, field.high)
    broad, fine = max(line, round(least / 45)), max(1, round(least / 100))
    rims = ((Part.OUTLINE, line), (Part.LIGHT, broad), (Part.OUTLINE, line))
    dye(cells, layers(cells, _star(field, 1), *rims), Part.MAIN)
    for x, y, size in ((0.78, 0, 0.11), (0.53, 0.53, 0.12)):
        layers(cells, lozenge(field, x, y, size, size), (Part.OUTLINE, fine), (Part.ACCENT, line), (Part.LIGHT, 99))
    layers(
        cells,
        _star(field, 0.66),
        (Part.OUTLINE, line),
        (Part.ACCENT, broad),
        (Part.OUTLINE, line),
        (Part.SECOND, 99),
    )
    outlined_flower(cells, field, 0.44, fine, (Part.LIGHT, Part.LIGHT))
    layers(cells, petals(field, 8, 0.19, 0.12, 0.8), (Part.OUTLINE, fine), (Part.HEART, line), (Part.ACCENT, 99))
    return cells


def outlined_flower(cells: Cells, field: Field, size: float, line: int, parts: tuple[Part, Part]) -> None:
    """Draw eight outlined petals round the middle, the upright ones over the slanting."""
    far = 0.6 * size / _ROOT
    outlined(cells, disc(field, far, far, 0.4 * size, 0.24 * size, 45), parts[1], line)
    outlined(cells, disc(field, 0.6 * size, 0, 0.4 * size, 0.24 * size), parts[0], line)


def star_rings(wide: int, high: int) -> Cells:
    """Draw the star of eight lozenges, each laid in small lozenges, so that rings of colour run out from the heart."""
    field = Field(wide, high, "eighth")
    cells = field.blank()
    short = 1 / (1 + _ROOT)
    star = (field.y <= short + _EDGE) & (field.x - field.y <= 1 - short + _EDGE)
    along, across = (field.x - field.y) / (1 - short), field.y / short
    pieces = int(np.clip(min(wide, high) * short / 4, 2, 11))
    order = _RINGS if pieces > 3 else _FEW_RINGS
    rings = np.floor(along * pieces - _EDGE).clip(0) + np.floor(across * pieces - _EDGE).clip(0)
    for ring in range(2 * pieces):
        dye(cells, star & (rings == ring), order[ring % len(order)])
    dye(cells, star & ~eroded(star, field.line), Part.OUTLINE)
    return cells


def hooked_lozenge(wide: int, high: int) -> Cells:
    """Draw the lozenge with latch hooks along its four sides and curls at its points."""
    field = Field(wide, high, "quarter")
    cells = field.blank()
    least = min(wide, high)
    thick = max(1, round(least / 62))
    x, y = field.steps
    half_wide, half_high = (wide - 1) // 2, (high - 1) // 2
    hooks = (x < thick) & (y <= half_high)
    pitch, rise = (4 * thick, 3 * thick) if least >= 19 else (3, 2)
    for low in range(0, half_high - thick, pitch):
        end = round((half_wide + 1) * (1 - low / (half_high + 1))) - 1
        if end < 3 * thick:
            break
        hooks |= (y >= low) & (y < low + thick) & (x <= end)
        hooks |= (x <= end) & (x > end - thick) & (y >= low) & (y < low + rise)
    dye(cells, hooks, Part.OUTLINE)
    _nested_lozenge(cells, field, field.line)
    return cells


def _nested_lozenge(cells: Cells, field: Field, line: int) -> None:
    """Draw the body of the hooked lozenge: as many rims as it holds, and a lesser hooked form within."""
    least = min(field.wide, field.high)
    body = lozenge(field, 0, 0, 0.66, 0.74)
    if least < 19:
        cells[layers(cells, body, (Part.OUTLINE, line))] = Part.MAIN
        dye(cells, lozenge(field, 0, 0, 0.22, 0.22), Part.HEART)
        return
    broad = max(2, round(least / 16))
    rims = [(Part.OUTLINE, line), (Part.LIGHT, line), (Part.MAIN, broad), (Part.OUTLINE, line), (Part.ACCENT, line)]
    rims += [(Part.OUTLINE, line), (Part.SECOND, broad), (Part.LIGHT, line)]
    if least < 61:
        rims = [rims[0], rims[1], rims[2], rims[3], (Part.SECOND, max(1, broad - 1))]
    dye(cells, layers(cells, body, *rims), Part.HEART)
    if least >= 121:
        outlined_flower(cells, field, 0.17, max(1, line - 1), (Part.LIGHT, Part.LIGHT))
        dye(cells, disc(field, 0, 0, 0.04, 0.04), Part.MAIN)


def stepped_diamond(wide: int, high: int) -> Cells:
    """Draw the lozenge in even steps, ring within ring."""
    field = Field(wide, high, "quarter")
    cells = field.blank()
    x, y = field.steps
    least = min(wide, high)
    count = max(3, min(9, least // 5)) if least < 90 else min(15, least // 10)
    step_wide, step_high = max(1, wide // (2 * count)), max(1, high // (2 * count))
    ring = (x + step_wide // 2) // step_wide + (y + step_high // 2) // step_high
    outermost = min(
        ((wide - 1) // 2 + step_wide // 2 + 1) // step_wide - 1, ((high - 1) // 2 + step_high // 2 + 1) // step_high - 1
    )
    order = (Part.OUTLINE, Part.MAIN, Part.MAIN, Part.LIGHT, Part.SECOND, Part.SECOND, Part.SECOND, Part.ACCENT)
    inner = (Part.ACCENT, Part.OUTLINE, Part.MAIN, Part.MAIN, Part.LIGHT)
    for number in range(outermost + 1):
        dye(cells, ring == outermost - number, (order + inner)[min(number, len(order + inner) - 1)])
    dye(cells, ring <= (outermost > 5), Part.HEART)
    return cells


def concentric_diamonds(wide: int, high: int) -> Cells:
    """Draw lozenge within lozenge, their rims of even breadth."""
    field = Field(wide, high, "quarter")
    cells, line = field.blank(), field.line
    least = min(wide, high)
    order = [Part.MAIN, Part.LIGHT, Part.SECOND, Part.LIGHT, Part.ACCENT]
    if least >= 100:
        order += [Part.LIGHT, Part.MAIN]
    broad = max(1, round(least / (3 * len(order))) - (line if least >= 35 else 0))
    rim = ((Part.OUTLINE, line),) if least >= 35 else ()
    rims = [(Part.OUTLINE, line), *(one for part in order for one in (*rim, (part, broad)))]
    dye(cells, layers(cells, lozenge(field, 0, 0, 1, 1), *rims[1 if rim else 0 :]), Part.HEART)
    return cells


def eight_petal_flower(wide: int, high: int) -> Cells:
    """Draw the flower of eight petals, four of one colour and four of another, round a heart."""
    field = Field(wide, high, "eighth")
    cells, line = field.blank(), field.line
    least = min(wide, high)
    if least < 19:
        return _small_flower(field)
    if least >= 51:
        tip = (0.9 * np.cos(np.pi / 8), 0.9 * np.sin(np.pi / 8))
        outlined(cells, leaf(field, (0, 0), tip, 0.13, 0.7), Part.HEART, line)
    slant = 0.62 / _ROOT
    outlined(cells, disc(field, slant, slant, 0.36, 0.25, 45), Part.SECOND, line)
    outlined(cells, disc(field, 0.6, 0, 0.42, 0.25), Part.MAIN, line)
    if least >= 27:
        bodied(cells, disc(field, 0.68, 0, 0.2, 0.09), Part.LIGHT, line if least >= 101 else 0)
        bodied(cells, disc(field, slant * 1.1, slant * 1.1, 0.18, 0.08, 45), Part.LIGHT, line if least >= 101 else 0)
    outlined(cells, disc(field, 0, 0, 0.28, 0.28), Part.ACCENT, line)
    if least >= 51:
        outlined(cells, petals(field, 8, 0.22, 0.15, 0.7), Part.LIGHT, line)
    if least >= 21:
        dye(cells, disc(field, 0, 0, 0.1, 0.1), Part.HEART)
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
    least = min(wide, high)
    within = outlined(cells, petals(field, 8, 1, 0.82, 0.6), Part.MAIN, line)
    if least < 17:
        dye(cells, disc(field, 0, 0, 0.66, 0.66), Part.LIGHT)
        dye(cells, petals(field, 8, 0.55, 0.3, 0.7), Part.SECOND)
    elif least < 61:
        dye(cells, within & (field.radius > 0.7) & petals(field, 8, 0.9, 0.6, 3), Part.LIGHT)
        outlined(cells, disc(field, 0, 0, 0.68, 0.68), Part.LIGHT, line)
        outlined(cells, petals(field, 8, 0.6, 0.3, 0.7), Part.SECOND, line)
    else:
        _rich_rosette(cells, field, line)
    outlined(cells, disc(field, 0, 0, 0.22, 0.22), Part.HEART, line)
    if least >= 61:
        dye(cells, petals(field, 8, 0.15, 0.08, 1), Part.LIGHT)
    return cells


def _rich_rosette(cells: Cells, field: Field, line: int) -> None:
    """Draw the rosette's lobes and its flower where there is room for an outline round each."""
    slant = 0.8 / _ROOT
    for x, y, turn in ((0.8, 0, 0), (slant, slant, 45)):
        outlined(cells, disc(field, x, y, 0.12, 0.17, turn), Part.LIGHT, line)
        dye(cells, disc(field, x, y, 0.05, 0.07, turn), Part.ACCENT)
    layers(
        cells,
        disc(field, 0, 0, 0.66, 0.66),
        (Part.OUTLINE, line),
        (Part.ACCENT, line),
        (Part.OUTLINE, line),
        (Part.LIGHT, 99),
    )
    tip = (0.56 * np.cos(np.pi / 8), 0.56 * np.sin(np.pi / 8))
    fine = max(1, round(min(field.wide, field.high) / 100))
    outlined(cells, leaf(field, (0, 0), tip, 0.09, 0.7), Part.HEART, fine)
    outlined_flower(cells, field, 0.58, fine, (Part.SECOND, Part.SECOND))


def medallion(wide: int, high: int) -> Cells:
    """Draw the lobed medallion: sixteen lobes in rims, a ring of small flowers, and a rosette at the heart."""
    field = Field(wide, high, "quarter")
    cells, line = field.blank(), field.line
    least = min(wide, high)
    rim = petals(field, 16, 1, 0.87, 0.75)
    if least < 31:
        cells[layers(cells, rim, (Part.OUTLINE, 1), (Part.MAIN, 2), (Part.LIGHT, 1))] = Part.SECOND
        outlined(cells, petals(field, 8, 0.3, 0.2, 0.8), Part.HEART, line)
        return without_gaps(cells)
    rims = (Part.OUTLINE, line), (Part.LIGHT, line), (Part.OUTLINE, line)
    dye(cells, layers(cells, rim, *rims), Part.MAIN)
    if least >= 91:
        _ring_of_flowers(cells, field, line)
    outlined(cells, petals(field, 8, 0.62, 0.47, 0.7), Part.SECOND, line)
    fine = max(1, round(least / 100))
    outlined_flower(cells, Field(wide, high, "eighth"), 0.47, fine, (Part.LIGHT, Part.LIGHT))
    outlined(cells, petals(field, 8, 0.24, 0.16, 0.8), Part.HEART, fine)
    if least >= 91:
        dye(cells, petals(field, 8, 0.14, 0.07, 1), Part.ACCENT)
    return without_gaps(cells)


def _ring_of_flowers(cells: Cells, field: Field, line: int) -> None:
    """Draw sixteen small flowers in a ring, leaves between them."""
    for number in range(9):
        turn = number * np.pi / 8 - np.pi / 8
        x, y = 0.76 * np.cos(turn), 0.76 * np.sin(turn)
        between = turn + np.pi / 16
        tip = (0.82 * np.cos(between), 0.82 * np.sin(between))
        dye(cells, leaf(field, (0.66 * np.cos(between), 0.66 * np.sin(between)), tip, 0.035), Part.HEART)
        layers(cells, disc(field, x, y, 0.075, 0.075), (Part.OUTLINE, line), (Part.ACCENT, line), (Part.LIGHT, 99))


def gul(wide: int, high: int) -> Cells:
    """Draw the gul: a stepped octagon in rims, quartered in two colours, a star in its middle, a small lozenge in each quarter."""
    field = Field(wide, high, "quarter")
    plain = Field(wide, high)
    cells, line = field.blank(), field.line
    least = min(wide, high)
    steps = max(2, min(5, least // 9))
    rise = np.ceil(np.clip(field.y - 0.42, 0, 1) / 0.58 * steps) / steps * 0.58
    octagon = field.x <= 1.0 - rise + _EDGE
    rims = ((Part.OUTLINE, line), (Part.LIGHT, line), (Part.OUTLINE, line))
    within = layers(cells, octagon, *(rims if least >= 21 else rims[:1]))
    dye(cells, within, Part.MAIN)
    dye(cells, within & (plain.x * plain.y < 0), Part.SECOND)
    if least >= 27:
        _jewels(cells, field, line)
        cross = (field.x * wide <= line) | (field.y * high <= line)
        dye(cells, within & cross, Part.OUTLINE)
    folded = Field(wide, high, "eighth")
    layers(cells, _star(folded, 0.36), (Part.OUTLINE, line), (Part.LIGHT, line), (Part.HEART, 99))
    if least >= 91:
        outlined_flower(cells, folded, 0.25, max(1, line - 1), (Part.LIGHT, Part.LIGHT))
        dye(cells, disc(folded, 0, 0, 0.06, 0.06), Part.MAIN)
    return cells


def _jewels(cells: Cells, field: Field, line: int) -> None:
    """Draw what stands in each quarter of a gul: a lozenge, and two lesser ones beside it where there is room."""
    least = min(field.wide, field.high)
    places = ((0.58, 0.42, 0.16), (0.3, 0.66, 0.09), (0.8, 0.2, 0.09)) if least >= 91 else ((0.56, 0.44, 0.17),)
    for x, y, size in places:
        rims = (Part.OUTLINE, max(1, line - 1)), (Part.LIGHT, line), (Part.ACCENT, 99)
        layers(cells, lozenge(field, x, y, size, size), *rims)


def without_gaps(cells: Cells) -> Cells:
    """Return the drawing with single knots of a part taken by what surrounds them on all four sides."""
    for part in Part:
        mask = without_strays(cells == part)
        cells[mask & (cells != part)] = part
    return cells
