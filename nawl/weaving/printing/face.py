"""The face of weaving charts, "Nawl Chart": every glyph is one cell wide; a sign each, and a number each from 2 to 199.

The set-up draws it (`config.assets.signs`): signs from `nawl.weaving.signs`, digits cut from Noto Sans Arabic. So a row
of a tile is one run of text, and what stands in a cell can be read back from the PDF.
"""

from __future__ import annotations

from typing import Final

from nawl.kit.numbers import Digits

FAMILY: Final = "Nawl Chart"

EMPTY: Final = "\ue3ff"
"""A cell with nothing in it: a glyph of its own, for spaces would be trimmed and broken at."""
LEAST_NUMBER: Final = 2
MOST_NUMBER: Final = 199
_FIRST: Final[dict[Digits, int]] = {"arabic": 0xE400, "western": 0xE500}


def number_glyph(number: int, digits: Digits) -> str:
    """Return the glyph of a number that stands in one cell, 2 to 199."""
    if not LEAST_NUMBER <= number <= MOST_NUMBER:
        raise ValueError(number)
    return chr(_FIRST[digits] + number)


def number_of(glyph: str) -> int | None:
    """Return the number that a glyph shows, or None where it is a sign."""
    for first in _FIRST.values():
        if LEAST_NUMBER <= ord(glyph) - first <= MOST_NUMBER:
            return ord(glyph) - first
    return None
