"""Indicators, targets and raw tallies in bulk for tests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from nawl.activities.models import Activity, Service, ServiceDay, Tally, TallyMonth
from nawl.indicators.actions import declare, set_target
from nawl.indicators.models import Indicator, Target
from nawl.kit.periods import Period
from nawl.places.models import Area, Facility
from tests.factories.accounts import make_system_user


@dataclass(frozen=True)
class RawTally:
    """One cell as it was counted."""

    activity: Activity
    on: date
    service: Service
    sex: str
    age_band: str
    contacts: int
    first_visits: int


def make_indicators() -> None:
    """Load the indicators that are shipped, once."""
    if not Indicator.objects.exists():
        declare(by=make_system_user())


def make_target(
    indicator: str = "people_served",
    period: Period | None = None,
    value: Decimal | int = 160_000,
    *,
    area: Area | None = None,
) -> Target:
    """Set a target for the first half of 2022, of the programme unless an area is given."""
    make_indicators()
    return set_target(indicator, period or Period.half(2022, 1), value, area=area, by=make_system_user())


def load_raw(cells: Iterable[RawTally]) -> None:
    """Write tallies and their months' sums without asking any rule; cells of one name are not repeated."""
    rows = list(cells)
    days: dict[tuple[object, date], ServiceDay] = {}
    for row in rows:
        place = row.activity.facility
        if (place.pk, row.on) not in days:
            days[place.pk, row.on] = _day(place, row.on)
    Tally.objects.bulk_create(
        Tally(
            day=days[row.activity.facility.pk, row.on],
            activity=row.activity,
            service=row.service,
            sex=row.sex,
            age_band=row.age_band,
            contacts=row.contacts,
            first_visits=row.first_visits,
        )
        for row in rows
    )
    _load_months(rows)


def _day(facility: Facility, on: date) -> ServiceDay:
    standing = ServiceDay.objects.unscoped("a test adds to a day").filter(facility=facility, occurred_on=on).first()
    return standing or ServiceDay.objects.create(facility=facility, occurred_on=on)


def _load_months(rows: list[RawTally]) -> None:
    contacts: Counter[tuple[object, ...]] = Counter()
    first_visits: Counter[tuple[object, ...]] = Counter()
    for row in rows:
        key = (row.activity, row.on.replace(day=1), row.service, row.sex, row.age_band)
        contacts[key] += row.contacts
        first_visits[key] += row.first_visits
    TallyMonth.objects.bulk_create(
        TallyMonth(
            facility=key[0].facility,  # type: ignore[attr-defined]  # an activity
            activity=key[0],
            month=key[1],
            service=key[2],
            sex=key[3],
            age_band=key[4],
            contacts=whole,
            first_visits=first_visits[key],
        )
        for key, whole in contacts.items()
    )
