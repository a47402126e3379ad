"""Reading the lines of a register of services: one per day, service, sex and age band, whatever shape the sheet has."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from nawl.collection.findings import Findings
from nawl.collection.reading.body import cell_at, is_totals_row, numbered_rows
from nawl.collection.reading.cells import Problem, is_blank, read_count
from nawl.collection.reading.keys import KeyReader
from nawl.collection.reading.sheets import Row
from nawl.collection.reading.sums import SumCheck
from nawl.collection.reading.tables import CountColumn, Table
from nawl.collection.reading.telling import WHOLE_ROW, Teller

REQUIRED = ("date", "service", "sex", "age_band", "contacts")
NO_COLUMN = CountColumn(-1, "", "", "")


class TallyLine(NamedTuple):
    """One line as written: names as texts, what could not be read as None or empty; the columns are of the counts."""

    row: int
    facility: str
    day: date | None
    activity: str
    service: str
    sex: str
    band: str
    contacts: int | None
    first_visits: int | None
    column: int
    first_column: int


class _Pair(NamedTuple):
    """The two columns of one sex and age band."""

    contacts: CountColumn
    first_visits: CountColumn

    @property
    def either(self) -> CountColumn:
        """The column that is there."""
        return self.contacts if self.contacts.index >= 0 else self.first_visits


Counted = list[tuple[_Pair, int | None, int | None]]


class TallyReader:
    """Walks over a table of services and tells what is wrong with it on the way."""

    def __init__(self, table: Table, faults: Findings, remarks: Findings) -> None:
        self.table = table
        self.teller = Teller(table, faults, remarks)
        self.keys = KeyReader(self.teller)
        self.sums = SumCheck(self.teller)
        self.pairs = _pairs(table.counts)
        counted = {column.index for column in (*table.counts, *table.totals)}
        self.texts = [index for index in range(len(table.headings)) if index not in counted]

    @property
    def missing(self) -> list[str]:
        """The fields without which no line can be read."""
        counts = self.table.counts
        has = set(self.table.fields)
        if "service_code" in has:
            has.add("service")
        if self.counts_contacts:
            has.add("contacts")
        if counts and all(column.sex for column in counts):
            has.add("sex")
        if counts and all(column.band for column in counts):
            has.add("age_band")
        return [name for name in REQUIRED if name not in has]

    @property
    def counts_contacts(self) -> bool:
        """Whether the register has a column of services delivered."""
        return any(column.measure == "contacts" for column in self.table.counts)

    @property
    def counts_first_visits(self) -> bool:
        """Whether the register has a column of first visits."""
        return any(column.measure == "first_visits" for column in self.table.counts)

    def lines(self) -> Iterator[TallyLine]:
        """Yield every line that counts something, and tell faults and remarks on the way."""
        for number, row in numbered_rows(self.table):
            if is_totals_row(row, self.texts):
                self.sums.check_line(number, row)
                continue
            found = self._counts(number, row)
            if not found:
                self.keys.remember(row)
                self.teller.remark("row_without_counts", number, WHOLE_ROW)
            elif self._is_bare_total(row, found):
                self.sums.check_line(number, row)
            else:
                yield from self._lines_of(number, row, found)

    def _lines_of(self, number: int, row: Row, found: Counted) -> Iterator[TallyLine]:
        keys = self.keys.read(number, row)
        facility, day, activity, service, sex, band = keys
        for pair, contacts, first_visits in found:
            column = pair.contacts.index
            if contacts:
                self.sums.add(column, contacts)
            if first_visits:
                self.sums.add(pair.first_visits.index, first_visits)
            if contacts is None and first_visits is not None and column not in self.sums.broken:
                self.teller.fault("first_visits_alone", number, pair.first_visits.index)
            own = pair.either
            yield TallyLine(
                number,
                facility,
                day,
                activity,
                service,
                own.sex or sex,
                own.band or band,
                contacts,
                first_visits,
                column,
                pair.first_visits.index,
            )
        if self.table.totals:
            self.sums.check_columns(number, row, _single(found))

    def _counts(self, number: int, row: Row) -> Counted:
        found: Counted = []
        for pair in self.pairs:
            contacts = self._count(number, row, pair.contacts.index)
            first_visits = self._count(number, row, pair.first_visits.index)
            if contacts is None and first_visits is None:
                continue
            is_read = not isinstance(contacts, Problem), not isinstance(first_visits, Problem)
            found.append((pair, contacts if is_read[0] else None, first_visits if is_read[1] else None))  # type: ignore[arg-type]  # problems are gone
        return found

    def _count(self, number: int, row: Row, column: int) -> int | Problem | None:
        if not 0 <= column < len(row):
            return None
        cell = row[column]
        if type(cell) is float and cell.is_integer():
            return int(cell)
        read = read_count(cell)
        if isinstance(read, Problem):
            self.sums.broken.add(column)
            self.teller.problem(read, number, column)
        return read

    def _is_bare_total(self, row: Row, found: Counted) -> bool:
        is_nameless = all(is_blank(cell_at(row, index)) for index in self.texts)
        return is_nameless and self.sums.is_bare_total(_single(found))


def _single(found: Counted) -> Iterator[tuple[CountColumn, int]]:
    for pair, contacts, first_visits in found:
        if contacts is not None:
            yield pair.contacts, contacts
        if first_visits is not None:
            yield pair.first_visits, first_visits


def _pairs(columns: tuple[CountColumn, ...]) -> list[_Pair]:
    """Put the columns of contacts and of first visits of one sex and age band side by side."""
    found: dict[tuple[str, str], dict[str, CountColumn]] = {}
    for column in columns:
        found.setdefault((column.sex, column.band), {}).setdefault(column.measure, column)
    return [_Pair(both.get("contacts", NO_COLUMN), both.get("first_visits", NO_COLUMN)) for both in found.values()]
