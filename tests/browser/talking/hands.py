"""What a weaver's hands do on the page, and what she should hear."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from nawl.weaving.chart import Chart
from nawl.weaving.speaking.counting import number_keys
from nawl.weaving.telling.runs import Side, row_runs

SIZES = {360: 740, 820: 1180, 1280: 800}
"""Widths of screens and their heights: a phone, a tablet held upright, a desktop."""


def big_key(sheet: Page) -> Any:
    return sheet.locator("[data-talk-next]")


def press(sheet: Page, times: int = 1) -> None:
    """Press the big key as a hand does: not twice within a moment."""
    for _ in range(times):
        sheet.wait_for_timeout(240)
        big_key(sheet).tap()


def choose(sheet: Page, name: str, value: str) -> None:
    sheet.locator("[data-talk-open]").tap()
    sheet.locator(f"label:has(input[name={name}][value={value}])").tap()
    sheet.locator("[data-talk-close]").tap()


def go_to(sheet: Page, row: str) -> None:
    sheet.locator("[data-talk-open]").tap()
    sheet.fill("#talk-jump", row)
    sheet.keyboard.press("Enter")


def said_in_row(
    chart: Chart, row: int, language: str = "ar", side: Side = Side.RIGHT, *, announced: bool = False
) -> list[str]:
    """Return what is said of a row, put together from the row's text, which the page knows nothing of."""
    keys = ["row", *number_keys(row, language)]
    if announced:
        keys.append(f"from-{side.value}")
    for count, index in row_runs(chart, row, side):
        yarn = f"yarn:{chart.yarns[index].name(language)}" if index < len(chart.yarns) else "unset"
        keys += [*number_keys(count, language), yarn]
    return [*keys, "end", *(["finished"] if row == chart.frame.high else [])]


def flat(said: list[list[str]]) -> list[str]:
    return [key for keys in said for key in keys]
