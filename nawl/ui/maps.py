"""The tile map: fourteen governorates on a grid that keeps their neighbours; west is always at the left."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from nawl.ui.parts import Number, Tile

PLACES = {
    "SY07": "01",
    "SY02": "02",
    "SY11": "03",
    "SY08": "04",
    "SY06": "10",
    "SY05": "11",
    "SY09": "14",
    "SY10": "20",
    "SY04": "21",
    "SY01": "30",
    "SY03": "31",
    "SY14": "40",
    "SY12": "41",
    "SY13": "42",
}
"""Row and column of each governorate, by its P-code."""

_ROUND = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8)
STEPS = 5


@dataclass(frozen=True)
class PlacedTile:
    """A tile with its place on the grid and its step of colour."""

    tile: Tile
    at: str
    step: int


@dataclass(frozen=True)
class Key:
    """One line of the legend; the first step has no lower, the last no upper end."""

    step: int
    low: int | None
    high: int | None


@dataclass(frozen=True)
class TileMap:
    """The tiles placed, and the legend of their colours."""

    tiles: tuple[PlacedTile, ...]
    keys: tuple[Key, ...]
    any_late: bool
    any_empty: bool


def tile_map(tiles: Sequence[Tile], steps: Sequence[int] = ()) -> TileMap:
    """Place the tiles and colour them in five steps; `steps` are the four lower ends, found from the values if not given."""
    values = [tile.value for tile in tiles if tile.value is not None]
    ends = tuple(steps) or round_steps(values)
    placed = tuple(
        PlacedTile(tile, PLACES[tile.pcode], _step(tile.value, ends)) for tile in tiles if tile.pcode in PLACES
    )
    return TileMap(placed, _keys(ends), any(tile.late for tile in tiles), any(tile.value is None for tile in tiles))


def round_steps(values: Sequence[Number]) -> tuple[int, ...]:
    """Return the four lower ends of steps 2 to 5 as round numbers, so that each step holds about a fifth of the places."""
    ordered = sorted(float(value) for value in values)
    if not ordered or ordered[-1] < STEPS:
        return (1, 2, 3, 4)
    ends: list[int] = []
    for part in range(1, STEPS):
        nearest = _nearest_round(ordered[part * len(ordered) // STEPS])
        ends.append(nearest if not ends or nearest > ends[-1] else _next_round(ends[-1]))
    return tuple(ends)


def _round_numbers(near: float) -> list[int]:
    scale = 10 ** max(0, int(math.log10(max(near, 1))) - 1)
    return sorted(
        {int(figure * scale * tens) for tens in (1, 10, 100) for figure in _ROUND if figure * scale * tens >= 1}
    )


def _nearest_round(value: float) -> int:
    return min(_round_numbers(value), key=lambda number: abs(number - value))


def _next_round(value: int) -> int:
    return min(number for number in _round_numbers(value) if number > value)


def _step(value: Number | None, ends: Sequence[int]) -> int:
    return 0 if value is None else 1 + sum(1 for end in ends if value >= end)


def _keys(ends: Sequence[int]) -> tuple[Key, ...]:
    lows: list[int | None] = [None, *ends]
    highs: list[int | None] = [*ends, None]
    keys = [
        Key(step, low, high if low is None or high is None else high - 1)
        for step, (low, high) in enumerate(zip(lows, highs, strict=True), start=1)
    ]
    return tuple(reversed(keys))
