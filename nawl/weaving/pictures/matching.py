"""Matching (مطابقة الألوان): each knot gets the yarn that looks nearest; quick for the preview, exact for the chart.

The preview takes OKLab with a and b weighted 2, decided once for each of 262,144 cells of sRGB. The chart takes the least
CIEDE2000 of all yarns, found by narrowing: of 32,768 coarse cells, then of the fine cells in use, then of the colours in
use; at each step only those yarns stay that may still be nearest to some colour of the cell. CIEDE2000 jumps where two
hues are opposed, so no bound is strict: of random colours and yarns fewer than 1 in 5,000 get another than the very
nearest (tests), on pictures none was met. Ties go to the yarn that comes first, so the answer does not depend on the
number of threads, nor on the machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import gcd
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from nawl.kit.errors import NotPossible
from nawl.weaving.chart import Grid
from nawl.weaving.colour import oklab
from nawl.weaving.pictures.difference import Single, labs, squared
from nawl.weaving.pictures.sampling import THREADS, Sampled
from nawl.weaving.yarns import UNSET, Yarn

CHROMA: Final = 2.0
"""How much OKLab's a and b weigh against L: 2 came nearest to CIEDE2000 (WORKSHOP 0, point 3)."""

_PAIRS: Final = 98_304
_ROWS: Final = 1 << 18
_SMALL: Final = 1 << 17
_JUDGED: Final = 1 << 18
_FEW: Final = 512
_SLACK: Final = 2.2
"""A yarn stays while it is no farther than the nearest one by so many radii of the cell; 2 would do for a true metric."""
_FINE_SHARE: Final = 0.62
"""Radius of a fine cell against that of the coarse cell around it, at most."""

Packed = NDArray[np.integer[Any]]


def preview(sampled: Sampled, yarns: Sequence[Yarn]) -> Grid:
    """Return the yarn of each knot as the live preview shows it (OKLab by table)."""
    table = _table(tuple(yarn.srgb for yarn in _some(yarns)))
    out = np.empty(sampled.colours.shape[:2], np.uint8)
    flat, target = _flat(sampled), out.reshape(-1)

    def part(first: int) -> None:
        rows = slice(first, first + _ROWS)
        np.take(table, fine_cells(packed_colours(flat[rows])), out=target[rows], mode="clip")

    _in_parts(part, len(flat))
    return _emptied(out, sampled)


def match(sampled: Sampled, yarns: Sequence[Yarn]) -> Grid:
    """Return the yarn of each knot for the chart that is woven: the one with the least CIEDE2000."""
    if len(_some(yarns)) == 1:
        return _emptied(np.zeros(sampled.colours.shape[:2], np.uint8), sampled)
    flat = _flat(sampled)
    knots = _of_few(flat, yarns) if len(flat) <= _SMALL else _of_many(flat, yarns)
    return _emptied(knots.reshape(sampled.colours.shape[:2]), sampled)


def _of_few(flat: NDArray[np.uint8], yarns: Sequence[Yarn]) -> NDArray[np.uint8]:
    """Match the colours of a small chart, found by sorting."""
    colours, place = np.unique(packed_colours(flat), return_inverse=True)
    return nearest(colours, yarns)[place]


def _of_many(flat: NDArray[np.uint8], yarns: Sequence[Yarn]) -> NDArray[np.uint8]:
    """Match the colours of a large chart by a table of all 16 million: which are in use, then the yarn of each."""
    packed = np.empty(len(flat), np.uint32)
    used = np.zeros(1 << 24, np.uint8)

    def pack(first: int) -> None:
        rows = slice(first, first + _ROWS)
        packed[rows] = packed_colours(flat[rows])
        used[packed[rows]] = 1

    _in_parts(pack, len(flat))
    colours = np.flatnonzero(used).astype(np.uint32)
    used[colours] = nearest(colours, yarns)
    out = np.empty(len(flat), np.uint8)

    def look_up(first: int) -> None:
        rows = slice(first, first + _ROWS)
        np.take(used, packed[rows], out=out[rows], mode="clip")

    _in_parts(look_up, len(flat))
    return out


