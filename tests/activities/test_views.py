"""The pages answer, in Arabic, within their scope, with a fixed number of queries; the grid's cells speak JSON."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nawl.accounts.choices import Role
from nawl.accounts.models import User
from nawl.activities.actions import close_day
from nawl.activities.models import Activity, ServiceDay, Tally
from tests.factories.accounts import make_system_user
from tests.factories.activities import cell, make_activity, make_tallies, make_type
from tests.factories.places import make_district, make_facility, make_user_as

pytestmark = pytest.mark.django_db
WHY = "a test looks at everything"
TODAY = date(2022, 7, 14)


@pytest.fixture
def activity() -> Activity:
    """A clinic at Safita, counted today and in June."""
    found = make_activity(make_facility(), title="عيادة المركز")
    make_tallies(found, [cell(found, 3, 1), cell(found, 2, 0, sex="m", age_band="60+")])
    make_tallies(found, [cell(found, 8, 4)], on=date(2022, 6, 7))
    return found


@pytest.fixture
def clerk(activity: Activity) -> User:
    """The clerk of the clinic's facility."""
    return make_user_as(Role.CENTRE_CLERK, activity.facility, full_name="موظفة التسجيل")


@pytest.fixture
def web(client: Client, clerk: User) -> Client:
    """The clerk's browser."""
    client.force_login(clerk)
    return client


def days(activity: Activity, tail: str = "") -> str:
    return f"/facilities/{activity.facility.code}/days/{tail}"


def addresses(activity: Activity) -> list[str]:
    own = f"/activities/{activity.code}/"
    day = days(activity, "2022-07-14/")
    return [own, f"{own}revise/", f"{own}end/", days(activity), day, f"{day}close/", f"{day}reopen/", f"{day}print/"]


def text(answer: Any) -> str:
    return str(answer.content.decode())


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (0, "الخدمات حتى الآن"),
        (1, "تعديل النشاط"),
        (2, "إنهاء النشاط"),
        (3, "بلا تسجيل"),
        (4, "خدمات اليوم"),
        (5, "إنهاء يوم"),
        (6, "فتح يوم"),
        (7, "ورقة خدمات اليوم"),
    ],
)
def test_every_page_answers_in_arabic(web: Client, activity: Activity, at: int, said: str) -> None:
    answer = web.get(addresses(activity)[at])
    assert answer.status_code == 200
    assert said in text(answer)
    assert 'dir="rtl"' in text(answer)


def test_the_list_answers_in_both_languages_and_as_a_part(web: Client, activity: Activity) -> None:
    assert "عيادة المركز" in text(web.get("/activities/"))
    part = text(web.get("/activities/", {"q": "عياده"}, headers={"HX-Request": "true"}))
    assert "عيادة المركز" in part
    assert "<html" not in part
    assert "لا نشاط يوافق الشروط" in text(web.get("/activities/", {"q": "مدرسة"}))
    web.cookies["nawl_language"] = "en"
    assert "Activities" in text(web.get("/activities/"))


def test_another_governorate_finds_nothing(client: Client, activity: Activity) -> None:
    elsewhere = make_facility(at=make_district("SY1302"))
    client.force_login(make_user_as(Role.GOVERNORATE_DIRECTOR, elsewhere.governorate))
    assert [client.get(address).status_code for address in addresses(activity)] == [404] * 8
    assert client.get(days(activity, "2022-07-14/cells/")).status_code == 404
    assert client.get(f"/activities/new/?facility={activity.facility.code}").status_code == 404
    assert "عيادة المركز" not in text(client.get("/activities/"))


def test_nobody_reads_without_signing_in(client: Client, activity: Activity) -> None:
    assert [client.get(address).status_code for address in addresses(activity)] == [302] * 8


@pytest.mark.parametrize("tail", ["2022-07-32/", "2022-7-1/", "today/"])
def test_a_day_that_is_none_leads_nowhere(web: Client, activity: Activity, tail: str) -> None:
    assert web.get(days(activity, tail)).status_code == 404


