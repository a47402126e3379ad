"""The rows below the headings: which hold something, which repeat the row above, which add the others up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nawl.collection.reading.cells import is_blank
from nawl.collection.reading.sheets import Cell, Row
from nawl.collection.reading.tables import Table
from nawl.collection.reading.words import DITTO, TOTAL_STARTS, TOTALS, word_key


def numbered_rows(table: Table) -> Iterator[tuple[int, Row]]:
    """Yield the rows that show anything, each with the number that the sheet shows beside it."""
    headings = tuple(word_key(heading) for heading in table.headings)
    for number, row in enumerate(table.rows, table.first_row):
        if all(is_blank(cell) for cell in row) or _repeats_headings(row, headings):
            continue
        yield number, row


def _repeats_headings(row: Row, headings: Sequence[str]) -> bool:
    """Say whether a row is the headings once more, as on every printed page."""
    known = 0
    for index, cell in enumerate(row):
        if isinstance(cell, str):
            key = word_key(cell)
            if not key:
                continue
            if index < len(headings) and key in headings[index]:
                known += 1
                continue
        return False
    return known >= 3


def is_totals_row(row: Row, columns: Sequence[int]) -> bool:
    """Say whether a row adds others up: the first text among these columns is a word for a sum."""
    first = next((row[index] for index in columns if index < len(row) and not is_blank(row[index])), "")
    if not isinstance(first, str):
        return False
    key = word_key(first)
    return key in TOTALS or key.startswith(TOTAL_STARTS)


def repeats_above(cell: Cell) -> bool:
    """Say whether a cell holds a sign that repeats the one above."""
    return isinstance(cell, str) and cell.strip().strip(".") in DITTO


def cell_at(row: Row, index: int | None) -> Cell:
    """Return a cell of a row, blank beyond its end or for a field without a column."""
    return row[index] if index is not None and 0 <= index < len(row) else ""
