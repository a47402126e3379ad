"""Numbers as people read, type and count them, in Western and Arabic-Indic digits."""

from nawl.kit.numbers.figures import (
    NOTHING,
    Digits,
    format_number,
    format_percent,
    in_digits,
    parse_integer,
    to_arabic_digits,
    to_western_digits,
)
from nawl.kit.numbers.nouns import NOUNS
from nawl.kit.numbers.plurals import Noun, counted, plural_form

__all__ = [
    "NOTHING",
    "NOUNS",
    "Digits",
    "Noun",
    "counted",
    "format_number",
    "format_percent",
    "in_digits",
    "parse_integer",
    "plural_form",
    "to_arabic_digits",
    "to_western_digits",
]
