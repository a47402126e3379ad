"""A designer draws in the studio: every tool's knots reach the server as they were drawn, and nothing is lost on the way."""

from __future__ import annotations

import io
from collections.abc import Callable
from decimal import Decimal
from typing import Any
from uuid import uuid4

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, Page, expect

from nawl.accounts.choices import Role
from nawl.accounts.models import User
from nawl.places.models import Facility
from nawl.production.actions import save_draft, send_to_review
from nawl.production.models import ChartVersion, DraftSave
from nawl.production.queries.charts import chart_of
from nawl.weaving.classes import load_classes
from nawl.weaving.composing.borders import turned
from nawl.weaving.composing.drawing.units import UNITS
from nawl.weaving.flat import longest_slit
from nawl.weaving.frame import Symmetry
from nawl.weaving.lone import lone_knots
from nawl.weaving.motifs import Part
from nawl.weaving.motifs.kufic import kufic
from nawl.weaving.reckoning.weavability import colours_a_row
from nawl.weaving.symmetric import broken
from tests.factories.accounts import PASSWORD
from tests.factories.places import make_facility, make_user_as
from tests.factories.production import DYES, draw, knots_for, make_class, make_palette, make_version, reread

pytestmark = pytest.mark.django_db(transaction=True)
expect.set_options(timeout=15_000)  # machines of the tests are shared and slow
WHY = "a test looks at everything"
UNSET = 255
RED, BLUE = 1, 0  # places in the palette: IND, MAD, SAF, WOO
EVERY = pytest.mark.parametrize("width", [360, 820, 1280])


