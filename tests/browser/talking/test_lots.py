"""The dye lots at the head of the talking chart: seen when asked for, out of the way of the big key."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.talking.hands import big_key, press
from tests.factories.charts import chart_of

LOTS = tuple((f"لون {n}", f"22-{n:03}") for n in range(16))


@pytest.mark.parametrize("width", [360, 820])
def test_the_lots_open_over_the_row_and_the_next_press_reads_on(
    opened: Callable[..., Page], axe: Callable[[Page], list[str]]
) -> None:
    sheet = opened(chart_of("abab baba"), lots=LOTS)
    shown = sheet.locator(".talk-lots li")
    expect(shown.first).to_be_hidden()
    big = big_key(sheet).bounding_box()
    sheet.get_by_text("دفعات الصباغ").tap()
    expect(shown).to_have_count(16)
    expect(shown.first).to_have_text("لون 0 22-000")
    assert axe(sheet) == []
    assert big_key(sheet).bounding_box() == big
    expect(big_key(sheet)).to_be_focused()  # a pedal goes on reading
    press(sheet)
    expect(shown.first).to_be_hidden()
    assert len(sheet.evaluate("said")) == 1


def test_a_chart_without_lots_has_no_list_and_the_keyboard_opens_one(opened: Callable[..., Page]) -> None:
    sheet = opened(chart_of("abab baba"))
    expect(sheet.locator(".talk-lots")).to_have_count(0)
    sheet = opened(chart_of("abab baba"), lots=LOTS[:2])
    sheet.locator(".talk-lots summary").focus()
    sheet.keyboard.press("Space")
    expect(sheet.locator(".talk-lots li")).to_have_count(2)
    expect(sheet.locator(".talk-lots li").first).to_be_visible()
    assert sheet.evaluate("said") == []
