"""A facility's day as one sheet: its activities, their services, and every cell, possible or not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q, Sum

from nawl.activities import rules
from nawl.activities.choices import ServiceArea
from nawl.activities.models import Activity, Service, ServiceDay, Tally
from nawl.activities.queries.catalogue import life_of, reach_of, services_of_types
from nawl.kit.clock import today
from nawl.kit.errors import NotPossible
from nawl.places.models import Facility

if TYPE_CHECKING:
    from nawl.accounts.models import User

WEEKS_OF_AVERAGE = 8
Stored = Mapping[tuple[UUID, int], list[rules.Count]]


@dataclass(frozen=True)
class SheetCell:
    """One cell: a service, a sex, an age band; `contacts` is None where nothing was written."""

    key: str
    sex: str
    age_band: str
    is_possible: bool
    contacts: int | None = None
    first_visits: int | None = None


@dataclass(frozen=True)
class SheetRow:
    """One service of one activity: its cells, its sums, and what was counted without sex or age."""

    key: str
    service: str
    name: str
    cells: tuple[SheetCell, ...]
    totals: rules.Totals
    unplaced: rules.Sum


@dataclass(frozen=True)
class SheetGroup:
    """One activity of the day and the services counted in it."""

    code: str
    title: str
    area: str
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True)
class DaySheet:
    """A facility's day; `fault` says why nothing can be counted on it."""

    facility: Facility
    on: date
    day: ServiceDay | None
    groups: tuple[SheetGroup, ...]
    totals: rules.Totals
    unplaced: rules.Sum
    usual: int | None
    fault: NotPossible | None

    @property
    def is_closed(self) -> bool:
        """Whether the day was closed."""
        return self.day is not None and self.day.closed_at is not None

    @property
    def closed_at(self) -> datetime | None:
        """When the day was closed."""
        return self.day.closed_at if self.day else None

    @property
    def can_be_counted(self) -> bool:
        """Whether the day is open for counting, whoever asks."""
        return self.fault is None and not self.is_closed

    @property
    def rows(self) -> tuple[SheetRow, ...]:
        """All rows of all activities."""
        return tuple(row for group in self.groups for row in group.rows)


def day_sheet(facility: Facility, on: date, user: User) -> DaySheet:
    """Return a facility's day as the user may see it; five queries whatever its size, and the user's postings."""
    days = ServiceDay.objects.visible_to(user).select_related("closed_by")
    day = days.filter(facility=facility, occurred_on=on).first()
    stored = _stored(day, user)
    activities = _activities(facility, on, stored, user)
    services = services_of_types({activity.type_id for activity in activities})
    extra = _services_beside(activities, services, stored)
    groups = tuple(_group(activity, services[activity.type_id], extra, stored) for activity in activities)
    counts = [count for cells in stored.values() for count in cells]
    return DaySheet(
        facility=facility,
        on=on,
        day=day,
        groups=groups,
        totals=rules.add_up(counts),
        unplaced=_unplaced(counts),
        usual=_usual(facility, on, user),
        fault=next(rules.faults_of_day(on, today=today(), life=life_of(facility)), None),
    )


def cell_key(activity: str, service: str, sex: str, age_band: str) -> str:
    """Return the name of a cell on forms and in requests."""
    return f"{activity}.{service}.{sex}.{age_band}"


def _stored(day: ServiceDay | None, user: User) -> Stored:
    if day is None:
        return {}
    stored: dict[tuple[UUID, int], list[rules.Count]] = {}
    columns = ("activity_id", "service_id", "sex", "age_band", "contacts", "first_visits")
    for activity, service, *count in Tally.objects.visible_to(user).filter(day=day).values_list(*columns):
        stored.setdefault((activity, service), []).append(rules.Count(*count))
    return stored


def _activities(facility: Facility, on: date, stored: Stored, user: User) -> list[Activity]:
    running = Q(starts_on__lte=on) & (Q(ends_on__isnull=True) | Q(ends_on__gte=on))
    counted = Q(pk__in={activity for activity, _service in stored})
    found = Activity.objects.visible_to(user).filter(running | counted, facility=facility).select_related("type")
    return list(found.order_by("type__position", "starts_on", "code"))


def _services_beside(
    activities: Iterable[Activity], services: Mapping[int, list[Service]], stored: Stored
) -> Mapping[int, Service]:
    """Return services that were counted although the activity's type does not hold them any more."""
    usual = {(activity.pk, service.pk) for activity in activities for service in services[activity.type_id]}
    beside = {service for activity, service in stored if (activity, service) not in usual}
    return Service.objects.in_bulk(beside) if beside else {}


def _group(activity: Activity, services: list[Service], extra: Mapping[int, Service], stored: Stored) -> SheetGroup:
    own = {service.pk for service in services}
    beside = [extra[service] for found, service in stored if found == activity.pk and service not in own]
    rows = tuple(_row(activity, service, stored.get((activity.pk, service.pk), [])) for service in services + beside)
    return SheetGroup(activity.code, activity.title, str(ServiceArea(activity.type.area).label), rows)


def _row(activity: Activity, service: Service, counts: list[rules.Count]) -> SheetRow:
    reach = reach_of(service)
    by_cell = {(count.sex, count.age_band): count for count in counts}
    cells = tuple(
        _cell(cell_key(activity.code, service.code, sex, band), by_cell.get((sex, band)), reach, sex, band)
        for sex in rules.SHOWN_SEXES
        for band in rules.SHOWN_BANDS
    )
    key = f"{activity.code}.{service.code}"
    return SheetRow(key, service.code, service.name, cells, rules.add_up(counts), _unplaced(counts))


def _cell(key: str, count: rules.Count | None, reach: rules.Reach, sex: str, band: str) -> SheetCell:
    if count is None:
        return SheetCell(key, sex, band, rules.is_cell_possible(reach, sex, band))
    return SheetCell(key, sex, band, True, count.contacts, count.first_visits)


def _unplaced(counts: Iterable[rules.Count]) -> rules.Sum:
    """Add up what was counted without sex or age, as some paper registers do."""
    shown = {(sex, band) for sex in rules.SHOWN_SEXES for band in rules.SHOWN_BANDS}
    return rules.add_up(count for count in counts if (count.sex, count.age_band) not in shown).all


def _usual(facility: Facility, on: date, user: User) -> int | None:
    """Return the average of the same day of the week over the last weeks that have a record."""
    before = [on - timedelta(weeks=week) for week in range(1, WEEKS_OF_AVERAGE + 1)]
    days = ServiceDay.objects.visible_to(user).filter(facility=facility, occurred_on__in=before)
    sums = [whole for whole in days.annotate(whole=Sum("tallies__contacts")).values_list("whole", flat=True) if whole]
    return round(sum(sums) / len(sums)) if sums else None
