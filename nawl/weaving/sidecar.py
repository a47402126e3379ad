"""What stands beside the knots in a chart file: `nawl-chart/1`, plain JSON with everything that a chart knows.

Written whole and in one order, so that the same chart gives the same bytes; read with distrust, field by field.
"""

from __future__ import annotations

import json
import math
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final, Literal, NoReturn

from nawl.kit.errors import NotPossible
from nawl.weaving.chart import Chart
from nawl.weaving.classes import QualityClass, Shot, class_from
from nawl.weaving.frame import Frame, Symmetry
from nawl.weaving.yarns import MOST_YARNS, Lot, Yarn

NAME: Final = "nawl-chart"
VERSION: Final = 1
MOST_BYTES: Final = 4 * 2**20
_MOST_TEXT: Final = 1000
_MOST_NUMBER: Final = Decimal(10) ** 9

Side = Literal["right", "left"]
"""From which side the rows are read."""


@dataclass(frozen=True)
class Beside:
    """What a sidecar says: the frame, the yarns, the size of the grid, its hash, and the side it is read from."""

    frame: Frame
    yarns: tuple[Yarn, ...]
    wide: int
    high: int
    sha256: str
    side: Side


def sidecar_of(chart: Chart, side: Side = "right") -> bytes:
    """Return the JSON that stands beside a chart's knots; numbers that must be exact are text."""
    quality, frame = chart.frame.quality, chart.frame
    whole = {
        "format": f"{NAME}/{VERSION}",
        "wide": frame.wide,
        "high": frame.high,
        "unit": "dm",
        "kh": _written(quality.kh),
        "kv": _written(quality.kv),
        "knot": quality.knot,
        "class": _class_row(quality),
        "cm": {"width": _written(frame.width_cm), "length": _written(frame.length_cm)},
        "reading": {"side": side, "first_row": "bottom"},
        "symmetry": str(frame.symmetry),
        "border_cm": _written(frame.border_cm),
        "colours": frame.colours,
        "palette": [_yarn_row(n, yarn) for n, yarn in enumerate(chart.yarns)],
        "sha256": chart.fingerprint,
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _written(value: Any) -> Any:
    """A value as JSON holds it: decimals as text without exponent, days as text."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, date) else value


def _class_row(quality: QualityClass) -> dict[str, Any]:
    row: dict[str, Any] = {one.name: _written(getattr(quality, one.name)) for one in fields(quality)}
    row["shots"] = [{"tex": _written(shot.tex), "crimp": _written(shot.crimp)} for shot in quality.shots]
    return row


def _yarn_row(index: int, yarn: Yarn) -> dict[str, Any]:
    lots = [
        {"number": lot.number, "grams": _written(lot.grams), "price_kg": _written(lot.price_kg)} for lot in yarn.lots
    ]
    return {
        "index": index,
        "code": yarn.code,
        "name_ar": yarn.name_ar,
        "name_en": yarn.name_en,
        "symbol": yarn.symbol,
        "srgb": list(yarn.srgb),
        "lab": list(yarn.lab),
        "grams": _written(yarn.grams),
        "lots": lots,
        "tex": _written(yarn.tex),
        "hank_g": _written(yarn.hank_g),
    }


def read_sidecar(data: bytes) -> Beside:
    """Read the JSON beside a chart.

    Raises `chart_unreadable`, `chart_newer`, `chart_field_wrong`, and what a frame refuses.
    """
    whole = _document(data)
    reader = _Reader(whole, "")
    quality = _class(reader.inside("class"))
    cm = reader.inside("cm")
    for name in ("kh", "kv"):
        if reader.number(name, optional=True) != getattr(quality, name):
            reader.wrong(name)
    frame = Frame(
        quality=quality,
        width_cm=cm.needed_number("width"),
        length_cm=cm.needed_number("length"),
        symmetry=Symmetry(reader.choice("symmetry", [str(one) for one in Symmetry], "none")),
        border_cm=reader.number("border_cm", default=Decimal(0)) or Decimal(0),
        colours=reader.whole("colours", 16),
    )
    side: Side = "left" if reader.inside("reading").choice("side", ["right", "left"], "right") == "left" else "right"
    return Beside(frame, _yarns(reader), reader.whole("wide"), reader.whole("high"), reader.text("sha256"), side)


def _document(data: bytes) -> Mapping[str, Any]:
    """Parse, and tell a chart from anything else and from a chart that a newer version wrote."""
    try:
        if len(data) > MOST_BYTES:
            raise ValueError("too long")
        whole = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse)
    except (ValueError, RecursionError) as fault:
        raise NotPossible("chart_unreadable") from fault
    name, _, version = str(whole.get("format", "") if isinstance(whole, dict) else "").partition("/")
    if name != NAME or not (version.isascii() and version.isdigit() and len(version) < 10):
        raise NotPossible("chart_unreadable")
    if int(version) > VERSION:
        raise NotPossible("chart_newer", version=f"{name}/{version}", known=f"{NAME}/{VERSION}")
    if int(version) < 1:
        raise NotPossible("chart_unreadable")
    assert isinstance(whole, dict)
    return whole


def _refuse(text: str) -> NoReturn:
    raise ValueError(f"{text} is no number")


@dataclass(frozen=True)
class _Reader:
    """Reads one object's fields; whatever does not fit is refused by its full name."""

    values: Mapping[str, Any]
    where: str

    def wrong(self, name: str) -> NoReturn:
        raise NotPossible("chart_field_wrong", field=f"{self.where}{name}")

    def inside(self, name: str) -> _Reader:
        value = self.values.get(name, {})
        return _Reader(value, f"{self.where}{name}.") if isinstance(value, Mapping) else self.wrong(name)

    def each(self, name: str) -> list[_Reader]:
        value = self.values.get(name, [])
        if not isinstance(value, list) or not all(isinstance(one, Mapping) for one in value):
            self.wrong(name)
        return [_Reader(one, f"{self.where}{name}.{n}.") for n, one in enumerate(value)]

    def text(self, name: str, default: str | None = None) -> str:
        value = self.values.get(name, default)
        if not isinstance(value, str) or len(value) > _MOST_TEXT or not _is_clean(value):
            self.wrong(name)
        return value

    def choice(self, name: str, known: Sequence[str], default: str) -> str:
        value = self.text(name, default)
        return value if value in known else self.wrong(name)

    def whole(self, name: str, default: int | None = None) -> int:
        value = self.values.get(name, default)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _MOST_NUMBER:
            self.wrong(name)
        return value

    def number(
        self, name: str, *, optional: bool = False, default: Decimal | None = None, least: Decimal = Decimal(0)
    ) -> Decimal | None:
        value = self.values.get(name)
        if value is None and (optional or default is not None):
            return default
        try:
            if isinstance(value, bool) or not isinstance(value, str | int | float) or len(str(value)) > 80:
                self.wrong(name)
            number = Decimal(str(value))
        except InvalidOperation:
            self.wrong(name)
        if not number.is_finite() or not least <= number <= _MOST_NUMBER or 0 < number < Decimal("1e-9"):
            self.wrong(name)
        return number

    def needed_number(self, name: str) -> Decimal:
        number = self.number(name)
        return self.wrong(name) if number is None else number

    def floats(self, name: str) -> list[float]:
        value = self.values.get(name)
        if not isinstance(value, list) or not all(type(one) in {int, float} for one in value):
            self.wrong(name)
        try:
            numbers = [float(one) for one in value]
        except OverflowError:
            self.wrong(name)
        return numbers if all(math.isfinite(one) for one in numbers) else self.wrong(name)


def _is_clean(text: str) -> bool:
    """Whether a text holds no control characters and no halves of a surrogate pair."""
    return not any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in text)


