"""A lost line, a lost answer, a closed page, a colleague who draws too: no stroke is lost."""

from __future__ import annotations

import numpy as np
import pytest
from playwright.sync_api import BrowserContext, Route, expect

from nawl.accounts.choices import Role
from nawl.places.models import Facility
from nawl.production.models import ChartVersion, DraftSave
from tests.browser.studio.hands import RED, SAVING, Studio, kept
from tests.factories.places import make_user_as
from tests.factories.production import draw, knots_for

pytestmark = pytest.mark.django_db(transaction=True)
WHY = "a test looks at everything"


def test_a_lost_line_and_a_closed_page_lose_no_stroke(studio: Studio, context: BrowserContext) -> None:
    studio.dye(RED)
    studio.pull((2, 2), (8, 2))
    studio.save()
    context.set_offline(True)
    studio.pull((2, 4), (8, 4))
    studio.pull((2, 6), (8, 6))
    studio.page.keyboard.press("Control+z")
    studio.pull((2, 8), (8, 8))
    sentence = "حُفظ على هذا الجهاز، ويُرسَل حين تعود الشبكة."
    expect(studio.page.locator("[data-sync-text]")).to_have_text(sentence)
    drawn = studio.shown()
    studio.shut()
    context.set_offline(False)
    studio.open(studio.version)
    expect(studio.page.locator("[data-court]")).to_contain_text("أُعيدت 4 خطوات رسم")
    assert (studio.shown() == drawn).all()
    studio.let_through()
    assert (studio.save() == drawn).all()
    studio.open(studio.version)
    expect(studio.page.locator("[data-court]")).to_be_empty()


def test_a_lost_answer_is_asked_for_again_and_written_once(studio: Studio) -> None:
    drawn = lose_an_answer(studio)
    studio.let_through()
    assert (kept(studio.version) == drawn).all()
    studio.open(studio.version)  # the page was closed before the answer came
    assert (studio.shown() == drawn).all()
    studio.pull((2, 4), (8, 4))
    assert (studio.save() == studio.shown()).all()
    assert DraftSave.objects.filter(version=studio.version).count() == 2


def lose_an_answer(studio: Studio, *, is_written: bool = True) -> np.ndarray:
    """Draw, and lose the answer to what was written, or what was to be written; return what was drawn.

    Saving stays out of reach: the page would send again by itself.
    """

    def lose(route: Route) -> None:
        route.fetch()
        route.abort()

    if is_written:
        studio.page.route(SAVING, lose)
    else:
        studio.shut()
    studio.dye(RED)
    studio.pull((2, 2), (8, 2))
    studio.page.keyboard.press("Control+s")
    expect(studio.page.locator("[data-sync]")).to_have_attribute("data-state", "offline")
    return studio.shown()


def answer_with(studio: Studio, status: int) -> None:
    studio.shut(lambda route: route.fulfill(status=status, content_type="application/json", body="{}"))


@pytest.mark.parametrize("status", [401, 429, 503])
@pytest.mark.parametrize("is_opened_anew", [True, False])
def test_a_sending_that_is_not_read_is_kept_with_its_key(studio: Studio, status: int, is_opened_anew: bool) -> None:
    """Neither who is signed out nor who sends too often is asked about strokes that the server has had all along."""
    drawn = lose_an_answer(studio, is_written=not is_opened_anew)  # opened anew, what is written is known in the chart
    answer_with(studio, status)
    if is_opened_anew:
        studio.open(studio.version)
    else:
        studio.page.keyboard.press("Control+s")
        studio.wait("['failed', 'refused'].includes(window.nawlStudio.keeper.state)")
    assert studio.page.evaluate("window.nawlStudio.keeper.store.sending().then((one) => Boolean(one))")
    studio.let_through()
    studio.open(studio.version)
    expect(studio.page.locator("[data-court]")).to_be_empty()
    assert (studio.shown() == drawn).all()
    studio.pull((2, 4), (8, 4))
    assert (studio.save() == studio.shown()).all()
    assert DraftSave.objects.filter(version=studio.version).count() == 2


