"""The catalogue, activities and tallies for tests; the same calls always make the same records."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from nawl.activities.actions import CellChange, TallyAnswer, load_catalogue, record_tally
from nawl.activities.models import Activity, ActivityType, Service
from nawl.kit.arabic import normalise
from nawl.places.models import Facility
from tests.factories.accounts import make_system_user
from tests.factories.places import make_facility


def make_catalogue() -> None:
    """Load the services and activity types that are shipped, once."""
    if not Service.objects.exists():
        load_catalogue(by=make_system_user())


def make_type(code: str = "health") -> ActivityType:
    """Return a type of the catalogue."""
    make_catalogue()
    return ActivityType.objects.get(code=code)


def make_service(code: str = "medical-checkup") -> Service:
    """Return a service of the catalogue."""
    make_catalogue()
    return Service.objects.get(code=code)


def make_activity(
    facility: Facility | None = None,
    type_code: str = "health",
    *,
    title: str = "",
    starts_on: date = date(2022, 1, 1),
    ends_on: date | None = None,
    **fields: Any,
) -> Activity:
    """Make an activity that runs since the year's first day, without asking any rule."""
    place = facility or make_facility()
    number = Activity.objects.unscoped("a test needs the next code").filter(facility=place).count() + 1
    title = title or f"{make_type(type_code).name_ar} {number}"
    return Activity.objects.create(
        code=f"{place.code}-A{number:02d}",
        facility=place,
        type=make_type(type_code),
        title=title,
        title_key=normalise(title),
        starts_on=starts_on,
        ends_on=ends_on,
        **fields,
    )


def cell(
    activity: Activity,
    contacts: int | None = 1,
    first_visits: int = 0,
    *,
    service: str = "medical-checkup",
    sex: str = "f",
    age_band: str = "18-29",
    **fields: Any,
) -> CellChange:
    """Return the change of one cell, a woman of 18 to 29 at a medical check unless told otherwise."""
    return CellChange(activity.code, service, sex, age_band, contacts, first_visits, **fields)


def make_tallies(
    activity: Activity, cells: Iterable[CellChange] | None = None, on: date = date(2022, 7, 14)
) -> TallyAnswer:
    """Record the cells of an activity's day, as the system's own hand."""
    return record_tally(activity.facility, on, list(cells or [cell(activity, 3, 1)]), by=make_system_user())
