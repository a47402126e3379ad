"""What the tests of pictures are drawn from: a frame of a given grid, a handful of yarns, pictures as files."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import numpy as np
from PIL import Image

from nawl.weaving.chart import Chart
from nawl.weaving.classes import find_class
from nawl.weaving.frame import Frame, Symmetry
from nawl.weaving.pictures.reading import Picture
from nawl.weaving.yarns import Yarn
from tests.weaving.pictures.ten import DYES


def yarn(code: str, hexed: str, grams: int | None = None) -> Yarn:
    red, green, blue = (int(hexed[n : n + 2], 16) for n in (0, 2, 4))
    return Yarn(code, f"لون {code}", code, (red, green, blue), grams=None if grams is None else Decimal(grams))


def yarns(*hexed: str) -> tuple[Yarn, ...]:
    return tuple(yarn(f"Y{number}", one) for number, one in enumerate(hexed or DYES))


def frame(wide: int, high: int, symmetry: Symmetry = Symmetry.NONE, colours: int = 16) -> Frame:
    """A frame of just so many knots: 10 a dm each way, so that a knot is a centimetre."""
    quality = replace(find_class("300"), kh=Decimal(10), kv=Decimal(10))
    return Frame(quality, Decimal(wide), Decimal(high), symmetry=symmetry, colours=colours)


def chart(rows: Sequence[str] | Any, symmetry: Symmetry = Symmetry.NONE) -> Chart:
    """A chart from rows of digits, "." for an unset knot, or from an array."""
    if isinstance(rows, np.ndarray):
        knots = rows.astype(np.uint8)
    else:
        knots = np.array([[255 if knot == "." else int(knot) for knot in row] for row in rows], np.uint8)
    return Chart(frame(knots.shape[1], knots.shape[0], symmetry), yarns(), knots)


def rows_of(one: Chart) -> list[str]:
    return ["".join("." if knot == 255 else str(knot) for knot in row) for row in one.knots]


def shown(pixels: Any, cover: Any = None) -> Picture:
    return Picture(np.asarray(pixels, np.uint8), None if cover is None else np.asarray(cover, np.uint8))


def file_of(image: Image.Image, kind: str = "PNG", **settings: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **settings)
    return out.getvalue()
