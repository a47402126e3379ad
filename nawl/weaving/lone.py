"""Lone knots (العقد المنفردة): those that no neighbour resembles; what cleaning takes away and what a check counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nawl.weaving.chart import Grid
from nawl.weaving.yarns import UNSET

Mask = NDArray[np.bool_]

_BESIDE: Final = ((0, 1), (1, 0))
_ASLANT: Final = ((1, 1), (1, -1))
"""Half of the neighbours, down and across: each pair of knots is compared once and speaks for both."""


def isolated(knots: Grid) -> Mask:
    """Return which knots have not one equal among their eight neighbours; beyond the edge there is no neighbour."""
    return _without_equal(knots, (*_BESIDE, *_ASLANT))


def lone_knots(knots: Grid) -> tuple[int, int]:
    """Count knots that none of their neighbours resembles: of the eight around, and of the four beside.

    A knot without a yarn is never lone.
    """
    four = _without_equal(knots, _BESIDE) & (knots != UNSET)
    eight = four & _without_equal(knots, _ASLANT)
    return int(np.count_nonzero(eight)), int(np.count_nonzero(four))


def _without_equal(knots: Grid, ways: Sequence[tuple[int, int]]) -> Mask:
    alone = np.ones(knots.shape, np.bool_)
    for down, across in ways:
        here, there = _windows(knots.shape, down, across)
        differs = knots[here] != knots[there]
        alone[here] &= differs
        alone[there] &= differs
    return alone


def _windows(shape: tuple[int, ...], down: int, across: int) -> tuple[tuple[slice, slice], tuple[slice, slice]]:
    """Return two windows that pair each knot with the one `down` and `across` from it."""
    high, wide = shape
    rows, columns = slice(0, high - down), slice(max(0, -across), wide - max(0, across))
    return (rows, columns), (slice(down, high), slice(max(0, across), wide + min(0, across)))
