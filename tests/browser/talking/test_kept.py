"""The chart in the programme: opened once with a network, kept on the device, forgotten at signing out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import numpy as np
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from nawl.accounts.choices import Role
from nawl.production.actions import grid_of, lock_version, save_draft, send_to_review
from nawl.production.models import ChartVersion
from nawl.production.queries.charts import chart_of
from nawl.weaving.speaking.counting import number_keys
from nawl.weaving.telling.runs import row_runs
from tests.browser.talking.hands import big_key, flat, press, said_in_row
from tests.factories.accounts import PASSWORD, make_system_user
from tests.factories.places import make_user_as
from tests.factories.production import DYES, make_version, reread


def broad_stripes() -> ChartVersion:
    """A locked version of 30 × 60 knots, three runs a row."""
    begun = make_version()
    stripes = (np.arange(begun.wide)[None, :] // 10 + np.arange(begun.high)[:, None] // 5) % len(DYES)
    grid = grid_of(begun, stripes.astype(np.uint8).tobytes())
    hand = make_system_user()
    save_draft(begun, grid, list(DYES), by=hand, revision=begun.revision, key=uuid4())
    return lock_version(send_to_review(reread(begun), by=hand), by=hand)


@pytest.fixture
def version(live_server: Any, transactional_db: None) -> ChartVersion:
    """A locked chart of the unit at Safita, with somebody who sees it."""
    locked = broad_stripes()
    make_user_as(Role.WORKSHOP_SUPERVISOR, locked.design.facility, "salma", password=PASSWORD)
    return locked


@pytest.fixture
def online(tablet: BrowserContext, version: ChartVersion, sign_in: Callable[..., None]) -> Iterator[Page]:
    """The tablet, signed in; a fault of a script or of the policy fails the test."""
    faults: list[str] = []
    found = tablet.new_page()
    found.on("pageerror", lambda error: faults.append(str(error)))
    found.on("console", lambda line: faults.append(line.text) if "Content Security Policy" in line.text else None)
    sign_in(found, "salma", PASSWORD)
    yield found
    assert not faults, faults


def address_of(live_server: Any, version: ChartVersion) -> str:
    return f"{live_server.url}/designs/{version.design.serial}/versions/{version.number}/talking/"


def open_and_keep(sheet: Page, address: str) -> None:
    """Open the page with a network, and wait until the device has kept all of it."""
    sheet.goto(address)
    expect(big_key(sheet)).to_be_visible()
    expect(sheet.locator("[data-talk-kept]")).not_to_have_attribute("hidden", "")


def test_a_weaver_opens_the_chart_once_and_then_listens_to_ten_rows_offline(
    online: Page, tablet: BrowserContext, live_server: Any, version: ChartVersion, axe: Callable[[Page], list[str]]
) -> None:
    open_and_keep(online, address_of(live_server, version))
    assert axe(online) == []
    chart = chart_of(version)
    tablet.set_offline(True)
    expected: list[str] = []
    for row in range(1, 11):
        press(online, len(row_runs(chart, row)))
        expected += said_in_row(chart, row, announced=row == 1)
    assert flat(online.evaluate("said")) == expected
    expect(online.locator("[data-talk]")).to_have_attribute("data-state", "waiting")
    decoded = online.evaluate("decoded")
    assert len(decoded) == len(set(expected))
    assert all(0.1 < seconds < 3 for seconds in decoded)
    online.reload()
    expect(online.locator("h1")).to_have_text("نجمة صافيتا")
    expect(online.locator("[data-talk-row]")).to_have_text("10")
    press(online)
    expect(big_key(online)).to_have_text("السطر 11")
    expect(online.locator("[data-talk]")).to_have_attribute("data-state", "waiting")
    assert online.evaluate("started") > 0
    assert online.evaluate("getComputedStyle(document.querySelector('[data-talk]')).display") == "flex"
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        online.goto(live_server.url)  # no other page is kept


def test_with_a_network_the_page_is_the_newest_and_what_is_old_is_forgotten(
    online: Page, live_server: Any, version: ChartVersion
) -> None:
    address = address_of(live_server, version)
    open_and_keep(online, address)
    kept = (
        "caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((one) => one.keys()))))"
    )
    names = f"{kept}.then((all) => all.flat().map((one) => new URL(one.url).pathname + new URL(one.url).search))"
    first = online.evaluate(names)
    assert sum("voice.json" in name for name in first) == sum("chart.json" in name for name in first) == 1
    assert any(name.endswith(".woff2") for name in first)
    online.context.add_cookies([{"name": "nawl_language", "value": "en", "url": live_server.url}])
    open_and_keep(online, address)
    expect(big_key(online)).to_have_text("Begin reading")
    second = online.evaluate(names)
    assert [name for name in second if "voice.json" in name] == [
        name.replace("-ar", "-en") for name in first if "voice.json" in name
    ]
    online.context.set_offline(True)
    online.reload()  # what was kept is the newest page, too
    expect(big_key(online)).to_have_text("Begin reading")


def test_the_chart_is_taken_along_as_a_file(
    online: Page, live_server: Any, version: ChartVersion, tmp_path: Path
) -> None:
    open_and_keep(online, address_of(live_server, version))
    online.locator("[data-talk-open]").tap()
    with online.expect_download() as waiting:
        online.get_by_role("link", name="تنزيل ملفاً يعمل بلا شبكة").tap()
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    assert file.name == f"{version.design.serial}-1-talking.html"
    online.context.set_offline(True)
    online.goto(file.as_uri())
    press(online)
    count, index = row_runs(chart_of(version), 1)[0]
    said = ["row", "1", "from-right", *number_keys(count), f"yarn:{chart_of(version).yarns[index].name_ar}"]
    assert online.evaluate("said") == [said]


def test_a_kept_chart_and_its_row_are_removed_from_the_device_when_that_is_asked(
    online: Page, live_server: Any, version: ChartVersion
) -> None:
    address = address_of(live_server, version)
    open_and_keep(online, address)
    press(online)
    places = "Object.keys(localStorage).filter((name) => name.startsWith('nawl.talking.')).length"
    online.locator("[data-talk-open]").tap()
    forget = online.get_by_role("button", name="حذفه من هذا الجهاز")
    online.once("dialog", lambda dialog: dialog.dismiss())
    forget.tap()
    assert online.evaluate("caches.keys().then((names) => names.length)") == 1
    assert online.evaluate(places) == 1
    online.once("dialog", lambda dialog: dialog.accept())
    forget.tap()
    expect(online.locator("[data-talk-kept]")).to_have_text("حُذف المخطط من هذا الجهاز. ومتى فُتح مع الشبكة حُفظ من جديد.")
    expect(forget).to_be_hidden()
    online.locator("[data-talk-close]").tap()
    press(online)  # what was asked to be forgotten is not written again
    assert online.evaluate("caches.keys()") == []
    assert online.evaluate(places) == 0
    online.context.set_offline(True)
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        online.reload()
    online.context.set_offline(False)
    open_and_keep(online, address)
    expect(online.locator("[data-talk-row]")).to_have_text("1")


def test_signing_out_leaves_no_chart_on_the_device(online: Page, live_server: Any, version: ChartVersion) -> None:
    open_and_keep(online, address_of(live_server, version))
    online.goto(live_server.url)
    online.locator("details[data-menu] summary").click()
    online.locator("form[data-leave] button").click()
    online.wait_for_url("**/sign-in/**")
    online.wait_for_timeout(500)
    assert online.evaluate("caches.keys()") == []
    online.context.set_offline(True)
    with pytest.raises(Exception, match="ERR_"):
        online.goto(address_of(live_server, version))
