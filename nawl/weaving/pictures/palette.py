"""The palette (اللوحة اللونية): the best few of the yarns that the workshop has, for one picture.

The best K of N yarns are those to which the picture's colours lie nearest in all: chosen one by one, each the one that
helps most, then exchanged as long as an exchange helps (facility location). As exchanges may end where only two at once
would help, a second way begins with all yarns and gives up the least missed, and where there are few choices all of them
are tried; the best is taken. All sums are of whole numbers, hence exact.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from math import comb
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from nawl.kit.errors import NotFound, NotPossible
from nawl.weaving.pictures.cells import coarse_cells, packed_colours
from nawl.weaving.pictures.difference import labs, squared
from nawl.weaving.pictures.sampling import Sampled
from nawl.weaving.yarns import MOST_YARNS, Yarn

MOST_LOOKED_AT: Final = 1 << 20
"""Knots of a chart that the choice looks at; a larger chart is looked at evenly."""

_PART: Final = 64
"""Differences are rounded to 1/64, so that sums stay whole numbers below 2⁵³."""
_MOST_TRIED: Final = 1 << 20
"""Colours times choices, or times yarns twice over, up to which other ways are gone: a few hundredths of a second."""
_MOST_CHOICES: Final = 1 << 12
"""Choices of which all are tried, however few colours the picture has."""
_Whole = NDArray[np.float64]


@dataclass(frozen=True)
class Shortage:
    """A yarn of which a chart needs more than lies in stock, in grams."""

    yarn: Yarn
    need_g: Decimal
    stock_g: Decimal


def choose(
    sampled: Sampled, yarns: Sequence[Yarn], colours: int, *, keep: Collection[str] = (), without: Collection[str] = ()
) -> tuple[Yarn, ...]:
    """Return at most `colours` of the yarns, in their own order: those of `keep` always, those of `without` never.

    A yarn known to be out of stock (0 g) is only taken where it is kept. Fewer are returned where more would not help.
    Raises `colours_unfit` (none may be taken), `no_yarns`, `no_yarn_in_stock`, `yarn_not_offered`, `colours_too_few`
    (more are kept than may be).
    """
    if colours < 1:
        raise NotPossible("colours_unfit", colours=colours, most=MOST_YARNS)
    offered, kept = _offered(yarns, keep, without)
    if len(kept) > colours:
        raise NotPossible("colours_too_few", colours=colours, kept=len(kept))
    weights, points = _histogram(sampled)
    if not weights.size:
        return tuple(offered[place] for place in sorted(kept or [0]))
    chosen = _best_few(_differences(points, offered), weights, colours, kept)
    return tuple(offered[place] for place in sorted(chosen))


def shortages(yarns: Sequence[Yarn], needs_g: Sequence[Decimal]) -> tuple[Shortage, ...]:
    """Return the yarns whose need exceeds their stock; a stock that is not known is never short."""
    pairs = zip(yarns, needs_g, strict=True)
    return tuple(Shortage(y, need, y.grams) for y, need in pairs if y.grams is not None and need > y.grams)


def _offered(yarns: Sequence[Yarn], keep: Collection[str], without: Collection[str]) -> tuple[list[Yarn], list[int]]:
    """Return the yarns that may be taken, and the places of those that must be."""
    if not yarns:
        raise NotPossible("no_yarns")
    unknown = sorted(set(keep) - {yarn.code for yarn in yarns})
    if unknown:
        raise NotFound("yarn_not_offered", yarn=unknown[0])
    offered = [y for y in yarns if y.code in keep or (y.code not in without and (y.grams is None or y.grams > 0))]
    if not offered:
        raise NotPossible("no_yarn_in_stock")
    return offered, [place for place, yarn in enumerate(offered) if yarn.code in keep]


def _histogram(sampled: Sampled) -> tuple[_Whole, NDArray[np.integer[Any]]]:
    """Return how many knots each coarse cell in use has, and the mean colour of these knots."""
    flat = sampled.colours.reshape(-1, 3)
    flat = flat if sampled.empty is None else flat[~sampled.empty.reshape(-1)]
    flat = flat[:: max(1, -(-len(flat) // MOST_LOOKED_AT)) | 1]
    cells = coarse_cells(packed_colours(flat))
    counts = np.bincount(cells, minlength=1 << 15)
    used = np.flatnonzero(counts)
    means = [
        np.bincount(cells, weights=flat[:, channel], minlength=1 << 15)[used] / counts[used] for channel in range(3)
    ]
    red, green, blue = (np.rint(mean).astype(np.uint32) for mean in means)
    return counts[used].astype(np.float64), red << 16 | green << 8 | blue


def _differences(points: NDArray[np.integer[Any]], yarns: Sequence[Yarn]) -> _Whole:
    """Return CIEDE2000 of each yarn (row) to each colour (column), in whole 64ths."""
    own = labs(points)
    away = np.empty((len(yarns), points.size))
    for row, yarn in enumerate(yarns):
        lab = np.array(yarn.lab, np.float32)[:, None]
        away[row] = np.rint(np.sqrt(np.maximum(squared(own, lab), 0)) * _PART)
    return away


def _best_few(away: _Whole, weights: _Whole, colours: int, kept: Sequence[int]) -> list[int]:
    """Return the best of the ways that are quick enough, the first of equals."""
    held = frozenset(kept)
    ways = [_exchanged(away, weights, _greedy(away, weights, colours, kept), held)]
    free = [place for place in range(len(away)) if place not in held]
    left = colours - len(held)
    if 0 < left < len(free):
        choices = comb(len(free), left)
        if choices <= _MOST_CHOICES and choices * weights.size <= _MOST_TRIED:
            ways += [[*kept, *some] for some in combinations(free, left)]
        elif away.size * len(away) <= _MOST_TRIED:
            ways.append(_exchanged(away, weights, _thinned(away, weights, colours, held), held))
    return min(ways, key=lambda chosen: float(away[chosen].min(axis=0) @ weights))


def _thinned(away: _Whole, weights: _Whole, colours: int, kept: frozenset[int]) -> list[int]:
    """Begin with all, then again and again give up the one that is missed least; the kept ones stay."""
    chosen = list(range(len(away)))
    while len(chosen) > colours:
        mine = away[chosen]
        first, second = np.partition(mine, 1, axis=0)[:2]
        missed = np.bincount(mine.argmin(axis=0), weights=(second - first) * weights, minlength=len(chosen))
        missed[[place for place, yarn in enumerate(chosen) if yarn in kept]] = np.inf
        chosen.pop(int(np.argmin(missed)))
    return chosen


def _greedy(away: _Whole, weights: _Whole, colours: int, kept: Sequence[int]) -> list[int]:
    """Take the kept ones, then again and again the one that brings the picture nearest, while it does."""
    chosen = list(kept)
    nearest = away[chosen].min(axis=0) if chosen else np.full(weights.size, 1e6)
    reached = float(nearest @ weights)
    while len(chosen) < min(colours, len(away)):
        costs = np.minimum(away, nearest) @ weights
        best = int(np.argmin(costs))
        if costs[best] >= reached:
            break
        chosen.append(best)
        reached = float(costs[best])
        nearest = np.minimum(nearest, away[best])
    return chosen


def _exchanged(away: _Whole, weights: _Whole, chosen: list[int], kept: frozenset[int]) -> list[int]:
    """Exchange the one pair that helps most, until none helps; the kept ones stay."""
    for _turn in range(4 * len(chosen)):
        gain, out, into = _best_exchange(away, weights, chosen, kept)
        if gain >= 0:
            break
        chosen[out] = into
    return chosen


def _best_exchange(away: _Whole, weights: _Whole, chosen: list[int], kept: frozenset[int]) -> tuple[float, int, int]:
    """Return by how much the best exchange changes the sum, the place that goes, and the yarn that comes (FastPAM1).

    A colour whose nearest yarn goes falls to its second nearest or to the new one, whichever is nearer.
    """
    mine = away[chosen]
    nearest = mine.argmin(axis=0)
    first = mine.min(axis=0)
    second = np.partition(mine, 1, axis=0)[1] if len(chosen) > 1 else np.full(weights.size, 1e6)
    order = np.argsort(nearest, kind="stable")
    firsts = np.minimum(away, first)
    lost = ((np.minimum(away, second) - firsts) * weights)[:, order]
    change = np.zeros((len(away), len(chosen)))
    here, starts = np.unique(nearest[order], return_index=True)
    change[:, here] = np.add.reduceat(lost, starts, axis=1)
    change += (firsts @ weights - first @ weights)[:, None]
    change[chosen] = 0
    change[:, [place for place, yarn in enumerate(chosen) if yarn in kept]] = 0
    into, out = divmod(int(np.argmin(change)), len(chosen))
    return float(change[into, out]), out, into
