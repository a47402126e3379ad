"""The figures that activities give, against counting by hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from django.db import transaction
from django.db.models import F
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from nawl.accounts.choices import Role
from nawl.activities.actions import RegisterRow, close_day, mend_months, record_register, record_tally, reopen_day
from nawl.activities.measures import COLUMNS, MEASURES, tallies
from nawl.activities.models import Activity, TallyMonth
from nawl.activities.queries import month_differences
from nawl.kit.errors import NotAllowed
from nawl.kit.facts import STANDARD_COLUMNS
from nawl.kit.periods import Period
from tests.factories.accounts import make_system_user
from tests.factories.activities import cell, make_activity, make_service, make_tallies
from tests.factories.partners import make_organisation
from tests.factories.places import make_district, make_facility, make_user_as

BY_CODE = {measure.code.removeprefix("activities."): measure for measure in MEASURES}
MONTHS = [Period.month(2022, number) for number in (4, 5, 6)]
DAYS = [date(2022, month, day) for month in (4, 5, 6) for day in (1, 15, 28)]
WHY = "a test looks at everything"


@dataclass(frozen=True)
class World:
    """Three activities of two facilities in two governorates."""

    activities: tuple[Activity, ...]


def make_world() -> World:
    here, elsewhere = make_facility(), make_facility(at=make_district("SY1302"), kind="unit")
    partner = make_organisation("ORG-9")
    return World((make_activity(here, partner=partner), make_activity(here), make_activity(elsewhere)))


Entry = tuple[int, date, str, str, int, int]
entries = st.lists(
    st.builds(
        lambda activity, day, sex, band, contacts, first: (activity, day, sex, band, contacts, min(first, contacts)),
        st.integers(0, 2),
        st.sampled_from(DAYS),
        st.sampled_from("fmu"),
        st.sampled_from(("00-04", "18-29", "u")),
        st.integers(0, 6),
        st.integers(0, 6),
    ),
    max_size=14,
)
periods = st.one_of(
    st.sampled_from([*MONTHS, Period.quarter(2022, 2), Period.half(2022, 1), Period.year(2022)]),
    st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS)).map(lambda pair: Period(min(pair), max(pair))),
)


def by_hand(
    world: World, kept: dict[tuple[Any, ...], tuple[int, int]], period: Period, column: str
) -> dict[str, dict[str, int]]:
    """Count every measure by one column, the long way."""
    found: dict[str, dict[str, Any]] = {name: {} for name in BY_CODE}
    for (number, day, sex, band), (contacts, first) in kept.items():
        if not period.contains(day):
            continue
        activity = world.activities[number]
        group = {"facility": activity.facility.code, "sex": sex, "age_band": band, "month": f"{day:%Y-%m}"}[column]
        for name, amount in (("services_delivered", contacts), ("first_visits", first)):
            found[name][group] = found[name].get(group, 0) + amount
        for name, one in (("activities_carried_out", number), ("facilities_active", activity.facility.pk)):
            found[name].setdefault(group, set()).update({one} if contacts else ())
    return {
        name: {group: len(value) if isinstance(value, set) else value for group, value in groups.items()}
        for name, groups in found.items()
    }


def by_measure(facts: Any, column: str) -> dict[str, dict[str, int]]:
    found = {}
    for name, measure in BY_CODE.items():
        rows = facts.order_by().values_list(COLUMNS[column]).annotate(value=measure.value)
        found[name] = {f"{key:%Y-%m}" if isinstance(key, date) else key: value for key, value in rows}
    return found


def without_noughts(figures: dict[str, dict[str, int]]) -> dict[str, dict[str, int]]:
    return {name: {key: value for key, value in groups.items() if value} for name, groups in figures.items()}


@contextmanager
def undone() -> Iterator[None]:
    """Undo what one example wrote."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


class TestMeasures(TestCase):
    """Properties that hold for any entries; the world is made once for all examples."""

    world: World

    @classmethod
    def setUpTestData(cls) -> None:
        cls.world = make_world()

    def enter(self, found: list[Entry]) -> dict[tuple[Any, ...], tuple[int, int]]:
        kept: dict[tuple[Any, ...], tuple[int, int]] = {}
        for number, day, sex, band, contacts, first in found:
            activity = self.world.activities[number]
            change = cell(activity, contacts, first, sex=sex, age_band=band)
            record_tally(activity.facility, day, [change], by=make_system_user())
            kept[number, day, sex, band] = (contacts, first)
        return kept

    @given(entries, periods, st.sampled_from(["facility", "sex", "age_band", "month"]))
    def test_every_measure_is_what_counting_by_hand_gives(
        self, found: list[Entry], period: Period, column: str
    ) -> None:
        with undone():
            kept = self.enter(found)
            facts = MEASURES[0].facts(period, make_system_user())
            expected = without_noughts(by_hand(self.world, kept, period, column))
            assert without_noughts(by_measure(facts, column)) == expected

    @given(entries, st.sampled_from([*MONTHS, Period.quarter(2022, 2)]), st.sampled_from(STANDARD_COLUMNS))
    def test_months_and_days_give_the_same_answer(self, found: list[Entry], period: Period, column: str) -> None:
        user = make_system_user()
        with undone():
            self.enter(found)
            by_months = by_measure(MEASURES[0].facts(period, user), column)
            by_days = by_measure(tallies(period, user), column)
            assert without_noughts(by_months) == without_noughts(by_days)

    @given(entries, entries, st.lists(st.sampled_from(DAYS), max_size=3))
    def test_months_are_always_the_sum_of_their_days(
        self, first: list[Entry], second: list[Entry], emptied: list[date]
    ) -> None:
        by = make_system_user()
        with undone():
            self.enter(first)
            rows = {}
            for number, day, sex, band, contacts, visits in second:
                activity, service = self.world.activities[number], make_service()
                key = (number, day, sex, band)
                rows[key] = RegisterRow(activity.facility, activity, day, service, sex, band, contacts, visits)
            record_register(rows.values(), by=by)
            for day in emptied:
                activity = self.world.activities[0]
                record_tally(activity.facility, day, [cell(activity, None)], by=by)
            assert list(month_differences()) == []


