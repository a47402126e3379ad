"""What one cell says: days, ages, counts, sexes, in all the ways that clerks and spreadsheets write them."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from nawl.collection.reading.cells import Problem, read_band, read_count, read_day, read_decimal, read_sex, text_of
from nawl.collection.reading.sheets import Spoiled

DAY = date(2022, 7, 14)


@pytest.mark.parametrize(
    "cell",
    [
        "14/7/2022",
        "14-07-2022",
        "14.7.2022",
        "14\\7\\2022",
        "14 7 2022",
        "14/7/22",
        "2022-07-14",
        "2022/7/14",
        "٢٠٢٢/٧/١٤",
        "١٤/٧/٢٠٢٢",
        "14 تموز 2022",
        "١٤ تموز ٢٠٢٢",
        "14 يوليو 2022",
        "14 July 2022",
        "July 14, 2022",
        "14 Jul 2022",
        "الخميس 14/7/2022",
        "يوم الخميس، 14 تموز 2022",
        "Thursday, 14 July 2022",
        "2022-07-14 00:00:00",
        "2022-07-14T08:30:00",
        "20220714",
        "44756",
        44756.0,
        44756.375,
        20220714.0,
        DAY,
        datetime.fromisoformat("2022-07-14T08:30"),
    ],
)
def test_a_day_is_read_however_it_is_written(cell: object) -> None:
    read = read_day(cell)
    assert not isinstance(read, Problem)
    assert (read.day, read.is_ambiguous) == (DAY, False)


def test_where_day_and_month_could_be_either_the_day_stands_first_and_that_is_known() -> None:
    read = read_day("5/6/2022")
    assert not isinstance(read, Problem)
    assert (read.day, read.is_ambiguous) == (date(2022, 6, 5), True)


def test_a_workbook_that_counts_from_1904_is_understood() -> None:
    read = read_day(43294.0, uses_1904=True)
    assert not isinstance(read, Problem)
    assert read.day == DAY


def test_a_month_before_the_day_is_a_fault_with_its_right_order() -> None:
    read = read_day("7/14/2022")
    assert isinstance(read, Problem)
    assert read.code == "date_month_first"
    assert dict(read.facts)["suggestion"] == "14/7/2022"


@pytest.mark.parametrize(
    "cell",
    ["31/6/2022", "14/7", "تموز", "أمس", "14", 3.0, True, time(8), "1/1/20222", "٠/٠/٠", float("inf"), float("nan")],
)
def test_what_is_no_day_is_told(cell: object) -> None:
    read = read_day(cell)
    assert isinstance(read, Problem)
    assert read.code == "date_unreadable"


@pytest.mark.parametrize(
    ("cell", "band"),
    [
        ("0-4", "00-04"),
        ("4 - 0", "00-04"),
        ("0 إلى 4", "00-04"),
        ("من 0 إلى 4 سنوات", "00-04"),
        ("أقل من 5", "00-04"),
        ("دون ٥ سنوات", "00-04"),
        ("under 5", "00-04"),
        ("<5", "00-04"),
        ("5-17", "05-17"),
        ("٥ – ١٧", "05-17"),
        (date(2022, 5, 17), "05-17"),
        (datetime.fromisoformat("2022-05-17"), "05-17"),
        ("18 to 29 years", "18-29"),
        ("18–29", "18-29"),
        ("30 حتى 59", "30-59"),
        ("60+", "60+"),
        ("+60", "60+"),
        ("60 فأكثر", "60+"),
        ("٦٠ سنة فأكثر", "60+"),
        ("60 وما فوق", "60+"),
        ("أكثر من 59", "60+"),
        ("60 and over", "60+"),
        ("≥60", "60+"),
        ("غير مسجَّل", "u"),
        ("Not recorded", "u"),
    ],
)
def test_an_age_band_is_read_however_it_is_written(cell: object, band: str) -> None:
    assert read_band(cell) == band


@pytest.mark.parametrize(
    ("cell", "near"), [("34", "30-59"), (34.0, "30-59"), ("0-5", "00-04"), ("18-30", "18-29"), ("70", "60+")]
)
def test_another_age_is_told_with_the_nearest_band(cell: object, near: str) -> None:
    read = read_band(cell)
    assert isinstance(read, Problem)
    assert dict(read.facts)["band"].value == near


@pytest.mark.parametrize("cell", ["أطفال", "كبار", date(2022, 5, 18), "x"])
def test_what_is_no_age_is_told(cell: object) -> None:
    read = read_band(cell)
    assert isinstance(read, Problem)
    assert read.code == "age_band_unread"


@pytest.mark.parametrize(
    ("cell", "count"),
    [
        (12.0, 12),
        ("12", 12),
        ("١٢", 12),
        ("۱۲", 12),
        ("1,234", 1234),
        ("١٬٢٣٤", 1234),
        ("1 234", 1234),
        ("5.0", 5),
        ("-3", -3),
        ("", None),
        ("-", None),
        ("—", None),
        (" ", None),
        ("لا يوجد", None),
    ],
)
def test_a_count_is_read_in_any_digits(cell: object, count: int | None) -> None:
    assert read_count(cell) == count


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("خمسة", "count_unreadable"),
        ("12 شخصاً", "count_unreadable"),
        ("1.234", "count_not_whole"),
        ("٣٫٥", "count_not_whole"),
        (12.5, "count_not_whole"),
        (True, "count_unreadable"),
        (date(2022, 1, 3), "count_is_date"),
        (time(1, 2), "count_is_date"),
        (Spoiled.ERROR, "cell_holds_error"),
        (Spoiled.UNCOUNTED, "cell_formula_uncounted"),
        ("=1+1", "count_unreadable"),
        ("9" * 40, "count_unreadable"),
        (float("1e300"), None),
    ],
)
def test_what_is_no_count_is_told(cell: object, code: str | None) -> None:
    read = read_count(cell)
    assert (read.code if isinstance(read, Problem) else None) == code


@pytest.mark.parametrize(
    ("cell", "sex"),
    [
        ("أنثى", "f"),
        ("إناث", "f"),
        ("الاناث", "f"),
        ("Female", "f"),
        ("F", "f"),
        ("ذكر", "m"),
        ("ذكور", "m"),
        ("m", "m"),
        ("غير مسجل", "u"),
    ],
)
def test_a_sex_is_read_however_it_is_written(cell: str, sex: str) -> None:
    assert read_sex(cell) == sex


@pytest.mark.parametrize(
    ("cell", "number"),
    [("34.8209", "34.8209"), ("٣٤٫٨٢٠٩", "34.8209"), ("34,82", "34.82"), (34.5, "34.5"), ("34.8°", "34.8")],
)
def test_a_coordinate_is_read_with_point_or_comma(cell: object, number: str) -> None:
    assert str(read_decimal(cell)) == number


def test_a_coordinate_that_is_none_is_nothing() -> None:
    assert read_decimal("شمال") is None
    assert read_decimal("NaN") is None


def test_cells_are_shown_as_their_reader_knows_them() -> None:
    assert [text_of(cell) for cell in (12.0, 1.5, True, DAY, " a  b ", datetime.fromisoformat("2022-07-14"))] == [
        "12",
        "1.5",
        "TRUE",
        "2022-07-14",
        "a b",
        "2022-07-14",
    ]
