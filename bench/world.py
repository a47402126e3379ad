"""A large world for measuring: facilities, activities and millions of tally cells, written past the actions.

Only the measured part has to be real: what is asked of it goes through the house's own queries.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.db import connection, transaction

from nawl.accounts.models import User
from nawl.activities.models import Activity, ActivityType, Service, ServiceDay, Tally, TallyMonth
from nawl.places.choices import Level
from nawl.places.models import Area, Facility

YEAR = 2022
SEXES = ("f", "m")
BANDS = ("00-04", "05-17", "18-29", "30-59", "60+")
SERVICES_A_DAY = 8
CELLS_A_DAY = SERVICES_A_DAY * len(SEXES) * len(BANDS)


def system_user() -> User:
    """Return the hand that measures; it sees everything."""
    user, _ = User.objects.get_or_create(username="bench", defaults={"full_name": "Bench", "is_system": True})
    return user


def fill(cells: int, days: int = 250) -> dict[str, int]:
    """Make at least `cells` tally cells over `days` days of one year and return the sizes."""
    facilities = _facilities(-(-cells // (CELLS_A_DAY * days)))
    activities = _activities(facilities)
    dates = [date(YEAR, 1, 1) + timedelta(days=n) for n in range(365) if n % 7 not in (5, 6)][:days]
    with transaction.atomic():
        ServiceDay.objects.bulk_create(
            (ServiceDay(facility=facility, occurred_on=day) for facility in facilities for day in dates),
            batch_size=5000,
        )
    _tallies(activities)
    _months()
    _settle()
    return {
        "facilities": len(facilities),
        "days": len(dates),
        "tallies": Tally.objects.unscoped("bench").count(),
        "months": TallyMonth.objects.unscoped("bench").count(),
    }


def _facilities(count: int) -> list[Facility]:
    districts = list(Area.objects.filter(level=Level.DISTRICT).select_related("parent"))
    made = []
    for number, district in zip(range(count), itertools.cycle(districts), strict=False):
        made.append(
            Facility(
                code=f"B{number:05d}",
                kind="centre" if number % 3 else "unit",
                name_ar=f"مركز القياس {number}",
                search_key=f"مركز القياس {number}",
                area=district,
                governorate=district.parent,
                district=district,
                place_path=district.path,
            )
        )
    return Facility.objects.bulk_create(made)


def _activities(facilities: Iterable[Facility]) -> dict[object, Activity]:
    kind = ActivityType.objects.first()
    made = [
        Activity(
            code=f"{facility.code}-A1", facility=facility, type=kind, title="قياس", title_key="قياس",
            starts_on=date(YEAR, 1, 1),
        )
        for facility in facilities
    ]  # fmt: skip
    return {activity.facility_id: activity for activity in Activity.objects.bulk_create(made)}


def _tallies(activities: dict[object, Activity]) -> None:
    services = list(Service.objects.order_by("pk").values_list("pk", flat=True)[:SERVICES_A_DAY])
    columns = ("day_id", "activity_id", "service_id", "sex", "age_band", "contacts", "first_visits")
    days = list(ServiceDay.objects.unscoped("bench").values_list("pk", "facility_id").order_by("pk"))
    _copy(Tally._meta.db_table, columns, _cells(days, activities, services))


def _cells(
    days: list[tuple[int, object]], activities: dict[object, Activity], services: list[int]
) -> Iterator[tuple[object, ...]]:
    dice = random.Random(7)
    shape = [(service, sex, band) for service in services for sex in SEXES for band in BANDS]
    field = Activity._meta.pk
    for day, facility in days:
        activity = field.get_db_prep_value(activities[facility].pk, connection)
        for service, sex, band in shape:
            first = dice.randrange(3)
            yield day, activity, service, sex, band, first + dice.randrange(6), first


def _copy(table: str, columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    names = ", ".join(columns)
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as out:
                for row in rows:
                    out.write_row(row)
            return
        marks = ", ".join(["%s"] * len(columns))
        for batch in itertools.batched(rows, 20_000) if hasattr(itertools, "batched") else _batched(rows, 20_000):
            cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", batch)


def _batched(rows: Iterable[tuple[object, ...]], size: int) -> Iterator[list[tuple[object, ...]]]:
    steps = iter(rows)
    while batch := list(itertools.islice(steps, size)):
        yield batch


def _months() -> None:
    month = "date_trunc('month', d.occurred_on)::date" if connection.vendor == "postgresql" else (
        "date(d.occurred_on, 'start of month')"
    )  # fmt: skip
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {TallyMonth._meta.db_table}"
            " (facility_id, month, activity_id, service_id, sex, age_band, contacts, first_visits)"
            f" SELECT d.facility_id, {month}, t.activity_id, t.service_id, t.sex, t.age_band,"
            " sum(t.contacts), sum(t.first_visits)"
            f" FROM {Tally._meta.db_table} t JOIN {ServiceDay._meta.db_table} d ON d.id = t.day_id"
            " GROUP BY 1, 2, 3, 4, 5, 6"
        )


def _settle() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