def test_queries_do_not_grow_with_the_cells(web: Client, clerk: User, activity: Activity) -> None:
    address = days(activity, "2022-07-14/")

    def asked() -> int:
        for note in ("_kept_scope", "_kept_charges"):
            clerk.__dict__.pop(note, None)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert web.get(address).status_code == 200
        return len(queries)

    before = asked()
    for type_code in ("health", "kindergarten", "production", "recreation"):
        more = make_activity(activity.facility, type_code)
        service = make_type(type_code).services.first()
        make_tallies(more, [cell(more, 2, 1, service=service.code, age_band=band) for band in service.age_bands])
    assert asked() == before <= 20


def test_a_director_reads_the_grid_and_cannot_write(client: Client, activity: Activity) -> None:
    client.force_login(make_user_as(Role.GOVERNORATE_DIRECTOR, activity.facility.governorate))
    page = text(client.get(days(activity, "2022-07-14/")))
    assert "هذا اليوم للاطلاع" in page
    assert 'name="cell:' not in page
    assert client.post(days(activity, "2022-07-14/close/")).status_code == 403


def test_a_future_day_says_why_nothing_can_be_counted(web: Client, activity: Activity) -> None:
    page = text(web.get(days(activity, "2022-07-20/")))
    assert "بعد تاريخ اليوم" in page
    assert 'name="cell:' not in page


def test_a_facility_without_activities_says_how_to_begin(client: Client) -> None:
    facility = make_facility()
    client.force_login(make_user_as(Role.CENTRE_CLERK, facility))
    assert "لا نشاط قائم في هذا اليوم" in text(client.get(f"/facilities/{facility.code}/days/2022-07-14/"))


# ── cells as JSON ──


def send(web: Client, activity: Activity, *cells: dict[str, Any], key: str = "") -> Any:
    body = json.dumps({"key": key or str(uuid4()), "cells": list(cells)})
    address = days(activity, "2022-07-14/cells/")
    return web.post(address, body, content_type="application/json", headers={"Accept": "application/json"})


def change(activity: Activity, now: list[int | None], seen: list[int | None], place: str = "f.18-29") -> dict[str, Any]:
    return {"cell": f"{activity.code}.medical-checkup.{place}", "now": now, "seen": seen}


def test_the_script_is_told_what_stands(web: Client, activity: Activity) -> None:
    told = web.get(days(activity, "2022-07-14/cells/")).json()
    start = f"{activity.code}.medical-checkup."
    assert told.pop("time")
    assert told == {"cells": {f"{start}f.18-29": [3, 1], f"{start}m.60+": [2, 0]}, "is_open": True}


def test_cells_are_recorded_once_a_key(web: Client, activity: Activity) -> None:
    key = str(uuid4())
    wish = change(activity, [5, 1], [3, 1])
    first = send(web, activity, wish, key=key)
    assert first.status_code == 200
    assert (first.json()["contacts"], first.json()["first_visits"]) == (7, 1)
    assert send(web, activity, wish, key=key).json() == first.json()
    assert send(web, activity, change(activity, [6, 1], [5, 1]), key=key).status_code == 409


@pytest.mark.parametrize(
    ("now", "seen", "place", "status", "code"),
    [
        ([5, 1], [2, 1], "f.18-29", 409, "tally_changed_meanwhile"),
        ([5, 6], [3, 1], "f.18-29", 422, "first_visits_above_contacts"),
        ([5, 0], [None, 0], "f.20-30", 422, "age_band_unknown"),
        (["5", 0], [None, 0], "f.60+", 422, "sending_unreadable"),
        ([5], [None, 0], "f.60+", 422, "sending_unreadable"),
        ([True, 0], [None, 0], "f.60+", 422, "sending_unreadable"),
        ([5, 0], [None, 0], "f.60+\0", 422, "sending_unreadable"),
        ([5, 0], [None, 0], "f.60+\ud800", 422, "sending_unreadable"),
    ],
)
def test_a_refused_sending_says_why_in_arabic(
    web: Client, activity: Activity, now: list[Any], seen: list[Any], place: str, status: int, code: str
) -> None:
    answer = send(web, activity, change(activity, now, seen, place))
    assert answer.status_code == status
    assert answer.json()["code"] == code
    assert any("\u0600" <= sign <= "\u06ff" for sign in answer.json()["message"])


