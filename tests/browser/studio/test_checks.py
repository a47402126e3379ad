"""The checks of the page are those of the engine; what they find is cleaned, and yarns are changed."""

from __future__ import annotations

from decimal import Decimal
from uuid import uuid4

import numpy as np
import pytest
from playwright.sync_api import expect

from nawl.accounts.choices import Role
from nawl.accounts.models import User
from nawl.kit.numbers import format_number
from nawl.places.models import Facility
from nawl.production.actions import save_draft
from nawl.production.actions.lots import mean_lots
from nawl.production.models import ChartVersion
from nawl.production.queries.charts import chart_of
from nawl.production.queries.lots import lots_offered
from nawl.production.queries.reckoning import reckoning_of
from nawl.production.queries.stock import stocked
from nawl.weaving.classes import load_classes
from nawl.weaving.flat import longest_slit
from nawl.weaving.frame import Symmetry
from nawl.weaving.lone import lone_knots
from nawl.weaving.reckoning.weavability import colours_a_row
from nawl.weaving.symmetric import broken
from tests.browser.studio.hands import BLUE, RED, Studio, kept, noisy
from tests.factories.places import make_user_as
from tests.factories.production import DYES, make_class, make_colour, make_lot, make_version, reread

pytestmark = pytest.mark.django_db(transaction=True)


def test_clean_up_is_one_step_and_says_how_many_knots_it_changed(striped: Studio) -> None:
    striped.dye(RED)
    striped.take("rectangle")
    striped.page.locator('[name="filled"]').check()
    striped.pull((0, 0), (29, 59))
    striped.dye(BLUE)
    striped.take("pencil")
    for knot in [(3, 3), (9, 20), (20, 40)]:
        striped.touch(*knot)
    striped.pull((5, 30), (9, 34))  # a diagonal of one knot is no lonely knot
    before = striped.shown()
    lonely = striped.page.locator("[data-checks] li", has_text="3 عقد منفردة")
    lonely.get_by_role("button", name="عرضها واحدة واحدة").click()
    expect(striped.page.locator("[data-voice]")).to_contain_text("العقدة المنفردة 1 من 3: العمود 4، السطر 57")
    lonely.get_by_role("button", name="تنظيفها").click()
    expect(striped.page.locator("[data-voice]")).to_have_text("تغيّرت 3 عقد.")
    after = striped.save()
    assert np.count_nonzero(after != before) == 3
    assert np.count_nonzero(after == BLUE) == 5
    striped.page.keyboard.press("Control+z")
    assert (striped.shown() == before).all()


def test_an_empty_sheet_is_told_in_one_sentence(studio: Studio) -> None:
    lines = studio.page.locator("[data-checks] li")
    expect(lines).to_have_text(["لم يُرسم شيء بعد؛ وما يُرسم يُفحص هنا."])
    studio.dye(RED)
    studio.pull((2, 2), (8, 2))
    expect(lines.filter(has_text="متوسط طول اللون")).to_have_count(1)
    expect(lines.filter(has_text="لم يُرسم شيء بعد")).to_have_count(0)
    studio.page.keyboard.press("Control+z")
    expect(lines).to_have_count(1)


def test_the_checks_of_the_page_are_those_of_the_engine(studio: Studio, version: ChartVersion) -> None:
    knots = noisy(version)
    save_draft(version, knots, list(DYES), revision=0, key=uuid4(), by=User.objects.get(username="designer"))
    studio.open(reread(version))
    studio.page.locator('[name="symmetry"]').select_option("point")
    studio.wait("window.nawlStudio.checks.found && window.nawlStudio.checks.found.symmetry === 'point'")
    found = studio.page.evaluate("({ ...window.nawlStudio.checks.found, places: null })")
    assert found["isolated"] == lone_knots(knots)[0] > 5
    assert found["mostInRow"]["colours"] == int(colours_a_row(knots).max())
    assert found["meanRun"] == pytest.approx(knots.size / (60 + np.count_nonzero(knots[:, 1:] != knots[:, :-1])))
    assert found["broken"] * 2 == broken(knots, Symmetry.POINT)
    assert studio.page.evaluate("Array.from(window.nawlStudio.easel.sheet.counts.slice(0, 4))") == [
        int(np.count_nonzero(knots == place)) for place in range(4)
    ]


