"""Signs: whole outlines, told apart in a knot's cell, one to a yarn."""

import re
from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from nawl.weaving.signs import EM, PLAIN, SIGNS, sign_of, with_signs
from nawl.weaving.yarns import MOST_YARNS, Yarn

NUMBER = re.compile(r"-?\d+")


def contours(path):
    """Polygons of an outline; each curve as eight straight parts."""
    found = []
    for text in path.split("Z")[:-1]:
        points = []
        for letter, numbers in re.findall(r"([MLQ])([^MLQ]*)", text):
            values = [int(n) for n in NUMBER.findall(numbers)]
            if letter == "Q":
                (x, y), (a, b, c, d) = points[-1], values
                steps = [n / 8 for n in range(1, 9)]
                points += [
                    (
                        (1 - t) ** 2 * x + 2 * t * (1 - t) * a + t * t * c,
                        (1 - t) ** 2 * y + 2 * t * (1 - t) * b + t * t * d,
                    )
                    for t in steps
                ]
            else:
                points.append(tuple(values))
        found.append(points)
    return found


def area(points):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*points, points[0]])) / 2


def painted(path, size=60):
    """Rasters by both fill rules, over the contours drawn one by one."""
    odd, wound = np.zeros((size, size), int), np.zeros((size, size), int)
    for points in contours(path):
        mask = Image.new("1", (size, size))
        ImageDraw.Draw(mask).polygon([(x * size / EM, y * size / EM) for x, y in points], fill=1)
        inside = np.asarray(mask).astype(int)
        odd += inside
        wound += inside * (1 if area(points) > 0 else -1)
    return odd % 2 == 1, wound != 0


def yarn(code, symbol=""):
    return Yarn(code=code, name_ar=code, name_en=code, srgb=(10, 20, 30), symbol=symbol)


def test_there_are_signs_for_the_richest_chart():
    assert PLAIN >= 60
    assert len(SIGNS) >= MOST_YARNS


@pytest.mark.parametrize("facet", ["code", "name_ar", "name_en", "glyph", "path"])
def test_no_two_signs_share(facet):
    assert len({getattr(sign, facet) for sign in SIGNS}) == len(SIGNS)


@pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: sign.code)
def test_an_outline_stays_in_its_square_and_fills_alike_by_both_rules(sign):
    assert re.fullmatch(r"(M-?\d+ -?\d+([LQ](-?\d+ ?)+)+Z)+", sign.path)
    numbers = [int(n) for n in NUMBER.findall(sign.path)]
    assert min(numbers) >= 0
    assert max(numbers) <= EM
    odd, wound = painted(sign.path)
    assert (odd == wound).all()
    assert 0.02 < odd.mean() < 0.75


def test_plain_signs_differ_in_a_cell_of_twelve_dots():
    small = {sign.code: painted(sign.path, 60)[0].reshape(12, 5, 12, 5).mean(axis=(1, 3)) for sign in SIGNS[:PLAIN]}
    nearest = min((np.abs(small[a] - small[b]).sum(), a, b) for a, b in combinations(small, 2))
    assert nearest[0] > 6, nearest


def test_a_sign_is_found_by_its_code_and_a_strange_one_is_none():
    assert sign_of("disc") is SIGNS[0]
    assert sign_of("smile") is None


def test_yarns_keep_their_signs_and_the_others_take_free_ones_in_order():
    signed = with_signs([yarn("a"), yarn("b", "disc"), yarn("c", "disc"), yarn("d", "none such")])
    assert [one.symbol for one in signed] == ["cross", "disc", "triangle_up", "frame"]


@given(st.lists(st.sampled_from(["", "disc", "ring", "x", "square_boxed"]), max_size=MOST_YARNS))
def test_every_yarn_gets_a_sign_of_its_own(symbols):
    signed = with_signs([yarn(str(n), symbol) for n, symbol in enumerate(symbols)])
    assert len({one.symbol for one in signed}) == len(symbols)
    assert all(sign_of(one.symbol) for one in signed)
    assert with_signs(signed) == signed
