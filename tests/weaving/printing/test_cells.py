"""Every cell holds the right sign on the right colour, or the number of the run that begins there."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nawl.weaving.colour import linear
from nawl.weaving.printing import ChartPaper, face
from nawl.weaving.printing.cells import inks, is_own, run_lengths, sheet_cells, sheet_knots
from nawl.weaving.printing.sheets import cut
from nawl.weaving.printing.shown import shown
from nawl.weaving.signs import sign_of, with_signs
from nawl.weaving.yarns import UNSET, Yarn
from tests.factories.charts import chart_of, make_chart

GRIDS = arrays(np.uint8, st.tuples(st.integers(1, 20), st.integers(1, 60)), elements=st.integers(0, 3))


def cells_of(chart, paper, number=0):
    seen = shown(chart, paper)
    sheet = list(cut(seen.knots.shape[1], seen.knots.shape[0], paper))[number]
    knots, own = sheet_knots(seen, sheet, paper), is_own(sheet, paper)
    return sheet_cells(knots, own, inks(chart, paper), paper), knots, own


@given(knots=GRIDS, from_right=st.booleans())
def test_the_numbers_of_a_row_add_up_to_its_knots(knots, from_right):
    lengths = run_lengths(knots, np.ones(knots.shape, bool), from_right=from_right)
    assert (lengths.sum(axis=1) == knots.shape[1]).all()


@given(knots=GRIDS, overlap=st.integers(0, 3), reading=st.sampled_from(["right", "left"]))
def test_over_all_sheets_the_numbers_of_a_row_add_up_to_the_width(knots, overlap, reading):
    paper = ChartPaper(tile=(17, 11), overlap=overlap, reading=reading)
    chart = chart_of("\n".join("".join("abcd"[n] for n in row) for row in knots))
    seen, high = shown(chart, paper), len(knots)
    sums = np.zeros(high + 1, int)
    for sheet in cut(knots.shape[1], high, paper):
        part = sheet_knots(seen, sheet, paper)
        lengths = run_lengths(part, is_own(sheet, paper), from_right=reading == "right")
        for n, row in enumerate(lengths):
            sums[sheet.rows.last - n] += row.sum()
    assert (sums[1:] == knots.shape[1]).all()


@pytest.mark.parametrize(("reading", "expected"), [("right", "sss2ss3s"), ("left", "s3ss2sss")])
def test_the_number_stands_where_a_run_begins(reading, expected):
    chart = chart_of("abbbccda" if reading == "left" else "adccbbba")
    cells, _knots, _own = cells_of(chart, ChartPaper(reading=reading))
    said = [face.number_of(chr(code)) for code in cells.codes[0]]
    assert "".join(str(number or "s") for number in said) == expected


@given(knots=GRIDS, reading=st.sampled_from(["right", "left"]), marks=st.sampled_from(["both", "symbol"]))
def test_each_cell_holds_its_yarn_s_sign_or_a_number_that_its_run_bears_out(knots, reading, marks):
    chart = chart_of("\n".join("".join("abcd"[n] for n in row) for row in knots))
    paper = ChartPaper(reading=reading, marks=marks)
    cells, shown_knots, _own = cells_of(chart, paper)
    signs = [sign_of(yarn.symbol).glyph for yarn in with_signs(chart.yarns)]
    step = -1 if reading == "right" else 1
    for codes, row in zip(cells.codes[:, ::step], shown_knots[:, ::step], strict=True):
        for at, code in enumerate(codes):
            number = face.number_of(chr(code))
            if number is None:
                assert chr(code) == signs[row[at]]
            else:
                assert (row[at : at + number] == row[at]).all()
                assert at == 0 or row[at - 1] != row[at]
                assert at + number == len(row) or row[at + number] != row[at]


def test_without_numbers_every_cell_holds_a_sign():
    chart = make_chart(30, 20)
    cells, knots, _own = cells_of(chart, ChartPaper(counts=False))
    signs = np.array([ord(sign_of(yarn.symbol).glyph) for yarn in with_signs(chart.yarns)])
    assert (cells.codes == signs[knots]).all()


def test_a_knot_without_yarn_stays_empty_and_uncounted():
    cells, _knots, _own = cells_of(chart_of("a..b"), ChartPaper())
    assert [chr(code) for code in cells.codes[0][1:3]] == [face.EMPTY] * 2


@given(colour=st.tuples(*[st.integers(0, 255)] * 3))
def test_signs_stand_out_from_every_colour(colour):
    chart = chart_of("a").with_yarns([Yarn("X", "لون", "colour", colour)])
    ink = inks(chart, ChartPaper())
    light = float(linear(colour) @ [0.2126, 0.7152, 0.0722])
    contrast = 1.05 / (light + 0.05) if ink.is_dark[0] else (light + 0.05) / 0.05
    assert contrast >= 3.8


def test_a_neighbour_s_cells_are_pale_and_their_signs_dark():
    chart = chart_of("\n".join(["a" * 30] * 30)).with_yarns([Yarn("K", "أسود", "black", (10, 10, 10))])
    cells, _knots, own = cells_of(chart, ChartPaper(tile=(20, 20), overlap=2), number=3)
    assert not own.all()
    assert cells.colours[~own].min() > 140
    assert cells.colours[own].max() == 10
    assert not cells.is_white[~own].any()


def test_for_the_photocopier_numbers_stand_white_on_black_and_signs_black_on_white():
    cells, _knots, _own = cells_of(chart_of("aaabab"), ChartPaper(marks="symbol", reading="left"))
    assert cells.is_white[0].tolist() == [True, False, False, False, False, False]
    assert (cells.colours[0, 0] == 0).all()
    assert (cells.colours[0, 1:] == 255).all()


def test_the_picture_holds_the_colour_of_every_knot():
    chart = make_chart(40, 30, unset=True)
    cells, knots, _own = cells_of(chart, ChartPaper(marks="colour"))
    colours = np.array([yarn.srgb for yarn in chart.yarns] + [(255, 255, 255)] * (256 - len(chart.yarns)))
    assert np.array_equal(cells.colours, colours[knots])
    assert knots[0, 0] == UNSET
