"""A chart is a grid that fills its frame, names its yarns and never changes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from nawl.kit.errors import NotPossible
from nawl.weaving.chart import Chart
from nawl.weaving.yarns import UNSET, Yarn
from tests.weaving.pictures.made import chart, frame, yarns

GRIDS = arrays.arrays(
    np.uint8, st.tuples(st.integers(1, 12), st.integers(1, 12)), elements=st.sampled_from([0, 1, 7, 255])
)


@given(GRIDS)
def test_the_knots_of_all_yarns_and_the_unset_ones_add_up_to_the_grid(knots):
    one = chart(knots)
    assert sum(one.counts) + one.unset == knots.size == one.frame.knots
    assert one.counts[7] == int((knots == 7).sum())


def test_row_one_is_the_lowest():
    one = chart(["000", "111", "222"])
    assert one.row(1).tolist() == [2, 2, 2]
    assert one.row(3).tolist() == [0, 0, 0]
    for number in (0, 4):
        with pytest.raises(NotPossible) as refusal:
            one.row(number)
        assert refusal.value.code == "row_unknown"


@pytest.mark.parametrize("shape", [(3, 2), (2, 2), (6,), (2, 3, 1)])
def test_a_grid_that_does_not_fill_its_frame_is_refused(shape):
    with pytest.raises(NotPossible) as refusal:
        Chart(frame(3, 2), yarns(), np.zeros(shape, np.uint8))
    assert refusal.value.code == "chart_shape_wrong"


@pytest.mark.parametrize("index", [8, 250, 254, 256, 100_000, -1])
def test_a_knot_that_names_no_yarn_is_refused(index):
    with pytest.raises(NotPossible) as refusal:
        Chart(frame(3, 1), yarns(), np.array([[0, index, UNSET]]))
    assert refusal.value.code == "chart_index_wrong"
    assert refusal.value.facts["index"] == index


def test_no_chart_has_more_than_250_yarns():
    many = tuple(Yarn(str(n), str(n), str(n), (n % 256, 0, 0)) for n in range(251))
    with pytest.raises(NotPossible) as refusal:
        Chart(frame(1, 1), many, np.zeros((1, 1), np.uint8))
    assert refusal.value.code == "colours_unfit"


def test_the_knots_of_a_chart_cannot_be_changed():
    mine = np.zeros((2, 2), np.uint8)
    one = Chart(frame(2, 2), yarns(), mine)
    with pytest.raises(ValueError, match="read-only"):
        one.knots[0, 0] = 1
    mine.flags.writeable = True


def test_a_fingerprint_changes_with_a_knot_a_yarn_and_the_size_and_with_nothing_else():
    one = chart(["0123", "3210"])
    assert one.fingerprint == chart(["0123", "3210"]).fingerprint
    others = [chart(["0123", "3211"]), chart(["01", "23", "32", "10"]), one.with_yarns(one.yarns[::-1])]
    assert len({one.fingerprint, *(other.fingerprint for other in others)}) == 4


def test_a_yarn_has_its_cielab_from_its_colour_or_as_measured():
    red = Yarn("R", "أحمر", "", (255, 0, 0))
    assert red.lab[0] == pytest.approx(53.24, abs=0.01)
    assert Yarn("R", "أحمر", "", (255, 0, 0), lab=(50.0, 60.0, 40.0)).lab == (50.0, 60.0, 40.0)
    assert red.hex == "#ff0000"
    assert (red.name("en"), red.name("ar")) == ("أحمر", "أحمر")


def test_another_colour_under_the_same_code_is_another_chart():
    first = chart(["0123", "3210"])
    other = first.with_yarns([replace(first.yarns[0], srgb=(1, 2, 3)), *first.yarns[1:]])
    assert other.fingerprint != first.fingerprint
