"""A chart carried over to another frame: the same drawing with more or fewer knots."""

from __future__ import annotations

import numpy as np

from nawl.weaving.chart import Chart
from nawl.weaving.frame import Frame
from nawl.weaving.yarns import UNSET


def bare(frame: Frame) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """Return the knots of an empty sheet: none has a yarn."""
    return np.full((frame.high, frame.wide), UNSET, dtype=np.uint8)


def fitted_to(chart: Chart, frame: Frame) -> Chart:
    """Return the drawing in another frame; each knot takes the yarn of the knot that lay where its middle lies."""
    high, wide = chart.knots.shape
    if (high, wide) == (frame.high, frame.wide):
        return Chart(frame, chart.yarns, chart.knots)
    rows = (np.arange(frame.high) * 2 + 1) * high // (frame.high * 2)
    columns = (np.arange(frame.wide) * 2 + 1) * wide // (frame.wide * 2)
    return Chart(frame, chart.yarns, chart.knots[np.ix_(rows, columns)])
