"""The recipe (وصفة التأليف) of a composed carpet: plain data from which `compose` makes the same chart every time."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from decimal import Decimal
from enum import IntEnum
from typing import Any, Final

VERSION: Final = 1
"""The form of a recipe; a recipe of a newer form is refused with a sentence."""


class Role(IntEnum):
    """What a colour does in the carpet; the palette names a colour for each."""

    GROUND = 0
    BORDER = 1
    MEDALLION = 2
    CORNER = 3
    MINOR = 4
    DARK = 5
    LIGHT = 6
    FIRST = 7
    SECOND = 8
    THIRD = 9
    FOURTH = 10


@dataclass(frozen=True)
class Palette:
    """A colour `#rrggbb` for each role; `compose` weaves each with the nearest of the workshop's yarns."""

    ground: str
    border: str
    medallion: str
    corner: str
    minor: str
    dark: str
    light: str
    first: str
    second: str
    third: str
    fourth: str

    def of(self, role: Role) -> str:
        """Return the colour of a role."""
        colour: str = getattr(self, role.name.lower())
        return colour


@dataclass(frozen=True)
class BorderPlan:
    """One border, outermost first: `unit` names a frieze unit or is "plain"; `cm` is its thickness.

    `ground` and, for a plain stripe, the whole colour is a role's name; `turn` chooses among the dyes that suit the ground.
    """

    unit: str
    cm: float
    ground: str = "border"
    turn: int = 0
    ratio: float | None = None


@dataclass(frozen=True)
class MedallionPlan:
    """The medallion (سرّة): its form, its half axes as shares of the field's, its pendants, how its inside is filled."""

    form: str = "lobed"
    wide: float = 0.72
    high: float = 0.55
    pendants: bool = True
    filling: str = "wreath"
    turn: int = 0


@dataclass(frozen=True)
class FieldPlan:
    """The field (الأرضية): a pattern by name, the motifs it repeats, the size of a repeat in cm.

    `corners` names the form of the quarter medallions, `words` what is written, `group` a wallpaper group.
    """

    pattern: str = "plain"
    motifs: tuple[str, ...] = ()
    cm: float = 20.0
    turn: int = 0
    corners: str = ""
    words: str = ""
    group: str = ""


@dataclass(frozen=True)
class Recipe:
    """A whole carpet as plain data: class and size in cm, seed, palette, borders from the edge inwards, field, medallion.

    `without` are the words of colours of which no yarn may be taken.
    """

    quality: str
    width_cm: str
    length_cm: str
    palette: Palette
    borders: tuple[BorderPlan, ...]
    field: FieldPlan
    medallion: MedallionPlan | None = None
    kind: str = "salon"
    seed: int = 0
    name_ar: str = ""
    name_en: str = ""
    version: int = VERSION
    without: tuple[str, ...] = ()

    @property
    def size_cm(self) -> tuple[Decimal, Decimal]:
        """Width and length in cm."""
        return Decimal(self.width_cm), Decimal(self.length_cm)

    def name(self, language: str) -> str:
        """Return the design's name in a language."""
        return self.name_en if language == "en" else self.name_ar

    def to_data(self) -> dict[str, Any]:
        """Return the recipe as plain data for JSON; refused colours only where there are some."""
        data = asdict(self)
        return data if self.without else {name: value for name, value in data.items() if name != "without"}

    def to_json(self) -> str:
        """Return the recipe as JSON, always in the same order of keys."""
        return json.dumps(self.to_data(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def with_size(self, width_cm: Decimal | str, length_cm: Decimal | str) -> Recipe:
        """Return the same design at another size; borders keep their cm."""
        return replace(self, width_cm=str(width_cm), length_cm=str(length_cm))
