"""What is made symmetric is symmetric, and what breaks it is counted knot by knot."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from nawl.weaving.frame import Symmetry
from nawl.weaving.symmetric import broken, impose, made_symmetric, symmetry_errors
from tests.weaving.pictures.made import chart, rows_of

GRIDS = arrays.arrays(np.uint8, st.tuples(st.integers(1, 9), st.integers(1, 9)), elements=st.integers(0, 5))
SYMMETRIES = st.sampled_from(list(Symmetry))


@given(GRIDS, SYMMETRIES)
def test_what_is_made_symmetric_has_no_error_and_making_it_twice_changes_nothing(grid, symmetry):
    once = impose(grid, symmetry)
    assert broken(once, symmetry) == 0
    assert np.array_equal(impose(once, symmetry), once)


@given(GRIDS, SYMMETRIES)
def test_the_part_that_leads_is_left_as_it_was_drawn(grid, symmetry):
    high, wide = grid.shape
    down = (high + 1) // 2 if symmetry.mirrors_length else high
    across = (wide + 1) // 2 if symmetry.mirrors_width else wide
    if symmetry is Symmetry.POINT:
        down = high // 2
    assert np.array_equal(impose(grid, symmetry)[:down, :across], grid[:down, :across])


@given(GRIDS)
def test_the_mirror_of_the_mirror_is_the_design(grid):
    for flip in (lambda one: one[:, ::-1], lambda one: one[::-1], lambda one: one[::-1, ::-1]):
        assert np.array_equal(flip(flip(grid)), grid)
        for symmetry in Symmetry:
            assert broken(flip(impose(grid, symmetry)), symmetry) == 0


@pytest.mark.parametrize(
    ("symmetry", "rows"),
    [
        (Symmetry.NONE, ["0123", "4501", "2345"]),
        (Symmetry.LEFT_RIGHT, ["0110", "4554", "2332"]),
        (Symmetry.TOP_BOTTOM, ["0123", "4501", "0123"]),
        (Symmetry.QUARTER, ["0110", "4554", "0110"]),
        (Symmetry.POINT, ["0123", "4554", "3210"]),
    ],
)
def test_each_symmetry_is_made_as_it_is_named(symmetry, rows):
    design = chart(["0123", "4501", "2345"], symmetry)
    assert rows_of(made_symmetric(design)) == rows


@pytest.mark.parametrize(
    ("symmetry", "errors"),
    [(Symmetry.LEFT_RIGHT, 2), (Symmetry.TOP_BOTTOM, 2), (Symmetry.QUARTER, 3), (Symmetry.POINT, 2)],
)
def test_one_wrong_knot_is_an_error_with_each_of_its_partners(symmetry, errors):
    knots = np.zeros((5, 7), np.uint8)
    knots[0, 1] = 3
    assert symmetry_errors(chart(knots, symmetry)) == errors


def test_colours_and_masks_are_mirrored_like_knots():
    colours = np.arange(2 * 4 * 3, dtype=np.uint8).reshape(2, 4, 3)
    made = impose(colours, Symmetry.LEFT_RIGHT)
    assert np.array_equal(made, made[:, ::-1])
    assert broken(colours, Symmetry.LEFT_RIGHT) == 8
