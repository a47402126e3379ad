"""Bands are symmetric, seamless, each its own, and drawn knot by knot."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.weaving import kilim

NAMES = list(kilim.BANDS)
QUARTERS = st.integers(2, 9).flatmap(
    lambda width: st.lists(st.text("wkmi", min_size=width, max_size=width), min_size=2, max_size=6).map(tuple)
)


@pytest.mark.parametrize("name", NAMES)
def test_a_band_reads_alike_from_right_and_left_and_from_above_and_below(name):
    chart = kilim.band(name)
    assert chart == chart[::-1]
    for row in chart:
        assert row == row[0] + row[:0:-1]


@pytest.mark.parametrize("name", NAMES)
def test_a_band_is_24_knots_long_and_7_high(name):
    chart = kilim.band(name)
    assert len(chart) == 7
    assert {len(row) for row in chart} == {24}
    assert set("".join(chart)) <= set(kilim.DYES)


def test_there_is_a_band_for_the_programme_and_for_each_of_the_14_governorates():
    assert set(NAMES) == {"nawl", *(f"SY{n:02d}" for n in range(1, 15))}


def test_no_two_places_have_the_same_band():
    assert len({kilim.band(name) for name in NAMES}) == len(NAMES)


def test_an_unknown_place_has_the_band_of_the_programme():
    assert kilim.band("SY99") == kilim.band("nawl")


@given(QUARTERS)
def test_any_quarter_becomes_a_seamless_period(quarter):
    chart = kilim.mirrored(quarter)
    assert len(chart) == 2 * len(quarter) - 1
    assert {len(row) for row in chart} == {2 * len(quarter[0]) - 2}
    assert chart == chart[::-1]


@given(st.text("wkm", min_size=1, max_size=40))
def test_runs_put_together_are_the_row(row):
    assert "".join(dye * length for _start, length, dye in kilim.runs(row)) == row
    dyes = [dye for *_rest, dye in kilim.runs(row)]
    assert all(one != other for one, other in pairwise(dyes))


@pytest.mark.parametrize("name", NAMES)
def test_the_drawing_has_every_knot_of_the_chart(name):
    chart = kilim.band(name)
    drawing = ET.fromstring(kilim.svg(chart, knot=2, repeat=2))
    assert drawing.get("width") == "96"
    rect, *drawn = drawing
    letters = {colour: dye for dye, colour in kilim.DYES.items()}
    grid = [[letters[rect.get("fill")]] * 48 for _row in chart]
    for path in drawn:
        for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)", path.get("d")):
            grid[int(y)][int(x) : int(x) + int(length)] = letters[path.get("fill")] * int(length)
    assert tuple("".join(row) for row in grid) == tuple(row * 2 for row in chart)
