"""What of a chart is shown on paper: seen from the front or from the back, all of it or only what a mirror repeats."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nawl.kit.errors import NotPossible
from nawl.weaving.chart import Chart, Grid
from nawl.weaving.frame import Symmetry
from nawl.weaving.printing.options import ChartPaper


@dataclass(frozen=True)
class Shown:
    """The knots as they lie on paper (row 0 on top) of a chart `wide` × `high`, and which axes end the part shown.

    The part is cut at the reading side and at the bottom, so rows and columns keep the numbers they have in the whole.
    """

    knots: Grid
    wide: int
    high: int
    symmetry: Symmetry

    @property
    def is_part(self) -> bool:
        """Whether the rest is left to the mirror."""
        return self.knots.shape != (self.high, self.wide)


def shown(chart: Chart, paper: ChartPaper) -> Shown:
    """Return what the paper shows; raises `chart_not_symmetric` where a part is asked for that nothing repeats."""
    knots = chart.knots[:, ::-1] if paper.view == "back" else chart.knots
    high, wide = knots.shape
    if paper.extent == "whole":
        return Shown(knots, wide, high, Symmetry.NONE)
    symmetry = symmetry_of(chart)
    if symmetry is Symmetry.NONE:
        raise NotPossible("chart_not_symmetric")
    half_wide, half_high = (wide + 1) // 2, (high + 1) // 2
    if symmetry is not Symmetry.LEFT_RIGHT:
        knots = knots[high - half_high :]
    if symmetry.mirrors_width:
        knots = knots[:, wide - half_wide :] if paper.reading == "right" else knots[:, :half_wide]
    return Shown(knots, wide, high, symmetry)


def symmetry_of(chart: Chart) -> Symmetry:
    """Return how the knots themselves repeat, whatever the frame promises; of several the one that prints least."""
    knots = chart.knots
    left_right = np.array_equal(knots, knots[:, ::-1])
    top_bottom = np.array_equal(knots, knots[::-1])
    if left_right and top_bottom:
        return Symmetry.QUARTER
    if left_right:
        return Symmetry.LEFT_RIGHT
    if top_bottom:
        return Symmetry.TOP_BOTTOM
    return Symmetry.POINT if np.array_equal(knots, knots[::-1, ::-1]) else Symmetry.NONE
