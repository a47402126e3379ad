"""Cleaning takes what cannot be woven and leaves what was drawn: lines live, symmetry stays, what is kept is kept."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from nawl.weaving.chart import Chart
from nawl.weaving.colour import ciede2000
from nawl.weaving.frame import Symmetry
from nawl.weaving.lone import isolated
from nawl.weaving.pictures.cleaning import calm_confetti, drop_islands, drop_isolated, drop_rare, nearness
from nawl.weaving.pictures.islands import find_islands
from nawl.weaving.symmetric import broken, impose
from tests.weaving.pictures.made import chart, rows_of, yarns

SIDES = st.integers(1, 14)
SHAPES = st.tuples(SIDES, SIDES)
KNOTS = st.sampled_from([0, 0, 0, 1, 2, 5, 255])
GRIDS = arrays.arrays(np.uint8, SHAPES, elements=KNOTS)
STEPS = {
    "isolated": drop_isolated,
    "islands": lambda one, keep=None: drop_islands(one, 4, keep),
    "confetti": lambda one, keep=None: calm_confetti(one, 4, keep),
    "rare": lambda one, keep=None: drop_rare(one, 9, keep),
}


def alone(knots: np.ndarray) -> np.ndarray:
    """Knots without an equal neighbour, looked at one by one."""
    high, wide = knots.shape
    found = np.ones(knots.shape, np.bool_)
    for y in range(high):
        for x in range(wide):
            for v in range(max(0, y - 1), min(high, y + 2)):
                for u in range(max(0, x - 1), min(wide, x + 2)):
                    if (v, u) != (y, x) and knots[v, u] == knots[y, x]:
                        found[y, x] = False
    return found


def flooded(knots: np.ndarray) -> np.ndarray:
    """The number of knots in each knot's island, by flooding."""
    high, wide = knots.shape
    sizes = np.zeros(knots.shape, int)
    for start in np.ndindex(knots.shape):
        if sizes[start]:
            continue
        island, edge = {start}, [start]
        while edge:
            y, x = edge.pop()
            for v in range(max(0, y - 1), min(high, y + 2)):
                for u in range(max(0, x - 1), min(wide, x + 2)):
                    if knots[v, u] == knots[start] and (v, u) not in island:
                        island.add((v, u))
                        edge.append((v, u))
        for place in island:
            sizes[place] = len(island)
    return sizes


@given(GRIDS)
def test_a_knot_is_isolated_without_an_equal_among_its_eight_neighbours(knots):
    assert np.array_equal(isolated(knots), alone(knots))


@given(GRIDS)
def test_islands_are_what_flooding_finds(knots):
    islands = find_islands(knots)
    sizes = islands.sizes[islands.of_run[islands.run_of]].reshape(knots.shape)
    assert np.array_equal(sizes, flooded(knots))
    assert int(islands.sizes.sum()) == knots.size
    assert np.array_equal(islands.colours[islands.of_run[islands.run_of]].reshape(knots.shape), knots)


def test_a_spiral_of_one_colour_is_one_island():
    knots = np.zeros((41, 41), np.uint8)
    for ring in range(0, 20, 2):
        knots[ring, ring : 41 - ring] = knots[40 - ring, ring : 41 - ring] = 1
        knots[ring : 41 - ring, ring] = knots[ring : 41 - ring, 40 - ring] = 1
        knots[ring + 1, ring] = 0
        knots[ring + 2, ring + 1] = 1
    islands = find_islands(knots)
    assert np.array_equal(islands.sizes[islands.of_run[islands.run_of]].reshape(knots.shape), flooded(knots))


@pytest.mark.parametrize("name", STEPS)
@given(knots=GRIDS, symmetry=st.sampled_from(list(Symmetry)))
@settings(max_examples=60)
def test_a_symmetric_design_stays_symmetric(name, knots, symmetry):
    design = chart(impose(knots, symmetry), symmetry)
    assert broken(STEPS[name](design).chart.knots, symmetry) == 0


@pytest.mark.parametrize("name", STEPS)
@given(knots=GRIDS, data=st.data())
@settings(max_examples=60)
def test_a_step_tells_what_it_changed_keeps_what_is_kept_and_brings_no_new_colour(name, knots, data):
    design = chart(knots)
    keep = data.draw(arrays.arrays(np.bool_, knots.shape))
    done = STEPS[name](design, keep)
    after = done.chart.knots
    assert done.changed == int((after != knots).sum())
    assert np.array_equal(after[keep], knots[keep])
    assert set(np.unique(after)) <= set(np.unique(knots))
    assert sum(done.chart.counts) + done.chart.unset == knots.size


def line(down: int, across: int, length: int) -> np.ndarray:
    """A ground of 0 with one line of 1, one knot wide, that runs one way."""
    knots = np.zeros((24, 24), np.uint8)
    y, x = 4, 12
    for step in range(length):
        knots[y + step * down, x + step * across] = 1
    return knots


