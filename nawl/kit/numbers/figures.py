"""Numbers as people read and type them, in Western and Arabic-Indic digits."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from nawl.kit.errors import NotPossible

Digits = Literal["western", "arabic"]

NOTHING = "–"  # shown where there is no number; a nought is shown as 0

_TO_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_ARABIC_NUMBER = str.maketrans("0123456789,.%", "٠١٢٣٤٥٦٧٨٩٬٫٪")
_TO_WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_TYPED = str.maketrans({"٬": ",", "،": ",", "٫": ".", "−": "-", "–": "-", "'": ",", "’": ","})
_UNSEEN = re.compile(r"[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_MOST_DIGITS = 18  # what a 64-bit column holds
_INTEGER = re.compile(r"([+-]?)(\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)(?:\.0{1,2})?")


def to_arabic_digits(text: str) -> str:
    """Write the digits 0-9 of a text as ٠-٩; everything else stays."""
    return text.translate(_TO_ARABIC)


def to_western_digits(text: str) -> str:
    """Write Arabic-Indic and Persian digits of a text as 0-9; everything else stays."""
    return text.translate(_TO_WESTERN)


def in_digits(text: str, digits: Digits) -> str:
    """Write the digits of a text in the reader's digits; separators stay."""
    return to_arabic_digits(text) if digits == "arabic" else to_western_digits(text)


def format_number(value: Decimal | float | None, digits: Digits = "western", places: int | None = None) -> str:
    """Return a number grouped by thousands: 155,000 or ١٥٥٬٠٠٠; nothing is «–».

    `places` fixes the decimals (half goes up); without it a number keeps those it has, without idle noughts.
    """
    exact = _exact(value)
    if exact is None:
        return NOTHING
    shown = _grouped(exact, places)
    return shown.translate(_ARABIC_NUMBER) if digits == "arabic" else shown


def format_percent(value: Decimal | float | None, digits: Digits = "western", places: int | None = None) -> str:
    """Return a share as a percentage: 0.385 is 38.5% or ٣٨٫٥٪; at most one decimal unless `places` says so."""
    exact = _exact(value)
    if exact is None:
        return NOTHING
    percent = exact * 100
    shown = _grouped(_rounded(percent, 1) if places is None else percent, places) + "%"
    return shown.translate(_ARABIC_NUMBER) if digits == "arabic" else shown


def _exact(value: Decimal | float | None) -> Decimal | None:
    if value is None:
        return None
    exact = Decimal(str(value)) if isinstance(value, float) else Decimal(value)
    return exact if exact.is_finite() else None


def _rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _grouped(value: Decimal, places: int | None) -> str:
    shown = f"{value:,f}" if places is None else f"{_rounded(value, places):,f}"
    if places is None and "." in shown:
        shown = shown.rstrip("0").rstrip(".")
    if not shown.strip("-0.,"):
        shown = shown.lstrip("-")
    return shown.replace("-", "−")


def parse_integer(text: str) -> int | None:
    """Read the whole number a clerk typed in any digits, grouped or not; an empty field is None.

    Raises NotPossible("number_unreadable") for anything else, also where a point could mean two things.
    """
    typed = " ".join(_UNSEEN.sub("", to_western_digits(text)).translate(_TYPED).split())
    if not typed:
        return None
    match = _INTEGER.fullmatch(typed)
    figures = re.sub("[, ]", "", match[2]) if match else ""
    if match is None or len(figures) > _MOST_DIGITS:
        raise NotPossible("number_unreadable", text=text)
    return int(match[1] + figures)