def nearest(colours: Packed, yarns: Sequence[Yarn]) -> NDArray[np.uint8]:
    """Return the index of the yarn with the least CIEDE2000 for each packed colour (0xRRGGBB)."""
    points = np.array([yarn.lab for yarn in yarns], np.float32).T
    used, _places = _numbered(coarse_cells(colours), 15)
    everything = _Lists.full(used.size, len(yarns))
    near = _narrowed(_coarse_labs()[:, used], points, everything, _SLACK * _radius()[used])
    cells, of_fine = _numbered(fine_cells(colours), 18)
    parents = _positions(used, 15)[_parent(cells)]
    slack = _SLACK * _FINE_SHARE * _radius()[_parent(cells)]
    nearer = _narrowed(_fine_labs(cells), points, near.of(parents), slack)
    return _decided(colours, points, nearer, of_fine)


def differences(sampled: Sampled, knots: Grid, yarns: Sequence[Yarn]) -> tuple[float, ...]:
    """Return for each yarn the mean CIEDE2000 between what was drawn and the yarn, over its knots; nan where it has none.

    Of a large chart every so many knots are looked at, and of a yarn with few knots all.
    """
    flat, mine = _flat(sampled), knots.reshape(-1)
    looked = _looked_at(mine, knots.shape[1], len(yarns))
    looked = looked[mine[looked] != UNSET]
    points = np.array([yarn.lab for yarn in yarns], np.float32).T
    yarn = mine[looked]
    away = np.sqrt(np.maximum(squared(labs(packed_colours(flat[looked])), points[:, yarn]), 0))
    counts = np.bincount(yarn, minlength=len(yarns))
    sums = np.bincount(yarn, weights=away, minlength=len(yarns))
    return tuple(float(total / count) if count else float("nan") for total, count in zip(sums, counts, strict=True))


def _looked_at(mine: NDArray[np.uint8], wide: int, yarns: int) -> NDArray[np.intp]:
    """Choose the knots by which a mean is judged: evenly spread, none in step with the rows."""
    step = max(1, mine.size // _JUDGED)
    while step > 1 and gcd(step, wide) > 1:
        step += 1
    evenly = np.arange(0, mine.size, step)
    counts = np.bincount(mine[evenly], minlength=256)[:yarns]
    rare = [np.flatnonzero(mine == yarn)[:_FEW] for yarn in np.flatnonzero(counts < _FEW)] if step > 1 else []
    return np.unique(np.concatenate([evenly, *rare]))


def _some(yarns: Sequence[Yarn]) -> Sequence[Yarn]:
    if not yarns:
        raise NotPossible("no_yarns")
    return yarns


def _flat(sampled: Sampled) -> NDArray[np.uint8]:
    return sampled.colours.reshape(-1, 3)


def _emptied(knots: Grid, sampled: Sampled) -> Grid:
    if sampled.empty is not None:
        knots[sampled.empty] = UNSET
    return knots


def _in_parts(work: Any, size: int) -> None:
    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(work, range(0, size, _ROWS)))


# Packed colours and their cells


def packed_colours(flat: NDArray[np.uint8]) -> Packed:
    """Pack sRGB into 0xRRGGBB."""
    packed = flat[:, 0].astype(np.uint32)
    packed <<= 8
    packed |= flat[:, 1]
    packed <<= 8
    packed |= flat[:, 2]
    return packed


def fine_cells(packed: Packed) -> Packed:
    """The cell of six bits a channel."""
    return packed >> 6 & 0x3F000 | packed >> 4 & 0xFC0 | packed >> 2 & 0x3F


def coarse_cells(packed: Packed) -> Packed:
    """The cell of five bits a channel."""
    return packed >> 9 & 0x7C00 | packed >> 6 & 0x3E0 | packed >> 3 & 0x1F


def _parent(fine: Packed) -> Packed:
    return fine >> 3 & 0x7C00 | fine >> 2 & 0x3E0 | fine >> 1 & 0x1F