@pytest.mark.django_db
def test_all_standard_columns_can_be_asked_for() -> None:
    assert set(COLUMNS) == set(STANDARD_COLUMNS)
    world = make_world()
    make_tallies(world.activities[0], on=date(2022, 6, 7))
    for period in (Period.month(2022, 6), Period(date(2022, 6, 2), date(2022, 6, 20))):
        row = (
            MEASURES[0]
            .facts(period, make_system_user())
            .values(**{f"to_{name}": F(path) for name, path in COLUMNS.items()})
            .get()
        )
        assert {name.removeprefix("to_"): str(value) for name, value in row.items()} == {
            "month": "2022-06-01",
            "governorate": "SY10",
            "district": "SY1003",
            "facility": "SY1003-RDC-01",
            "facility_kind": "centre",
            "activity": "SY1003-RDC-01-A01",
            "activity_type": "health",
            "service_area": "health",
            "service": "medical-checkup",
            "sex": "f",
            "age_band": "18-29",
            "partner": "ORG-9",
        }


@pytest.mark.django_db
def test_figures_hold_only_what_the_user_may_see() -> None:
    world = make_world()
    for activity in world.activities:
        make_tallies(activity, on=date(2022, 6, 7))
    director = make_user_as(Role.GOVERNORATE_DIRECTOR, world.activities[0].facility.governorate)
    for period in (Period.month(2022, 6), Period(date(2022, 6, 2), date(2022, 6, 20))):
        facts = MEASURES[0].facts(period, director)
        assert facts.aggregate(value=MEASURES[0].value) == {"value": 6}


@pytest.mark.django_db
def test_a_figure_leads_to_its_records() -> None:
    world = make_world()
    first, second, _far = world.activities
    make_tallies(
        first, [cell(first, 3, 1), cell(first, 2, 0, sex="m"), cell(first, 0, age_band="60+")], on=date(2022, 6, 7)
    )
    make_tallies(second, [cell(second, 5, 5)], on=date(2022, 5, 7))
    user, period = make_system_user(), Period.half(2022, 1)

    def behind(name: str, **filters: str) -> list[int]:
        return [row.contacts for row in BY_CODE[name].records(period, user, filters)]

    assert behind("services_delivered") == [3, 2, 5]
    assert behind("first_visits") == [3, 5]
    assert behind("services_delivered", sex="m") == [2]
    assert behind("services_delivered", month="2022-05", governorate="SY10") == [5]
    assert behind("services_delivered", activity=second.code, facility=second.facility.code) == [5]
    assert behind("services_delivered", partner="ORG-9", service_area="health", activity_type="health") == [3, 2]


@pytest.mark.django_db
def test_the_recount_finds_and_mends_what_does_not_add_up() -> None:
    world = make_world()
    for activity in world.activities:
        make_tallies(activity, [cell(activity, 3, 1), cell(activity, 2, sex="m")], on=date(2022, 6, 7))
    sums = TallyMonth.objects.unscoped(WHY)
    too_high = sums.filter(sex="f").first()
    sums.filter(pk=too_high.pk).update(contacts=10, first_visits=0)
    missing = sums.filter(sex="m").first()
    sums.filter(pk=missing.pk).delete()
    found = {(difference.sex, difference.kept, difference.counted) for difference in month_differences()}
    assert found == {("f", (10, 0), (3, 1)), ("m", (0, 0), (2, 0))}
    assert mend_months(month_differences(), by=make_system_user()) == 2
    assert list(month_differences()) == []
    assert mend_months(month_differences(), by=make_system_user()) == 0


@pytest.mark.django_db
def test_only_an_administrator_mends_months() -> None:
    with pytest.raises(NotAllowed):
        mend_months([], by=make_user_as(Role.CENTRE_CLERK, make_facility()))


@pytest.mark.django_db
def test_a_reopened_day_counts_on() -> None:
    activity, by = make_activity(), make_system_user()
    make_tallies(activity, on=date(2022, 6, 7))
    close_day(activity.facility, date(2022, 6, 7), by=by)
    reopen_day(activity.facility, date(2022, 6, 7), by=by, reason="تصحيح")
    make_tallies(activity, [cell(activity, 1)], on=date(2022, 6, 7))
    assert list(month_differences()) == []
