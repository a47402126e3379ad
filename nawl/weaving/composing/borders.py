"""Borders whose corners turn right: whole repeats on each side, stretched by whole knots, and a corner of their own.

A side between two corners is parted into whole repeats. What remains is given out knot by knot, spread evenly and the
same from both ends, so that the side mirrors itself; no repeat is ever cut.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from nawl.kit.errors import NotPossible
from nawl.weaving.composing.drawing.units import Unit
from nawl.weaving.motifs.motif import Cells


@dataclass(frozen=True)
class Piece:
    """A repeat or a corner where it lies: left upper knot, cells, how many repeats it is from the middle (corner: -1)."""

    x: int
    y: int
    cells: Cells
    turn: int

    @property
    def is_corner(self) -> bool:
        """Whether it is a corner, and not a repeat of a side."""
        return self.turn < 0


def repeats(length: int, unit: float, is_odd: bool) -> list[int]:
    """Part a side of `length` knots into whole repeats of about `unit` knots, the same read from both ends.

    An odd length takes an odd number of repeats, for two equal middle repeats would leave one knot over.
    """
    if length <= 0:
        return []
    wished = min(length / unit, length / LEAST)
    count = max(1, round(wished))
    if (is_odd or length % 2) and count % 2 == 0:
        count = max(1, 2 * int(wished / 2) + 1)
    base, rest = divmod(length, count)
    sizes = [base] * count
    if rest % 2:
        sizes[count // 2] += 1
    half, pairs = count // 2, rest // 2
    for n in range(pairs):
        place = (2 * n + 1) * half // (2 * pairs)
        sizes[place] += 1
        sizes[count - 1 - place] += 1
    return sizes


LEAST: Final = 2.0
"""Knots of the shortest repeat in the mean."""


def turns(count: int) -> list[int]:
    """Return how many repeats each one is away from the middle; of an even number the two in the middle are both 0."""
    return [int(abs(n - (count - 1) / 2)) for n in range(count)]


def pieces(unit: Unit, wide: int, high: int, thick: tuple[int, int], ratio: float | None = None) -> Iterator[Piece]:
    """Yield the upper left quarter of a border band around `wide` × `high` knots: a corner, half of two sides.

    `thick` is the thickness of the upright sides in knots across and of the level sides in rows; they differ where
    knots are not square. The repeat that lies across a middle is yielded whole.
    """
    across, down = thick
    if min(across, down) < 1 or wide < 2 * across + 1 or high < 2 * down + 1:
        raise NotPossible("border_too_thick", thick=max(across, down), wide=wide, high=high)
    yield Piece(0, 0, unit.at_corner(across, down), -1)
    length = (ratio or unit.ratio) * across
    sizes = repeats(wide - 2 * across, length, unit.is_odd)
    for start, size, turn in _first_half(sizes):
        yield Piece(across + start, 0, unit.side(size, down, turn), turn)
    sizes = repeats(high - 2 * down, length * down / across, unit.is_odd)
    for start, size, turn in _first_half(sizes):
        yield Piece(0, down + start, unit.side(size, across, turn).T, turn)


def _first_half(sizes: list[int]) -> Iterator[tuple[int, int, int]]:
    start, total = 0, sum(sizes)
    for size, turn in zip(sizes, turns(len(sizes)), strict=True):
        if start * 2 >= total:
            return
        yield start, size, turn
        start += size


def mirrored(quarter: Cells, wide: int, high: int) -> Cells:
    """Unfold an upper left quarter of ⌈high/2⌉ × ⌈wide/2⌉ into the whole; a middle line of an odd side stands once."""
    upper = np.concatenate([quarter, quarter[:, : wide // 2][:, ::-1]], axis=1)
    return np.concatenate([upper, upper[: high // 2][::-1]], axis=0)


def turned(unit: Unit, wide: int, high: int, thick: tuple[int, int], ratio: float | None = None) -> Cells:
    """Draw a whole border band around `wide` × `high` knots, corners and all; the middle is left clear."""
    quarter = np.zeros(((high + 1) // 2, (wide + 1) // 2), np.uint8)
    for piece in pieces(unit, wide, high, thick, ratio):
        part = quarter[piece.y : piece.y + piece.cells.shape[0], piece.x : piece.x + piece.cells.shape[1]]
        part[:] = piece.cells[: part.shape[0], : part.shape[1]]
    return mirrored(quarter, wide, high)
