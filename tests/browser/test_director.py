"""The director walks from the programme's figure to one facility's day, at a desk and on a phone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from nawl.accounts.choices import Role
from nawl.activities.models import Tally
from tests.browser.world import make_world
from tests.factories.accounts import PASSWORD
from tests.factories.places import make_user_as

pytestmark = pytest.mark.django_db(transaction=True)
SAFITA = "مركز التنمية الريفية في صافيتا"


def first_visits(**conditions: Any) -> int:
    """Count by hand what the walk must read: first visits of centres and units in the first half of 2022."""
    rows = Tally.objects.unscoped("a test counts by hand").filter(
        day__occurred_on__range=(date(2022, 1, 1), date(2022, 6, 30)),
        day__facility__kind__in=("centre", "unit"),
        **conditions,
    )
    return sum(rows.values_list("first_visits", flat=True))


def number(found: Any) -> int:
    """Read a number off the page."""
    return int("".join(sign for sign in found.inner_text() if sign.isdigit()))


@pytest.mark.parametrize("width", [360, 1280])
def test_the_director_walks_from_the_programmes_figure_to_one_facilitys_day(
    width: int, page: Page, live_server: Any, sign_in: Callable[..., None]
) -> None:
    safita = make_world()
    make_user_as(Role.PROGRAMME_DIRECTOR, None, "director", full_name="مديرية التنمية الريفية", password=PASSWORD)
    sign_in(page, "director", PASSWORD)

    expect(page.locator("h1")).to_have_text("اليوم")
    page.get_by_role("link", name="فتح صفحة البرنامج").click()
    expect(page.locator("h1")).to_have_text("النصف الأول من عام 2022")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")

    door = page.locator(".figure--hero .door")
    assert number(door) == first_visits()
    door.click()
    assert number(page.locator("h1")) == first_visits()
    expect(page.locator("#parts tfoot")).to_contain_text("المجموع")

    page.locator("#parts").get_by_role("link", name="طرطوس", exact=True).click()
    assert number(page.locator("h1")) == first_visits(day__facility__governorate__pcode="SY10")
    page.locator("#parts").get_by_role("link", name="المركز أو الوحدة").click()
    page.locator("#parts").get_by_role("link", name=SAFITA, exact=True).click()
    assert number(page.locator("h1")) == first_visits(day__facility=safita)
    expect(page.locator(".kilim").first).to_have_class("kilim k-SY10")

    record = page.locator("#records tbody tr").first
    counted, day = number(record.locator(".door")), record.get_by_role("link").first.inner_text()
    assert counted == first_visits(day__facility=safita, day__occurred_on=date(2022, 5, 23))
    record.get_by_role("link").first.click()
    assert page.url.endswith(f"/facilities/{safita.code}/days/2022-05-23/")
    expect(page.locator("body")).to_contain_text(day)
    expect(page.locator("body")).to_contain_text(SAFITA)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_chart_has_its_table_and_the_map_its_doors(
    width: int, page: Page, live_server: Any, sign_in: Callable[..., None]
) -> None:
    make_world()
    make_user_as(Role.PROGRAMME_DIRECTOR, None, "director", full_name="مديرية التنمية الريفية", password=PASSWORD)
    sign_in(page, "director", PASSWORD)
    page.goto(f"{live_server.url}/programme/?period=2022-H1")
    page.get_by_text("عرضها جدولاً").click()
    rows = page.locator("details.more tbody tr")
    expect(rows).to_have_count(6)
    assert sum(number(rows.nth(n).locator(".door")) for n in range(6) if "–" not in rows.nth(n).inner_text()) == (
        first_visits()
    )
    page.locator(".tiles").get_by_role("link", name="طرطوس").click()
    assert number(page.locator("h1")) == first_visits(day__facility__governorate__pcode="SY10")


@pytest.mark.parametrize("width", [360])
def test_a_phone_reaches_every_part_from_the_thumb_bar(
    width: int, page: Page, live_server: Any, sign_in: Callable[..., None]
) -> None:
    make_world()
    make_user_as(Role.PROGRAMME_DIRECTOR, None, "director", full_name="مديرية التنمية الريفية", password=PASSWORD)
    sign_in(page, "director", PASSWORD)
    thumb = page.locator("nav.thumb")
    thumb.get_by_role("link", name="المزيد").click()
    page.locator("main").get_by_role("link", name="المؤشرات").click()
    expect(page.locator("h1")).to_have_text("المؤشرات")
    thumb.get_by_role("link", name="البرنامج").click()
    expect(page.locator("h1")).to_have_text("النصف الأول من عام 2022")
