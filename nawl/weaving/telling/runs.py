"""Runs (جُمل السطر): a chart as a weaver takes it: row after row from the lowest, so many knots of one yarn, then of the next.

Rows are read from the right or the left edge of the paper, or, of a design that mirrors itself, from the middle outward:
then the middle run is counted whole, for it is tied whole, and every other one holds for each side. The talking page says
the same (`ui/scripts/talking/chart.js`, compared with this in the browser).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nawl.kit.errors import NotPossible
from nawl.weaving.chart import Chart, Grid

Integers = NDArray[np.signedinteger[Any]]
SpokenRow = list[tuple[int, int]]
"""One row as (knots, index of the yarn), in the order in which they are tied; 255 is a knot without a yarn.

From the middle the first is the middle run with both its halves; each other one is tied once on each side.
"""


class Side(StrEnum):
    """Where the reading of a row begins."""

    RIGHT = "right"
    LEFT = "left"
    CENTRE = "centre"


@dataclass(frozen=True, eq=False)
class Runs:
    """All runs of a chart in the order of weaving: row 1 first.

    `starts` and `ends` count knots from the side or from the middle, from 0, and bound a run as [start, end); `counts` are
    its knots as a weaver ties them, of a middle run those of both halves. `rows` holds for each row where its runs begin,
    and the end of all.
    """

    starts: Integers
    ends: Integers
    counts: Integers
    yarns: Grid
    rows: Integers

    def of_row(self, number: int) -> slice:
        """Return which runs are those of a row; rows count from 1."""
        return slice(int(self.rows[number - 1]), int(self.rows[number]))


def runs_of(chart: Chart, side: Side = Side.RIGHT) -> Runs:
    """Return the runs of a chart; from the middle only of one whose halves mirror each other: else `chart_not_mirrored`."""
    return _as_tied(_runs(_seen(chart.knots[::-1], side)), side, chart.frame.wide)


def runs_of_row(chart: Chart, number: int, side: Side = Side.RIGHT) -> Runs:
    """Return the runs of one row alone; raises `row_unknown`, `chart_not_mirrored`."""
    return _as_tied(_runs(_seen(chart.row(number)[None], side, number)), side, chart.frame.wide)


def row_runs(chart: Chart, number: int, side: Side = Side.RIGHT) -> SpokenRow:
    """Return one row; raises `row_unknown`, `chart_not_mirrored`."""
    runs = runs_of_row(chart, number, side)
    return list(zip(runs.counts.tolist(), runs.yarns.tolist(), strict=True))


def spoken_rows(chart: Chart, side: Side = Side.RIGHT) -> list[SpokenRow]:
    """Return every row, the lowest first."""
    runs = runs_of(chart, side)
    pairs = list(zip(runs.counts.tolist(), runs.yarns.tolist(), strict=True))
    ends = runs.rows.tolist()
    return [pairs[first:last] for first, last in pairwise(ends)]


def is_mirrored(chart: Chart) -> bool:
    """Whether the left half of a chart is the mirror of its right half, so that it may be read from the middle."""
    return bool((chart.knots == chart.knots[:, ::-1]).all())


def _seen(rows: Grid, side: Side, first: int = 1) -> Grid:
    """Rows as they are read, the first knot on the left."""
    if side == Side.LEFT:
        return rows
    if side == Side.RIGHT:
        return rows[:, ::-1]
    wrong = np.flatnonzero((rows != rows[:, ::-1]).any(axis=1))
    if wrong.size:
        raise NotPossible("chart_not_mirrored", row=first + int(wrong[0]))
    return rows[:, rows.shape[1] // 2 :]


def _runs(rows: Grid) -> Runs:
    high, wide = rows.shape
    begins = np.ones((high, wide), np.bool_)
    np.not_equal(rows[:, 1:], rows[:, :-1], out=begins[:, 1:])
    places = np.flatnonzero(begins)
    ends = np.searchsorted(places, np.arange(high + 1) * wide)
    starts, counts = places % wide, np.diff(places, append=high * wide)
    return Runs(starts, starts + counts, counts, rows[begins], ends)


def _as_tied(runs: Runs, side: Side, wide: int) -> Runs:
    """Count the middle run of each row whole where rows are read from the middle; a single middle knot counts once."""
    if side != Side.CENTRE:
        return runs
    counts, middle = runs.counts.copy(), runs.rows[:-1]
    counts[middle] = 2 * counts[middle] - wide % 2
    return replace(runs, counts=counts)


def each_row(runs: Runs) -> Iterator[tuple[int, slice]]:
    """Yield the number of each row, from 1, and which runs are its own."""
    for number in range(1, len(runs.rows)):
        yield number, runs.of_row(number)
