"""The face of weaving charts, drawn from our own signs and from the digits of Noto Sans Arabic, one cell a glyph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from config.assets.steps import FONTS, ROOT, Step, write
from nawl.kit.numbers import Digits, in_digits
from nawl.weaving import faces
from nawl.weaving.printing import face
from nawl.weaving.signs import EM, SIGNS

DIGITS = FONTS / "NotoSansArabic-Bold.ttf"
ASCENT = 800  # of the em's 1000 units; the cell reaches from -200 to 800
SIGN_SIZE = 0.80  # of the cell, so that a sign does not touch the lines
NUMBER_HIGH, NUMBER_WIDE, GAP = 640, 810, 64
_STEP = re.compile(r"([MLQZ])([^MLQZ]*)")
# A day that never changes, so that the file is the same whenever it is made (seconds since 1904).
_MADE = 3_692_217_600


def _make() -> None:
    write(FONTS / faces.CHART, chart_face(DIGITS))


def chart_face(digits: Path) -> bytes:
    """Return the face as a TTF file."""
    glyphs: dict[str, Any] = {
        ".notdef": TTGlyphPen(None).glyph(),
        "space": TTGlyphPen(None).glyph(),
        "blank": TTGlyphPen(None).glyph(),
    }
    characters = {0x20: "space", ord(face.EMPTY): "blank"}
    source = TTFont(digits)
    for name, character, glyph in (*_signs(), *_numbers(source, "arabic"), *_numbers(source, "western")):
        glyphs[name] = glyph
        characters[ord(character)] = name
    return _built(glyphs, characters)


def _signs() -> Iterator[tuple[str, str, Any]]:
    for sign in SIGNS:
        yield sign.code, sign.glyph, sign_glyph(sign.path)


def sign_glyph(path: str) -> Any:
    """Return a sign's outline, turned over (a font counts upwards) and a little smaller than its cell."""
    pen = TTGlyphPen(None)
    for letter, text in _STEP.findall(path):
        numbers = [float(part) for part in text.split()]
        points = [_placed(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
        if letter == "M":
            pen.moveTo(points[0])
        elif letter == "Z":
            pen.closePath()
        else:
            (pen.lineTo if letter == "L" else pen.qCurveTo)(*points)
    return pen.glyph()


def _placed(x: float, y: float) -> tuple[int, int]:
    middle = EM / 2
    across, down = (middle + (part - middle) * SIGN_SIZE for part in (x, y))
    return round(across), round(ASCENT - down)


def _numbers(source: TTFont, digits: Digits) -> Iterator[tuple[str, str, Any]]:
    for number in range(face.LEAST_NUMBER, face.MOST_NUMBER + 1):
        glyph = number_glyph(source, in_digits(str(number), digits))
        yield f"{digits}_{number}", face.number_glyph(number, digits), glyph


def number_glyph(source: TTFont, text: str) -> Any:
    """Return the digits of a number side by side, squeezed into one cell; all numbers are equally high."""
    shapes, table, names = source.getGlyphSet(), source["glyf"], source.getBestCmap()
    tall = table[names[ord("١" if "٠" <= text[0] <= "٩" else "1")]].yMax
    signs = [names[ord(sign)] for sign in text]
    wide = sum(table[sign].xMax - table[sign].xMin for sign in signs) + GAP * (len(signs) - 1)
    rise = NUMBER_HIGH / tall
    squeeze = min(rise, NUMBER_WIDE / wide)
    pen = TTGlyphPen(None)
    left, low = (EM - wide * squeeze) / 2, ASCENT - (EM + NUMBER_HIGH) / 2
    for sign in signs:
        outline = DecomposingRecordingPen(shapes)
        shapes[sign].draw(outline)
        outline.replay(TransformPen(pen, (squeeze, 0, 0, rise, left - table[sign].xMin * squeeze, low)))
        left += (table[sign].xMax - table[sign].xMin + GAP) * squeeze
    return pen.glyph()


def _built(glyphs: dict[str, Any], characters: dict[int, str]) -> bytes:
    builder = FontBuilder(EM, isTTF=True)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap(characters)
    builder.setupGlyf(glyphs)
    table = builder.font["glyf"]
    builder.setupHorizontalMetrics({name: (EM, getattr(table[name], "xMin", 0)) for name in glyphs})
    builder.setupHorizontalHeader(ascent=ASCENT, descent=ASCENT - EM)
    builder.setupNameTable(
        {"familyName": face.FAMILY, "styleName": "Regular", "psName": faces.CHART.removesuffix(".ttf")}
    )
    builder.setupOS2(sTypoAscender=ASCENT, sTypoDescender=ASCENT - EM, usWinAscent=ASCENT, usWinDescent=EM - ASCENT)
    builder.setupPost(isFixedPitch=1)
    builder.updateHead(created=_MADE, modified=_MADE)
    builder.font.recalcTimestamp = False
    made = BytesIO()
    builder.save(made)
    return made.getvalue()


STEP = Step(
    name="face of charts",
    reads=lambda: [
        ROOT / "package-lock.json",
        ROOT / "nawl" / "weaving" / "signs.py",
        Path(face.__file__),
        Path(faces.__file__),
        Path(__file__),
    ],
    proofs=[FONTS / faces.CHART],
    make=_make,
)
