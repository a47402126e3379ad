"""Dyes: which role's colour each part of a motif wears on a given ground, so that neighbours always part.

Rules, from looking: an outline is as far from the ground in lightness as the palette allows; what lies side by side differs
by at least 18 ΔE2000 wherever the palette has it; the turn rotates the main colour, which gives a carpet its rhythm.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nawl.weaving.colour import ciede2000, lab
from nawl.weaving.composing.recipe import Palette, Role
from nawl.weaving.motifs.motif import Part

Dye = NDArray[np.uint8]
"""The role's index for each `Part`; `CLEAR` stays `THROUGH`."""
THROUGH: Final = 255
APART: Final = 18.0
"""ΔE2000 from which two neighbours are surely told apart in wool."""
MAINS: Final = (Role.FIRST, Role.THIRD, Role.LIGHT, Role.SECOND)
"""The accents that a flower may wear; the fourth is for leaves and hearts."""
ACCENTS: Final = (Role.FIRST, Role.SECOND, Role.THIRD, Role.FOURTH, Role.LIGHT)


def rgb(colour: str) -> tuple[int, int, int]:
    """Read `#rrggbb`."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


@lru_cache(maxsize=512)
def distances(palette: Palette) -> NDArray[np.float64]:
    """ΔE2000 between the colours of every two roles."""
    labs = lab(np.array([rgb(palette.of(role)) for role in Role], np.uint8))
    return np.asarray(ciede2000(labs[:, None], labs[None]), np.float64)


def as_colours(palette: Palette) -> NDArray[np.uint8]:
    """Return for each role the first that has the same colour: what the eye counts as one."""
    colours = [palette.of(role) for role in Role]
    return np.array([colours.index(colour) for colour in colours], np.uint8)


@lru_cache(maxsize=512)
def lightness(palette: Palette) -> tuple[float, ...]:
    """L* of every role."""
    return tuple(float(value) for value in lab(np.array([rgb(palette.of(role)) for role in Role], np.uint8))[:, 0])


def rim_on(palette: Palette, *grounds: Role) -> Role:
    """Return the role of a rim between grounds: the lightest accent that parts from all of them."""
    apart = distances(palette)
    fitting = [
        role
        for role in (Role.LIGHT, Role.THIRD, Role.FIRST, Role.SECOND, Role.FOURTH)
        if all(apart[role, g] >= APART for g in grounds)
    ]
    return fitting[0] if fitting else Role.DARK


def line_on(palette: Palette, ground: Role) -> Role:
    """Return the role for fine lines, such as vines: told from the ground by lightness too, for a line has no surface."""
    light = lightness(palette)
    order = (Role.FOURTH, Role.THIRD, Role.LIGHT, Role.SECOND, Role.DARK)
    fitting = [role for role in order if _apart(palette, role, ground) and abs(light[role] - light[ground]) >= 26]
    return fitting[0] if fitting else max(ACCENTS, key=lambda role: float(distances(palette)[ground, role]))


@lru_cache(maxsize=512)
def dye(palette: Palette, ground: Role, turn: int = 0) -> Dye:
    """Return the dye of a motif on a ground."""
    outline = Role.DARK
    main = _pick(palette, (ground,), {outline}, turn)
    light = Role.LIGHT if _apart(palette, main, Role.LIGHT) else Role.THIRD
    sunk = {role for role in MAINS if distances(palette)[ground, role] < 8}
    second = _pick(palette, (main,), {outline, light, main} | sunk, turn + 1)
    heart = _pick(palette, (light, main), {light, second, outline}, turn)
    accent = line_on(palette, ground)
    chosen = np.full(len(Part), THROUGH, np.uint8)
    for part, role in (
        (Part.OUTLINE, outline),
        (Part.MAIN, main),
        (Part.SECOND, second),
        (Part.ACCENT, accent),
        (Part.HEART, heart),
        (Part.LIGHT, light),
    ):
        chosen[part] = role
    chosen.flags.writeable = False
    return chosen


def _apart(palette: Palette, one: Role, other: Role) -> bool:
    return bool(distances(palette)[one, other] >= APART)


def _stands_out(palette: Palette, one: Role, other: Role) -> bool:
    """Whether two colours part at a distance too: by lightness (15 L*), or by far in hue (30 ΔE2000)."""
    light = lightness(palette)
    is_far = bool(distances(palette)[one, other] >= 30)
    return is_far or (_apart(palette, one, other) and abs(light[one] - light[other]) >= 15)


def _pick(palette: Palette, beside: tuple[Role, ...], without: set[Role], turn: int) -> Role:
    """Return the accent of this turn among those that part from all beside; the farthest where none does."""
    offered = [role for role in MAINS if role not in without and role not in beside]
    offered = offered or [role for role in ACCENTS if role not in beside]
    fitting = [role for role in offered if all(_stands_out(palette, role, other) for other in beside)]
    fitting = fitting or [role for role in offered if all(_apart(palette, role, other) for other in beside)]
    if fitting:
        return fitting[turn % len(fitting)]
    return max(offered, key=lambda role: min(float(distances(palette)[role, other]) for other in beside))
