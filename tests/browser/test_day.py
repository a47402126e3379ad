"""A clerk enters a day at a desk and on a phone; the line drops, a colleague writes too, and nothing is lost or doubled."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from nawl.accounts.choices import Role
from nawl.accounts.models import AuditEntry
from nawl.activities.actions import close_day, reopen_day
from nawl.activities.models import Activity, ReceivedChange, ServiceDay, Tally
from nawl.activities.queries import month_differences
from tests.factories.accounts import PASSWORD, make_system_user
from tests.factories.activities import cell, make_activity, make_tallies
from tests.factories.places import make_facility, make_user_as

pytestmark = pytest.mark.django_db(transaction=True)
expect.set_options(timeout=15_000)  # machines of the tests are shared and slow
BOTH = pytest.mark.parametrize("width", [360, 1280])
TODAY = date(2022, 7, 14)
WHY = "a test looks at everything"
OFFLINE = "لا شبكة الآن. يمكن متابعة العمل."


@pytest.fixture
def activity() -> Activity:
    """A clinic at Safita, with its clerk."""
    found = make_activity(make_facility(), title="عيادة المركز")
    make_activity(found.facility, "kindergarten", title="الروضة")
    make_user_as(Role.CENTRE_CLERK, found.facility, "clerk", password=PASSWORD)
    return found


@pytest.fixture
def day(page: Page, activity: Activity, live_server: Any, sign_in: Callable[..., None]) -> str:
    """The address of the clerk's day, open on the page."""
    sign_in(page, "clerk", PASSWORD)
    address = f"{live_server.url}/facilities/{activity.facility.code}/days/2022-07-14/"
    page.goto(address)
    return address


def counts() -> dict[tuple[str, str, str], tuple[int, int]]:
    rows = Tally.objects.unscoped(WHY).values_list("service__code", "sex", "age_band", "contacts", "first_visits")
    return {(service, sex, band): (contacts, first) for service, sex, band, contacts, first in rows}


def place(page: Page, activity: Activity, sex: str, band: str, service: str = "medical-checkup") -> Any:
    return page.locator(f'[id="{activity.code}.{service}.{sex}.{band}"]')


def count_up(page: Page, activity: Activity, times: int, sex: str, band: str, service: str = "medical-checkup") -> None:
    """Add to a cell as the device allows: taps on a phone, the + key at a desk."""
    found = place(page, activity, sex, band, service)
    if page.viewport_size and page.viewport_size["width"] < 600:
        if not found.is_visible():
            page.locator("tr", has=found).locator(".svc-open").tap()
        for _ in range(times):
            found.locator("xpath=..").locator(".inc").tap()
    else:
        found.click()
        for _ in range(times):
            page.keyboard.press("+")


def wait_until_saved(page: Page) -> None:
    expect(page.locator("[data-sync]")).to_have_attribute("data-state", "saved")
    expect(page.locator("td.unsent")).to_have_count(0)


@BOTH
def test_a_clerk_counts_a_day_and_closes_it(
    page: Page, day: str, activity: Activity, axe: Callable[[Page], list[str]]
) -> None:
    expect(page.locator("h1")).to_have_text("خدمات اليوم")
    count_up(page, activity, 3, "f", "18-29")
    count_up(page, activity, 2, "m", "60+")
    count_up(page, activity, 1, "f", "30-59", "pregnancy-care")
    expect(page.locator('[data-sum="contacts"]')).to_have_text("6")
    expect(page.locator('[data-sum="f"]')).to_have_text("4")
    wait_until_saved(page)
    page.get_by_role("link", name="الزيارات الأولى هذا العام").click()
    count_up(page, activity, 2, "f", "18-29")
    expect(page.locator('[data-sum="first_visits"]')).to_have_text("2")
    wait_until_saved(page)
    expected = {
        ("medical-checkup", "f", "18-29"): (3, 2),
        ("medical-checkup", "m", "60+"): (2, 0),
        ("pregnancy-care", "f", "30-59"): (1, 0),
    }
    assert counts() == expected
    assert axe(page) == []
    page.get_by_role("button", name="إنهاء اليوم").click()
    expect(page.get_by_text("أُنهي هذا اليوم")).to_be_visible()
    assert ServiceDay.objects.unscoped(WHY).get().closed_at is not None
    assert counts() == expected
    assert axe(page) == []


