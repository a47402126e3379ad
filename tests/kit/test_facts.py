"""Declared figures: what may be added, which columns may be asked for."""

from __future__ import annotations

from typing import Any

import pytest

from nawl.kit.facts import STANDARD_COLUMNS, Basis, Measure
from nawl.kit.periods import Period, parse_period


def measure(**changes: Any) -> Measure:
    declared: dict[str, Any] = {
        "code": "activities.services_delivered",
        "basis": Basis.CONTACTS,
        "facts": lambda period, reader: [],
        "value": None,
        "columns": {"month": "month", "service": "service__code"},
        "records": lambda period, reader, chosen: [],
    }
    return Measure(**(declared | changes))


@pytest.mark.parametrize(
    ("basis", "months_of_a_year", "across_years", "types"),
    [
        (Basis.CONTACTS, True, True, True),
        (Basis.FIRST_VISITS, True, False, True),
        (Basis.ACTIVITIES, False, False, False),
        (Basis.FACILITIES, False, False, False),
    ],
)
def test_each_basis_says_when_figures_may_be_added(
    basis: Basis, months_of_a_year: bool, across_years: bool, types: bool
) -> None:
    assert basis.is_additive_over_months is months_of_a_year
    assert basis.is_additive_over_time is across_years
    assert basis.is_additive_over_types is types
    assert basis.adds_within(Period.half(2022, 1)) is months_of_a_year
    assert basis.adds_within(parse_period("2021-12..2022-01")) is across_years


def test_each_basis_has_its_words_in_both_languages() -> None:
    for basis in Basis:
        assert basis.label("ar") != basis.label("en")


def test_a_measure_declares_standard_columns_only() -> None:
    assert set(measure().columns) <= set(STANDARD_COLUMNS)
    with pytest.raises(ValueError, match="not standard columns: colour"):
        measure(columns={"colour": "colour"})


def test_a_measure_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        measure().code = "other"  # type: ignore[misc]