class Studio:
    """The studio as a hand uses it: knots are pointed at by their column and by their row from above, both from 0."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address

    def open(self, version: ChartVersion) -> None:
        self.version = version
        self.page.goto(f"{self.address}/designs/{version.design.serial}/versions/{version.number}/studio/")
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


def kept(version: ChartVersion) -> np.ndarray:
    return np.array(chart_of(reread(version)).knots)


@pytest.fixture
def unit() -> Facility:
    """A unit with four yarns and a designer."""
    found = make_facility()
    make_palette(found)
    make_user_as(Role.DESIGNER, found, "designer", password=PASSWORD)
    return found


@pytest.fixture
def version(unit: Facility) -> ChartVersion:
    """An empty sheet of 30 × 60 knots."""
    return make_version(unit)


@pytest.fixture
def studio(page: Page, version: ChartVersion, live_server: Any, sign_in: Callable[..., None]) -> Studio:
    """The studio, open before the designer."""
    sign_in(page, "designer", PASSWORD)
    found = Studio(page, live_server.url)
    found.open(version)
    return found


@pytest.fixture
def striped(studio: Studio, version: ChartVersion) -> Studio:
    """The studio with whole stripes of four colours."""
    studio.open(draw(version))
    return studio


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


def noisy(version: ChartVersion) -> np.ndarray:
    """Return blocks of colours with knots strewn over them, some without a yarn."""
    dice = np.random.default_rng(7)
    blocks = np.kron(dice.integers(0, 4, (version.high // 5, version.wide // 5)), np.ones((5, 5))).astype(np.uint8)
    strewn = dice.random(blocks.shape) < 0.06
    blocks[strewn] = dice.choice([0, 1, 2, 3, UNSET], strewn.sum())
    return blocks


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
    page.locator('[data-yarn-act="replace"]').click()
    striped.dye(0)
    taken = chart_of(reread(striped.version)).yarns[0].code
    page.locator("[data-shelf] button").first.click()
    striped.save()
    assert taken not in [yarn.code for yarn in chart_of(reread(striped.version)).yarns]
    page.keyboard.press("Control+z")
    striped.save()
    assert chart_of(reread(striped.version)).yarns[0].code == taken


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
    studio.page.route("**/save/", lambda route: route.abort())
    context.set_offline(False)
    studio.open(studio.version)
    expect(studio.page.locator("[data-court]")).to_contain_text("أُعيدت 4 خطوات رسم")
    assert (studio.shown() == drawn).all()
    studio.page.unroute("**/save/")
    assert (studio.save() == drawn).all()
    studio.open(studio.version)
    expect(studio.page.locator("[data-court]")).to_be_empty()


def test_a_lost_answer_is_asked_for_again_and_written_once(studio: Studio) -> None:
    def lose_the_answer(route: Any) -> None:
        route.fetch()
        route.abort()

    studio.page.route("**/save/", lose_the_answer)
    studio.dye(RED)
    studio.pull((2, 2), (8, 2))
    studio.page.keyboard.press("Control+s")
    expect(studio.page.locator("[data-sync]")).to_have_attribute("data-state", "offline")
    drawn = studio.shown()
    assert (kept(studio.version) == drawn).all()
    studio.page.unroute("**/save/")
    studio.open(studio.version)  # the page was closed before the answer came
    assert (studio.shown() == drawn).all()
    studio.pull((2, 4), (8, 4))
    assert (studio.save() == studio.shown()).all()
    assert DraftSave.objects.filter(version=studio.version).count() == 2


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


def test_strokes_on_an_older_state_are_asked_about(studio: Studio, unit: Facility) -> None:
    studio.page.route("**/save/", lambda route: route.abort())
    studio.dye(RED)
    studio.pull((2, 2), (8, 2))
    expect(studio.page.locator("[data-sync]")).to_have_attribute("data-state", "offline")
    studio.page.unroute("**/save/")
    studio.page.evaluate("window.nawlStudio.keeper.store.dropSending()")
    theirs = draw(studio.version, by=make_user_as(Role.DESIGNER, unit, "colleague"))
    studio.open(theirs)
    court = studio.page.locator("[data-court]")
    expect(court).to_contain_text("على حال أقدم")
    court.get_by_role("button", name="وضع رسمي فوقه").click()
    expected = knots_for(theirs)
    expected[2, 2:9] = RED
    assert (studio.save() == expected).all()


@pytest.mark.parametrize("answer", ["وضع رسمي فوقه", "إزالة رسمي من هذا الجهاز"])
def test_what_is_drawn_while_old_strokes_are_asked_about_is_kept(studio: Studio, unit: Facility, answer: str) -> None:
    studio.page.route("**/save/", lambda route: route.abort())
    studio.dye(RED)
    studio.pull((2, 2), (8, 2))
    expect(studio.page.locator("[data-sync]")).to_have_attribute("data-state", "offline")
    studio.page.unroute("**/save/")
    studio.page.evaluate("window.nawlStudio.keeper.store.dropSending()")
    theirs = draw(studio.version, by=make_user_as(Role.DESIGNER, unit, "colleague"))
    studio.open(theirs)
    court = studio.page.locator("[data-court]")
    expect(court).to_contain_text("على حال أقدم")
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


def test_a_version_in_review_is_looked_at_and_not_drawn_on(studio: Studio, version: ChartVersion) -> None:
    designer = User.objects.get(username="designer")
    studio.open(send_to_review(draw(version, by=designer), by=designer))
    expect(studio.page.get_by_text("يمكن النظر إليها، ولا يُرسم عليها")).to_be_visible()
    expect(studio.page.locator('[data-tool="pencil"]')).to_be_disabled()
    before = studio.shown()
    studio.page.locator("[data-stage]").focus()
    studio.page.keyboard.press("KeyP")
    studio.pull((2, 2), (8, 2))
    studio.page.keyboard.press("Delete")
    assert (studio.shown() == before).all()


def test_a_second_window_of_the_same_browser_only_looks(studio: Studio, context: BrowserContext) -> None:
    other = Studio(context.new_page(), studio.address)
    other.open(studio.version)
    expect(other.page.locator("[data-court]")).to_contain_text("مفتوح في نافذة أخرى")
    expect(other.page.locator('[data-tool="pencil"]')).to_be_disabled()
    studio.page.close()
    other.page.get_by_role("button", name="إعادة المحاولة").click()
    expect(other.page.locator("[data-court]")).to_be_empty()
    other.dye(RED)
    other.pull((2, 2), (8, 2))
    assert np.count_nonzero(other.save() == RED) == 7


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


@EVERY
def test_the_studio_is_accessible_and_fits(striped: Studio, axe: Callable[[Page], list[str]], width: int) -> None:
    page = striped.page
    expect(page.locator("[data-checks] li").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert axe(page) == []
    page.locator('[data-do="help"]').first.evaluate("(button) => button.click()")
    expect(page.locator("[data-help]")).to_be_visible()
    assert axe(page) == []
