"""A carpet part by part: whatever part is changed, its picture stays in sight, and no field lies under it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from nawl.accounts.choices import Role
from nawl.production.rules.recipes import packed_recipe
from nawl.weaving.composing import from_words, proposals
from tests.factories.accounts import PASSWORD
from tests.factories.places import make_facility, make_user_as
from tests.factories.production import make_class, make_palette

pytestmark = pytest.mark.django_db(transaction=True)
RECIPE = packed_recipe(proposals(from_words("لوحة ٣٠×٤٥ ميدالية"), 1, 3)[0])
PICTURE = ".hung img"


@pytest.fixture
def parts(page: Page, sign_in: Callable[..., None], live_server: Any) -> Page:
    """The page of parts, as a designer has it before them."""
    facility = make_facility()
    make_palette(facility)
    for code in ("300", "360", "wall", "kilim"):
        make_class(code)
    make_user_as(Role.DESIGNER, facility, "designer", password=PASSWORD)
    sign_in(page, "designer", PASSWORD)
    page.goto(f"{live_server.url}/composer/parts/?recipe={RECIPE}")
    expect(page.locator(PICTURE)).to_be_visible()
    return page


def edges(page: Page, selector: str) -> tuple[float, float]:
    """Return how far below the top of the screen a thing begins and ends."""
    box = page.locator(selector).bounding_box()
    assert box is not None
    return box["y"], box["y"] + box["height"]


def change(page: Page, name: str, value: str) -> None:
    """Choose another value and wait until the carpet is laid out anew."""
    before = page.locator(PICTURE).get_attribute("src")
    with page.expect_response(lambda answered: "picture.webp" in answered.url):
        page.locator(f"select[name={name}]").select_option(value)
    expect(page.locator(PICTURE)).not_to_have_attribute("src", before or "")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(("name", "value"), [("border", "waves"), ("family", "basalt:1"), ("medallion", "star")])
def test_after_a_change_far_down_the_carpet_is_in_sight_and_the_page_has_not_moved(
    parts: Page, axe: Callable[[Page], list[Any]], width: int, name: str, value: str
) -> None:
    parts.locator(f"select[name={name}]").focus()
    stood = edges(parts, f"select[name={name}]")
    change(parts, name, value)
    height = parts.viewport_size["height"] if parts.viewport_size else 0
    top, bottom = edges(parts, PICTURE)
    assert 0 <= top < bottom <= height
    assert bottom - top > 60
    assert edges(parts, f"select[name={name}]") == pytest.approx(stood, abs=1)
    assert parts.evaluate("document.documentElement.scrollWidth") <= width
    assert axe(parts) == []


@pytest.mark.parametrize("width", [360])
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_on_a_phone_no_field_that_is_come_to_lies_under_the_picture(parts: Page, width: int, key: str) -> None:
    names = parts.locator("form.card :is(select, input:not([type=hidden]))").evaluate_all("all => all.map(e => e.name)")
    assert len(names) > 9
    first = names[0] if key == "Tab" else names[-1]
    parts.locator(f"[name={first}]").last.focus()
    seen = []
    for _ in names:
        seen.append(parts.evaluate("document.activeElement.name"))
        field = edges(parts, f"form.card [name={seen[-1]}]")
        assert field[0] >= edges(parts, ".hung")[1] - 1
        assert edges(parts, PICTURE)[0] >= 0
        parts.keyboard.press(key)
    assert set(seen) == set(names)
