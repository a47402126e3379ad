"""A picture that was chosen is shown with the part that is taken; the studio's own tool opens where it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from nawl.accounts.choices import Role
from tests.browser.studio.hands import four_fields
from tests.factories.accounts import PASSWORD
from tests.factories.places import make_facility, make_user_as
from tests.factories.production import make_palette, make_version

pytestmark = pytest.mark.django_db(transaction=True)
BOX = "[data-cropped]"


@pytest.fixture
def bringing(page: Page, sign_in: Callable[..., None], live_server: Any) -> Page:
    """The page that brings a picture into a draft twice as long as it is wide."""
    facility = make_facility()
    make_palette(facility)
    make_user_as(Role.DESIGNER, facility, "designer", password=PASSWORD)
    version = make_version(facility, size=(Decimal(10), Decimal(20)))
    sign_in(page, "designer", PASSWORD)
    page.goto(f"{live_server.url}/designs/{version.design.serial}/versions/{version.number}/from-picture/")
    return page


def part(page: Page) -> list[float]:
    """Return the frame as it is drawn, as shares of the picture: left, top, right, bottom."""
    return [float(share) for share in (page.locator(BOX).get_attribute("data-part") or "").split()]


def test_the_part_that_is_taken_is_drawn_on_the_picture(bringing: Page) -> None:
    box = bringing.locator(BOX)
    expect(box).to_be_hidden()
    bringing.set_input_files('[name="picture"]', {"name": "4.png", "mimeType": "image/png", "buffer": four_fields()})
    expect(box).to_be_visible()
    wide, high = bringing.evaluate(
        f"(({{ width, height }}) => [width, height])(document.querySelector('{BOX} canvas'))"
    )
    across = max(0, (1 - 0.5 / (wide / high)) / 2)
    assert part(bringing) == pytest.approx([across, 0, 1 - across, 1], abs=0.01)
    bringing.locator('[name="is_whole"]').uncheck()
    bringing.locator('[name="left"]').fill("25")
    bringing.locator('[name="bottom"]').fill("60")
    expect(box).to_have_attribute("data-part", "0.250 0.000 1.000 0.600")
    bringing.locator('[name="turn"]').select_option("1")
    turned = bringing.evaluate(f"(({{ width, height }}) => width / height)(document.querySelector('{BOX} canvas'))")
    assert turned == pytest.approx(high / wide, rel=0.02)


def test_what_the_browser_cannot_show_is_brought_all_the_same(bringing: Page) -> None:
    bringing.set_input_files('[name="picture"]', {"name": "a.tif", "mimeType": "image/tiff", "buffer": b"II*\x00"})
    expect(bringing.locator(BOX)).to_be_hidden()
    expect(bringing.locator('button[type="submit"].btn--main')).to_be_enabled()


def test_the_studios_own_tool_stands_open(bringing: Page) -> None:
    bringing.locator('a[href$="/studio/#picture"]').click()
    expect(bringing.locator("[data-picture]")).to_be_visible()
