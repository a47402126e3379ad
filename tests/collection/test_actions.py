"""Receiving, recording and replacing registers: whole or not at all, once however often it is sent."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nawl.accounts.models import AuditEntry, User
from nawl.activities.actions import close_day, record_tally
from nawl.activities.models import Activity, ServiceDay, Tally, TallyMonth
from nawl.activities.queries import month_differences
from nawl.collection import actions
from nawl.collection.models import RegisterFile
from nawl.collection.queries import register_seen_by
from nawl.kit.errors import NotAllowed, NotFound, NotPossible
from nawl.places.models import Facility
from tests.factories.activities import cell, make_activity, make_tallies
from tests.factories.places import make_district, make_facility, make_governorate, make_user_as, post
from tests.factories.registers import HEADINGS, as_xlsx, days, line, make_register, tallies

pytestmark = pytest.mark.django_db
DAY = date(2022, 6, 1)
TWO = [line(contacts=5, first_visits=2), line(date(2022, 6, 2), sex="ذكر", contacts=4, first_visits=0)]


def stored() -> list[tuple[str, int, int]]:
    rows = Tally.objects.unscoped("test").order_by("day__occurred_on", "sex", "age_band")
    return [(str(one.day.occurred_on), one.contacts, one.first_visits) for one in rows.select_related("day")]


def verbs() -> list[str]:
    entries = AuditEntry.objects.exclude(verb="activities.catalogue_loaded").order_by("recorded_at", "id")
    return list(entries.values_list("verb", flat=True))


def test_a_register_is_checked_first_and_recorded_afterwards(centre: Facility, clerk: User) -> None:
    register = actions.receive("سجل.xlsx", tallies(TWO), by=clerk)
    assert (register.state, register.new_count, register.fault_count) == ("checked", 2, 0)
    assert register.facility == centre
    assert not stored()
    register = actions.record(register, by=clerk)
    assert (register.state, register.recorded_by, register.new_count) == ("recorded", clerk, 2)
    assert stored() == [("2022-06-01", 5, 2), ("2022-06-02", 4, 0)]
    assert sum(month.contacts for month in TallyMonth.objects.unscoped("test")) == 9
    assert not list(month_differences())


def test_the_file_itself_is_kept_byte_by_byte(clerk: User) -> None:
    content = tallies(TWO)
    register = actions.receive("سجل.xlsx", content, by=clerk)
    kept = RegisterFile.objects.unscoped("test").get(pk=register.pk)
    assert bytes(kept.content) == content
    assert (kept.size, kept.sha256) == (len(content), hashlib.sha256(content).hexdigest())


def test_receiving_leaves_one_entry_and_recording_one_with_the_register_and_its_days(clerk: User) -> None:
    register = actions.receive("سجل.xlsx", tallies(TWO), by=clerk)
    assert verbs() == ["collection.register_received"]
    actions.record(register, by=clerk)
    assert verbs() == ["collection.register_received", "activities.register_recorded"]
    subjects = AuditEntry.objects.get(verb="activities.register_recorded").subjects.values_list("kind", "key")
    assert sorted(kind for kind, _key in subjects) == [
        "activities.serviceday",
        "activities.serviceday",
        "collection.registerfile",
    ]


def test_a_register_with_faults_is_kept_and_cannot_be_recorded(clerk: User) -> None:
    register = actions.receive("سجل.xlsx", tallies([*TWO, line(service="؟")]), by=clerk)
    assert (register.state, register.fault_count) == ("refused", 1)
    with pytest.raises(NotPossible, match="register_has_faults"):
        actions.record(register, by=clerk)
    assert not stored()


def test_the_same_file_twice_changes_nothing_and_comes_back_as_it_was_recorded(clerk: User) -> None:
    content = tallies(TWO)
    first = actions.record(actions.receive("سجل.xlsx", content, by=clerk), by=clerk)
    before = (stored(), verbs())
    again = actions.receive("نسخة.xlsx", content, by=clerk)
    assert again.pk == first.pk
    assert (stored(), verbs()) == before


def test_another_file_of_the_same_counts_brings_nothing_new(clerk: User) -> None:
    actions.record(actions.receive("سجل.xlsx", tallies(TWO), by=clerk), by=clerk)
    again = actions.receive("سجل.xlsx", tallies([*TWO, []], headings=[*HEADINGS, "ملاحظات"]), by=clerk)
    assert (again.state, again.new_count, again.changed_count, again.unchanged_count) == ("checked", 0, 0, 2)
    again = actions.record(again, by=clerk)
    assert (again.state, again.unchanged_count) == ("recorded", 2)
    assert verbs()[-1] == "collection.register_recorded"
    assert Tally.objects.unscoped("test").count() == 2


def test_recording_twice_does_it_once(clerk: User) -> None:
    register = actions.receive("سجل.xlsx", tallies(TWO), by=clerk)
    actions.record(register, by=clerk)
    before = verbs()
    assert actions.record(register_seen_by(clerk, register.pk), by=clerk).state == "recorded"
    assert verbs() == before


def test_a_corrected_register_shows_what_changes_and_changes_just_that(clerk: User) -> None:
    actions.record(actions.receive("سجل.xlsx", tallies(TWO), by=clerk), by=clerk)
    corrected = [line(contacts=7, first_visits=2), TWO[1], line(date(2022, 6, 5))]
    register = actions.receive("مصحح.xlsx", tallies(corrected), by=clerk)
    assert (register.new_count, register.changed_count, register.unchanged_count) == (1, 1, 1)
    assert register.preview["examples"] == [
        {
            "facility": "SY1003-RDC-02",
            "activity": "عيادة المركز",
            "service": "medical-checkup",
            "day": "2022-06-01",
            "sex": "f",
            "age_band": "18-29",
            "before": [5, 2],
            "after": [7, 2],
        }
    ]
    assert register.preview["months"][0]["before"] == [9, 2]
    assert register.preview["months"][0]["after"] == [14, 3]
    actions.record(register, by=clerk)
    assert stored() == [("2022-06-01", 7, 2), ("2022-06-02", 4, 0), ("2022-06-05", 3, 1)]
    assert not list(month_differences())


def test_when_the_programme_changed_since_the_check_nothing_is_recorded_before_another_look(
    centre: Facility, clinic: Activity, clerk: User
) -> None:
    register = actions.receive("سجل.xlsx", tallies(TWO), by=clerk)
    make_tallies(clinic, [cell(clinic, 1, 1)], on=DAY)
    fresh = register_seen_by(clerk, register.pk)
    register = actions.record(fresh, by=clerk)
    assert (register.state, register.new_count, register.changed_count) == ("checked", 1, 1)
    assert stored() == [("2022-06-01", 1, 1)]
    assert verbs()[-1] == "collection.register_checked_again"
    register = actions.record(register_seen_by(clerk, register.pk), by=clerk)
    assert register.state == "recorded"
    assert stored() == [("2022-06-01", 5, 2), ("2022-06-02", 4, 0)]


def test_a_check_that_now_finds_faults_records_nothing(centre: Facility, clinic: Activity, clerk: User) -> None:
    register = actions.receive("سجل.xlsx", tallies(TWO), by=clerk)
    clinic.ends_on = date(2022, 6, 1)
    clinic.save()
    register = actions.record(register_seen_by(clerk, register.pk), by=clerk)
    assert (register.state, [fault["code"] for fault in register.faults]) == ("refused", ["activity_over"])
    assert not stored()


def test_a_closed_day_stands_unless_it_stays_as_it_is(centre: Facility, clinic: Activity, clerk: User) -> None:
    record_tally(centre, DAY, [cell(clinic, 5, 2)], by=clerk)
    close_day(centre, DAY, by=clerk)
    assert actions.receive("سجل.xlsx", tallies(TWO), by=clerk).state == "checked"
    register = actions.receive("آخر.xlsx", tallies([line(contacts=6), TWO[1]]), by=clerk)
    assert [(fault["code"], fault["rows"]) for fault in register.faults] == [("day_closed", [[2, 2]])]


def test_noughts_are_recorded_only_over_what_stands(centre: Facility, clinic: Activity, clerk: User) -> None:
    make_tallies(clinic, [cell(clinic, 5, 2)], on=DAY)
    rows = [line(contacts=0, first_visits=0), line(sex="ذكر", contacts=0, first_visits=0)]
    register = actions.receive("سجل.xlsx", tallies(rows), by=clerk)
    assert (register.new_count, register.changed_count) == (0, 1)
    actions.record(register, by=clerk)
    assert stored() == [("2022-06-01", 0, 0)]


def test_a_register_without_first_visits_leaves_those_that_stand(
    centre: Facility, clinic: Activity, clerk: User
) -> None:
    make_tallies(clinic, [cell(clinic, 5, 2)], on=DAY)
    rows = [line()[:6], line(date(2022, 6, 2))[:6]]
    register = actions.receive("سجل.xlsx", tallies(rows, headings=HEADINGS[:6]), by=clerk)
    actions.record(register, by=clerk)
    assert stored() == [("2022-06-01", 3, 2), ("2022-06-02", 3, 0)]


def test_a_crash_in_the_middle_leaves_nothing(clerk: User, monkeypatch: pytest.MonkeyPatch) -> None:
    from nawl.activities.actions import registers

    register = actions.receive("سجل.xlsx", tallies(TWO), by=clerk)

    def fail(_deltas: object) -> None:
        raise RuntimeError("the line was cut")

    monkeypatch.setattr(registers, "add_to_months", fail)
    with pytest.raises(RuntimeError):
        actions.record(register, by=clerk)
    assert not stored()
    assert not ServiceDay.objects.unscoped("test").exists()
    assert register_seen_by(clerk, register.pk).state == "checked"


def test_a_mended_register_takes_the_place_of_the_refused_one(clerk: User) -> None:
    old = actions.receive("سجل.xlsx", tallies([line(service="؟")]), by=clerk)
    new = actions.receive("سجل.xlsx", tallies(TWO), by=clerk, replaces=old)
    old = register_seen_by(clerk, old.pk)
    assert (old.state, old.replaced_by) == ("replaced", new)
    with pytest.raises(NotPossible, match="register_was_replaced"):
        actions.record(old, by=clerk)


def test_a_recorded_register_is_not_replaced(clerk: User) -> None:
    old = actions.record(actions.receive("سجل.xlsx", tallies(TWO), by=clerk), by=clerk)
    with pytest.raises(NotPossible, match="register_recorded_already"):
        actions.receive("سجل.xlsx", tallies([line(contacts=9)]), by=clerk, replaces=old)


@pytest.mark.parametrize("role", ["workshop_supervisor", "grants_officer", "finance_officer", "union_office"])
def test_a_role_that_does_not_record_services_may_not_send_registers(
    role: str, centre: Facility, clinic: Activity
) -> None:
    other = make_user_as(role, centre)
    with pytest.raises(NotAllowed):
        actions.receive("سجل.xlsx", tallies(TWO), by=other, facility=centre)
    with pytest.raises(NotAllowed):
        actions.receive("سجل.xlsx", tallies(TWO), by=other)
    assert not RegisterFile.objects.unscoped("test").exists()


def test_another_clerk_may_not_record_the_register(clerk: User) -> None:
    register = actions.receive("سجل.xlsx", tallies(TWO), by=clerk)
    stranger = make_user_as("centre_clerk", make_facility(at=make_district("SY1302")))
    with pytest.raises(NotFound):
        register_seen_by(stranger, register.pk)
    with pytest.raises(NotAllowed):
        actions.record(register, by=stranger)


def test_a_clerk_of_two_centres_says_which_one_the_register_is_about(
    centre: Facility, clinic: Activity, clerk: User
) -> None:
    from tests.factories.places import post

    post(clerk, "centre_clerk", make_facility(at=make_district("SY1002")))
    with pytest.raises(NotPossible, match="register_facility_needed"):
        actions.receive("سجل.xlsx", tallies(TWO), by=clerk)
    assert actions.receive("سجل.xlsx", tallies(TWO), by=clerk, facility=centre).facility == centre


def test_a_row_about_another_centre_is_told_without_telling_more(centre: Facility, clerk: User) -> None:
    make_facility("SY1302-RDC-01", at=make_district("SY1302"), name_ar="مركز صلخد")
    rows = [["SY1302-RDC-01", *line()], ["لا أحد", *line()], ["SY1003-RDC-02", *line()]]
    register = actions.receive("سجل.xlsx", as_xlsx([["رمز المركز", *HEADINGS], *rows]), by=clerk)
    codes = {fault["code"] for fault in register.faults}
    assert codes == {"facility_unknown"}
    assert all("صلخد" not in str(fault) for fault in register.faults)


def test_a_director_sends_one_register_for_the_whole_governorate(centre: Facility, clinic: Activity) -> None:
    other = make_facility(at=make_district("SY1002"))
    make_activity(other, title="عيادة المركز")
    director = make_user_as("governorate_director", make_governorate("SY10"))
    rows = [["SY1003-RDC-02", *line()], [other.name_ar, *line(contacts=8)]]
    register = actions.receive("سجل.xlsx", as_xlsx([["المركز", *HEADINGS], *rows]), by=director)
    assert register.state == "checked", register.faults
    assert (register.facility, register.area) == (None, make_governorate("SY10"))
    assert register.place_path == make_governorate("SY10").path
    actions.record(register_seen_by(director, register.pk), by=director)
    assert sorted(contacts for _day, contacts, _first in stored()) == [3, 8]


def test_a_register_of_one_centre_belongs_to_it_whoever_sent_it(centre: Facility, clerk: User) -> None:
    director = make_user_as("governorate_director", make_governorate("SY10"))
    content = as_xlsx([["المركز", *HEADINGS], ["SY1003-RDC-02", *line()]])
    register = actions.receive("سجل.xlsx", content, by=director)
    assert register_seen_by(clerk, register.pk).facility == centre


def of_two_centres(centre: Facility) -> RegisterFile:
    other = make_facility(at=make_district("SY1300"))
    make_activity(other, title="عيادة المركز")
    rows = [["المركز", *HEADINGS], [centre.code, *line()], [other.code, *line()]]
    register = actions.receive("سجل.xlsx", as_xlsx(rows), by=make_user_as("administrator"))
    assert (register.facility, register.state) == (None, "checked")
    return register


def test_who_only_sees_a_register_neither_records_nor_replaces_nor_changes_it(
    centre: Facility, clinic: Activity
) -> None:
    register = of_two_centres(centre)
    reader = make_user_as("programme_director")
    post(reader, "centre_clerk", centre)
    before = verbs()
    with pytest.raises(NotAllowed, match="role_may_not"):
        actions.record(register, by=reader)
    with pytest.raises(NotAllowed, match="role_may_not"):
        actions.receive("آخر.xlsx", tallies(TWO), by=reader, facility=centre, replaces=register)
    register.refresh_from_db()
    assert (register.state, verbs()) == ("checked", before)


def test_a_title_above_the_table_says_which_centre_it_is_about(centre: Facility, clinic: Activity) -> None:
    director = make_user_as("governorate_director", make_governorate("SY10"))
    content = as_xlsx([[f"سجل {centre.name_ar}"], HEADINGS, line()])
    assert actions.receive("سجل.xlsx", content, by=director).facility == centre


def test_lookups_ask_the_same_number_of_questions_however_long_the_register(centre: Facility, clerk: User) -> None:
    asked = []
    actions.try_out("سجل.xlsx", tallies([line()]), by=clerk, facility=centre)
    for count in (3, 28):
        with CaptureQueriesContext(connection) as queries:
            actions.try_out("سجل.xlsx", tallies([line(day) for day in days(count)]), by=clerk, facility=centre)
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 6


def test_the_factory_makes_a_register() -> None:
    assert make_register().state == "checked"


def test_trying_out_keeps_nothing(centre: Facility, clerk: User) -> None:
    found = actions.try_out("سجل.xlsx", tallies(TWO), by=clerk)
    assert (found.is_sound, found.new) == (True, 2)
    assert not RegisterFile.objects.unscoped("test").exists()


def test_the_same_file_sent_again_while_it_waits_takes_its_own_place(clerk: User) -> None:
    content = tallies(TWO)
    first = actions.receive("سجل.xlsx", content, by=clerk)
    second = actions.receive("سجل.xlsx", content, by=clerk)
    assert register_seen_by(clerk, first.pk).state == "replaced"
    assert actions.record(second, by=clerk).state == "recorded"
    assert stored() == [("2022-06-01", 5, 2), ("2022-06-02", 4, 0)]


def test_a_cell_changed_between_the_last_look_and_the_writing_is_never_overwritten_unseen(
    centre: Facility, clerk: User
) -> None:
    register = actions.receive("سجل.xlsx", tallies(TWO), by=clerk)
    activity = Activity.objects.visible_to(clerk).get()
    record_tally(centre, DAY, [cell(activity, 9, 1)], by=clerk)
    before = stored()
    again = actions.record(register, by=clerk)
    assert again.state == "checked"
    assert stored() == before
    assert (again.new_count, again.changed_count) == (1, 1)
    assert actions.record(RegisterFile.objects.visible_to(clerk).get(pk=again.pk), by=clerk).state == "recorded"
