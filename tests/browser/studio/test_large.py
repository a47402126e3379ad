"""A chart of six million knots opens, is drawn on, moved and kept."""

from __future__ import annotations

from decimal import Decimal

import pytest

from nawl.places.models import Facility
from tests.browser.studio.hands import RED, Studio
from tests.factories.production import make_version

pytestmark = pytest.mark.django_db(transaction=True)


def test_six_million_knots_open_are_drawn_on_and_moved(studio: Studio, unit: Facility) -> None:
    large = make_version(unit, size=(Decimal(660), Decimal(1000)))
    studio.open(large)
    page = studio.page
    assert page.evaluate("window.nawlStudio.easel.sheet.cells.length") == 1980 * 3000
    studio.dye(RED)
    studio.take("fill")
    studio.touch(1000, 1500)
    studio.wait("window.nawlStudio.easel.sheet.counts[1] === 1980 * 3000")
    page.evaluate("window.nawlStudio.stage.camera.zoom(40, 400, 400); window.nawlStudio.stage.look()")
    studio.take("hand")
    box = page.locator("[data-stage]").bounding_box()
    assert box
    before = page.evaluate("window.nawlStudio.stage.camera.x")
    page.mouse.move(box["x"] + 500, box["y"] + 300)
    page.mouse.down()
    page.mouse.move(box["x"] + 200, box["y"] + 300, steps=10)
    page.mouse.up()
    assert page.evaluate("window.nawlStudio.stage.camera.x") > before
    assert (studio.save() == RED).all()
