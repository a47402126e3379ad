"""Who may not draw only looks; the page fits a phone, a tablet and a desk, and is accessible."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from nawl.accounts.models import User
from nawl.production.actions import send_to_review
from nawl.production.models import ChartVersion
from tests.browser.studio.hands import RED, Studio
from tests.factories.production import draw

pytestmark = pytest.mark.django_db(transaction=True)
EVERY = pytest.mark.parametrize("width", [360, 820, 1280])


def test_a_version_in_review_is_looked_at_and_not_drawn_on(studio: Studio, version: ChartVersion) -> None:
    designer = User.objects.get(username="designer")
    studio.open(send_to_review(draw(version, by=designer), by=designer))
    expect(studio.page.get_by_text("يمكن النظر إليها، ولا يُرسم عليها")).to_be_visible()
    expect(studio.page.locator('[data-tool="pencil"]')).to_be_disabled()
    before = studio.shown()
    studio.page.locator("[data-stage]").focus()
    studio.page.keyboard.press("KeyP")
    studio.pull((2, 2), (8, 2))
    studio.page.keyboard.press("Delete")
    assert (studio.shown() == before).all()


def test_a_second_window_of_the_same_browser_only_looks(studio: Studio, context: BrowserContext) -> None:
    other = Studio(context.new_page(), studio.address)
    other.open(studio.version)
    expect(other.page.locator("[data-court]")).to_contain_text("مفتوح في نافذة أخرى")
    expect(other.page.locator('[data-tool="pencil"]')).to_be_disabled()
    studio.page.close()
    other.page.get_by_role("button", name="إعادة المحاولة").click()
    expect(other.page.locator("[data-court]")).to_be_empty()
    other.dye(RED)
    other.pull((2, 2), (8, 2))
    assert np.count_nonzero(other.save() == RED) == 7


@EVERY
def test_the_studio_is_accessible_and_fits(striped: Studio, axe: Callable[[Page], list[str]], width: int) -> None:
    page = striped.page
    expect(page.locator("[data-checks] li").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert axe(page) == []
    page.locator('[data-do="help"]').first.evaluate("(button) => button.click()")
    expect(page.locator("[data-help]")).to_be_visible()
    assert axe(page) == []


@pytest.mark.parametrize("width", [820, 1280])
def test_every_tool_stands_in_sight(studio: Studio, width: int) -> None:
    tools = studio.page.locator(".tools")
    assert tools.evaluate(
        "(place) => place.scrollHeight <= place.clientHeight && place.scrollWidth <= place.clientWidth"
    )
    for button in tools.locator("button").all():
        expect(button).to_be_in_viewport(ratio=1)
    assert studio.page.evaluate("document.documentElement.scrollWidth") <= width
