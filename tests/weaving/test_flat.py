"""Slits of a flat weave are found with place and length, and broken by steps where there is room for one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from nawl.kit.errors import NotPossible
from nawl.weaving.flat import Slit, longest_slit, slits, stepped
from nawl.weaving.frame import Symmetry
from nawl.weaving.symmetric import broken, impose
from tests.weaving.pictures.made import chart, rows_of

CELLS = st.sampled_from([0, 0, 1, 2, 255])
GRIDS = arrays.arrays(np.uint8, st.tuples(st.integers(1, 16), st.integers(1, 12)), elements=CELLS)


def walked(knots: np.ndarray) -> int:
    """The longest slit, by walking down every border."""
    longest = 0
    for x in range(1, knots.shape[1]):
        length = 0
        for left, right in zip(knots[:, x - 1], knots[:, x], strict=True):
            length = length + 1 if left != right and 255 not in (left, right) else 0
            longest = max(longest, length)
    return longest


@given(GRIDS)
def test_the_longest_slit_is_what_walking_finds(knots):
    assert longest_slit(chart(knots)) == walked(knots)


def test_a_slit_is_told_with_its_place_and_its_rows_on_paper():
    rows = ["000111", "000111", "000111", "000000", "022222"]
    found = slits(chart(rows), 2)
    assert found == (Slit(length=3, column=3, top=0, remedy="step"),)
    assert found[0].rows_on_paper(5) == (3, 5)


def test_slits_come_longest_first_and_short_ones_not_at_all():
    knots = np.zeros((20, 12), np.uint8)
    knots[2:9, 3:9] = 1
    knots[12:17, 3:9] = 2
    assert [(one.column, one.top, one.length) for one in slits(chart(knots), 4)] == [
        (3, 2, 7),
        (9, 2, 7),
        (3, 12, 5),
        (9, 12, 5),
    ]
    assert len(slits(chart(knots), 5)) == 2
    assert slits(chart(knots), 7) == ()


def test_a_border_to_what_is_not_drawn_yet_is_no_slit():
    assert longest_slit(chart(["0.", "0.", "0."])) == 0


def test_a_narrow_stripe_is_to_be_interlocked_and_stays():
    rows = ["0000100000"] * 9
    assert {one.remedy for one in slits(chart(rows), 3)} == {"step"}
    narrow = ["0101010101"] * 9
    assert {one.remedy for one in slits(chart(narrow), 3)} == {"interlock"}
    assert rows_of(stepped(chart(narrow), 3)) == narrow


@pytest.mark.parametrize("most", [1, 2, 3, 5, 8, 40])
def test_a_straight_border_is_broken_by_steps_of_one_cell(most):
    design = chart(["0000011111"] * 41)
    after = stepped(design, most)
    assert longest_slit(after) <= most
    edges = (after.knots == 1).argmax(axis=1)
    assert set(edges.tolist()) <= {4, 5, 6}
    assert np.abs(np.diff(edges)).max() <= 1


@given(GRIDS, st.integers(1, 6))
@settings(max_examples=80)
def test_stepping_changes_only_cells_beside_slits_and_brings_no_new_yarn(knots, most):
    after = stepped(chart(knots), most).knots
    assert set(np.unique(after)) <= set(np.unique(knots))
    assert np.array_equal(after == 255, knots == 255)
    if not slits(chart(knots), most):
        assert np.array_equal(after, knots)


@given(
    arrays.arrays(np.uint8, st.tuples(st.integers(1, 5), st.integers(1, 5)), elements=st.integers(0, 3)),
    st.integers(1, 4),
    st.sampled_from(list(Symmetry)),
)
@settings(max_examples=120)
def test_a_symmetric_design_stays_symmetric(blocks, most, symmetry):
    knots = impose(blocks.repeat(4, axis=0).repeat(4, axis=1), symmetry)
    assert broken(stepped(chart(knots, symmetry), most).knots, symmetry) == 0


def test_a_field_of_medallions_is_made_weavable():
    y, x = np.mgrid[:120, :90]
    knots = np.where((np.abs(x % 30 - 15) < 9) & (np.abs(y % 40 - 20) < 14), 1 + (x // 30 + y // 40) % 3, 0)
    design = chart(knots)
    assert longest_slit(design) == 27
    assert longest_slit(stepped(design, 6)) <= 6


@pytest.mark.parametrize("ask", [slits, stepped])
@pytest.mark.parametrize("most", [0, -3])
def test_a_limit_below_one_row_is_refused(ask, most):
    with pytest.raises(NotPossible) as refusal:
        ask(chart(["01"]), most)
    assert refusal.value.code == "slit_unfit"
