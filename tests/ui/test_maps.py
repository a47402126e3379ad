"""The tile map: each governorate in its place, round steps, a legend that covers every value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.ui.maps import PLACES, round_steps, tile_map
from nawl.ui.parts import Tile

VALUES = [2850, 3900, 4400, 7850, 9700, 13600, 14950, 16800, 22300, 27450, 31200]


def test_fourteen_governorates_have_fourteen_places():
    assert len(PLACES) == len(set(PLACES.values())) == 14


def test_neighbours_stay_neighbours():
    west_to_east = ["SY06", "SY05"]  # Lattakia, Hama
    assert PLACES[west_to_east[0]][0] == PLACES[west_to_east[1]][0]
    assert PLACES["SY07"] < PLACES["SY02"] < PLACES["SY11"] < PLACES["SY08"]  # Idleb, Aleppo, Raqqa, Hasakeh
    assert PLACES["SY10"][0] > PLACES["SY06"][0]  # Tartous lies south of Lattakia


def test_steps_are_round_and_part_the_values_evenly():
    assert round_steps(VALUES) == (4_000, 10_000, 15_000, 20_000)


@pytest.mark.parametrize("values", [[], [0], [1, 2, 3], [0, 0, 0]])
def test_few_small_values_have_the_steps_one_to_four(values):
    assert round_steps(values) == (1, 2, 3, 4)


@given(st.lists(st.integers(0, 10**9), max_size=14))
def test_steps_always_rise(values):
    steps = round_steps(values)
    assert len(steps) == 4
    assert list(steps) == sorted(set(steps))
    assert steps[0] >= 1


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=14))
def test_every_value_lies_in_exactly_one_line_of_the_legend(values):
    tiles = [Tile(code, code, value) for code, value in zip(PLACES, values, strict=False)]
    drawn = tile_map(tiles)
    for placed in drawn.tiles:
        fitting = [
            key.step
            for key in drawn.keys
            if (key.low is None or placed.tile.value >= key.low)
            and (placed.tile.value < key.high if key.low is None else key.high is None or placed.tile.value <= key.high)
        ]
        assert fitting == [placed.step]


def test_no_facilities_are_not_nought():
    empty, nought = tile_map([Tile("SY07", "Idleb"), Tile("SY02", "Aleppo", 0)], (1, 2, 3, 4)).tiles
    assert (empty.step, nought.step) == (0, 1)


def test_an_unknown_code_has_no_tile():
    assert tile_map([Tile("XX99", "nowhere", 3)]).tiles == ()
