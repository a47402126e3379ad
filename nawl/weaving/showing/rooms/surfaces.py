"""What a room is made of: slabs of limestone, plaster above a skirting, and the daylight on them."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from nawl.weaving.showing.wool import Dice, Pixels, clouds

PLASTER: Final = np.array((226, 215, 196), np.float32)
STONE: Final = np.array((203, 190, 168), np.float32)
SKIRTING: Final = np.array((168, 150, 126), np.float32)
TILE_CM: Final = 40.0
SKIRTING_CM: Final = 14.0


def slabs(x: Pixels, z: Pixels, dice: Dice) -> Pixels:
    """Return slabs of limestone with fine joints, each of a tone of its own."""
    column, row = np.floor(x / TILE_CM), np.floor(z / TILE_CM)
    tones = dice.stream("slabs").standard_normal((61, 59), np.float32) * 0.022
    tone = tones[row.astype(np.int64) % 61, column.astype(np.int64) % 59]
    within_x, within_z = np.abs(x / TILE_CM - column - 0.5), np.abs(z / TILE_CM - row - 0.5)
    joint = np.maximum(within_x, within_z)
    dark = np.clip((joint - 0.486) / 0.010, 0, 1) * 0.20
    veins = clouds(dice.stream("veins"), x.shape, max(x.shape[1] // 60, 4)) * 0.010
    stone: Pixels = STONE * (1 + tone + veins - dark)[..., None]
    return stone


def plaster(x: Pixels, y: Pixels, dice: Dice) -> Pixels:
    """Return lime plaster above a skirting of stone."""
    rough = clouds(dice.stream("plaster"), x.shape, max(x.shape[1] // 40, 4)) * 0.006
    fine = dice.stream("trowel").standard_normal(x.shape, np.float32) * 0.006
    base = np.where((y < SKIRTING_CM)[..., None], SKIRTING, PLASTER)
    edge = 1 - 0.18 * np.exp(-np.abs(y - SKIRTING_CM) / 0.8)
    made: Pixels = base * ((1 + rough + fine) * edge)[..., None]
    return made


def daylight(x: Pixels, z: Pixels, y: Pixels, wall: float, is_floor: NDArray[np.bool_]) -> Pixels:
    """Return daylight from a window at the left: falling off to the right, darker where floor and wall meet."""
    fall = 1.06 - 0.00042 * (x + 200)
    corner = 1 - 0.22 * np.exp(-np.where(is_floor, wall - z, y * 1.4) / 26)
    slant = np.where(is_floor, x + z * 0.45 - wall * 0.45, x - y * 0.55)
    beam = beam_light((slant + 60) / 75) * 0.085 + beam_light((slant - 125) / 62) * 0.065
    light: Pixels = np.clip(fall, 0.72, 1.2) * corner * (1 + beam)
    return light


def beam_light(across: NDArray[Any]) -> NDArray[Any]:
    """Return the light of a beam, 1 within and falling off softly past its edges at ±1."""
    near: NDArray[Any] = across * across
    light: NDArray[Any] = np.exp(-near * near)
    return light
