"""Cleaning (التنظيف): knots that stand alone, small islands, crowds of them, colours hardly used.

Every step asks all knots at once, from the grid as it was, and decides by what a mirror does not change: how many
neighbours have a colour, then how near that colour is, then the order of the yarns. So a symmetric design stays
symmetric. Neighbours are eight, diagonals count: a line one knot wide lives, whichever way it runs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nawl.weaving.chart import Chart, Grid
from nawl.weaving.lone import isolated
from nawl.weaving.pictures.difference import squared
from nawl.weaving.pictures.islands import Islands, find_islands
from nawl.weaving.yarns import Yarn

Mask = NDArray[np.bool_]
"""Knots to be left as they are, shape (high, wide)."""

PASSES: Final = 4
_OUTSIDE: Final = 254
_AROUND: Final = ((-1, 0, 2), (1, 0, 2), (0, -1, 2), (0, 1, 2), (-1, -1, 1), (-1, 1, 1), (1, -1, 1), (1, 1, 1))
"""The eight neighbours: down, across, and their voice; those that share an edge count twice."""


@dataclass(frozen=True, eq=False)
class Cleaned:
    """A chart after one step, and the number of knots that the step changed."""

    chart: Chart
    changed: int


def drop_isolated(chart: Chart, keep: Mask | None = None) -> Cleaned:
    """Give each knot without one equal among its eight neighbours to the colour that most of them have."""
    return _repeated(chart, keep, _isolated_given_away)


def drop_islands(chart: Chart, least: int, keep: Mask | None = None) -> Cleaned:
    """Give each island of fewer than `least` knots to the colour along most of its shore; an island may hang by corners."""
    return _repeated(chart, keep, lambda knots, ranks, kept: _islands_given_away(knots, ranks, kept, least))


def calm_confetti(chart: Chart, least: int, keep: Mask | None = None) -> Cleaned:
    """Where islands smaller than `least` crowd, give their knots to the colour that prevails in five by five knots."""
    knots = chart.knots.copy()
    scattered = find_islands(knots).smaller_than(least)
    crowd = scattered & (_window_sum(scattered) > _CROWDED)
    if keep is not None:
        crowd &= ~keep
    _prevail(knots, chart.knots, np.flatnonzero(crowd), len(chart.yarns))
    return _cleaned(chart, knots)


_CROWDED: Final = 8
"""More than so many of 25 knots lie in small islands: a crowd."""


def drop_rare(chart: Chart, least: int, keep: Mask | None = None) -> Cleaned:
    """Give the knots of each yarn that has fewer than `least` to the nearest yarn that has more."""
    counts = np.array(chart.counts)
    stays = np.flatnonzero(counts >= least)
    rare = np.flatnonzero((counts > 0) & (counts < least))
    if not stays.size or not rare.size:
        return Cleaned(chart, 0)
    table = np.arange(256, dtype=np.uint8)
    table[rare] = stays[nearness(chart.yarns)[rare][:, stays].argmin(axis=1)]
    knots = table[chart.knots]
    if keep is not None:
        knots[keep] = chart.knots[keep]
    return _cleaned(chart, knots)


def nearness(yarns: Sequence[Yarn]) -> NDArray[np.uint8]:
    """Return for each yarn (row) the rank of every index by CIEDE2000, 0 the nearest; shape (256, 256), 255 for none."""
    ranks = np.full((256, 256), 255, np.uint8)
    points = np.array([yarn.lab for yarn in yarns], np.float32).T
    if yarns:
        away = squared(points[:, :, None], points[:, None, :])
        order = np.argsort(away, axis=1, kind="stable")
        np.put_along_axis(ranks[: len(yarns)], order, np.arange(len(yarns), dtype=np.uint8)[None], axis=1)
    return ranks


Step = Callable[[Grid, NDArray[np.uint8], Mask | None], Grid]


def _repeated(chart: Chart, keep: Mask | None, step: Step) -> Cleaned:
    """Take a step until nothing moves, at most four times: two knots might go on changing places for ever."""
    ranks, knots = nearness(chart.yarns), chart.knots
    for _turn in range(PASSES):
        after = step(knots, ranks, keep)
        if after is knots:
            break
        knots = after
    return _cleaned(chart, knots)


def _cleaned(chart: Chart, knots: Grid) -> Cleaned:
    changed = int(np.count_nonzero(knots != chart.knots))
    return Cleaned(chart.with_knots(knots) if changed else chart, changed)


def _isolated_given_away(knots: Grid, ranks: NDArray[np.uint8], keep: Mask | None) -> Grid:
    alone = isolated(knots)
    if keep is not None:
        alone &= ~keep
    places = np.flatnonzero(alone)
    if not places.size or knots.size == 1:
        return knots
    after = knots.copy()
    after.reshape(-1)[places] = _voted(knots, places, ranks)
    return after


def _voted(knots: Grid, places: NDArray[np.intp], ranks: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the colour that has most voices around each place; of equals the nearest, then the first."""
    wide = knots.shape[1]
    edged = np.pad(knots, 1, constant_values=_OUTSIDE).reshape(-1)
    middle = (places // wide + 1) * (wide + 2) + places % wide + 1
    around = np.stack([edged[middle + down * (wide + 2) + across] for down, across, _voice in _AROUND])
    own = knots.reshape(-1)[places]
    best = np.full(places.size, -1, np.int32)
    for colour in around:
        voices = sum((around[n] == colour) * np.int32(voice) for n, (_d, _a, voice) in enumerate(_AROUND))
        best = np.maximum(best, np.where(colour == _OUTSIDE, -1, _score(voices, ranks[own, colour], colour)))
    return (255 - (best & 255)).astype(np.uint8)


def _score(
    voices: NDArray[np.int32] | NDArray[np.int64] | int, rank: NDArray[np.uint8], colour: NDArray[np.uint8]
) -> NDArray[np.int64]:
    """Join voices, nearness and order into one number: the greatest wins, its last byte is 255 − colour."""
    joined: NDArray[np.int64] = (
        (np.int64(voices) << 16) + ((255 - rank.astype(np.int64)) << 8) + (255 - colour.astype(np.int64))
    )
    return joined


def _islands_given_away(knots: Grid, ranks: NDArray[np.uint8], keep: Mask | None, least: int) -> Grid:
    islands = find_islands(knots)
    small = islands.sizes < least
    if keep is not None:
        small[islands.of_run[islands.run_of[keep.reshape(-1)]]] = False
    if not small.any():
        return knots
    which, colour, voices = _shores(islands, small)
    if not which.size:
        return knots
    score = _score(voices, ranks[islands.colours[which], colour], colour)
    first = np.flatnonzero(np.diff(which, prepend=-1))
    chosen = 255 - (np.maximum.reduceat(score, first) & 255)
    colours = islands.colours.copy()
    colours[which[first]] = chosen
    return np.repeat(colours[islands.of_run], islands.run_sizes).reshape(knots.shape)


def _shores(islands: Islands, small: Mask) -> tuple[NDArray[np.int64], NDArray[np.uint8], NDArray[np.int64]]:
    """Return for each small island and each colour along its shore how many knots meet; large neighbours go before small.

    Only where no small island touches a large one at all do small ones give themselves to each other.
    """
    inner, outer = islands.borders(small)
    is_firm = ~small[outer]
    if is_firm.any():
        inner, outer = inner[is_firm], outer[is_firm]
    key, voices = np.unique(inner.astype(np.int64) << 8 | islands.colours[outer], return_counts=True)
    return key >> 8, (key & 255).astype(np.uint8), voices.astype(np.int64)


def _window_sum(mask: Mask) -> NDArray[np.uint8]:
    """Return how many of the five by five knots around each are set; outside none is."""
    total = np.pad(mask.astype(np.uint8), 2)
    total = total[:-4] + total[1:-3] + total[2:-2] + total[3:-1] + total[4:]
    around: NDArray[np.uint8] = total[:, :-4] + total[:, 1:-3] + total[:, 2:-2] + total[:, 3:-1] + total[:, 4:]
    return around


def _prevail(knots: Grid, before: Grid, places: NDArray[np.intp], yarns: int) -> None:
    """Set each place to the colour that prevails around it, part by part; the nearer a neighbour, the more it counts."""
    wide = before.shape[1]
    edged = np.pad(before, 2, constant_values=_OUTSIDE).reshape(-1)
    colours = np.full(256, yarns + 1, np.intp)
    colours[:yarns], colours[255] = np.arange(yarns), yarns
    for part in np.array_split(places, max(1, places.size >> 15)):
        middle = (part // wide + 2) * (wide + 4) + part % wide + 2
        votes = np.zeros((part.size, yarns + 2), np.uint8)
        rows = np.arange(part.size)
        for down in range(-2, 3):
            for across in range(-2, 3):
                seen = colours[edged[middle + down * (wide + 4) + across]]
                votes[rows, seen] += np.uint8(5 - abs(down) - abs(across))
        votes[:, yarns + 1] = 0
        won = votes.argmax(axis=1)
        knots.reshape(-1)[part] = np.where(won == yarns, 255, won)
