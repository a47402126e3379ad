"""Borders turn their corners: whole repeats, the same from both ends, four corners alike."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.kit.errors import NotPossible
from nawl.weaving.composing.borders import mirrored, pieces, repeats, turned, turns
from nawl.weaving.composing.drawing.units import UNITS
from nawl.weaving.composing.fields import repeat
from nawl.weaving.composing.patterns.geometric import LEVEL

LENGTHS = st.integers(1, 900)


@given(LENGTHS, st.floats(2, 90), st.booleans())
def test_a_side_is_parted_into_whole_repeats_that_read_the_same_from_both_ends(
    length: int, unit: float, odd: bool
) -> None:
    sizes = repeats(length, unit, odd)
    assert sum(sizes) == length
    assert sizes == sizes[::-1]
    assert max(sizes) - min(sizes) <= 2
    assert len(sizes) % 2 == 1 or not (odd or length % 2)


def test_repeats_count_from_the_middle() -> None:
    assert turns(5) == [2, 1, 0, 1, 2]
    assert turns(4) == [1, 0, 0, 1]


@given(
    st.sampled_from(sorted(UNITS)),
    st.integers(60, 240),
    st.integers(60, 240),
    st.integers(4, 22),
    st.sampled_from([1.0, 1.11, 1.25]),
)
def test_every_knot_of_a_border_belongs_to_one_whole_repeat_or_corner(
    code: str, wide: int, high: int, thick: int, cell: float
) -> None:
    down = round(thick * cell)
    owners = np.zeros(((high + 1) // 2, (wide + 1) // 2), int)
    for piece in pieces(UNITS[code], wide, high, (thick, down)):
        rows, columns = piece.cells.shape
        owners[piece.y : piece.y + rows, piece.x : piece.x + columns] += 1
        assert piece.x + columns <= wide - thick or piece.is_corner
        assert piece.y + rows <= high - down or piece.is_corner
    assert (owners[:down] == 1).all()
    assert (owners[:, :thick] == 1).all()
    assert (owners[down:, thick:] == 0).all()


@pytest.mark.parametrize("code", sorted(UNITS))
@pytest.mark.parametrize("thick", [(14, 14), (18, 20), (40, 44)])
def test_a_border_mirrors_itself_both_ways_and_leaves_its_middle_clear(code: str, thick: tuple[int, int]) -> None:
    band = turned(UNITS[code], 301, 260, thick)
    assert band.shape == (260, 301)
    assert (band == band[:, ::-1]).all()
    assert (band == band[::-1]).all()
    assert not band[thick[1] : -thick[1], thick[0] : -thick[0]].any()
    assert band[: thick[1]].any()


@pytest.mark.parametrize("code", sorted(UNITS))
def test_each_repeat_mirrors_itself(code: str) -> None:
    for turn in (0, 1):
        cells = UNITS[code].side(37, 24, turn)
        assert cells.shape == (24, 37)
        assert (cells == cells[:, ::-1]).all()


def test_with_square_knots_the_corner_mirrors_along_its_diagonal() -> None:
    for unit in UNITS.values():
        corner = unit.at_corner(31, 31)
        assert (corner != corner.T).mean() < 0.06, unit.code


def test_upright_units_are_drawn_for_the_proportion_of_the_knots() -> None:
    """Class 360 ties 36 × 40 knots: a square star is 36 knots wide and 40 high on both sides."""
    stars = [p for p in pieces(UNITS["stars"], 400, 444, (36, 40)) if not p.is_corner]
    level = next(p for p in stars if p.y == 0)
    upright = next(p for p in stars if p.x == 0)
    assert level.cells.shape[0] == 40
    assert upright.cells.shape[1] == 36
    assert upright.cells.shape[0] / level.cells.shape[1] == pytest.approx(40 / 36, rel=0.1)


def test_a_border_thicker_than_its_room_is_refused() -> None:
    with pytest.raises(NotPossible, match="border_too_thick"):
        list(pieces(UNITS["vine"], 20, 60, (10, 10)))


def test_an_odd_middle_line_stands_once() -> None:
    quarter = np.arange(6, dtype=np.uint8).reshape(2, 3)
    assert mirrored(quarter, 5, 3).tolist() == [[0, 1, 2, 1, 0], [3, 4, 5, 4, 3], [0, 1, 2, 1, 0]]


@pytest.mark.parametrize("drop", [False, True])
@given(st.integers(1, 9), st.integers(1, 9), st.integers(9, 60), st.integers(9, 60), st.integers(0, 4))
def test_a_repeated_tile_is_never_cut(drop: bool, across: int, down: int, wide: int, high: int, gap: int) -> None:
    tile = np.ones((down, across), np.uint8)
    sheet = repeat(tile, wide, high, drop=drop, gap=gap)
    assert sheet.shape == (high, wide)
    assert int(sheet.sum()) % (across * down) == 0
    assert sheet.any()
    if not drop:
        assert sheet.sum() == ((wide + gap) // (across + gap)) * ((high + gap) // (down + gap)) * across * down


@pytest.mark.parametrize("code", sorted(LEVEL))
def test_units_that_lie_across_the_middle_of_a_kilim_mirror_themselves_up_and_down(code: str) -> None:
    for turn in (0, 1):
        cells = UNITS[code].side(41, 33, turn)
        assert (cells != cells[::-1]).mean() < 0.02, code