@BOTH
def test_a_dropped_line_and_a_new_page_lose_nothing(
    page: Page, context: BrowserContext, day: str, activity: Activity
) -> None:
    count_up(page, activity, 2, "f", "18-29")
    wait_until_saved(page)
    context.set_offline(True)
    count_up(page, activity, 3, "f", "18-29")
    count_up(page, activity, 4, "m", "05-17")
    expect(page.locator("[data-sync-text]")).to_have_text(OFFLINE)
    page.wait_for_timeout(1200)
    assert counts() == {("medical-checkup", "f", "18-29"): (2, 0)}
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        page.reload()
    context.set_offline(False)
    page.goto(day)
    expect(place(page, activity, "f", "18-29")).to_have_value("5")
    wait_until_saved(page)
    assert counts() == {("medical-checkup", "f", "18-29"): (5, 0), ("medical-checkup", "m", "05-17"): (4, 0)}
    page.reload()
    expect(page.locator('[data-sum="contacts"]')).to_have_text("9")
    assert page.evaluate("Object.keys(localStorage).filter(name => name.startsWith('nawl.outbox'))") == []
    sent = ReceivedChange.objects.count()  # slow hands send more than twice
    assert AuditEntry.objects.filter(verb="activities.tally_recorded").count() == sent >= 2
    assert list(month_differences()) == []


def test_a_lost_answer_is_asked_for_again_and_written_once(page: Page, day: str, activity: Activity) -> None:
    arrived: list[str] = []
    is_lost = True

    def lose_the_answers(route: Route) -> None:
        if is_lost:
            arrived.append(json.loads(route.request.post_data or "")["key"])
            route.fetch()
            route.abort()
        else:
            route.continue_()

    page.route("**/cells/", lose_the_answers)
    count_up(page, activity, 1, "f", "18-29")
    expect(page.locator("[data-sync]")).to_have_attribute("data-state", "offline")
    assert counts() == {("medical-checkup", "f", "18-29"): (1, 0)}
    count_up(page, activity, 1, "f", "18-29")
    is_lost = False
    wait_until_saved(page)
    assert counts() == {("medical-checkup", "f", "18-29"): (2, 0)}
    assert len(set(arrived)) == 1
    assert AuditEntry.objects.filter(verb="activities.tally_recorded").count() == ReceivedChange.objects.count() == 2


@pytest.mark.parametrize("key", ["Enter", "ArrowDown"])
def test_digits_typed_as_fast_as_a_cell_opens_are_all_kept(page: Page, day: str, activity: Activity, key: str) -> None:
    place(page, activity, "f", "18-29").click()
    page.keyboard.press(key)
    page.keyboard.type("12345")
    page.keyboard.press("Tab")
    wait_until_saved(page)
    assert [contacts for contacts, _first in counts().values()] == [12345]


@BOTH
def test_a_colleagues_number_is_shown_beside_the_own_one(page: Page, day: str, activity: Activity) -> None:
    make_tallies(activity, [cell(activity, 7, 0), cell(activity, 4, 1, sex="m", age_band="30-59")])
    count_up(page, activity, 1, "f", "18-29")
    question = page.locator("[data-conflicts] li")
    expect(question).to_have_count(1)
    expect(question).to_contain_text("فحص طبي عام، إناث، 18 إلى 29: المكتوب هنا 1، والمكتوب من زميل 7.")
    assert counts()["medical-checkup", "f", "18-29"] == (7, 0)
    expect(place(page, activity, "m", "30-59")).to_have_value("4")
    question.get_by_role("button", name="إبقاء 1").click()
    wait_until_saved(page)
    assert counts() == {("medical-checkup", "f", "18-29"): (1, 0), ("medical-checkup", "m", "30-59"): (4, 1)}


def test_a_day_that_was_closed_meanwhile_keeps_what_was_typed(page: Page, day: str, activity: Activity) -> None:
    close_day(activity.facility, TODAY, by=make_system_user())
    count_up(page, activity, 2, "f", "18-29")
    expect(page.locator("[data-sync-text]")).to_contain_text("أُنهي يوم 14 تموز 2022")
    expect(place(page, activity, "f", "18-29")).to_have_value("2")
    page.goto(day)
    expect(page.get_by_text("على هذا الجهاز أعداد كُتبت لهذا اليوم ولم تُقبَل")).to_be_visible()
    assert counts() == {}
    reopen_day(activity.facility, TODAY, by=make_system_user(), reason="ورقة متأخرة")
    page.goto(day)
    wait_until_saved(page)
    assert counts() == {("medical-checkup", "f", "18-29"): (2, 0)}