@pytest.mark.parametrize("way", [(0, 1), (1, 0), (1, 1), (1, -1)])
@given(length=st.integers(2, 11), least=st.integers(1, 11))
@settings(max_examples=30)
def test_lines_of_one_knot_live_whichever_way_they_run(way, length, least):
    design = chart(line(*way, length))
    assert drop_isolated(design).changed == 0
    assert calm_confetti(design, min(least, length)).changed == 0
    assert drop_islands(design, min(least, length)).changed == 0
    assert drop_islands(design, length + 1).changed == length


@pytest.mark.parametrize("name", ["isolated", "islands", "confetti"])
def test_a_lattice_of_one_knot_diagonals_lives(name):
    y, x = np.mgrid[:30, :30]
    knots = np.where(((x + y) % 7 == 0) | ((x - y) % 7 == 0), 1, 0)
    assert STEPS[name](chart(knots)).changed == 0


def test_a_lone_knot_goes_to_the_colour_that_most_neighbours_have_edges_counting_twice():
    done = drop_isolated(chart(["1100", "1200", "1100"]))
    assert rows_of(done.chart) == ["1100", "1100", "1100"]
    assert done.changed == 1


@pytest.mark.parametrize(("one", "other"), [(4, 6), (6, 4), (1, 5), (0, 3)])
def test_of_equally_many_neighbours_the_nearer_colour_wins(one, other):
    rows = [f"{one}{other}{one}", f"{one}2{one}", f"{other}{other}{other}"]
    mine, *both = (np.array(yarns()[index].lab) for index in (2, one, other))
    nearer = one if ciede2000(mine, both[0]) < ciede2000(mine, both[1]) else other
    assert rows_of(drop_isolated(chart(rows)).chart)[1][1] == str(nearer)


def test_a_lone_knot_on_an_empty_ground_becomes_empty_and_a_hole_is_filled():
    assert rows_of(drop_isolated(chart(["...", ".3.", "..."])).chart) == ["...", "...", "..."]
    assert rows_of(drop_isolated(chart(["333", "3.3", "333"])).chart) == ["333", "333", "333"]


@pytest.mark.parametrize("rows", [["0"], ["01"], ["0", "1"], ["01", "23"]])
def test_the_smallest_grids_are_cleaned_too(rows):
    for step in STEPS.values():
        assert step(chart(rows)).chart.knots.shape == (len(rows), len(rows[0]))


@given(GRIDS, st.integers(2, 9))
def test_after_dropping_islands_those_that_could_go_are_gone(knots, least):
    after = drop_islands(chart(knots), least).chart.knots
    again = drop_islands(chart(after), least)
    left = find_islands(again.chart.knots)
    assert left.sizes.size == 1 or (left.sizes < least).sum() <= (find_islands(knots).sizes < least).sum()


def test_an_island_goes_to_the_colour_along_most_of_its_shore():
    rows = ["0000011", "0022011", "0022011", "0000011"]
    assert rows_of(drop_islands(chart(rows), 5).chart) == ["0000011"] * 4
    assert drop_islands(chart(rows), 4).changed == 0


def test_a_crowd_of_specks_takes_the_colour_that_prevails_and_the_rest_is_left():
    dice = np.random.default_rng(1)
    knots = np.zeros((30, 30), np.uint8)
    knots[:, :15] = dice.choice([1, 2, 3, 4, 5], (30, 15), p=[0.5, 0.2, 0.1, 0.1, 0.1])
    knots[14, 22] = 6
    before = find_islands(knots).sizes.size
    done = calm_confetti(chart(knots), 4)
    assert find_islands(done.chart.knots).sizes.size < before * 0.6
    assert done.chart.knots[14, 22] == 6
    assert np.array_equal(done.chart.knots[:, 18:], knots[:, 18:])


def test_a_yarn_with_few_knots_is_given_to_the_nearest_that_has_many():
    rows = ["2222", "3333", "2242"]
    done = drop_rare(chart(rows), 3)
    assert rows_of(done.chart) == ["2222", "3333", "2222"]
    assert drop_rare(chart(rows), 100).changed == 0


def test_the_yarns_are_ranked_by_how_near_they_look():
    ranks = nearness(yarns())
    assert (ranks[:8, :8].argmin(axis=1) == np.arange(8)).all()
    assert sorted(ranks[3, :8].tolist()) == list(range(8))
    assert (ranks[:8, 8:] == 255).all()


def test_noise_becomes_weavable():
    knots = np.random.default_rng(2).integers(0, 8, (200, 150), dtype=np.uint8)
    one: Chart = chart(knots)
    for step in (drop_isolated, STEPS["confetti"], lambda c: drop_islands(c, 8)):
        one = step(one).chart
    assert not isolated(one.knots).any()
    assert (find_islands(one.knots).sizes >= 8).all()
