"""A chart is cut into sheets that cover it exactly, numbered as a weaver counts."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.kit.errors import NotPossible
from nawl.weaving.printing import ChartPaper, count_sheets
from nawl.weaving.printing.cells import is_own, sheet_knots
from nawl.weaving.printing.sheets import cut, sheet_name
from nawl.weaving.printing.shown import shown
from tests.factories.charts import make_chart

PAPERS = st.builds(
    ChartPaper,
    paper=st.sampled_from(["a3", "a4"]),
    layout=st.sampled_from(["tiles", "strips"]),
    tile=st.none() | st.tuples(st.integers(10, 199), st.integers(10, 300)),
    overlap=st.integers(0, 3),
    reading=st.sampled_from(["right", "left"]),
    view=st.sampled_from(["front", "back"]),
)


@pytest.mark.parametrize(
    ("wide", "high", "paper", "number"),
    [
        (600, 900, ChartPaper(), 36),  # R1 of the formulas
        (2000, 3000, ChartPaper(), 400),
        (300, 450, ChartPaper(), 9),  # the quarter of R1
        (600, 900, ChartPaper(tile=(100, 150)), 36),
        (601, 901, ChartPaper(tile=(100, 150)), 49),
        (600, 900, ChartPaper(tile=(100, 150), overlap=3), 7 * 7),
        (100, 150, ChartPaper(overlap=3), 1),
        (1, 1, ChartPaper(), 1),
        (600, 900, ChartPaper(layout="strips"), 6 * 18),
    ],
)
def test_the_number_of_sheets_is_that_of_the_formula(wide, high, paper, number):
    assert len(cut(wide, high, paper)) == number


@given(wide=st.integers(1, 700), high=st.integers(1, 700), paper=PAPERS)
def test_as_many_sheets_are_cut_as_are_reckoned(wide, high, paper):
    most_wide, most_high = paper.knots
    shared = paper.overlap
    across, up = (
        1 if side <= most else 1 + math.ceil((side - most) / (most - shared))
        for side, most in ((wide, most_wide), (high, most_high))
    )
    assert len(cut(wide, high, paper)) == across * up


@given(wide=st.integers(1, 260), high=st.integers(1, 260), paper=PAPERS)
def test_every_knot_is_on_exactly_one_sheet_as_its_own(wide, high, paper):
    chart = make_chart(wide, high)
    seen = shown(chart, paper)
    found = np.full(seen.knots.shape, 255, np.uint8)
    times = np.zeros(seen.knots.shape, int)
    for sheet in cut(wide, high, paper):
        own = is_own(sheet, paper)
        knots = sheet_knots(seen, sheet, paper)
        columns = slice(sheet.columns.first - 1, sheet.columns.last)
        if paper.reading == "right":
            columns = slice(wide - sheet.columns.last, wide - sheet.columns.first + 1)
        rows = slice(high - sheet.rows.last, high - sheet.rows.first + 1)
        times[rows, columns] += own
        found[rows, columns][own] = knots[own]
        assert np.array_equal(seen.knots[rows, columns], knots), "a neighbour's knots are shown as they are"
    assert (times == 1).all()
    assert np.array_equal(found, seen.knots)


@given(wide=st.integers(1, 700), high=st.integers(1, 700), paper=PAPERS)
def test_no_sheet_is_larger_than_asked_for_and_all_have_names_of_their_own(wide, high, paper):
    sheets = list(cut(wide, high, paper))
    assert all(s.columns.length <= paper.knots[0] and s.rows.length <= paper.knots[1] for s in sheets)
    assert max(Counter(sheet.name("ar") for sheet in sheets).values()) == 1


@given(wide=st.integers(1, 700), high=st.integers(1, 700))
def test_where_no_size_is_asked_for_sheets_are_as_even_as_blocks_of_ten_allow(wide, high):
    sheets = list(cut(wide, high, ChartPaper()))
    number, widest = 1 + max(s.across for s in sheets), max(s.columns.length for s in sheets)
    if number > 1:
        assert widest % 10 == 0
        assert math.ceil(wide / (widest - 10)) > number, "a block less would take more sheets"


def test_sheets_are_printed_from_the_lowest_row_up_and_from_the_reading_side():
    sheets = list(cut(250, 200, ChartPaper(tile=(100, 150))))
    assert [sheet.name("ar") for sheet in sheets] == ["أ1", "ب1", "ج1", "أ2", "ب2", "ج2"]
    assert [sheet.rows.first for sheet in sheets] == [1, 1, 1, 151, 151, 151]
    assert [(sheet.columns.first, sheet.columns.last) for sheet in sheets[:3]] == [(1, 100), (101, 200), (201, 250)]


@pytest.mark.parametrize(
    ("across", "language", "name"),
    [(0, "ar", "أ1"), (27, "ar", "غ1"), (28, "ar", "أأ1"), (25, "en", "Z1"), (27, "en", "BB1")],
)
def test_names_go_on_past_the_last_letter(across, language, name):
    assert sheet_name(across, 0, language) == name


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"tile": (9, 50)}, "sheet_unfit"),
        ({"tile": (200, 50)}, "sheet_unfit"),
        ({"tile": (50, 301)}, "sheet_unfit"),
        ({"overlap": 4}, "sheet_overlap_unfit"),
        ({"overlap": -1}, "sheet_overlap_unfit"),
    ],
)
def test_what_no_paper_can_show_is_refused(asked, code):
    with pytest.raises(NotPossible) as refused:
        ChartPaper(**asked)
    assert refused.value.code == code


def test_sheets_are_counted_without_printing():
    assert count_sheets(make_chart(120, 80), ChartPaper(tile=(50, 50))) == 6
