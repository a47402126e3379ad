"""Runs: every knot is spoken once, from the side that was asked for."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.kit.errors import NotPossible
from nawl.weaving.telling.runs import Side, is_mirrored, row_runs, runs_of, spoken_rows
from nawl.weaving.yarns import UNSET
from tests.factories.charts import chart_of, make_chart

CHART = chart_of("aabbb  abccc  aaaa.")


def woven(rows):
    return [[yarn for count, yarn in row for _ in range(count)] for row in rows]


def middle_out(row):
    """Weave a row as it is told from the middle: the first run whole, then each other one on both sides."""
    (count, yarn), *others = row
    knots = [yarn] * count
    for count, yarn in others:
        knots = [yarn] * count + knots + [yarn] * count
    return knots


def test_the_lowest_row_is_spoken_first_and_from_the_right():
    assert spoken_rows(CHART) == [[(1, UNSET), (4, 0)], [(3, 2), (1, 1), (1, 0)], [(3, 1), (2, 0)]]
    assert spoken_rows(CHART, Side.LEFT)[0] == [(4, 0), (1, UNSET)]


@pytest.mark.parametrize(
    ("drawn", "spoken"),
    [
        ("abba", [(2, 1), (1, 0)]),
        ("abcba", [(1, 2), (1, 1), (1, 0)]),
        ("abcccba", [(3, 2), (1, 1), (1, 0)]),
        ("bbb", [(3, 1)]),
        ("a", [(1, 0)]),
    ],
)
def test_from_the_middle_the_middle_run_is_counted_whole_and_the_others_for_each_side(drawn, spoken):
    assert spoken_rows(chart_of(drawn), Side.CENTRE) == [spoken]
    assert row_runs(chart_of(drawn), 1, Side.CENTRE) == spoken
    assert spoken[0][0] + 2 * sum(count for count, _ in spoken[1:]) == len(drawn)


def test_what_does_not_mirror_itself_is_not_spoken_from_the_middle():
    with pytest.raises(NotPossible) as refused:
        spoken_rows(chart_of("abb abc aba"), Side.CENTRE)
    assert (refused.value.code, refused.value.facts["row"]) == ("chart_not_mirrored", 2)
    assert row_runs(chart_of("abb abc aba"), 1, Side.CENTRE) == [(1, 1), (1, 0)]
    with pytest.raises(NotPossible) as refused:
        row_runs(chart_of("abb abc aba"), 3, Side.CENTRE)
    assert refused.value.facts["row"] == 3


def test_a_side_may_be_a_plain_word():
    assert spoken_rows(CHART, "left") == spoken_rows(CHART, Side.LEFT)
    assert spoken_rows(CHART, "right") == spoken_rows(CHART)


def test_a_row_that_is_not_there_is_refused():
    for number in (0, 4):
        with pytest.raises(NotPossible, match="row_unknown"):
            row_runs(CHART, number)


@given(st.integers(1, 30), st.integers(1, 12), st.integers(1, 5), st.integers(0, 10**6), st.booleans())
def test_the_rows_of_a_chart_give_the_chart_back(wide, high, colours, seed, unset):
    chart = make_chart(wide, high, colours, seed=seed, unset=unset)
    for side, mirror in ((Side.LEFT, 1), (Side.RIGHT, -1)):
        rows = spoken_rows(chart, side)
        assert (np.array(woven(rows))[::-1, ::mirror] == chart.knots).all()
        assert all(a[1] != b[1] for row in rows for a, b in pairwise(row))
        assert [row_runs(chart, n + 1, side) for n in range(high)] == rows


@given(st.integers(1, 15), st.integers(1, 8), st.booleans(), st.integers(0, 10**6))
def test_a_mirrored_chart_is_told_whole_from_its_middle(half, high, is_odd, seed):
    left = make_chart(half, high, 3, seed=seed).knots
    knots = np.hstack([left, left[:, ::-1][:, 1 if is_odd else 0 :]])
    chart = chart_of(" ".join("".join(chr(97 + n) for n in row) for row in knots.tolist()))
    assert is_mirrored(chart)
    rows = [middle_out(row) for row in spoken_rows(chart, Side.CENTRE)][::-1]
    assert rows == knots.tolist()


def test_from_the_middle_the_places_of_runs_are_those_of_one_half():
    runs = runs_of(chart_of("abcccba"), Side.CENTRE)
    assert (runs.starts.tolist(), runs.ends.tolist(), runs.counts.tolist()) == ([0, 2, 3], [2, 3, 4], [3, 1, 1])


def test_the_places_of_runs_follow_each_other():
    runs = runs_of(make_chart(40, 30))
    for number in range(1, 31):
        its = runs.of_row(number)
        assert runs.starts[its].tolist() == [0, *runs.counts[its].cumsum()[:-1].tolist()]
        assert runs.counts[its].sum() == 40
