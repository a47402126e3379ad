"""Wallpaper and frieze groups, checked by their generators; and each is no larger than it says."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.kit.errors import NotFound, NotPossible
from nawl.weaving.composing.friezes import FRIEZES, band, frieze
from nawl.weaving.composing.groups import Isometry, isometry
from nawl.weaving.composing.wallpaper import (
    ROOT_3,
    WALLPAPERS,
    brick,
    domain_place,
    half_drop,
    is_exact_in_knots,
    picture,
    repeated,
    sampled,
    tiled,
    wallpaper,
)

# code: moves in one repeat, greatest turning, whether it has mirrors, whether it has glides that are no mirrors.
# The usual table of the 17 groups (a centred repeat holds its shift twice).
TABLE = {
    "p1": (1, 1, False, False),
    "p2": (2, 2, False, False),
    "pm": (2, 1, True, False),
    "pg": (2, 1, False, True),
    "cm": (4, 1, True, True),
    "pmm": (4, 2, True, False),
    "pmg": (4, 2, True, True),
    "pgg": (4, 2, False, True),
    "cmm": (8, 2, True, True),
    "p4": (4, 4, False, False),
    "p4m": (8, 4, True, True),
    "p4g": (8, 4, True, True),
    "p3": (3, 3, False, False),
    "p3m1": (6, 3, True, True),
    "p31m": (6, 3, True, True),
    "p6": (6, 6, False, False),
    "p6m": (12, 6, True, True),
}
ON_GRID = [one for one in WALLPAPERS if one.kind != "hexagonal"]
HEXAGONAL = [one for one in WALLPAPERS if one.kind == "hexagonal"]
CONTINUOUS = sorted(TABLE)
SQUARE_TURNS = [
    (1, 0, 0, 1),
    (-1, 0, 0, -1),
    (0, -1, 1, 0),
    (0, 1, -1, 0),
    (-1, 0, 0, 1),
    (1, 0, 0, -1),
    (0, 1, 1, 0),
    (0, -1, -1, 0),
]
HEXAGONAL_TURNS = [
    m
    for m in product((-1, 0, 1), repeat=4)
    if abs(m[0] * m[3] - m[1] * m[2]) == 1
    and all(
        # lengths kept, where the axes open at 120 degrees: x² - xy + y²
        abs(_x * _x - _x * _y + _y * _y - (p * p - p * q + q * q)) < 1e-9
        for p, q in [(1, 0), (0, 1), (1, 1), (1, -1), (2, 1)]
        for _x, _y in [(m[0] * p + m[1] * q, m[2] * p + m[3] * q)]
    )
]


def unit_of(group, seed, side=8):
    """A unit without symmetry of its own, that fills the box of the group's domain in a repeat of `side` knots."""
    wide, high = int(side * group.box[0]), int(side * group.box[1])
    return np.random.default_rng(seed).integers(0, 250, (high, wide)).astype(np.uint8)


