"""Numbers are said as weavers count, from clips that the chart carries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.kit.errors import NotPossible
from nawl.weaving.speaking.counting import MOST, PHRASES, number_clips, number_keys
from nawl.weaving.speaking.lexicon import plain


def spoken(n: int, language: str) -> str:
    """Return a number as it is heard, without vowel marks."""
    texts = {**{key: pair[language == "en"] for key, pair in PHRASES.items()}, **number_clips(MOST, language)}
    return plain(" ".join(texts[key] for key in number_keys(n, language)))


@pytest.mark.parametrize(
    ("n", "arabic", "english"),
    [
        (0, "صفر", "zero"),
        (1, "واحد", "one"),
        (2, "اثنان", "two"),
        (8, "ثمانية", "eight"),
        (10, "عشرة", "ten"),
        (11, "أحد عشر", "eleven"),
        (12, "اثنا عشر", "twelve"),
        (13, "ثلاثة عشر", "thirteen"),
        (19, "تسعة عشر", "nineteen"),
        (20, "عشرون", "twenty"),
        (23, "ثلاثة وعشرون", "twenty three"),
        (99, "تسعة وتسعون", "ninety nine"),
        (100, "مئة", "one hundred"),
        (101, "مئة و واحد", "one hundred and one"),
        (120, "مئة وعشرون", "one hundred and twenty"),
        (123, "مئة و ثلاثة وعشرون", "one hundred and twenty three"),
        (200, "مئتان", "two hundred"),
        (345, "ثلاثمئة و خمسة وأربعون", "three hundred and forty five"),
        (1_000, "ألف", "one thousand"),
        (2_016, "ألفان و ستة عشر", "two thousand and sixteen"),
        (3_000, "ثلاثة آلاف", "three thousand"),
        (12_300, "اثنا عشر ألفا و ثلاثمئة", "twelve thousand three hundred"),
        (25_001, "خمسة وعشرون ألفا و واحد", "twenty five thousand and one"),
    ],
)
def test_a_number_is_said_as_it_is_counted(n, arabic, english):
    assert spoken(n, "ar") == arabic
    assert spoken(n, "en") == english


@given(st.integers(1, MOST), st.integers(0, MOST), st.sampled_from(["ar", "en"]))
def test_a_chart_carries_every_clip_that_its_numbers_need(upto, n, language):
    carried = {*number_clips(upto, language), *PHRASES}
    assert set(number_keys(min(n, upto), language)) <= carried


def test_a_unit_records_some_forty_numbers_not_hundreds():
    assert len(number_clips(900, "ar")) < 50


@pytest.mark.parametrize("n", [-1, MOST + 1])
def test_a_number_beyond_any_chart_is_refused(n):
    with pytest.raises(NotPossible, match="number_unspoken"):
        number_keys(n)
