"""Facilities: registered under a code of their own, revised, turned from state to state; every act recorded."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from nawl.accounts.choices import Role
from nawl.accounts.models import AuditEntry, User
from nawl.accounts.queries import history_of
from nawl.kit.errors import NotAllowed, NotPossible
from nawl.places import actions
from nawl.places.models import Area, Facility
from tests.conftest import TODAY
from tests.factories.accounts import make_system_user
from tests.factories.places import (
    make_country,
    make_district,
    make_facility,
    make_governorate,
    make_subdistrict,
    make_user_as,
)

pytestmark = pytest.mark.django_db
OPENED = date(1998, 3, 1)


@pytest.fixture
def safita() -> Area:
    return make_district("SY1003")


@pytest.fixture
def director(safita: Area) -> User:
    return make_user_as(Role.GOVERNORATE_DIRECTOR, Area.objects.get(pcode="SY10"), "tartous")


def open_one(area: Area, by: User, **fields: Any) -> Facility:
    named = {"kind": "centre", "name_ar": "مركز التنمية الريفية في صافيتا", "opened_on": OPENED, **fields}
    return actions.open_facility(area=area, by=by, **named)


def turns(facility: Facility) -> list[tuple[str, date]]:
    return [
        (turn.state, turn.since) for turn in facility.statuses.visible_to(make_system_user()).order_by("since", "id")
    ]


def test_a_facility_is_registered_under_the_next_code_of_its_district(safita: Area, director: User) -> None:
    first = open_one(safita, director)
    second = open_one(make_subdistrict("SY100302"), director, name_ar="مركز مشتى الحلو")
    unit = open_one(safita, director, kind="unit", name_ar="وحدة")
    assert [one.code for one in (first, second, unit)] == ["SY1003-RDC-01", "SY1003-RDC-02", "SY1003-RIU-01"]
    assert (second.governorate.pcode, second.district, second.place_path) == (
        "SY10",
        safita,
        "SY/SY10/SY1003/SY100302/",
    )
    assert turns(first) == [("open", OPENED)]
    entry = AuditEntry.objects.order_by("recorded_at").first()
    assert entry is not None
    assert (entry.verb, entry.by, entry.place_path) == ("places.facility_opened", director, "SY/SY10/SY1003/")


def test_a_place_without_districts_gives_its_own_code() -> None:
    assert open_one(make_governorate("SY14"), make_system_user(), kind="alternative").code == "SY14-ALT-01"


def test_a_code_from_paper_is_kept_and_the_count_goes_on(safita: Area, director: User) -> None:
    assert open_one(safita, director, code="sy1003-rdc-07").code == "SY1003-RDC-07"
    assert open_one(safita, director, name_ar="آخر").code == "SY1003-RDC-08"


@pytest.mark.parametrize("code", ["SY1002-RDC-01", "SY1003-RIU-01", "SY1003-RDC-1", "SY1003-RDC-x1", "7"])
def test_a_code_that_does_not_fit_is_refused(safita: Area, director: User, code: str) -> None:
    with pytest.raises(NotPossible, match="facility_code_unfit"):
        open_one(safita, director, code=code)


def test_a_code_stands_once(safita: Area, director: User) -> None:
    open_one(safita, director, code="SY1003-RDC-07")
    with pytest.raises(NotPossible, match="facility_code_taken"):
        open_one(safita, director, name_ar="آخر", code="SY1003-RDC-07")


def test_the_wrong_role_and_the_wrong_place_are_refused(safita: Area, director: User) -> None:
    standing = make_facility(at=safita)
    others = [
        make_user_as(Role.CENTRE_CLERK, standing),
        make_user_as(Role.PROGRAMME_DIRECTOR),
        make_user_as(Role.GOVERNORATE_DIRECTOR, make_governorate("SY13")),
    ]
    for user in others:
        with pytest.raises(NotAllowed, match="role_may_not"):
            open_one(safita, user)
        with pytest.raises(NotAllowed, match="role_may_not"):
            actions.change_state(standing, "suspended", reason="سبب", by=user)
        with pytest.raises(NotAllowed, match="role_may_not"):
            actions.revise_facility(standing, name_ar="اسم", area=safita, opened_on=OPENED, by=user)
        with pytest.raises(NotAllowed, match="role_may_not"):
            actions.set_workshop(standing, name_ar="مشغل", by=user)
    with pytest.raises(NotAllowed):
        open_one(make_district("SY1302"), director)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"name_ar": "  "}, "facility_name_missing"),
        ({"opened_on": None}, "facility_opening_missing"),
        ({"opened_on": TODAY + timedelta(days=1)}, "facility_opens_later"),
        ({"latitude": Decimal("34.8")}, "facility_coordinates_half"),
        ({"latitude": Decimal("48.8"), "longitude": Decimal("2.3")}, "facility_coordinates_off"),
    ],
)
def test_what_a_facility_cannot_be_is_refused(safita: Area, director: User, fields: dict[str, Any], code: str) -> None:
    with pytest.raises(NotPossible, match=code):
        open_one(safita, director, **fields)
    assert not AuditEntry.objects.exists()


def test_the_country_is_no_place_for_a_facility() -> None:
    with pytest.raises(NotPossible, match="facility_place_too_wide"):
        open_one(make_country(), make_system_user())


def test_a_name_stands_once_at_a_place_for_a_kind(safita: Area, director: User) -> None:
    open_one(safita, director)
    open_one(safita, director, kind="unit")
    with pytest.raises(NotPossible, match="facility_name_taken"):
        open_one(safita, director)


def test_a_facility_taken_over_under_repair_keeps_its_opening(safita: Area, director: User) -> None:
    facility = open_one(safita, director, state="rehabilitation", state_since=date(2022, 2, 1))
    assert turns(facility) == [("open", OPENED), ("rehabilitation", date(2022, 2, 1))]
    closed = open_one(safita, director, name_ar="قديم", state="closed", state_since=date(2020, 1, 1))
    assert closed.closed_on == date(2020, 1, 1)


def test_a_planned_facility_opens_on_its_day(safita: Area, director: User) -> None:
    facility = open_one(safita, director, state="planned", opened_on=None)
    actions.change_state(facility, "open", since=TODAY, by=director)
    facility.refresh_from_db()
    assert (facility.state, facility.opened_on) == ("open", TODAY)


def test_a_turn_is_kept_with_its_reason(safita: Area, director: User) -> None:
    facility = open_one(safita, director)
    actions.change_state(facility, "closed", since=date(2022, 5, 1), reason="انتهاء العقد", by=director)
    facility.refresh_from_db()
    assert (facility.state, facility.closed_on) == ("closed", date(2022, 5, 1))
    actions.change_state(facility, "open", since=date(2022, 6, 1), by=director)
    facility.refresh_from_db()
    assert (facility.state, facility.closed_on, facility.opened_on) == ("open", None, OPENED)
    newest = history_of(facility).acts[1]
    assert "انتهاء العقد" in newest.sentence
    assert "1 أيار 2022" in newest.sentence
    assert [(change.before, change.after) for change in newest.changes] == [("يعمل", "مغلق")]


@pytest.mark.parametrize(
    ("state", "since", "reason", "code"),
    [
        ("open", TODAY, "", "facility_already_so"),
        ("planned", TODAY, "", "facility_state_not_next"),
        ("closed", TODAY + timedelta(days=1), "سبب", "facility_turn_in_future"),
        ("closed", OPENED - timedelta(days=1), "سبب", "facility_turn_too_early"),
        ("suspended", TODAY, " ", "facility_reason_missing"),
    ],
)
def test_a_turn_out_of_order_is_refused(
    safita: Area, director: User, state: str, since: date, reason: str, code: str
) -> None:
    facility = open_one(safita, director)
    with pytest.raises(NotPossible, match=code):
        actions.change_state(facility, state, since=since, reason=reason, by=director)
    assert turns(facility) == [("open", OPENED)]


def test_revising_changes_what_differs_and_says_so(safita: Area, director: User) -> None:
    facility = open_one(safita, director)
    revised = actions.revise_facility(
        facility,
        name_ar="مركز التنمية الريفية في صافيتا الجديدة",
        name_en="New Safita",
        area=make_subdistrict("SY100302", name_ar="مشتى الحلو"),
        latitude=Decimal("34.82"),
        longitude=Decimal("36.11"),
        opened_on=date(1999, 1, 1),
        by=director,
    )
    assert revised.code == "SY1003-RDC-01"
    assert revised.place_path == "SY/SY10/SY1003/SY100302/"
    assert "new safita" in revised.search_key
    assert turns(revised) == [("open", date(1999, 1, 1))]
    newest = history_of(revised).acts[0]
    assert {change.label for change in newest.changes} == {
        "الاسم العربي", "الاسم الإنكليزي", "خط العرض", "خط الطول", "تاريخ الافتتاح", "المكان",
    }  # fmt: skip


def test_revising_without_a_difference_leaves_no_entry(safita: Area, director: User) -> None:
    facility = open_one(safita, director)
    same = {"name_ar": facility.name_ar, "name_en": "", "opened_on": OPENED}
    actions.revise_facility(facility, area=safita, by=director, **same)
    assert AuditEntry.objects.count() == 1


def test_a_facility_stays_in_its_governorate(safita: Area, director: User) -> None:
    facility = open_one(safita, director)
    with pytest.raises(NotPossible, match="facility_would_leave"):
        actions.revise_facility(
            facility, name_ar=facility.name_ar, area=make_district("SY1302"), opened_on=OPENED, by=make_system_user()
        )


def test_an_opening_does_not_move_past_a_later_turn(safita: Area, director: User) -> None:
    facility = open_one(safita, director)
    actions.change_state(facility, "suspended", since=date(2010, 1, 1), reason="سبب", by=director)
    with pytest.raises(NotPossible, match="facility_opening_after_turn"):
        actions.revise_facility(
            facility, name_ar=facility.name_ar, area=safita, opened_on=date(2011, 1, 1), by=director
        )


def test_a_workshop_is_set_and_changed(safita: Area, director: User) -> None:
    facility = open_one(safita, director)
    actions.set_workshop(facility, name_ar="مشغل السجاد", crafts_ar="سجاد يدوي", by=director)
    actions.set_workshop(facility, name_ar="مشغل السجاد", crafts_ar="سجاد يدوي", by=director)
    workshop = actions.set_workshop(facility, name_ar="مشغل السجاد", crafts_ar="سجاد ولوحات جدارية", by=director)
    assert workshop.crafts_ar == "سجاد ولوحات جدارية"
    assert [act.verb for act in history_of(facility).acts] == ["places.workshop_set"] * 2 + ["places.facility_opened"]
    with pytest.raises(NotPossible, match="workshop_name_missing"):
        actions.set_workshop(facility, name_ar="", by=director)
