"""What is drawn once stands in its mirror, its copy and its repeats."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from playwright.sync_api import expect

from tests.browser.studio.hands import BLUE, RED, UNSET, Studio

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(
    ("symmetry", "turns"),
    [
        ("left_right", [np.fliplr]),
        ("top_bottom", [np.flipud]),
        ("quarter", [np.fliplr, np.flipud]),
        ("point", [lambda knots: knots[::-1, ::-1]]),
    ],
)
def test_what_is_drawn_under_a_symmetry_is_symmetric(studio: Studio, symmetry: str, turns: list[Any]) -> None:
    studio.page.locator('[name="symmetry"]').select_option(symmetry)
    studio.dye(RED)
    studio.take("pencil")
    studio.pull((2, 3), (9, 8), (4, 20))
    studio.take("ellipse")
    studio.pull((5, 5), (13, 25))
    studio.dye(BLUE)
    studio.take("fill")
    studio.touch(9, 15)
    knots = studio.save()
    assert set(np.unique(knots)) == {RED, BLUE, UNSET}
    assert all((turn(knots) == knots).all() for turn in turns)


def test_a_selection_is_copied_turned_and_laid_down(studio: Studio) -> None:
    studio.dye(RED)
    studio.take("pencil")
    studio.pull((2, 2), (6, 2))
    studio.pull((2, 3), (2, 4))
    patch = studio.shown()[2:5, 2:7]
    studio.take("select")
    studio.pull((2, 2), (6, 4))
    studio.page.keyboard.press("Control+c")
    for key, after, at in [
        ("x", np.fliplr(patch), (10, 20)),
        ("v", np.flipud(patch), (10, 30)),
        ("q", np.rot90(patch, -1), (10, 40)),
    ]:
        studio.page.keyboard.press("Control+v")
        studio.page.keyboard.press(key)
        box = studio.page.evaluate("window.nawlStudio.easel.selection")
        studio.pull((box["x"], box["y"]), at)
        studio.page.keyboard.press("Enter")
        high, wide = after.shape
        assert (studio.shown()[at[1] : at[1] + high, at[0] : at[0] + wide] == after).all()
    assert (studio.save() == studio.shown()).all()


def test_what_is_copied_can_be_pasted_by_a_finger_at_once(studio: Studio) -> None:
    studio.take("select")
    studio.pull((2, 2), (6, 4))
    paste = studio.page.locator('[data-act="paste"]')
    expect(paste).to_be_disabled()
    studio.page.locator('[data-act="copy"]').click()
    expect(paste).to_be_enabled()
    paste.click()
    expect(studio.page.locator('[data-act="lay"]')).to_be_enabled()


def test_what_is_moved_leaves_the_ground_behind(striped: Studio) -> None:
    striped.dye(RED)
    striped.take("rectangle")
    striped.page.locator('[name="filled"]').check()
    striped.pull((0, 0), (29, 59))
    striped.dye(BLUE)
    striped.pull((4, 4), (7, 9))
    striped.take("select")
    striped.pull((4, 4), (7, 9))
    striped.pull((5, 5), (15, 25))
    striped.page.keyboard.press("Enter")
    expected = np.full((60, 30), RED, np.uint8)
    expected[24:30, 14:18] = BLUE
    assert (striped.save() == expected).all()


def test_a_motif_is_repeated_with_a_half_drop(studio: Studio) -> None:
    studio.dye(RED)
    studio.take("rectangle")
    studio.page.locator('[name="filled"]').check()
    studio.pull((0, 0), (3, 3))
    studio.take("select")
    studio.pull((0, 0), (5, 5))
    studio.take("repeat")
    for name, value in [("across", 2), ("down", 3)]:
        studio.page.locator(f'[name="{name}"]').fill(str(value))
    studio.page.locator('[name="half-drop"]').check()
    studio.page.locator('[data-act="repeat"]').click()
    expected = np.full((60, 30), UNSET, np.uint8)
    for top in (0, 6, 12):
        expected[top : top + 4, 0:4] = RED
    for top in (3, 9, 15):
        expected[top : min(top + 4, 18), 6:10] = RED
    expected[0:1, 6:10] = RED  # what is dropped comes in again from above
    assert (studio.save() == expected).all()
