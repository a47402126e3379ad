"""Narrowing: the yarn with the least CIEDE2000 for millions of colours, without comparing every colour with every yarn.

First for the coarse cells of the colour cube in use, then for the fine ones, then for the colours themselves: at each step
only those yarns stay that may still be nearest to some colour of the cell. CIEDE2000 jumps where two hues are opposed, so
no bound is strict: of random colours and yarns fewer than 1 in 5,000 get another than the very nearest (tests); on
pictures none was met.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from nawl.weaving.pictures.cells import (
    COARSE,
    FINE,
    Packed,
    centres,
    coarse_cells,
    fine_cells,
    numbered,
    parent_cells,
    positions,
)
from nawl.weaving.pictures.difference import Single, labs, squared
from nawl.weaving.pictures.sampling import THREADS
from nawl.weaving.yarns import Yarn

_PAIRS: Final = 98_304
"""Pairs of a colour and a yarn that are worked at once: enough that two threads seldom wait for each other."""
_SLACK: Final = 2.2
"""A yarn stays while it is no farther than the nearest one by so many radii of the cell; 2 would do for a true metric."""
_FINE_SHARE: Final = 0.62
"""Radius of a fine cell against that of the coarse cell around it, at most."""


def nearest(colours: Packed, yarns: Sequence[Yarn]) -> NDArray[np.uint8]:
    """Return the index of the yarn with the least CIEDE2000 for each packed colour (0xRRGGBB)."""
    points = np.array([yarn.lab for yarn in yarns], np.float32).T
    used, _places = numbered(coarse_cells(colours), 3 * COARSE)
    everything = _Lists.full(used.size, len(yarns))
    near = _narrowed(_coarse_labs()[:, used], points, everything, _SLACK * _radius()[used])
    cells, of_fine = numbered(fine_cells(colours), 3 * FINE)
    parents = positions(used, 3 * COARSE)[parent_cells(cells)]
    slack = _SLACK * _FINE_SHARE * _radius()[parent_cells(cells)]
    nearer = _narrowed(_fine_labs(cells), points, near.of(parents), slack)
    return _decided(colours, points, nearer, of_fine)


@dataclass(frozen=True, eq=False)
class _Lists:
    """A list of yarns for each place: `flat[starts[i] : starts[i] + counts[i]]`, ascending."""

    flat: NDArray[np.uint8]
    starts: NDArray[np.int64]
    counts: NDArray[np.int64]

    @staticmethod
    def full(places: int, yarns: int) -> _Lists:
        counts = np.full(places, yarns, np.int64)
        return _Lists(np.arange(yarns, dtype=np.uint8), np.zeros(places, np.int64), counts)

    def of(self, places: NDArray[Any]) -> _Lists:
        return _Lists(self.flat, self.starts[places], self.counts[places])

    def pairs(self) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.uint8]]:
        """Return where each place's pairs begin, and the place and the yarn of each pair."""
        begins = np.cumsum(self.counts) - self.counts
        place = np.repeat(np.arange(self.counts.size), self.counts)
        yarn = self.flat[np.arange(place.size) + np.repeat(self.starts - begins, self.counts)]
        return begins, place, yarn

    def blocks(self) -> list[slice]:
        """Part the places so that each part has about as many pairs as fit into the cache."""
        total = np.cumsum(self.counts)
        cuts = np.searchsorted(total, np.arange(_PAIRS, int(total[-1]) if total.size else 0, _PAIRS))
        edges = np.unique(np.concatenate([[0], cuts, [self.counts.size]]))
        return [slice(int(a), int(b)) for a, b in pairwise(edges)]

    def part(self, rows: slice) -> _Lists:
        return _Lists(self.flat, self.starts[rows], self.counts[rows])


def _narrowed(places: Single, yarns: Single, lists: _Lists, slack: Single) -> _Lists:
    """Keep for each place the yarns that lie within `slack` of its nearest."""

    def part(rows: slice) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
        mine = lists.part(rows)
        begins, _place, yarn = mine.pairs()
        away = np.sqrt(np.maximum(_squared_pairs(places[:, rows], yarns, mine.counts, yarn), 0))
        limit = np.minimum.reduceat(away, begins) + slack[rows]
        stays = away <= np.repeat(limit, mine.counts)
        return yarn[stays], np.add.reduceat(stays.astype(np.int64), begins)

    with ThreadPoolExecutor(THREADS) as pool:
        found = list(pool.map(part, lists.blocks()))
    counts = np.concatenate([one[1] for one in found])
    return _Lists(np.concatenate([one[0] for one in found]), np.cumsum(counts) - counts, counts)


def _squared_pairs(places: Single, yarns: Single, counts: NDArray[np.int64], yarn: NDArray[np.uint8]) -> Single:
    """The squared difference of each pair: every place against as many yarns as its list has."""
    return squared(np.repeat(places, counts, axis=1), np.take(yarns, yarn, axis=1))


def _decided(colours: Packed, yarns: Single, lists: _Lists, cell: NDArray[np.int32]) -> NDArray[np.uint8]:
    """Decide each colour among the yarns that its cell has left; the first of equals."""
    answer = lists.flat[lists.starts[cell]]
    open_ = np.flatnonzero(lists.counts[cell] > 1)
    left = lists.of(cell[open_])

    def part(rows: slice) -> None:
        mine, which = left.part(rows), open_[rows]
        begins, place, yarn = mine.pairs()
        away = _squared_pairs(labs(colours[which]), yarns, mine.counts, yarn)
        least = np.flatnonzero(away == np.repeat(np.minimum.reduceat(away, begins), mine.counts))[::-1]
        answer[which[place[least]]] = yarn[least]

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(part, left.blocks()))
    return answer


@cache
def _coarse_labs() -> Single:
    return labs(centres(np.arange(1 << 3 * COARSE, dtype=np.uint32), COARSE))


def _fine_labs(cells: Packed) -> Single:
    return labs(centres(cells, FINE))


@cache
def _radius() -> Single:
    """How far the farthest corner of each coarse cell lies from its middle, in CIEDE2000."""
    middles = centres(np.arange(1 << 3 * COARSE, dtype=np.uint32), COARSE)
    far = np.zeros(1 << 3 * COARSE, np.float32)
    for corner in range(8):
        reach = sum((3 if corner >> bit & 1 else -4) * (1 << 8 * bit) for bit in range(3))
        away = squared(_coarse_labs(), labs((middles.astype(np.int64) + reach).astype(np.uint32)))
        far = np.maximum(far, away)
    return np.sqrt(far)
