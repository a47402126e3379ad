"""Holding written totals against the sum of what stands above or beside them."""

from __future__ import annotations

from collections.abc import Iterable

from nawl.collection.reading.body import cell_at
from nawl.collection.reading.cells import read_count
from nawl.collection.reading.sheets import Cell, Row
from nawl.collection.reading.tables import CountColumn
from nawl.collection.reading.telling import WHOLE_ROW, Teller


class SumCheck:
    """Adds up the columns of counts and compares lines and columns of totals with the sums."""

    def __init__(self, teller: Teller) -> None:
        self.teller = teller
        self.counts = teller.table.counts
        self.totals = teller.table.totals
        self.broken: set[int] = set()
        self.since_totals: dict[int, int] = {}
        self.since_start: dict[int, int] = {}

    def add(self, column: int, number: int) -> None:
        """Add one row's number in a column."""
        self.since_totals[column] = self.since_totals.get(column, 0) + number
        self.since_start[column] = self.since_start.get(column, 0) + number

    def agrees(self, column: int, number: int) -> bool:
        """Say whether a written total is the sum since the last totals, or of the whole sheet."""
        return number in {self.since_totals.get(column, 0), self.since_start.get(column, 0)}

    def check_line(self, number: int, row: Row) -> None:
        """Compare a line of totals with the lines above it; a column with an unreadable count is left alone."""
        agrees = not self.broken
        for column in (*self.counts, *self.totals):
            written = number_in(cell_at(row, column.index))
            if written is None or column.index in self.broken or self.agrees(column.index, written):
                continue
            agrees = False
            expected = self.since_totals.get(column.index) or self.since_start.get(column.index, 0)
            self.teller.fault("total_differs", number, column.index, written=written, sum=expected)
        if agrees:
            self.teller.remark("totals_agree", number, WHOLE_ROW)
        self.since_totals.clear()

    def check_columns(self, number: int, row: Row, found: Iterable[tuple[CountColumn, int]]) -> None:
        """Compare the columns of totals in one row with the counts beside them."""
        if not self.totals:
            return
        counted = list(found)
        for total in self.totals:
            written = number_in(cell_at(row, total.index))
            if written is None:
                continue
            self.add(total.index, written)
            parts = [(column, count) for column, count in counted if column.measure == total.measure]
            every = sum(count for _column, count in parts)
            own = sum(count for column, count in parts if _is_part_of(column, total))
            if written not in {own, every} and not self.broken:
                self.teller.fault("row_total_differs", number, total.index, written=written, sum=own)

    def is_bare_total(self, found: Iterable[tuple[CountColumn, int]]) -> bool:
        """Say whether numbers without any name are exactly the sums of what stands above them."""
        return bool(self.since_start) and all(self.agrees(column.index, number) for column, number in found)


def _is_part_of(column: CountColumn, total: CountColumn) -> bool:
    return total.sex in {"", column.sex} and total.band in {"", column.band}


def number_in(cell: Cell) -> int | None:
    """Return the whole number in a cell; None where there is none."""
    number = read_count(cell)
    return number if isinstance(number, int) else None
