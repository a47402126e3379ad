"""What a row speaks of: facility, day, activity, service, sex, age; what is left out is taken from the row above."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from nawl.collection.reading.body import cell_at, repeats_above
from nawl.collection.reading.cells import (
    SPOILED,
    Problem,
    is_blank,
    problem,
    read_band,
    read_day,
    read_sex,
    shown,
    text_of,
)
from nawl.collection.reading.sheets import Cell, Row, Spoiled
from nawl.collection.reading.telling import Teller
from nawl.collection.reading.words import LONGEST_NAME

MOST_KEPT = 2_000
"""How many choices are remembered; honest registers have a dozen."""

CARRIED = ("facility", "date", "activity", "service")


class Keys(NamedTuple):
    """What one row speaks of, names as written; None or empty where it could not be read."""

    facility: str
    day: date | None
    activity: str
    service: str
    sex: str
    band: str


class KeyReader:
    """Reads the columns of names row by row and remembers what stood above."""

    def __init__(self, teller: Teller) -> None:
        self.teller = teller
        self.fields = teller.table.fields
        self.above: dict[str, Cell] = {}
        self.days: dict[Cell, date] = {}
        self.choices: dict[tuple[str, Cell], str | Problem] = {}
        self.first_ambiguous: tuple[str, date] | None = None

    def read(self, number: int, row: Row) -> Keys:
        """Return what a row speaks of, and tell what is wrong with it.

        An empty day, facility or activity is the one above; an empty service only below the same day, an empty sex
        only below the same service: a clerk leaves out what has not changed, and forgets what has.
        """
        facility = self._name("facility", number, row, from_above=True)
        is_same_day = self._is_left_out("date", row)
        day = self._day(number, row)
        activity = self._name("activity", number, row, from_above=True)
        is_same_service = is_same_day and self._is_left_out("service", row)
        service = self._name("service", number, row, from_above=is_same_day)
        if not service:
            self.teller.fault("service_missing", number, self.column("service"))
        sex = self._choice("sex", number, row, from_above=is_same_service)
        return Keys(facility, day, activity, service, sex, self._choice("age_band", number, row, from_above=False))

    def remember(self, row: Row) -> None:
        """Keep what a row without counts names, for the rows below it."""
        for name in CARRIED:
            raw = self._raw(name, row)
            is_new = not is_blank(raw) and not repeats_above(raw)
            if is_new and not (name == "date" and isinstance(self._read_day(raw), Problem)):
                self.above[name] = raw

    def column(self, name: str) -> int:
        """Return the column that names something, by name or by code."""
        return self.fields.get(name, self.fields.get(f"{name}_code", -1))

    def _raw(self, name: str, row: Row) -> Cell:
        code = cell_at(row, self.fields.get(f"{name}_code"))
        return cell_at(row, self.fields.get(name)) if is_blank(code) else code

    def _is_left_out(self, name: str, row: Row) -> bool:
        raw = self._raw(name, row)
        return name in self.above and (is_blank(raw) or repeats_above(raw))

    def _cell(self, name: str, number: int, row: Row, *, from_above: bool) -> Cell:
        raw = self._raw(name, row)
        is_ditto = repeats_above(raw)
        if is_ditto or is_blank(raw):
            if name not in self.above or not (is_ditto or from_above):
                return ""
            if not is_ditto:
                self.teller.remark("filled_from_above", number, self.column(name))
            return self.above[name]
        self.above[name] = raw
        return raw

    def _name(self, name: str, number: int, row: Row, *, from_above: bool) -> str:
        if self.column(name) < 0:
            return ""
        cell = self._cell(name, number, row, from_above=from_above)
        if isinstance(cell, Spoiled):
            self.teller.problem(SPOILED[cell], number, self.column(name))
        text = text_of(cell)
        return text if len(text) <= LONGEST_NAME else shown(cell)

    def _day(self, number: int, row: Row) -> date | None:
        cell = self._cell("date", number, row, from_above=True)
        known = self.days.get(cell)
        if known is not None:
            return known
        column = self.column("date")
        if is_blank(cell):
            self.teller.fault("date_missing", number, column)
            return None
        read = self._read_day(cell)
        if isinstance(read, Problem):
            self.teller.problem(read, number, column)
            return None
        day, is_ambiguous = read
        if is_ambiguous:
            self.first_ambiguous = self.first_ambiguous or (text_of(cell), day)
            text, example = self.first_ambiguous
            self.teller.remark("dates_day_first", number, column, text=text, day=example)
        else:
            self.days[cell] = day
        return day

    def _read_day(self, cell: Cell) -> tuple[date, bool] | Problem:
        read = read_day(cell, uses_1904=self.teller.table.uses_1904)
        if isinstance(read, Problem):
            return read
        assert read.day is not None
        return read.day, read.is_ambiguous

    def _choice(self, name: str, number: int, row: Row, *, from_above: bool) -> str:
        if name not in self.fields:
            return ""
        cell = self._cell(name, number, row, from_above=from_above)
        key = (name, cell)
        found = self.choices.get(key)
        if found is None:
            found = _read_choice(name, cell)
            if len(self.choices) < MOST_KEPT:
                self.choices[key] = found
        if isinstance(found, Problem):
            self.teller.problem(found, number, self.column(name))
            return ""
        return found


def _read_choice(name: str, cell: Cell) -> str | Problem:
    if is_blank(cell):
        return problem(f"{name}_missing")
    return read_sex(cell) if name == "sex" else read_band(cell)
