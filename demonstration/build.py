"""Builds the demonstration: people, then registers written as spreadsheets and received like a clerk's."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from config import env
from demonstration import designs, lists, people_served, programme, registers
from demonstration.figures import Count, month_of_counts, spread, working_days
from demonstration.people import PASSWORD, PEOPLE
from demonstration.programme import (
    AGREEMENT,
    ALTERNATIVE,
    ALTERNATIVE_BY_MONTH,
    HAYDARIYAH,
    LATE,
    PARTNER_AR,
    PARTNER_CODE,
    PARTNER_EN,
    PEOPLE_BY_MONTH,
    SEED,
    TODAY,
    YEAR,
)
from nawl.accounts.actions import create_user, the_system
from nawl.accounts.models import User
from nawl.activities.models import Activity, Service
from nawl.collection.actions import receive, record
from nawl.indicators.actions import set_target
from nawl.kit.periods import Period
from nawl.partners.actions import register_organisation, sign_agreement
from nawl.partners.choices import OrganisationKind
from nawl.places.actions import post_user
from nawl.places.models import Area, Facility

WEIGHT = {"health": 8.5, "education": 1.2, "training": 1.0, "production": 1.3, "social": 3.0, "recreation": 2.0}


@dataclass(frozen=True)
class Plan:
    """One activity of the demonstration and how many people it serves for the first time, month by month."""

    activity: Activity
    people: tuple[int, ...]


def is_built() -> bool:
    """Say whether the demonstration's director is there."""
    return User.objects.filter(username=PEOPLE[0].username).exists()


def clear() -> None:
    """Remove the data of a demonstration, and only of one: the data folder must be marked as synthetic."""
    from config.cli.speech import complain

    if is_built() and not settings.NAWL_SYNTHETIC:
        complain("These data are not marked as a demonstration's; nothing was removed. لم يُحذف شيء.")
        raise SystemExit(1)
    _empty_database()
    call_command("migrate", verbosity=0, interactive=False)
    from config.reference import load_reference

    list(load_reference())


def _empty_database() -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        return
    connection.close()
    path = Path(settings.DATABASES["default"]["NAME"])
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def build(folder: Path) -> None:
    """Write the registers into `folder`, receive them all, and mark the data folder as synthetic."""
    folder.mkdir(parents=True, exist_ok=True)
    with _the_day(TODAY):
        by = the_system()
        _receive(lists.facilities(folder), by)
        _sign_agreement(by)
        _receive(lists.activities(folder), by)
        _make_people(by)
        _set_targets()
        _receive_tallies(folder, by)
        designs.build(by, _the_day)
    env.keep(settings.DATA_DIR, {"NAWL_TODAY": TODAY.isoformat(), "NAWL_SYNTHETIC": "yes"})


@contextmanager
def _the_day(day: date) -> Iterator[None]:
    before, settings.NAWL_TODAY = settings.NAWL_TODAY, day
    try:
        yield
    finally:
        settings.NAWL_TODAY = before


def _sign_agreement(by: User) -> None:
    partner = register_organisation(
        code=PARTNER_CODE, name_ar=PARTNER_AR, name_en=PARTNER_EN, kind=OrganisationKind.SOCIETY, by=by
    )
    sign_agreement(
        partner,
        number=AGREEMENT,
        title="اتفاقية تعاون على تشغيل المركز البديل في الحيدرية",
        starts_on=date(2020, 1, 1),
        facilities=[Facility.objects.visible_to(by).get(code=HAYDARIYAH)],
        by=by,
    )


def _make_people(by: User) -> None:
    for person in PEOPLE:
        user = create_user(person.username, full_name=person.full_name, password=PASSWORD, by=by)
        area = Area.objects.get(pcode=person.area) if person.area else None
        facility = Facility.objects.visible_to(by).get(code=person.facility) if person.facility else None
        post_user(user, person.role, area=area, facility=facility, starts_on=date(YEAR, 1, 1), by=by)


