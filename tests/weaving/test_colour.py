"""Colour differences are those that were published; colour spaces come back to where they began."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.weaving.colour import ciede2000, lab, linear, oklab, srgb
from nawl.weaving.yarns import Yarn

SHARMA = """
50.0000 2.6772 -79.7751 50.0000 0.0000 -82.7485 2.0425
50.0000 3.1571 -77.2803 50.0000 0.0000 -82.7485 2.8615
50.0000 2.8361 -74.0200 50.0000 0.0000 -82.7485 3.4412
50.0000 -1.3802 -84.2814 50.0000 0.0000 -82.7485 1.0000
50.0000 -1.1848 -84.8006 50.0000 0.0000 -82.7485 1.0000
50.0000 -0.9009 -85.5211 50.0000 0.0000 -82.7485 1.0000
50.0000 0.0000 0.0000 50.0000 -1.0000 2.0000 2.3669
50.0000 -1.0000 2.0000 50.0000 0.0000 0.0000 2.3669
50.0000 2.4900 -0.0010 50.0000 -2.4900 0.0009 7.1792
50.0000 2.4900 -0.0010 50.0000 -2.4900 0.0010 7.1792
50.0000 2.4900 -0.0010 50.0000 -2.4900 0.0011 7.2195
50.0000 2.4900 -0.0010 50.0000 -2.4900 0.0012 7.2195
50.0000 -0.0010 2.4900 50.0000 0.0009 -2.4900 4.8045
50.0000 -0.0010 2.4900 50.0000 0.0010 -2.4900 4.8045
50.0000 -0.0010 2.4900 50.0000 0.0011 -2.4900 4.7461
50.0000 2.5000 0.0000 50.0000 0.0000 -2.5000 4.3065
50.0000 2.5000 0.0000 73.0000 25.0000 -18.0000 27.1492
50.0000 2.5000 0.0000 61.0000 -5.0000 29.0000 22.8977
50.0000 2.5000 0.0000 56.0000 -27.0000 -3.0000 31.9030
50.0000 2.5000 0.0000 58.0000 24.0000 15.0000 19.4535
50.0000 2.5000 0.0000 50.0000 3.1736 0.5854 1.0000
50.0000 2.5000 0.0000 50.0000 3.2972 0.0000 1.0000
50.0000 2.5000 0.0000 50.0000 1.8634 0.5757 1.0000
50.0000 2.5000 0.0000 50.0000 3.2592 0.3350 1.0000
60.2574 -34.0099 36.2677 60.4626 -34.1751 39.4387 1.2644
63.0109 -31.0961 -5.8663 62.8187 -29.7946 -4.0864 1.2630
61.2901 3.7196 -5.3901 61.4292 2.2480 -4.9620 1.8731
35.0831 -44.1164 3.7933 35.0232 -40.0716 1.5901 1.8645
22.7233 20.0904 -46.6940 23.0331 14.9730 -42.5619 2.0373
36.4612 47.8580 18.3852 36.2715 50.5065 21.2231 1.4146
90.8027 -2.0831 1.4410 91.1528 -1.6435 0.0447 1.4441
90.9257 -0.5406 -0.9208 88.6381 -0.8985 -0.7239 1.5381
6.7747 -0.2908 -2.4247 5.8714 -0.0985 -2.2286 0.6377
2.0776 0.0795 -1.1350 0.9033 -0.0636 -0.5514 0.9082
"""
"""The 34 pairs of Sharma, Wu and Dalal (2005), table 1: both colours in CIELAB and their difference."""

PAIRS = [[float(number) for number in line.split()] for line in SHARMA.split("\n") if line]
COLOURS = st.tuples(*[st.integers(0, 255)] * 3)


@pytest.mark.parametrize("pair", PAIRS, ids=range(1, len(PAIRS) + 1))
def test_the_published_differences_come_out_to_their_last_digit(pair):
    assert float(ciede2000(pair[:3], pair[3:6])) == pytest.approx(pair[6], abs=5e-5)
    assert float(ciede2000(pair[3:6], pair[:3])) == pytest.approx(pair[6], abs=5e-5)


def test_all_34_published_pairs_are_there():
    assert len(PAIRS) == 34


@pytest.mark.parametrize(
    ("colour", "expected"),
    [
        ((255, 255, 255), (100, 0, 0)),
        ((0, 0, 0), (0, 0, 0)),
        ((255, 0, 0), (53.2408, 80.0925, 67.2032)),
        ((0, 255, 0), (87.7347, -86.1827, 83.1793)),
        ((0, 0, 255), (32.2970, 79.1875, -107.8602)),
        ((119, 119, 119), (50.0344, 0, 0)),
    ],
)
def test_known_colours_have_their_cielab_under_daylight(colour, expected):
    assert np.allclose(lab(colour), expected, atol=0.02)


@pytest.mark.parametrize(
    ("colour", "expected"),
    [
        ((255, 255, 255), (1, 0, 0)),
        ((255, 0, 0), (0.62796, 0.22486, 0.12585)),
        ((0, 255, 0), (0.86644, -0.23389, 0.17950)),
        ((0, 0, 255), (0.45201, -0.03246, -0.31153)),
    ],
)
def test_known_colours_have_their_oklab(colour, expected):
    assert np.allclose(oklab(colour), expected, atol=2e-4)


def test_every_level_comes_back_from_linear_light():
    levels = np.arange(256, dtype=np.uint8)
    assert np.array_equal(srgb(linear(levels)), levels)


def test_light_beyond_the_range_is_clipped():
    assert srgb([-0.5, 0.0, 1.0, 7.0]).tolist() == [0, 0, 255, 255]


@given(COLOURS, COLOURS)
def test_a_difference_is_the_same_both_ways_and_nought_only_for_the_same_colour(one, other):
    first, second = lab(one), lab(other)
    assert float(ciede2000(first, second)) == pytest.approx(float(ciede2000(second, first)), abs=1e-9)
    assert (float(ciede2000(first, second)) < 1e-6) == (one == other)


@given(st.integers(0, 255))
def test_grey_has_no_chroma_in_either_space(level):
    assert np.abs(lab((level, level, level))[1:]).max() < 1e-3
    assert np.abs(oklab((level, level, level))[1:]).max() < 1e-3


@given(st.lists(COLOURS, min_size=1, max_size=9))
def test_the_same_sums_come_out_on_every_machine(colours):
    """Another route: plain numbers in the order of the page; a library's matrix product ends in other last digits."""
    for colour, got in zip(colours, lab(colours), strict=True):
        light = [float(part) for part in linear(colour)]
        rows = [light[0] * row[0] + light[1] * row[1] + light[2] * row[2] for row in XYZ]
        fs = [float(np.cbrt(x)) if x > 216 / 24389 else (24389 / 27 * x + 16) / 116 for x in map(shared, rows, XYZ)]
        assert got.tolist() == [116 * fs[1] - 16, 500 * (fs[0] - fs[1]), 200 * (fs[1] - fs[2])]


XYZ = (
    (0.4123907993, 0.3575843394, 0.1804807884),
    (0.2126390059, 0.7151686788, 0.0721923154),
    (0.0193308187, 0.1191947798, 0.9505321522),
)


def shared(value, row):
    return value / (row[0] + row[1] + row[2])


def test_a_yarn_without_a_measured_colour_has_one_to_four_places():
    assert Yarn("M3", "أحمر", "Red", (154, 46, 43)).lab == (35.9835, 44.5601, 27.613)
    assert Yarn("M3", "أحمر", "Red", (154, 46, 43), lab=(36.123456, 1.0, 2.0)).lab == (36.123456, 1.0, 2.0)
