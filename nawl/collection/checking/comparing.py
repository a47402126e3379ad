"""Comparing a register's rows with what stands: what is new, what changes from what to what, what stays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from nawl.activities.models import ServiceDay
from nawl.activities.queries import RegisterRow
from nawl.activities.queries.registers import CHUNK, DayKey, StoredTally, cell_of, stored_tallies

if TYPE_CHECKING:
    from nawl.accounts.models import User

EXAMPLES = 40
"""How many changes are shown one by one."""


@dataclass
class MonthChange:
    """What a register does to one facility's month; `before` and `after` are contacts and first visits of its rows."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    before: list[int] = field(default_factory=lambda: [0, 0])
    after: list[int] = field(default_factory=lambda: [0, 0])


@dataclass
class Comparison:
    """What recording some rows would do."""

    rows: list[RegisterRow] = field(default_factory=list)
    months: dict[tuple[UUID, date], MonthChange] = field(default_factory=dict)
    examples: list[dict[str, Any]] = field(default_factory=list)
    closed: list[tuple[int, date]] = field(default_factory=list)

    @property
    def new(self) -> int:
        """How many rows are new."""
        return sum(month.new for month in self.months.values())

    @property
    def changed(self) -> int:
        """How many rows change what stands."""
        return sum(month.changed for month in self.months.values())

    @property
    def unchanged(self) -> int:
        """How many rows stand already as they are."""
        return sum(month.unchanged for month in self.months.values())


def compare(rows: Sequence[RegisterRow], user: User, *, keeps_first_visits: bool) -> Comparison:
    """Compare rows with what stands, two queries for every two thousand of them.

    A nought where nothing stands is left out. With `keeps_first_visits` the register does not count first visits, and
    those that stand are kept. `closed` gives the places in `rows` of those that would change a closed day.
    """
    found = Comparison()
    for place, row, before, is_closed in _with_stored(rows, user):
        if before is None and not row.contacts:
            continue
        final = _keeping(row, before) if keeps_first_visits else row
        found.rows.append(final)
        changes = before is None or (before.contacts, before.first_visits) != (final.contacts, final.first_visits)
        if is_closed and changes:
            found.closed.append((place, row.on))
        _count(found, final, before)
    return found


def _with_stored(
    rows: Sequence[RegisterRow], user: User
) -> Iterator[tuple[int, RegisterRow, StoredTally | None, bool]]:
    for start in range(0, len(rows), CHUNK):
        chunk = rows[start : start + CHUNK]
        days = _days(chunk, user)
        stored = stored_tallies(day for day, _closed in days.values())
        for place, row in enumerate(chunk, start):
            day, is_closed = days.get(row.day_key, (0, False))
            yield place, row, stored.get(cell_of(row, day)) if day else None, is_closed


def _days(chunk: Sequence[RegisterRow], user: User) -> dict[DayKey, tuple[int, bool]]:
    keys = {row.day_key for row in chunk}
    days = ServiceDay.objects.visible_to(user).filter(
        facility__in={facility for facility, _on in keys}, occurred_on__in={on for _facility, on in keys}
    )
    columns = days.values_list("facility", "occurred_on", "pk", "closed_at")
    return {(facility, on): (pk, closed is not None) for facility, on, pk, closed in columns}


def _keeping(row: RegisterRow, before: StoredTally | None) -> RegisterRow:
    if before is None or not before.first_visits:
        return row
    return replace(row, first_visits=min(before.first_visits, row.contacts))


def _count(found: Comparison, row: RegisterRow, before: StoredTally | None) -> None:
    month = found.months.setdefault((row.facility.pk, row.on.replace(day=1)), MonthChange())
    month.after[0] += row.contacts
    month.after[1] += row.first_visits
    if before is None:
        month.new += 1
        return
    month.before[0] += before.contacts
    month.before[1] += before.first_visits
    if (before.contacts, before.first_visits) == (row.contacts, row.first_visits):
        month.unchanged += 1
        return
    month.changed += 1
    if len(found.examples) < EXAMPLES:
        found.examples.append(_example(row, before))


def _example(row: RegisterRow, before: StoredTally) -> dict[str, Any]:
    return {
        "facility": row.facility.code,
        "activity": row.activity.title,
        "service": row.service.code,
        "day": row.on.isoformat(),
        "sex": row.sex,
        "age_band": row.age_band,
        "before": [before.contacts, before.first_visits],
        "after": [row.contacts, row.first_visits],
    }
