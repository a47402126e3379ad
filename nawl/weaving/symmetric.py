"""Symmetry (التناظر) of a grid: to impose it, and to count the knots that break it.

What is kept is the upper half, the left half, the upper left quarter, or for point symmetry all knots that come before
the middle when rows are read from above. Anything with rows and columns first may be mirrored: knots, colours, masks.
"""

from __future__ import annotations

from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from nawl.weaving.chart import Chart
from nawl.weaving.frame import Symmetry

Rows = TypeVar("Rows", bound=NDArray[Any])


def impose(grid: Rows, symmetry: Symmetry) -> Rows:
    """Return a grid with the symmetry; the same grid where it has it already."""
    if symmetry is Symmetry.NONE or not broken(grid, symmetry):
        return grid
    made = grid.copy()
    high, wide = grid.shape[:2]
    if symmetry is Symmetry.POINT:
        return _turned_over(made, high, wide)
    if symmetry.mirrors_width:
        made[:, wide - wide // 2 :] = made[:, : wide // 2][:, ::-1]
    if symmetry.mirrors_length:
        made[high - high // 2 :] = made[: high // 2][::-1]
    return made


def _turned_over(made: Rows, high: int, wide: int) -> Rows:
    made[high - high // 2 :] = made[: high // 2][::-1, ::-1]
    if high % 2:
        made[high // 2, wide - wide // 2 :] = made[high // 2, : wide // 2][::-1]
    return made


def broken(grid: NDArray[Any], symmetry: Symmetry) -> int:
    """Count the knots that differ from a partner which the symmetry gives them; nought for a true one."""
    wrong = np.zeros(grid.shape[:2], np.bool_)
    for partner in _partners(grid, symmetry):
        differs = grid != partner
        wrong |= differs if differs.ndim == 2 else differs.any(axis=tuple(range(2, differs.ndim)))
    return int(np.count_nonzero(wrong))


def _partners(grid: NDArray[Any], symmetry: Symmetry) -> list[NDArray[Any]]:
    """Return the grid as each generator of the symmetry moves it."""
    if symmetry is Symmetry.POINT:
        return [grid[::-1, ::-1]]
    return [grid[:, ::-1]] * symmetry.mirrors_width + [grid[::-1]] * symmetry.mirrors_length


def symmetry_errors(chart: Chart) -> int:
    """Count the knots of a chart that break the symmetry of its frame."""
    return broken(chart.knots, chart.frame.symmetry)


def made_symmetric(chart: Chart) -> Chart:
    """Return the chart with the symmetry of its frame."""
    return chart.with_knots(impose(chart.knots, chart.frame.symmetry))
