"""Plain pictures: one pixel a knot, exact colours first, the nearest yarn else."""

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from nawl.kit.errors import NotPossible, ProgrammeError
from nawl.ui.sentences import all_sentences
from nawl.weaving.plain import chart_from_plain, frame_of_knots
from nawl.weaving.yarns import UNSET
from tests.factories.charts import make_chart, make_class, make_frame, make_yarns

YARNS = make_yarns(4)


def picture(pixels, form="PNG", mode=None):
    data = io.BytesIO()
    image = Image.fromarray(np.asarray(pixels, np.uint8))
    (image.convert(mode) if mode else image).save(data, form)
    return data.getvalue()


@pytest.mark.parametrize(("form", "mode"), [("PNG", None), ("BMP", None), ("PNG", "P"), ("BMP", "P"), ("PNG", "RGBA")])
def test_a_picture_in_the_yarns_colours_is_the_chart_itself(form, mode):
    chart = make_chart()
    pixels = np.array([yarn.srgb for yarn in chart.yarns], np.uint8)[chart.knots]
    again = chart_from_plain(picture(pixels, form, mode), make_class(), chart.yarns)
    assert (again.knots == chart.knots).all()
    assert (again.frame.wide, again.frame.high) == (12, 9)


def test_other_colours_become_the_yarn_that_looks_nearest():
    pixels = [[(150, 50, 40), (30, 60, 90), (255, 255, 255), (200, 140, 30)]]
    chart = chart_from_plain(picture(pixels), make_class(), YARNS)
    assert [chart.yarns[n].name_en for n in chart.knots[0]] == ["Madder red", "Navy", "Natural white", "Saffron"]


def test_clear_pixels_have_no_yarn():
    pixels = [[(*YARNS[1].srgb, 255), (*YARNS[1].srgb, 0)]]
    assert chart_from_plain(picture(pixels), make_class(), YARNS).knots.tolist() == [[1, UNSET]]


def test_a_frame_of_another_size_is_refused():
    with pytest.raises(NotPossible, match="chart_shape_wrong"):
        chart_from_plain(picture(np.zeros((9, 12, 3))), make_class(), YARNS, make_frame(12, 10))


def test_a_photograph_is_no_plain_picture():
    pixels = np.random.default_rng(1).integers(0, 256, (40, 40, 3))
    with pytest.raises(NotPossible, match="plain_many_colours"):
        chart_from_plain(picture(pixels), make_class(), YARNS)


def test_no_yarn_at_all_is_refused():
    with pytest.raises(NotPossible, match="no_yarns"):
        chart_from_plain(picture(np.zeros((9, 12, 3))), make_class(), ())


def test_a_picture_larger_than_a_chart_may_be_is_refused_by_its_head():
    head = picture(np.zeros((1, 1, 3)), "BMP")
    vast = head[:18] + (30_000).to_bytes(4, "little") + (30_000).to_bytes(4, "little") + head[26:]
    with pytest.raises(NotPossible, match="chart_too_large"):
        chart_from_plain(vast, make_class(), YARNS)


def test_sixteen_bits_and_other_files_are_refused():
    deep = io.BytesIO()
    Image.fromarray(np.full((3, 3), 40_000, np.uint16)).save(deep, "PNG")
    jpeg = picture(np.zeros((3, 3, 3)), "JPEG")
    for data in (deep.getvalue(), jpeg, b"", picture(np.zeros((3, 3, 3)))[:40]):
        with pytest.raises(NotPossible, match="plain_unreadable"):
            chart_from_plain(data, make_class(), YARNS)


@given(st.integers(1, 400), st.integers(1, 400), st.sampled_from(["300", "360", "wall", "kilim"]))
def test_a_frame_made_for_a_number_of_knots_has_it(wide, high, code):
    frame = frame_of_knots(make_class(code), wide, high)
    assert (frame.wide, frame.high) == (wide, high)


@given(st.binary(max_size=200).map(lambda tail: b"BM" + tail) | st.binary(max_size=50))
def test_any_bytes_are_a_chart_or_a_refusal(data):
    try:
        assert chart_from_plain(data, make_class(), YARNS)
    except ProgrammeError as refusal:
        assert refusal.code in all_sentences()
