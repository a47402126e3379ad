"""A service day as a record: found or begun, held while it is written, closed, opened again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from nawl.accounts.actions import record
from nawl.accounts.choices import Role
from nawl.accounts.models import User
from nawl.activities import rules
from nawl.activities.models import Activity, ServiceDay, Tally
from nawl.activities.queries.catalogue import life_of, run_of
from nawl.kit.clock import today
from nawl.kit.database import lock_rows
from nawl.kit.errors import NotPossible
from nawl.places.models import Facility
from nawl.places.queries import ensure_may

RECORDERS = (Role.CENTRE_CLERK, Role.PARTNER, Role.ADMINISTRATOR)
REOPENERS = (*RECORDERS, Role.GOVERNORATE_DIRECTOR)
REASON = "the facility's own day, held by an action that has asked for permission"


def held_day(facility: Facility, on: date) -> ServiceDay:
    """Return the facility's day, begun if there was none, held so that nobody else writes it meanwhile."""
    return begun_day(facility, on)[0]


def begun_day(facility: Facility, on: date) -> tuple[ServiceDay, bool]:
    """Return the facility's day, held, and whether it was begun just now."""
    days = ServiceDay.objects.unscoped(REASON)
    day, is_new = days.get_or_create(facility=facility, occurred_on=on)
    held: ServiceDay = lock_rows(days.filter(pk=day.pk)).get()
    return held, is_new


def ensure_countable(day: ServiceDay, facility: Facility) -> None:
    """Raise the first reason why nothing can be written on a day: future, outside the facility's life, closed."""
    rules.ensure_none(rules.faults_of_day(day.occurred_on, today=today(), life=life_of(facility)))
    if day.closed_at:
        raise NotPossible("day_closed", day=day.occurred_on)


def ensure_still_running(counted: Mapping[UUID, tuple[date, date]]) -> None:
    """Hold the activities and ask for their dates once more; `counted` gives the first and last day of each.

    A colleague may have ended one since it was read; whoever ends it afterwards waits, and finds the counts. They are
    held last, after days and months, and in one order, so that no two writers wait for each other.
    """
    activities = Activity.objects.unscoped(REASON).filter(pk__in=counted)
    for activity in lock_rows(activities.order_by("pk")):
        for day in counted[activity.pk]:
            rules.ensure_none(rules.faults_of_activity(day, run_of(activity)))


@transaction.atomic
def close_day(facility: Facility, on: date, *, by: User) -> ServiceDay:
    """Close a day's counting; a day closed without any count says that nobody was served.

    Raises `day_closed` when it is closed already, and the rules' reasons for a day that cannot be counted.
    """
    ensure_may(by, RECORDERS, at=facility)
    day = held_day(facility, on)
    ensure_countable(day, facility)
    day.closed_at, day.closed_by = timezone.now(), by
    day.save(update_fields=["closed_at", "closed_by"])
    sums = (
        Tally.objects.unscoped(REASON)
        .filter(day=day)
        .aggregate(contacts=Sum("contacts", default=0), first_visits=Sum("first_visits", default=0))
    )
    record(
        "activities.day_closed",
        by=by,
        subjects=[day],
        place_path=facility.place_path,
        changes={"occurred_on": on, **sums},
    )
    return day


@transaction.atomic
def reopen_day(facility: Facility, on: date, *, by: User, reason: str) -> ServiceDay:
    """Open a closed day again for corrections; the reason stays in its history.

    Raises `reason_missing` and `day_not_closed`.
    """
    ensure_may(by, REOPENERS, at=facility)
    if not reason.strip():
        raise NotPossible("reason_missing")
    day = held_day(facility, on)
    if not day.closed_at:
        raise NotPossible("day_not_closed", day=on)
    day.closed_at = day.closed_by = None
    day.save(update_fields=["closed_at", "closed_by"])
    record(
        "activities.day_reopened",
        by=by,
        subjects=[day],
        place_path=facility.place_path,
        changes={"occurred_on": on, "reason": reason.strip()},
    )
    return day
