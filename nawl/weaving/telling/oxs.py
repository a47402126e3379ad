"""Open X-Stitch (.oxs): the XML that embroidery programs exchange; a chart written and read, one full stitch a knot.

Palette item 0 is the cloth; yarn n is item n + 1. The format knows no class: whoever reads gives one, or the whole frame.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, Final
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

import numpy as np

from nawl.kit.errors import NotPossible
from nawl.kit.spreadsheets import writable
from nawl.weaving.chart import Chart, Grid
from nawl.weaving.classes import QualityClass
from nawl.weaving.frame import MOST_KNOTS, Frame
from nawl.weaving.plain import frame_of_knots
from nawl.weaving.reckoning.rounding import rounded
from nawl.weaving.signs import SIGNS, sign_of
from nawl.weaving.telling.runs import Integers
from nawl.weaving.telling.tables import check_codes
from nawl.weaving.yarns import MOST_YARNS, UNSET, Yarn

MOST_BYTES: Final = 2**30
"""Some twenty million stitches; more would not fit into the memory of a small machine while it is read."""
_CLOTH: Final = "f2ead8"
_MOST_NUMBER: Final = 9999
"""The highest number of a colour that a long file may use."""
_INCH_DM: Final = Decimal("0.254")


def oxs_bytes(chart: Chart, title: str = "") -> bytes:
    """Return a chart as one .oxs file; forty bytes a knot. Raises `yarn_code_twice`, `yarn_code_missing`."""
    return b"".join(oxs_parts(chart, title))


def oxs_parts(chart: Chart, title: str = "") -> Iterator[bytes]:
    """Yield the file row by row, so that a large chart never stands in memory as text."""
    check_codes(chart.yarns)
    yield _head(chart, title).encode("utf-8", "replace")
    befores = [f'<stitch x="{x}" y="' for x in range(chart.frame.wide)]
    afters = {n: f'" palindex="{n + 1}"/>\n' for n in range(len(chart.yarns))}
    for y, row in enumerate(chart.knots.tolist()):
        middle = str(y)
        yield "".join([b + middle + afters[n] for b, n in zip(befores, row, strict=True) if n != UNSET]).encode()
    yield b"</fullstitches>\n<partstitches/>\n<backstitches/>\n<ornaments_inc_knots_and_beads/>\n<commentboxes/>\n</chart>\n"


def _head(chart: Chart, title: str) -> str:
    frame = chart.frame
    across, along = (int(rounded(side * _INCH_DM, 0)) or 1 for side in frame.quality.density())
    properties = {
        "oxsversion": "1.0",
        "software": "Nawl",
        "software_version": "1",
        "chartheight": frame.high,
        "chartwidth": frame.wide,
        "charttitle": title,
        "author": "",
        "copyright": "",
        "instructions": "",
        "stitchesperinch": across,
        "stitchesperinch_y": along,
        "palettecount": len(chart.yarns),
    }
    cloth = {"index": 0, "number": "cloth", "name": "cloth", "color": _CLOTH, "printcolor": _CLOTH, "symbol": 0}
    items = [_element("palette_item", cloth), *(_item(n, yarn) for n, yarn in enumerate(chart.yarns))]
    parts = ['<?xml version="1.0" encoding="UTF-8"?>', "<chart>", _element("properties", properties), "<palette>"]
    return "\n".join([*parts, *items, "</palette>", "<fullstitches>", ""])


def _item(index: int, yarn: Yarn) -> str:
    """A yarn as a palette item: the unit's word is its name, the English one its comment, its sign a number."""
    sign = sign_of(yarn.symbol)
    values = {
        "index": index + 1,
        "number": yarn.code,
        "name": yarn.name_ar,
        "color": yarn.hex[1:],
        "printcolor": yarn.hex[1:],
        "comments": yarn.name_en,
        "symbol": SIGNS.index(sign) + 1 if sign else 0,
    }
    return _element("palette_item", values)


def _element(name: str, values: Mapping[str, object]) -> str:
    attributes = " ".join(f"{key}={quoteattr(writable(str(value)))}" for key, value in values.items())
    return f"<{name} {attributes}/>"


