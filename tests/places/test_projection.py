"""The map's projection: north is up, nothing falls off, nothing covers anything else."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.places.rules.projection import Box, Spot, even_steps, frame_of, gathered, settled

POINTS = st.lists(st.tuples(st.floats(32.3, 37.4), st.floats(35.6, 42.4)), min_size=1, max_size=40)


@given(POINTS, st.sampled_from([340, 640]))
def test_every_point_falls_within_its_frame(points: list[tuple[float, float]], width: int) -> None:
    frame = frame_of(points, width)
    assert frame.width == width
    assert frame.height <= 1.2 * width + 1
    for latitude, longitude in points:
        assert frame.holds(*frame.place(latitude, longitude))


def test_north_is_up_and_east_is_right() -> None:
    frame = frame_of([(33.5, 36.3), (36.2, 40.7)])
    damascus, hasakah = frame.place(33.5, 36.3), frame.place(36.2, 40.7)
    assert hasakah[0] > damascus[0]
    assert hasakah[1] < damascus[1]


@given(POINTS)
def test_clusters_hold_every_spot_once_and_never_cover_each_other(points: list[tuple[float, float]]) -> None:
    frame = frame_of(points)
    spots = [Spot(*frame.place(*point), number) for number, point in enumerate(points)]
    clusters = gathered(spots)
    assert sorted(spot.what for cluster in clusters for spot in cluster.spots) == list(range(len(points)))
    assert not any(one.covers(other) for one, other in combinations(clusters, 2))


def test_names_move_off_points_and_off_each_other() -> None:
    frame = frame_of([(33.5, 36.3), (36.2, 40.7)])
    taken = [Box(200, 200, 16, 16)]
    placed = settled(frame, [Spot(200, 200, "دمشق"), Spot(202, 201, "ريف دمشق")], taken)
    boxes = [Box(one.x, one.y, 6.6 * len(one.what), 17) for one in placed]
    assert not any(one.covers(other) for one, other in combinations([*taken, *boxes], 2))


@pytest.mark.parametrize(
    ("counts", "steps"),
    [([10, 1, 3], (3, 5, 7, 9)), ([], (2, 3, 4, 5)), ([1], (2, 3, 4, 5)), ([100], (21, 41, 61, 81))],
)
def test_steps_of_small_counts_are_even(counts: list[int], steps: tuple[int, ...]) -> None:
    assert even_steps(counts) == steps
