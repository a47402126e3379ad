"""A plain map projection: degrees to points, east to the right, north upwards; good for one country at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians
from typing import Any

WIDTH, NARROW = 640, 340
MARGIN = 44
LEAST_DEGREES = 0.6
TALLEST = 1.2  # times the width
POINT = 6.5
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
    across, upwards = (east - west) * stretch, north - south
    scale = min((width - 2 * MARGIN) / across, (TALLEST * width - 2 * MARGIN) / upwards)
    spare = (width - 2 * MARGIN) / scale - across
    return Frame(south, west - spare / stretch / 2, stretch, scale, width, round(upwards * scale) + 2 * MARGIN)


@dataclass(frozen=True)
class Cluster:
    """Spots that would cover each other, drawn as one at their middle; larger for more, so that a number fits."""

    x: float
    y: float
    radius: float
    spots: tuple[Spot, ...]

    @classmethod
    def of(cls, *spots: Spot) -> Cluster:
        """Return the cluster of some spots."""
        count = len(spots)
        x, y = sum(spot.x for spot in spots) / count, sum(spot.y for spot in spots) / count
        return cls(round(x, 1), round(y, 1), POINT if count == 1 else round(8 + 1.5 * count**0.5, 1), spots)

    def covers(self, other: Cluster) -> bool:
        """Say whether the two would cover each other."""
        return hypot(self.x - other.x, self.y - other.y) < self.radius + other.radius


def gathered(spots: Iterable[Spot]) -> list[Cluster]:
    """Gather spots until no cluster covers another; the same spots in the same order give the same clusters."""
    clusters: list[Cluster] = []
    for spot in spots:
        cluster = Cluster.of(spot)
        while standing := next((other for other in clusters if other.covers(cluster)), None):
            clusters.remove(standing)
            cluster = Cluster.of(*standing.spots, *cluster.spots)
        clusters.append(cluster)
    return clusters


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
