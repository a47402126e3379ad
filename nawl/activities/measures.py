"""The figures that activities give: services, first visits, activities carried out, facilities at work.

Whole months are read from the months' sums, other periods from the days; both give the same answer.
First visits are persons on their first service of the calendar year at a facility: in a period that begins on 1 January
their sum is the persons served; in any other it is the persons served for the first time in that year.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.db.models import Count, FilteredRelation, Q, QuerySet, Sum
from django.db.models.functions import TruncMonth

from nawl.activities.models import Tally, TallyMonth
from nawl.kit.facts import Basis, Measure

if TYPE_CHECKING:
    from nawl.accounts.models import User
    from nawl.kit.periods import Period

COLUMNS: Mapping[str, str] = {
    "month": "month",
    "governorate": "facility__governorate__pcode",
    "district": "facility__district__pcode",
    "facility": "facility__code",
    "facility_kind": "facility__kind",
    "activity": "activity__code",
    "activity_type": "activity__type__code",
    "service_area": "service__area",
    "service": "service__code",
    "sex": "sex",
    "age_band": "age_band",
    "partner": "activity__partner__code",
}
COUNTED = Q(contacts__gt=0)


def facts(period: Period, user: User) -> QuerySet[Any]:
    """Return the rows of a period that a user may see: months' sums for whole months, else the days' tallies."""
    if period.is_whole_months:
        months = TallyMonth.objects.visible_to(user)
        return months.filter(month__gte=period.first, month__lte=period.last)  # type: ignore[no-any-return]  # scoped manager
    return tallies(period, user)


def tallies(period: Period, user: User) -> QuerySet[Any]:
    """Return the days' tallies of a period that a user may see, under the same names as the months' sums."""
    of_days = Tally.objects.visible_to(user).filter(
        day__occurred_on__gte=period.first, day__occurred_on__lte=period.last
    )
    return of_days.annotate(  # type: ignore[no-any-return]  # scoped manager
        facility=FilteredRelation("day__facility"), month=TruncMonth("day__occurred_on")
    )


def records(period: Period, user: User, filters: Mapping[str, str]) -> QuerySet[Any]:
    """Return the tallies behind a figure, newest day first; `filters` maps standard columns to values.

    A month is written as 2022-06, or as its first day.
    """
    conditions = {COLUMNS[column]: _value(column, value) for column, value in filters.items()}
    found = tallies(period, user).filter(COUNTED, **conditions)
    return found.select_related("day__facility", "activity", "service").order_by("-day__occurred_on", "pk")


def records_of_first_visits(period: Period, user: User, filters: Mapping[str, str]) -> QuerySet[Any]:
    """Return the tallies that hold first visits, newest day first."""
    return records(period, user, filters).filter(first_visits__gt=0)


def _value(column: str, value: str) -> str:
    return f"{value}-01" if column == "month" and len(value) == len("2022-06") else value


MEASURES: tuple[Measure, ...] = (
    Measure("activities.services_delivered", Basis.CONTACTS, facts, Sum("contacts"), COLUMNS, records),
    Measure(
        "activities.first_visits", Basis.FIRST_VISITS, facts, Sum("first_visits"), COLUMNS, records_of_first_visits
    ),
    Measure(
        "activities.activities_carried_out",
        Basis.ACTIVITIES,
        facts,
        Count("activity", distinct=True, filter=COUNTED),
        COLUMNS,
        records,
    ),
    Measure(
        "activities.facilities_active",
        Basis.FACILITIES,
        facts,
        Count("facility", distinct=True, filter=COUNTED),
        COLUMNS,
        records,
    ),
)
