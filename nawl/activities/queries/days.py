"""Days of a facility: what was counted on each, and on which days nothing was recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Literal

from django.db.models import Count, Sum
from django.db.models.functions import Coalesce

from nawl.activities import rules
from nawl.activities.models import ServiceDay
from nawl.activities.queries.catalogue import life_of
from nawl.kit.clock import today
from nawl.kit.periods import Period
from nawl.places.models import Facility

if TYPE_CHECKING:
    from nawl.accounts.models import User

MarkState = Literal["recorded", "missing", "rest", "today", "outside"]


@dataclass(frozen=True)
class DayLine:
    """One recorded day and its sums."""

    on: date
    contacts: int
    first_visits: int
    services: int
    closed_at: datetime | None


@dataclass(frozen=True)
class DayMark:
    """One day of a month's strip; `contacts` is None where there is no record."""

    on: date
    state: MarkState
    contacts: int | None = None


def days_of(facility: Facility, period: Period, user: User) -> list[DayLine]:
    """Return the recorded days of a facility in a period, in order; one query."""
    days = ServiceDay.objects.visible_to(user).filter(
        facility=facility, occurred_on__gte=period.first, occurred_on__lte=period.last
    )
    summed = days.annotate(
        contacts=Coalesce(Sum("tallies__contacts"), 0),
        first_visits=Coalesce(Sum("tallies__first_visits"), 0),
        services=Count("tallies__service", distinct=True),
    )
    columns = ("occurred_on", "contacts", "first_visits", "services", "closed_at")
    return [DayLine(*row) for row in summed.order_by("occurred_on").values_list(*columns)]


def month_strip(facility: Facility, month: Period, user: User) -> list[DayMark]:
    """Return a mark for each day of a month up to today: recorded, missing, at rest, outside the facility's life."""
    recorded = {line.on: line for line in days_of(facility, month, user)}
    last = min(month.last, today())
    life = life_of(facility)
    marks: list[DayMark] = []
    day = month.first
    while day <= last:
        marks.append(_mark(day, recorded.get(day), life))
        day += timedelta(days=1)
    return marks


def _mark(day: date, line: DayLine | None, life: rules.Life) -> DayMark:
    contacts = line.contacts if line else None
    if day == today():
        return DayMark(day, "today", contacts)
    if line is not None and (line.services or line.closed_at):
        return DayMark(day, "recorded", contacts)
    if any(rules.faults_of_day(day, today=today(), life=life)):
        return DayMark(day, "outside")
    return DayMark(day, "rest" if rules.is_rest_day(day) else "missing", contacts)