def carried(cells, turn, s, t):
    """Where one repeat comes to lie by a move: knots are moved by their middles, in half knots, without fractions."""
    high, wide = cells.shape
    row, column = np.indices(cells.shape)
    x, y = 2 * column + 1, 2 * row + 1
    a, b, c, d = turn
    new_x, new_y = a * x + b * y + 2 * s, c * x + d * y + 2 * t
    moved = np.empty_like(cells)
    moved[(new_y - 1) // 2 % high, (new_x - 1) // 2 % wide] = cells
    return moved


def moves_of(group):
    return {((m.a, m.b, m.c, m.d), m.s, m.t) for m in group.elements}


def keeps(cells, turn, s, t):
    return np.array_equal(carried(cells, turn, s, t), cells)


@pytest.mark.parametrize("group", WALLPAPERS, ids=lambda group: group.code)
def test_a_group_has_the_moves_that_the_usual_table_gives_it(group):
    count, turning, has_mirrors, has_glides = TABLE[group.code]
    assert len(group.elements) == count
    assert group.largest_turn == turning
    over = [one for one in group.elements if one.turns_over]
    twice = [any(_is_mirror(one, p, q) for p, q in product(range(-2, 3), repeat=2)) for one in over]
    assert any(twice) == has_mirrors
    glides = [_has_glide(one) for one in over]
    assert any(glides) == has_glides


def _is_mirror(one, p, q):
    """A mirror done twice moves nothing; the same move by other whole repeats may be one."""
    moved = Isometry(one.a, one.b, one.c, one.d, one.s + p, one.t + q)
    return moved.after(moved) == Isometry(1, 0, 0, 1)


def _has_glide(one):
    """Whether some move of the same coset slides along its axis by less than a whole repeat in that direction."""
    for p, q in product(range(-1, 2), repeat=2):
        moved = Isometry(one.a, one.b, one.c, one.d, one.s + p, one.t + q)
        twice = moved.after(moved)
        half = (twice.s / 2, twice.t / 2)
        if any(half) and any(part.denominator > 1 for part in half):
            return True
    return False


@pytest.mark.parametrize("group", [*WALLPAPERS, *FRIEZES], ids=lambda group: group.code)
def test_moves_of_a_group_make_none_that_is_not_in_it(group):
    within = set(group.elements)
    for one, other in product(group.elements, repeat=2):
        made = one.after(other)
        t = made.t if group.kind == "band" else made.t % 1
        assert Isometry(made.a, made.b, made.c, made.d, made.s % 1, t) in within


@pytest.mark.parametrize("group", ON_GRID, ids=lambda group: group.code)
@given(seed=st.integers(0, 10_000), half=st.integers(2, 5))
def test_every_generator_keeps_the_repeat_knot_by_knot(group, seed, half):
    side = 4 * half
    cells = tiled(group, unit_of(group, seed, side))
    assert cells.shape == (side, side)
    for move in group.generators:
        assert keeps(cells, (move.a, move.b, move.c, move.d), int(move.s * side), int(move.t * side))


@pytest.mark.parametrize("group", ON_GRID, ids=lambda group: group.code)
def test_no_other_move_of_the_grid_keeps_it(group):
    side = 8
    cells = tiled(group, unit_of(group, 5, side))
    found = {
        (turn, Fraction(s, side), Fraction(t, side))
        for turn in SQUARE_TURNS
        for s in range(side)
        for t in range(side)
        if keeps(cells, turn, s, t)
    }
    assert found == moves_of(group)


@pytest.mark.parametrize("code", ["p1", "p2", "pm", "pg", "cm", "pmm", "pmg", "pgg", "cmm"])
def test_groups_without_quarter_turns_take_repeats_that_are_not_square(code):
    group = wallpaper(code)
    unit = np.random.default_rng(3).integers(0, 250, (6, 4)).astype(np.uint8)
    cells = tiled(group, unit)
    high, wide = cells.shape
    assert (wide * group.box[0], high * group.box[1]) == (4, 6)
    for move in group.generators:
        assert keeps(cells, (move.a, move.b, move.c, move.d), int(move.s * wide), int(move.t * high))


@pytest.mark.parametrize("code", ["pm", "pmm", "cmm", "p4m"])
def test_a_mirror_through_knots_lets_no_line_of_knots_stand_twice(code):
    group = wallpaper(code)
    unit = np.arange(25, dtype=np.uint8).reshape(5, 5)
    cells = tiled(group, unit, mirrors="through")
    assert np.array_equal(cells, np.roll(cells[:, ::-1], 1, axis=1))
    assert not np.array_equal(cells[:, 0], cells[:, 1])
    assert not np.array_equal(cells[:, 0], cells[:, -1]) or np.array_equal(cells[:, 1], cells[:, -1])


@pytest.mark.parametrize("group", WALLPAPERS, ids=lambda group: group.code)
@given(x=st.floats(-5, 5), y=st.floats(-5, 5), p=st.integers(-3, 3), q=st.integers(-3, 3))
def test_in_the_continuous_plane_f_of_gx_is_f_of_x(group, x, y, p, q):
    place = np.array([x]), np.array([y])
    at = np.array(group.fold(*place))
    assert np.isfinite(at).all()
    assert group.has(*at).all()
    for move in group.generators:
        moved_x, moved_y = move.moved(*place)
        again = np.array(group.fold(moved_x + p, moved_y + q))
        assert _alike(group, at, again)


def _alike(group, at, again):
    """The same place; or, on the domain's edge, places that rounding took for its two copies."""
    if np.allclose(at, again, atol=1e-6):
        return True
    images = [one.moved(*at) for one in group.elements]
    near = [np.hypot((x - again[0] + 0.5) % 1 - 0.5, (y - again[1] + 0.5) % 1 - 0.5) for x, y in images]
    inner = (np.array(at) + 1e-6, np.array(at) - 1e-6)
    on_edge = not all(group.has(x, y).all() for x, y in product(*zip(*inner, strict=True)))
    return on_edge and min(float(d[0]) for d in near) < 1e-6


@pytest.mark.parametrize("group", HEXAGONAL, ids=lambda group: group.code)
def test_no_other_turn_or_mirror_of_the_hexagonal_plane_keeps_the_drawing(group):
    assert len(HEXAGONAL_TURNS) == 12
    dice = np.random.default_rng(7)
    x, y = dice.random((2, 400))

    def value(u, v):
        at_x, at_y = group.fold(u, v)
        return np.sin(37 * at_x + 5) + np.cos(53 * at_y * at_x + 3 * at_y)

    kept = set()
    for turn in HEXAGONAL_TURNS:
        for s, t in product(range(6), repeat=2):
            move = Isometry(*turn, Fraction(s, 6), Fraction(t, 6))
            if np.allclose(value(*move.moved(x, y)), value(x, y), atol=1e-6):
                kept.add(move)
    assert kept == set(group.elements)


@pytest.mark.parametrize("code", CONTINUOUS)
def test_the_domain_is_as_large_as_one_copy_and_every_place_has_one(code):
    group = wallpaper(code)
    dice = np.random.default_rng(11)
    x, y = dice.random((2, 40_000))
    share = group.has(x, y).mean()
    assert share == pytest.approx(1 / len(group.elements), abs=0.01)
    inner = group.has(x, y)
    at_x, at_y = group.fold(x[inner], y[inner])
    assert np.allclose(at_x, x[inner])
    assert np.allclose(at_y, y[inner])


@pytest.mark.parametrize("group", HEXAGONAL, ids=lambda group: group.code)
@pytest.mark.parametrize("cell", [1.0, 1.1111, 0.9])
def test_a_hexagonal_repeat_is_a_rectangle_of_one_to_root_three_in_centimetres(group, cell):
    cells = sampled(group, lambda x, y: (x * 100).astype(int) % 7, 60, cell=cell)
    high, wide = cells.shape
    assert wide == 60
    assert high / cell / wide == pytest.approx(ROOT_3, abs=0.5 / 60 / cell + 1e-9)
    half = np.roll(np.roll(cells, 30, axis=1), high // 2, axis=0)
    if high % 2 == 0:  # the rectangle holds the hexagonal repeat twice: once more in its middle
        assert np.array_equal(half, cells)


@pytest.mark.parametrize(("code", "turn"), [("p3", 120), ("p3m1", 120), ("p31m", 120), ("p6", 60), ("p6m", 60)])
def test_a_hexagonal_drawing_is_true_to_its_turns_in_centimetres(code, turn):
    group = wallpaper(code)
    x, y = np.random.default_rng(2).random((2, 500)) * 3
    cos, sin = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    one = np.array(domain_place(group, x, y, ROOT_3))
    turned = np.array(domain_place(group, x * cos - y * sin, x * sin + y * cos, ROOT_3))
    assert np.allclose(one, turned, atol=1e-6)


@pytest.mark.parametrize("group", FRIEZES, ids=lambda group: group.code)
@given(seed=st.integers(0, 10_000))
def test_a_band_is_kept_by_its_generators_and_by_nothing_else(group, seed):
    side = 8
    unit = unit_of(group, seed, side).astype(int)
    unit = np.argsort(np.argsort(unit.ravel())).reshape(unit.shape).astype(np.uint8)  # no two knots alike
    cells = band(group, unit)
    assert cells.shape == (side, side)
    kept = set()
    for a, d in product((1, -1), repeat=2):
        flipped = cells[::d, ::a]
        for s in range(side):
            if np.array_equal(np.roll(flipped, s, axis=1), cells):
                kept.add(Isometry(a, 0, 0, d, Fraction(s, side), Fraction(int(d < 0))))
    assert kept == set(group.elements)
    assert set(group.generators) <= kept


def test_a_band_may_have_one_middle_row_of_knots():
    cells = band(frieze("pmm2"), np.arange(12, dtype=np.uint8).reshape(3, 4), mirrors="through")
    assert cells.shape == (5, 6)
    assert np.array_equal(cells, cells[::-1])
    assert np.array_equal(cells[:, 1:], cells[:, 1:][:, ::-1])


@pytest.mark.parametrize(
    ("code", "across", "along"),
    [("p3m1", -1, 1), ("p31m", 1, -1), ("p6", -1, -1), ("p6m", -1, 1), ("p6m", 1, -1), ("p6m", -1, -1)],
)
@pytest.mark.parametrize("fine", [1, 3])
def test_half_turns_and_upright_mirrors_of_a_hexagonal_repeat_are_exact_in_knots(code, across, along, fine):
    def draw(x, y):
        return 1 + ((x * 17).astype(int) + 2 * (y * 19).astype(int)) % 6

    cells = sampled(wallpaper(code), draw, 40, fine=fine)
    assert len(np.unique(cells)) > 2
    assert np.array_equal(cells, cells[::along, ::across])


def test_the_most_frequent_part_of_a_knot_is_taken_where_it_is_asked_for():
    def draw(x, y):
        return np.where(x + 0 * y < 0.45, 1, 2)

    assert sampled(wallpaper("p1"), draw, 2, 1, fine=5).tolist() == [[1, 2]]
    assert sampled(wallpaper("p1"), draw, 1, 1, fine=5).tolist() == [[2]]


def test_half_drop_lowers_every_second_column_by_half():
    unit = np.arange(8, dtype=np.uint8).reshape(4, 2)
    cells = half_drop(unit, 2, 3)
    assert cells.shape == (12, 8)
    assert np.array_equal(cells[:4, :2], unit)
    assert np.array_equal(cells[2:6, 2:4], unit)
    assert np.array_equal(brick(unit)[4:, :], np.roll(unit, 1, axis=1))


def test_every_group_repeats_a_unit_whatever_the_knots_proportion():
    unit = np.random.default_rng(1).integers(0, 7, (12, 12)).astype(np.uint8)
    for group in WALLPAPERS:
        for cell in (1.0, 1.1111):
            once = repeated(group, unit, cell=cell)
            assert np.array_equal(repeated(group, unit, 2, 3, cell), np.tile(once, (3, 2)))
            assert set(np.unique(once)) <= set(np.unique(unit))


def test_what_a_grid_of_knots_cannot_carry_is_said():
    assert is_exact_in_knots(wallpaper("cmm"), 1.2)
    assert is_exact_in_knots(wallpaper("p4m"), 1.0)
    assert not is_exact_in_knots(wallpaper("p4m"), 1.1111)
    assert not is_exact_in_knots(wallpaper("p6"), 1.0)


@pytest.mark.parametrize(
    ("code", "shape", "refusal"),
    [("p6", (4, 4), "group_not_on_grid"), ("p4", (4, 5), "repeat_not_square"), ("pg", (3, 4), "repeat_odd")],
)
def test_a_unit_that_a_group_cannot_take_is_refused(code, shape, refusal):
    with pytest.raises(NotPossible, match=refusal):
        tiled(wallpaper(code), np.zeros(shape, dtype=np.uint8))


def test_an_unknown_group_is_named_with_those_there_are():
    for find in (wallpaper, frieze):
        with pytest.raises(NotFound, match="group_unknown"):
            find("p5")


def test_moves_are_read_as_crystallographers_write_them():
    assert isometry("-x+1/2, y") == Isometry(-1, 0, 0, 1, Fraction(1, 2))
    assert isometry("x-y, x") == Isometry(1, -1, 1, 0)


def test_a_unit_of_knots_fills_the_rectangle_round_the_domain():
    unit = np.arange(1, 17, dtype=np.uint8).reshape(4, 4)
    drawn = picture(wallpaper("p4"), unit)
    assert np.array_equal(sampled(wallpaper("p4"), drawn, 8)[:4, :4], unit)
