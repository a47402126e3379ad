"""A plain map projection: degrees to points, east to the right, north upwards; good for one country at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians
from typing import Any

WIDTH = 640
MARGIN = 36
LEAST_DEGREES = 0.6
GATHER_WITHIN = 15


@dataclass(frozen=True)
class Frame:
    """The part of the Earth that a map shows, and its size in points."""

    south: float
    west: float
    stretch: float
    scale: float
    width: int
    height: int

    def place(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Return where a point of the Earth falls on the map, from its left and top."""
        x = MARGIN + (longitude - self.west) * self.stretch * self.scale
        y = self.height - MARGIN - (latitude - self.south) * self.scale
        return x, y

    def holds(self, x: float, y: float) -> bool:
        """Say whether a place of the map lies within it."""
        return 0 <= x <= self.width and 0 <= y <= self.height


@dataclass(frozen=True)
class Spot:
    """Something at a place of the map."""

    x: float
    y: float
    what: Any


def frame_of(points: Sequence[tuple[float, float]], width: int = WIDTH) -> Frame:
    """Return the frame around some points (latitude, longitude); one point alone gets its surroundings."""
    if not points:
        points = [(35.0, 38.0)]
    south, north = _widened([latitude for latitude, _longitude in points])
    west, east = _widened([longitude for _latitude, longitude in points])
    stretch = cos(radians((south + north) / 2))
    scale = (width - 2 * MARGIN) / ((east - west) * stretch)
    height = round((north - south) * scale) + 2 * MARGIN
    if height > 1.2 * width:
        scale *= 1.2 * width / height
        height = round(1.2 * width)
    return Frame(south, west, stretch, scale, width, height)


def gathered(spots: Iterable[Spot], within: float = GATHER_WITHIN) -> list[list[Spot]]:
    """Gather spots that would cover each other, each with the first that is near enough."""
    groups: list[list[Spot]] = []
    for spot in spots:
        for group in groups:
            if hypot(group[0].x - spot.x, group[0].y - spot.y) < within:
                group.append(spot)
                break
        else:
            groups.append([spot])
    return groups


def _widened(values: Sequence[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    missing = max(0.0, LEAST_DEGREES - (high - low)) / 2
    return low - missing, high + missing
