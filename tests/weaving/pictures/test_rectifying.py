"""An old carpet photographed aslant lies flat again, and its repeat becomes cells of a few colours."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from nawl.kit.errors import NotPossible
from nawl.ui.sentences import sentence
from nawl.weaving.pictures.reading import Picture
from nawl.weaving.pictures.rectifying import rectified, sketch
from tests.weaving.pictures.made import shown

DYES = np.array([[242, 232, 213], [154, 46, 43], [31, 59, 92], [201, 138, 30]], np.uint8)
MOTIF = np.array(
    [
        [0, 0, 0, 0, 0, 0, 0, 0],
        [0, 0, 1, 1, 1, 1, 0, 0],
        [0, 1, 1, 2, 2, 1, 1, 0],
        [0, 1, 2, 3, 3, 2, 1, 0],
        [0, 1, 2, 3, 3, 2, 1, 0],
        [0, 0, 1, 2, 2, 1, 0, 0],
        [0, 0, 0, 1, 1, 0, 0, 0],
        [0, 0, 0, 0, 0, 0, 0, 0],
    ],
    np.uint8,
)
CORNERS = ((0.15, 0.1), (0.9, 0.2), (0.8, 0.95), (0.05, 0.75))


def aslant(noise: float = 6) -> Picture:
    """A photograph of the motif, sixty pixels a cell, seen from the side, on a dark floor, not quite still."""
    flat = DYES[MOTIF].repeat(60, axis=0).repeat(60, axis=1)
    side = flat.shape[0]
    rows, sources = [], []
    places = [(across * 640, down * 520) for across, down in CORNERS]
    for (x, y), (u, v) in zip(places, [(0, 0), (side, 0), (side, side), (0, side)], strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        sources += [u, v]
    turn = tuple(np.linalg.solve(np.array(rows, float), np.array(sources, float)))
    seen = Image.fromarray(flat).transform(
        (640, 520), Image.Transform.PERSPECTIVE, turn, Image.Resampling.BILINEAR, fillcolor=(40, 36, 30)
    )
    dice = np.random.default_rng(3)
    pixels = np.asarray(seen).astype(float) * 0.9 + dice.normal(0, noise, (520, 640, 3))
    return shown(np.clip(pixels, 0, 255))


def test_the_motif_of_a_slanted_photograph_is_found_cell_by_cell():
    found = sketch(rectified(aslant(), CORNERS), 8, 8, colours=4)
    assert len(found.colours) == 4
    assert found.cells[0, 0] == 0
    names = {
        int(cell): int(MOTIF[np.argwhere(found.cells == cell)[0][0], np.argwhere(found.cells == cell)[0][1]])
        for cell in np.unique(found.cells)
    }
    assert np.array_equal(np.vectorize(names.get)(found.cells), MOTIF)
    for cell, dye in names.items():
        assert np.abs(np.array(found.colours[cell]) - DYES[dye] * 0.9).max() < 12


def test_one_repeat_is_cut_out_of_a_carpet_that_was_laid_flat():
    laid = rectified(aslant(), CORNERS)
    half = sketch(laid.cropped((0, 0, 0.5, 1)), 4, 8, colours=4)
    whole = sketch(laid, 8, 8, colours=4)
    assert np.array_equal(half.cells, whole.cells[:, :4])


def test_a_flat_carpet_by_its_own_corners_is_as_it_was():
    shot = shown(DYES[MOTIF].repeat(9, axis=0).repeat(7, axis=1))
    laid = rectified(shot, ((0, 0), (1, 0), (1, 1), (0, 1)))
    assert np.array_equal(laid.pixels, shot.pixels)


def test_a_large_photograph_comes_out_at_most_2000_pixels_a_side():
    laid = rectified(Picture(np.zeros((3000, 100, 3), np.uint8)), ((0, 0), (1, 0), (1, 1), (0, 1)))
    assert laid.pixels.shape == (2000, 67, 3)


UNFIT = {
    "the wrong way round": ((0, 0), (0, 1), (1, 1), (1, 0)),
    "crossed": ((0, 0), (1, 1), (1, 0), (0, 1)),
    "a corner pushed in": ((0, 0), (1, 0), (0.2, 0.2), (0, 1)),
    "on one line": ((0, 0), (0.3, 0.3), (0.6, 0.6), (1, 1)),
    "all one": ((0.5, 0.5),) * 4,
    "three": ((0, 0), (1, 0), (1, 1)),
    "none": (),
    "no number": ((0, 0), (1, 0), (1, float("nan")), (0, 1)),
}


@pytest.mark.parametrize("name", UNFIT)
def test_corners_that_span_no_piece_are_refused(name):
    with pytest.raises(NotPossible) as refusal:
        rectified(shown(np.zeros((50, 50, 3))), UNFIT[name])
    assert refusal.value.code == "corners_unfit"
    assert sentence(refusal.value)


@pytest.mark.parametrize("colours", [1, 8])
def test_a_motif_has_two_to_seven_colours(colours):
    with pytest.raises(NotPossible) as refusal:
        sketch(shown(DYES[MOTIF]), 8, 8, colours)
    assert refusal.value.code == "colours_few_unfit"


@pytest.mark.parametrize(("wide", "high"), [(0, 5), (5, 0), (401, 5)])
def test_a_motif_has_cells_and_not_too_many(wide, high):
    with pytest.raises(NotPossible) as refusal:
        sketch(shown(DYES[MOTIF]), wide, high)
    assert refusal.value.code == "sketch_unfit"


def test_a_repeat_of_one_colour_has_one():
    found = sketch(shown(np.full((9, 9, 3), 90)), 3, 3, 4)
    assert found.colours == ((90, 90, 90),)
    assert not found.cells.any()
