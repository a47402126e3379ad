"""Recording a day cell by cell."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from nawl.accounts.choices import Role
from nawl.accounts.models import AuditEntry
from nawl.activities.actions import Seen, close_day, record_tally, reopen_day
from nawl.activities.models import ReceivedChange, ServiceDay, Tally, TallyMonth
from nawl.activities.queries import day_sheet, month_differences
from nawl.kit.errors import Conflict, NotAllowed, NotFound, NotPossible
from tests.factories.accounts import make_system_user
from tests.factories.activities import cell, make_activity, make_service, make_tallies, make_type
from tests.factories.places import make_district, make_facility, make_user_as

pytestmark = pytest.mark.django_db
TODAY = date(2022, 7, 14)


def rows() -> set[tuple[str, str, int, int]]:
    tallies = Tally.objects.unscoped("a test looks at everything")
    return set(tallies.values_list("sex", "age_band", "contacts", "first_visits"))


def months() -> set[tuple[date, str, int, int]]:
    sums = TallyMonth.objects.unscoped("a test looks at everything").exclude(contacts=0)
    return set(sums.values_list("month", "age_band", "contacts", "first_visits"))


def test_counts_are_written_and_the_month_is_kept_beside() -> None:
    activity = make_activity()
    clerk = make_user_as(Role.CENTRE_CLERK, activity.facility)
    answer = record_tally(
        activity.facility, TODAY, [cell(activity, 3, 1), cell(activity, 2, 0, age_band="30-59")], by=clerk
    )
    assert (answer.changed, answer.contacts, answer.first_visits) == (2, 5, 1)
    assert rows() == {("f", "18-29", 3, 1), ("f", "30-59", 2, 0)}
    assert months() == {(date(2022, 7, 1), "18-29", 3, 1), (date(2022, 7, 1), "30-59", 2, 0)}
    assert list(month_differences()) == []


def test_a_cell_is_corrected_emptied_and_set_to_nought() -> None:
    activity = make_activity()
    place = activity.facility
    by = make_system_user()
    make_tallies(activity, [cell(activity, 3, 1), cell(activity, 4, 2, age_band="30-59"), cell(activity, 1, sex="m")])
    changes = [cell(activity, 1, 1), cell(activity, None, age_band="30-59"), cell(activity, 0, sex="m")]
    answer = record_tally(place, TODAY, changes, by=by)
    assert (answer.contacts, answer.first_visits) == (1, 1)
    assert rows() == {("f", "18-29", 1, 1), ("m", "18-29", 0, 0)}
    assert list(month_differences()) == []


def test_each_act_leaves_one_entry_with_every_cell_before_and_after() -> None:
    activity = make_activity()
    make_tallies(activity, [cell(activity, 3, 1)])
    clerk = make_user_as(Role.CENTRE_CLERK, activity.facility)
    record_tally(activity.facility, TODAY, [cell(activity, 5, 1), cell(activity, 3, 1, sex="m")], by=clerk)
    entry = AuditEntry.objects.get(verb="activities.tally_recorded", by=clerk)
    day = ServiceDay.objects.unscoped("a test looks at everything").get()
    assert [(subject.kind, subject.key) for subject in entry.subjects.all()] == [("activities.serviceday", str(day.pk))]
    assert entry.place_path == activity.facility.place_path
    assert entry.changes["contacts"] == [3, 8]
    assert entry.changes["first_visits"] == [1, 2]
    assert entry.changes["cells"] == {
        f"{activity.code}.medical-checkup.f.18-29": {"before": [3, 1], "after": [5, 1]},
        f"{activity.code}.medical-checkup.m.18-29": {"before": [None, 0], "after": [3, 1]},
    }


def test_what_changes_nothing_leaves_no_entry() -> None:
    activity = make_activity()
    make_tallies(activity, [cell(activity, 3, 1)])
    answer = make_tallies(activity, [cell(activity, 3, 1), cell(activity, None, sex="m")])
    assert answer.changed == 0
    assert AuditEntry.objects.filter(verb="activities.tally_recorded").count() == 1


def test_a_sheet_sent_as_it_came_leaves_no_day_behind() -> None:
    activity = make_activity()
    answer = record_tally(activity.facility, TODAY, [cell(activity, None)], by=make_system_user())
    assert answer.changed == 0
    assert not ServiceDay.objects.unscoped("a test looks at everything").exists()


@pytest.mark.parametrize("role", [Role.CENTRE_CLERK, Role.PARTNER, Role.ADMINISTRATOR])
def test_those_who_count_may_record(role: str) -> None:
    activity = make_activity()
    by = make_user_as(role, None if role == Role.ADMINISTRATOR else activity.facility)
    assert record_tally(activity.facility, TODAY, [cell(activity)], by=by).contacts == 1


@pytest.mark.parametrize("role", [Role.GOVERNORATE_DIRECTOR, Role.GRANTS_OFFICER, Role.PROGRAMME_DIRECTOR])
def test_those_who_only_look_are_refused(role: str) -> None:
    activity = make_activity()
    with pytest.raises(NotAllowed, match="role_may_not"):
        record_tally(activity.facility, TODAY, [cell(activity)], by=make_user_as(role, activity.facility.governorate))
    assert not rows()


def test_a_clerk_of_another_facility_is_refused() -> None:
    activity = make_activity()
    other = make_user_as(Role.CENTRE_CLERK, make_facility(at=make_district("SY1302")))
    with pytest.raises(NotAllowed):
        record_tally(activity.facility, TODAY, [cell(activity)], by=other)


@pytest.mark.parametrize(
    ("changes", "on", "code"),
    [
        ({"first_visits": 4}, TODAY, "first_visits_above_contacts"),
        ({"contacts": -1}, TODAY, "count_below_zero"),
        ({"contacts": None, "first_visits": 1}, TODAY, "first_visits_above_contacts"),
        ({"service": "pregnancy-care", "sex": "m"}, TODAY, "cell_not_possible"),
        ({"service": "sport"}, TODAY, "service_not_of_activity"),
        ({"sex": "x"}, TODAY, "sex_unknown"),
        ({"age_band": "20-30"}, TODAY, "age_band_unknown"),
        ({}, date(2022, 7, 15), "day_in_future"),
        ({}, date(1997, 1, 1), "day_before_opening"),
        ({}, date(2021, 12, 31), "activity_not_begun"),
    ],
)
def test_a_rule_refuses_the_whole_sending(changes: dict[str, object], on: date, code: str) -> None:
    activity = make_activity()
    asked = {"contacts": 3, "first_visits": 0, **changes}
    with pytest.raises(NotPossible, match=code):
        record_tally(
            activity.facility,
            on,
            [cell(activity, 1, sex="f", age_band="60+"), cell(activity, **asked)],
            by=make_system_user(),
        )
    assert not rows()
    assert not ServiceDay.objects.unscoped("a test looks at everything").exists()


def test_a_cell_named_twice_is_refused() -> None:
    activity = make_activity()
    with pytest.raises(NotPossible, match="cell_repeated"):
        make_tallies(activity, [cell(activity, 1), cell(activity, 2)])


def test_another_facilitys_activity_is_not_found() -> None:
    activity, other = make_activity(), make_activity(make_facility())
    with pytest.raises(NotFound, match="activity_not_found"):
        record_tally(activity.facility, TODAY, [cell(other)], by=make_system_user())


def test_a_closed_or_planned_facility_is_refused() -> None:
    planned = make_activity(make_facility(state="planned"))
    with pytest.raises(NotPossible, match="facility_still_planned"):
        make_tallies(planned)
    closed = make_activity(make_facility(state="closed", closed_on=date(2022, 6, 30)))
    with pytest.raises(NotPossible, match="day_after_closing"):
        make_tallies(closed)
    assert make_tallies(closed, on=date(2022, 6, 30)).contacts == 3


def test_a_closed_day_is_refused_until_it_is_opened_again() -> None:
    activity = make_activity()
    by = make_system_user()
    make_tallies(activity)
    close_day(activity.facility, TODAY, by=by)
    with pytest.raises(NotPossible, match="day_closed"):
        make_tallies(activity, [cell(activity, 9)])
    reopen_day(activity.facility, TODAY, by=by, reason="ورقة وصلت متأخرة")
    assert make_tallies(activity, [cell(activity, 9)]).contacts == 9


def test_the_same_key_with_the_same_content_gives_the_same_answer_once() -> None:
    activity, key, by = make_activity(), uuid4(), make_system_user()
    first = record_tally(activity.facility, TODAY, [cell(activity, 3, 1)], by=by, key=key)
    record_tally(activity.facility, TODAY, [cell(activity, 7, 1)], by=by)
    again = record_tally(activity.facility, TODAY, [cell(activity, 3, 1)], by=by, key=key)
    assert again == first
    assert rows() == {("f", "18-29", 7, 1)}
    assert AuditEntry.objects.filter(verb="activities.tally_recorded").count() == 2


def test_a_repeat_is_answered_even_after_the_day_was_closed() -> None:
    activity, key, by = make_activity(), uuid4(), make_system_user()
    first = record_tally(activity.facility, TODAY, [cell(activity, 3, 1)], by=by, key=key)
    close_day(activity.facility, TODAY, by=by)
    assert record_tally(activity.facility, TODAY, [cell(activity, 3, 1)], by=by, key=key) == first


def test_the_order_of_cells_does_not_make_other_content() -> None:
    activity, key, by = make_activity(), uuid4(), make_system_user()
    both = [cell(activity, 3, 1), cell(activity, 2, sex="m")]
    first = record_tally(activity.facility, TODAY, both, by=by, key=key)
    assert record_tally(activity.facility, TODAY, both[::-1], by=by, key=key) == first


def test_the_same_key_with_other_content_day_or_person_is_refused() -> None:
    activity, key, by = make_activity(), uuid4(), make_system_user()
    place = activity.facility
    record_tally(place, TODAY, [cell(activity, 3, 1)], by=by, key=key)
    with pytest.raises(Conflict, match="key_reused"):
        record_tally(place, TODAY, [cell(activity, 4, 1)], by=by, key=key)
    with pytest.raises(Conflict, match="key_reused"):
        record_tally(place, date(2022, 7, 13), [cell(activity, 3, 1)], by=by, key=key)
    with pytest.raises(Conflict, match="key_reused"):
        record_tally(place, TODAY, [cell(activity, 3, 1)], by=make_user_as(Role.CENTRE_CLERK, place), key=key)
    assert ReceivedChange.objects.count() == 1
    assert rows() == {("f", "18-29", 3, 1)}


def test_a_cell_that_a_colleague_changed_is_not_overwritten() -> None:
    activity, by = make_activity(), make_system_user()
    make_tallies(activity, [cell(activity, 7, 2)])
    asked = [cell(activity, 5, 1, seen=Seen(3, 1)), cell(activity, 2, sex="m", seen=Seen())]
    with pytest.raises(Conflict, match="tally_changed_meanwhile") as refusal:
        record_tally(activity.facility, TODAY, asked, by=by)
    assert refusal.value.facts["cells"] == [
        {"cell": f"{activity.code}.medical-checkup.f.18-29", "yours": [5, 1], "theirs": [7, 2]}
    ]
    assert refusal.value.facts["count"] == 1
    assert rows() == {("f", "18-29", 7, 2)}


def test_what_was_seen_and_still_stands_is_overwritten() -> None:
    activity, by = make_activity(), make_system_user()
    make_tallies(activity, [cell(activity, 7, 2)])
    record_tally(activity.facility, TODAY, [cell(activity, 8, 2, seen=Seen(7, 2))], by=by)
    assert rows() == {("f", "18-29", 8, 2)}


def test_wishing_for_what_already_stands_is_no_conflict() -> None:
    activity, by = make_activity(), make_system_user()
    make_tallies(activity, [cell(activity, 7, 2)])
    answer = record_tally(activity.facility, TODAY, [cell(activity, 7, 2, seen=Seen(6, 2))], by=by)
    assert answer.changed == 0


def test_a_service_that_left_its_type_can_still_be_corrected() -> None:
    activity, by = make_activity(), make_system_user()
    make_tallies(activity, [cell(activity, 7, 2)])
    make_type("health").services.remove(make_service("medical-checkup"))
    record_tally(activity.facility, TODAY, [cell(activity, 6, 2)], by=by)
    assert rows() == {("f", "18-29", 6, 2)}
    assert "medical-checkup" in {row.service for row in day_sheet(activity.facility, TODAY, by).rows}
