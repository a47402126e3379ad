"""What is counted (المعدود): knots of a pile carpet, cells of a flat weave; texts speak of knots and are turned where they must."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from nawl.kit.numbers import NOUNS, Digits, counted, format_number
from nawl.weaving.classes import QualityClass

_CELLS: Final = (("عقدت", "خانت"), ("عقدة", "خانة"), ("عقد", "خانات"), ("knot", "cell"), ("Knot", "Cell"))
"""Longest first. Both Arabic words are feminine, so nothing else in a sentence changes."""


def said_of(text: str, quality: QualityClass) -> str:
    """Return a phrase about knots as a class counts them; in flat weave there are none, only cells."""
    return in_cells(text) if quality.mode == "flat" else text


def in_cells(text: str) -> str:
    """Return a phrase about knots as one about cells; places such as `{knots}` stay."""
    pieces = text.replace("{knots}", "{\0}")
    for knots, cells in _CELLS:
        pieces = pieces.replace(knots, cells)
    return pieces.replace("{\0}", "{knots}")


@dataclass(frozen=True)
class Counted:
    """A number within a phrase: `{wide}` alone, `{wide:knot}` with its noun as the language counts it, in its digits."""

    number: int | float | Decimal
    language: Literal["ar", "en"]

    def __format__(self, noun: str) -> str:
        """Return the number, with a noun where the phrase names one: `knot`, `cell` or `row` (of a chart)."""
        digits: Digits = "arabic" if self.language == "ar" else "western"
        if not noun:
            return format_number(self.number, digits)
        return counted(int(self.number), NOUNS["knot_row" if noun == "row" else noun], self.language, digits)
