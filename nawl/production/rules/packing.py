"""A chart as what the tables keep: the indexed picture and the words beside it, and back again, checked."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np
from PIL import Image

from nawl.kit.errors import NotPossible
from nawl.weaving.chart import Chart
from nawl.weaving.classes import QualityClass, class_from
from nawl.weaving.frame import Frame, Symmetry
from nawl.weaving.yarns import Yarn


@dataclass(frozen=True)
class Packed:
    """A chart's bytes and the words that stand beside them (plain JSON)."""

    image: bytes
    words: dict[str, Any]


def pack(chart: Chart) -> Packed:
    """Return a chart as bytes and words."""
    frame = chart.frame
    words = {
        "quality": _class_words(frame.quality),
        "width_cm": str(frame.width_cm),
        "length_cm": str(frame.length_cm),
        "symmetry": frame.symmetry.value,
        "border_cm": str(frame.border_cm),
        "colours": frame.colours,
        "yarns": [_yarn_words(yarn) for yarn in chart.yarns],
        "sha256": chart.fingerprint,
    }
    return Packed(_indexed_png(chart), words)


def unpack(packed: Packed) -> Chart:
    """Return the chart; raises `chart_damaged` where it is not the one that was packed."""
    words = packed.words
    frame = Frame(
        class_from(words["quality"]),
        Decimal(words["width_cm"]),
        Decimal(words["length_cm"]),
        Symmetry(words["symmetry"]),
        Decimal(words["border_cm"]),
        int(words["colours"]),
    )
    try:
        with Image.open(io.BytesIO(packed.image), formats=["PNG"]) as image:
            knots = np.asarray(image, dtype=np.uint8)
        chart = Chart(frame, tuple(_yarn(row) for row in words["yarns"]), knots)
    except (ValueError, OSError) as fault:
        raise NotPossible("chart_damaged") from fault
    if chart.fingerprint != words["sha256"]:
        raise NotPossible("chart_damaged")
    return chart


def _indexed_png(chart: Chart) -> bytes:
    image = Image.fromarray(chart.knots, "P")
    palette = [part for yarn in chart.yarns for part in yarn.srgb]
    image.putpalette(palette + [239, 231, 217] * (256 - len(chart.yarns)))
    file = io.BytesIO()
    image.save(file, "PNG", bits=8, compress_level=3)
    return file.getvalue()


def class_words(quality: QualityClass) -> dict[str, Any]:
    """Return a class as plain JSON: numbers as exact text."""
    return _class_words(quality)


def _class_words(quality: QualityClass) -> dict[str, Any]:
    words: dict[str, Any] = {}
    for name in QualityClass.__dataclass_fields__:
        value = getattr(quality, name)
        if name == "shots":
            value = [{"tex": str(shot.tex), "crimp": str(shot.crimp)} for shot in value]
        elif isinstance(value, Decimal):
            value = str(value)
        elif name == "valid_from":
            value = value.isoformat()
        words[name] = value
    return words


def _yarn_words(yarn: Yarn) -> dict[str, Any]:
    return {
        "code": yarn.code,
        "name_ar": yarn.name_ar,
        "name_en": yarn.name_en,
        "srgb": list(yarn.srgb),
        "lab": [round(part, 4) for part in yarn.lab],
        "symbol": yarn.symbol,
        "tex": None if yarn.tex is None else str(yarn.tex),
        "hank_g": str(yarn.hank_g),
    }


def _yarn(words: dict[str, Any]) -> Yarn:
    red, green, blue = words["srgb"]
    light, a, b = words["lab"]
    return Yarn(
        words["code"],
        words["name_ar"],
        words["name_en"],
        (red, green, blue),
        lab=(light, a, b),
        symbol=words["symbol"],
        tex=None if words["tex"] is None else Decimal(words["tex"]),
        hank_g=Decimal(words["hank_g"]),
    )


def plain(value: Any) -> Any:
    """Return a value as plain JSON keeps it: numbers that are not whole as exact text."""
    return json.loads(json.dumps(value, default=str))
