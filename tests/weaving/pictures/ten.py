"""Ten pictures of several kinds, made by code and alike on every machine: what quality is measured on, and tests are drawn from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Plane = NDArray[np.floating[Any]]
Colours = NDArray[np.uint8]

DYES = ("f2e8d5", "33261d", "9a2e2b", "1f3b5c", "c98a1e", "56682b", "6f94bc", "c9a98a")


def picture(kind: str, wide: int = 240, high: int = 320) -> Colours:
    """Return one of the ten in 8-bit sRGB, shape (high, wide, 3)."""
    across, down = np.meshgrid((np.arange(wide) + 0.5) / wide, (np.arange(high) + 0.5) / high)
    return TEN[kind](across, down)


def _levels(planes: Plane) -> Colours:
    return np.rint(np.clip(planes, 0, 1) * 255).astype(np.uint8)


def _colour(hexed: str) -> Plane:
    return np.array([int(hexed[n : n + 2], 16) for n in (0, 2, 4)]) / 255


def _mixed(share: Plane, one: str, other: str) -> Plane:
    """Colours between two, by a share of 0 to 1."""
    share = np.clip(share, 0, 1)[..., None]
    return _colour(one) * (1 - share) + _colour(other) * share


def _cloud(across: Plane, down: Plane, seed: int, cells: int = 4, octaves: int = 6) -> Plane:
    """Value noise of several octaves, about 0 to 1: random lattices, smoothly interpolated."""
    dice = np.random.Generator(np.random.PCG64(seed))
    total, weight = np.zeros_like(across), 0.0
    for octave in range(octaves):
        size = cells * 2**octave
        lattice = dice.random((size + 2, size + 2))
        x, y = across * size, down * size
        i, j = x.astype(int), y.astype(int)
        u, v = (x - i) ** 2 * (3 - 2 * (x - i)), (y - j) ** 2 * (3 - 2 * (y - j))
        upper = lattice[j, i] * (1 - u) + lattice[j, i + 1] * u
        lower = lattice[j + 1, i] * (1 - u) + lattice[j + 1, i + 1] * u
        total += (upper * (1 - v) + lower * v) / 2**octave
        weight += 1 / 2**octave
    return total / weight


def _landscape(x: Plane, y: Plane) -> Colours:
    """Sky with clouds over three ridges and a field."""
    sky = _mixed(y * 1.6, "3f78b8", "e9d9c0") * (0.8 + 0.4 * _cloud(x, y, 1)[..., None])
    for number, (level, near, far) in enumerate(
        (((0.45), "7d8fa0", "9fb0bb"), ((0.6), "4d6b45", "6f8a52"), ((0.75), "5a4a2c", "a8893f"))
    ):
        ridge = level + 0.12 * (_cloud(x, np.zeros_like(y), 10 + number, cells=3) - 0.5)
        sky = np.where((y > ridge)[..., None], _mixed(_cloud(x, y, 20 + number, cells=16), near, far), sky)
    return _levels(sky)


def _portrait(x: Plane, y: Plane) -> Colours:
    """Soft round gradients of skin against cloth, as a face is."""
    face = np.hypot((x - 0.5) / 0.26, (y - 0.42) / 0.3)
    cloth = _mixed(_cloud(x, y, 3, cells=8), "2b3d55", "6d7f92")
    skin = _mixed(face * 0.9 + 0.35 * (x - 0.4), "f0c9a4", "7a4a30")
    veil = _mixed(np.abs(np.sin(22 * np.arctan2(y - 0.42, x - 0.5))) * 0.5 + face * 0.2, "8f2d3a", "d8b9a8")
    head = np.where((face < 1)[..., None], skin, np.where((face < 1.35)[..., None], veil, cloth))
    eyes = np.minimum(np.hypot((x - 0.4) / 0.05, (y - 0.38) / 0.02), np.hypot((x - 0.6) / 0.05, (y - 0.38) / 0.02))
    return _levels(np.where((eyes < 1)[..., None], _colour("2a1a12"), head))


def _flowers(x: Plane, y: Plane) -> Colours:
    """Petals of many hues over leaves."""
    dice = np.random.Generator(np.random.PCG64(4))
    made = _mixed(_cloud(x, y, 5, cells=12), "1f3d1c", "7fa04a")
    hues = ("c8102e", "f4c430", "e87fa5", "ffffff", "7b4fa0", "f07f2a")
    for number in range(40):
        cx, cy, size, turn = dice.random(4)
        size = 0.04 + 0.07 * size
        away, angle = np.hypot(x - cx, (y - cy) * 1.33) / size, np.arctan2(y - cy, x - cx) + 6 * turn
        petal = away / (0.7 + 0.3 * np.cos((5 + number % 4) * angle))
        shade = _mixed(petal * 0.8, hues[number % 6], "5c1030")
        made = np.where((petal < 1)[..., None], shade, made)
        made = np.where((away < 0.25)[..., None], _colour("c98a1e"), made)
    return _levels(made)


def _old_carpet(x: Plane, y: Plane) -> Colours:
    """A medallion carpet, faded and worn, with bands of other lots."""
    u, v = np.abs(x - 0.5) * 2, np.abs(y - 0.5) * 2
    inner = np.floor((u + v) * 9) % len(DYES)
    cells = np.floor(u * 15) * 3 + np.floor(v * 20) * 5
    index = np.where(
        np.maximum(u, v) > 0.84, np.floor((x + y) * 24) % 3 + 1, np.where(u + v < 0.9, inner, cells % 5 + 2)
    )
    dyes = np.stack([_colour(dye) for dye in DYES])
    made = dyes[index.astype(int) % len(DYES)]
    worn = _cloud(x, y, 6, cells=6)[..., None]
    band = 0.06 * np.sin(y * 40)[..., None]
    return _levels(made * (0.75 + 0.3 * worn + band) + 0.12 * (1 - worn))


def _calligraphy(x: Plane, y: Plane) -> Colours:
    """Dark strokes with soft edges and a gilded ground."""
    made = _mixed(_cloud(x, y, 7, cells=3, octaves=3), "f3e7c9", "e2c98c")
    for number in range(7):
        middle = 0.12 + 0.13 * number + 0.05 * np.sin(9 * x + 2.1 * number)
        stroke = np.abs(y - middle) / (0.012 + 0.014 * (1 + np.sin(14 * x + number)))
        made = np.where(stroke[..., None] < 1.2, _mixed((stroke - 0.9) / 0.3, "1c1410", "e2c98c"), made)
    return _levels(made)


def _noise(x: Plane, y: Plane) -> Colours:
    """All colours, no form: the hardest case for every matcher."""
    return np.random.Generator(np.random.PCG64(8)).integers(0, 256, (*x.shape, 3), dtype=np.uint8)


def _dark(x: Plane, y: Plane) -> Colours:
    """A room by lamplight."""
    lamp = np.exp(-(((x - 0.6) / 0.3) ** 2) - ((y - 0.4) / 0.35) ** 2)
    return _levels(_mixed(lamp, "0d0a10", "8a5a26") * (0.5 + 0.6 * _cloud(x, y, 9, cells=10)[..., None]))


def _pastel(x: Plane, y: Plane) -> Colours:
    """Pale washes that differ by little."""
    red, green, blue = (_cloud(x, y, 30 + n, cells=3, octaves=3) for n in range(3))
    return _levels(0.78 + 0.34 * (np.stack([red, green, blue], axis=-1) - 0.5))


def _mosaic(x: Plane, y: Plane) -> Colours:
    """Bright tiles in an interlace with dark joints: Damascene work."""
    u, v = (x * 9) % 1 - 0.5, (y * 12) % 1 - 0.5
    star = np.maximum(np.abs(u) + np.abs(v), np.sqrt(2) * np.maximum(np.abs(u), np.abs(v)))
    tile = (np.floor(x * 9) * 7 + np.floor(y * 12) * 11) % 6
    hues = np.stack([_colour(one) for one in ("0f6f78", "e4b23a", "b5341f", "f5efe0", "24477f", "5f8f3f")])
    joint = (np.abs(star - 0.45) < 0.04)[..., None]
    made = np.where((star < 0.45)[..., None], hues[tile.astype(int)], _colour("d9cdb4"))
    return _levels(np.where(joint, _colour("2a2320"), made) * (0.92 + 0.12 * _cloud(x, y, 40)[..., None]))


def _sea(x: Plane, y: Plane) -> Colours:
    """Saturated blues and greens with glitter: where hue angles turn most."""
    depth = y + 0.25 * (_cloud(x, y, 50, cells=5) - 0.5)
    made = _mixed(depth * 1.1, "19c3c9", "0a1a6b")
    glitter = _cloud(x, y, 51, cells=40, octaves=3) > 0.68
    violet = _mixed(_cloud(x, y, 52), "3a2a9c", "1f6fd0")
    made = np.where((np.sin(30 * depth + 8 * x) > 0.75)[..., None], violet, made)
    return _levels(np.where(glitter[..., None], _colour("e8fbff"), made))


TEN: dict[str, Callable[[Plane, Plane], Colours]] = {
    "landscape": _landscape,
    "portrait": _portrait,
    "flowers": _flowers,
    "old carpet": _old_carpet,
    "calligraphy": _calligraphy,
    "noise": _noise,
    "dark": _dark,
    "pastel": _pastel,
    "mosaic": _mosaic,
    "sea": _sea,
}
