"""Beasts of the caravan and the roof: camel and bird, from the side."""

from __future__ import annotations

from nawl.weaving.motifs.motif import Cells, Part
from nawl.weaving.motifs.strokes import (
    Field,
    blob,
    bodied,
    box,
    curve,
    disc,
    dye,
    eroded,
    inside,
    leaf,
    lozenge,
    outlined,
    stroke,
)


def bird(wide: int, high: int) -> Cells:
    """Draw the bird from the side: a crested head, a wing in feathers, a fanned tail, two legs."""
    field = Field(wide, high, "none", 1.1)
    cells, line = field.blank(), field.line
    thin = max(1, round(high / 36))
    for foot in (-0.16, 0.16):
        dye(cells, stroke(field, [(foot, -0.4), (foot, -0.96), (foot - 0.16, -0.96)], thin), Part.OUTLINE)
    for tip in ((1.06, 0.62), (1.08, 0.3), (1.02, 0.0)):
        bodied(cells, leaf(field, (0.2, -0.16), tip, 0.13, 0.62), Part.SECOND, line if high >= 25 else 0)
    for tip in ((-0.66, 0.98), (-0.46, 1.0), (-0.3, 0.92)):
        dye(cells, stroke(field, [(-0.56, 0.66), tip], thin), Part.ACCENT)
    dye(cells, inside(field, [(-0.76, 0.62), (-1.08, 0.46), (-0.74, 0.4)]), Part.ACCENT)
    side = [(-0.8, 0.54), (-0.62, 0.74), (-0.42, 0.66), (-0.32, 0.4), (0.1, 0.2), (0.5, -0.04), (0.46, -0.24)]
    side += [(0.14, -0.52), (-0.3, -0.52), (-0.62, -0.2), (-0.66, 0.14), (-0.66, 0.36)]
    outlined(cells, blob(field, side), Part.MAIN, line)
    wing = inside(field, curve([(-0.36, 0.1), (0.0, 0.16), (0.52, -0.06), (0.2, -0.34), (-0.2, -0.36), (-0.36, 0.1)]))
    bodied(cells, wing, Part.LIGHT, line if high >= 25 else 0)
    if high >= 35:
        for at in (-0.16, 0.02, 0.2):
            feather = stroke(field, [(at, 0.1), (at - 0.06, -0.3)], thin)
            dye(cells, feather & eroded(wing, line), Part.SECOND)
    dye(cells, disc(field, -0.6, 0.54, max(0.06, 0.9 / high), max(0.06, 0.9 / high)), Part.LIGHT)
    return cells


def camel(wide: int, high: int) -> Cells:
    """Draw the camel of the caravan from the side: hump under a striped cloth, long neck, four legs, a tasselled tail."""
    field = Field(wide, high, "none", 1.1)
    cells, line = field.blank(), field.line
    leg = max(1, high / 13) if high >= 27 else max(1, high // 13)
    coat = blob(field, _BODY)
    coat |= inside(field, curve(_NECK, is_closed=True))
    for foot, hip in ((-0.44, -0.42), (-0.22, -0.3), (0.42, 0.46), (0.66, 0.6)):
        coat |= stroke(field, [(hip, -0.1), (foot, -0.5), (foot, -0.97)], leg)
        coat |= stroke(field, [(foot - 0.04, -0.97), (foot, -0.97)], leg)
    dye(cells, stroke(field, curve([(0.7, 0.1), (0.9, -0.08), (0.92, -0.4)]), max(1, round(high / 30))), Part.OUTLINE)
    bodied(cells, coat, Part.MAIN, line if high >= 27 else 0)
    cloth = inside(field, [(-0.22, 0.74), (0.36, 0.74), (0.5, -0.1), (-0.3, -0.1)]) & coat
    within = bodied(cells, cloth, Part.SECOND, line if high >= 27 else 0)
    stripe = max(0.05, 1 / high)
    for at in (0.04, 0.34):
        dye(cells, within & box(field, -0.6, 0.6, at, at + stripe), Part.LIGHT)
    if high >= 27:
        dye(cells, within & lozenge(field, 0.1, 0.22, 0.1, 0.09), Part.ACCENT)
    pupil = max(0.035, 0.9 / high)
    dye(cells, disc(field, -0.86, 0.78, pupil, pupil), Part.LIGHT)
    if high >= 21:
        dye(cells, stroke(field, [(-0.84, 0.68), (-0.7, 0.5)], max(1, line)), Part.ACCENT)
    return cells


_BODY = [
    (-0.52, 0.14),
    (-0.3, 0.3),
    (-0.1, 0.62),
    (0.1, 0.76),
    (0.32, 0.6),
    (0.5, 0.3),
    (0.7, 0.14),
    (0.72, -0.1),
    (0.4, -0.24),
    (-0.1, -0.3),
    (-0.5, -0.18),
]
_NECK = [
    (-0.3, 0.22),
    (-0.54, 0.1),
    (-0.62, 0.34),
    (-0.66, 0.66),
    (-0.72, 0.92),
    (-0.86, 0.96),
    (-1.06, 0.78),
    (-1.04, 0.66),
    (-0.84, 0.64),
    (-0.82, 0.3),
    (-0.78, -0.02),
    (-0.56, -0.2),
    (-0.32, -0.16),
]
