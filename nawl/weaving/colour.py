"""Colour spaces and distances: sRGB, linear light, OKLab, CIELAB (D65, 2°) and CIEDE2000.

Arrays hold the channels on their last axis. OKLab after Ottosson (2020), CIELAB after CIE 15, CIEDE2000 after
Sharma, Wu and Dalal (2005), whose published pairs are among the tests.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.floating[Any]]

_SRGB = np.arange(256, dtype=np.float64) / 255
LINEAR: Final[NDArray[np.float64]] = np.where(_SRGB <= 0.04045, _SRGB / 12.92, ((_SRGB + 0.055) / 1.055) ** 2.4)
"""Linear light of each of the 256 sRGB levels, 0 to 1."""

_TO_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_TO_OKLAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)
_TO_XYZ = np.array(
    [
        [0.4123907993, 0.3575843394, 0.1804807884],
        [0.2126390059, 0.7151686788, 0.0721923154],
        [0.0193308187, 0.1191947798, 0.9505321522],
    ]
)
_WHITE = _TO_XYZ.sum(axis=1)
_EPSILON, _KAPPA = 216 / 24389, 24389 / 27
_25_TO_7 = 25.0**7


def _through(matrix: NDArray[np.float64], channels: Floats) -> Floats:
    """Return the channels on the last axis after a matrix, as plain sums: a library's product ends otherwise on other machines."""
    first, second, third = (channels[..., n] for n in range(3))
    return np.stack([first * row[0] + second * row[1] + third * row[2] for row in matrix], axis=-1)


def linear(srgb: ArrayLike) -> Floats:
    """Return linear light (0 to 1, float64) of 8-bit sRGB."""
    return LINEAR[np.asarray(srgb, dtype=np.uint8)]


def srgb(light: ArrayLike) -> NDArray[np.uint8]:
    """Return 8-bit sRGB of linear light; what lies outside 0 to 1 is clipped."""
    light = np.clip(np.asarray(light, dtype=np.float64), 0, 1)
    curved = np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    levels: NDArray[np.uint8] = np.rint(curved * 255).astype(np.uint8)
    return levels


def oklab(colours: ArrayLike) -> Floats:
    """Return OKLab (L 0 to 1, a, b) of 8-bit sRGB."""
    return oklab_of_light(linear(colours))


def oklab_of_light(light: ArrayLike) -> Floats:
    """Return OKLab of linear light."""
    return _through(_TO_OKLAB, np.cbrt(_through(_TO_LMS, np.asarray(light))))


def lab(colours: ArrayLike) -> Floats:
    """Return CIELAB (L* 0 to 100, a*, b*; D65) of 8-bit sRGB."""
    xyz = _through(_TO_XYZ, linear(colours)) / _WHITE
    f = np.where(xyz > _EPSILON, np.cbrt(xyz), (_KAPPA * xyz + 16) / 116)
    x, y, z = f[..., 0], f[..., 1], f[..., 2]
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)


def ciede2000(one: ArrayLike, other: ArrayLike) -> Floats:
    """Return the CIEDE2000 difference of CIELAB colours (k factors 1); shapes broadcast against each other.

    Below 1 nobody sees it; 2 to 5 is visible; above 5 a reader would ask.
    """
    first, second = np.asarray(one), np.asarray(other)
    l1, a1, b1 = first[..., 0], first[..., 1], first[..., 2]
    l2, a2, b2 = second[..., 0], second[..., 1], second[..., 2]
    seventh = ((np.hypot(a1, b1) + np.hypot(a2, b2)) / 2) ** 7
    stretch = 1.5 - 0.5 * np.sqrt(seventh / (seventh + _25_TO_7))
    a1, a2 = a1 * stretch, a2 * stretch
    c1, c2 = np.hypot(a1, b1), np.hypot(a2, b2)
    h1, h2 = _hue(a1, b1), _hue(a2, b2)
    is_grey = c1 * c2 == 0
    turn = h2 - h1
    turn = np.where(turn > 180, turn - 360, np.where(turn < -180, turn + 360, turn))
    turn = np.where(is_grey, 0, turn)
    lightness, chroma = l2 - l1, c2 - c1
    hue = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn) / 2)
    return _weighted(lightness, chroma, hue, (l1 + l2) / 2, (c1 + c2) / 2, _mean_hue(h1, h2, is_grey))


def _hue(a: Floats, b: Floats) -> Floats:
    """Hue angle in degrees, 0 to 360; 0 for grey."""
    return np.degrees(np.arctan2(b, a)) % 360


def _mean_hue(h1: Floats, h2: Floats, is_grey: NDArray[np.bool_]) -> Floats:
    total = h1 + h2
    is_near = np.abs(h1 - h2) <= 180
    mean = np.where(is_near, total / 2, np.where(total < 360, (total + 360) / 2, (total - 360) / 2))
    return np.where(is_grey, total, mean)


def _weighted(lightness: Floats, chroma: Floats, hue: Floats, l: Floats, c: Floats, h: Floats) -> Floats:  # noqa: E741 - the paper's letters
    """Weigh the three differences at their mean lightness, chroma and hue."""
    t = (
        1
        - 0.17 * np.cos(np.radians(h - 30))
        + 0.24 * np.cos(np.radians(2 * h))
        + 0.32 * np.cos(np.radians(3 * h + 6))
        - 0.20 * np.cos(np.radians(4 * h - 63))
    )
    seventh = c**7
    fifty = (l - 50) ** 2
    dl = lightness / (1 + 0.015 * fifty / np.sqrt(20 + fifty))
    dc = chroma / (1 + 0.045 * c)
    dh = hue / (1 + 0.015 * c * t)
    blue = -2 * np.sqrt(seventh / (seventh + _25_TO_7)) * np.sin(np.radians(60 * np.exp(-(((h - 275) / 25) ** 2))))
    squared: Floats = np.maximum(0, dl**2 + dc**2 + dh**2 + blue * dc * dh)
    root: Floats = np.sqrt(squared)
    return root
