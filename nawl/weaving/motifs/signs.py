"""Signs and things: ram's horn, comb, eye, hand, amulet, S-hook, scorpion, spider, ewer."""

from __future__ import annotations

import numpy as np

from nawl.weaving.motifs.motif import Cells, Part
from nawl.weaving.motifs.strokes import (
    Field,
    Mask,
    bodied,
    box,
    curve,
    disc,
    dye,
    eroded,
    inside,
    layers,
    leaf,
    lozenge,
    outlined,
    stroke,
)


def rams_horn(wide: int, high: int) -> Cells:
    """Draw the ram's horn: two horns that roll outwards and in on themselves from one stem, on a stepped foot."""
    field = Field(wide, high, "half")
    cells, line = field.blank(), field.line
    thick = max(1, round(min(wide, high) / 7.6))
    horn = field.no()
    half = thick / min(wide, high)
    out, top, low, inner = 0.98 - half, 0.98 - half, 0.04, 0.46
    path = [(half * 0.6, -0.9), (half * 0.6, 0.4), (0.3, top), (0.74, top), (out, 0.72), (out, 0.26), (0.78, low)]
    path += [(0.56, low), (inner, 0.14), (inner, 0.4)]
    horn |= stroke(field, path, thick)
    foot = inside(field, [(-0.1, -0.44), (0.18, -0.44), (0.52, -0.8), (0.52, -1.01), (-0.52, -1.01)])
    bodied(cells, horn | foot, Part.MAIN, line if min(wide, high) >= 21 else 0)
    if min(wide, high) >= 33:
        dye(cells, lozenge(field, 0, -0.74, 0.18, 0.16), Part.LIGHT)
    if min(wide, high) >= 61:
        dye(cells, stroke(field, path[1:], thick * 0.2), Part.LIGHT)
    return cells