@pytest.mark.parametrize("body", ["", "{}", "[]", '{"key": "x", "cells": []}', '{"key": 1, "cells": {}}', "{" * 5000])
def test_what_is_no_sending_is_refused(web: Client, activity: Activity, body: str) -> None:
    answer = web.post(
        days(activity, "2022-07-14/cells/"),
        body,
        content_type="application/json",
        headers={"Accept": "application/json"},
    )
    assert (answer.status_code, answer.json()["code"]) == (422, "sending_unreadable")


# ── the sheet as a plain form ──


def sheet(
    activity: Activity, seen: dict[str, list[int]] | None = None, measure: str = "contacts", **cells: str
) -> dict[str, str]:
    start = f"{activity.code}.medical-checkup."
    stood = {f"{start}f.18-29": [3, 1], f"{start}m.60+": [2, 0]} if seen is None else seen
    typed = {"f.18-29": "3", "m.60+": "2", **{place.replace("__", "."): value for place, value in cells.items()}}
    return {
        "measure": measure,
        "seen": json.dumps(stood),
        **{f"cell:{start}{place}": value for place, value in typed.items()},
    }


def counts() -> dict[tuple[str, str], tuple[int, int]]:
    day = ServiceDay.objects.unscoped(WHY).get(occurred_on=TODAY)
    rows = Tally.objects.unscoped(WHY).filter(day=day).values_list("sex", "age_band", "contacts", "first_visits")
    return {(sex, band): (contacts, first) for sex, band, contacts, first in rows}


def test_the_plain_form_saves_what_changed(web: Client, activity: Activity) -> None:
    data = {
        **sheet(activity),
        f"cell:{activity.code}.medical-checkup.f.60+": "٤",
        f"cell:{activity.code}.medical-checkup.m.60+": "",
    }
    answer = web.post(days(activity, "2022-07-14/"), data)
    assert (answer.status_code, answer["Location"]) == (302, days(activity, "2022-07-14/") + "?measure=services")
    assert counts() == {("f", "18-29"): (3, 1), ("f", "60+"): (4, 0)}


def test_the_plain_form_saves_first_visits(web: Client, activity: Activity) -> None:
    data = sheet(activity, measure="first_visits", **{"f.18-29": "2", "m.60+": ""})
    assert web.post(days(activity, "2022-07-14/"), data)["Location"].endswith("?measure=first-visits")
    assert counts() == {("f", "18-29"): (3, 2), ("m", "60+"): (2, 0)}


def test_a_wrong_number_keeps_what_was_typed_and_saves_nothing(web: Client, activity: Activity) -> None:
    answer = web.post(days(activity, "2022-07-14/"), sheet(activity, **{"f.18-29": "ثلاثة", "m.60+": "9"}))
    assert answer.status_code == 422
    assert "«ثلاثة» ليس عدداً صحيحاً" in text(answer)
    assert 'value="ثلاثة"' in text(answer)
    assert 'value="9"' in text(answer)
    assert counts() == {("f", "18-29"): (3, 1), ("m", "60+"): (2, 0)}


def test_a_colleagues_number_is_shown_before_it_is_overwritten(web: Client, activity: Activity) -> None:
    seen = {f"{activity.code}.medical-checkup.f.18-29": [1, 1], f"{activity.code}.medical-checkup.m.60+": [2, 0]}
    answer = web.post(days(activity, "2022-07-14/"), sheet(activity, seen, **{"f.18-29": "4"}))
    assert answer.status_code == 422
    assert "المكتوب هنا 4، وفي الخانة الآن 3." in text(answer)
    assert counts()["f", "18-29"] == (3, 1)


