"""Examining a register: read, checked against the programme, compared with what stands; nothing is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import transaction

from nawl.activities.queries import RegisterRow
from nawl.collection.checking.applied import Applied
from nawl.collection.checking.comparing import Comparison, compare
from nawl.collection.checking.records import apply_records
from nawl.collection.checking.resolving import Resolver
from nawl.collection.checking.tallies import Progress, TallyChecker
from nawl.collection.findings import Findings, to_json
from nawl.collection.reading import (
    Book,
    Limits,
    NoHeadings,
    RecordReader,
    Table,
    TallyReader,
    Teller,
    find_table,
    open_book,
)
from nawl.collection.reading.words import OWN_SHEETS, word_key
from nawl.kit.errors import NotPossible
from nawl.places.models import Facility

if TYPE_CHECKING:
    from nawl.accounts.models import User


@dataclass
class Examination:
    """What was found in a register: faults, remarks, the rows to record, what they would change.

    `facilities` are those it speaks of that stand already, `paths` the places of all, also of those that it would open.
    """

    kind: str = ""
    faults: Findings = field(default_factory=Findings)
    remarks: Findings = field(default_factory=Findings)
    line_count: int = 0
    rows: list[RegisterRow] = field(default_factory=list)
    facilities: list[Facility] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    preview: dict[str, Any] = field(default_factory=dict)

    @property
    def is_sound(self) -> bool:
        """Whether it can be recorded."""
        return not self.faults

    @property
    def changes_nothing(self) -> bool:
        """Whether all of it stands already."""
        return self.is_sound and not self.new and not self.changed


def examine(
    content: bytes,
    file_name: str,
    *,
    by: User,
    facility: Facility | None,
    limits: Limits,
    progress: Progress | None = None,
) -> Examination:
    """Read and check a register as its sender may; raises `NotPossible` with a `register_…` code when it is unreadable.

    Facilities and activities are tried out by the very actions that record them, and undone.
    """
    with open_book(content, file_name, limits) as book:
        return _examine(book, _Asked(by, facility, limits, progress), is_kept=False)


def apply(content: bytes, file_name: str, *, by: User, facility: Facility | None, limits: Limits) -> Examination:
    """Record a register of facilities or activities within the caller's transaction; the same as `examine`, kept."""
    with open_book(content, file_name, limits) as book:
        return _examine(book, _Asked(by, facility, limits, None), is_kept=True)


@dataclass(frozen=True)
class _Asked:
    """Who asks, for which facility, within which limits."""

    by: User
    facility: Facility | None
    limits: Limits
    progress: Progress | None


def _examine(book: Book, asked: _Asked, *, is_kept: bool) -> Examination:
    found = Examination()
    tables = _tables(book, found)
    first = next(tables, None)
    if first is None:
        raise NotPossible("register_headings_unknown")
    found.preview["sheets"] = len(book.sheets)
    for name in book.hidden:
        found.remarks.add("sheet_hidden", name=name)
    found.kind = first.kind
    if first.kind == "tallies":
        checker = TallyChecker(Resolver(asked.by, asked.facility), asked.limits)
        _check_tallies(_chained(first, tables), checker, found, asked.progress, book.row_count)
        _compare(found, checker, asked.by)
    else:
        with transaction.atomic():
            _apply_records(_chained(first, tables), found, asked, is_kept=is_kept)
            if not is_kept:
                transaction.set_rollback(True)
    found.preview["remarks"] = to_json(found.remarks.all())
    return found


def _tables(book: Book, found: Examination) -> Iterator[Table]:
    """Yield the tables of a file, one sheet after the other; all must be of the first one's kind."""
    kind = ""
    for sheet in book.sheets:
        if word_key(sheet.name) in OWN_SHEETS:
            continue
        try:
            table = find_table(sheet)
        except NoHeadings:
            found.remarks.add("sheet_without_headings", sheet.name)
            continue
        if table is None:
            continue
        kind = kind or table.kind
        if table.kind != kind:
            found.faults.add("sheet_of_other_kind", sheet.name)
            continue
        yield table


def _check_tallies(
    tables: Iterable[Table], checker: TallyChecker, found: Examination, progress: Progress | None, row_count: int
) -> None:
    counts_first_visits = False
    for table in tables:
        reader = TallyReader(table, found.faults, found.remarks)
        if _has_headings(table, reader.missing, reader.teller):
            counts_first_visits |= reader.counts_first_visits
            checker.check(reader, progress, row_count)
    if not counts_first_visits and found.is_sound:
        found.remarks.add("first_visits_not_counted")
    found.preview["counts_first_visits"] = counts_first_visits
    found.line_count = checker.line_count


def _chained(first: Table, others: Iterable[Table]) -> Iterator[Table]:
    yield first
    yield from others


def _has_headings(table: Table, missing: Iterable[str], teller: Teller) -> bool:
    """Say whether a table has the headings it needs; tell what is missing, doubled or not understood."""
    faults = list(missing)
    for name in faults:
        teller.fault(f"heading_missing_{name}", 0, -1)
    for column in table.doubled:
        teller.fault("heading_twice", 0, column)
    for column in table.unread:
        teller.remark("heading_not_read", 0, column)
    return not faults


def _compare(found: Examination, checker: TallyChecker, by: User) -> None:
    places = {row.facility.pk: row.facility for row in checker.rows}
    found.facilities = list(places.values())
    found.paths = [facility.place_path for facility in found.facilities]
    if found.is_sound and not checker.rows:
        found.faults.add("register_without_lines")
    if not found.is_sound:
        return
    compared = compare(checker.rows, by, keeps_first_visits=not found.preview["counts_first_visits"])
    for index, day in compared.closed:
        place = checker.place(index)
        found.faults.add("day_closed", checker.sheets[place.sheet], place.row, day=day)
    found.rows = compared.rows
    found.new, found.changed, found.unchanged = compared.new, compared.changed, compared.unchanged
    found.preview |= _preview(compared)


def _preview(compared: Comparison) -> dict[str, Any]:
    return {
        "months": [
            {
                "facility": str(facility),
                "month": month.isoformat(),
                "new": change.new,
                "changed": change.changed,
                "unchanged": change.unchanged,
                "before": change.before,
                "after": change.after,
            }
            for (facility, month), change in sorted(compared.months.items(), key=lambda item: item[0])
        ],
        "examples": compared.examples,
    }


def _apply_records(tables: Iterable[Table], found: Examination, asked: _Asked, *, is_kept: bool) -> None:
    entries: list[Applied] = []
    for table in tables:
        reader = RecordReader(table, found.faults, found.remarks)
        if _has_headings(table, reader.missing, reader.teller):
            entries.extend(apply_records(reader, by=asked.by, chosen=asked.facility))
    found.line_count = len(entries)
    if found.is_sound and not entries:
        found.faults.add("register_without_lines")
    standing = [entry.facility for entry in entries if is_kept or not entry.opens]
    found.facilities = list({facility.pk: facility for facility in standing}.values())
    found.paths = [entry.facility.place_path for entry in entries]
    found.new = sum(entry.outcome == "new" for entry in entries)
    found.changed = sum(entry.outcome == "changed" for entry in entries)
    found.unchanged = sum(entry.outcome == "unchanged" for entry in entries)
    found.preview["records"] = [entry.shown() for entry in entries if entry.outcome != "unchanged"][:200]
