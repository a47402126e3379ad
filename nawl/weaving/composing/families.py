"""Families of dyes (عائلات الأصباغ) and leanings of governorates, both data that an administrator may replace."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from nawl.weaving.composing.recipe import Palette

DATA: Final = Path(__file__).parents[1] / "data"
COLOURS: Final[Mapping[str, str]] = {
    "red": "#9a2e2b",
    "wine": "#631c2a",
    "pink": "#b57673",
    "coral": "#cb7055",
    "pomegranate": "#971c42",
    "blue": "#41658f",
    "navy": "#203c5e",
    "sky": "#7c9bb9",
    "turquoise": "#4d9092",
    "green": "#21463a",
    "olive": "#767640",
    "yellow": "#d6b140",
    "saffron": "#c98a1e",
    "orange": "#c05f22",
    "brick": "#ad4d31",
    "brown": "#723523",
    "camel": "#c9ac86",
    "white": "#f0e7d4",
    "black": "#1e1a18",
    "grey": "#9a948a",
    "purple": "#46263a",
}
"""The colour that a wish's word means, as a yarn of the shipped list."""


@dataclass(frozen=True)
class Family:
    """Six colours that go together, and the ways in which they are shared out among ground, border and medallion."""

    code: str
    name_ar: str
    name_en: str
    colours: Mapping[str, str]
    ways: tuple[Mapping[str, str], ...]

    def palette(self, way: int) -> Palette:
        """Return the palette of one way."""
        shared = {place: self.colours[name] for place, name in self.ways[way % len(self.ways)].items()}
        return Palette(**shared, **self.colours)


@dataclass(frozen=True)
class Leaning:
    """What comes first among the proposals for a governorate; a leaning, no claim of tradition."""

    governorate: str
    name_ar: str
    name_en: str
    families: tuple[str, ...]
    patterns: tuple[str, ...]
    units: tuple[str, ...]


def _rows(name: str, key: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads((DATA / name).read_text(encoding="utf-8"))[key]
    return rows


@cache
def families() -> dict[str, Family]:
    """Return the families of dyes by code."""
    six = ("dark", "light", "first", "second", "third", "fourth")
    return {
        row["code"]: Family(
            row["code"], row["name_ar"], row["name_en"], {name: row[name] for name in six}, tuple(row["ways"])
        )
        for row in _rows("dye_families.toml", "family")
    }


@cache
def leanings() -> dict[str, Leaning]:
    """Return the leanings by governorate."""
    return {
        row["governorate"]: Leaning(
            row["governorate"],
            row["name_ar"],
            row["name_en"],
            tuple(row["families"]),
            tuple(row["patterns"]),
            tuple(row["units"]),
        )
        for row in _rows("leanings.toml", "leaning")
    }
