"""The split of the published totals: exact, repeatable, within the possible cells."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demonstration import programme
from demonstration.figures import Cell, month_of_counts, spread, working_days

CELLS = [Cell("medical-checkup", "f", "18-29", 3.0), Cell("medical-checkup", "m", "60+", 0.5)]


@given(st.integers(0, 10**6), st.lists(st.floats(0.01, 1000), min_size=1, max_size=80))
def test_a_split_adds_up_exactly_and_stays_near_its_weights(total: int, weights: list[float]) -> None:
    parts = spread(total, weights)
    assert sum(parts) == total
    assert all(abs(part - total * weight / sum(weights)) < 1 for part, weight in zip(parts, weights, strict=True))


def test_nothing_can_be_split_by_no_weight() -> None:
    with pytest.raises(ValueError, match="no weight"):
        spread(5, [0.0, 0.0])


def test_the_doors_are_shut_on_fridays_and_holidays() -> None:
    days = working_days(2022, 5, with_saturday=True)
    assert not [day for day in days if day.weekday() == 4]
    assert date(2022, 5, 1) not in days
    assert date(2022, 5, 14) in days
    assert date(2022, 5, 14) not in working_days(2022, 5, with_saturday=False)


def test_a_register_that_is_late_ends_early() -> None:
    assert working_days(2022, 6, with_saturday=False, until=date(2022, 6, 16))[-1] == date(2022, 6, 16)


@given(st.integers(0, 4000), st.floats(0, 6))
def test_first_visits_add_up_to_the_people_and_never_exceed_the_services(people: int, returning: float) -> None:
    days = working_days(2022, 3, with_saturday=False)
    counts = list(month_of_counts(random.Random(1), days, CELLS, people, returning))
    assert sum(count.first_visits for count in counts) == people
    assert sum(count.contacts for count in counts) == people + round(people * returning)
    assert all(0 <= count.first_visits <= count.contacts for count in counts)


def test_the_same_seed_gives_the_same_month() -> None:
    days = working_days(2022, 2, with_saturday=True)
    again = [list(month_of_counts(random.Random("seed"), days, CELLS, 500, 1.5)) for _ in range(2)]
    assert again[0] == again[1]


def test_the_plan_holds_the_published_figures() -> None:
    network = [site for site in programme.SITES if site.kind != programme.ALTERNATIVE]
    assert sum(len(site.activities) for site in network) == programme.ACTIVITIES_CARRIED_OUT == 56
    assert sum(programme.PEOPLE_BY_MONTH) == 155_000
    assert sum(programme.ALTERNATIVE_BY_MONTH) == 70_000
    assert len(programme.SITES) == 61
    assert len({site.pcode[:4] for site in programme.SITES}) == 14


def test_only_open_facilities_carry_out_activities() -> None:
    kinds = Counter(site.state for site in programme.SITES if site.activities)
    assert set(kinds) == {"open"}
