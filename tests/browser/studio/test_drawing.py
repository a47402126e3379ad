"""A designer draws in the studio: every tool's knots reach the server as they were drawn, by hand, finger or key."""

from __future__ import annotations

import numpy as np
import pytest
from playwright.sync_api import expect

from nawl.places.models import Facility
from tests.browser.studio.hands import BLUE, RED, UNSET, Studio
from tests.factories.production import make_class, make_version

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_each_tool_draws_is_what_the_server_keeps(studio: Studio) -> None:
    expected = np.full((60, 30), UNSET, np.uint8)
    studio.dye(RED)
    studio.take("pencil")
    studio.pull((2, 2), (2, 6), (5, 6))
    expected[2:7, 2] = expected[6, 2:6] = RED
    studio.take("line")
    studio.pull((10, 2), (14, 6))
    expected[range(2, 7), range(10, 15)] = RED
    studio.take("rectangle")
    studio.pull((2, 10), (8, 14))
    expected[[10, 14], 2:9] = expected[10:15, [2, 8]] = RED
    studio.dye(BLUE)
    studio.take("fill")
    studio.touch(4, 12)
    expected[11:14, 3:8] = BLUE
    studio.take("rectangle")
    studio.page.locator('[name="filled"]').check()
    studio.pull((20, 20), (24, 22))
    expected[20:23, 20:25] = BLUE
    assert (studio.save() == expected).all()
    studio.dye(2)
    studio.take("recolour")
    studio.touch(2, 2)
    expected[expected == RED] = 2
    assert (studio.save() == expected).all()


def test_an_ellipse_is_closed_even_and_fills_its_box(studio: Studio) -> None:
    studio.take("ellipse")
    studio.dye(RED)
    studio.pull((3, 3), (23, 33))
    drawn = studio.save() == RED
    assert (drawn[:, :27] == drawn[:, 26::-1]).all()  # even about its own middle
    rows, columns = np.nonzero(drawn)
    assert (rows.min(), rows.max(), columns.min(), columns.max()) == (3, 33, 3, 23)
    studio.dye(BLUE)
    studio.take("fill")
    studio.touch(13, 18)
    assert (studio.save()[0] == UNSET).all()  # what fills it stays within


def test_circles_and_strokes_are_round_on_the_carpet_not_on_the_grid(studio: Studio, unit: Facility) -> None:
    wide = make_version(unit, quality=make_class("360"))  # 36 × 40 knots in 10 cm
    studio.open(wide)
    studio.take("ellipse")
    studio.page.keyboard.down("Shift")
    studio.pull((2, 4), (29, 31))
    studio.page.keyboard.up("Shift")
    rows, columns = np.nonzero(studio.save() != UNSET)
    high, across = int(np.ptp(rows)) + 1, int(np.ptp(columns)) + 1
    assert across < high
    assert across / 36 == pytest.approx(high / 40, rel=0.04)


def test_undo_and_redo_walk_back_and_forth_to_the_byte(studio: Studio) -> None:
    studio.dye(RED)
    states = [studio.shown()]
    for number in range(6):
        studio.take(("pencil", "rectangle", "ellipse")[number % 3])
        studio.pull((2 + number, 3 + number), (12 + number, 20 + number))
        states.append(studio.shown())
    for state in states[-2::-1]:
        studio.page.keyboard.press("Control+z")
        assert (studio.shown() == state).all()
    for state in states[1:]:
        studio.page.keyboard.press("Control+y")
        assert (studio.shown() == state).all()
    assert (studio.save() == states[-1]).all()


def test_old_steps_leave_the_memory_and_are_still_undone(studio: Studio) -> None:
    studio.page.evaluate("window.nawlStudio.easel.draft.history.most = 200")
    studio.dye(RED)
    before = studio.shown()
    for row in range(12):
        studio.pull((2, row), (20, row))
    assert studio.page.evaluate("window.nawlStudio.easel.draft.history.steps.filter((one) => one.isAway).length") > 6
    for _ in range(12):
        studio.page.keyboard.press("Control+z")
        studio.wait("!window.nawlStudio.easel.draft.isBusy")
    assert (studio.shown() == before).all()


def test_everything_is_drawn_by_keys_alone(studio: Studio) -> None:
    page = studio.page
    page.locator("[data-stage]").focus()
    page.keyboard.press("2")
    page.keyboard.press("ArrowLeft")
    start = page.evaluate("window.nawlStudio.stage.shown.cursor")
    page.keyboard.down(" ")
    for key in ["ArrowRight"] * 4 + ["ArrowDown"] * 2:
        page.keyboard.press(key)
    page.keyboard.up(" ")
    expect(page.locator("[data-voice]")).to_contain_text("أحمر فوّي")
    page.keyboard.press("KeyR")
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press(" ")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    page.keyboard.press(" ")
    expected = np.full((60, 30), UNSET, np.uint8)
    x, y = start["x"], start["y"]
    expected[y, x : x + 5] = expected[y : y + 3, x + 4] = RED
    expected[y + 12 : y + 14, x + 4 : x + 6] = RED
    assert (studio.save() == expected).all()
    page.keyboard.press("Shift+?")
    expect(page.locator("[data-help]")).to_be_visible()


def test_two_fingers_move_and_zoom_and_one_draws(studio: Studio) -> None:
    studio.dye(RED)
    studio.page.evaluate(
        """() => {
            const { stage } = window.nawlStudio, box = stage.place.getBoundingClientRect();
            const send = (name, id, x, y) => stage.place.dispatchEvent(new PointerEvent(name, {
                pointerId: id, pointerType: "touch", isPrimary: id === 1, button: 0, buttons: 1, width: 20, height: 20,
                clientX: box.left + x, clientY: box.top + y, bubbles: true, cancelable: true }));
            stage.place.setPointerCapture = () => {};
            window.before = stage.camera.scale;
            send("pointerdown", 1, 300, 300); send("pointerdown", 2, 400, 300);
            send("pointermove", 2, 500, 300); send("pointerup", 2, 500, 300); send("pointerup", 1, 300, 300);
        }"""
    )
    assert studio.page.evaluate("window.nawlStudio.stage.camera.scale / window.before") == pytest.approx(2)
    assert (studio.shown() == UNSET).all()  # the first finger's dab was taken back
