"""What a stroke sends: what it changed, not the whole; the whole where the server cannot lay the changes over its own."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any
from uuid import uuid4

import numpy as np
import pytest
from playwright.sync_api import Page, Route

from nawl.accounts.models import User
from nawl.places.models import Facility
from nawl.production.actions import save_draft
from nawl.production.models import ChartVersion, DraftSave
from tests.browser.studio.hands import RED, Studio, kept
from tests.factories.production import DYES, make_version, reread

pytestmark = pytest.mark.django_db(transaction=True)
SENT = """
window.sent = [];
const line = window.fetch;
window.fetch = (address, asked) => {
  if (String(address).endsWith("/save/")) {
    const knots = asked.body.get("changes") || asked.body.get("knots");
    window.sent.push([knots.name, knots.size]);
    if (window.spoil) {
      asked.body.set("check", "0".repeat(64));
      window.spoil = false;
    }
  }
  return line(address, asked);
};
"""


def strewn(unit: Facility, size: tuple[int, int]) -> ChartVersion:
    """A chart that cannot be packed small: every knot by dice."""
    version = make_version(unit, size=(Decimal(size[0]), Decimal(size[1])))
    knots = np.random.default_rng(5).integers(0, 4, (version.high, version.wide)).astype(np.uint8)
    by = User.objects.get(username="designer")
    save_draft(version, knots, list(DYES), revision=0, key=uuid4(), by=by)
    return reread(version)


def sent_by(page: Page) -> list[list[Any]]:
    found: list[list[Any]] = page.evaluate("window.sent.splice(0)")
    return found


def strike(studio: Studio, y: int) -> None:
    """Draw a run of seven knots where the sheet is near enough to be hit."""
    studio.page.evaluate(
        """(y) => {
            const { easel } = window.nawlStudio;
            for (let x = 2; x < 9; x += 1) { easel.sheet.put(x, y, (easel.sheet.at(x, y) + 1) % 4); }
            easel.draft.commit("pencil");
        }""",
        y,
    )


def test_a_stroke_on_six_million_knots_sends_little(studio: Studio, unit: Facility) -> None:
    studio.page.add_init_script(SENT)
    large = strewn(unit, (660, 1000))
    studio.open(large)
    expected = kept(large)
    for number, y in enumerate([3, 2990], 2):
        strike(studio, y)
        expected[y, 2:9] = (expected[y, 2:9] + 1) % 4
        assert (studio.save() == expected).all()
        [[name, size]] = sent_by(studio.page)
        assert name == "changes"
        assert size < 10_000  # the whole is a million and a half
        assert reread(large).revision == number


def test_a_wrong_check_sum_falls_back_to_the_whole(studio: Studio, unit: Facility) -> None:
    studio.page.add_init_script(SENT)
    chart = strewn(unit, (40, 40))
    studio.open(chart)
    strike(studio, 3)
    studio.page.evaluate("window.spoil = true")
    assert (studio.save() == studio.shown()).all()
    assert [name for name, _ in sent_by(studio.page)] == ["changes", "knots"]
    strike(studio, 5)
    assert (studio.save() == studio.shown()).all()
    assert [name for name, _ in sent_by(studio.page)] == ["changes"]
    assert DraftSave.objects.filter(version=chart).count() == 3


def test_where_all_changes_the_smaller_of_both_is_sent(studio: Studio, unit: Facility) -> None:
    studio.page.add_init_script(SENT)
    chart = strewn(unit, (200, 200))
    studio.open(chart)
    studio.dye(RED)
    studio.take("rectangle")
    studio.page.locator('[name="filled"]').check()
    studio.pull((0, 0), (chart.wide - 1, chart.high - 1))
    assert (studio.save() == RED).all()
    [[name, size]] = sent_by(studio.page)
    assert name == "knots"
    assert size < 2_000


def test_changes_whose_answer_was_lost_are_repeated_and_written_once(studio: Studio, unit: Facility) -> None:
    studio.page.add_init_script(SENT)
    chart = strewn(unit, (40, 40))
    studio.open(chart)

    def lose_the_answer(route: Route) -> None:
        route.fetch()
        route.abort()

    studio.page.route("**/save/", lose_the_answer)
    strike(studio, 3)
    studio.page.keyboard.press("Control+s")
    studio.wait("window.nawlStudio.keeper.state === 'offline'")
    drawn = studio.shown()
    assert (kept(chart) == drawn).all()
    studio.page.unroute("**/save/")
    strike(studio, 5)
    assert (studio.save() == studio.shown()).all()
    assert re.fullmatch("(changes ){3,}", " ".join(name for name, _ in sent_by(studio.page)) + " ")
    assert DraftSave.objects.filter(version=chart).count() == 3
