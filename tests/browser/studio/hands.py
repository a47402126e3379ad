"""The studio as a designer's hand uses it, and what there is to draw."""

from __future__ import annotations

import io
from collections.abc import Callable
from unittest.mock import patch

import numpy as np
from PIL import Image
from playwright.sync_api import Page, Route, expect

from nawl.production.models import ChartVersion
from nawl.production.queries.charts import chart_of
from nawl.production.views import charts
from tests.factories.production import reread

SAVING = "**/save/"
UNSET = 255
RED, BLUE = 1, 0  # places in the palette: IND, MAD, SAF, WOO


class Studio:
    """The studio as a hand uses it: knots are pointed at by their column and by their row from above, both from 0."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.barrier = patch.multiple(charts, save_changes=_broken, save_draft=_broken)
        self.is_shut = False

    def go_to(self, version: ChartVersion) -> None:
        self.version = version
        self.page.goto(f"{self.address}/designs/{version.design.serial}/versions/{version.number}/studio/")

    def open(self, version: ChartVersion) -> None:
        self.go_to(version)
        expect(self.page.locator("[data-studio]")).to_have_attribute("data-ready", "yes")

    def at(self, x: int, y: int) -> tuple[float, float]:
        """Return where a knot's middle is on the screen."""
        found = self.page.evaluate(
            """([x, y]) => {
                const { stage } = window.nawlStudio, place = stage.camera.place(x + .5, y + .5);
                const box = stage.place.getBoundingClientRect();
                return [box.left + place.x, box.top + place.y];
            }""",
            [x, y],
        )
        return found[0], found[1]

    def take(self, tool: str) -> None:
        self.page.locator(f'[data-tool="{tool}"]').click()

    def dye(self, place: int) -> None:
        self.page.locator("[data-palette] button").nth(place).click()

    def pull(self, *knots: tuple[int, int]) -> None:
        """Press at the first knot, go over the others, let go."""
        self.page.mouse.move(*self.at(*knots[0]))
        self.page.mouse.down()
        for knot in knots[1:]:
            self.page.mouse.move(*self.at(*knot))
        self.page.mouse.up()

    def touch(self, x: int, y: int) -> None:
        self.pull((x, y))

    def shown(self) -> np.ndarray:
        """Return the knots that stand on the page."""
        flat = self.page.evaluate("Array.from(window.nawlStudio.easel.sheet.cells)")
        return np.array(flat, dtype=np.uint8).reshape(self.version.high, self.version.wide)

    def save(self) -> np.ndarray:
        """Save at once, and return the knots that the server then has."""
        self.page.keyboard.press("Control+s")
        self.wait_until_saved()
        return kept(self.version)

    def shut(self, answer: Callable[[Route], None] = lambda route: route.abort()) -> None:
        """Let no save be written until `let_through`; the page sees `answer`.

        What a page sends while it is being left goes past the browser's own barrier, so the server has one too.
        """
        self.page.route(SAVING, answer)
        if not self.is_shut:
            self.barrier.start()
        self.is_shut = True

    def let_through(self) -> None:
        self.page.unroute(SAVING)
        self.lift_barrier()

    def lift_barrier(self) -> None:
        if self.is_shut:
            self.barrier.stop()
        self.is_shut = False

    def wait(self, expression: str) -> None:
        """Wait until something holds on the page; Playwright's own way needs what the page's policy forbids."""
        for _ in range(500):
            if self.page.evaluate(expression):
                return
            self.page.wait_for_timeout(30)
        raise AssertionError(expression)

    def wait_until_saved(self) -> None:
        self.wait("!window.nawlStudio.keeper.unsent && !window.nawlStudio.keeper.working")
        expect(self.page.locator("[data-sync]")).to_have_attribute("data-state", "saved")


def _broken(*_given: object, **_named: object) -> None:
    raise OSError("the line is broken")


def kept(version: ChartVersion) -> np.ndarray:
    return np.array(chart_of(reread(version)).knots)


def noisy(version: ChartVersion) -> np.ndarray:
    """Return blocks of colours with knots strewn over them, some without a yarn."""
    dice = np.random.default_rng(7)
    blocks = np.kron(dice.integers(0, 4, (version.high // 5, version.wide // 5)), np.ones((5, 5))).astype(np.uint8)
    strewn = dice.random(blocks.shape) < 0.06
    blocks[strewn] = dice.choice([0, 1, 2, 3, UNSET], strewn.sum())
    return blocks


def four_fields() -> bytes:
    """Return a picture of four fields in nearly the colours of the four yarns."""
    fields = np.zeros((240, 120, 3), np.uint8)
    for (down, across), colour in zip(
        [(0, 0), (0, 1), (1, 0), (1, 1)], [(35, 60, 95), (150, 45, 45), (200, 140, 35), (240, 230, 210)], strict=True
    ):
        fields[down * 120 : down * 120 + 120, across * 60 : across * 60 + 60] = colour
    file = io.BytesIO()
    Image.fromarray(fields).save(file, "PNG")
    return file.getvalue()
