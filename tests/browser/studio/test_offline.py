"""The open draft is kept on the device: loaded anew without a network it opens with every stroke, and is saved later."""

from __future__ import annotations

from typing import Literal

import numpy as np
import pytest
from playwright.sync_api import BrowserContext, Route, expect

from nawl.production.models import ChartVersion, DraftSave
from tests.browser.studio.hands import BLUE, RED, Studio, kept
from tests.factories.production import draw, knots_for, reread

pytestmark = pytest.mark.django_db(transaction=True)
KEPT = "caches.keys().then((names) => names.filter((name) => name.includes('/studio/')))"


@pytest.fixture
def keepers() -> Literal["allow", "block"]:
    return "allow"


def wait_until_kept(studio: Studio) -> None:
    expect(studio.page.locator("[data-studio]")).to_have_attribute("data-kept", "yes")
    studio.page.evaluate("window.nawlStudio.keeper.kept.line")


def load_anew(studio: Studio) -> None:
    studio.page.evaluate("window.nawlStudio.keeper.keeping")  # the last stroke is on the device
    studio.page.reload()
    expect(studio.page.locator("[data-studio]")).to_have_attribute("data-ready", "yes")


def test_a_draft_loaded_anew_without_a_network_is_drawn_on_and_saved(studio: Studio, context: BrowserContext) -> None:
    wait_until_kept(studio)
    expected = studio.shown()
    studio.dye(RED)
    studio.pull((2, 2), (8, 2))
    expected[2, 2:9] = RED
    assert (studio.save() == expected).all()
    wait_until_kept(studio)
    context.set_offline(True)
    studio.pull((2, 4), (8, 4))
    expected[4, 2:9] = RED
    for row in (6, 8):  # more than once
        load_anew(studio)
        expect(studio.page.locator("[data-court]")).to_contain_text("أُعيدت")
        assert (studio.shown() == expected).all()
        studio.dye(BLUE)
        studio.pull((2, row), (8, row))
        expected[row, 2:9] = BLUE
    expect(studio.page.locator("[data-checks] li")).not_to_have_count(0)  # the second thread is here too
    assert (kept(studio.version)[4:] != RED).all()
    context.set_offline(False)
    studio.wait_until_saved()
    assert (kept(studio.version) == expected).all()
    load_anew(studio)
    assert (studio.shown() == expected).all()


def test_what_was_saved_and_nothing_more_opens_without_a_network(striped: Studio, context: BrowserContext) -> None:
    wait_until_kept(striped)
    striped.dye(RED)
    striped.pull((2, 2), (8, 2))
    saved = striped.save()
    wait_until_kept(striped)
    context.set_offline(True)
    load_anew(striped)
    expect(striped.page.locator("[data-court]")).to_be_empty()
    assert (striped.shown() == saved).all()


def test_with_a_network_the_chart_is_the_newest(studio: Studio, version: ChartVersion) -> None:
    wait_until_kept(studio)
    drawn = draw(version)
    load_anew(studio)
    assert (studio.shown() == knots_for(drawn)).all()
    studio.dye(RED)
    studio.pull((2, 2), (8, 2))
    assert (studio.save() == studio.shown()).all()
    assert reread(version).revision == 2


def test_a_lost_answer_is_asked_for_after_loading_anew_without_a_network(
    studio: Studio, context: BrowserContext
) -> None:
    wait_until_kept(studio)

    def lose_the_answer(route: Route) -> None:
        route.fetch()
        route.abort()

    studio.page.route("**/save/", lose_the_answer)
    studio.dye(RED)
    studio.pull((2, 2), (8, 2))
    studio.page.keyboard.press("Control+s")
    studio.wait("window.nawlStudio.keeper.state === 'offline'")
    context.set_offline(True)
    studio.page.unroute("**/save/")
    load_anew(studio)
    studio.pull((2, 4), (8, 4))
    expected = studio.shown()
    context.set_offline(False)
    studio.wait_until_saved()
    assert (kept(studio.version) == expected).all()
    assert np.count_nonzero(expected == BLUE) + np.count_nonzero(expected == RED) == 14
    assert DraftSave.objects.filter(version=studio.version).count() == 2
    expect(studio.page.locator("[data-court]")).not_to_contain_text("محفوظان")


def test_signing_out_leaves_no_draft_on_the_device(studio: Studio) -> None:
    wait_until_kept(studio)
    assert len(studio.page.evaluate(KEPT)) == 1
    studio.page.goto(studio.address)
    studio.page.locator("details[data-menu] summary").click()
    studio.page.locator("form[data-leave] button").click()
    studio.page.wait_for_url("**/sign-in/**")
    for _ in range(100):
        if not studio.page.evaluate(KEPT):
            break
        studio.page.wait_for_timeout(30)
    assert studio.page.evaluate(KEPT) == []
