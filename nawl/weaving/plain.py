"""Plain pictures (صور بسيطة): a PNG or BMP drawn elsewhere in which one pixel already is one knot, taken as it is."""

from __future__ import annotations

import io
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL.BmpImagePlugin import BmpImageFile
from PIL.Image import Image
from PIL.PngImagePlugin import PngImageFile

from nawl.kit.errors import NotPossible
from nawl.weaving.chart import Chart
from nawl.weaving.classes import QualityClass
from nawl.weaving.colour import ciede2000, lab
from nawl.weaving.frame import MOST_KNOTS, Frame
from nawl.weaving.yarns import MOST_YARNS, UNSET, Yarn

MOST_COLOURS: Final = 1024
"""More colours than this are a photograph, which needs the way of photographs."""
MOST_BYTES: Final = 300_000_000
_PLUGINS: Final = {b"\x89PNG\r\n\x1a\n": PngImageFile, b"BM": BmpImageFile}
_CLEAR: Final = 1 << 24


def frame_of_knots(quality: QualityClass, wide: int, high: int) -> Frame:
    """Return the frame that holds exactly so many knots and rows of a class; its sides follow from its density."""
    across, along = quality.density()
    return Frame(quality, wide * Decimal(10) / across, high * Decimal(10) / along, colours=MOST_YARNS)


def chart_from_plain(
    data: bytes, quality: QualityClass, yarns: Sequence[Yarn], frame: Frame | None = None, name: str = ""
) -> Chart:
    """Return the chart of a picture with one pixel a knot: each colour becomes the yarn of that colour, else the nearest.

    Clear pixels have no yarn. Without a `frame` the picture's own size makes it. Raises `plain_unreadable`,
    `plain_many_colours` (a photograph), `no_yarns`, `chart_too_large`, `chart_shape_wrong`.
    """
    if not yarns:
        raise NotPossible("no_yarns")
    colours = _colours(data, name)
    high, wide = colours.shape
    frame = frame or frame_of_knots(quality, wide, high)
    table = np.zeros(_CLEAR + 1, np.uint8)
    table[colours] = 1
    different = np.flatnonzero(table).astype(np.int32)
    if different.size > MOST_COLOURS:
        raise NotPossible("plain_many_colours", file=name, colours=int(different.size), most=MOST_COLOURS)
    table[different] = _nearest(different, yarns)
    return Chart(frame, tuple(yarns), table[colours])


def _nearest(packed: NDArray[np.int32], yarns: Sequence[Yarn]) -> NDArray[np.uint8]:
    """Return the yarn of each packed colour: the first of exactly that colour, else the one with the least CIEDE2000."""
    rgb = np.stack([packed >> 16 & 255, packed >> 8 & 255, packed & 255], axis=-1)
    distance = np.array(ciede2000(lab(rgb)[:, None], np.array([yarn.lab for yarn in yarns])[None]))
    same = (rgb[:, None] == np.array([yarn.srgb for yarn in yarns])[None]).all(axis=-1)
    distance[same] = -1
    nearest: NDArray[np.uint8] = distance.argmin(axis=1).astype(np.uint8)
    nearest[packed >= _CLEAR] = UNSET
    return nearest


def _colours(data: bytes, name: str) -> NDArray[np.int32]:
    """Decode to packed 0xRRGGBB, with `_CLEAR` where nothing is drawn; the size is known before a pixel is."""
    plugin = next((one for start, one in _PLUGINS.items() if data.startswith(start)), None)
    if plugin is None or len(data) > MOST_BYTES:
        raise NotPossible("plain_unreadable", file=name)
    try:
        image = plugin(io.BytesIO(data))
        knots = image.size[0] * image.size[1]
        pixels = _rgba(image) if 0 < knots <= MOST_KNOTS else None
    except Exception as fault:  # a decoder fed with hostile bytes may raise anything
        raise NotPossible("plain_unreadable", file=name) from fault
    if pixels is None:
        raise NotPossible("chart_too_large", knots=knots, most=MOST_KNOTS)
    red, green, blue = (pixels[..., n].astype(np.int32) for n in range(3))
    packed: NDArray[np.int32] = red << 16 | green << 8 | blue
    packed[pixels[..., 3] < 128] = _CLEAR
    return packed


def _rgba(image: Image) -> NDArray[np.uint8]:
    if image.mode.startswith("I"):
        raise ValueError("sixteen bits")
    return np.asarray(image.convert("RGBA"), np.uint8)
