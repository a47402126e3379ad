"""The face of charts: every sign and every number within one cell, the same file whenever it is made."""

from __future__ import annotations

from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from config.assets import signs
from nawl.weaving import faces
from nawl.weaving.printing import face
from nawl.weaving.signs import SIGNS

NUMBERS = [
    (number, digits) for number in range(face.LEAST_NUMBER, face.MOST_NUMBER + 1) for digits in ("arabic", "western")
]
GLYPHS = [sign.glyph for sign in SIGNS] + [face.number_glyph(*number) for number in NUMBERS]


@pytest.fixture(scope="module")
def font():
    return TTFont(faces.folder() / faces.CHART)


def test_it_has_every_sign_and_every_number_once(font):
    assert len(set(GLYPHS)) == len(GLYPHS)
    assert set(map(ord, GLYPHS)) <= set(font.getBestCmap())


def test_what_the_set_up_made_is_what_it_would_make_now():
    made = signs.chart_face(signs.DIGITS)
    assert made == signs.chart_face(signs.DIGITS)
    assert TTFont(BytesIO(made)).getBestCmap() == TTFont(faces.folder() / faces.CHART).getBestCmap()


def test_every_glyph_is_one_cell_wide_and_stays_within_its_cell(font):
    letters, table = font.getBestCmap(), font["glyf"]
    for letter in GLYPHS:
        name = letters[ord(letter)]
        shape = table[name]
        assert font["hmtx"][name][0] == 1000
        assert shape.xMin >= 40
        assert shape.xMax <= 960
        assert shape.yMin >= signs.ASCENT - 960
        assert shape.yMax <= signs.ASCENT - 40


def test_numbers_are_equally_high_whatever_their_digits(font):
    letters, table = font.getBestCmap(), font["glyf"]
    high = [table[letters[ord(face.number_glyph(n, "western"))]] for n in (17, 71, 147, 199)]
    assert max(shape.yMax for shape in high) - min(shape.yMax for shape in high) < 30


@pytest.mark.parametrize("digits", ["arabic", "western"])
def test_a_number_is_known_from_its_glyph(digits):
    for number in (2, 10, 99, 199):
        assert face.number_of(face.number_glyph(number, digits)) == number
    assert face.number_of(SIGNS[0].glyph) is None
    assert face.number_of(face.EMPTY) is None


@pytest.mark.parametrize("number", [-1, 0, 1, 200])
def test_numbers_that_no_cell_holds_have_no_glyph(number):
    with pytest.raises(ValueError, match=str(number)):
        face.number_glyph(number, "arabic")


def test_two_numbers_never_look_alike(font):
    letters, table = font.getBestCmap(), font["glyf"]
    drawn = {}
    for number, digits in NUMBERS:
        shape = table[letters[ord(face.number_glyph(number, digits))]]
        outline = tuple(shape.getCoordinates(table)[0])
        assert outline not in drawn, (number, digits, drawn.get(outline))
        drawn[outline] = (number, digits)
