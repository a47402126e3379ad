"""What stands beside the knots in a chart file: `nawl-chart/1`, plain JSON with everything that a chart knows.

Written whole and in one order, so that the same chart gives the same bytes; read with distrust, field by field.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any, Final, Literal, NoReturn

from nawl.kit.errors import NotPossible
from nawl.weaving.chart import Chart
from nawl.weaving.class_tables import class_of
from nawl.weaving.classes import QualityClass
from nawl.weaving.fields import Fields
from nawl.weaving.frame import Frame, Symmetry
from nawl.weaving.yarns import MOST_YARNS, Lot, Yarn

NAME: Final = "nawl-chart"
VERSION: Final = 1
MOST_BYTES: Final = 4 * 2**20

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
    reader = Fields(whole)
    quality = class_of(reader.inside("class"))
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


def _yarns(reader: Fields) -> tuple[Yarn, ...]:
    rows = reader.each("palette")
    if len(rows) > MOST_YARNS:
        raise NotPossible("colours_unfit", colours=len(rows), most=MOST_YARNS)
    yarns = []
    for n, row in enumerate(rows):
        if row.whole("index", n) != n:
            row.wrong("index")
        yarns.append(_yarn(row))
    return tuple(yarns)


def _yarn(row: Fields) -> Yarn:
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
