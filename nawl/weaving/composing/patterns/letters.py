"""A field with a good word: Kufic letters in a cartouche, sprigs about them, flowers around."""

from __future__ import annotations

import numpy as np

from nawl.kit.errors import NotPossible
from nawl.weaving.composing.borders import mirrored
from nawl.weaving.composing.drawing.pen import Mask, grown, settled
from nawl.weaving.composing.drawing.units import put
from nawl.weaving.composing.dyes import distances
from nawl.weaving.composing.medallions import Place, skins_at, sprinkle
from nawl.weaving.composing.patterns.floral import scroll
from nawl.weaving.composing.recipe import FieldPlan, Role
from nawl.weaving.composing.stage import Stage
from nawl.weaving.motifs.kufic import kufic
from nawl.weaving.motifs.motif import Cells, Part

BARAKA = "بركة"
"""Blessing: the word where none is given."""
_ROWS = 13


def letters(stage: Stage, plan: FieldPlan, step: float) -> None:
    """Lay a word into a cartouche on a flowered ground. All but the word mirrors itself; the word is read from the right."""
    quarter = Stage(
        stage.palette,
        stage.roles[: (stage.high + 1) // 2, : (stage.wide + 1) // 2].copy(),
        stage.wide,
        stage.high,
        stage.cell,
        stage.seed,
    )
    word = _word(plan.words or BARAKA, stage)
    inside = _cartouche(quarter, word, step)
    scroll(quarter, plan, step)
    stage.roles[:] = mirrored(quarter.roles, stage.wide, stage.high)
    _write(stage, word)
    room = mirrored(inside.astype(np.uint8), stage.wide, stage.high) > 0
    sprinkle(stage, room, Role.MEDALLION, word.shape[0] / stage.cell * 0.13, 1)


def _word(text: str, stage: Stage) -> Cells:
    """Draw the word as large as a cartouche that fits into the field; raises `words_too_long`."""
    base = kufic(text, _ROWS)
    base = base[np.flatnonzero(base.any(axis=1))[0] : np.flatnonzero(base.any(axis=1))[-1] + 1]
    rx, ry = stage.reach
    a, b = _half_axes(base.shape[1], base.shape[0])
    thick = int(min(0.94 * rx / a, 0.68 * ry / b))
    if thick < 1:
        needed = {"wide": round(2 * a / 0.94), "high": round(2 * b / 0.68 * stage.cell)}
        raise NotPossible("words_too_long", words=text, **needed, field_wide=stage.wide, field_high=stage.high)
    return np.repeat(np.repeat(base, round(thick * stage.cell), axis=0), thick, axis=1)


def _half_axes(wide: float, high: float) -> tuple[float, float]:
    """Return the half axes of a cartouche with round ends whose ground holds the four corners of a word."""
    b = max(0.70 * high, 0.16 * wide)
    within = max(0.0, (0.80 * b) ** 2 - (high / 2) ** 2)
    return wide / 2 + b - float(np.sqrt(within)), b


def _cartouche(stage: Stage, word: Cells, step: float) -> Mask:
    """Two skins round the word, lobed at both ends; returns the drawn part of its ground."""
    a, b = _half_axes(word.shape[1], word.shape[0] / stage.cell)
    a, b = min(a + step * 0.2, stage.reach[0] * 0.95), min(b + step * 0.1, stage.reach[1] * 0.78)
    u, v = np.abs(stage.across) / a, np.abs(stage.up) / b
    end = min(1.0, b / a)
    angle = np.arctan2(u - 1 + end, v * end)
    cap = np.hypot((u - 1 + end) / end, v) / (0.94 + 0.06 * np.sqrt(np.abs(np.cos(4 * angle))))
    at = settled(np.where(u > 1 - end, cap, v))
    place = Place(0, 0, a, b, Role.MEDALLION, 1)
    inside = skins_at(stage, at, place, Role.GROUND, (2.0, max(3.0, b * 0.05)))
    stage.keep_clear(at <= 1, 4)
    return inside


def _write(stage: Stage, word: Cells) -> None:
    """Dye the letters so that they part from the cartouche, with an outline and a breath of its ground about them."""
    ground = Role.MEDALLION
    apart = distances(stage.palette)[ground]
    role = max((Role.LIGHT, Role.THIRD, Role.DARK), key=lambda one: float(apart[one]))
    dot = max((Role.THIRD, Role.FIRST, Role.SECOND, Role.LIGHT), key=lambda one: float(apart[one]) * (one is not role))
    sheet = np.zeros(stage.roles.shape, np.uint8)
    put(sheet, word, stage.wide / 2, stage.high / 2)
    stage.keep_clear(sheet > 0, 4)
    stage.roles[grown(sheet > 0, 1)] = Role.DARK
    stage.roles[sheet == Part.MAIN] = role
    stage.roles[(sheet > 0) & (sheet != Part.MAIN)] = dot
