"""Periods: codes, names, neighbours, parts and reading."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from nawl.kit.errors import NotPossible
from nawl.kit.periods import SYRIAN_MONTHS, Period, day_name, month_name, parse_period, weekday_name

days = st.dates(date(1905, 1, 1), date(2190, 12, 31))
years = st.integers(1905, 2190)
calendar_periods = (
    st.builds(Period.year, years)
    | st.builds(Period.half, years, st.integers(1, 2))
    | st.builds(Period.quarter, years, st.integers(1, 4))
    | st.builds(Period.month, years, st.integers(1, 12))
)
stretches = st.builds(lambda first, length: Period(first, first + timedelta(length)), days, st.integers(0, 900))
periods = calendar_periods | stretches

H1 = Period.half(2022, 1)


@pytest.mark.parametrize(
    ("period", "code", "kind", "arabic", "english", "length"),
    [
        (H1, "2022-H1", "half", "النصف الأول من عام 2022", "First half of 2022", 181),
        (Period.half(2022, 2), "2022-H2", "half", "النصف الثاني من عام 2022", "Second half of 2022", 184),
        (Period.quarter(2022, 2), "2022-Q2", "quarter", "الربع الثاني من عام 2022", "Second quarter of 2022", 91),
        (Period.quarter(2022, 4), "2022-Q4", "quarter", "الربع الرابع من عام 2022", "Fourth quarter of 2022", 92),
        (Period.month(2022, 6), "2022-06", "month", "حزيران 2022", "June 2022", 30),
        (Period.month(2024, 2), "2024-02", "month", "شباط 2024", "February 2024", 29),
        (Period.year(2022), "2022", "year", "عام 2022", "2022", 365),
        (
            Period.between(date(2022, 1, 15), date(2022, 2, 3)),
            "2022-01-15..2022-02-03",
            "days",
            "من 15 كانون الثاني 2022 إلى 3 شباط 2022",
            "15 January 2022 to 3 February 2022",
            20,
        ),
        (
            Period.between(date(2022, 1, 1), date(2022, 9, 30)),
            "2022-01-01..2022-09-30",
            "days",
            "من 1 كانون الثاني 2022 إلى 30 أيلول 2022",
            "1 January 2022 to 30 September 2022",
            273,
        ),
        (
            Period.between(date(2022, 7, 14), date(2022, 7, 14)),
            "2022-07-14..2022-07-14",
            "days",
            "14 تموز 2022",
            "14 July 2022",
            1,
        ),
        (
            Period.between(date(2022, 2, 1), date(2022, 4, 30)),
            "2022-02-01..2022-04-30",
            "days",
            "من 1 شباط 2022 إلى 30 نيسان 2022",
            "1 February 2022 to 30 April 2022",
            89,
        ),
    ],
)
def test_a_period_tells_its_code_kind_name_and_length(
    period: Period, code: str, kind: str, arabic: str, english: str, length: int
) -> None:
    told = (period.code, period.kind, period.name("ar"), period.name("en"), period.days)
    assert told == (code, kind, arabic, english, length)


def test_names_take_the_readers_digits() -> None:
    assert H1.name("ar", "arabic") == "النصف الأول من عام ٢٠٢٢"
    assert day_name(date(2022, 7, 14), "ar", "arabic") == "١٤ تموز ٢٠٢٢"


def test_days_of_whole_months_between_two_dates_are_the_calendars_own() -> None:
    assert Period.between(date(2022, 1, 1), date(2022, 6, 30)) == H1
    assert Period.between(date(2022, 1, 1), date(2022, 6, 30)).kind == "half"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2022-H1", "2022-H1"),
        ("2022H1", "2022-H1"),
        ("2022S1", "2022-H1"),
        ("2022-s2", "2022-H2"),
        ("H2 2022", "2022-H2"),
        ("2022Q2", "2022-Q2"),
        ("2022-Q2", "2022-Q2"),
        ("Q4/2022", "2022-Q4"),
        ("2022-06", "2022-06"),
        ("202206", "2022-06"),
        ("٢٠٢٢٠٦", "2022-06"),
        ("06/2022", "2022-06"),
        ("6-2022", "2022-06"),
        ("شهر 6 عام 2022", "2022-06"),
        ("2022", "2022"),
        ("۲۰۲۲", "2022"),
        ("عام 2022", "2022"),
        ("سنة ٢٠٢٢", "2022"),
        ("النصف الأول 2022", "2022-H1"),
        ("النصف الأول من عام 2022", "2022-H1"),
        ("النصف الاول لعام ٢٠٢٢", "2022-H1"),
        ("نصف ثاني 2022", "2022-H2"),
        ("النّصف الثّاني من سنة 2022", "2022-H2"),
        ("الربع الثاني ٢٠٢٢", "2022-Q2"),
        ("الربع 3 2022", "2022-Q3"),
        ("حزيران 2022", "2022-06"),
        ("شهر حزيران من عام 2022", "2022-06"),
        ("يونيو 2022", "2022-06"),
        ("أيار ٢٠٢٢", "2022-05"),
        ("ايار2022", "2022-05"),
        ("آب 2022", "2022-08"),
        ("كانون الثاني 2022", "2022-01"),
        ("كانون ثاني 2022", "2022-01"),
        ("تشرين 2 2022", "2022-11"),
        ("تشرين1 2022", "2022-10"),
        ("ك1 2022", "2022-12"),
        ("2022 أيلول", "2022-09"),
        ("June 2022", "2022-06"),
        ("JUN 2022", "2022-06"),
        ("Sept. 2022", "2022-09"),
        ("First half of 2022", "2022-H1"),
        ("2nd quarter of 2022", "2022-Q2"),
        ("half 1 2022", "2022-H1"),
        ("2022-01-15..2022-02-03", "2022-01-15..2022-02-03"),
        ("٢٠٢٢-٠١-١٥..٢٠٢٢-٠٢-٠٣", "2022-01-15..2022-02-03"),
        ("من 15/1/2022 إلى 3/2/2022", "2022-01-15..2022-02-03"),
        ("من 15 كانون الثاني 2022 حتى 3 شباط 2022", "2022-01-15..2022-02-03"),
        ("15 January 2022 to 3 February 2022", "2022-01-15..2022-02-03"),
        ("من كانون الثاني 2022 إلى حزيران 2022", "2022-H1"),
        ("2022-01..2022-03", "2022-Q1"),
        ("14 تموز 2022", "2022-07-14..2022-07-14"),
        ("July 14, 2022", "2022-07-14..2022-07-14"),
        ("2022-07-14", "2022-07-14..2022-07-14"),
        ("  \u200f2022-H1\u200e ", "2022-H1"),
    ],
)
def test_a_period_is_read_as_people_write_it(text: str, code: str) -> None:
    assert parse_period(text).code == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "حزيران",
        "2022-H3",
        "2022-Q5",
        "2022-13",
        "2022-00",
        "202213",
        "1850",
        "20222",
        "2022-02-30",
        "النصف الثالث 2022",
        "2022 2021",
        "2022-06-30..2022-06-01",
        "2022..",
        "2022; DROP TABLE",
        "<b>2022</b>",
        "14 14 2022",
        "Juni Juli 2022",
        "9" * 5000,
    ],
)
def test_what_is_no_period_is_refused_with_its_text(text: str) -> None:
    with pytest.raises(NotPossible) as caught:
        parse_period(text)
    assert caught.value.code == "period_unreadable"
    assert caught.value.facts == {"text": text}


@given(st.text(max_size=40) | st.text("0123456789-./.QHS نصفربعال", max_size=24))
def test_reading_answers_or_refuses_and_never_breaks(text: str) -> None:
    try:
        assert isinstance(parse_period(text), Period)
    except NotPossible as refusal:
        assert refusal.code == "period_unreadable"


@given(periods)
def test_a_code_is_read_back_as_the_same_period(period: Period) -> None:
    assert parse_period(period.code) == period


@given(periods, st.sampled_from(["ar", "en"]), st.sampled_from(["western", "arabic"]))
def test_a_name_is_read_back_as_the_same_period(period: Period, language: str, digits: str) -> None:
    assert parse_period(period.name(language, digits)) == period  # type: ignore[arg-type]


@given(calendar_periods)
def test_before_and_after_are_neighbours_of_the_same_kind(period: Period) -> None:
    before, after = period.previous(), period.next()
    assert before.kind == period.kind == after.kind
    assert before.last + timedelta(1) == period.first
    assert period.last + timedelta(1) == after.first
    assert before.next() == period == after.previous()
    assert before < period < after


@given(stretches)
def test_other_days_have_neighbours_of_the_same_length(period: Period) -> None:
    assume(not period.is_whole_months)
    assert period.previous().days == period.days == period.next().days
    assert period.previous().last + timedelta(1) == period.first


def test_nine_months_have_nine_months_before_them() -> None:
    nine = Period.between(date(2022, 1, 1), date(2022, 9, 30))
    assert nine.previous() == Period.between(date(2021, 4, 1), date(2021, 12, 31))


@given(calendar_periods)
def test_a_year_before_a_calendar_period_is_its_fellow(period: Period) -> None:
    assert period.year_before().code == period.code.replace(str(period.first.year), str(period.first.year - 1))


@pytest.mark.parametrize(
    ("code", "before"),
    [
        ("2024-02", "2023-02"),
        ("2025-02", "2024-02"),
        ("2024-02-29..2024-02-29", "2023-02-28..2023-02-28"),
        ("2022-01-15..2022-02-03", "2021-01-15..2021-02-03"),
        ("2021-12-20..2022-01-05", "2020-12-20..2021-01-05"),
    ],
)
def test_a_year_before_keeps_the_days_of_the_calendar(code: str, before: str) -> None:
    assert parse_period(code).year_before().code == before


@given(calendar_periods)
def test_months_make_up_the_period(period: Period) -> None:
    months = period.months()
    assert sum(month.days for month in months) == period.days
    assert (months[0].first, months[-1].last) == (period.first, period.last)
    assert {month.kind for month in months} == {"month"}


def test_months_and_quarters_are_those_wholly_inside() -> None:
    ragged = Period.between(date(2022, 1, 15), date(2022, 7, 14))
    assert [month.code for month in ragged.months()] == ["2022-02", "2022-03", "2022-04", "2022-05", "2022-06"]
    assert [quarter.code for quarter in ragged.quarters()] == ["2022-Q2"]
    assert [quarter.code for quarter in H1.quarters()] == ["2022-Q1", "2022-Q2"]
    assert Period.month(2022, 5).quarters() == []


@given(periods, days)
def test_a_day_is_inside_or_outside(period: Period, day: date) -> None:
    assert period.contains(day) == period.overlaps(Period(day, day))
    assert period.contains(period.first)
    assert period.contains(period.last)
    assert not period.contains(period.last + timedelta(1))


@given(periods, periods)
def test_overlapping_is_mutual(one: Period, other: Period) -> None:
    assert one.overlaps(other) == other.overlaps(one)


def test_the_beginning_of_a_year_and_whole_months_are_known() -> None:
    assert H1.starts_a_year
    assert not Period.half(2022, 2).starts_a_year
    assert H1.is_whole_months
    assert not Period.between(date(2022, 1, 2), date(2022, 6, 30)).is_whole_months
    assert H1.is_within_one_year
    assert not Period.between(date(2021, 12, 1), date(2022, 1, 31)).is_within_one_year


def test_a_period_cannot_end_before_it_begins() -> None:
    with pytest.raises(NotPossible, match="period_reversed"):
        Period.between(date(2022, 6, 30), date(2022, 6, 29))


def test_the_calendar_has_an_end() -> None:
    with pytest.raises(NotPossible, match="period_out_of_calendar"):
        Period.year(1).previous()
    with pytest.raises(NotPossible, match="period_out_of_calendar"):
        Period.between(date(9999, 12, 2), date(9999, 12, 30)).next()
    assert Period.year(9999).quarters()[-1].code == "9999-Q4"


def test_days_and_weekdays_have_their_syrian_names() -> None:
    day = date(2022, 7, 14)
    assert day_name(day, "ar") == "14 تموز 2022"
    assert day_name(day, "ar", with_year=False) == "14 تموز"
    assert day_name(day, "en", with_year=False) == "14 July"
    assert (weekday_name(day, "ar"), weekday_name(day, "en")) == ("الخميس", "Thursday")
    assert [month_name(n, "ar") for n in range(1, 13)] == list(SYRIAN_MONTHS)
    assert SYRIAN_MONTHS[0] == "كانون الثاني"
    assert SYRIAN_MONTHS[11] == "كانون الأول"