def comb(wide: int, high: int) -> Cells:
    """Draw the weaver's comb: a handle, a bar, and teeth of even breadth with even gaps."""
    field = Field(wide, high, "half")
    cells, line = field.blank(), field.line
    x, _ = field.steps
    teeth = 2 if min(wide, high) < 25 else 3
    broad = _matching(wide / (4 * teeth + 2), wide)
    gap = max(1, (wide - (2 * teeth + 1) * broad) // (2 * teeth))
    pitch, reach = broad + gap, teeth * (broad + gap) + broad // 2
    if wide % 2 == 0:
        x = x + (x >= 0) - (broad // 2 == 0)
    is_tooth = ((x + broad // 2) % pitch < broad) & (x <= reach)
    bar = (field.y > 0.02) & (field.y <= 0.36) & (x <= reach)
    grip = inside(field, [(0.08, 0.3), (0.12, 0.74), (0.26, 0.8), (0.26, 1.01), (-0.3, 1.01), (-0.3, 0.3)])
    body = (is_tooth & (field.y < 0.1)) | bar | grip
    bodied(cells, body, Part.MAIN, line if broad >= 3 * line else 0)
    if high >= 21:
        stripe = (field.y > 0.14) & (field.y <= 0.24) & (x <= reach - 2 * line)
        dye(cells, stripe & ((x + line) // (2 * line) % 2 == 0), Part.LIGHT)
    return cells


def _matching(about: float, side: int) -> int:
    """Return a breadth near the wish that lies evenly about the middle of a side: odd on odd, even on even."""
    least = 1 if side % 2 else 2
    return max(least, 2 * round((about - least) / 2) + least)


def eye(wide: int, high: int) -> Cells:
    """Draw the eye against envy: a lens with lashes in steps, an iris in rings and a pupil."""
    field = Field(wide, high, "quarter", 1.6)
    cells, line = field.blank(), field.line
    for place in (0.0, 0.46, 0.9):
        foot = 0.6 * (1 - place / 1.5)
        dye(cells, stroke(field, [(place, foot), (place * 1.2, foot + 0.36)], max(1, round(wide / 45))), Part.OUTLINE)
    lens = field.y <= 0.66 * np.clip(1 - (field.x / 1.58) ** 2, 0, 1) ** 0.85
    outlined(cells, lens, Part.LIGHT, line)
    if high >= 15:
        outlined(cells, disc(field, 0, 0, 0.54, 0.54) & eroded(lens, line), Part.SECOND, line)
    else:
        dye(cells, disc(field, 0, 0, 0.46, 0.46), Part.SECOND)
    dye(cells, disc(field, 0, 0, 0.26, 0.26), Part.LIGHT)
    dye(cells, disc(field, 0, 0, 0.14, 0.14), Part.OUTLINE)
    return cells


def hand(wide: int, high: int) -> Cells:
    """Draw the open hand: three fingers upright, a thumb bent out on either side, and an eye in the palm."""
    field = Field(wide, high, "half", 0.8)
    cells, line = field.blank(), field.line
    small = high < 23
    body = _palm(field, 0 if small else 0.02)
    bodied(cells, body, Part.SECOND, 0 if small else line)
    rows = lozenge(field, 0, -0.4, 0.3, 0.24)
    if small:
        dye(cells, rows, Part.LIGHT)
        dye(cells, lozenge(field, 0, -0.4, 0.1, 0.1), Part.OUTLINE)
        return cells
    outlined(cells, rows, Part.LIGHT, line)
    dye(cells, disc(field, 0, -0.4, 0.13, 0.13), Part.MAIN)
    if high >= 45:
        dye(cells, disc(field, 0, -0.4, 0.05, 0.05), Part.OUTLINE)
        dye(cells, box(field, -0.24, 0.24, -0.02, 0.03) | lozenge(field, 0, 0.3, 0.05, 0.2), Part.ACCENT)
    return cells


def _palm(field: Field, gap: float) -> Mask:
    """Return an open hand; `gap` more between its fingers."""
    body = box(field, -0.5, 0.5, -0.5, 0.1) | disc(field, 0, -0.5, 0.5, 0.48)
    middle = 0.11 if gap else 0.1
    body |= box(field, 0, middle, 0, 0.86) | disc(field, 0, 0.86, middle, 0.13)
    body |= box(field, 0.2 + gap, 0.44, 0, 0.66) | disc(field, 0.32 + gap / 2, 0.66, 0.12, 0.12)
    thumb = curve(
        [
            (0.4, -0.5),
            (0.62, -0.3),
            (0.66, 0.0),
            (0.76, 0.1),
            (0.8, -0.1),
            (0.68, -0.62),
            (0.44, -0.86),
            (0.1, -0.94),
            (0.1, -0.6),
        ]
    )
    body |= inside(field, thumb)
    return body


def amulet(wide: int, high: int) -> Cells:
    """Draw the amulet: a triangle in stepped rims, as sewn charms are, with a row of tassels below."""
    field = Field(wide, high, "half")
    cells, line = field.blank(), field.line
    body = inside(field, [(0, 1.02), (1.01, -0.42), (-1.01, -0.42)])
    rims = ((Part.OUTLINE, line), (Part.LIGHT, line), (Part.MAIN, 2 * line), (Part.OUTLINE, line))
    within = layers(cells, body, *(rims if high >= 21 else rims[:1]))
    dye(cells, within, Part.SECOND if high >= 21 else Part.MAIN)
    size = 0.22 if high >= 21 else 0.3
    dye(cells, lozenge(field, 0, -0.06, size, size), Part.ACCENT)
    if high >= 61:
        for x_at, y_at in ((0, 0.36), (0.36, -0.22)):
            layers(cells, lozenge(field, x_at, y_at, 0.1, 0.11), (Part.OUTLINE, 1), (Part.LIGHT, 99))
        layers(
            cells, lozenge(field, 0, -0.06, 0.22, 0.22), (Part.OUTLINE, line), (Part.ACCENT, 2 * line), (Part.MAIN, 99)
        )
    _tassels(cells, field, line)
    return cells


def _tassels(cells: Cells, field: Field, line: int) -> None:
    """Hang tassels in a row below an amulet."""
    x, _ = field.steps
    tassels = 2 if field.high < 31 else 3
    pitch = max(2, round(0.82 * field.wide / 2 / tassels))
    thick = max(1, pitch // 3) | 1
    is_string = (x + thick // 2) % pitch < thick
    head = min(thick + 2 * line, pitch - 2) | 1
    is_head = (x + head // 2) % pitch < head
    reach = x <= tassels * pitch + thick // 2
    dye(cells, is_string & reach & (field.y < -0.42) & (field.y > -0.62), Part.OUTLINE)
    dye(
        cells,
        (is_head if field.high >= 21 else is_string) & (x <= tassels * pitch + head // 2) & (field.y <= -0.6),
        Part.MAIN,
    )


def s_hook(wide: int, high: int) -> Cells:
    """Draw the S of two hooks about a slanting bar; it reads alike when it is turned upside down."""
    field = Field(wide, high)
    cells, line = field.blank(), field.line
    thick = _matching(min(wide, high) / 6, high)
    row, column = np.indices((high, wide))
    middle = (high - thick) // 2
    gap = max(1, (middle - thick) // 2)
    is_end = (column >= wide - thick) & (row < thick + gap)
    upper = (
        (row < thick)
        | is_end
        | ((column < thick) & (row < middle + thick))
        | ((row >= middle) & (row < middle + thick))
    )
    upper &= (row < middle + thick) & ((row < high // 2 + 1) | (row < middle + thick))
    body = upper | upper[::-1, ::-1]
    within = bodied(cells, body, Part.MAIN, line if thick >= 3 else 0)
    if thick >= 5 * line:
        dye(cells, eroded(within, (thick - 2 * line) // 2 - line // 2), Part.LIGHT)
    return cells


def scorpion(wide: int, high: int) -> Cells:
    """Draw the scorpion as kilims have it: a lozenge body, hooked legs at its sides, open claws, a knotted tail."""
    field = Field(wide, high, "half", 0.8)
    cells, line = field.blank(), field.line
    thick = max(1, round(high / 24))
    legs = field.no()
    for low, up in ((-0.22, -0.5), (0.0, -0.16), (0.2, 0.12)):
        legs |= stroke(field, [(0.1, low), (0.56, low), (0.7, up)], thick)
    legs |= stroke(field, [(0.1, 0.36), (0.5, 0.4), (0.5, 0.62), (0.72, 0.78), (0.72, 0.98)], thick)
    legs |= stroke(field, [(0.5, 0.62), (0.32, 0.78), (0.32, 0.98)], thick)
    legs |= stroke(field, [(0, -0.3), (0, -0.98)], thick)
    dye(cells, legs, Part.OUTLINE)
    rims = ((Part.OUTLINE, line), (Part.MAIN, max(1, round(high / 16))), (Part.LIGHT, line))
    within = layers(cells, lozenge(field, 0, 0.08, 0.36, 0.5), *(rims if high >= 21 else rims[:2]))
    dye(cells, within, Part.SECOND)
    bodied(cells, lozenge(field, 0, -0.6, 0.14, 0.14), Part.MAIN, line)
    bodied(cells, lozenge(field, 0, -0.86, 0.12, 0.15), Part.MAIN, line)
    return cells


def spider(wide: int, high: int) -> Cells:
    """Draw the spider: a lozenge in rims with two bent legs in every quarter."""
    field = Field(wide, high, "quarter")
    cells, line = field.blank(), field.line
    thick = max(1, round(min(wide, high) / 22))
    legs = stroke(field, [(0.2, 0.16), (0.62, 0.3), (0.62, 0.94), (0.9, 0.94)], thick)
    legs |= stroke(field, [(0.3, 0.06), (0.94, 0.14), (0.94, 0.6)], thick)
    legs |= stroke(field, [(0.1, 0.3), (0.28, 0.6), (0.28, 0.96)], thick)
    dye(cells, legs, Part.OUTLINE)
    body = lozenge(field, 0, 0, 0.5, 0.62)
    rims = ((Part.OUTLINE, line), (Part.MAIN, max(1, round(high / 12))), (Part.LIGHT, line), (Part.OUTLINE, line))
    within = layers(cells, body, *(rims if high >= 25 else rims[:2]))
    dye(cells, within, Part.SECOND)
    return cells


def ewer(wide: int, high: int) -> Cells:
    """Draw the ewer from the side: a round belly on a foot, a long neck with a lid, a bent spout and a handle."""
    field = Field(wide, high, "none", 0.85)
    cells, line = field.blank(), field.line
    thick = max(1, round(high / 17))
    handle = curve([(0.1, 0.56), (0.5, 0.66), (0.74, 0.4), (0.66, 0.0), (0.36, -0.2)])
    spout = curve([(-0.3, -0.34), (-0.56, -0.12), (-0.6, 0.24), (-0.8, 0.46)])
    dye(cells, stroke(field, handle, thick), Part.OUTLINE)
    bodied(cells, stroke(field, spout, thick * 1.6), Part.MAIN, line if high >= 45 else 0)
    bodied(cells, _vessel(field), Part.MAIN, line)
    belt = box(field, -0.5, 0.5, -0.42, -0.28) & eroded(_vessel(field), line)
    dye(cells, belt, Part.LIGHT)
    if high >= 25:
        x, _ = Field(wide, high, "half").steps
        dye(cells, belt & ((x + line) // (2 * line) % 2 == 0), Part.SECOND)
        dye(cells, box(field, -0.3, 0.3, 0.06, 0.12) & eroded(_vessel(field), line), Part.ACCENT)
    return cells


def _vessel(field: Field) -> Mask:
    """Return the belly, the neck, the lid and the foot of an ewer; alike on both sides."""
    both = Field(field.wide, field.high, "half", field.ratio)
    side = curve([(0.1, 0.66), (0.1, 0.3), (0.16, 0.04), (0.44, -0.16), (0.5, -0.42), (0.3, -0.7), (0.12, -0.82)])
    outline = [(-0.1, 0.66), *side, (-0.1, -0.82)]
    foot = inside(both, [(-0.1, -0.8), (0.12, -0.8), (0.36, -1.01), (-0.36, -1.01)])
    lid = box(both, -0.22, 0.22, 0.62, 0.74) | leaf(both, (0, 0.66), (0, 1.01), 0.14, 0.4)
    return inside(both, outline) | foot | lid


def figure(wide: int, high: int) -> Cells:
    """Draw the figure with hands on hips: a lozenge head, arms that bend back to the waist, a wide skirt."""
    field = Field(wide, high, "half", 0.9)
    cells, line = field.blank(), field.line
    thick = max(1, round(high / 11))
    arms = stroke(field, [(0, 0.36), (0.6, 0.36), (0.8, 0.12), (0.5, -0.16), (0.1, -0.06)], thick)
    skirt = inside(field, [(0, 0.06), (0.14, -0.06), (0.88, -0.72), (0.88, -1.01), (-0.88, -1.01), (-0.88, -0.72)])
    trunk = inside(field, [(0.14, 0.5), (0.14, -0.2), (-0.14, -0.2), (-0.14, 0.5)])
    bodied(cells, arms | skirt | trunk, Part.MAIN, line if high >= 23 else 0)
    outlined(cells, lozenge(field, 0, 0.72, 0.28, 0.28), Part.SECOND, line)
    core = lozenge(field, 0, -0.64, 0.42, 0.3)
    if high < 27:
        dye(cells, lozenge(field, 0, -0.64, 0.3, 0.2), Part.LIGHT)
        return cells
    dye(cells, layers(cells, core, (Part.OUTLINE, line), (Part.LIGHT, line)), Part.SECOND)
    dye(cells, lozenge(field, 0, 0.72, 0.1, 0.1), Part.LIGHT)
    return cells
