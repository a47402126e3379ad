"""A tablet that notes what is said, and a chart that is carried to it as one file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from nawl.weaving.chart import Chart
from nawl.weaving.speaking.clips import Clips, clips_for
from nawl.weaving.speaking.page import TalkingOptions, talking_page
from tests.browser.talking.hands import SIZES, big_key

expect.set_options(timeout=15_000)
WATCH = """
window.said = []; window.decoded = []; window.started = 0;
document.addEventListener("nawl:said", (event) => window.said.push(event.detail));
const decode = BaseAudioContext.prototype.decodeAudioData;
BaseAudioContext.prototype.decodeAudioData = async function (...given) {
  const made = await decode.apply(this, given);
  window.decoded.push(made.duration);
  return made;
};
const start = AudioBufferSourceNode.prototype.start;
window.awake = 0;
const lamp = {request: async () => { window.awake += 1; return new EventTarget(); }};
Object.defineProperty(navigator, "wakeLock", {value: lamp});
AudioBufferSourceNode.prototype.start = function (...given) { window.started += 1; return start.apply(this, given); };
"""


@pytest.fixture
def width() -> int:
    """A tablet, held upright."""
    return 820


@pytest.fixture
def tablet(browser: Browser, width: int) -> Iterator[BrowserContext]:
    """A tablet that notes what is said and what sounds."""
    device = browser.new_context(
        viewport={"width": width, "height": SIZES[width]}, locale="en-US", has_touch=True, reduced_motion="reduce"
    )
    device.set_default_timeout(15_000)
    device.add_init_script(WATCH)
    yield device
    device.close()


@pytest.fixture
def sheet(tablet: BrowserContext) -> Iterator[Page]:
    """A page without a network, on which any fault of the script fails the test."""
    tablet.set_offline(True)
    faults: list[str] = []
    found = tablet.new_page()
    found.on("pageerror", lambda error: faults.append(str(error)))
    found.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
    yield found
    assert not faults, faults


@pytest.fixture
def opened(sheet: Page, tmp_path: Path) -> Callable[..., Page]:
    """Carry a chart to the tablet as one file, and open it."""

    def go(chart: Chart, *, clips: Clips | None = None, **options: Any) -> Page:
        chosen = TalkingOptions(title="سرّة طرطوس", **options)
        file = tmp_path / "chart.html"
        file.write_bytes(talking_page(chart, clips_for(chart, chosen.language) if clips is None else clips, chosen))
        sheet.goto(file.as_uri())
        expect(big_key(sheet)).to_be_visible()
        return sheet

    return go