def _centres(cells: Packed, bits: int) -> Packed:
    """The colour in the middle of each cell."""
    step = 1 << (8 - bits)
    mask = (1 << bits) - 1
    packed: Packed = (cells >> 2 * bits) << 16 | (cells >> bits & mask) << 8 | cells & mask
    return packed * np.uint32(step) + np.uint32(0x010101 * (step // 2))


def cell_colours(cells: Packed) -> NDArray[np.uint8]:
    """The sRGB colour in the middle of each fine cell, shape (n, 3)."""
    packed = _centres(cells, 6)
    return np.stack([packed >> 16, packed >> 8 & 255, packed & 255], axis=-1).astype(np.uint8)


def _numbered(cells: Packed, bits: int) -> tuple[Packed, NDArray[np.int32]]:
    """Return the cells in use, ascending, and for each given cell its place among them."""
    used = np.zeros(1 << bits, np.bool_)
    used[cells] = True
    found = np.flatnonzero(used).astype(np.uint32)
    return found, _positions(found, bits)[cells]


def _positions(found: Packed, bits: int) -> NDArray[np.int32]:
    places = np.zeros(1 << bits, np.int32)
    places[found] = np.arange(found.size, dtype=np.int32)
    return places


# The preview's table


@cache
def _oklab_cells() -> NDArray[np.float32]:
    return _weighted(cell_colours(np.arange(1 << 18, dtype=np.uint32)))


def _weighted(colours: Any) -> NDArray[np.float32]:
    return (oklab(colours) * (1, CHROMA, CHROMA)).astype(np.float32)


@cache
def _table(colours: tuple[tuple[int, int, int], ...]) -> NDArray[np.uint8]:
    """The nearest yarn of each fine cell: |c|² is the same for all yarns, so |y|² − 2·c·y decides."""
    yarns = _weighted(np.array(colours))
    offset = (yarns * yarns).sum(axis=1)
    table = np.empty(1 << 18, np.uint8)
    for first in range(0, 1 << 18, 8192):
        rows = slice(first, first + 8192)
        table[rows] = np.argmin(offset - 2 * (_oklab_cells()[rows] @ yarns.T), axis=1)
    return table


# Narrowing


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
        begins, place, yarn = lists.part(rows).pairs()
        away = np.sqrt(np.maximum(squared(places[:, rows][:, place], yarns[:, yarn]), 0))
        limit = np.minimum.reduceat(away, begins) + slack[rows]
        stays = away <= limit[place]
        return yarn[stays], np.add.reduceat(stays.astype(np.int64), begins)

    with ThreadPoolExecutor(THREADS) as pool:
        found = list(pool.map(part, lists.blocks()))
    counts = np.concatenate([one[1] for one in found])
    return _Lists(np.concatenate([one[0] for one in found]), np.cumsum(counts) - counts, counts)


def _decided(colours: Packed, yarns: Single, lists: _Lists, cell: NDArray[np.int32]) -> NDArray[np.uint8]:
    """Decide each colour among the yarns that its cell has left; the first of equals."""
    answer = lists.flat[lists.starts[cell]]
    open_ = np.flatnonzero(lists.counts[cell] > 1)
    left = lists.of(cell[open_])

    def part(rows: slice) -> None:
        begins, place, yarn = left.part(rows).pairs()
        which = open_[rows]
        away = squared(labs(colours[which])[:, place], yarns[:, yarn])
        least = np.flatnonzero(away == np.minimum.reduceat(away, begins)[place])[::-1]
        answer[which[place[least]]] = yarn[least]

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(part, left.blocks()))
    return answer


@cache
def _coarse_labs() -> Single:
    return labs(_centres(np.arange(1 << 15, dtype=np.uint32), 5))


def _fine_labs(cells: Packed) -> Single:
    return labs(_centres(cells, 6))


@cache
def _radius() -> Single:
    """How far the farthest corner of each coarse cell lies from its middle, in CIEDE2000."""
    centres = _centres(np.arange(1 << 15, dtype=np.uint32), 5)
    far = np.zeros(1 << 15, np.float32)
    for corner in range(8):
        reach = sum((3 if corner >> bit & 1 else -4) * (1 << 8 * bit) for bit in range(3))
        away = squared(_coarse_labs(), labs((centres.astype(np.int64) + reach).astype(np.uint32)))
        far = np.maximum(far, away)
    return np.sqrt(far)
