"""Planning, revising and ending activities."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from nawl.accounts.actions import record
from nawl.accounts.choices import Role
from nawl.accounts.models import User
from nawl.activities import rules
from nawl.activities.models import Activity, ActivityType, ServiceDay
from nawl.activities.queries.catalogue import life_of
from nawl.kit.arabic import normalise
from nawl.kit.database import ensure_fits, lock_rows
from nawl.kit.errors import NotPossible
from nawl.partners.models import Organisation
from nawl.places.models import Facility
from nawl.places.queries import ensure_may

PLANNERS = (Role.CENTRE_CLERK, Role.PARTNER, Role.GOVERNORATE_DIRECTOR, Role.ADMINISTRATOR)
REASON = "an activity of a facility at which permission was asked"


@transaction.atomic
def plan_activity(
    facility: Facility,
    *,
    type: ActivityType,  # noqa: A002 - the field's own name
    title: str,
    starts_on: date,
    ends_on: date | None = None,
    partner: Organisation | None = None,
    reach: int | None = None,
    by: User,
) -> Activity:
    """Plan an activity of a facility; it may have begun already.

    Raises `title_missing`, `activity_exists` and the rules' reasons against its dates.
    """
    ensure_may(by, PLANNERS, at=facility)
    title = _sound_title(title)
    rules.ensure_none(rules.faults_of_dates(starts_on, ends_on, life_of(facility)))
    rules.ensure_none(rules.faults_of_reach(reach))
    activity = Activity(
        code=_next_code(facility),
        facility=facility,
        type=type,
        title=title,
        title_key=normalise(title),
        starts_on=starts_on,
        ends_on=ends_on,
        partner=partner,
        reach=reach,
    )
    _save(activity)
    details = {"activity": title, "type": type.code, "starts_on": starts_on, "ends_on": ends_on, "reach": reach}
    record("activities.activity_planned", by=by, subjects=[activity], place_path=facility.place_path, changes=details)
    return activity


@transaction.atomic
def revise_activity(
    activity: Activity,
    *,
    title: str,
    starts_on: date,
    ends_on: date | None = None,
    partner: Organisation | None = None,
    reach: int | None = None,
    by: User,
) -> Activity:
    """Change an activity's title, dates, partner or reach; its type stays, for its counts depend on it.

    Raises the reasons of planning, and `activity_counted_outside` where a counted day would fall outside its dates.
    """
    ensure_may(by, PLANNERS, at=activity.facility)
    held = _held(activity)
    rules.ensure_none(rules.faults_of_dates(starts_on, ends_on, life_of(held.facility)))
    rules.ensure_none(rules.faults_of_reach(reach))
    _ensure_counts_inside(held, starts_on, ends_on)
    title = _sound_title(title)
    wanted = {"title": title, "starts_on": starts_on, "ends_on": ends_on, "partner": partner, "reach": reach}
    return _changed("activities.activity_revised", held, wanted, by)


@transaction.atomic
def end_activity(activity: Activity, ends_on: date, *, by: User, reason: str = "") -> Activity:
    """Set an activity's last day; what was counted in it stays.

    Raises `activity_ends_before_start` and `activity_counted_outside`.
    """
    ensure_may(by, PLANNERS, at=activity.facility)
    held = _held(activity)
    rules.ensure_none(rules.faults_of_dates(held.starts_on, ends_on, rules.Life("open")))
    _ensure_counts_inside(held, held.starts_on, ends_on)
    return _changed("activities.activity_ended", held, {"ends_on": ends_on}, by, reason=reason.strip())


def _sound_title(title: str) -> str:
    tidy = " ".join(title.split())
    if not tidy:
        raise NotPossible("title_missing")
    ensure_fits(Activity, {"title": tidy})
    return tidy


def _next_code(facility: Facility) -> str:
    """Return the facility's next activity code, held so that two planners do not get the same."""
    lock_rows(Facility.objects.unscoped(REASON).filter(pk=facility.pk)).get()
    start = f"{facility.code}-A"
    codes = Activity.objects.unscoped(REASON).filter(code__startswith=start).values_list("code", flat=True)
    numbers = [int(code[len(start) :]) for code in codes if code[len(start) :].isdecimal()]
    return f"{start}{max(numbers, default=0) + 1:02d}"


def _save(activity: Activity) -> None:
    try:
        with transaction.atomic():
            activity.save()
    except IntegrityError as taken:
        raise NotPossible("activity_exists", title=activity.title, starts_on=activity.starts_on) from taken


def _held(activity: Activity) -> Activity:
    held: Activity = lock_rows(Activity.objects.unscoped(REASON).select_related("facility")).get(pk=activity.pk)
    return held


def _ensure_counts_inside(activity: Activity, starts_on: date, ends_on: date | None) -> None:
    days = ServiceDay.objects.unscoped(REASON).filter(tallies__activity=activity).order_by("occurred_on")
    first = days.filter(occurred_on__lt=starts_on).first()
    last = days.filter(occurred_on__gt=ends_on).last() if ends_on else None
    outside = first or last
    if outside:
        raise NotPossible("activity_counted_outside", title=activity.title, day=outside.occurred_on)


def _changed(verb: str, activity: Activity, wanted: dict[str, Any], by: User, **facts: str) -> Activity:
    changes = {name: [getattr(activity, name), value] for name, value in wanted.items()}
    changes = {name: pair for name, pair in changes.items() if pair[0] != pair[1]}
    if not changes:
        return activity
    for name, (_before, after) in changes.items():
        setattr(activity, name, after)
    activity.title_key = normalise(activity.title)
    _save(activity)
    shown = {name: [_plain(part) for part in pair] for name, pair in changes.items()}
    path = activity.facility.place_path
    record(verb, by=by, subjects=[activity], place_path=path, changes={"activity": activity.title, **shown, **facts})
    return activity


def _plain(value: Any) -> Any:
    return value.name if isinstance(value, Organisation) else value
