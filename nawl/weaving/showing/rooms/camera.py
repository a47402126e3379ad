"""The onlooker's eye: how points of a room fall onto a picture, and where each pixel looks."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nawl.weaving.showing.wool import Pixels

PITCH: Final = math.radians(33)  # how far the onlooker looks down

Point = tuple[float, float, float]


@dataclass(frozen=True)
class Camera:
    """Where the onlooker's eye is, and how it throws points onto a picture of `size` pixels."""

    eye: Point
    focus: float
    middle: tuple[float, float]
    size: tuple[int, int]

    def seen(self, points: Sequence[Point] | NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the pixels (x, y) of points."""
        away = np.asarray(points, np.float64) - self.eye
        depth = away[:, 2] * math.cos(PITCH) - away[:, 1] * math.sin(PITCH)
        rise = away[:, 1] * math.cos(PITCH) + away[:, 2] * math.sin(PITCH)
        return np.stack(
            [self.middle[0] + self.focus * away[:, 0] / depth, self.middle[1] - self.focus * rise / depth], axis=1
        )

    def rays(self) -> tuple[Pixels, Pixels, Pixels]:
        """Return the direction (x, y, z) in which each pixel looks."""
        wide, high = self.size
        across = ((np.arange(wide, dtype=np.float32) + 0.5 - self.middle[0]) / self.focus)[None, :]
        rise = ((self.middle[1] - np.arange(high, dtype=np.float32) - 0.5) / self.focus)[:, None]
        y = rise * math.cos(PITCH) - math.sin(PITCH)
        z = rise * math.sin(PITCH) + math.cos(PITCH)
        return np.broadcast_to(across, (high, wide)), y, z


def throw(corners: NDArray[np.float64], size: tuple[int, int]) -> tuple[float, ...]:
    """Return the eight numbers by which Pillow finds, for a place in the picture, the place on the carpet."""
    wide, high = size
    flat = [(0, 0), (wide, 0), (wide, high), (0, high)]
    rows, known = [], []
    for (x, y), (u, v) in zip(corners, flat, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        known += [u, v]
    return tuple(float(part) for part in np.linalg.solve(np.array(rows, float), np.array(known, float)))
