"""A clerk sends a faulty register, reads the faults, takes it back marked, sends the mended one and records it."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from nawl.accounts.choices import Role
from nawl.activities.models import Tally
from nawl.places.models import Facility
from tests.factories.accounts import PASSWORD
from tests.factories.activities import make_activity
from tests.factories.places import make_facility, make_user_as
from tests.factories.registers import line, tallies

pytestmark = pytest.mark.django_db(transaction=True)
ROWS = [line(date(2022, 7, day), contacts=day, first_visits=1) for day in range(3, 9)]
FAULTY = [
    *ROWS[:2],
    line(date(2022, 7, 5), service="فحص طبيي", contacts=5),
    line("7/14/2022", contacts=6),
    line(date(2022, 7, 7), contacts="سبعة"),
    ROWS[5],
]


@pytest.fixture
def centre() -> Facility:
    facility = make_facility("SY1003-RDC-02", name_ar="مركز التنمية الريفية في صافيتا")
    make_activity(facility, title="عيادة المركز")
    make_user_as(Role.CENTRE_CLERK, facility, "clerk", full_name="ريم حسن", password=PASSWORD)
    return facility


def send(page: Page, content: bytes, name: str) -> None:
    """Choose a file and let it be checked."""
    page.set_input_files("input[type=file]", {"name": name, "mimeType": "application/octet-stream", "buffer": content})
    expect(page.locator("[data-drop-name]")).to_have_text(name)
    page.get_by_role("button", name="فحص السجل").click()


def no_wider_than_the_screen(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1"))


@pytest.mark.parametrize("width", [360, 1280])
def test_a_clerk_mends_a_faulty_register_and_records_it(
    width: int,
    centre: Facility,
    page: Page,
    live_server: Any,
    sign_in: Callable[..., None],
    axe: Callable[[Page], list[str]],
    tmp_path: Path,
) -> None:
    sign_in(page, "clerk", PASSWORD)
    page.goto(f"{live_server.url}/registers/")
    page.get_by_role("link", name="إرسال سجل").click()
    send(page, tallies(FAULTY), "سجل تموز.xlsx")

    expect(page.get_by_role("heading", level=1)).to_have_text("في الملف 3 أخطاء، ولم يُحفظ شيء بعد")
    faults = page.locator("#faults tbody tr")
    expect(faults).to_have_count(3)
    expect(faults.nth(0)).to_contain_text("الصف 4، العمود C")
    expect(faults.nth(0)).to_contain_text("لا خدمة باسم «فحص طبيي». لعلّها «فحص طبي عام»؟")
    expect(faults.nth(1)).to_contain_text("في «7/14/2022» الشهر قبل اليوم. لعلّ المقصود 14/7/2022؟")
    expect(faults.nth(2)).to_contain_text("«سبعة» ليس عدداً صحيحاً.")
    assert not axe(page)
    assert no_wider_than_the_screen(page)

    with page.expect_download() as taken:
        page.get_by_role("link", name="تنزيل الملف معلَّم الأخطاء").click()
    marked = tmp_path / "marked.xlsx"
    taken.value.save_as(marked)
    book = openpyxl.load_workbook(marked)
    sheet = book["السجل"]
    sheet["C4"], sheet["A5"], sheet["F6"] = "فحص طبي عام", date(2022, 7, 6), 7
    mended = io.BytesIO()
    book.save(mended)

    page.get_by_role("link", name="إرسال السجل المصحَّح").click()
    send(page, mended.getvalue(), "سجل تموز مصحَّح.xlsx")
    expect(page.get_by_role("heading", level=1)).to_contain_text("الجديد في السجل: 6 أسطر")
    assert not Tally.objects.unscoped("test").exists()
    assert not axe(page)
    assert no_wider_than_the_screen(page)
    page.get_by_role("button", name="تسجيل الخدمات").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("سُجّل السجل. الجديد: 6 أسطر")
    assert sorted(tally.contacts for tally in Tally.objects.unscoped("test")) == [3, 4, 5, 6, 7, 8]
    page.goto(f"{live_server.url}/registers/")
    expect(page.locator("tbody tr")).to_have_count(2)
    expect(page.locator("tbody tr").nth(0)).to_contain_text("مسجَّل")
    expect(page.locator("tbody tr").nth(1)).to_contain_text("حلّ محله غيره")
    assert not axe(page)


def test_without_script_a_register_is_sent_and_recorded_too(
    centre: Facility, browser: Any, live_server: Any, sign_in: Callable[..., None]
) -> None:
    device = browser.new_context(java_script_enabled=False)
    page = device.new_page()
    sign_in(page, "clerk", PASSWORD)
    page.goto(f"{live_server.url}/registers/new/")
    page.set_input_files(
        "input[type=file]", {"name": "سجل.xlsx", "mimeType": "application/octet-stream", "buffer": tallies(ROWS)}
    )
    page.get_by_role("button", name="فحص السجل").click()
    page.get_by_role("button", name="تسجيل الخدمات").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("سُجّل السجل")
    device.close()
