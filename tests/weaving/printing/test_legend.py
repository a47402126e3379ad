"""The legend on paper: up to sixteen colours stand on the cover of A4, more go on under a heading, none is lost or torn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import numpy as np
import pytest

from nawl.weaving.chart import Chart
from nawl.weaving.frame import Frame, Symmetry
from nawl.weaving.printing import Amount, ChartPaper, Titles, print_chart
from nawl.weaving.printing.cover import ON_COVER, ON_PAGE, ONE_TABLE, columns_of
from nawl.weaving.yarns import UNSET, Yarn
from tests.factories.charts import make_class
from tests.weaving.printing.reading import holds, reader_of, without_poppler, words_of

TITLES = Titles(
    "سجادة صالون بنجمة صافيتا وكنار اللوز، الطبعة الثانية",
    code="TRT-0012",
    version=3,
    unit="مركز التنمية الريفية في صافيتا",
    copy="CHC-2022-0002-K",
    day=date(2022, 7, 14),
)
FULL = {"extent": "repeat", "view": "back", "overlap": 3}
"""The paper on which most is said of how the chart is read."""


def chart_in(colours: int, *, unset: bool = False) -> Chart:
    """Return four quarters alike in so many colours, the first with the fewest knots."""
    frame = Frame(make_class("300"), Decimal(100), Decimal(150), Symmetry.QUARTER, colours=250)
    down, across = np.mgrid[: frame.high // 2, : frame.wide // 2]
    quarter = np.floor(np.sqrt((down * 150 + across) / (225 * 150)) * colours).astype(np.uint8)
    half = np.concatenate([quarter, quarter[:, ::-1]], axis=1)
    knots = np.concatenate([half, half[::-1]])
    yarns = [
        Yarn(f"Y{n}", f"لون طبيعي {n}", f"natural colour {n}", (n * 37 % 256, n * 91 % 256, n)) for n in range(colours)
    ]
    if unset:
        knots[knots == colours - 1] = UNSET
    return Chart(frame, tuple(yarns), knots)


def amounts_in(colours: int) -> dict[int, Amount]:
    return {n: Amount(Decimal(1000 + n), 3, (f"L-{n:03}", f"M-{n:03}")) for n in range(colours)}


def pages_before(pdf: bytes) -> int:
    reader = reader_of(pdf)
    page: int = reader.get_destination_page_number(reader.outline[0])
    return page


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("colours", [1, 4, 5, ONE_TABLE, ONE_TABLE + 1, 12, ON_COVER])
def test_the_cover_of_a4_holds_sixteen_colours_however_much_it_says(language: str, colours: int) -> None:
    paper = ChartPaper(language=language, paper="a4", **FULL)
    assert pages_before(print_chart(chart_in(colours), TITLES, paper, amounts=amounts_in(colours))) == 1


@pytest.mark.parametrize(
    ("colours", "pages"),
    [(ON_COVER + 1, 2), (30, 2), (ON_COVER + ON_PAGE, 2), (ON_COVER + ON_PAGE + 1, 3), (250, 6)],
)
@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_more_colours_go_on_over_whole_pages(colours: int, pages: int, paper: str) -> None:
    made = print_chart(chart_in(colours), TITLES, ChartPaper(paper=paper), amounts=amounts_in(colours))
    assert pages_before(made) == pages


@pytest.mark.needs_poppler
@without_poppler
@pytest.mark.parametrize(("language", "more"), [("ar", "الألوان (تتمة)"), ("en", "Colours (continued)")])
def test_every_colour_stands_once_in_its_order_and_further_pages_have_a_heading(language, more, tmp_path):
    chart, amounts = chart_in(30), amounts_in(30)
    made = print_chart(chart, TITLES, ChartPaper(language=language, paper="a4"), amounts=amounts)
    first, second = words_of(made, tmp_path, 1), words_of(made, tmp_path, 2)
    assert holds(second, more)
    assert not holds(first, more)
    order = sorted(range(30), key=lambda n: -chart.counts[n])
    for place, n in enumerate(order):
        pages = (first, second) if place < ON_COVER else (second, first)
        assert f"L-{n:03}" in pages[0]
        assert f"L-{n:03}" not in pages[1]
    assert ("المجموع" if language == "ar" else "Total") in second


@pytest.mark.needs_poppler
@without_poppler
def test_a_title_too_long_for_the_legend_leaves_it_whole_on_the_next_page(tmp_path):
    titles = replace(TITLES, title=" ".join(["The parlour carpet of Safita"] * 5))
    paper = ChartPaper(language="en", paper="a4", **FULL)
    made = print_chart(chart_in(ON_COVER), titles, paper, amounts=amounts_in(ON_COVER))
    first, second = words_of(made, tmp_path, 1), words_of(made, tmp_path, 2)
    assert "Y0" not in first.split()
    assert all(f"L-{n:03}" in second for n in range(ON_COVER))
    assert "Colours" in second
    assert "continued" not in second


@pytest.mark.needs_poppler
@without_poppler
def test_knots_without_a_colour_have_their_line_in_two_columns_too(tmp_path):
    made = print_chart(chart_in(12, unset=True), TITLES, ChartPaper(language="en", paper="a4"))
    assert holds(words_of(made, tmp_path, 1), "No colour yet")


@pytest.mark.parametrize("lines", [9, 10, 16, 17, 18, 68, 69, 250])
def test_columns_hold_every_line_once_in_order_and_the_sums_last(lines: int) -> None:
    pages = columns_of([{"n": n} for n in range(lines)], {"n": "sum"})
    told = [line["n"] for page in pages for column in page for line in column]
    assert told == [*range(lines), "sum"]
    assert pages[-1][-1][-1] == {"n": "sum", "is_total": True}
    assert all(0 <= len(first) - len(second) <= 1 for first, second in pages[:-1])
    assert [sum(map(len, page)) for page in pages[:-1]] == [ON_COVER, *[ON_PAGE] * (len(pages) - 2)][: len(pages) - 1]
