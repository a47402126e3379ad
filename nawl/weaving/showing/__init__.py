"""Showing (العرض): how a chart will look when it is woven; always marked as a simulation, in the picture and within it.

from nawl.weaving.showing import picture, preview, room, thumbnail

picture(chart, px=1200)                     # the plain chart, true proportion
thumbnail(chart, px=320)                    # the plain chart, small, as WebP
preview(chart, px=1200, fringe=True)        # pile, shadows, kilim ends and fringe
room(chart, px=1600)                        # on the floor, or on the wall where it is a wall panel
"""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Final, Literal

from PIL import Image

from nawl.weaving.chart import Chart
from nawl.weaving.showing.laid import on_ground, whole
from nawl.weaving.showing.marking import Form, as_marked_bytes, mark
from nawl.weaving.showing.plain import plain_image
from nawl.weaving.showing.rooms import on_floor, on_wall
from nawl.weaving.showing.wool import cloth

__all__ = ["ABRASH", "close_up", "picture", "preview", "room", "thumbnail"]

ABRASH: Final = 0.03
"""How far the dye lots of one colour part in lightness, as in a carpet woven from two or three lots."""
Place = Literal["floor", "wall"]
PANEL_BELOW_MM: Final = Decimal(8)
PANEL_BELOW_M2: Final = Decimal("0.5")
LEAST_PX: Final = 64
MOST_PX: Final = 4000
_MARGIN: Final = 0.04  # of the picture's width


def preview(
    chart: Chart,
    px: int = 1200,
    *,
    fringe: bool = True,
    abrash: float = ABRASH,
    form: Form = "webp",
    fonts: Path | None = None,
) -> bytes:
    """Return the carpet as it will look, `px` pixels wide with its ground: pile or flat weave, edges, ends, shadow.

    Marked as a simulation, visibly and in the file. The same chart gives the same picture to the byte.
    """
    wide = min(max(px, LEAST_PX), MOST_PX)
    margin = round(wide * _MARGIN)
    size = _mark_px(wide)
    carpet = whole(chart, wide - 2 * margin, fringe=fringe, abrash=abrash)
    image = on_ground(carpet, margin, max(margin, 4 * size))
    mark(image, size=size, fonts=fonts)
    return as_marked_bytes(image, form, chart)


def room(
    chart: Chart,
    px: int = 1400,
    *,
    place: Place | None = None,
    fringe: bool = True,
    abrash: float = ABRASH,
    form: Form = "webp",
    fonts: Path | None = None,
) -> bytes:
    """Return the carpet in a room, to scale: on the floor, or hung on the wall as panels of low pile are by default."""
    wide = min(max(px, LEAST_PX), MOST_PX)
    place = place or ("wall" if is_panel(chart) else "floor")
    draw = on_wall if place == "wall" else on_floor
    image = draw(chart, wide, fringe=fringe, abrash=abrash)
    mark(image, size=_mark_px(wide), fonts=fonts)
    return as_marked_bytes(image, form, chart)


def is_panel(chart: Chart) -> bool:
    """Return whether a piece is made for the wall: pile of less than 8 mm is not walked on, nor is less than half a m²."""
    quality = chart.frame.quality
    return (quality.mode == "pile" and quality.pile_mm < PANEL_BELOW_MM) or chart.frame.area_m2 < PANEL_BELOW_M2


def close_up(
    chart: Chart, box: tuple[int, int, int, int], knot_px: int = 12, *, form: Form = "webp", fonts: Path | None = None
) -> bytes:
    """Return a part of the cloth near enough to see its knots: `box` is (column, row, wide, high) from the upper left."""
    column, row, wide, high = box
    knots = chart.knots[row : row + high, column : column + wide]
    along = max(1, round(knot_px / chart.frame.cell))
    image = Image.fromarray(cloth(chart, knots, (knot_px, along), abrash=0))
    mark(image, size=_mark_px(image.width), fonts=fonts)
    return as_marked_bytes(image, form, chart)


def picture(chart: Chart, px: int = 1200) -> bytes:
    """Return the plain chart as a PNG `px` pixels wide and as high as the carpet is long."""
    return _bytes(plain_image(chart, px), "PNG", compress_level=6)


def thumbnail(chart: Chart, px: int = 320) -> bytes:
    """Return the plain chart as a small WebP, `px` pixels on its longer side."""
    proportion = float(chart.frame.width_cm / max(chart.frame.width_cm, chart.frame.length_cm))
    return _bytes(plain_image(chart, px * proportion), "WEBP", quality=82, method=4)


def _mark_px(wide: int) -> int:
    """How large the mark is written: small on a large picture, legible on a small one."""
    return max(round(wide * 0.014), 11)


def _bytes(image: Image.Image, form: str, **options: int) -> bytes:
    made = BytesIO()
    image.save(made, form, **options)
    return made.getvalue()
