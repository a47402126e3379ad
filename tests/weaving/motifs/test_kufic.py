"""Kufic text: even strokes, letters joined on one line, read from right to left, refusals with a reason."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.kit.errors import NotPossible
from nawl.weaving.motifs.kufic import kufic
from nawl.weaving.motifs.kufic_letters import DIGITS, ENDING, JOINING
from nawl.weaving.motifs.motif import Part

LETTERS = sorted({sign for sign in [*JOINING, *ENDING] if len(sign) == 1} | {"ء"})
WORDS = st.lists(st.text(st.sampled_from(LETTERS), min_size=1, max_size=6), min_size=1, max_size=3)
ROWS = 13


def modules(text):
    """The text with strokes one knot thick."""
    for high in range(1, ROWS + 1):
        try:
            return kufic(text, high)
        except NotPossible:
            continue
    raise AssertionError(text)


def strokes_apart(cells):
    """How many pieces of stroke touch each other by no side."""
    left = {(int(r), int(c)) for r, c in zip(*np.nonzero(cells == Part.MAIN), strict=True)}
    count = 0
    while left:
        count += 1
        edge = [left.pop()]
        while edge:
            r, c = edge.pop()
            for near in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
                if near in left:
                    left.remove(near)
                    edge.append(near)
    return count


@pytest.mark.parametrize(
    ("word", "groups"),
    [
        ("نول", 2),
        ("بركة", 2),
        ("دمشق", 2),
        ("طرطوس", 3),
        ("الله", 2),
        ("سلام", 2),
        ("اللاذقية", 4),
        ("السويداء", 5),
        ("أهلا", 2),
        ("مؤسسة", 2),
        ("إنتاج", 3),
        ("آية", 2),
        ("شيء", 2),
        ("بئر", 1),
        ("لأمل", 2),
        ("٢٠٢٦", 4),
        ("منذ ١٩٨٠", 1 + 4),
    ],
)
def test_letters_of_a_group_are_one_stroke_and_groups_stand_apart(word, groups):
    assert strokes_apart(modules(word)) == groups


@given(WORDS)
def test_no_stroke_is_thicker_than_one_module(words):
    cells = modules(" ".join(words)) > 0
    solid = cells[1:, 1:] & cells[:-1, 1:] & cells[1:, :-1] & cells[:-1, :-1]
    assert not solid.any()


@given(WORDS, st.integers(13, 60))
def test_every_stroke_is_as_thick_as_the_height_allows_and_all_alike(words, high):
    text = " ".join(words)
    small, large = modules(text), kufic(text, high)
    thick = high // small.shape[0]
    assert large.shape == (high, small.shape[1] * thick)
    top = (high - small.shape[0] * thick) // 2
    drawn = large[top : top + small.shape[0] * thick]
    assert np.array_equal(drawn[::thick, ::thick], small)
    assert np.array_equal(np.repeat(np.repeat(small, thick, 0), thick, 1), drawn)


@pytest.mark.parametrize("sign", [*LETTERS, *DIGITS])
def test_every_letter_and_digit_has_a_shape_alone_and_in_every_place(sign):
    for text in (sign, f"ب{sign}", f"{sign}ب", f"ب{sign}ب"):
        assert (modules(text) == Part.MAIN).any()


def test_no_two_letters_look_alike_in_the_same_place():
    for around in ("{}", "ل{}", "{}ل", "ل{}ل"):
        seen = {}
        for sign in LETTERS:
            if sign == "ـ":
                continue
            cells = kufic(around.format(sign) + " ا", ROWS)
            key = (cells.shape, cells.tobytes())
            assert key not in seen, (sign, seen[key], around)
            seen[key] = sign


def test_text_runs_from_right_to_left_and_numbers_from_left_to_right():
    both = modules("اد")
    assert np.array_equal(both[:, -1:], np.full((9, 1), Part.MAIN, dtype=np.uint8))
    number = modules("١٣")
    assert np.array_equal(number[:, :1] > 0, np.ones((5, 1), dtype=bool))
    assert np.array_equal(modules("12"), modules("١٢"))
    assert np.array_equal(modules("۱۲"), modules("١٢"))


def test_vowel_signs_are_left_out_and_presentation_forms_read():
    assert np.array_equal(modules("سَلَامٌ"), modules("سلام"))
    assert np.array_equal(modules("\ufefb"), modules("لا"))


@pytest.mark.parametrize(
    ("text", "high", "refusal"),
    [("carpet", 20, "letter_without_shape"), ("پ", 20, "letter_without_shape"), (" \n", 20, "text_empty")],
)
def test_what_has_no_shape_is_refused(text, high, refusal):
    with pytest.raises(NotPossible, match=refusal):
        kufic(text, high)


def test_too_low_a_band_is_refused_with_the_least_height():
    with pytest.raises(NotPossible, match="kufic_too_low") as refusal:
        kufic("حلب", 5)
    assert kufic("حلب", refusal.value.facts["least"]).shape[0] == refusal.value.facts["least"]


@given(WORDS, st.integers(0, 80))
def test_a_text_drawn_out_fills_the_width_and_its_strokes_stay_even(words, more):
    text = " ".join(words)
    small = modules(text)
    cells = kufic(text, small.shape[0], small.shape[1] + more)
    assert cells.shape == (small.shape[0], small.shape[1] + more)
    assert strokes_apart(cells) == strokes_apart(small)
    solid = (cells > 0)[1:, 1:] & (cells > 0)[:-1, 1:] & (cells > 0)[1:, :-1] & (cells > 0)[:-1, :-1]
    assert not solid.any()
    assert (cells == Part.ACCENT).sum() == (small == Part.ACCENT).sum()


def test_only_joints_are_drawn_out():
    drawn = kufic("سلام", 13, 60)
    small = kufic("سلام", 13)
    rows = (drawn != 0).sum(axis=1) - (small != 0).sum(axis=1)
    assert (rows != 0).sum() == 1


def test_too_narrow_a_band_is_refused_with_the_least_width():
    with pytest.raises(NotPossible, match="kufic_too_narrow") as refusal:
        kufic("حلب", 13, 5)
    assert kufic("حلب", 13, refusal.value.facts["least"]).shape[1] == refusal.value.facts["least"]
