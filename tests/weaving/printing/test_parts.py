"""Of a symmetric design only what a mirror repeats is printed, and the sentences lead back to the whole."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.kit.errors import NotPossible
from nawl.weaving.frame import Symmetry
from nawl.weaving.printing import ChartPaper, count_sheets
from nawl.weaving.printing.shown import shown, symmetry_of
from nawl.weaving.printing.words import how_to_read
from tests.factories.charts import chart_of, make_chart

REPEAT = ChartPaper(extent="repeat")


def symmetric(wide, high, kind, seed=1):
    knots = np.random.default_rng(seed).integers(0, 4, (high, wide), dtype=np.uint8)
    if kind in {Symmetry.LEFT_RIGHT, Symmetry.QUARTER}:
        knots[:, wide - wide // 2 :] = knots[:, : wide // 2][:, ::-1]
    if kind in {Symmetry.TOP_BOTTOM, Symmetry.QUARTER}:
        knots[high - high // 2 :] = knots[: high // 2][::-1]
    if kind is Symmetry.POINT:
        flat = knots.reshape(-1)
        flat[flat.size - flat.size // 2 :] = flat[: flat.size // 2][::-1]
    return make_chart(wide, high).with_knots(knots)


def unfolded(seen, reading):
    """Weave the whole as the sentences say: rows from the lowest, each from the reading side, back past the axis."""
    lower = seen.knots[::-1]
    rows = [row[::-1] if reading == "right" else row for row in lower]
    if seen.symmetry.mirrors_width:
        rows = [np.concatenate([row, row[::-1][seen.wide % 2 :]]) for row in rows]
    if seen.symmetry.mirrors_length:
        rows = rows + rows[::-1][seen.high % 2 :]
    if seen.symmetry is Symmetry.POINT:
        rows = rows + [row[::-1] for row in rows[::-1][seen.high % 2 :]]
    whole = np.array(rows)[::-1]
    return whole[:, ::-1] if reading == "right" else whole


@given(
    wide=st.integers(7, 40),
    high=st.integers(7, 40),
    kind=st.sampled_from([Symmetry.LEFT_RIGHT, Symmetry.TOP_BOTTOM, Symmetry.QUARTER, Symmetry.POINT]),
    reading=st.sampled_from(["right", "left"]),
    view=st.sampled_from(["front", "back"]),
)
def test_the_part_that_is_printed_leads_back_to_the_whole(wide, high, kind, reading, view):
    chart = symmetric(wide, high, kind)
    seen = shown(chart, ChartPaper(extent="repeat", reading=reading, view=view))
    assert seen.symmetry is kind
    assert seen.knots.size <= ((wide + 1) // 2) * high or kind in {Symmetry.TOP_BOTTOM, Symmetry.POINT}
    assert np.array_equal(unfolded(seen, reading), chart.knots[:, ::-1] if view == "back" else chart.knots)


def test_a_quarter_of_a_carpet_takes_a_quarter_of_the_sheets():
    chart = symmetric(600, 900, Symmetry.QUARTER)
    assert count_sheets(chart) == 36
    assert count_sheets(chart, REPEAT) == 9


def test_what_nothing_repeats_is_refused_whatever_the_frame_says():
    chart = chart_of("abc\nabb", symmetry=Symmetry.QUARTER)
    assert symmetry_of(chart) is Symmetry.NONE
    with pytest.raises(NotPossible) as refused:
        count_sheets(chart, REPEAT)
    assert refused.value.code == "chart_not_symmetric"


def test_from_the_back_the_picture_is_mirrored():
    chart = chart_of("abc\ncba")
    assert np.array_equal(shown(chart, ChartPaper(view="back")).knots, chart.knots[:, ::-1])


@pytest.mark.parametrize(
    ("wide", "high", "kind", "sentences"),
    [
        (21, 31, Symmetry.QUARTER, ["العمود ١١ مرة واحدة", "من العمود ١٠ إلى العمود ١", "السطر ١٦ مرة واحدة", "من السطر ١٥ إلى السطر ١"]),
        (20, 30, Symmetry.QUARTER, ["العمود ١٠ مرتين", "السطر ١٥ مرتين"]),
        (21, 30, Symmetry.LEFT_RIGHT, ["العمود ١١ مرة واحدة"]),
        (20, 31, Symmetry.TOP_BOTTOM, ["السطر ١٦ مرة واحدة"]),
        (20, 30, Symmetry.POINT, ["من السطر ١٥ نفسه", "من آخره إلى أوله"]),
        (21, 31, Symmetry.POINT, ["بعد السطر ١٦", "من السطر ١٥ إلى السطر ١"]),
    ],
)  # fmt: skip
def test_the_sentences_name_the_axes(wide, high, kind, sentences):
    chart = symmetric(wide, high, kind)
    said = " ".join(how_to_read(chart.frame, shown(chart, REPEAT), REPEAT))
    assert all(sentence in said for sentence in sentences)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_sentence_is_there_in_both_languages(language):
    paper = ChartPaper(language=language, extent="repeat", overlap=2)
    for code in ("300", "kilim"):
        for kind in (Symmetry.QUARTER, Symmetry.POINT):
            chart = symmetric(20, 30, kind)
            chart = chart_of("\n".join("".join("abcd"[n] for n in row) for row in chart.knots), code)
            sentences = how_to_read(chart.frame, shown(chart, paper), paper)
            assert len(sentences) == (8 if kind is Symmetry.QUARTER else 7)
            assert all(sentence.endswith(".") and "{" not in sentence for sentence in sentences)
