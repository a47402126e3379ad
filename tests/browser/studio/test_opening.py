"""A chart on a poor line: words say what is being done, what has come is seen, and a line that breaks is said."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from nawl.places.models import Facility
from nawl.production.models import ChartVersion
from tests.browser.studio.hands import RED, Studio, kept
from tests.factories.accounts import PASSWORD
from tests.factories.production import draw, make_version

pytestmark = pytest.mark.django_db(transaction=True)
FED_BY_HAND = """
const line = window.fetch;
window.fetch = (address, ...more) => String(address).endsWith("/knots/")
  ? Promise.resolve(new Response(new ReadableStream({start: (feed) => { window.feed = feed; }})))
  : line(address, ...more);
"""
UNOPENED = "تعذّر فتح المخطط"
MADDER, BARE = (154, 46, 43), (251, 248, 241)


@pytest.fixture
def tall(unit: Facility) -> ChartVersion:
    """A sheet of 60 × 600 knots: three rows of tiles, of which the first two are whole at 512 rows."""
    return make_version(unit, size=(Decimal(20), Decimal(200)))


@pytest.fixture
def door(page: Page, unit: Facility, live_server: Any, sign_in: Callable[..., None]) -> Studio:
    """A designer before the studio's door."""
    sign_in(page, "designer", PASSWORD)
    return Studio(page, live_server.url)


def has(page: Page, colour: tuple[int, int, int]) -> bool:
    """Say whether a colour is seen on the sheet."""
    found: bool = page.evaluate(
        """(colour) => {
            const sheet = document.querySelector("[data-ground]");
            const { data } = sheet.getContext("2d").getImageData(0, 0, sheet.width, sheet.height);
            for (let at = 0; at < data.length; at += 4) {
                if (colour.every((part, n) => data[at + n] === part)) { return true; }
            }
            return false;
        }""",
        list(colour),
    )
    return found


def test_a_slow_line_is_said_until_the_chart_stands(door: Studio, version: ChartVersion) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    door.page.route("**/knots/", hold)
    drawn = draw(version)
    door.go_to(drawn)
    opening = door.page.locator("[data-opening]")
    expect(opening).to_be_visible()
    expect(opening.get_by_role("status")).to_have_text("يُجلَب المخطط…")
    expect(door.page.locator("[data-stage]")).to_have_attribute("aria-busy", "true")
    while not held:
        door.page.wait_for_timeout(20)
    held[0].continue_()
    expect(opening).to_be_hidden()
    expect(door.page.locator("[data-stage]")).not_to_have_attribute("aria-busy", "true")
    assert (door.shown() == kept(drawn)).all()


def test_what_has_come_is_seen_before_the_rest(door: Studio, tall: ChartVersion) -> None:
    page = door.page
    page.add_init_script(FED_BY_HAND)
    door.go_to(tall)
    door.wait("Boolean(window.feed)")
    page.evaluate("(count) => window.feed.enqueue(new Uint8Array(count).fill(1))", 60 * 540)
    expect(page.locator("[data-opening-share]")).to_have_text("90%")
    expect(page.get_by_role("progressbar")).to_have_js_property("value", 90)
    door.wait("document.querySelector('[data-ground]').width > 300")
    while not has(page, MADDER):
        page.wait_for_timeout(30)
    assert has(page, BARE)
    page.evaluate("(count) => { window.feed.enqueue(new Uint8Array(count).fill(1)); window.feed.close(); }", 60 * 60)
    expect(page.locator("[data-opening]")).to_be_hidden()
    assert (door.shown() == RED).all()
    assert not has(page, BARE)


@pytest.mark.parametrize(
    "parts", [[100], [60 * 600 + 1], [60 * 600, 1]], ids=["too_few", "too_many", "one_more_at_the_end"]
)
def test_knots_that_are_not_the_charts_are_refused(
    door: Studio, context: BrowserContext, tall: ChartVersion, parts: list[int]
) -> None:
    window = Studio(context.new_page(), door.address)  # the page's script throws, as it should
    window.page.add_init_script(FED_BY_HAND)
    window.go_to(tall)
    window.wait("Boolean(window.feed)")
    feed = "(parts) => { parts.forEach((count) => window.feed.enqueue(new Uint8Array(count))); window.feed.close(); }"
    window.page.evaluate(feed, parts)
    expect(window.page.locator("[data-opening]")).to_contain_text(UNOPENED)
    expect(window.page.locator("[data-studio]")).to_have_attribute("data-ready", "failed")


def test_a_broken_line_is_said_and_tried_again(door: Studio, context: BrowserContext, version: ChartVersion) -> None:
    page = context.new_page()
    page.route("**/knots/", lambda route: route.abort())
    Studio(page, door.address).go_to(version)
    expect(page.locator("[data-opening]")).to_contain_text(UNOPENED)
    page.unroute("**/knots/")
    page.locator("[data-opening]").get_by_role("button", name="إعادة المحاولة").click()
    expect(page.locator("[data-studio]")).to_have_attribute("data-ready", "yes")
    expect(page.locator("[data-opening]")).to_be_hidden()
