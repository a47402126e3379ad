"""The mark that no picture of a carpet not yet woven goes without: «محاكاة · simulation», in the picture and in the file."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Final, Literal

from PIL import Image, ImageDraw, ImageFont
from PIL.PngImagePlugin import PngInfo

from nawl.weaving import faces
from nawl.weaving.chart import Chart

Form = Literal["png", "webp"]

WORDS: Final = "محاكاة · simulation"
# The same letters in the forms they take within the word, from left to right, so that no shaping engine is needed.
_DRAWN: Final = "simulation  ·  \ufe93\ufe8e\ufedb\ufe8e\ufea4\ufee3"
_DESCRIPTION: Final = 0x010E  # EXIF ImageDescription


def mark(image: Image.Image, *, size: int, fonts: Path | None = None, light: bool = False) -> None:
    """Write the mark into the lower left corner, on a ground that keeps it legible over anything."""
    font = ImageFont.truetype(
        str(faces.folder(fonts, faces.TEXT) / faces.TEXT), size, layout_engine=ImageFont.Layout.BASIC
    )
    left, top, right, bottom = font.getbbox(_DRAWN)
    pad = size // 2
    wide, high = round(right - left) + 2 * pad, round(bottom - top) + round(pad * 1.3)
    x, y = size, image.height - size - high
    plate, ink = ((33, 25, 19), (250, 244, 232)) if light else ((255, 253, 249), (51, 38, 29))
    over = Image.new("RGBA", (wide, high), (0, 0, 0, 0))
    draw = ImageDraw.Draw(over)
    draw.rounded_rectangle((0, 0, wide - 1, high - 1), radius=size // 4, fill=(*plate, 205))
    draw.text((pad - left, round(pad * 0.65) - top), _DRAWN, font=font, fill=(*ink, 255))
    image.paste(over, (x, y), over)


def as_marked_bytes(image: Image.Image, form: Form, chart: Chart) -> bytes:
    """Return a picture whose file says what it is: a simulation, and of which chart."""
    said = f"Simulation, not a photograph. Chart {chart.fingerprint[:16]}"
    made = BytesIO()
    if form == "png":
        notes = PngInfo()
        notes.add_itxt("Description", f"{WORDS}. {said}")
        image.save(made, "PNG", pnginfo=notes, compress_level=6)
    else:
        exif = Image.Exif()
        exif[_DESCRIPTION] = said
        image.save(made, "WEBP", quality=86, method=3, exif=exif)
    return made.getvalue()
