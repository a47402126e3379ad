"""A register's rows against what already stands: which are new, which change something, which change nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING
from uuid import UUID

from nawl.activities.models import Activity, Service, ServiceDay, Tally
from nawl.places.models import Facility

if TYPE_CHECKING:
    from nawl.accounts.models import User

CHUNK = 2_000
REASON = "a register is compared within the facilities that its reader may write to"
DayKey = tuple[UUID, date]
CellKey = tuple[int, UUID, int, str, str]


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One validated row of a register: how much was counted in one cell of one day."""

    facility: Facility
    activity: Activity
    on: date
    service: Service
    sex: str
    age_band: str
    contacts: int
    first_visits: int = 0

    @property
    def day_key(self) -> DayKey:
        """The day that the row belongs to."""
        return (self.facility.pk, self.on)


@dataclass(frozen=True)
class RegisterCounts:
    """How many rows of a register are new, change what stands, or change nothing."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0

    @property
    def written(self) -> int:
        """How many rows are written."""
        return self.new + self.changed


@dataclass(frozen=True, slots=True)
class StoredTally:
    """What already stands in a cell."""

    contacts: int
    first_visits: int


def preview_register(rows: Iterable[RegisterRow], *, user: User) -> RegisterCounts:
    """Count what recording a register would do, writing nothing; rows outside the user's scope count as new."""
    new = changed = unchanged = 0
    for chunk in chunks(rows):
        days = _days_seen_by(user, chunk)
        stored = stored_tallies(days.values())
        for row in chunk:
            day = days.get(row.day_key)
            found = stored.get(cell_of(row, day)) if day is not None else None
            if found is None:
                new += 1
            elif (found.contacts, found.first_visits) == (row.contacts, row.first_visits):
                unchanged += 1
            else:
                changed += 1
    return RegisterCounts(new, changed, unchanged)


def chunks(rows: Iterable[RegisterRow], size: int = CHUNK) -> Iterator[list[RegisterRow]]:
    """Give the rows in lists that fit in memory."""
    source = iter(rows)
    while chunk := list(islice(source, size)):
        yield chunk


def cell_of(row: RegisterRow, day: int) -> CellKey:
    """Return the cell of a row on its stored day."""
    return (day, row.activity.pk, row.service.pk, row.sex, row.age_band)


def _days_seen_by(user: User, chunk: Sequence[RegisterRow]) -> dict[DayKey, int]:
    keys = {row.day_key for row in chunk}
    days = ServiceDay.objects.visible_to(user).filter(
        facility__in={facility for facility, _on in keys}, occurred_on__in={on for _facility, on in keys}
    )
    return {(facility, on): pk for facility, on, pk in days.values_list("facility", "occurred_on", "pk")}


def stored_tallies(days: Iterable[int]) -> dict[CellKey, StoredTally]:
    """Return what stands in every cell of the days; one query."""
    columns = ("day_id", "activity_id", "service_id", "sex", "age_band", "contacts", "first_visits")
    tallies = Tally.objects.unscoped(REASON).filter(day__in=list(days)).values_list(*columns)
    return {
        (day, activity, service, sex, band): StoredTally(*rest) for day, activity, service, sex, band, *rest in tallies
    }
