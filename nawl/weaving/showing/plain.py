"""The chart as a picture without any shading: every knot its colour, in the proportion of the carpet."""

from __future__ import annotations

import numpy as np
from PIL import Image

from nawl.weaving.chart import Chart
from nawl.weaving.pictures.sampling import shrunk
from nawl.weaving.showing.wool import palette

MOST_PX = 8000


def plain_image(chart: Chart, wide_px: float) -> Image.Image:
    """Return the whole chart `wide_px` pixels wide and as high as the carpet is long; small ones keep sharp knots.

    Large ones are brought down in linear light.
    """
    wide = max(1, min(round(wide_px), MOST_PX))
    high = max(1, min(MOST_PX, round(wide_px * float(chart.frame.length_cm / chart.frame.width_cm))))
    colours = palette(chart).astype(np.uint8)[chart.knots]
    if wide <= chart.frame.wide and high <= chart.frame.high:
        return Image.fromarray(shrunk(colours, wide, high))
    image = Image.fromarray(colours)
    if wide >= 2 * chart.frame.wide and high >= 2 * chart.frame.high:
        return image.resize((wide, high), Image.Resampling.NEAREST)
    return image.resize((wide, high), Image.Resampling.BOX)
