"""Planning, revising and ending activities; the list and the page's queries."""

from __future__ import annotations

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from nawl.accounts.choices import Role
from nawl.accounts.models import AuditEntry
from nawl.activities.actions import end_activity, plan_activity, revise_activity
from nawl.activities.models import Activity
from nawl.activities.queries import (
    ActivityFilters,
    activities_seen_by,
    activity_seen_by,
    days_of_activity,
    months_of_activity,
)
from nawl.kit.errors import NotAllowed, NotFound, NotPossible
from tests.factories.accounts import make_system_user
from tests.factories.activities import cell, make_activity, make_tallies, make_type
from tests.factories.partners import make_organisation
from tests.factories.places import make_district, make_facility, make_user_as

pytestmark = pytest.mark.django_db
START = date(2022, 2, 1)


def test_an_activity_is_planned_with_the_next_code_of_its_facility() -> None:
    facility = make_facility()
    clerk = make_user_as(Role.CENTRE_CLERK, facility)
    first = plan_activity(facility, type=make_type(), title="  عيادة   نسائية ", starts_on=START, by=clerk)
    second = plan_activity(facility, type=make_type(), title="عيادة أطفال", starts_on=START, reach=40, by=clerk)
    assert (first.code, second.code) == (f"{facility.code}-A01", f"{facility.code}-A02")
    assert first.title == "عيادة نسائية"
    entry = AuditEntry.objects.filter(verb="activities.activity_planned").first()
    assert entry.by == clerk
    assert entry.place_path == facility.place_path
    assert entry.changes["reach"] == 40


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"title": " "}, "title_missing"),
        ({"ends_on": date(2022, 1, 31)}, "activity_ends_before_start"),
        ({"starts_on": date(1990, 1, 1)}, "activity_before_opening"),
        ({"title": "عياده نسائيه"}, "activity_exists"),
        ({"title": "د" * 201}, "text_too_long"),
        ({"reach": 0}, "reach_unlikely"),
        ({"reach": 1_000_001}, "reach_unlikely"),
    ],
)
def test_a_plan_against_the_rules_is_refused(changes: dict[str, object], code: str) -> None:
    facility, by = make_facility(), make_system_user()
    plan_activity(facility, type=make_type(), title="عيادة نسائية", starts_on=START, by=by)
    asked: dict[str, object] = {"title": "أخرى", "starts_on": START, **changes}
    with pytest.raises(NotPossible, match=code):
        plan_activity(facility, type=make_type(), by=by, **asked)  # type: ignore[arg-type]
    assert Activity.objects.unscoped("a test looks at everything").count() == 1


def test_a_governorate_director_plans_only_in_the_own_governorate() -> None:
    here, elsewhere = make_facility(), make_facility(at=make_district("SY1302"))
    director = make_user_as(Role.GOVERNORATE_DIRECTOR, here.governorate)
    plan_activity(here, type=make_type(), title="عيادة", starts_on=START, by=director)
    with pytest.raises(NotAllowed):
        plan_activity(elsewhere, type=make_type(), title="عيادة", starts_on=START, by=director)


def test_a_revision_keeps_what_changed() -> None:
    activity, by = make_activity(title="عيادة"), make_system_user()
    partner = make_organisation(name_ar="جمعية البناء")
    revised = revise_activity(activity, title="عيادة الأسرة", starts_on=date(2022, 1, 1), partner=partner, by=by)
    assert revised.title == "عيادة الأسرة"
    changes = AuditEntry.objects.get(verb="activities.activity_revised").changes
    assert changes == {
        "activity": "عيادة الأسرة",
        "title": ["عيادة", "عيادة الأسرة"],
        "partner": [None, "جمعية البناء"],
    }


def test_a_revision_that_changes_nothing_leaves_no_entry() -> None:
    activity = make_activity(title="عيادة")
    revise_activity(activity, title="عيادة", starts_on=date(2022, 1, 1), by=make_system_user())
    assert not AuditEntry.objects.filter(verb="activities.activity_revised").exists()


def test_counted_days_stay_inside_an_activitys_dates() -> None:
    activity, by = make_activity(), make_system_user()
    make_tallies(activity, on=date(2022, 3, 10))
    with pytest.raises(NotPossible, match="activity_counted_outside"):
        revise_activity(activity, title=activity.title, starts_on=date(2022, 3, 11), by=by)
    with pytest.raises(NotPossible, match="activity_counted_outside"):
        end_activity(activity, date(2022, 3, 9), by=by)
    assert end_activity(activity, date(2022, 3, 10), by=by).ends_on == date(2022, 3, 10)


