"""Motifs are exactly symmetric at every size, crisp, and their outlines grow with them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.weaving.motifs import MOTIFS, Part, motif
from nawl.weaving.motifs.strokes import Field, curve, eroded, grown, layers, lozenge, petals, stroke, without_strays

EIGHTH = [one.code for one in MOTIFS if one.symmetry == "eighth"]
QUARTER = [one.code for one in MOTIFS if one.symmetry in {"eighth", "quarter"}]
UPRIGHT = [one.code for one in MOTIFS if one.symmetry in {"eighth", "quarter", "upright"}]
OTHERS = [one.code for one in MOTIFS if one.symmetry in {"turning", "none"}]
MORE = [(0, 0), (1, 0), (0, 1), (1, 1), (7, 4), (12, 13), (30, 18), (45, 46), (70, 83)]
"""How many knots wider and higher than the least; even and odd, square and stretched."""


def drawings(code):
    one = motif(code)
    return [one.draw(one.least[0] + wide, one.least[1] + high) for wide, high in MORE]


@pytest.mark.parametrize("code", UPRIGHT)
def test_left_is_the_mirror_of_right_at_every_size(code):
    for cells in drawings(code):
        assert np.array_equal(cells, cells[:, ::-1])


@pytest.mark.parametrize("code", QUARTER)
def test_above_is_the_mirror_of_below_at_every_size(code):
    for cells in drawings(code):
        assert np.array_equal(cells, cells[::-1])


@pytest.mark.parametrize("code", EIGHTH)
@pytest.mark.parametrize("side", [17, 18, 25, 40, 61, 62, 101, 150])
def test_a_star_in_a_square_is_alike_along_its_diagonals(code, side):
    cells = motif(code).draw(side, side)
    assert np.array_equal(cells, cells.T)


@pytest.mark.parametrize("side", [15, 16, 21, 22, 33, 34, 60, 61, 101])
def test_an_interlace_turns_into_itself_by_quarters_and_has_no_mirror(side):
    cells = motif("eightfold_interlace").draw(side, side)
    assert np.array_equal(cells, np.rot90(cells))
    assert not np.array_equal(cells, cells[:, ::-1])


@pytest.mark.parametrize("code", [one.code for one in MOTIFS if one.symmetry == "turning"])
def test_a_form_of_half_turns_reads_alike_upside_down(code):
    for cells in drawings(code):
        assert np.array_equal(cells, cells[::-1, ::-1])


@pytest.mark.parametrize("code", OTHERS)
def test_a_form_that_claims_no_mirror_has_none(code):
    one = motif(code)
    cells = one.draw(one.least[0] * 3, one.least[1] * 3)
    assert not np.array_equal(cells, cells[:, ::-1])


@pytest.mark.parametrize("code", sorted(set(UPRIGHT) - set(QUARTER)))
def test_a_form_that_stands_upright_is_not_alike_upside_down(code):
    one = motif(code)
    cells = one.draw(one.least[0] * 3, one.least[1] * 3)
    assert not np.array_equal(cells, cells[::-1])


def alone(cells):
    """Knots that have no neighbour of their own part on any of eight sides."""
    padded = np.pad(cells, 1, constant_values=255)
    high, wide = cells.shape
    ways = [(dy, dx) for dy in range(3) for dx in range(3) if (dy, dx) != (1, 1)]
    near = [padded[dy : dy + high, dx : dx + wide] == cells for dy, dx in ways]
    return int((~np.any(near, axis=0)).sum())


@pytest.mark.parametrize("one", [one for one in MOTIFS if one.code != "rope"], ids=lambda one: one.code)
@pytest.mark.parametrize("times", [1, 2, 3, 5, 8])
def test_hardly_a_knot_stands_alone(one, times):
    cells = one.draw(one.least[0] * times, one.least[1] * times)
    assert alone(cells) <= max(8, cells.size // 250)


@pytest.mark.parametrize("one", MOTIFS, ids=lambda one: one.code)
def test_a_drawing_fills_the_size_that_it_was_given(one):
    cells = one.draw(one.least[0] * 3, one.least[1] * 3) != Part.CLEAR
    used_wide, used_high = np.flatnonzero(cells.any(axis=0)), np.flatnonzero(cells.any(axis=1))
    assert used_wide[-1] - used_wide[0] + 1 >= 0.85 * cells.shape[1]
    assert used_high[-1] - used_high[0] + 1 >= 0.85 * cells.shape[0]


def test_outlines_are_one_knot_where_small_and_thicker_where_large():
    assert [Field(side, side).line for side in (11, 41, 81, 200)] == [1, 1, 2, 3]


@given(st.integers(1, 60), st.integers(1, 60), st.sampled_from(["none", "half", "quarter", "eighth"]))
def test_knots_that_mirror_each_other_have_the_same_place_on_a_folded_field(wide, high, fold):
    field = Field(wide, high, fold)
    if fold == "none":
        assert np.array_equal(field.x, -field.x[:, ::-1])
        assert np.array_equal(field.y, -field.y[::-1])
        return
    assert np.array_equal(field.x, field.x[:, ::-1])
    if fold != "half":
        assert np.array_equal(field.y, field.y[::-1])
        assert np.array_equal(field.steps[1], field.steps[1][::-1])


ENDS = st.tuples(st.floats(-0.95, 0.95), st.floats(-0.95, 0.95))


@given(ENDS, ENDS, st.integers(1, 5))
def test_a_line_is_never_broken(first, second, thick):
    mask = stroke(Field(41, 41), [first, second], thick)
    left = {(int(r), int(c)) for r, c in zip(*np.nonzero(mask), strict=True)}
    assert left
    edge = [left.pop()]
    while edge:
        r, c = edge.pop()
        near = {(r + dy, c + dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1)} & left
        left -= near
        edge.extend(near)
    assert not left


@given(st.integers(5, 40), st.integers(1, 4))
def test_what_is_taken_off_a_form_lies_within_it_and_what_is_added_about_it(side, knots):
    form = lozenge(Field(side, side, "quarter"), 0, 0, 0.8, 0.8)
    less, more = eroded(form, knots), grown(form, knots)
    assert not (less & ~form).any()
    assert not (form & ~more).any()
    assert np.array_equal(less, less[::-1])


def test_layers_lie_within_each_other_and_cover_the_form():
    field = Field(31, 31, "eighth")
    cells = field.blank()
    form = petals(field, 8, 1, 0.7)
    within = layers(cells, form, (Part.OUTLINE, 1), (Part.LIGHT, 2))
    assert np.array_equal(cells != Part.CLEAR, form)
    assert (cells[within] == Part.LIGHT).all()
    assert set(np.unique(cells[form])) == {Part.OUTLINE, Part.LIGHT}


def test_stray_knots_and_holes_of_one_knot_go():
    mask = np.zeros((7, 7), dtype=bool)
    mask[1:6, 1:6] = True
    mask[3, 3] = False
    mask[0, 0] = True
    tidy = without_strays(mask)
    assert tidy[3, 3]
    assert not tidy[0, 0]
    assert tidy[1:6, 1:6].all()


def test_a_smooth_line_runs_through_its_points():
    line = curve([(0, 0), (0.5, 1), (1, 0)])
    for point in ((0, 0), (0.5, 1), (1, 0)):
        assert any(np.allclose(point, at) for at in line)
