"""A frame fixes the grid before anything is drawn, and refuses what no loom can weave."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.kit.errors import NotFound, NotPossible
from nawl.ui.sentences import sentence
from nawl.weaving.classes import QualityClass, class_from, find_class, in_force, load_classes
from nawl.weaving.frame import Frame, Symmetry, read_size

R1 = find_class("300")


def dense(kh: float, kv: float) -> QualityClass:
    return replace(R1, kh=Decimal(str(kh)), kv=Decimal(str(kv)))


@pytest.mark.parametrize(
    ("kh", "kv", "wide_cm", "long_cm", "grid"),
    [
        (30, 30, 200, 300, (600, 900)),
        (36, 40, 150, 200, (540, 800)),
        ("61.5385", "61.5385", 104, 156, (640, 960)),
        (30, 30, "0.2", "0.2", (1, 1)),
        (25, 25, 101, 101, (253, 253)),
    ],
)
def test_the_grid_is_the_size_times_the_density_rounded_half_up(kh, kv, wide_cm, long_cm, grid):
    frame = Frame(dense(kh, kv), Decimal(wide_cm), Decimal(long_cm))
    assert (frame.wide, frame.high) == grid
    assert frame.knots == grid[0] * grid[1]


def test_a_knot_is_as_wide_against_its_height_as_the_densities_say():
    frame = Frame(dense(36, 40), Decimal(150), Decimal(200))
    assert frame.cell == pytest.approx(1.1111, abs=1e-4)
    assert frame.area_m2 == 3


@pytest.mark.parametrize(
    ("wide_cm", "long_cm", "code"),
    [
        ("0", "100", "size_unfit"),
        ("100", "0", "size_unfit"),
        ("-2", "100", "size_unfit"),
        ("4000", "100", "size_unfit"),
        ("NaN", "100", "size_unfit"),
        ("Infinity", "100", "size_unfit"),
        ("1e999999", "100", "size_unfit"),
        ("0.1", "0.1", "size_too_small"),
    ],
)
def test_a_size_of_nothing_or_of_40_metres_is_refused_in_a_sentence(wide_cm, long_cm, code):
    with pytest.raises(NotPossible) as refusal:
        Frame(R1, Decimal(wide_cm), Decimal(long_cm))
    assert refusal.value.code == code
    assert 20 < len(sentence(refusal.value)) < 200


def test_a_chart_of_more_than_64_million_knots_is_refused_and_a_large_one_is_told():
    assert not Frame(dense(100, 100), Decimal(200), Decimal(300)).is_large
    assert Frame(dense(100, 100), Decimal(500), Decimal(500)).is_large
    with pytest.raises(NotPossible) as refusal:
        Frame(dense(100, 100), Decimal(900), Decimal(900))
    assert refusal.value.code == "chart_too_large"


@pytest.mark.parametrize("density", [None, Decimal(0), Decimal(-3)])
def test_a_class_without_density_makes_no_frame(density):
    with pytest.raises(NotPossible) as refusal:
        Frame(replace(R1, kh=density), Decimal(200), Decimal(300))
    assert refusal.value.code == "class_without_density"


@pytest.mark.parametrize("colours", [0, -1, 251])
def test_a_palette_has_1_to_250_colours(colours):
    with pytest.raises(NotPossible) as refusal:
        Frame(R1, Decimal(200), Decimal(300), colours=colours)
    assert refusal.value.code == "colours_unfit"


@pytest.mark.parametrize(("border", "is_fit"), [("0", True), ("99", True), ("100", False), ("-1", False)])
def test_a_border_leaves_a_field(border, is_fit):
    if is_fit:
        assert Frame(R1, Decimal(200), Decimal(300), border_cm=Decimal(border)).border_cm == Decimal(border)
        return
    with pytest.raises(NotPossible) as refusal:
        Frame(R1, Decimal(200), Decimal(300), border_cm=Decimal(border))
    assert refusal.value.code == "border_unfit"


@pytest.mark.parametrize(
    ("symmetry", "width", "length"),
    [
        (Symmetry.NONE, False, False),
        (Symmetry.LEFT_RIGHT, True, False),
        (Symmetry.TOP_BOTTOM, False, True),
        (Symmetry.QUARTER, True, True),
        (Symmetry.POINT, False, False),
    ],
)
def test_a_symmetry_says_over_which_axes_it_mirrors(symmetry, width, length):
    assert (symmetry.mirrors_width, symmetry.mirrors_length) == (width, length)


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("200x300", (200, 300)),
        ("٢٠٠×٣٠٠", (200, 300)),
        ("2×3 م", (200, 300)),
        ("٢×٣ متر", (200, 300)),
        ("1.5*2 m", (150, 200)),
        ("١٫٥ في ٢", (150, 200)),
        ("2x3", (200, 300)),
        ("12 x 18 cm", (12, 18)),
        ("١٢×١٨ سم", (12, 18)),
        ("60x90", (60, 90)),
    ],
)
def test_a_size_is_read_as_people_write_it(text, size):
    assert read_size(text) == size


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("80 cm x 2 m", (80, 200)),
        ("2m x 300cm", (200, 300)),
        ("٢م × ٣٫٥م", (200, 350)),
        ("600x900 mm", (60, 90)),
        ("٦٠٠×٩٠٠ مم", (60, 90)),
        ("2,5x3", (250, 300)),
        ("60cm x 90", (60, 90)),
    ],
)
def test_each_side_may_say_its_own_unit(text, sides):
    assert read_size(text) == sides


@pytest.mark.parametrize(
    "text",
    [
        "60x90kg",
        "6ftx9ft",
        "2x3xx",
        "x2x3",
        "2x3 mcm",
        "",
        "200",
        "200x",
        "a×b",
        "200x300x400",
        "سجادة",
        "nanx3",
        "snanx3",
        "infx3",
        "1e999999x3",
        "1e3x2",
    ],
)
def test_what_is_no_size_is_refused(text):
    with pytest.raises(NotPossible) as refusal:
        read_size(text)
    assert refusal.value.code == "size_unreadable"


@given(st.integers(1, 1999), st.integers(1, 1999))
def test_any_size_in_centimetres_comes_back(wide, high):
    if max(wide, high) > 20:
        assert read_size(f"{wide}×{high}") == (wide, high)
    assert read_size(f"{wide} x {high} cm") == (wide, high)


def test_of_a_class_the_newest_version_is_found_or_the_very_one_asked_for():
    old = replace(R1, version=1)
    new = replace(R1, version=2, kh=Decimal(32))
    assert find_class("300", (old, new)) is new
    assert find_class("300/1", (new, old)) is old
    assert find_class("٣٠٠/١", (new, old)) is old
    assert find_class(" ٣٠٠ ", (new, replace(old, code="٣٦٠"))) is new
    with pytest.raises(NotFound) as refusal:
        find_class("300/7", (old, new))
    assert refusal.value.facts["known"] == ["300/1", "300/2"]
    with pytest.raises(NotFound) as refusal:
        find_class("x" * 99, (old, new))
    assert refusal.value.facts == {"quality": "x" * 40, "known": ["300"]}


def test_on_a_day_that_version_of_a_class_is_in_force_which_began_last():
    first, ahead = replace(R1, valid_from=date(2021, 1, 1)), replace(R1, version=2, valid_from=date(2023, 7, 1))
    offered = (ahead, first)
    assert find_class("300", offered, on=date(2023, 6, 30)) is first
    assert find_class("300", offered, on=date(2023, 7, 1)) is ahead
    assert find_class("300/2", offered, on=date(2023, 6, 30)) is ahead
    with pytest.raises(NotPossible) as refusal:
        find_class("300", offered, on=date(2020, 12, 31))
    assert refusal.value.code == "class_not_yet"
    assert refusal.value.facts["key"] == "300/1"
    assert refusal.value.facts["valid_from"] == date(2021, 1, 1)


def test_a_newer_version_that_began_earlier_gives_way_to_the_one_that_began_last():
    late, early = (
        replace(R1, version=1, valid_from=date(2022, 1, 1)),
        replace(R1, version=2, valid_from=date(2021, 1, 1)),
    )
    assert in_force((late, early), date(2022, 6, 1)) is late
    assert in_force((late, early), date(2021, 6, 1)) is early


def test_the_shipped_classes_have_densities_and_keys_of_their_own():
    shipped = load_classes()
    assert len({one.key for one in shipped}) == len(shipped)
    assert all(one.density() for one in shipped)
    assert {one.mode for one in shipped} == {"pile", "flat"}


def test_a_class_is_made_from_plain_data_with_exact_numbers():
    row = {
        "code": "X",
        "version": 3,
        "name_ar": "س",
        "name_en": "X",
        "valid_from": "2024-05-06",
        "mode": "pile",
        "kh": 30.5,
        "shots": [{"tex": "590.54", "crimp": "0.05"}],
        "unknown": 1,
    }
    made = class_from(row)
    assert made.kh == Decimal("30.5")
    assert made.kv is None
    assert made.key == "X/3"
    assert made.valid_from.year == 2024
    assert made.shots[0].crimp == Decimal("0.05")
