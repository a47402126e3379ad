"""Matching (مطابقة الألوان): each knot gets the yarn that looks nearest; quick for the preview, exact for the chart.

The preview takes OKLab with a and b weighted 2, decided once for each of 262,144 cells of sRGB. The chart takes the least
CIEDE2000 of all yarns (`narrowing`). Ties go to the yarn that comes first, so the answer does not depend on the number of
threads, nor on the machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, lru_cache
from math import gcd
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from nawl.kit.errors import NotPossible
from nawl.weaving.chart import Grid
from nawl.weaving.colour import oklab
from nawl.weaving.pictures.cells import FINE, cell_colours, fine_cells, packed_colours
from nawl.weaving.pictures.difference import labs, squared
from nawl.weaving.pictures.narrowing import nearest
from nawl.weaving.pictures.sampling import THREADS, Sampled
from nawl.weaving.yarns import UNSET, Yarn

CHROMA: Final = 2.0
"""How much OKLab's a and b weigh against L: of the weights tried 2 came nearest to CIEDE2000."""

_ROWS: Final = 1 << 18
"""Knots that are worked at once."""
_SMALL: Final = 1 << 17
"""Up to so many knots their colours are sorted; beyond, a table of all 16 million colours is quicker."""
_CELLS: Final = 1 << 14
"""Cells of the preview's table that are worked at once."""
_JUDGED, _FEW = 1 << 18, 512
"""A mean difference is judged by so many knots of the chart, and by so many of a yarn that has fewer."""


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


@cache
def _oklab_cells() -> NDArray[np.float32]:
    """The weighted OKLab of the middle of every fine cell, shape (3, cells)."""
    return np.ascontiguousarray(_weighted(cell_colours(np.arange(1 << 3 * FINE, dtype=np.uint32))).T)


def _weighted(colours: Any) -> NDArray[np.float32]:
    return (oklab(colours) * (1, CHROMA, CHROMA)).astype(np.float32)


@lru_cache(maxsize=64)
def _table(colours: tuple[tuple[int, int, int], ...]) -> NDArray[np.uint8]:
    """The nearest yarn of each fine cell, part by part.

    |c|² is the same for all yarns, so |y|² − 2·c·y decides. Plain sums instead of a matrix product: the same on every
    machine, and quicker than finding the least of few numbers many times.
    """
    yarns = _weighted(np.array(colours))
    offsets, slopes = (yarns * yarns).sum(axis=1), -2 * yarns
    table = np.zeros(1 << 3 * FINE, np.uint8)
    for first in range(0, table.size, _CELLS):
        lightness, a, b = _oklab_cells()[:, first : first + _CELLS]
        part = table[first : first + _CELLS]
        least = np.full(part.size, np.inf, np.float32)
        for index, (slope, offset) in enumerate(zip(slopes, offsets, strict=True)):
            away = lightness * slope[0] + a * slope[1] + b * slope[2] + offset
            is_nearer = away < least
            np.copyto(least, away, where=is_nearer)
            part[is_nearer] = index
    return table
