"""Pages of registers: they answer in Arabic, within the reader's scope, with a fixed number of questions."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from nawl.accounts.models import User
from nawl.activities.models import Activity, Tally
from nawl.collection import actions
from nawl.collection.models import RegisterFile
from nawl.places.models import Facility
from tests.factories.activities import make_activity
from tests.factories.places import make_district, make_facility, make_governorate, make_user_as
from tests.factories.registers import HEADINGS, as_xlsx, days, line, tallies

pytestmark = pytest.mark.django_db
TWO = [line(contacts=5, first_visits=2), line(date(2022, 6, 2), sex="ذكر", contacts=4, first_visits=0)]
BAD = [*TWO, line(date(2022, 6, 3), service="فحص طبيي")]


@pytest.fixture
def pages(client: Client, clerk: User) -> Client:
    client.force_login(clerk)
    return client


def upload(content: bytes, name: str = "سجل حزيران.xlsx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def page_of(register: RegisterFile, view: str = "register") -> str:
    return reverse(f"collection:{view}", args=[register.pk])


def text(answer: Any) -> str:
    return str(answer.content.decode())


def test_the_list_says_how_to_begin_when_there_is_no_register(pages: Client) -> None:
    answer = text(pages.get(reverse("collection:register-list")))
    assert "لا سجلات واردة بعد" in answer
    assert "إرسال سجل" in answer


def test_the_list_shows_registers_with_their_state_and_filters_by_it(pages: Client, clerk: User) -> None:
    actions.receive("سليم.xlsx", tallies(TWO), by=clerk)
    actions.receive("معيب.xlsx", tallies(BAD), by=clerk)
    answer = text(pages.get(reverse("collection:register-list")))
    assert "سليم.xlsx" in answer
    assert "خطأ واحد" in answer
    answer = text(pages.get(reverse("collection:register-list"), {"state": "checked"}))
    assert "سليم.xlsx" in answer
    assert "معيب.xlsx" not in answer


def test_sending_a_register_leads_to_its_page(pages: Client) -> None:
    answer = pages.post(reverse("collection:register-new"), {"file": upload(tallies(TWO))}, follow=True)
    register = RegisterFile.objects.unscoped("test").get()
    assert answer.redirect_chain == [(page_of(register), 302)]
    shown = text(answer)
    assert "الجديد في السجل: سطران، ولا يتغيّر شيء مما سُجّل" in shown
    assert "تسجيل الخدمات" in shown
    assert "حزيران 2022" in shown


def test_the_page_of_a_faulty_register_tells_every_fault_with_its_place(pages: Client, clerk: User) -> None:
    register = actions.receive("سجل.xlsx", tallies(BAD), by=clerk)
    shown = text(pages.get(page_of(register)))
    assert "في الملف خطأ واحد، ولم يُحفظ شيء بعد" in shown
    assert "الصف 4، العمود C" in shown
    assert "لا خدمة باسم «فحص طبيي». لعلّها «فحص طبي عام»؟" in shown
    assert "إرسال السجل المصحَّح" in shown
    assert "تسجيل الخدمات" not in shown


def test_recording_from_the_page_records(pages: Client, clerk: User) -> None:
    register = actions.receive("سجل.xlsx", tallies(TWO), by=clerk)
    answer = pages.post(page_of(register, "register-record"), follow=True)
    assert "سُجّل السجل. الجديد: سطران" in text(answer)
    assert Tally.objects.unscoped("test").count() == 2
    assert "تسجيل الخدمات" not in text(answer)


def test_changes_are_shown_from_what_to_what(pages: Client, clerk: User) -> None:
    actions.record(actions.receive("سجل.xlsx", tallies(TWO), by=clerk), by=clerk)
    register = actions.receive("مصحح.xlsx", tallies([line(contacts=7, first_visits=3), TWO[1]]), by=clerk)
    shown = text(pages.get(page_of(register)))
    assert "لا جديد في السجل، والمتغيّر: سطر واحد" in shown
    assert "من 5 إلى 7" in shown
    assert "من 2 إلى 3" in shown


def test_sending_what_is_recorded_already_says_so(pages: Client, clerk: User) -> None:
    content = tallies(TWO)
    register = actions.record(actions.receive("سجل.xlsx", content, by=clerk), by=clerk)
    answer = pages.post(reverse("collection:register-new"), {"file": upload(content)}, follow=True)
    assert answer.redirect_chain == [(page_of(register), 302)]
    assert "ولا جديد فيه" in text(answer)


UNREADABLE = {
    "nothing": (b"", "الملف فارغ."),
    "a web page": (b"<html></html>", "الملف صفحة ويب تحمل اسم جدول."),
    "old": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "الملف بصيغة Excel القديمة (xls)."),
    "no headings": (b"a,b\n1,2\n", "لا صف في الملف يُقرأ على أنه عناوين."),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_an_unreadable_file_is_refused_beside_its_field_and_not_kept(name: str, pages: Client) -> None:
    content, sentence = UNREADABLE[name]
    file = upload(content)
    answer = pages.post(reverse("collection:register-new"), {"file": file})
    assert answer.status_code == 422
    assert sentence in text(answer) or (not content and "فارغ" in text(answer))
    assert not RegisterFile.objects.unscoped("test").exists()


def test_a_file_larger_than_allowed_is_refused_before_it_is_read(pages: Client, settings: Any) -> None:
    settings.NAWL_IMPORT_MB = 1
    answer = pages.post(reverse("collection:register-new"), {"file": upload(b"a" * 1_000_001)})
    assert "الملف أكبر من 1 ميغابايت" in text(answer)


def test_sending_nothing_is_told(pages: Client) -> None:
    answer = pages.post(reverse("collection:register-new"), {})
    assert answer.status_code == 422


def test_a_mended_register_takes_the_place_of_the_first(pages: Client, clerk: User) -> None:
    old = actions.receive("سجل.xlsx", tallies(BAD), by=clerk)
    assert "سجل.xlsx" in text(pages.get(page_of(old, "register-replace")))
    answer = pages.post(page_of(old, "register-replace"), {"file": upload(tallies(TWO), "مصحح.xlsx")}, follow=True)
    assert "الجديد في السجل" in text(answer)
    assert "حلّ محله" in text(pages.get(page_of(old)))
    assert pages.get(page_of(old, "register-replace")).status_code == 302


def test_files_leave_as_attachments_that_no_browser_runs(pages: Client, clerk: User) -> None:
    content = tallies(BAD)
    register = actions.receive("سجل حزيران.xlsx", content, by=clerk)
    for view in ("register-original", "register-faults"):
        answer = pages.get(page_of(register, view))
        assert answer["Content-Disposition"].startswith("attachment; ")
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Content-Security-Policy"] == "sandbox"
    assert pages.get(page_of(register, "register-original")).content == content
    marked = openpyxl.load_workbook(io.BytesIO(pages.get(page_of(register, "register-faults")).content))
    assert marked.sheetnames[0] == "الأخطاء"


def test_the_blank_register_of_the_own_centre_can_be_taken(pages: Client) -> None:
    assert "facility=SY1003-RDC-02" in text(pages.get(reverse("collection:register-new")))
    answer = pages.get(reverse("collection:register-template"), {"facility": "SY1003-RDC-02"})
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    assert book.sheetnames[0] == "السجل"


@pytest.fixture
def stranger(client: Client) -> Client:
    """A clerk of another governorate."""
    other = make_facility(at=make_district("SY1302"))
    client.force_login(make_user_as("centre_clerk", other, "stranger"))
    return client


@pytest.mark.parametrize("view", ["register", "register-replace", "register-faults", "register-original"])
def test_a_register_of_another_place_is_not_there(view: str, stranger: Client, clerk: User) -> None:
    register = actions.receive("سجل.xlsx", tallies(BAD), by=clerk)
    assert stranger.get(page_of(register, view)).status_code == 404


def test_a_register_of_another_place_cannot_be_recorded_nor_seen_in_the_list(stranger: Client, clerk: User) -> None:
    register = actions.receive("سجل.xlsx", tallies(TWO), by=clerk)
    assert stranger.post(page_of(register, "register-record")).status_code == 404
    assert "سجل.xlsx" not in text(stranger.get(reverse("collection:register-list")))
    assert not Tally.objects.unscoped("test").exists()


def test_the_blank_register_of_another_place_is_not_there(stranger: Client, centre: Facility) -> None:
    answer = stranger.get(reverse("collection:register-template"), {"facility": centre.code})
    assert answer.status_code == 404


def test_the_governorate_sees_its_centres_registers_and_no_others(client: Client, clerk: User) -> None:
    register = actions.receive("سجل.xlsx", tallies(TWO), by=clerk)
    client.force_login(make_user_as("governorate_director", make_governorate("SY10"), "tartous"))
    assert client.get(page_of(register)).status_code == 200
    client.force_login(make_user_as("governorate_director", make_governorate("SY13"), "sweida"))
    assert client.get(page_of(register)).status_code == 404


def test_who_may_not_record_sees_the_register_without_its_acts(client: Client, clerk: User) -> None:
    register = actions.receive("سجل.xlsx", tallies(TWO), by=clerk)
    client.force_login(make_user_as("programme_director", username="national"))
    shown = text(client.get(page_of(register)))
    assert "تسجيل الخدمات" not in shown
    assert client.post(page_of(register, "register-record")).status_code == 403


def test_a_director_chooses_the_centre_or_lets_the_file_say_it(
    client: Client, centre: Facility, clinic: Activity
) -> None:
    other = make_facility(at=make_district("SY1002"))
    make_activity(other, title="عيادة المركز")
    client.force_login(make_user_as("governorate_director", make_governorate("SY10"), "tartous"))
    form = text(client.get(reverse("collection:register-new")))
    assert "كما يقول الملف نفسه" in form
    answer = client.post(
        reverse("collection:register-new"), {"file": upload(tallies(TWO)), "facility": centre.code}, follow=True
    )
    assert centre.name_ar in text(answer)
    rows = [["SY1003-RDC-02", *line()], [other.code, *line()]]
    answer = client.post(
        reverse("collection:register-new"), {"file": upload(as_xlsx([["رمز المركز", *HEADINGS], *rows]))}, follow=True
    )
    assert "طرطوس" in text(answer)
    assert other.code in text(answer)


@pytest.mark.parametrize("method", ["get", "head"])
def test_recording_is_never_a_visit(method: str, pages: Client, clerk: User) -> None:
    register = actions.receive("سجل.xlsx", tallies(TWO), by=clerk)
    assert getattr(pages, method)(page_of(register, "register-record")).status_code == 405


def test_the_page_asks_the_same_number_of_questions_however_long_the_register(
    pages: Client, clerk: User, django_assert_max_num_queries: Any
) -> None:
    register = actions.receive("سجل.xlsx", tallies([line(day) for day in days(28)]), by=clerk)
    faulty = actions.receive("معيب.xlsx", tallies([line(day, service=f"خدمة {day}") for day in days(28)]), by=clerk)
    for one in (register, faulty):
        with django_assert_max_num_queries(12):
            pages.get(page_of(one))


def test_the_list_asks_the_same_number_of_questions(
    pages: Client, clerk: User, django_assert_max_num_queries: Any
) -> None:
    for number in range(6):
        actions.receive(f"{number}.xlsx", tallies([line(contacts=number + 1)]), by=clerk)
    with django_assert_max_num_queries(12):
        pages.get(reverse("collection:register-list"))


def test_very_many_faults_come_page_by_page(pages: Client, clerk: User) -> None:
    rows = [line(days(1)[0], service=f"خدمة {number} س") for number in range(130)]
    register = actions.receive("سجل.xlsx", tallies(rows), by=clerk)
    shown = text(pages.get(page_of(register)))
    assert "130 خطأ" in shown or "130 خطأً" in shown
    assert "الصفحة" in shown
    assert text(pages.get(page_of(register), {"page": 3})).count("العمود C") == 30


def test_pages_stand_in_english_too(pages: Client, clerk: User) -> None:
    pages.cookies["nawl_language"] = "en"
    register = actions.receive("سجل.xlsx", tallies(BAD), by=clerk)
    shown = text(pages.get(page_of(register)))
    assert "The file has 1 fault, and nothing has been saved yet" in shown
    assert "There is no service called “\u2068فحص طبيي\u2069”." in shown
    for view in ("register-list", "register-new"):
        assert pages.get(reverse(f"collection:{view}")).status_code == 200