def test_a_session_that_ended_keeps_what_was_typed(
    page: Page, context: BrowserContext, day: str, activity: Activity, sign_in: Callable[..., None]
) -> None:
    Session.objects.all().delete()
    count_up(page, activity, 2, "f", "18-29")
    expect(page.locator("[data-sync-text]")).to_have_text("انتهت جلسة العمل. ما كُتب محفوظ على هذا الجهاز.")
    page.locator("[data-sign-in]").click()
    page.fill("input[name=username]", "clerk")
    page.fill("input[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_url(day)
    wait_until_saved(page)
    assert counts() == {("medical-checkup", "f", "18-29"): (2, 0)}


def test_two_pages_of_one_day_share_what_waits(
    page: Page, context: BrowserContext, day: str, activity: Activity
) -> None:
    other = context.new_page()
    other.goto(day)
    count_up(page, activity, 2, "f", "18-29")
    expect(place(other, activity, "f", "18-29")).to_have_value("2")
    wait_until_saved(page)
    wait_until_saved(other)
    count_up(other, activity, 1, "f", "18-29")
    wait_until_saved(other)
    count_up(page, activity, 1, "f", "18-29")
    wait_until_saved(page)
    assert counts() == {("medical-checkup", "f", "18-29"): (4, 0)}


def test_keys_go_where_they_point_and_digits_may_be_arabic(page: Page, day: str, activity: Activity) -> None:
    place(page, activity, "f", "00-04").click()
    page.keyboard.type("١٢")
    page.keyboard.press("ArrowLeft")
    page.keyboard.type("3")
    page.keyboard.press("Enter")
    page.keyboard.type("4")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id").endswith("medical-checkup.f.05-17")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.id").endswith("medical-checkup.f.00-04")
    page.keyboard.press("End")
    page.keyboard.press("-")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id").endswith("pregnancy-care.f.18-29")
    page.keyboard.press("*")
    page.keyboard.press("+")
    expect(page.locator("[data-sync-text]")).to_contain_text("أكثر من الخدمات 0")
    page.keyboard.press("?")
    expect(page.locator("[data-keys] dl")).to_be_visible()
    wait_until_saved(page)
    assert counts() == {
        ("medical-checkup", "f", "00-04"): (12, 0),
        ("medical-checkup", "f", "05-17"): (3, 0),
        ("vaccination", "f", "05-17"): (4, 0),
    }


def test_signing_out_leaves_no_counts_behind(page: Page, context: BrowserContext, day: str, activity: Activity) -> None:
    page.route("**/cells/", lambda route: route.abort())
    count_up(page, activity, 2, "f", "18-29")
    expect(page.locator("[data-sync]")).to_have_attribute("data-state", "offline")
    page.once("dialog", lambda question: question.accept())
    page.locator("details[data-menu] summary").click()
    page.locator("form[data-leave] button").click()
    page.wait_for_url("**/sign-in/**")
    assert page.evaluate("Object.keys(localStorage)") == []


@BOTH
def test_without_script_the_sheet_is_a_form(
    browser: Browser, live_server: Any, activity: Activity, width: int, sign_in: Callable[..., None]
) -> None:
    device = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=False)
    sheet = device.new_page()
    sign_in(sheet, "clerk", PASSWORD)
    sheet.goto(f"{live_server.url}/facilities/{activity.facility.code}/days/2022-07-14/")
    place(sheet, activity, "f", "18-29").fill("٣")
    place(sheet, activity, "m", "60+").fill("2")
    sheet.get_by_role("button", name="حفظ الورقة").click()
    assert counts() == {("medical-checkup", "f", "18-29"): (3, 0), ("medical-checkup", "m", "60+"): (2, 0)}
    sheet.get_by_role("link", name="الزيارات الأولى هذا العام").click()
    place(sheet, activity, "f", "18-29").fill("4")
    sheet.get_by_role("button", name="حفظ الورقة").click()
    expect(sheet.locator(".faults")).to_contain_text("الزيارات الأولى 4، وهي أكثر من الخدمات 3")
    expect(place(sheet, activity, "f", "18-29")).to_have_value("4")
    place(sheet, activity, "f", "18-29").fill("2")
    sheet.get_by_role("button", name="إنهاء اليوم").click()
    expect(sheet.get_by_text("أُنهي هذا اليوم")).to_be_visible()
    assert counts()["medical-checkup", "f", "18-29"] == (3, 2)
    device.close()
