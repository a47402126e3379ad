"""Weavability against plain counting, knot by knot."""

from itertools import groupby, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.weaving.frame import Symmetry
from nawl.weaving.lone import lone_knots
from nawl.weaving.reckoning.weavability import weavability
from nawl.weaving.yarns import UNSET
from tests.factories.charts import chart_of, make_chart


def counted(knots, around):
    """Lone knots, counted one by one."""
    high, wide = knots.shape
    lone = 0
    for y, x in product(range(high), range(wide)):
        near = [(y + dy, x + dx) for dy, dx in around if 0 <= y + dy < high and 0 <= x + dx < wide]
        lone += all(knots[place] != knots[y, x] for place in near)
    return lone


FOUR = [(0, 1), (1, 0), (0, -1), (-1, 0)]
EIGHT = [(dy, dx) for dy, dx in product((-1, 0, 1), repeat=2) if (dy, dx) != (0, 0)]


@given(st.integers(1, 14), st.integers(1, 10), st.integers(1, 5), st.integers(0, 10**6))
def test_lone_knots_are_those_that_counting_finds(wide, high, colours, seed):
    knots = make_chart(wide, high, colours, seed=seed).knots
    assert lone_knots(knots) == (counted(knots, EIGHT), counted(knots, FOUR))


def test_a_knot_without_a_yarn_is_never_lone():
    assert lone_knots(chart_of("aaa a.a aab").knots) == (1, 1)


def test_a_diagonal_of_single_knots_is_not_lone_to_eight_neighbours():
    chart = chart_of("baaa abaa aaba aaab")
    assert lone_knots(chart.knots) == (0, 4)


@given(st.integers(1, 14), st.integers(1, 10), st.integers(1, 5), st.integers(0, 10**6), st.booleans())
def test_runs_changes_and_colours_are_those_that_counting_finds(wide, high, colours, seed, unset):
    chart = make_chart(wide, high, colours, seed=seed, unset=unset)
    found = weavability(chart)
    rows = chart.knots.tolist()
    runs = [len(list(run)) for row in rows for _, run in groupby(row)]
    changes = [len(list(groupby(row))) - 1 for row in rows]
    kinds = [len(set(row) - {UNSET}) for row in rows]
    assert found.mean_run == pytest.approx(sum(runs) / len(runs))
    assert (found.most_changes, found.mean_changes) == (max(changes), pytest.approx(sum(changes) / high))
    assert (found.most_colours, found.mean_colours) == (max(kinds), pytest.approx(sum(kinds) / high))


@pytest.mark.parametrize(
    ("symmetry", "errors"),
    [
        (Symmetry.NONE, 0),
        (Symmetry.LEFT_RIGHT, 2),
        (Symmetry.TOP_BOTTOM, 4),
        (Symmetry.QUARTER, 4),
        (Symmetry.POINT, 2),
    ],
)
def test_knots_that_break_the_symmetry_are_counted(symmetry, errors):
    chart = chart_of("abba aaaa abaa", symmetry=symmetry)
    expected = {
        Symmetry.NONE: 0,
        Symmetry.LEFT_RIGHT: sum(row[x] != row[-1 - x] for row in chart.knots for x in range(4)),
        Symmetry.TOP_BOTTOM: sum(chart.knots[y, x] != chart.knots[2 - y, x] for y in range(3) for x in range(4)),
        Symmetry.POINT: sum(chart.knots[y, x] != chart.knots[2 - y, 3 - x] for y in range(3) for x in range(4)),
    }
    found = weavability(chart).symmetry_errors
    assert found == expected.get(symmetry, found)
    assert (found == 0) is (symmetry is Symmetry.NONE)


def test_colours_with_few_knots_are_named_and_unused_ones_are_not():
    chart = chart_of("aaaabbbb aaaabbbd")
    assert weavability(chart, few=2).rare == (chart.yarns[3].code,)
    assert weavability(chart, few=1).rare == ()