def test_an_end_is_audited_with_its_reason() -> None:
    activity = make_activity()
    clerk = make_user_as(Role.CENTRE_CLERK, activity.facility)
    end_activity(activity, date(2022, 6, 30), by=clerk, reason="انتهى التمويل")
    changes = AuditEntry.objects.get(verb="activities.activity_ended").changes
    assert changes == {"activity": activity.title, "ends_on": [None, "2022-06-30"], "reason": "انتهى التمويل"}


def test_an_activity_does_not_end_before_it_begins() -> None:
    with pytest.raises(NotPossible, match="activity_ends_before_start"):
        end_activity(make_activity(), date(2021, 12, 31), by=make_system_user())


def test_a_finance_officer_changes_no_activity() -> None:
    activity = make_activity()
    officer = make_user_as(Role.FINANCE_OFFICER, activity.facility.governorate)
    with pytest.raises(NotAllowed):
        revise_activity(activity, title="أخرى", starts_on=START, by=officer)
    with pytest.raises(NotAllowed):
        end_activity(activity, date(2022, 6, 30), by=officer)


def test_the_list_holds_only_what_the_user_may_see() -> None:
    here, elsewhere = make_activity(), make_activity(make_facility(at=make_district("SY1302")))
    director = make_user_as(Role.GOVERNORATE_DIRECTOR, here.facility.governorate)
    assert list(activities_seen_by(director)) == [here]
    assert activity_seen_by(here.code, director) == here
    with pytest.raises(NotFound, match="activity_not_found"):
        activity_seen_by(elsewhere.code, director)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (ActivityFilters(), {"عيادة الأسرة", "روضة", "نسيج"}),
        (ActivityFilters(text="اسره عياده"), {"عيادة الأسرة"}),
        (ActivityFilters(text="صافيتا"), {"عيادة الأسرة", "روضة"}),
        (ActivityFilters(text="لا شيء كهذا"), set()),
        (ActivityFilters(area="education"), {"روضة"}),
        (ActivityFilters(type="health"), {"عيادة الأسرة"}),
        (ActivityFilters(state="running"), {"عيادة الأسرة"}),
        (ActivityFilters(state="over"), {"روضة"}),
        (ActivityFilters(state="planned"), {"نسيج"}),
        (ActivityFilters(governorate="SY13"), {"نسيج"}),
        (ActivityFilters(facility="SY1302-RDC-01"), {"نسيج"}),
    ],
)
def test_filters_narrow_the_list(filters: ActivityFilters, expected: set[str]) -> None:
    safita = make_facility()
    make_activity(safita, "health", title="عيادة الأسرة")
    make_activity(safita, "kindergarten", title="روضة", ends_on=date(2022, 5, 31))
    make_activity(
        make_facility(at=make_district("SY1302")), "carpet-training", title="نسيج", starts_on=date(2022, 9, 1)
    )
    assert {activity.title for activity in activities_seen_by(make_system_user(), filters)} == expected


def test_the_list_takes_two_queries_and_knows_the_services(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    facility, user = make_facility(), make_system_user()
    for number in range(5):
        activity = make_activity(facility)
        make_tallies(activity, [cell(activity, number + 1)])
    with django_assert_num_queries(2):
        page = activities_seen_by(user)
        assert sorted(activity.contacts for activity in page) == [1, 2, 3, 4, 5]
        assert all(activity.facility.governorate.name and activity.type.name for activity in page)


def test_months_and_days_of_an_activity() -> None:
    activity, user = make_activity(), make_system_user()
    make_tallies(activity, [cell(activity, 3, 1)], on=date(2022, 6, 7))
    make_tallies(activity, [cell(activity, 4, 2), cell(activity, 1, sex="m")], on=date(2022, 6, 8))
    make_tallies(activity, [cell(activity, 5, 0)], on=date(2022, 7, 4))
    found = months_of_activity(activity, user)
    assert [(month.month, month.contacts, month.first_visits) for month in found] == [
        (date(2022, 6, 1), 8, 3),
        (date(2022, 7, 1), 5, 0),
    ]
    assert days_of_activity(activity, user, limit=2) == [(date(2022, 7, 4), 5), (date(2022, 6, 8), 5)]