def test_a_flat_weave_is_told_its_longest_slit(studio: Studio, unit: Facility) -> None:
    flat = next(one.code for one in load_classes() if one.mode == "flat")
    kilim = make_version(unit, quality=make_class(flat), size=(Decimal(30), Decimal(40)))
    knots = np.zeros((kilim.high, kilim.wide), np.uint8)
    knots[5:23, 4:] = 1  # a straight border of 18 rows, left of the fifth column
    save_draft(kilim, knots, list(DYES), revision=0, key=uuid4(), by=User.objects.get(username="designer"))
    studio.open(reread(kilim))
    told = studio.page.locator("[data-checks] li", has_text="أطول شق 18 سطراً")
    expect(told).to_contain_text(f"العمود 5، من السطر {kilim.high - 22}")
    assert longest_slit(chart_of(reread(kilim))) == 18
    told.get_by_role("button", name="إلى الشقوق").click()
    studio.page.wait_for_url("**/slits/")


def test_yarns_are_added_replaced_and_taken_away(striped: Studio) -> None:
    page = striped.page
    before = kept(striped.version)
    striped.dye(3)
    page.locator("[data-yarn-remove]").click()
    expect(page.locator("[data-voice]")).to_contain_text("يُبدَّل لونها أولاً")
    striped.take("recolour")
    striped.dye(2)
    striped.touch(*[int(part) for part in np.argwhere(before == 3)[0][::-1]])
    striped.dye(3)
    page.locator("[data-yarn-remove]").click()
    expect(page.locator("[data-palette] li")).to_have_count(3)
    assert (striped.save() == np.where(before == 3, 2, before)).all()
    page.set_viewport_size({"width": 800, "height": 700})
    page.locator('[data-yarn-act="replace"]').click()
    expect(page.locator("[data-shelf]")).to_be_in_viewport(ratio=0.9)
    striped.dye(0)
    taken = chart_of(reread(striped.version)).yarns[0].code
    page.locator("[data-shelf] button").first.click()
    striped.save()
    assert taken not in [yarn.code for yarn in chart_of(reread(striped.version)).yarns]
    page.keyboard.press("Control+z")
    striped.save()
    assert chart_of(reread(striped.version)).yarns[0].code == taken


def test_a_colour_names_the_lot_and_the_grams_of_the_paper(
    studio: Studio, version: ChartVersion, unit: Facility
) -> None:
    by = User.objects.get(username="designer")
    small = make_lot(unit, make_colour("MAD"), grams=900, batch="22-009")
    knots = np.ones((version.high, version.wide), np.uint8)
    knots[:2] = 0  # 60 knots, of 1.458 g: to tenths 1.5, to whole grams 2
    save_draft(version, knots, list(DYES), revision=0, key=uuid4(), by=by)
    studio.open(reread(version))
    row = studio.page.locator("[data-palette] li").nth(0)
    needs = reckoning_of(stocked(chart_of(reread(version)), unit), unit).yarns
    assert [lot.number for lot in needs[0].lots] == [small.batch]
    expect(row).to_contain_text("دفعة 22-009 · 60 عقدة")
    expect(row.locator(".pk b")).to_have_text(format_number(needs[0].gross_g, places=0))
    expect(studio.page.locator("[data-palette] li").nth(2)).not_to_contain_text("دفعة")
    larger = next(lot for lot in lots_offered(unit)["MAD"] if lot.batch != small.batch)
    mean_lots(reread(version), {"MAD": larger}, by=make_user_as(Role.WORKSHOP_SUPERVISOR, unit))
    studio.open(reread(version))
    expect(row).to_contain_text("دفعة 22-107 · 60 عقدة")
