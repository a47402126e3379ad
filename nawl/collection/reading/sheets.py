"""A sheet as readers of tables see it, whatever file it came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import Enum


class Spoiled(Enum):
    """A cell that shows something but holds no value."""

    ERROR = "error"
    UNCOUNTED = "uncounted"


Cell = str | float | bool | date | datetime | time | timedelta | Spoiled
Merge = tuple[int, int, int, int]
"""First row, first column, last row, last column, counted from 0."""

Row = list[Cell]


@dataclass(frozen=True)
class Sheet:
    """One sheet: its name and its rows, merged cells filled."""

    name: str
    rows: Iterator[Row]
    uses_1904: bool = False


@dataclass(frozen=True)
class Book:
    """A file of sheets, and how many rows they hold about; hidden sheets are named, never read."""

    sheets: tuple[Sheet, ...]
    hidden: tuple[str, ...] = ()
    row_count: int = 0


@dataclass
class Filler:
    """Writes the value of merged cells into every cell they cover, row after row."""

    merges: list[Merge]
    _next: int = 0
    _open: list[tuple[Merge, Cell]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.merges.sort()

    def fill(self, number: int, row: Row) -> Row:
        """Fill one row, counted from 0; rows must come in order."""
        if not self._open and (self._next >= len(self.merges) or self.merges[self._next][0] > number):
            return row
        while self._next < len(self.merges) and self.merges[self._next][0] <= number:
            merge = self.merges[self._next]
            self._open.append((merge, row[merge[1]] if merge[0] == number and merge[1] < len(row) else ""))
            self._next += 1
        self._open = [(merge, value) for merge, value in self._open if merge[2] >= number]
        for (_, first, _, last), value in self._open:
            for column in range(first, min(last + 1, len(row))):
                row[column] = value
        return row
