"""Charts: classes for colours, text for values, Arabic from the right, links to records, drawn once for the same content."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from nawl.ui import charts
from nawl.ui.charts import rendering

MONTHS = (("كانون الثاني", "ك2"), ("شباط", "شباط"), ("آذار", "آذار"))


@pytest.fixture
def columns():
    steps = [charts.Column(name, (21_400 + n, 20_000), short, f"/m/{n}/") for n, (name, short) in enumerate(MONTHS)]
    return charts.columns("شهراً بشهر", ["هذا النصف", "النصف السابق"], steps)


@pytest.fixture
def bars():
    return charts.bars("حسب المحافظة", [charts.Row("طرطوس", 31_200, "/p/SY10/"), charts.Row("حمص", 13_600)])


@pytest.fixture
def points():
    spots = [charts.Point("صافيتا", 34.82, 36.12, "/f/1/", late=True), charts.Point("الحسكة", 36.5, 40.75)]
    return charts.points("الخريطة", spots, [charts.Landmark("حلب", 36.2, 37.16)])


def xs(svg: str, kind: str) -> list[float]:
    found = re.findall(rf'd="M(-?[\d.]+),[^"]*"(?: [^>]*)? class="{kind}"', svg)
    return [float(x) for x in found]


@pytest.mark.parametrize("name", ["columns", "bars", "points"])
@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_a_chart_of_a_page_holds_classes_and_no_style(name, width, request):
    svg = getattr(charts.for_page(request.getfixturevalue(name)), width)
    root = ET.fromstring(svg)
    allowed = {
        "viewBox",
        "role",
        "aria-label",
        "transform",
        "class",
        "d",
        "x2",
        "y2",
        "text-anchor",
        "href",
        "tabindex",
    }
    assert {attribute for element in root.iter() for attribute in element.attrib} <= allowed
    assert {element.tag for element in root.iter()} <= {"svg", "g", "path", "line", "text", "a", "title"}
    assert "http" not in svg
    assert "chart.invalid" not in svg


def test_values_and_months_are_text(columns):
    wide = charts.for_page(columns).wide
    texts = [element.text for element in ET.fromstring(wide).iter("text")]
    assert {"21,400", "21,401", "21,402", "كانون الثاني", "شباط", "آذار"} <= set(texts)


def test_digits_are_those_of_the_reader(columns, as_reader):
    with as_reader("ar", "arabic"):
        assert "٢١٬٤٠٠" in charts.for_page(columns).wide


def test_time_runs_from_the_right_in_arabic_and_from_the_left_in_english(columns, as_reader):
    with as_reader("ar"):
        arabic = xs(charts.for_page(columns).wide, "b1")
    with as_reader("en"):
        english = xs(charts.for_page(columns).wide, "b1")
    assert arabic == sorted(arabic, reverse=True)
    assert english == sorted(english)


def test_what_is_compared_with_comes_before_what_the_chart_is_about(columns, as_reader):
    with as_reader("en"):
        svg = charts.for_page(columns).wide
    assert all(before < now for before, now in zip(xs(svg, "b2"), xs(svg, "b1"), strict=True))


def test_a_map_is_never_mirrored(points, as_reader):
    with as_reader("ar"):
        arabic = charts.for_page(points).wide
    with as_reader("en"):
        english = charts.for_page(points).wide
    assert arabic == english


def test_what_leads_to_records_says_its_name_and_does_not_stop_the_keyboard(columns):
    svg = charts.for_page(columns).wide
    assert '<a href="/m/0/" aria-label="كانون الثاني: 21,400" tabindex="-1">' in svg
    assert 'role="group"' in svg


def test_what_leads_nowhere_is_one_picture():
    assert 'role="img"' in charts.for_page(charts.bars("x", [charts.Row("a", 1)])).wide


def test_what_needs_attention_has_a_shape_of_its_own(points):
    svg = charts.for_page(points).wide
    circle, diamond = (re.search(rf'd="([^"]+)"[^>]*class="{kind}"', svg)[1] for kind in ("pt", "pt2"))
    assert "A" in circle
    assert "A" not in diamond


def test_no_figures_leave_a_gap_and_not_a_nought():
    svg = charts.for_page(charts.columns("x", ["a"], [charts.Column("1", (None,)), charts.Column("2", (5,))])).wide
    assert len(xs(svg, "b1")) == 1


@pytest.mark.parametrize(
    "drawing",
    [
        charts.columns("x", ["a"], []),
        charts.bars("x", []),
        charts.points("x", []),
        charts.bars("x", [charts.Row("a", 0)]),
    ],
)
def test_nothing_to_draw_breaks_nothing(drawing):
    assert charts.for_page(drawing).wide.startswith("<svg")
    assert charts.for_paper(drawing, "ar", "arabic").startswith("<svg")


def test_names_with_quotes_and_brackets_are_drawn_as_they_are():
    name = "O'Brien \"x\" <b> \\ & ' ${1}"
    svg = charts.for_page(charts.bars(name, [charts.Row(name, 3, "/x/?a=1&b=2")])).wide
    root = ET.fromstring(svg)
    assert root.get("aria-label") == name
    assert name in [element.text for element in root.iter("text")]
    assert [element.get("href") for element in root.iter("a")] == ["/x/?a=1&b=2"]


def test_the_same_content_is_drawn_once(columns, monkeypatch):
    first = charts.for_page(columns)
    monkeypatch.setattr(rendering, "_svg", lambda _spec: pytest.fail("drawn again"))
    assert charts.for_page(columns) == first


def test_paper_has_its_own_colours_and_aligned_digits(columns):
    svg = charts.for_paper(columns, "ar", "arabic")
    assert "#1f3b5c" in svg
    assert "Nawl Digits" in svg
    assert "٢١٬٤٠٠" in svg
    assert "Nawl Digits" not in charts.for_paper(columns, "en", "western")
