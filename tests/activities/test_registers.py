"""The mass path: whole registers, all or none, and never twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from nawl.accounts.choices import Role
from nawl.accounts.models import AuditEntry
from nawl.activities.actions import RegisterCounts, RegisterRow, close_day, record_register
from nawl.activities.models import Activity, ServiceDay, Tally
from nawl.activities.queries import month_differences, preview_register
from nawl.activities.queries.registers import CHUNK
from nawl.kit.errors import NotAllowed, NotPossible
from tests.factories.accounts import make_system_user
from tests.factories.activities import cell, make_activity, make_service, make_tallies
from tests.factories.places import make_district, make_facility, make_user_as

pytestmark = pytest.mark.django_db
WHY = "a test looks at everything"


def row(
    activity: Activity, on: date = date(2022, 6, 1), contacts: int = 3, first: int = 1, **fields: str
) -> RegisterRow:
    service = make_service(fields.pop("service", "medical-checkup"))
    found = {"sex": "f", "age_band": "18-29", **fields}
    return RegisterRow(activity.facility, activity, on, service, found["sex"], found["age_band"], contacts, first)


def june(activity: Activity, days: int = 30) -> Iterator[RegisterRow]:
    for day in range(1, days + 1):
        for sex in "fm":
            for band in ("00-04", "05-17", "18-29", "30-59", "60+"):
                yield row(activity, date(2022, 6, day), day, 1, sex=sex, age_band=band)


def test_a_register_is_written_and_the_months_are_kept() -> None:
    activity = make_activity()
    assert record_register(june(activity), by=make_system_user()) == RegisterCounts(new=300)
    assert Tally.objects.unscoped(WHY).count() == 300
    assert ServiceDay.objects.unscoped(WHY).count() == 30
    assert list(month_differences()) == []


def test_the_same_register_twice_changes_nothing() -> None:
    activity, by = make_activity(), make_system_user()
    record_register(june(activity), by=by)
    assert record_register(june(activity), by=by) == RegisterCounts(unchanged=300)
    assert AuditEntry.objects.filter(verb="activities.register_recorded").count() == 1
    assert list(month_differences()) == []


def test_a_mended_register_changes_only_what_differs() -> None:
    activity, by = make_activity(), make_system_user()
    record_register(june(activity, 2), by=by)
    mended = [
        row(activity, date(2022, 6, 1), 1, 0),
        row(activity, date(2022, 6, 2), 2, 1),
        row(activity, date(2022, 6, 3)),
    ]
    assert preview_register(mended, user=by) == RegisterCounts(new=1, changed=1, unchanged=1)
    assert record_register(mended, by=by) == RegisterCounts(new=1, changed=1, unchanged=1)
    assert list(month_differences()) == []


def test_rows_join_what_was_entered_by_hand() -> None:
    activity, by = make_activity(), make_system_user()
    make_tallies(activity, [cell(activity, 3, 1)], on=date(2022, 6, 1))
    counts = record_register([row(activity, contacts=9), row(activity, sex="m")], by=by)
    assert counts == RegisterCounts(new=1, changed=1)
    assert list(month_differences()) == []


def test_a_register_in_many_chunks_is_one_act() -> None:
    facility, by = make_facility(), make_system_user()
    activities = [make_activity(facility) for _ in range(CHUNK // 300 + 2)]
    rows = [found for activity in activities for found in june(activity)]
    assert len(rows) > CHUNK
    assert record_register(iter(rows), by=by).new == len(rows)
    entry = AuditEntry.objects.get(verb="activities.register_recorded")
    assert entry.changes == {"new": len(rows), "changed": 0, "unchanged": 0, "days": 30}
    assert entry.subjects.count() == 30
    assert entry.place_path == facility.place_path
    assert list(month_differences()) == []


def test_the_import_stands_beside_the_days_in_the_entry() -> None:
    activity = make_activity()
    record_register([row(activity)], by=make_system_user(), subject=activity)
    entry = AuditEntry.objects.get(verb="activities.register_recorded")
    assert [subject.kind for subject in entry.subjects.all()] == ["activities.activity", "activities.serviceday"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"first": 4}, "first_visits_above_contacts"),
        ({"on": date(2022, 7, 15)}, "day_in_future"),
        ({"on": date(2021, 12, 31)}, "activity_not_begun"),
        ({"service": "pregnancy-care", "sex": "m"}, "cell_not_possible"),
    ],
)
def test_one_wrong_row_refuses_the_whole_register(changes: dict[str, object], code: str) -> None:
    activity = make_activity()
    rows = [*june(activity, 1), row(activity, **changes)]  # type: ignore[arg-type]
    with pytest.raises(NotPossible, match=code):
        record_register(rows, by=make_system_user())
    assert not Tally.objects.unscoped(WHY).exists()


def test_a_cell_that_comes_twice_is_refused_even_chunks_apart() -> None:
    facility = make_facility()
    activities = [make_activity(facility) for _ in range(CHUNK // 300 + 2)]
    rows = [found for activity in activities for found in june(activity)]
    with pytest.raises(NotPossible, match="register_repeats_cell"):
        record_register([*rows, rows[0]], by=make_system_user())


def test_an_activity_of_another_facility_is_refused() -> None:
    activity, other = make_activity(), make_facility()
    wrong = row(activity)
    moved = RegisterRow(other, activity, wrong.on, wrong.service, "f", "18-29", 1, 0)
    with pytest.raises(NotPossible, match="activity_elsewhere"):
        record_register([moved], by=make_system_user())


def test_a_closed_day_refuses_changes_but_not_what_stands() -> None:
    activity, by = make_activity(), make_system_user()
    record_register([row(activity)], by=by)
    close_day(activity.facility, date(2022, 6, 1), by=by)
    assert record_register([row(activity)], by=by) == RegisterCounts(unchanged=1)
    with pytest.raises(NotPossible, match="day_closed"):
        record_register([row(activity, contacts=8)], by=by)


def test_a_governorate_director_imports_in_the_own_governorate_only() -> None:
    here, elsewhere = make_activity(), make_activity(make_facility(at=make_district("SY1302")))
    director = make_user_as(Role.GOVERNORATE_DIRECTOR, here.facility.governorate)
    assert record_register([row(here)], by=director).new == 1
    with pytest.raises(NotAllowed):
        record_register([row(here, date(2022, 6, 2)), row(elsewhere)], by=director)
    assert Tally.objects.unscoped(WHY).count() == 1


def test_preview_writes_nothing_and_sees_only_the_own_scope() -> None:
    activity = make_activity()
    record_register([row(activity)], by=make_system_user())
    stranger = make_user_as(Role.GOVERNORATE_DIRECTOR, make_district("SY1302").parent)
    assert preview_register([row(activity)], user=stranger) == RegisterCounts(new=1)
    assert Tally.objects.unscoped(WHY).count() == 1
