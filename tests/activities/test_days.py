"""Closing and opening days; the sheet, the strip and the days of a facility."""

from __future__ import annotations

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from nawl.accounts.choices import Role
from nawl.accounts.models import AuditEntry
from nawl.activities.actions import close_day, reopen_day
from nawl.activities.models import ServiceDay
from nawl.activities.queries import day_sheet, days_of, month_strip
from nawl.activities.rules import Sum
from nawl.kit.errors import NotAllowed, NotPossible
from nawl.kit.periods import Period
from tests.factories.accounts import make_system_user
from tests.factories.activities import cell, make_activity, make_tallies
from tests.factories.places import make_district, make_facility, make_user_as

pytestmark = pytest.mark.django_db
TODAY = date(2022, 7, 14)
JULY = Period.month(2022, 7)


def test_a_day_is_closed_by_somebody_and_the_sums_stay_in_the_entry() -> None:
    activity = make_activity()
    clerk = make_user_as(Role.CENTRE_CLERK, activity.facility)
    make_tallies(activity, [cell(activity, 3, 1), cell(activity, 4, 2, sex="m")])
    day = close_day(activity.facility, TODAY, by=clerk)
    assert day.closed_at is not None
    assert day.closed_by == clerk
    entry = AuditEntry.objects.get(verb="activities.day_closed")
    assert entry.changes == {"occurred_on": "2022-07-14", "contacts": 7, "first_visits": 3}
    assert entry.by == clerk


def test_a_day_without_counts_can_be_closed() -> None:
    facility = make_facility()
    close_day(facility, date(2022, 7, 13), by=make_system_user())
    marks = {mark.on.day: mark.state for mark in month_strip(facility, JULY, make_system_user())}
    assert marks[13] == "recorded"


def test_a_day_is_closed_once() -> None:
    facility = make_facility()
    close_day(facility, TODAY, by=make_system_user())
    with pytest.raises(NotPossible, match="day_closed"):
        close_day(facility, TODAY, by=make_system_user())


def test_a_future_day_is_not_closed() -> None:
    with pytest.raises(NotPossible, match="day_in_future"):
        close_day(make_facility(), date(2022, 7, 15), by=make_system_user())
    assert not ServiceDay.objects.unscoped("a test looks at everything").exists()


def test_a_director_does_not_close_days_but_opens_them_again() -> None:
    facility = make_facility()
    director = make_user_as(Role.GOVERNORATE_DIRECTOR, facility.governorate)
    with pytest.raises(NotAllowed):
        close_day(facility, TODAY, by=director)
    close_day(facility, TODAY, by=make_system_user())
    assert reopen_day(facility, TODAY, by=director, reason="نسيت ورقة").closed_at is None


def test_opening_a_day_again_needs_a_reason_which_is_kept() -> None:
    facility, by = make_facility(), make_system_user()
    close_day(facility, TODAY, by=by)
    with pytest.raises(NotPossible, match="reason_missing"):
        reopen_day(facility, TODAY, by=by, reason="  ")
    reopen_day(facility, TODAY, by=by, reason=" ورقة وصلت متأخرة ")
    entry = AuditEntry.objects.get(verb="activities.day_reopened")
    assert entry.changes["reason"] == "ورقة وصلت متأخرة"


def test_an_open_day_is_not_opened_again() -> None:
    with pytest.raises(NotPossible, match="day_not_closed"):
        reopen_day(make_facility(), TODAY, by=make_system_user(), reason="سبب")


def test_a_stranger_does_not_open_a_day_again() -> None:
    facility = make_facility()
    close_day(facility, TODAY, by=make_system_user())
    with pytest.raises(NotAllowed):
        reopen_day(facility, TODAY, by=make_user_as(Role.FINANCE_OFFICER, facility.governorate), reason="سبب")


