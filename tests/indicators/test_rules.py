"""Rules of the figures, as tables of cases."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from nawl.indicators import rules
from nawl.indicators.rules import BasisNote
from nawl.kit.facts import Basis
from nawl.kit.periods import Period, parse_period

H1 = Period.half(2022, 1)


@pytest.mark.parametrize(
    ("basis", "period", "note"),
    [
        (Basis.FIRST_VISITS, "2022-H1", BasisNote.EACH_PERSON_ONCE),
        (Basis.FIRST_VISITS, "2022", BasisNote.EACH_PERSON_ONCE),
        (Basis.FIRST_VISITS, "2022-01", BasisNote.EACH_PERSON_ONCE),
        (Basis.FIRST_VISITS, "2022-Q2", BasisNote.FIRST_TIME_THIS_YEAR),
        (Basis.FIRST_VISITS, "2022-06", BasisNote.FIRST_TIME_THIS_YEAR),
        (Basis.FIRST_VISITS, "2021-07-01..2022-06-30", BasisNote.ONCE_IN_EACH_YEAR),
        (Basis.CONTACTS, "2022-Q2", BasisNote.CONTACTS),
        (Basis.ACTIVITIES, "2022-Q2", BasisNote.ACTIVITIES),
        (Basis.FACILITIES, "2022-Q2", BasisNote.FACILITIES),
    ],
)
def test_a_basis_says_what_it_means_in_its_period(basis: Basis, period: str, note: BasisNote) -> None:
    assert rules.basis_note(basis, parse_period(period)) is note


@pytest.mark.parametrize(
    ("basis", "column", "period", "adds_up"),
    [
        (Basis.CONTACTS, "month", "2021-07-01..2022-06-30", True),
        (Basis.CONTACTS, "sex", "2022-H1", True),
        (Basis.FIRST_VISITS, "month", "2022-H1", True),
        (Basis.FIRST_VISITS, "month", "2021-07-01..2022-06-30", False),
        (Basis.FIRST_VISITS, "governorate", "2022-H1", True),
        (Basis.FIRST_VISITS, "age_band", "2022-H1", True),
        (Basis.ACTIVITIES, "month", "2022-H1", False),
        (Basis.ACTIVITIES, "sex", "2022-H1", False),
        (Basis.ACTIVITIES, "service", "2022-H1", False),
        (Basis.ACTIVITIES, "governorate", "2022-H1", True),
        (Basis.ACTIVITIES, "activity_type", "2022-H1", True),
        (Basis.FACILITIES, "month", "2022-H1", False),
        (Basis.FACILITIES, "activity_type", "2022-H1", False),
        (Basis.FACILITIES, "district", "2022-H1", True),
    ],
)
def test_parts_make_the_whole_only_where_nothing_stands_in_two_of_them(
    basis: Basis, column: str, period: str, adds_up: bool
) -> None:
    assert rules.parts_add_up(basis, column, parse_period(period)) is adds_up


def test_one_overlapping_column_among_several_is_enough_to_forbid_adding() -> None:
    assert rules.all_parts_add_up(Basis.ACTIVITIES, ("governorate", "activity_type"), H1)
    assert not rules.all_parts_add_up(Basis.ACTIVITIES, ("governorate", "month"), H1)


@pytest.mark.parametrize(
    ("basis", "period", "earlier"),
    [
        (Basis.CONTACTS, "2022-H1", "2021-H2"),
        (Basis.CONTACTS, "2022-06", "2022-05"),
        (Basis.ACTIVITIES, "2022-Q2", "2022-Q1"),
        (Basis.FIRST_VISITS, "2022-H1", "2021-H1"),
        (Basis.FIRST_VISITS, "2022", "2021"),
        (Basis.FIRST_VISITS, "2022-Q2", "2021-Q2"),
        (Basis.FIRST_VISITS, "2022-Q3", "2022-Q2"),
        (Basis.FIRST_VISITS, "2022-06", "2022-05"),
        (Basis.FIRST_VISITS, "2022-02", "2021-02"),
    ],
)
def test_a_figure_is_compared_with_the_nearest_period_that_counts_alike(
    basis: Basis, period: str, earlier: str
) -> None:
    assert rules.compared_with(basis, parse_period(period)) == parse_period(earlier)


def test_a_change_from_nought_has_no_ratio() -> None:
    assert rules.change(12, 0) == rules.Change(12, None)
    assert rules.change(90, 120) == rules.Change(-30, Decimal("-0.25"))


def test_a_share_of_nothing_is_no_share() -> None:
    assert rules.share(0, 0) is None
    assert rules.share(None, None) is None
    assert rules.share(None, 8) == 0
    assert rules.share(3, 8) == Decimal("0.375")


def test_a_target_is_reached_in_part_or_beyond() -> None:
    assert rules.reached(155_000, Decimal(160_000)) == Decimal("0.96875")
    assert rules.reached(66, Decimal(60)) > 1


@pytest.mark.parametrize(
    ("today", "partial", "future"),
    [
        (date(2021, 12, 31), True, True),
        (date(2022, 1, 1), True, False),
        (date(2022, 6, 30), True, False),
        (date(2022, 7, 1), False, False),
    ],
)
def test_a_period_grows_until_its_last_day_is_over(today: date, partial: bool, future: bool) -> None:
    assert rules.is_partial(H1, today) is partial
    assert rules.is_future(H1, today) is future


@pytest.mark.parametrize(
    ("newest", "shown"),
    [(None, "2022-H2"), (date(2022, 6, 30), "2022-H1"), (date(2022, 1, 2), "2022-H1"), (date(2021, 3, 1), "2021-H1")],
)
def test_the_half_year_to_show_is_the_newest_that_is_over_and_has_records(newest: date | None, shown: str) -> None:
    assert rules.half_to_show(newest, date(2022, 7, 14)) == parse_period(shown)


def test_only_what_the_facts_can_answer_may_be_parted() -> None:
    assert rules.allowed_disaggregations(["sex", "partner", "month"], {"month": "m", "sex": "s"}) == ("sex", "month")


@pytest.mark.parametrize(
    ("level", "finer"),
    [
        ("programme", ("governorate", "district", "facility")),
        ("governorate", ("district", "facility")),
        ("district", ("facility",)),
        ("facility", ()),
    ],
)
def test_a_place_is_parted_into_finer_places(level: str, finer: tuple[str, ...]) -> None:
    assert rules.finer_places(level, ["facility", "district", "governorate"]) == finer
