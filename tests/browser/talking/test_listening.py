"""A weaver listens to a chart on a tablet without a network: rows are spoken at one big key, and her place is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from nawl.weaving.chart import Chart
from nawl.weaving.frame import Frame
from nawl.weaving.speaking.clips import Clips
from nawl.weaving.speaking.counting import number_keys
from nawl.weaving.telling.runs import Side, row_runs
from tests.browser.conftest import ROOT
from tests.browser.talking.hands import SIZES, big_key, choose, flat, go_to, press, said_in_row
from tests.weaving.speaking.charts import YARNS, lopsided, medallion


def test_a_weaver_listens_to_ten_rows_and_comes_back_to_hers(opened: Callable[..., Page]) -> None:
    chart = medallion()
    sheet = opened(chart)
    expect(big_key(sheet)).to_have_text("بدء القراءة")
    expected: list[str] = []
    for row in range(1, 11):
        press(sheet, len(row_runs(chart, row)))
        expected += said_in_row(chart, row, announced=row == 1)
        expect(sheet.locator("[data-talk-row]")).to_have_text("١٢٣٤٥٦٧٨٩"[row - 1] if row < 10 else "١٠")
    assert flat(sheet.evaluate("said")) == expected
    expect(sheet.locator("[data-talk]")).to_have_attribute("data-state", "waiting")
    decoded = sheet.evaluate("decoded")
    assert len(decoded) == len(set(expected))  # each clip is decoded once, by the browser itself
    assert all(0.1 < seconds < 3 for seconds in decoded)
    assert sheet.evaluate("started") == pytest.approx(len(expected), abs=8)  # a press breaks off what was being said
    expect(big_key(sheet)).to_have_text("السطر ١١")
    assert sheet.evaluate("awake") == 1  # the screen stays lit while she listens
    sheet.reload()
    expect(sheet.locator("[data-talk-row]")).to_have_text("١٠")
    expect(big_key(sheet)).to_have_text("متابعة من السطر ١٠")
    press(sheet)
    assert sheet.evaluate("said.at(-1).slice(-1)") == ["end"]
    press(sheet)
    expect(sheet.locator("[data-talk-row]")).to_have_text("١١")


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("side", [Side.RIGHT, Side.LEFT])
@pytest.mark.parametrize("face", ["front", "back"])
def test_rows_are_read_from_either_side_of_either_face(
    opened: Callable[..., Page], language: str, side: Side, face: str
) -> None:
    chart = lopsided()
    seen = chart.with_knots(chart.knots[:, ::-1]) if face == "back" else chart
    sheet = opened(chart, clips=Clips(language), language=language, order=side.value, face=face)
    press(sheet, len(row_runs(seen, 1, side)) + 1)
    expected = said_in_row(seen, 1, language, side, announced=True) + said_in_row(seen, 2, language, side)
    heard = flat(sheet.evaluate("said"))
    assert len(heard) > len(said_in_row(seen, 1, language, side, announced=True))
    assert heard == expected[: len(heard)]


@pytest.mark.parametrize("length", ["12", "12.1"])
@pytest.mark.parametrize("width_cm", ["10", "10.3"])
def test_from_the_middle_the_middle_run_is_counted_whole_and_the_others_for_each_side(
    opened: Callable[..., Page], width_cm: str, length: str
) -> None:
    chart = medallion(width_cm, length)
    sheet = opened(chart, clips=Clips("ar"), order="middle")
    (first, index), *others = row_runs(chart, 1, Side.CENTRE)
    press(sheet, 1 + len(others))
    expected = ["row", "1", "from-middle", *number_keys(first), f"yarn:{YARNS[index].name_ar}"]
    for place, (count, other) in enumerate(others):
        expected += [*(["each-side"] if not place else []), *number_keys(count), f"yarn:{YARNS[other].name_ar}"]
    assert flat(sheet.evaluate("said")) == [*expected, "end"]
    assert first + 2 * sum(count for count, _yarn in others) == chart.frame.wide


def test_two_weavers_hear_each_her_half_from_her_right(opened: Callable[..., Page]) -> None:
    chart = lopsided()
    sheet = opened(chart, clips=Clips("ar"), order="two")
    seen = chart.row(1)[::-1]
    halves = {"right": seen[: (len(seen) + 1) // 2], "left": seen[(len(seen) + 1) // 2 :]}
    press(sheet, max(len(runs(half)) for half in halves.values()))
    heard: dict[str, list[str]] = {"right": [], "left": []}
    for keys in sheet.evaluate("said"):
        voice = ""
        for key in keys:
            voice = key if key in heard else voice
            if voice and key not in {*heard, "end"}:
                heard[voice].append(key)
    for name, half in halves.items():
        assert heard[name] == [key for count, index in runs(half) for key in (*number_keys(count), colour(index))], name


def runs(cells: np.ndarray) -> list[tuple[int, int]]:
    ends = [*np.flatnonzero(np.diff(cells.astype(int))) + 1, len(cells)]
    return [(int(end - begin), int(cells[begin])) for begin, end in zip([0, *ends[:-1]], ends, strict=True)]


def colour(index: int) -> str:
    return f"yarn:{YARNS[index].name_ar}" if index < len(YARNS) else "unset"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_page_counts_as_the_programme_counts(opened: Callable[..., Page], language: str) -> None:
    lengths = [*range(1, 23), 30, 35, 99, 100, 101, 120, 123, 200, 345, 1000, 1020]
    frame = replace(medallion().frame, width_cm=Decimal(sum(lengths)) / 3, length_cm=Decimal("0.3"))
    row = np.repeat(np.arange(len(lengths)) % 2, lengths).astype(np.uint8)
    chart = Chart(Frame(frame.quality, frame.width_cm, frame.length_cm), YARNS, row[None])
    sheet = opened(chart, clips=Clips(language), language=language, order="left", mode="row")
    sheet.clock.install()
    press(sheet)
    for _ in lengths:
        sheet.clock.run_for(2000)
    assert flat(sheet.evaluate("said")) == said_in_row(chart, 1, language, Side.LEFT, announced=True)


def test_a_whole_row_is_read_by_itself_pauses_at_a_press_and_goes_on(opened: Callable[..., Page]) -> None:
    sheet = opened(medallion(), mode="row")
    go_to(sheet, "18")
    press(sheet)
    expect(big_key(sheet)).to_have_text("وقفة")
    press(sheet)
    expect(big_key(sheet)).to_have_text("متابعة")
    assert sheet.evaluate("said.length") == 1
    press(sheet)
    expect(big_key(sheet)).to_have_text("السطر ١٩", timeout=30_000)
    assert flat(sheet.evaluate("said"))[-1] == "end"
    sheet.locator("[data-talk-repeat]").tap()
    assert sheet.evaluate("said.at(-1).slice(0, 2)") == ["row", "18"]


def test_keyboard_and_pedal_do_all_that_hands_do(opened: Callable[..., Page]) -> None:
    chart = medallion()
    sheet = opened(chart, clips=Clips("ar"))
    row = sheet.locator("[data-talk-row]")
    of_row = [len(row_runs(chart, number)) for number in (1, 2, 3)]
    for key in ("Space", "Enter", "ArrowDown", "PageDown")[: of_row[0]]:
        sheet.wait_for_timeout(240)
        sheet.keyboard.press(key)
    for _ in range(of_row[0] - 4):
        sheet.wait_for_timeout(240)
        sheet.keyboard.press("Space")
    sheet.wait_for_timeout(240)
    sheet.keyboard.press("Space")
    expect(row).to_have_text("٢")
    sheet.keyboard.press("r")
    assert sheet.evaluate("said.at(-1)") == sheet.evaluate("said.at(-2)")
    sheet.keyboard.press("ArrowUp")
    expect(row).to_have_text("١")
    assert sheet.evaluate("said.at(-1).at(-1)") == "end"
    sheet.keyboard.press("+")
    sheet.locator("[data-talk-open]").tap()
    expect(sheet.locator("[data-talk-speed]")).to_have_text("السرعة ٤ من ٥")
    sheet.fill("#talk-jump", "٩٩")
    sheet.keyboard.press("Enter")
    expect(sheet.locator("[data-talk-refused]")).to_have_text("السطور من ١ إلى ٣٦.")
    sheet.fill("#talk-jump", "٣٠")
    sheet.keyboard.press("Enter")
    expect(row).to_have_text("٣٠")
    expect(big_key(sheet)).to_be_focused()


def test_a_hand_that_trembles_and_a_pedal_that_is_held_count_once(opened: Callable[..., Page]) -> None:
    sheet = opened(medallion(), clips=Clips("ar"))
    sheet.wait_for_timeout(240)
    sheet.evaluate("for (let n = 0; n < 3; n += 1) { document.querySelector('[data-talk-next]').click(); }")
    sheet.evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: ' ', repeat: true, bubbles: true}))")
    assert sheet.evaluate("said.length") == 1


def test_at_the_last_row_the_chart_is_finished(opened: Callable[..., Page]) -> None:
    chart = medallion()
    sheet = opened(chart, clips=Clips("ar"))
    go_to(sheet, str(chart.frame.high))
    press(sheet, len(row_runs(chart, chart.frame.high)))
    expect(big_key(sheet)).to_have_text("انتهى المخطط")
    expect(big_key(sheet)).to_be_disabled()
    assert flat(sheet.evaluate("said")) == said_in_row(chart, chart.frame.high, announced=True)
    expect(sheet.locator("[data-talk-progress]")).to_have_attribute("value", "1")


def test_without_a_voice_the_page_says_so_and_shows_the_runs_in_large_words(opened: Callable[..., Page]) -> None:
    chart = medallion()
    sheet = opened(chart, clips=Clips("ar"))
    expect(sheet.locator("[data-talk-note]")).to_have_text("لا صوت لهذا المخطط. تُقرأ الجمل بالكلمات الكبيرة.")
    press(sheet)
    expect(sheet.locator("[data-talk-now]")).to_have_attribute("aria-live", "polite")
    expect(sheet.locator(".talk-count")).to_have_text("٣٠")
    expect(sheet.locator(".talk-name")).to_have_text("أحمر قانٍ")
    assert sheet.evaluate("started") == 0


@pytest.mark.parametrize("width", [360, 820, 1280])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_page_is_fit_for_every_eye_and_fits_every_screen(
    opened: Callable[..., Page], axe: Callable[[Page], list[str]], width: int, language: str
) -> None:
    sheet = opened(medallion(), clips=Clips(language), language=language)
    for look in ("light", "dark", "strong"):
        choose(sheet, "look", look)
        press(sheet)
        assert axe(sheet) == [], look
        assert sheet.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert sheet.evaluate("document.documentElement.scrollHeight <= innerHeight")
        box = big_key(sheet).bounding_box()
        assert box
        assert box["height"] >= 90
        assert box["y"] + box["height"] <= SIZES[width]
        sheet.locator("[data-talk-open]").tap()
        assert axe(sheet) == [], look
        assert sheet.evaluate("document.documentElement.scrollWidth <= innerWidth")
        sheet.locator("[data-talk-close]").tap()


def test_a_chart_of_two_thousand_by_three_thousand_opens_and_speaks(opened: Callable[..., Page]) -> None:
    frame = Frame(medallion().frame.quality, Decimal("666.7"), Decimal(1000))
    spots = np.random.default_rng(1).integers(0, 3, (frame.high // 12 + 1, frame.wide // 4)).astype(np.uint8)
    chart = Chart(frame, YARNS, np.kron(spots, np.ones((12, 4), np.uint8))[: frame.high, : frame.wide])
    sheet = opened(chart)
    go_to(sheet, "2999")
    press(sheet)
    count, index = row_runs(chart, 2999)[0]
    expected = ["row", *number_keys(2999), "from-right", *number_keys(count), f"yarn:{YARNS[index].name_ar}"]
    assert flat(sheet.evaluate("said")) == expected
    expect(sheet.locator(".talk-chip")).to_have_count(len(row_runs(chart, 2999)))


@pytest.mark.parametrize("speed", [0.65, 0.8, 1.2, 1.45])
def test_slower_and_faster_speech_keeps_its_pitch_and_its_strength(page: Page, speed: float) -> None:
    source = (ROOT / "nawl" / "ui" / "scripts" / "talking" / "stretching.js").read_text(encoding="utf-8")
    tone = "Float32Array.from({length: 16000}, (_none, at) => 0.5 * Math.sin(2 * Math.PI * 220 * at / 16000))"
    samples = np.array(page.evaluate(f"() => {{ {source} return Array.from(stretched({tone}, 16000, {speed})); }}"))
    assert len(samples) == pytest.approx(16_000 / speed, abs=2)
    middle = samples[1_000 : len(samples) - 1_500]
    crossings = np.count_nonzero(np.diff(np.signbit(middle)))
    assert crossings / 2 * 16_000 / len(middle) == pytest.approx(220, rel=0.03)
    assert np.sqrt((middle**2).mean()) == pytest.approx(0.5 / np.sqrt(2), rel=0.08)
