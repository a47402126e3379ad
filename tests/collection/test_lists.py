"""Registers of facilities and of activities: each row through the action of its page, all or none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from nawl.accounts.models import User
from nawl.activities.models import Activity
from nawl.collection import actions
from nawl.collection.models import RegisterFile
from nawl.partners.models import Agreement
from nawl.places.models import Area, Facility, FacilityStatus, Workshop
from tests.factories.activities import make_activity, make_catalogue
from tests.factories.partners import make_organisation
from tests.factories.places import make_district, make_facility, make_governorate, make_subdistrict, make_user_as
from tests.factories.registers import as_csv, as_xlsx

pytestmark = pytest.mark.django_db
FACILITIES = (
    "الرمز",
    "النوع",
    "اسم المركز أو الوحدة",
    "المحافظة",
    "المنطقة",
    "خط العرض",
    "خط الطول",
    "تاريخ الافتتاح",
    "حرف المشغل",
)
ACTIVITIES = ("رمز المركز", "نوع النشاط", "عنوان النشاط", "تاريخ البدء", "تاريخ الانتهاء", "الشريك", "العدد المستهدف")


def facility_row(**changed: Any) -> list[Any]:
    row = {
        "code": "",
        "kind": "مركز تنمية ريفية",
        "name": "مركز التنمية الريفية في صافيتا",
        "governorate": "طرطوس",
        "district": "صافيتا",
        "lat": "٣٤٫٨٢٠٩",
        "lon": 36.1173,
        "opened": date(1998, 3, 1),
        "crafts": "السجاد اليدوي",
    }
    return list((row | changed).values())


def activity_row(**changed: Any) -> list[Any]:
    row = {
        "code": "SY1003-RDC-01",
        "type": "خدمات صحية",
        "title": "عيادة المركز",
        "start": date(2022, 1, 3),
        "end": "",
        "partner": "",
        "reach": "١٢٠٠",
    }
    return list((row | changed).values())


def received(headings: Sequence[str], *rows: Sequence[Any], by: User) -> RegisterFile:
    return actions.receive("قائمة.xlsx", as_xlsx([["قائمة"], [], headings, *rows]), by=by)


def faults(register: RegisterFile) -> list[tuple[str, str]]:
    return [(fault["code"], fault["column"]) for fault in register.faults]


@pytest.fixture
def director(db: None) -> User:
    make_district("SY1003")
    make_district("SY1002")
    make_catalogue()
    return make_user_as("governorate_director", make_governorate("SY10"), "director")


def test_a_list_of_facilities_is_tried_out_and_then_recorded(director: User) -> None:
    unit = facility_row(
        kind="وحدة", name="وحدة الصناعات الريفية في بانياس", district="بانياس", lat="", lon="", crafts=""
    )
    register = received(FACILITIES, facility_row(), unit, by=director)
    assert (register.kind, register.state, register.new_count) == ("facilities", "checked", 2), register.faults
    assert not Facility.objects.unscoped("test").exists()
    assert [entry["code"] for entry in register.preview["records"]] == ["SY1003-RDC-01", "SY1002-RIU-01"]
    register = actions.record(register, by=director)
    assert register.state == "recorded"
    centre, second = Facility.objects.unscoped("test").order_by("-code")
    assert (centre.name_ar, centre.kind, str(centre.latitude), centre.opened_on) == (
        "مركز التنمية الريفية في صافيتا",
        "centre",
        "34.82090",
        date(1998, 3, 1),
    )
    assert second.latitude is None
    assert Workshop.objects.unscoped("test").get().crafts_ar == "السجاد اليدوي"
    assert FacilityStatus.objects.unscoped("test").count() == 2


def test_the_same_list_twice_changes_nothing(director: User) -> None:
    actions.record(received(FACILITIES, facility_row(), by=director), by=director)
    again = received(FACILITIES, facility_row(), by=director)
    assert again.state == "recorded"
    other = received((*FACILITIES, "ملاحظات"), [*facility_row(), "x"], by=director)
    assert (other.new_count, other.changed_count, other.unchanged_count) == (0, 0, 1)


def test_a_known_facility_is_revised_and_its_changes_are_shown(director: User) -> None:
    actions.record(received(FACILITIES, facility_row(), by=director), by=director)
    changed = facility_row(lat=34.9, crafts="السجاد والتطريز", opened="")
    register = received(FACILITIES, changed, by=director)
    assert register.changed_count == 1
    assert register.preview["records"][0]["changes"] == {
        "latitude": ["34.82090", "34.90000"],
        "crafts": ["السجاد اليدوي", "السجاد والتطريز"],
    }
    actions.record(register, by=director)
    facility = Facility.objects.unscoped("test").get()
    assert (str(facility.latitude), facility.opened_on) == ("34.90000", date(1998, 3, 1))


FACILITY_FAULTS = {
    "kind": (facility_row(kind="مدرسة"), ("kind_unread", "B")),
    "no kind": (facility_row(kind=""), ("kind_missing_here", "B")),
    "no name": (facility_row(name=""), ("name_ar_missing_here", "C")),
    "place": (facility_row(district="صفيتا الجديدة البعيدة"), ("area_unheard", "E")),
    "no place": (facility_row(governorate="", district=""), ("place_missing_here", "D")),
    "place elsewhere": (facility_row(governorate="السويداء", district=""), ("area_unheard", "D")),
    "coordinate": (facility_row(lat="شمال"), ("coordinate_unreadable", "F")),
    "half a coordinate": (facility_row(lon=""), ("facility_coordinates_half", "F")),
    "a coordinate beyond all numbers": (facility_row(lat="1e999999"), ("coordinate_unreadable", "F")),
    "name too long": (facility_row(name="م" * 161), ("text_too_long", "C")),
    "crafts too long": (facility_row(crafts="ن" * 241), ("text_too_long", "C")),
    "coordinate off": (facility_row(lat=10.0), ("facility_coordinates_off", "F")),
    "opening": (facility_row(opened="أمس"), ("date_unreadable", "H")),
    "no opening": (facility_row(opened=""), ("facility_opening_missing", "H")),
    "later opening": (facility_row(opened=date(2030, 1, 1)), ("facility_opens_later", "H")),
    "code": (facility_row(code="SY99-X-1"), ("facility_code_unfit", "A")),
}


@pytest.mark.parametrize("name", FACILITY_FAULTS)
def test_a_faulty_facility_is_told_at_its_cell_and_nothing_is_recorded(name: str, director: User) -> None:
    row, fault = FACILITY_FAULTS[name]
    register = received(FACILITIES, row, by=director)
    assert faults(register) == [fault]
    assert not Facility.objects.unscoped("test").exists()


def test_one_faulty_row_refuses_the_whole_list(director: User) -> None:
    register = received(FACILITIES, facility_row(), facility_row(kind="؟", name="مركز آخر"), by=director)
    assert register.state == "refused"
    assert not Facility.objects.unscoped("test").exists()


def test_a_facility_that_stands_twice_names_both_rows(director: User) -> None:
    register = received(FACILITIES, facility_row(), facility_row(), by=director)
    assert [(fault["code"], fault["facts"], fault["rows"]) for fault in register.faults] == [
        ("record_repeats", {"first": 4}, [[5, 5]])
    ]


def test_a_director_opens_no_facility_in_another_governorate(director: User) -> None:
    make_district("SY1300")
    register = received(FACILITIES, facility_row(governorate="السويداء", district=""), by=director)
    assert faults(register) == [("role_may_not", "D")]


def test_an_ambiguous_place_asks_for_what_it_lies_in(director: User) -> None:
    make_subdistrict("SY100301", name_ar="الصفا")
    make_subdistrict("SY100201", name_ar="الصفا")
    headings = ("النوع", "الاسم", "الناحية", "تاريخ الافتتاح")
    row = ["مركز", "مركز الصفا", "الصفا", date(2001, 2, 3)]
    assert faults(received(headings, row, by=director)) == [("area_ambiguous", "C")]


def test_the_operating_partner_comes_by_an_agreement(director: User) -> None:
    partner = make_organisation(name_ar="جمعية الريف", name_en="Countryside")
    headings = (*FACILITIES, "الجهة المشغلة", "رقم الاتفاقية")
    row = facility_row(kind="مركز بديل", name="المركز البديل في صافيتا")
    assert faults(received(headings, [*row, "جمعية الرييف", "7"], by=director)) == [("partner_unheard", "J")]
    assert faults(received(headings, [*row, "جمعية الريف", ""], by=director)) == [("agreement_missing", "J")]
    register = received(headings, [*row, "جمعية الريف", "2021/7"], by=director)
    assert register.state == "checked", register.faults
    actions.record(register, by=director)
    agreement = Agreement.objects.get()
    assert (agreement.organisation, agreement.number, agreement.starts_on) == (partner, "2021/7", date(1998, 3, 1))
    again = received((*headings, "ملاحظات"), [*row, "Countryside", "", ""], by=director)
    assert again.unchanged_count == 1, again.faults


def test_a_list_of_activities_is_planned_row_by_row(director: User) -> None:
    centre = make_facility()
    partner = make_organisation(name_ar="جمعية الريف")
    second = activity_row(type="إنتاج", title="المشغل", end="30/6/2022", partner="جمعية الريف", reach="")
    register = received(ACTIVITIES, activity_row(), second, by=director)
    assert (register.kind, register.state, register.new_count) == ("activities", "checked", 2), register.faults
    assert register.facility == centre
    actions.record(register, by=director)
    clinic, workshop = Activity.objects.unscoped("test").order_by("code")
    assert (clinic.title, clinic.type.code, clinic.reach, clinic.ends_on) == ("عيادة المركز", "health", 1200, None)
    assert (workshop.partner, workshop.ends_on) == (partner, date(2022, 6, 30))


def test_a_known_activity_is_revised_and_its_changes_are_shown(director: User) -> None:
    make_activity(make_facility(), title="عيادة المركز", starts_on=date(2022, 1, 3))
    register = received(ACTIVITIES, activity_row(end=date(2022, 12, 31)), by=director)
    assert register.preview["records"][0]["changes"] == {"ends_on": ["", "2022-12-31"], "reach": ["", "1200"]}
    actions.record(register, by=director)
    assert Activity.objects.unscoped("test").get().reach == 1200


ACTIVITY_FAULTS = {
    "facility": (activity_row(code="SY1003-RDC-09"), ("facility_unknown", "A")),
    "no facility": (activity_row(code=""), ("facility_missing", "A")),
    "type": (activity_row(type="خدمات صحيه عامه"), ("activity_type_unknown", "B")),
    "type like none": (activity_row(type="سباق"), ("activity_type_unheard", "B")),
    "no title": (activity_row(title=""), ("title_missing_here", "C")),
    "no start": (activity_row(start=""), ("date_missing", "D")),
    "start": (activity_row(start="13/13/2022"), ("date_unreadable", "D")),
    "before the opening": (activity_row(start=date(1990, 1, 1)), ("activity_before_opening", "D")),
    "turned round": (activity_row(end=date(2021, 1, 1)), ("activity_ends_before_start", "E")),
    "partner": (activity_row(partner="لا أحد"), ("partner_unheard", "F")),
    "reach": (activity_row(reach="كثير"), ("count_unreadable", "G")),
    "reach beyond belief": (activity_row(reach=99_999_999_999), ("reach_unlikely", "G")),
    "title too long": (activity_row(title="د" * 201), ("text_too_long", "C")),
    "title too long once its signs are spelt out": (activity_row(title="ﷺ" * 100), ("text_too_long", "C")),
    "reach below nought": (activity_row(reach=-4), ("count_below_zero", "G")),
}


@pytest.mark.parametrize("name", ACTIVITY_FAULTS)
def test_a_faulty_activity_is_told_at_its_cell(name: str, director: User) -> None:
    make_facility()
    row, fault = ACTIVITY_FAULTS[name]
    assert faults(received(ACTIVITIES, row, by=director)) == [fault]


def test_a_type_stays_as_it_is(director: User) -> None:
    make_activity(make_facility(), title="عيادة المركز", starts_on=date(2022, 1, 3))
    assert faults(received(ACTIVITIES, activity_row(type="إنتاج"), by=director)) == [("activity_type_stays", "B")]


def test_a_clerk_sends_the_activities_of_the_own_centre_without_naming_it(director: User) -> None:
    centre = make_facility()
    clerk = make_user_as("centre_clerk", centre)
    register = actions.receive("أنشطة.csv", as_csv([ACTIVITIES[1:], activity_row(start="3/1/2022")[1:]]), by=clerk)
    assert register.state == "checked", register.faults
    assert actions.record(register, by=clerk).facility == centre


def test_lists_are_known_by_their_headings_in_english_too(director: User) -> None:
    make_facility()
    headings = ("Facility code", "Activity type", "Title", "Start date", "End date", "Partner", "Reach")
    assert received(headings, activity_row(type="Health services"), by=director).kind == "activities"
    headings = ("Facility kind", "Name", "Governorate", "District", "Opening date")
    row = ["unit", "وحدة الصناعات الريفية في صافيتا", "Tartous", "Safita", date(2004, 5, 6)]
    register = received(headings, row, by=director)
    assert (register.kind, faults(register)) == ("facilities", [])


def test_a_list_that_changed_meanwhile_is_shown_again(director: User) -> None:
    register = received(FACILITIES, facility_row(), by=director)
    make_facility(
        at=Area.objects.get(pcode="SY1003"),
        name_ar="مركز التنمية الريفية في صافيتا",
        latitude="34.82090",
        longitude="36.11730",
    )
    register = actions.record(register, by=director)
    assert (register.state, register.new_count, register.changed_count) == ("checked", 0, 1)
    assert actions.record(register, by=director).state == "recorded"


def test_a_coarser_place_in_the_list_does_not_move_a_facility(director: User) -> None:
    village = make_subdistrict("SY100302", name_ar="مشتى الحلو")
    make_facility(
        at=village, name_ar="مركز المشتى", latitude="34.82090", longitude="36.11730", opened_on=date(1998, 3, 1)
    )
    register = received(FACILITIES, facility_row(name="مركز المشتى", crafts=""), by=director)
    assert (register.unchanged_count, register.faults) == (1, [])
    assert Facility.objects.unscoped("test").get().area == village