def chart_from_oxs(data: bytes, quality: QualityClass, yarns: Sequence[Yarn] = (), frame: Frame | None = None) -> Chart:
    """Read a chart; a colour whose number is the code of one of `yarns` becomes that yarn, others are taken as they are.

    Part and back stitches are no knots and are passed over. Raises `oxs_unreadable` with the line, `file_heavy`,
    `chart_too_large`, `colours_unfit`, `chart_shape_wrong` where a given frame has another size.
    """
    if len(data) > MOST_BYTES:
        raise NotPossible("file_heavy", file="OXS", most=MOST_BYTES // 2**20)
    reading = _Reading({yarn.code: yarn for yarn in yarns})
    rest, stitches = _parted(data)
    parser = expat.ParserCreate()
    parser.StartElementHandler = reading.begin
    parser.StartDoctypeDeclHandler = _refuse  # no entities, so nothing swells and nothing is fetched
    try:
        parser.Parse(rest, True)
        for part in stitches:
            reading.lay(part)
    except (expat.ExpatError, ValueError, LookupError, OverflowError) as fault:
        raise NotPossible("oxs_unreadable", line=parser.CurrentLineNumber) from fault
    if reading.knots is None:
        raise NotPossible("oxs_unreadable", line=parser.CurrentLineNumber)
    high, wide = reading.knots.shape
    return Chart(frame or frame_of_knots(quality, wide, high), tuple(reading.found), reading.knots)


_OPENING: Final = b"<fullstitches>\n"
_CLOSING: Final = b"</fullstitches>"
_STITCH: Final = b'<stitch x="" y="" palindex=""/>\n'
_DIGITS: Final = b"0123456789"
_TO_BLANKS: Final = bytes(n if n in _DIGITS else 32 for n in range(256))
_LONG: Final = 1 << 20


def _parted(data: bytes) -> tuple[bytes, list[Integers]]:
    """Part a long file whose stitches are written one a line, as we do, from its stitches, which then need no parser.

    Every line but for its numbers must be the very text that we write; else the file is left whole and the list is empty.
    """
    begin, last = data.find(_OPENING) + len(_OPENING), data.rfind(_CLOSING)
    if len(data) < _LONG or begin < len(_OPENING) or last < begin or b"<!" in data[:begin] or b"<!" in data[last:]:
        return data, []
    first, parts = begin, []
    while first < last:
        end = data.find(b"\n", min(first + _LONG, last - 1), last) + 1 or last
        lines = data[first:end]
        bare = lines.translate(None, _DIGITS)
        numbers = np.fromstring(lines.translate(_TO_BLANKS), np.int64, sep=" ")
        if bare != _STITCH * (len(bare) // len(_STITCH)) or len(numbers) * len(_STITCH) != 3 * len(bare):
            return data, []
        parts.append(numbers.reshape(-1, 3))
        first = end
    return data[:begin] + data[last:], parts


def _refuse(*_: Any) -> None:
    raise ValueError("no document types")


@dataclass
class _Reading:
    """What was read so far."""

    shelf: Mapping[str, Yarn]
    knots: Grid | None = None
    found: list[Yarn] = field(default_factory=list)
    numbers: dict[int, int] = field(default_factory=dict)

    def begin(self, name: str, values: dict[str, str]) -> None:
        """Take one element; those that say nothing of knots are passed over."""
        if name == "stitch" and "palindex" in values:
            self._stitch(values)
        elif name == "palette_item":
            self._colour(values)
        elif name == "properties":
            self._size(values)

    def _size(self, values: dict[str, str]) -> None:
        wide, high = _natural(values["chartwidth"]), _natural(values["chartheight"])
        if wide * high > MOST_KNOTS:
            raise NotPossible("chart_too_large", knots=wide * high, most=MOST_KNOTS)
        if wide * high < 1:
            raise ValueError("no knots")
        self.knots = np.full((high, wide), UNSET, np.uint8)

    def _colour(self, values: dict[str, str]) -> None:
        number = _natural(values["index"])
        if number == 0:
            return
        if len(self.found) == MOST_YARNS:
            raise NotPossible("colours_unfit", colours=MOST_YARNS + 1, most=MOST_YARNS)
        self.numbers[number] = len(self.found)
        yarn = self.shelf.get(values.get("number", "")) or _yarn(values)
        is_taken = any(yarn.code == one.code for one in self.found)
        self.found.append(replace(yarn, code=f"{yarn.code}/{values['index']}") if is_taken else yarn)

    def _stitch(self, values: dict[str, str]) -> None:
        if self.knots is None:
            raise ValueError("a stitch before the size")
        number = _natural(values["palindex"])
        if number:
            self.knots[_natural(values["y"]), _natural(values["x"])] = self.numbers[number]

    def lay(self, stitches: Integers) -> None:
        """Take many stitches at once: columns are x, y and the number of the colour; 0 is bare cloth and lays nothing."""
        if self.knots is None:
            raise ValueError("stitches before the size")
        table = np.full(_MOST_NUMBER + 1, -1, np.int64)
        table[0] = UNSET
        for number, index in self.numbers.items():
            if number <= _MOST_NUMBER:
                table[number] = index
        x, y, colour = stitches[stitches[:, 2] != 0].T
        if stitches.size and (colour.max() > _MOST_NUMBER or table[colour].min() < 0):
            raise ValueError("a colour that is not there")
        self.knots[y, x] = table[colour]


def _natural(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise ValueError(f"{text} is no number")
    return int(text)


def _yarn(values: dict[str, str]) -> Yarn:
    colour = int(values["color"].lstrip("#")[:6] or "x", 16)
    sign = _natural(values.get("symbol", "0") or "0") if values.get("symbol", "0").isdigit() else 0
    return Yarn(
        code=values.get("number", "") or values["index"],
        name_ar=values.get("name", ""),
        name_en=values.get("comments", ""),
        srgb=(colour >> 16 & 255, colour >> 8 & 255, colour & 255),
        symbol=SIGNS[sign - 1].code if 1 <= sign <= len(SIGNS) else "",
    )
