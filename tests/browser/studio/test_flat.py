"""A flat weave has cells and weft: nothing that the studio shows, says or refuses speaks of its knots."""

from __future__ import annotations

import re
from decimal import Decimal
from uuid import uuid4

import numpy as np
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from nawl.accounts.models import User
from nawl.places.models import Facility
from nawl.production.actions import save_draft
from nawl.production.models import ChartVersion
from tests.browser.studio.hands import BLUE, RED, UNSET, Studio, four_fields
from tests.factories.production import DYES, make_class, make_version, reread

pytestmark = pytest.mark.django_db(transaction=True)
BOTH = pytest.mark.parametrize(("language", "knot", "cell"), [("ar", "عقد", "خان"), ("en", "knot", "cell")])
HEARD = """
window.heard = [];
const names = ["title", "aria-label", "placeholder", "alt", "aria-description"];
const note = () => {
  const copy = document.body ? document.body.cloneNode(true) : document.createElement("body");
  copy.querySelectorAll("script, noscript").forEach((part) => part.remove());
  const said = [copy.textContent, copy.querySelector("[data-words]")?.dataset.words || ""];
  copy.querySelectorAll("*").forEach((part) => names.forEach((name) => said.push(part.getAttribute(name) || "")));
  window.heard.push(said.join(" \\n "));
};
document.addEventListener("DOMContentLoaded", () => {
  note();
  new MutationObserver(note).observe(document.documentElement,
    { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: names });
});
"""


@pytest.fixture
def kilim(unit: Facility) -> ChartVersion:
    """A kilim with a lonely cell, two bare ones, many colours in a row and a slit."""
    version = make_version(unit, quality=make_class("kilim"), size=(Decimal(30), Decimal(40)))
    knots = np.zeros((version.high, version.wide), np.uint8)
    knots[5:23, 4:] = RED
    knots[40, 10] = knots[44, 10] = 2
    knots[50, 3:5] = UNSET
    save_draft(version, knots, list(DYES), revision=0, key=uuid4(), by=User.objects.get(username="designer"))
    return reread(version)


@BOTH
def test_a_flat_weave_is_spoken_of_in_cells(
    studio: Studio, context: BrowserContext, kilim: ChartVersion, language: str, knot: str, cell: str
) -> None:
    context.add_cookies([{"name": "nawl_language", "value": language, "url": studio.address}])
    studio.page.add_init_script(HEARD)
    studio.open(kilim)
    _walk(studio)
    said = "\n".join(studio.page.evaluate("window.heard"))
    said = re.sub(r'"\w+":', "", said)  # the names that the script calls its sentences by
    told = [line for line in said.splitlines() if knot in line.lower()]
    assert not told, told[:3]
    assert cell in said.lower()


def _walk(studio: Studio) -> None:
    """Go over everything that tells something: tools, checks, clean-up, refusals, keys, a picture."""
    page = studio.page
    page.locator("[data-stage]").focus()
    page.keyboard.press("ArrowLeft")
    checks = page.locator("[data-checks]")
    expect(checks.locator("li")).not_to_have_count(0)
    for name in ("pencil", "line", "fill", "recolour", "select", "repeat", "motif", "border", "kufic"):
        studio.take(name)
    expect(page.locator(".hand-motif").first).to_be_attached()
    page.locator("[data-stage]").focus()
    page.keyboard.press("KeyJ")
    page.locator('[data-act="tidy"]').click()
    studio.wait("!window.nawlStudio.easel.draft.isBusy")
    studio.dye(BLUE)
    page.locator("[data-yarn-remove]").click()
    _ask_too_much(page)
    studio.save()
    page.locator('[data-do="help"]').first.click()
    page.locator("[data-help] [data-close]").first.click()
    page.locator('[data-do="picture"]').click()
    page.set_input_files('[name="file"]', {"name": "four.png", "mimeType": "image/png", "buffer": four_fields()})
    expect(page.locator("[data-picture-work]")).to_be_visible()


def _ask_too_much(page: Page) -> None:
    """Ask for Kufic and a border that find no room: the server's refusals are shown."""
    voice = page.locator("[data-voice]")
    page.locator('[name="kufic-text"]').fill("نول")
    page.locator('[name="kufic-high"]').fill("5")
    page.locator('[data-kufic] [type="submit"]').click()
    expect(voice).to_have_text(re.compile("5"))
    page.locator('[data-tool="border"]').click()
    page.locator('[name="border-thick"]').fill("300")
    page.locator('[data-border] [type="submit"]').click()
    expect(voice).to_have_text(re.compile("375"))