def test_closing_saves_the_sheet_first(web: Client, activity: Activity) -> None:
    answer = web.post(days(activity, "2022-07-14/close/"), sheet(activity, **{"f.18-29": "4"}))
    assert answer.status_code == 302
    assert counts()["f", "18-29"] == (4, 1)
    assert ServiceDay.objects.unscoped(WHY).get(occurred_on=TODAY).closed_at
    assert "أُنهي هذا اليوم" in text(web.get(days(activity, "2022-07-14/")))


def test_a_faulty_sheet_is_not_closed(web: Client, activity: Activity) -> None:
    assert web.post(days(activity, "2022-07-14/close/"), sheet(activity, **{"f.18-29": "0"})).status_code == 422
    assert not ServiceDay.objects.unscoped(WHY).get(occurred_on=TODAY).closed_at


def test_a_closed_day_is_opened_again_with_a_reason(web: Client, activity: Activity) -> None:
    close_day(activity.facility, TODAY, by=make_system_user())
    address = days(activity, "2022-07-14/reopen/")
    assert web.post(address, {"reason": ""}).status_code == 422
    assert web.post(address, {"reason": "ورقة متأخرة"}).status_code == 302
    assert not ServiceDay.objects.unscoped(WHY).get(occurred_on=TODAY).closed_at
    assert "ورقة متأخرة" in text(web.get(days(activity, "2022-07-14/")))


# ── activities ──


def test_a_clerk_plans_at_the_own_facility(web: Client, activity: Activity) -> None:
    page = text(web.get("/activities/new/"))
    assert activity.facility.name in page
    answer = web.post(
        "/activities/new/", {"type": make_type("health").pk, "title": "دورة إسعاف", "starts_on": "2022-07-01"}
    )
    planned = Activity.objects.unscoped(WHY).get(title="دورة إسعاف")
    assert answer["Location"] == f"/activities/{planned.code}/"
    assert planned.facility == activity.facility


def test_a_plan_against_a_rule_comes_back_with_its_sentence(web: Client, activity: Activity) -> None:
    data = {"type": make_type("health").pk, "title": "دورة", "starts_on": "2022-07-01", "ends_on": "2022-06-01"}
    answer = web.post("/activities/new/", data)
    assert answer.status_code == 422
    assert "وهو قبل أول يوم" in text(answer)


def test_an_administrator_first_chooses_the_facility(client: Client, activity: Activity) -> None:
    make_facility(at=make_district("SY1302"))
    client.force_login(make_user_as(Role.ADMINISTRATOR))
    assert "أين يقام النشاط؟" in text(client.get("/activities/new/"))


def test_an_activity_is_revised_and_ended(web: Client, activity: Activity) -> None:
    own = f"/activities/{activity.code}/"
    assert web.post(f"{own}revise/", {"title": "عيادة الأسرة", "starts_on": "2022-01-01"}).status_code == 302
    assert web.post(f"{own}end/", {"ends_on": "2022-07-01"}).status_code == 422
    assert web.post(f"{own}end/", {"ends_on": "2022-07-31", "reason": "انتهى التمويل"}).status_code == 302
    page = text(web.get(own))
    assert "عيادة الأسرة" in page
    assert "انتهى التمويل" in page


def test_a_finance_officer_does_not_plan(client: Client, activity: Activity) -> None:
    client.force_login(make_user_as(Role.FINANCE_OFFICER, activity.facility.governorate))
    page = text(client.get(f"/activities/{activity.code}/"))
    assert "/revise/" not in page
    data = {"title": "أخرى", "starts_on": "2022-01-01"}
    assert client.post(f"/activities/{activity.code}/revise/", data).status_code == 403


@pytest.mark.parametrize("on", ["0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31", "2022-02-30"])
def test_a_day_of_no_century_of_ours_is_no_page(web: Client, activity: Activity, on: str) -> None:
    assert web.get(days(activity, f"{on}/")).status_code == 404


def test_an_unknown_state_of_activities_finds_nothing(web: Client, activity: Activity) -> None:
    assert activity.code in text(web.get("/activities/"))
    assert activity.code not in text(web.get("/activities/?state=elsewhen"))
