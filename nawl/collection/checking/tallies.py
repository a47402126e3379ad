"""Checking the lines of a register of services against the programme, by the same rules as the daily sheet."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from datetime import date
from typing import NamedTuple
from uuid import UUID

from nawl.activities import rules
from nawl.activities.choices import AgeBand, Sex
from nawl.activities.models import Activity, Service
from nawl.activities.queries import RegisterRow, reach_of
from nawl.collection.checking.resolving import Meant, Resolver, Said
from nawl.collection.findings import Choice
from nawl.collection.reading import Limits, TallyLine, TallyReader
from nawl.kit.errors import NotPossible
from nawl.places.models import Facility

_CELLS = {(sex, band): place for place, (sex, band) in enumerate((s, b) for s in Sex.values for b in AgeBand.values)}
_ROWS_OF_A_SHEET = 1 << 24
MOST_KEPT = 20_000
"""How many answers are remembered at once, so that a register of nonsense does not fill the memory."""
Progress = Callable[[int, int], object]
"""Told how many rows are done, and of how many about."""


class Place(NamedTuple):
    """Where a line stands: its sheet's place in the file, and its row."""

    sheet: int
    row: int


class TallyChecker:
    """Turns lines into rows that can be recorded, and tells what stands against them."""

    def __init__(self, resolver: Resolver, limits: Limits) -> None:
        self.resolver = resolver
        self.limits = limits
        self.rows: list[RegisterRow] = []
        self.sheets: list[str] = []
        self.line_count = 0
        self.row_count = 0
        self.places = array("Q")
        self._meant: dict[tuple[str, str, str, date | None], Meant] = {}
        self._serials: dict[tuple[UUID, int, date], int] = {}
        self._seen: dict[int, int] = {}
        self._possible: dict[tuple[int, str, str], bool] = {}
        self._of_sheet: Facility | None = None

    def check(self, reader: TallyReader, progress: Progress | None, row_count: int) -> None:
        """Check all lines of one sheet; `row_count` is that of the whole file, for the progress."""
        rows_before = self.row_count
        self.sheets.append(reader.table.sheet)
        self._meant.clear()
        self._of_sheet = self._facility_of_sheet(reader)
        for line in reader.lines():
            self.line_count += 1
            if self.line_count > self.limits.lines:
                raise NotPossible("register_many_lines", limit=self.limits.lines)
            self._check_line(line, reader)
            if progress and not self.line_count % 500:
                progress(min(self.row_count, row_count), row_count)
            self.row_count = rows_before + line.row

    def place(self, index: int) -> Place:
        """Return where a row of `rows` stands in the file."""
        return Place(*divmod(self.places[index], _ROWS_OF_A_SHEET))

    def _facility_of_sheet(self, reader: TallyReader) -> Facility | None:
        """Return the facility that the title names; a title that names another than the chosen one is a fault."""
        chosen = self.resolver.chosen
        for title in (*reader.table.title, reader.table.sheet):
            found = self.resolver.facility_of_title(title)
            if found and chosen and found != chosen:
                reader.teller.fault(
                    "sheet_of_other_facility", 0, -1, title=title, chosen=f"{chosen.name_ar} ({chosen.code})"
                )
            if found:
                return found
        return None

    def _check_line(self, line: TallyLine, reader: TallyReader) -> None:
        key = (line.facility, line.activity, line.service, line.day)
        meant = self._meant.get(key)
        if meant is None:
            if len(self._meant) > MOST_KEPT:
                self._meant.clear()
            meant = self._meant[key] = self.resolver.resolve(*key, self._of_sheet)
        for fault in meant.faults:
            _tell(reader, line, fault)
        is_sound = self._check_numbers(line, reader) & self._check_cell(line, meant.service, reader)
        if not is_sound or meant.faults or line.day is None or line.contacts is None:
            return
        assert meant.facility
        assert meant.activity
        assert meant.service
        if self._is_first(line, meant.activity, meant.service, reader):
            self.rows.append(
                RegisterRow(
                    meant.facility,
                    meant.activity,
                    line.day,
                    meant.service,
                    line.sex,
                    line.band,
                    line.contacts,
                    line.first_visits or 0,
                )
            )
            self.places.append((len(self.sheets) - 1) * _ROWS_OF_A_SHEET + line.row)

    def _check_numbers(self, line: TallyLine, reader: TallyReader) -> bool:
        contacts, first_visits = line.contacts, line.first_visits or 0
        if contacts is None:
            return False
        if 0 <= first_visits <= contacts <= rules.MOST_IN_A_CELL:
            return True
        for fault in rules.faults_of_count(contacts, first_visits):
            if contacts < 0 and fault.code == "first_visits_above_contacts":
                continue
            is_of_first = first_visits < 0 or fault.code == "first_visits_above_contacts"
            column = line.first_column if is_of_first else line.column
            reader.teller.fault(fault.code, line.row, column, **fault.facts)
        return False

    def _check_cell(self, line: TallyLine, service: Service | None, reader: TallyReader) -> bool:
        if not line.sex or not line.band or service is None:
            return False
        key = (service.pk, line.sex, line.band)
        if key not in self._possible:
            self._possible[key] = rules.is_cell_possible(reach_of(service), line.sex, line.band)
        if not self._possible[key]:
            facts = {"sex": Choice("sex", line.sex), "age": Choice("age_band", line.band)}
            reader.teller.fault("cell_not_possible", line.row, line.column, service=service.name_ar, **facts)
        return self._possible[key]

    def _is_first(self, line: TallyLine, activity: Activity, service: Service, reader: TallyReader) -> bool:
        """Say whether no line before counts the same cell; tell both rows otherwise."""
        assert line.day is not None
        serial = self._serials.setdefault((activity.pk, service.pk, line.day), len(self._serials))
        cell = serial * len(_CELLS) + _CELLS[line.sex, line.band]
        first = self._seen.get(cell)
        if first is None:
            self._seen[cell] = (len(self.sheets) - 1) * _ROWS_OF_A_SHEET + line.row
            return True
        sheet, row = divmod(first, _ROWS_OF_A_SHEET)
        if self.sheets[sheet] == reader.table.sheet:
            reader.teller.fault("row_repeats", line.row, line.column, first=row)
        else:
            reader.teller.fault("row_repeats_sheet", line.row, line.column, first=row, other=self.sheets[sheet])
        return False


def _tell(reader: TallyReader, line: TallyLine, fault: Said) -> None:
    reader.teller.fault(fault.code, line.row, reader.keys.column(fault.field), **dict(fault.facts))
