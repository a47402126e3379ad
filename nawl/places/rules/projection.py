"""A plain map projection: degrees to points, east to the right, north upwards; good for one country at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians
from typing import Any

WIDTH, NARROW = 640, 340
MARGIN = 44
LEAST_DEGREES = 0.6
GATHER_WITHIN = 15
LETTER, LINE = 6.6, 17  # of the labels, in points
RINGS = (0, 16, 26, 38, 52)


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


@dataclass(frozen=True)
class Box:
    """A rectangle of the map, by its middle."""

    x: float
    y: float
    width: float
    height: float

    def covers(self, other: Box) -> float:
        """Return how much of the map both take, in square points."""
        wide = (self.width + other.width) / 2 - abs(self.x - other.x)
        high = (self.height + other.height) / 2 - abs(self.y - other.y)
        return wide * high if wide > 0 and high > 0 else 0.0


def settled(frame: Frame, names: Iterable[Spot], taken: Iterable[Box]) -> list[Spot]:
    """Move names off what is drawn already and off each other, each as little as may be; `what` is the name."""
    obstacles, placed = list(taken), []
    for spot in names:
        width = LETTER * len(str(spot.what))
        box = min(_around(spot, width), key=lambda box: _price(box, spot, obstacles, frame))
        obstacles.append(box)
        placed.append(Spot(box.x, box.y, spot.what))
    return placed


def _around(spot: Spot, width: float) -> Iterable[Box]:
    for ring in RINGS:
        beside = ring + width / 2 if ring else 0
        for x, y in ((0, 0), (0, -ring), (0, ring), (-beside, 0), (beside, 0), (-beside, -ring), (beside, ring)):
            yield Box(spot.x + x, spot.y + y, width, LINE)


def _price(box: Box, spot: Spot, obstacles: Iterable[Box], frame: Frame) -> float:
    outside = max(0.0, box.width / 2 - box.x) + max(0.0, box.x + box.width / 2 - frame.width)
    covered = sum(box.covers(other) for other in obstacles)
    return 40 * covered + 400 * outside + hypot(box.x - spot.x, box.y - spot.y)


def _widened(values: Sequence[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    missing = max(0.0, LEAST_DEGREES - (high - low)) / 2
    return low - missing, high + missing


def even_steps(counts: Sequence[int]) -> tuple[int, ...]:
    """Return the four lower ends of steps 2 to 5 of a small count, evenly apart: up to 10 gives 3, 5, 7, 9."""
    largest = max(5, *counts, 5)
    return tuple(1 + -(-largest * step // 5) for step in range(1, 5))
