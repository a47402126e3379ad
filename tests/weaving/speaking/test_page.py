"""The talking page is one file that carries everything once, runs only its own script, and never breaks out of its data."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from nawl.kit.errors import NotFound
from nawl.weaving.chart import Chart
from nawl.weaving.classes import find_class
from nawl.weaving.frame import Frame
from nawl.weaving.speaking import page
from nawl.weaving.speaking.clips import Clips
from nawl.weaving.speaking.page import TalkingOptions, chart_data, talking_page
from nawl.weaving.speaking.wording import WORDS, words
from tests.weaving.speaking.charts import YARNS, lopsided, medallion

CLIPS = Clips("ar", {"8": b"RIFF8", "yarn:كحلي": b"RIFFn"})


@pytest.fixture(autouse=True)
def parts(monkeypatch, tmp_path):
    """Script and style as set-up leaves them."""
    monkeypatch.setattr(page, "PARTS", tmp_path)
    (tmp_path / "page.js").write_text("(function () {})();")
    (tmp_path / "page.css").write_text("body { color: red; }")
    return tmp_path


def inside(content: bytes, name: str) -> dict:
    found = re.findall(rf'<script type="application/json" id="talk-{name}">(.*?)</script>', content.decode(), re.DOTALL)
    assert len(found) == 1
    return json.loads(found[0])


@pytest.mark.parametrize("chart", [medallion(), lopsided()], ids=["medallion", "lopsided"])
def test_the_page_carries_every_knot(chart):
    packed = inside(talking_page(chart, CLIPS), "chart")
    grid = np.frombuffer(zlib.decompress(base64.b64decode(packed["grid"])), np.uint8).reshape(
        packed["high"], packed["wide"]
    )
    assert np.array_equal(np.bitwise_xor.accumulate(grid, axis=0), chart.knots)
    assert [yarn["name"] for yarn in packed["yarns"]] == ["أحمر قانٍ", "كحلي", "سكري"]


def test_only_a_mirrored_design_may_be_read_from_the_middle():
    assert chart_data(medallion(), "ar")["mirrors"] is True
    assert chart_data(lopsided(), "ar")["mirrors"] is False


def test_the_page_carries_each_clip_once():
    content = talking_page(medallion(), CLIPS)
    assert inside(content, "voice") == {
        "8": base64.b64encode(b"RIFF8").decode(),
        "yarn:كحلي": base64.b64encode(b"RIFFn").decode(),
    }


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_the_page_is_whole_in_its_language(language, direction):
    content = talking_page(medallion(), CLIPS, TalkingOptions(title="سرّة <1>", language=language)).decode()
    assert f'<html lang="{language}" dir="{direction}"' in content
    assert "<title>سرّة &lt;1&gt;</title>" in content
    assert "<h1>سرّة &lt;1&gt;</h1>" in content
    assert "$" not in content.replace("(function () {})();", "")


def test_nothing_outside_is_named_and_only_its_own_script_runs(parts):
    content = talking_page(medallion(), CLIPS).decode()
    assert not re.findall(r'(?:src|href)=|url\(|https?:|style="', content)
    digest = base64.b64encode(hashlib.sha256((parts / "page.js").read_bytes()).digest()).decode()
    assert f"default-src 'none'; script-src 'sha256-{digest}'" in content


def test_no_name_of_a_yarn_breaks_out_of_the_data():
    evil = "</script><script>alert(1)</script>"
    chart = medallion().with_yarns([replace(YARNS[0], name_ar=evil), *YARNS[1:]])
    content = talking_page(chart, Clips("ar", {}))
    assert b"alert(1)</script>" not in content
    assert inside(content, "chart")["yarns"][0]["name"] == evil


def test_the_same_chart_makes_the_same_bytes():
    assert talking_page(medallion(), CLIPS) == talking_page(medallion(), CLIPS)


def test_a_chart_of_two_thousand_by_three_thousand_stays_a_file_to_carry():
    frame = Frame(find_class("300"), Decimal("666.7"), Decimal(1000))
    spots = np.random.default_rng(1).integers(0, 3, (frame.high // 12 + 1, frame.wide // 12 + 1)).astype(np.uint8)
    chart = Chart(frame, YARNS, np.kron(spots, np.ones((12, 12), np.uint8))[: frame.high, : frame.wide])
    assert (frame.wide, frame.high) == (2000, 3000)
    assert len(talking_page(chart, CLIPS)) < 400_000


def test_without_script_and_style_the_page_is_refused(parts):
    (parts / "page.css").unlink()
    with pytest.raises(NotFound, match="talking_parts_missing"):
        talking_page(medallion(), CLIPS)


def test_every_word_stands_in_both_languages_with_the_same_facts():
    for key, (arabic, english) in WORDS.items():
        assert re.findall(r"%\((\w+)\)s", arabic) == re.findall(r"%\((\w+)\)s", english), key
        assert re.search("[\u0621-\u064a]", arabic)
        assert not re.search("[\u0621-\u064a]", english)
    assert words("ar").keys() == words("en").keys()
