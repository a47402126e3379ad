"""How a chart is cut into sheets: every knot stands on exactly one sheet as its own, and at most shaded on others (F17).

Columns are counted from the reading side and rows from the bottom, both from 1, as the weaver counts them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from nawl.weaving.printing.options import ChartPaper, Language
from nawl.weaving.reckoning import tiles

_LETTERS = {"ar": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ", "en": "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}


@dataclass(frozen=True)
class Span:
    """A stretch of rows or columns: from `first` to `last`, of which those before `own` belong to the neighbour."""

    first: int
    last: int
    own: int

    @property
    def length(self) -> int:
        """Rows or columns on the sheet, with those of the neighbour."""
        return self.last - self.first + 1

    @property
    def shared(self) -> int:
        """How many of them are the neighbour's."""
        return self.own - self.first


@dataclass(frozen=True)
class Sheet:
    """One sheet: its place among the sheets (from the reading side, from the bottom, both from 0), and what it shows."""

    across: int
    up: int
    columns: Span
    rows: Span

    def name(self, language: Language) -> str:
        """Return the sheet's name: a letter for its column of sheets, a number for its row: "ج2", "C2"."""
        return sheet_name(self.across, self.up, language)


def spans(length: int, most: int, overlap: int) -> list[Span]:
    """Cut a length into spans of at most `most`; each but the first begins with `overlap` of the one before (F17)."""
    return [
        Span(start + 1, end, start + 1 + (overlap if start else 0)) for start, end in tiles.spans(length, most, overlap)
    ]


@dataclass(frozen=True)
class Cutting:
    """All spans of the columns and of the rows; the sheets are each with each, from the bottom up, reading side first."""

    columns: tuple[Span, ...]
    rows: tuple[Span, ...]

    def __len__(self) -> int:
        return len(self.columns) * len(self.rows)

    def __iter__(self) -> Iterator[Sheet]:
        for up, rows in enumerate(self.rows):
            for across, columns in enumerate(self.columns):
                yield Sheet(across, up, columns, rows)

    def number(self, across: int, up: int) -> int | None:
        """Return which sheet stands there, counted from 0 in the order of printing, or None beyond the edge."""
        if 0 <= across < len(self.columns) and 0 <= up < len(self.rows):
            return up * len(self.columns) + across
        return None


def cut(wide: int, high: int, paper: ChartPaper) -> Cutting:
    """Cut a grid into the sheets that the paper asks for; where it asks for no size, they are made even."""
    most_wide, most_high = paper.knots
    if paper.tile is None:
        most_wide = _even(wide, most_wide, paper.overlap)
        most_high = _even(high, most_high, paper.overlap) if paper.layout == "tiles" else most_high
    return Cutting(tuple(spans(wide, most_wide, paper.overlap)), tuple(spans(high, most_high, paper.overlap)))


def _even(length: int, most: int, overlap: int) -> int:
    """Return the smallest size that takes no more sheets than the largest does; whole blocks of ten without overlap."""
    parts = len(spans(length, most, overlap))
    if parts == 1:
        return most
    least = math.ceil((length - overlap) / parts) + overlap
    return least if overlap else min(most, math.ceil(least / 10) * 10)


def sheet_name(across: int, up: int, language: Language) -> str:
    """Return a sheet's name; past the last letter they are doubled: أأ, AA."""
    letters = _LETTERS[language]
    turn, letter = divmod(across, len(letters))
    return f"{letters[letter] * (turn + 1)}{up + 1}"
