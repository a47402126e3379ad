"""A chart as what the tables keep: the indexed picture and the words beside it, in the form of chart files."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from nawl.kit.errors import NotPossible
from nawl.weaving import filing
from nawl.weaving.chart import Chart
from nawl.weaving.classes import QualityClass


@dataclass(frozen=True)
class Packed:
    """A chart's picture (PNG, a knot a pixel) and the words that stand beside it (JSON)."""

    image: bytes
    beside: bytes


def pack(chart: Chart) -> Packed:
    """Return a chart as bytes."""
    return Packed(*filing.pack(chart))


def unpack(packed: Packed) -> Chart:
    """Return the chart; raises `chart_damaged` where it is not the one that was packed."""
    try:
        return filing.unpack(packed.image, packed.beside)
    except NotPossible as fault:
        raise NotPossible("chart_damaged") from fault


def class_words(quality: QualityClass) -> dict[str, Any]:
    """Return a class as plain JSON: numbers as exact text."""
    words = {name: getattr(quality, name) for name in QualityClass.__dataclass_fields__}
    words["shots"] = [{"tex": str(shot.tex), "crimp": str(shot.crimp)} for shot in quality.shots]
    words["valid_from"] = quality.valid_from.isoformat()
    return {name: str(value) if isinstance(value, Decimal) else value for name, value in words.items()}