def test_the_sheet_groups_services_by_activity_and_knows_what_cannot_be() -> None:
    facility = make_facility()
    health = make_activity(facility, "health")
    make_activity(facility, "kindergarten")
    make_activity(facility, "production", starts_on=date(2022, 8, 1))
    make_tallies(health, [cell(health, 3, 1), cell(health, 0, sex="m"), cell(health, 2, 2, sex="u", age_band="u")])
    sheet = day_sheet(facility, TODAY, make_system_user())
    assert [group.code for group in sheet.groups] == [health.code, f"{facility.code}-A02"]
    checkup, pregnancy = sheet.groups[0].rows[:2]
    by_place = {(found.sex, found.age_band): found for found in checkup.cells}
    assert len(checkup.cells) == 10
    assert (by_place["f", "18-29"].contacts, by_place["f", "18-29"].first_visits) == (3, 1)
    assert by_place["m", "18-29"].contacts == 0
    assert by_place["m", "60+"].contacts is None
    assert [found.is_possible for found in pregnancy.cells] == [False, False, True, True, False] + [False] * 5
    assert checkup.totals.all == Sum(5, 3)
    assert checkup.unplaced == sheet.unplaced == Sum(2, 2)
    assert sheet.totals.of_sex("f") == Sum(3, 1)
    assert sheet.can_be_counted


def test_the_sheet_says_why_a_day_cannot_be_counted() -> None:
    facility = make_facility()
    sheet = day_sheet(facility, date(2022, 7, 20), make_system_user())
    assert sheet.fault is not None
    assert sheet.fault.code == "day_in_future"
    assert not sheet.can_be_counted


def test_the_sheet_knows_what_is_usual_on_this_day_of_the_week() -> None:
    activity = make_activity()
    for on, count in ((date(2022, 7, 7), 40), (date(2022, 6, 30), 60), (date(2022, 7, 6), 1_000)):
        make_tallies(activity, [cell(activity, count)], on=on)
    assert day_sheet(activity.facility, TODAY, make_system_user()).usual == 50
    assert day_sheet(activity.facility, date(2022, 7, 8), make_system_user()).usual is None


def test_the_sheet_takes_as_many_queries_for_one_activity_as_for_ten(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    small, big, user = make_activity(), make_facility(), make_system_user()
    make_tallies(small)
    for type_code in ("health", "kindergarten", "production", "recreation") * 3:
        make_activity(big, type_code)
    health = make_activity(big, "health")
    make_tallies(health, [cell(health, 2, age_band=band) for band in ("00-04", "18-29", "60+")])
    for facility in (small.facility, big):
        with django_assert_num_queries(5):
            day_sheet(facility, TODAY, user)


def test_the_sheet_of_another_governorate_is_empty() -> None:
    activity = make_activity()
    make_tallies(activity)
    stranger = make_user_as(Role.GOVERNORATE_DIRECTOR, make_district("SY1302").parent)
    sheet = day_sheet(activity.facility, TODAY, stranger)
    assert sheet.groups == ()
    assert sheet.totals.all == Sum()


def test_the_strip_shows_days_without_a_record() -> None:
    facility = make_facility(opened_on=date(2022, 7, 3))
    activity = make_activity(facility)
    for number in (3, 4, 6):
        make_tallies(activity, [cell(activity, number)], on=date(2022, 7, number))
    marks = month_strip(facility, JULY, make_system_user())
    assert [(mark.on.day, mark.state) for mark in marks] == [
        (1, "outside"),
        (2, "outside"),
        (3, "recorded"),
        (4, "recorded"),
        (5, "missing"),
        (6, "recorded"),
        (7, "missing"),
        (8, "rest"),
        (9, "rest"),
        (10, "missing"),
        (11, "missing"),
        (12, "missing"),
        (13, "missing"),
        (14, "today"),
    ]
    assert marks[3].contacts == 4


def test_days_of_a_period_are_summed_in_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    activity, user = make_activity(), make_system_user()
    make_tallies(activity, [cell(activity, 3, 1), cell(activity, 4, 2, sex="m")], on=date(2022, 7, 4))
    make_tallies(activity, [cell(activity, 5)], on=date(2022, 7, 5))
    make_tallies(activity, [cell(activity, 9)], on=date(2022, 6, 30))
    with django_assert_num_queries(1):
        lines = days_of(activity.facility, JULY, user)
    assert [(line.on.day, line.contacts, line.first_visits, line.services) for line in lines] == [
        (4, 7, 3, 1),
        (5, 5, 0, 1),
    ]