_TEXTS: Final = ("code", "name_ar", "name_en", "note")
_WHOLES: Final = ("version", "warps_per_cell", "selvedge_warps", "knots_per_day")
_NUMBERS: Final = ("pile_mm", "pile_tex", "warp_tex", "warp_extra_cm", "passes_per_cm", "waste")
_PERHAPS: Final = ("kh", "kv", "knot_mm", "mass_low", "mass_high")
_CHOICES: Final = {"mode": ("pile", "flat"), "knot": ("symmetric", "asymmetric_left", "asymmetric_right", "none")}


def _class(reader: _Reader) -> QualityClass:
    """A class of plain data; a field that is not there takes what a new class has, but for its identity and mode."""
    row: dict[str, Any] = {name: reader.text(name, "" if name == "note" else None) for name in _TEXTS}
    row["mode"] = reader.choice("mode", _CHOICES["mode"], "")
    row["valid_from"] = _day(reader)
    row["shots"] = [{name: shot.needed_number(name) for name in ("tex", "crimp")} for shot in reader.each("shots")]
    optional: tuple[tuple[Sequence[str], Callable[[str], Any]], ...] = (
        (("knot",), lambda name: reader.choice(name, _CHOICES["knot"], "")),
        (_WHOLES, reader.whole),
        (_NUMBERS, reader.needed_number),
        (_PERHAPS, lambda name: reader.number(name, optional=True)),
    )
    reader.whole("version")
    for names, read in optional:
        row.update({name: read(name) for name in names if name in reader.values})
    quality = class_from(row)
    assert all(isinstance(shot, Shot) for shot in quality.shots)
    return quality


def _day(reader: _Reader) -> date:
    try:
        return date.fromisoformat(reader.text("valid_from"))
    except ValueError:
        return reader.wrong("valid_from")


def _yarns(reader: _Reader) -> tuple[Yarn, ...]:
    rows = reader.each("palette")
    if len(rows) > MOST_YARNS:
        raise NotPossible("colours_unfit", colours=len(rows), most=MOST_YARNS)
    yarns = []
    for n, row in enumerate(rows):
        if row.whole("index", n) != n:
            row.wrong("index")
        yarns.append(_yarn(row))
    return tuple(yarns)


def _yarn(row: _Reader) -> Yarn:
    srgb, lab = row.floats("srgb"), row.floats("lab") if "lab" in row.values else [-1.0, 0.0, 0.0]
    if len(srgb) != 3 or not all(0 <= one <= 255 and one == int(one) for one in srgb):
        row.wrong("srgb")
    if len(lab) != 3 or ("lab" in row.values and not 0 <= lab[0] <= 100) or max(map(abs, lab)) > 300:
        row.wrong("lab")
    return Yarn(
        code=row.text("code"),
        name_ar=row.text("name_ar"),
        name_en=row.text("name_en", ""),
        srgb=(int(srgb[0]), int(srgb[1]), int(srgb[2])),
        lab=(lab[0], lab[1], lab[2]),
        symbol=row.text("symbol", ""),
        grams=row.number("grams", optional=True),
        lots=tuple(
            Lot(lot.text("number"), lot.needed_number("grams"), lot.number("price_kg", optional=True))
            for lot in row.each("lots")
        ),
        tex=row.number("tex", optional=True),
        hank_g=row.number("hank_g", default=Decimal(250)) or row.wrong("hank_g"),
    )
