"""One row of a register carried out, and reading the cells of its fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from nawl.collection.findings import Fact
from nawl.collection.reading import Record, Teller
from nawl.collection.reading.cells import Problem, is_blank, read_count, read_day, read_decimal, shown, text_of
from nawl.kit.errors import ProgrammeError
from nawl.places.models import Facility

MOST_DEGREES = 180


@dataclass(frozen=True)
class Applied:
    """What a row did: made something new, changed it, or found it as it is.

    `changes` are before and after; `opens` says that the facility itself is new.
    """

    row: int
    outcome: str
    name: str
    code: str
    facility: Facility
    changes: Mapping[str, list[str]] = field(default_factory=dict)
    opens: bool = False

    def shown(self) -> dict[str, Any]:
        """Return it as it is kept beside the register."""
        return {
            "row": self.row,
            "outcome": self.outcome,
            "name": self.name,
            "code": self.code,
            "changes": dict(self.changes),
        }


class Refused(Exception):  # noqa: N818 - says what happened
    """A row cannot be carried out; what is wrong with it has been told."""


class Cells:
    """The cells of one row, read as what its fields hold; what cannot be read is told and makes the row unfit."""

    def __init__(self, record: Record, teller: Teller) -> None:
        self.record = record
        self.teller = teller
        self.fields = teller.table.fields
        self.is_fit = True

    def has(self, name: str) -> bool:
        """Say whether a field is filled in."""
        return name in self.record.cells and not is_blank(self.record.cells[name])

    def text(self, name: str) -> str:
        """Return a field's text, empty where there is none."""
        return text_of(self.record.cells.get(name, ""))

    def needed(self, name: str) -> str:
        """Return a field's text; tell when it is missing."""
        text = self.text(name)
        if not text:
            self.fault(f"{name}_missing_here", name)
        return text

    def day(self, name: str) -> date | None:
        """Return a field's day."""
        if not self.has(name):
            return None
        read = read_day(self.record.cells[name], uses_1904=self.teller.table.uses_1904)
        if isinstance(read, Problem):
            self.fault(read.code, name, **dict(read.facts))
            return None
        return read.day

    def count(self, name: str) -> int | None:
        """Return a field's whole number."""
        if not self.has(name):
            return None
        read = read_count(self.record.cells[name])
        if isinstance(read, Problem):
            self.fault(read.code, name, **dict(read.facts))
            return None
        if read is not None and read < 0:
            self.fault("count_below_zero", name)
            return None
        return read

    def degrees(self, name: str) -> Decimal | None:
        """Return a coordinate, rounded to what is kept."""
        if not self.has(name):
            return None
        read = read_decimal(self.record.cells[name])
        if read is None or abs(read) > MOST_DEGREES:
            self.fault("coordinate_unreadable", name, text=shown(self.record.cells[name]))
            return None
        return round(read, 5)

    def fault(self, code: str, name: str, **facts: Fact) -> None:
        """Tell what is wrong with a field."""
        self.is_fit = False
        self.teller.fault(code, self.record.row, self.fields.get(name, -1), **facts)

    def refusal(self, error: ProgrammeError, columns: Mapping[str, str]) -> None:
        """Tell why an action refused the row; `columns` names the field that a code speaks of, by its beginning."""
        name = next((name for start, name in columns.items() if error.code.startswith(start)), "")
        self.fault(error.code, name, **{key: _fact(value) for key, value in error.facts.items()})

    def ensure_fit(self) -> None:
        """Stop here when something was wrong."""
        if not self.is_fit:
            raise Refused


def savepoint() -> transaction.Atomic:
    """Carry out one row so that its refusal leaves nothing of it."""
    return transaction.atomic()


def _fact(value: Any) -> Fact:
    if isinstance(value, list | tuple | set | frozenset):
        return tuple(str(part) for part in value)
    return value if isinstance(value, str | int | float | date) else str(value)


def changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return the fields whose values differ, as words."""
    return {name: [_said(before[name]), _said(after[name])] for name in after if before[name] != after[name]}


def _said(value: Any) -> str:
    return "" if value is None else str(value)
