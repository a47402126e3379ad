"""Chromium as a clerk would use it: Arabic, a phone or a desk, and the accessibility checker."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
HEIGHTS = {360: 740, 820: 1180, 1280: 900}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything here; leave it out where there is no Chromium."""
    for item in items:
        if "tests/browser/" in str(item.path):
            item.add_marker(pytest.mark.browser)
            if not CHROMIUM:
                item.add_marker(pytest.mark.skip(reason="needs Chromium: apt-get install chromium"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the session."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking"],
        )
        yield found
        found.close()


@pytest.fixture
def width() -> int:
    """Width of the screen in pixels; a test asks for others by parametrising `width`."""
    return 1280


@pytest.fixture
def keepers() -> Literal["allow", "block"]:
    """Say whether pages may have a service worker. A `page.route` that is set while one takes its page over lets
    requests through, so a walk that stops requests does without, or waits until the page is kept.
    """
    return "allow"


@pytest.fixture
def context(browser: Browser, width: int, keepers: Literal["allow", "block"]) -> Iterator[BrowserContext]:
    """A fresh device with its own cookies."""
    device = browser.new_context(
        viewport={"width": width, "height": HEIGHTS[width]},
        locale="en-US",  # the reader's language never comes from the browser
        has_touch=width < 600,
        service_workers=keepers,
        reduced_motion="reduce",  # a checker that looks at half an opening sees half its contrast
    )
    device.set_default_timeout(15_000)
    yield device
    device.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page on which any script error or refused resource fails the test."""
    faults: list[str] = []
    sheet = context.new_page()
    sheet.on("pageerror", lambda error: faults.append(str(error)))
    sheet.on("console", lambda line: faults.append(line.text) if "Content Security Policy" in line.text else None)
    yield sheet
    assert not faults, faults


@pytest.fixture
def sign_in(live_server: Any) -> Callable[[Page, str, str], None]:
    """Sign in through the page itself."""

    def go(sheet: Page, username: str, password: str) -> None:
        sheet.goto(f"{live_server.url}/sign-in/")
        sheet.fill("input[name=username]", username)
        sheet.fill("input[name=password]", password)
        sheet.click("main button[type=submit]")
        sheet.wait_for_url(lambda url: "/sign-in/" not in url)

    return go


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    """Return the serious and critical faults that axe finds on the page."""

    def look(sheet: Page) -> list[str]:
        sheet.evaluate(AXE.read_text(encoding="utf-8"))
        found = sheet.evaluate("async () => (await axe.run(document, {resultTypes: ['violations']})).violations")
        return [
            f"{fault['id']} ({fault['impact']}): {json.dumps([node['target'] for node in fault['nodes'][:3]])}"
            for fault in found
            if fault["impact"] in {"serious", "critical"}
        ]

    return look