def test_strokes_whose_answer_was_lost_are_known_in_the_servers_chart(studio: Studio) -> None:
    """The chart has come, with them in it, and saving is still out of reach: nobody is asked about a colleague."""
    studio.dye(RED)
    studio.pull((2, 6), (8, 6))
    studio.save()
    drawn = lose_an_answer(studio)
    answer_with(studio, 503)
    studio.open(studio.version)
    assert (studio.shown() == drawn).all()
    expect(studio.page.locator("[data-court]")).to_be_empty()
    assert not studio.page.evaluate("window.nawlStudio.keeper.store.sending().then((one) => Boolean(one))")
    assert not studio.page.evaluate("window.nawlStudio.keeper.store.strokes().then((all) => all.length)")
    studio.let_through()
    studio.pull((2, 4), (8, 4))
    assert (studio.save() == studio.shown()).all()
    assert DraftSave.objects.filter(version=studio.version).count() == 3


def test_a_colleagues_drawing_and_the_own_one_are_both_kept(studio: Studio, unit: Facility) -> None:
    colleague = make_user_as(Role.DESIGNER, unit, "colleague", full_name="هدى")
    theirs = draw(studio.version, by=colleague)
    studio.dye(RED)
    studio.pull((2, 2), (8, 2))
    mine = studio.shown()
    studio.page.keyboard.press("Control+s")
    court = studio.page.locator("[data-court]")
    expect(court).to_contain_text("الرسمان محفوظان")
    court.get_by_role("button", name="حفظ رسمي نسخةً جديدة").click()
    studio.page.wait_for_url("**/versions/2/studio/")
    second = ChartVersion.objects.unscoped(WHY).select_related("design").get(design=theirs.design, number=2)
    assert (kept(second) == mine).all()
    assert (kept(theirs) == knots_for(theirs)).all()


def overtake(studio: Studio, unit: Facility) -> ChartVersion:
    """Draw a stroke that is not sent, let a colleague save over it, and open what is hers; the stroke is asked about."""
    studio.shut()
    studio.dye(RED)
    studio.pull((2, 2), (8, 2))
    expect(studio.page.locator("[data-sync]")).to_have_attribute("data-state", "offline")
    studio.page.evaluate("window.nawlStudio.keeper.store.dropSending()")
    theirs = draw(studio.version, by=make_user_as(Role.DESIGNER, unit, "colleague"))
    studio.open(theirs)
    expect(studio.page.locator("[data-court]")).to_contain_text("على حال أقدم")
    studio.let_through()
    return theirs


def test_strokes_on_an_older_state_are_asked_about(studio: Studio, unit: Facility) -> None:
    theirs = overtake(studio, unit)
    court = studio.page.locator("[data-court]")
    court.get_by_role("button", name="وضع رسمي فوقه").click()
    expected = knots_for(theirs)
    expected[2, 2:9] = RED
    assert (studio.save() == expected).all()


@pytest.mark.parametrize("answer", ["وضع رسمي فوقه", "إزالة رسمي من هذا الجهاز"])
def test_what_is_drawn_while_old_strokes_are_asked_about_is_kept(studio: Studio, unit: Facility, answer: str) -> None:
    theirs = overtake(studio, unit)
    court = studio.page.locator("[data-court]")
    studio.dye(RED)
    studio.pull((2, 9), (8, 9))
    court.get_by_role("button", name=answer).click()
    expect(court).to_be_empty()
    expected = knots_for(theirs)
    expected[9, 2:9] = RED
    if answer == "وضع رسمي فوقه":
        expected[2, 2:9] = RED
    studio.wait_until_saved()
    assert (kept(theirs) == expected).all()
    studio.open(theirs)
    expect(court).to_be_empty()
