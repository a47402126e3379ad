"""What may be counted, where, when and how much; no database."""

from __future__ import annotations

from datetime import date

import pytest

from nawl.activities import rules
from nawl.activities.rules import Count, Life, Reach, Run, Sum
from nawl.kit.errors import NotPossible

TODAY = date(2022, 7, 14)
OPEN = Life("open", opened_on=date(2020, 3, 1))
PREGNANCY = Reach("متابعة حمل", frozenset("f"), frozenset({"18-29", "30-59"}))


@pytest.mark.parametrize(
    ("sex", "age_band", "possible"),
    [
        ("f", "18-29", True),
        ("f", "30-59", True),
        ("f", "60+", False),
        ("f", "00-04", False),
        ("m", "18-29", False),
        ("u", "18-29", True),
        ("f", "u", True),
        ("u", "u", True),
        ("m", "u", False),
        ("x", "18-29", False),
        ("f", "18-30", False),
    ],
)
def test_a_service_is_counted_only_where_it_can_occur(sex: str, age_band: str, possible: bool) -> None:
    assert rules.is_cell_possible(PREGNANCY, sex, age_band) is possible
    assert [fault.code for fault in rules.faults_of_cell(PREGNANCY, sex, age_band)] == (
        []
        if possible
        else ["sex_unknown" if sex == "x" else "age_band_unknown" if age_band == "18-30" else "cell_not_possible"]
    )


@pytest.mark.parametrize(
    ("day", "life", "codes"),
    [
        (date(2022, 7, 14), OPEN, []),
        (date(2022, 7, 15), OPEN, ["day_in_future"]),
        (date(2020, 3, 1), OPEN, []),
        (date(2020, 2, 29), OPEN, ["day_before_opening"]),
        (date(2022, 7, 1), Life("open"), []),
        (date(2022, 7, 1), Life("planned"), ["facility_still_planned"]),
        (date(2022, 7, 16), Life("planned"), ["day_in_future", "facility_still_planned"]),
        (date(2022, 5, 31), Life("closed", closed_on=date(2022, 5, 31)), []),
        (date(2022, 6, 1), Life("closed", closed_on=date(2022, 5, 31)), ["day_after_closing"]),
        (date(2022, 6, 1), Life("closed"), ["facility_is_closed"]),
        (date(2022, 6, 1), Life("suspended"), []),
        (date(2022, 6, 1), Life("rehabilitation"), []),
    ],
)
def test_a_day_is_counted_only_within_the_life_of_the_facility(day: date, life: Life, codes: list[str]) -> None:
    assert [fault.code for fault in rules.faults_of_day(day, today=TODAY, life=life)] == codes


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2022, 1, 31), "activity_not_begun"),
        (date(2022, 2, 1), ""),
        (date(2022, 4, 30), ""),
        (date(2022, 5, 1), "activity_over"),
    ],
)
def test_an_activity_is_counted_from_its_first_day_to_its_last(day: date, code: str) -> None:
    run = Run("دورة خياطة", date(2022, 2, 1), date(2022, 4, 30))
    assert rules.runs_on(run, day) is (code == "")
    assert [fault.code for fault in rules.faults_of_activity(day, run)] == ([code] if code else [])


def test_an_activity_without_an_end_goes_on() -> None:
    assert rules.runs_on(Run("عيادة", date(2022, 2, 1)), date(2030, 1, 1))


@pytest.mark.parametrize(
    ("contacts", "first_visits", "codes"),
    [
        (0, 0, []),
        (5, 5, []),
        (5, 6, ["first_visits_above_contacts"]),
        (-1, 0, ["count_below_zero", "first_visits_above_contacts"]),
        (3, -1, ["count_below_zero"]),
        (rules.MOST_IN_A_CELL, 0, []),
        (rules.MOST_IN_A_CELL + 1, 0, ["count_too_large"]),
    ],
)
def test_first_visits_are_never_more_than_services(contacts: int, first_visits: int, codes: list[str]) -> None:
    assert [fault.code for fault in rules.faults_of_count(contacts, first_visits)] == codes


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "life", "codes"),
    [
        (date(2022, 2, 1), None, OPEN, []),
        (date(2022, 2, 1), date(2022, 2, 1), OPEN, []),
        (date(2022, 2, 1), date(2022, 1, 31), OPEN, ["activity_ends_before_start"]),
        (date(2019, 1, 1), None, OPEN, ["activity_before_opening"]),
        (date(2022, 6, 1), None, Life("closed", closed_on=date(2022, 5, 31)), ["activity_after_closing"]),
        (date(2022, 6, 1), None, Life("closed"), ["facility_is_closed"]),
        (date(2022, 8, 1), None, Life("planned"), []),
    ],
)
def test_an_activity_runs_within_the_life_of_its_facility(
    starts_on: date, ends_on: date | None, life: Life, codes: list[str]
) -> None:
    assert [fault.code for fault in rules.faults_of_dates(starts_on, ends_on, life)] == codes


def test_facilities_rest_on_friday_and_saturday() -> None:
    week = [date(2022, 7, day) for day in range(10, 17)]
    assert [day.day for day in week if rules.is_rest_day(day)] == [15, 16]


def test_totals_run_both_ways() -> None:
    counts = [Count("f", "18-29", 5, 2), Count("f", "30-59", 6, 1), Count("m", "30-59", 1, 0), Count("u", "u", 2, 2)]
    totals = rules.add_up([*counts, Count("f", "18-29", 1, 1)])
    assert totals.all == Sum(15, 6)
    assert totals.of_sex("f") == Sum(12, 4)
    assert totals.of_sex("m") == Sum(1, 0)
    assert totals.by_age["30-59"] == Sum(7, 1)
    assert totals.at("f", "18-29") == Sum(6, 3)
    assert totals.at("m", "60+") == Sum()


def test_the_first_fault_is_raised() -> None:
    with pytest.raises(NotPossible, match="count_below_zero"):
        rules.ensure_none(rules.faults_of_count(-1, 0))
    rules.ensure_none(rules.faults_of_count(1, 0))
