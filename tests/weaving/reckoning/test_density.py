"""F1: the sources' own figures, and every unit into every other and back."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.kit.errors import NotFound, NotPossible
from nawl.weaving.reckoning.density import UNITS, convert_density, find_unit, per_m2, read_density
from nawl.weaving.reckoning.rounding import rounded

SOURCES = [
    ("40raj", "m2", 0, "326531"),
    ("40raj", "kpsi", 2, "210.66"),
    ("30raj", "kpsi", 2, "118.50"),
    ("50 raj", "kpsi", 2, "329.16"),
    ("9/60 india", "kpsi", 2, "133.33"),
    ("9/54 india", "kpsi", 2, "120.00"),
    ("9/54 india", "yd2", 0, "155520"),
    ("90 line", "kpsi", 2, "56.25"),
    ("30x30/dm", "m2", 0, "90000"),
    ("30x30/dm", "kpsi", 2, "58.06"),
    ("1 kpsi", "m2", 2, "1550.00"),
    ("٣٠٠ صنف", "m2", 0, "90000"),
    ("49/cm2", "cm", 0, "7"),
    ("10/20 in", "kpsi", 0, "200"),
    ("36×40 دسم", "m2", 0, "144000"),
    ("40 raj(6.5)", "m2", 0, "378698"),
    ("40 raj(7)", "m2", 0, "326531"),
    ("30,5x40/dm", "m2", 0, "122000"),
    ("٣٠٫٥ رج", "raj", 1, "30.5"),
]


@pytest.mark.parametrize(("written", "to", "places", "expected"), SOURCES)
def test_a_density_is_converted_as_the_sources_do(written, to, places, expected):
    value, unit = read_density(written)
    assert str(rounded(convert_density(value, unit.code, to), places)) == expected


@pytest.mark.parametrize("unit", [unit for unit in UNITS if unit.kind == "along"], ids=lambda unit: unit.code)
def test_counting_knots_in_a_square_with_sides_of_one_unit_gives_the_same(unit):
    """Another route: a carpet of 20 × 20 units with n knots a unit has (20 n)² knots on its area."""
    sides = 20 * unit.size
    assert per_m2(Decimal(7), unit) == (20 * 7) ** 2 / (sides * sides)


def test_an_indian_pair_of_a_square_weave_counts_its_own_lengths():
    a, b = convert_density(Decimal(100), "kpsi", "india")
    assert (rounded(a, 10), rounded(b, 10)) == (Decimal(9), Decimal(45))


@pytest.mark.parametrize(("unit", "to"), list(product(UNITS, UNITS)), ids=lambda unit: unit.code)
def test_every_unit_goes_into_every_other_and_back(unit, to):
    value = (Decimal("8.1"), Decimal("40.5")) if unit.kind == "pair" else Decimal("37.25")
    there = convert_density(value, unit.code, to.code)
    back = convert_density(there, to.code, unit.code)
    given_, got = (value, back) if isinstance(value, tuple) else ((value,), (back,))
    assert all(abs(one - other) < Decimal("1e-40") for one, other in zip(given_, got, strict=True))


@given(st.decimals(Decimal("0.01"), Decimal(1000), places=2), st.sampled_from(UNITS))
def test_more_knots_are_more_in_every_unit(value, unit):
    less, more = value, value + 1
    pairs = (lambda v: (v, v)) if unit.kind == "pair" else (lambda v: v)
    assert per_m2(pairs(less), unit) < per_m2(pairs(more), unit)


@pytest.mark.parametrize(
    "value", [Decimal(0), Decimal(-1), Decimal("NaN"), Decimal("Infinity"), Decimal(10) ** 12, (Decimal(1), Decimal(0))]
)
def test_a_density_of_nothing_is_refused(value):
    with pytest.raises(NotPossible, match="density_unfit"):
        per_m2(value, find_unit("dm"))


def test_an_area_takes_one_number_and_a_pair_takes_two():
    with pytest.raises(NotPossible, match="density_unfit"):
        per_m2((Decimal(1), Decimal(2)), find_unit("kpsi"))
    with pytest.raises(NotPossible, match="density_unfit"):
        per_m2(Decimal(9), find_unit("india"))


@pytest.mark.parametrize("text", ["", "raj", "40", "-3 raj", "4..5 raj", "x" * 1000])
def test_what_is_no_density_is_refused(text):
    with pytest.raises(NotPossible, match="density_unreadable"):
        read_density(text)


def test_an_unknown_unit_is_refused_with_those_that_there_are():
    with pytest.raises(NotFound) as refused:
        read_density("40 cubits")
    assert "raj6.5" in refused.value.facts["known"]
