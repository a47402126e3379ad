"""Borders turn their corners; motifs and Kufic words are carried and laid down."""

from __future__ import annotations

import numpy as np
import pytest
from playwright.sync_api import expect

from nawl.weaving.composing.borders import turned
from nawl.weaving.composing.drawing.units import UNITS
from nawl.weaving.motifs import Part
from nawl.weaving.motifs.kufic import kufic
from tests.browser.studio.hands import BLUE, RED, UNSET, Studio

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_border_turns_its_corners_and_cuts_no_figure(striped: Studio) -> None:
    striped.dye(BLUE)
    striped.take("rectangle")
    striped.page.locator('[name="filled"]').check()
    striped.pull((0, 0), (29, 59))
    striped.dye(RED)
    striped.take("pencil")
    for knot in [(12, 10), (11, 11), (13, 11), (12, 12)]:
        striped.touch(*knot)
    striped.take("select")
    striped.pull((10, 9), (14, 13))
    striped.take("border")
    striped.page.locator('[data-act="unit"]').click()
    striped.page.locator('[data-act="border"]').click()
    knots = striped.save()
    assert (knots == np.fliplr(knots))[:5].all()
    assert (knots == np.flipud(knots))[:, :5].all()
    assert (knots[:5, :5] == knots[:5, :5].T).all()  # both sides meet on the mitre
    whole = np.array([[0, 1, 0], [1, 0, 1], [0, 1, 0]])
    found = sum((knots[1:4, x : x + 3] == whole).all() for x in range(28))
    assert found == 4 + 2  # four along the upper side, one in each corner


def test_a_ready_border_lies_round_the_carpet_on_its_ground(studio: Studio) -> None:
    studio.dye(BLUE)
    studio.take("border")
    studio.page.locator('[name="border-code"]').select_option("hooks")
    studio.page.locator('[name="border-thick"]').fill("9")
    studio.page.get_by_role("button", name="وضع الكنار الجاهز").click()
    expect(studio.page.locator("[data-voice]")).to_have_text("وُضع الكنار.")
    knots = studio.save()
    drawn = turned(UNITS["hooks"], 30, 60, (9, 9))
    assert (knots[9:-9, 9:-9] == UNSET).all()
    band = np.ones(knots.shape, bool)
    band[9:-9, 9:-9] = False
    assert (knots[band & (drawn == Part.CLEAR)] == BLUE).all()
    assert (knots[band] != UNSET).all()
    assert (knots == np.fliplr(knots)).all()
    assert (knots == np.flipud(knots)).all()
    for part in np.unique(drawn[drawn != Part.CLEAR]):
        assert len(np.unique(knots[drawn == part])) == 1


def test_a_motif_from_the_shelf_is_carried_and_laid_down(studio: Studio) -> None:
    studio.dye(RED)
    studio.take("motif")
    studio.page.locator(".hand-motif").first.click()
    expect(studio.page.locator("[data-voice]")).to_contain_text("Enter")
    studio.page.keyboard.press("Enter")
    assert np.count_nonzero(studio.save() != UNSET) > 30


def test_kufic_words_are_written_and_laid_down(studio: Studio) -> None:
    studio.dye(RED)
    studio.take("kufic")
    studio.page.locator('[name="kufic-text"]').fill("نول")
    studio.page.get_by_role("button", name="كتابة").click()
    expect(studio.page.locator("[data-voice]")).to_contain_text("Enter")
    studio.page.locator("[data-stage]").focus()
    studio.page.keyboard.press("Enter")
    written = np.isin(kufic("نول", 15), [Part.MAIN])
    assert np.count_nonzero(studio.save() == RED) == np.count_nonzero(written)
