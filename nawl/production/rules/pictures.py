"""Small pictures of charts for lists and pages: each knot its yarn's colour, in the knots' own proportion."""

from __future__ import annotations

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from nawl.weaving.chart import Chart
from nawl.weaving.pictures.reading import Picture
from nawl.weaving.pictures.sampling import shrunk
from nawl.weaving.yarns import UNSET

SMALL = 420
"""The longer side of a small picture, in pixels."""
KEPT_PX = 2400
"""The longer side at most of a photograph that is kept."""
BARE = (239, 231, 217)
"""The colour of a knot that has no yarn yet: bare warp."""


def dyed(chart: Chart) -> NDArray[np.uint8]:
    """Return the colour of each knot, shape (high, wide, 3)."""
    table = np.full((256, 3), BARE, dtype=np.uint8)
    for index, yarn in enumerate(chart.yarns):
        table[index] = yarn.srgb
    table[UNSET] = BARE
    return table[chart.knots]


def small_picture(chart: Chart, longest: int = SMALL) -> bytes:
    """Return a PNG of a chart whose longer side has so many pixels; averaged, never larger than a pixel a knot needs."""
    size = fitted(chart.frame.wide * chart.frame.cell, chart.frame.high, longest)
    if chart.frame.wide >= size[0]:
        return as_png(Image.fromarray(shrunk(dyed(chart), *size)))
    return as_png(Image.fromarray(dyed(chart)).resize(size, Image.Resampling.NEAREST))


def difference_picture(one: Chart, other: Chart, longest: int = SMALL) -> bytes:
    """Return a PNG in which the knots that differ stand in pomegranate on a faded ground; both must be of one grid."""
    before, after = _coded(one, other)
    same = before == after
    faded = (dyed(other).astype(np.uint16) + 2 * 255) // 3
    marked = np.where(same[..., None], faded, np.array([163, 15, 75])).astype(np.uint8)
    size = fitted(other.frame.wide * other.frame.cell, other.frame.high, longest)
    return as_png(Image.fromarray(marked).resize(size, Image.Resampling.BOX))


def changed_knots(one: Chart, other: Chart) -> int | None:
    """Return how many knots differ in their yarn; None where the grids are of different sizes."""
    if one.knots.shape != other.knots.shape:
        return None
    before, after = _coded(one, other)
    return int(np.count_nonzero(before != after))


def encoded(picture: Picture) -> tuple[bytes, tuple[int, int]]:
    """Return a picture as it is kept: pixels alone, as JPEG at a size that serves for looking at it, and that size."""
    image = Image.fromarray(picture.pixels)
    image.thumbnail((KEPT_PX, KEPT_PX))
    file = io.BytesIO()
    image.save(file, "JPEG", quality=88)
    return file.getvalue(), image.size


def as_png(image: Image.Image) -> bytes:
    """Return a picture as PNG."""
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def _coded(*charts: Chart) -> list[NDArray[np.int32]]:
    """Number each knot by its yarn's code, alike in all charts, so that differently ordered palettes compare."""
    codes = {
        code: place for place, code in enumerate(sorted({y.code for chart in charts for y in chart.yarns}), start=1)
    }
    coded = []
    for chart in charts:
        table = np.zeros(256, dtype=np.int32)
        table[: len(chart.yarns)] = [codes[yarn.code] for yarn in chart.yarns]
        coded.append(table[chart.knots])
    return coded


def fitted(wide: float, high: float, longest: int) -> tuple[int, int]:
    """Return width and height in pixels whose longer side has so many."""
    scale = longest / max(wide, high)
    return max(1, round(wide * scale)), max(1, round(high * scale))
