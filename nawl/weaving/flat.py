"""Flat weave (بساط، كليم): vertical slits, where two colours turn back from each other and no weft ties them together.

In weft-faced weave each colour turns at its border. A border that runs straight up for many rows leaves a slit in the
cloth. It is broken by steps of one cell, or joined by interlocking the wefts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from nawl.kit.errors import NotPossible
from nawl.weaving.chart import Chart, Grid
from nawl.weaving.yarns import UNSET

PASSES = 4
Remedy = Literal["step", "interlock"]


@dataclass(frozen=True, order=True)
class Slit:
    """A slit: it lies left of the cell `column` (counted from 0), from `top` down over `length` rows of the picture.

    `remedy` is a step where a side has cells enough to give one, else interlocking: a narrow stripe cannot be stepped.
    """

    length: int
    column: int
    top: int
    remedy: Remedy

    def rows_on_paper(self, high: int) -> tuple[int, int]:
        """Return the first and the last row as the weaver counts them, from below."""
        return high - self.top - self.length + 1, high - self.top


def slits(chart: Chart, most: int) -> tuple[Slit, ...]:
    """Return the slits longer than `most` rows, the longest first. Raises `slit_unfit` for `most` below 1."""
    if most < 1:
        raise NotPossible("slit_unfit", rows=most)
    found, shares = [], _shares(chart.knots)
    for column, top, length in straight(chart.knots, most):
        sides = [_giver(chart.knots, shares, column, part) for part in parts_of(top, length, most)]
        found.append(Slit(length, column, top, "step" if all(sides) else "interlock"))
    return tuple(sorted(found, key=lambda slit: (-slit.length, slit.column, slit.top)))


def longest_slit(chart: Chart) -> int:
    """Return the length of the longest slit in rows; 0 where no two colours meet side by side."""
    return max((length for _column, _top, length in straight(chart.knots, 0)), default=0)


def stepped(chart: Chart, most: int) -> Chart:
    """Return the chart with slits longer than `most` rows broken by steps of one cell, wherever a side can give one.

    The parts of a slit are an odd number and read alike from above and below, and the side that gives is told by what a
    mirror leaves alone. So a symmetric design stays symmetric.
    """
    if most < 1:
        raise NotPossible("slit_unfit", rows=most)
    knots = chart.knots
    for _turn in range(PASSES):
        after, shares = knots.copy(), _shares(knots)
        for column, top, length in straight(knots, most):
            for part in parts_of(top, length, most):
                side = _giver(knots, shares, column, part)
                if side:
                    giver, taker = (column - 1, column) if side < 0 else (column, column - 1)
                    after[slice(*part), giver] = knots[slice(*part), taker]
        if np.array_equal(after, knots):
            break
        knots = after
    return chart.with_knots(knots)


def straight(knots: Grid, most: int) -> Iterator[tuple[int, int, int]]:
    """Yield column, top and length of every border that runs straight for more than `most` rows."""
    high, wide = knots.shape
    edges = np.zeros((wide - 1, high + 2), np.int8)
    edges[:, 1:-1] = _borders(knots).T
    change = np.diff(edges, axis=1)
    column, top = np.nonzero(change == 1)
    _same, end = np.nonzero(change == -1)
    long = end - top > most
    yield from zip((column[long] + 1).tolist(), top[long].tolist(), (end - top)[long].tolist(), strict=True)


def _borders(knots: Grid) -> NDArray[np.bool_]:
    """Return where a cell and the one to its right have different yarns; what is not drawn yet has no border."""
    left, right = knots[:, :-1], knots[:, 1:]
    borders: NDArray[np.bool_] = (left != right) & (left != UNSET) & (right != UNSET)
    return borders


def parts_of(top: int, length: int, most: int) -> list[tuple[int, int]]:
    """Return first and last row of every second part; the parts are an odd number, at most `most` long, a palindrome."""
    count = -(-length // most)
    count += count % 2 == 0
    half = [(2 * length * n + count) // (2 * count) for n in range(count // 2 + 1)]
    edges = [top + edge for edge in [*half, *(length - edge for edge in reversed(half))]]
    return list(zip(edges[1:-1:2], edges[2:-1:2], strict=True))


def _shares(knots: Grid) -> NDArray[np.intp]:
    """The cells of each yarn."""
    return np.bincount(knots.reshape(-1), minlength=256)


def _giver(knots: Grid, shares: NDArray[np.intp], column: int, part: tuple[int, int]) -> int:
    """Return the side that gives a cell: -1 the left, 1 the right, 0 none.

    A side gives where it is three cells wide in every row, for it may have to give on its other edge too. Of two that can,
    the one whose yarns have more of the chart: so the ground gives and a motif looks alike on both its edges. Of equal
    ones, the one whose yarns come first.
    """
    left, right = knots[slice(*part), :column][:, ::-1], knots[slice(*part), column:]
    can = [_is_deep(side) for side in (left, right)]
    if not all(can):
        return int(can[1]) - int(can[0])
    (mine, own), (other, others) = (
        (int(shares[side[:, 0]].sum()), sorted(side[:, 0].tolist())) for side in (left, right)
    )
    if mine != other:
        return -1 if mine > other else 1
    return (own > others) - (own < others)


_WIDTH = 3


def _is_deep(side: Grid) -> bool:
    """Say whether the cells beside the slit have the same yarn three deep, in every row."""
    return side.shape[1] >= _WIDTH and bool((side[:, 1:_WIDTH] == side[:, :1]).all())
