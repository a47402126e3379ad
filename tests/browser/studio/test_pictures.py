"""A picture is previewed in the studio, and drawn as it was seen."""

from __future__ import annotations

import numpy as np
import pytest
from playwright.sync_api import expect

from nawl.production.queries.charts import chart_of
from tests.browser.studio.hands import RED, UNSET, Studio, four_fields, kept
from tests.factories.production import reread

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_picture_is_previewed_and_drawn(studio: Studio) -> None:
    page = studio.page
    page.get_by_role("button", name="من صورة").click()
    page.set_input_files('[name="file"]', {"name": "four.png", "mimeType": "image/png", "buffer": four_fields()})
    told = page.locator("[data-picture-told]")
    expect(told).to_have_text("4 ألوان")
    page.locator('[name="colours"]').fill("2")
    expect(told).to_have_text("لونان")
    page.locator('[name="colours"]').fill("4")
    page.get_by_label("السطوع").press("End")
    page.get_by_label("السطوع").fill("0")
    expect(told).to_have_text("4 ألوان")
    seen = page.evaluate(
        """async () => (await window.nawlStudio.easel.beside.ask("preview", { wish: window.nawlStudio.desk.asked() })).knots.join(" ")"""
    )
    before = page.evaluate("window.nawlStudio.easel.facts.yarns.map((yarn) => yarn.code)")
    page.get_by_role("button", name="صنع المخطط").click()
    expect(page.locator("[data-voice]")).to_contain_text("رُسمت الصورة")
    chart = chart_of(reread(studio.version))
    own = np.array([before.index(yarn.code) for yarn in chart.yarns])
    assert (own[chart.knots].ravel() == np.array(seen.split(), dtype=int)).all()
    assert (studio.shown() == chart.knots).all()
    assert [int(np.count_nonzero(own[chart.knots] == place)) for place in range(4)] == [450] * 4
    page.keyboard.press("Control+z")
    assert (studio.save() == UNSET).all()


def test_a_picture_whose_knots_do_not_arrive_is_not_drawn_over(studio: Studio) -> None:
    page = studio.page
    page.get_by_role("button", name="من صورة").click()
    page.set_input_files('[name="file"]', {"name": "four.png", "mimeType": "image/png", "buffer": four_fields()})
    expect(page.locator("[data-picture-told]")).to_have_text("4 ألوان")
    page.route("**/knots/", lambda route: route.abort())
    page.get_by_role("button", name="صنع المخطط").click()
    studio.wait("!window.nawlStudio.desk.isSending")
    page.locator("[data-picture] [data-close]").first.click()
    drawn = kept(studio.version)
    studio.dye(RED)
    studio.pull((2, 2), (8, 2))
    page.keyboard.press("Control+s")
    expect(page.locator("[data-sync]")).to_have_attribute("data-state", "refused")
    assert (kept(studio.version) == drawn).all()
    assert not (drawn == UNSET).any()