def _set_targets() -> None:
    """Set the half-year's targets, as the director does."""
    director = User.objects.get(username=PEOPLE[0].username)
    half = Period.half(YEAR, 1)
    for code, number in programme.TARGETS.items():
        set_target(code, half, number, note=programme.TARGET_NOTE, by=director)
    for pcode, number in programme.GOVERNORATE_TARGETS.items():
        area = Area.objects.get(pcode=pcode)
        set_target("people_served", half, number, area=area, note=programme.TARGET_NOTE, by=director)


def _receive(path: Path, by: User, facility: Facility | None = None) -> None:
    register = receive(path.name, path.read_bytes(), by=by, facility=facility)
    if register.fault_count:
        raise RuntimeError(f"{path.name}: {register.faults[:3]}")
    record(register, by=by)


def _receive_tallies(folder: Path, by: User) -> None:
    plans = _plans(by)
    names = dict(Service.objects.values_list("code", "name_ar"))
    facilities = sorted({plan.activity.facility for plan in plans}, key=lambda facility: facility.code)
    with click.progressbar(list(enumerate(facilities)), label="registers · السجلات") as steps:
        for number, facility in steps:
            own = [plan for plan in plans if plan.activity.facility_id == facility.pk]
            sheet = registers.Sheet(facility.code, facility.name_ar, _counts(facility, own), names)
            _receive(_write(folder, number, facility, sheet), by, facility)


def _write(folder: Path, number: int, facility: Facility, sheet: registers.Sheet) -> Path:
    """Most registers are broad sheets; every fifth is narrow, every seventh an old office program's file."""
    if number % 7 == 3:
        path = folder / f"{facility.code}.csv"
        registers.write_csv(path, sheet)
    elif number % 5 == 2:
        path = folder / f"{facility.code}.xlsx"
        registers.write_long(path, sheet)
    else:
        path = folder / f"{facility.code}.xlsx"
        registers.write_wide(path, sheet)
    return path


def _plans(by: User) -> list[Plan]:
    """Split the published totals over the activities, month by month; the parts add up exactly."""
    dice = random.Random(SEED)
    running = Activity.objects.visible_to(by).select_related("facility__area", "facility__governorate", "type")
    activities = [one for one in running.order_by("code") if one.starts_on < TODAY]
    alternative = [one for one in activities if one.facility.kind == ALTERNATIVE]
    network = [one for one in activities if one.facility.kind != ALTERNATIVE]
    return [*_split(network, PEOPLE_BY_MONTH, dice), *_split(alternative, ALTERNATIVE_BY_MONTH, dice)]


def _split(activities: Sequence[Activity], totals: Iterable[int], dice: random.Random) -> list[Plan]:
    weights = [WEIGHT[one.type.area] * (0.6 + 0.8 * dice.random()) for one in activities]
    months = [spread(total, [weight * (0.9 + 0.2 * dice.random()) for weight in weights]) for total in totals]
    return [Plan(one, tuple(month[index] for month in months)) for index, one in enumerate(activities)]


def _counts(facility: Facility, plans: Sequence[Plan]) -> list[tuple[str, Count]]:
    counts = [
        (plan.activity.title, count)
        for plan in plans
        for month, people in enumerate(plan.people, start=1)
        for count in _month(facility, plan, month, people)
    ]
    return sorted(counts, key=lambda pair: (pair[1].day, pair[0], pair[1].service))


def _month(facility: Facility, plan: Plan, month: int, people: int) -> Iterator[Count]:
    dice = random.Random(f"{SEED}-{plan.activity.code}-{month}")
    area = plan.activity.type.area
    is_late = month == 6 and facility.area.pcode in LATE
    until = date(YEAR, 6, 16) if is_late else None
    days = working_days(YEAR, month, with_saturday=area in {"health", "recreation"}, until=until)
    cells = people_served.cells(plan.activity.type.services.all())
    return month_of_counts(dice, days, cells, people, people_served.RETURNING[area] * (0.8 + 0.05 * month))
