"""A knot's colour is the mean of the light on its area, whatever the proportions."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from nawl.weaving.colour import linear, srgb
from nawl.weaving.pictures import sampling
from nawl.weaving.pictures.reading import Picture
from nawl.weaving.pictures.sampling import fitting_box, sample
from tests.weaving.pictures.made import shown
from tests.weaving.pictures.ten import picture

SIDES = st.integers(1, 40)
PIXELS = st.tuples(SIDES, SIDES).flatmap(lambda shape: arrays.arrays(np.uint8, (*shape, 3)))


def area_means(pixels: np.ndarray, wide: int, high: int) -> np.ndarray:
    """The same by plain overlaps, one knot after the other."""
    light = linear(pixels)
    rows, columns = light.shape[:2]
    made = np.empty((high, wide, 3))
    for j in range(high):
        down = [max(0.0, min((j + 1) * rows / high, y + 1) - max(j * rows / high, y)) for y in range(rows)]
        for i in range(wide):
            across = [
                max(0.0, min((i + 1) * columns / wide, x + 1) - max(i * columns / wide, x)) for x in range(columns)
            ]
            weights = np.outer(down, across)
            made[j, i] = (light * weights[..., None]).sum(axis=(0, 1)) / weights.sum()
    return made


@given(PIXELS, st.data())
def test_shrinking_gives_each_knot_the_mean_light_of_its_area(pixels, data):
    wide, high = (data.draw(st.integers(1, side)) for side in (pixels.shape[1], pixels.shape[0]))
    got = sample(shown(pixels), wide, high).colours
    assert np.abs(got.astype(int) - srgb(area_means(pixels, wide, high)).astype(int)).max() <= 1


@given(PIXELS, SIDES, SIDES)
def test_whatever_the_size_there_is_one_colour_a_knot_within_the_range_of_the_picture(pixels, wide, high):
    got = sample(shown(pixels), wide, high)
    assert got.colours.shape == (high, wide, 3)
    assert got.empty is None
    assert (got.colours.min(axis=(0, 1)) >= pixels.min(axis=(0, 1))).all()
    assert (got.colours.max(axis=(0, 1)) <= pixels.max(axis=(0, 1))).all()


def test_black_and_white_mix_as_light_not_as_numbers():
    mixed = sample(shown([[[0, 0, 0], [255, 255, 255]]]), 1, 1).colours
    assert mixed.tolist() == [[[188, 188, 188]]]


@given(PIXELS)
def test_a_picture_of_the_grids_own_size_keeps_its_pixels(pixels):
    assert np.array_equal(sample(shown(pixels), pixels.shape[1], pixels.shape[0]).colours, pixels)


@given(arrays.arrays(np.uint8, (4, 3), elements=st.integers(0, 3)), st.integers(1, 5), st.integers(1, 5))
def test_a_small_drawing_is_enlarged_by_whole_pixels(indices, across, down):
    colours = np.array([[0, 0, 0], [200, 30, 30], [30, 30, 160], [240, 230, 210]], np.uint8)[indices]
    got = sample(shown(colours), 3 * across, 4 * down).colours
    assert np.array_equal(got, colours.repeat(down, axis=0).repeat(across, axis=1))


def test_a_small_photograph_is_enlarged_smoothly():
    got = sample(shown(picture("portrait", 30, 40)), 90, 120).colours.astype(int)
    assert np.abs(np.diff(got, axis=0)).max() < 100
    assert len(np.unique(got.reshape(-1, 3), axis=0)) > 1000


def test_a_knot_less_than_half_covered_is_empty_and_clear_pixels_lend_no_colour():
    pixels = np.zeros((2, 4, 3), np.uint8)
    pixels[:, :2] = (200, 10, 10)
    pixels[:, 2:] = (10, 200, 10)
    cover = np.array([[255, 0, 255, 255], [255, 0, 255, 255]], np.uint8)
    pixels[:, 1] = (0, 0, 255)
    got = sample(shown(pixels, cover), 2, 1)
    assert got.colours.tolist() == [[[200, 10, 10], [10, 200, 10]]]
    assert got.empty is None
    cover[0, 0] = 100
    assert sample(shown(pixels, cover), 2, 1).empty.tolist() == [[True, False]]


@pytest.mark.parametrize("name", ["landscape", "noise", "calligraphy"])
def test_the_bytes_do_not_depend_on_how_many_work_at_it(name, monkeypatch):
    shot = shown(picture(name, 200, 150))
    whole = sample(shot, 77, 133).colours.tobytes()
    for threads in (1, 5):
        monkeypatch.setattr(sampling, "THREADS", threads)
        assert sample(shot, 77, 133).colours.tobytes() == whole


@pytest.mark.parametrize(
    ("wide", "high", "proportion", "box"),
    [
        (400, 300, 4 / 3, (0, 0, 1, 1)),
        (400, 300, 2 / 3, (0.25, 0, 0.75, 1)),
        (300, 400, 1.5, (0, 0.25, 1, 0.75)),
    ],
)
def test_the_largest_middle_part_of_the_carpets_proportion_is_taken(wide, high, proportion, box):
    shot = Picture(np.zeros((high, wide, 3), np.uint8))
    assert fitting_box(shot, proportion) == pytest.approx(box)
