"""Registers in all the shapes that centres keep them in, read to the same lines."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest

from nawl.collection.reading.labels import Label, label_of
from tests.collection.looking import look
from tests.factories.registers import BANDS, ENGLISH, HEADINGS, as_csv, as_xlsx, line, wide

DAY = date(2022, 6, 1)
ROWS = [
    line(DAY, "عيادة المركز", "فحص طبي عام", "أنثى", "18 إلى 29", 3, 1),
    line(DAY, "عيادة المركز", "فحص طبي عام", "ذكر", "60 فأكثر", 12, 0),
    line(date(2022, 6, 25), "عيادة المركز", "متابعة حمل", "أنثى", "30 إلى 59", 4, 4),
]
LINES = [
    ("2022-06-01", "فحص طبي عام", "f", "18-29", 3, 1),
    ("2022-06-01", "فحص طبي عام", "m", "60+", 12, 0),
    ("2022-06-25", "متابعة حمل", "f", "30-59", 4, 4),
]
TITLE = [["سجل الخدمات اليومي"], ["مركز التنمية الريفية في صافيتا (SY1003-RDC-02)"], [], ["شهر حزيران 2022"], []]


def arabic_digits(row: list[object]) -> list[object]:
    shown = [value.strftime("%d/%m/%Y") if isinstance(value, date) else str(value) for value in row]
    return [text.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")) for text in shown]


CSV = [HEADINGS, *ROWS]
SHAPES = {
    "xlsx": as_xlsx(CSV),
    "csv": as_csv(CSV),
    "csv with a mark": as_csv(CSV, encoding="utf-8-sig"),
    "csv of an Arabic Excel": as_csv(CSV, separator=";", encoding="cp1256"),
    "csv by tabs": as_csv(CSV, separator="\t"),
    "csv by tabs in UTF-16": as_csv(CSV, separator="\t", encoding="utf-16"),
    "csv in UTF-16 without a mark": as_csv(CSV, encoding="utf-16-le"),
    "csv in UTF-16, big end first": as_csv(CSV, encoding="utf-16-be"),
    "csv that names its separator": b"sep=;\r\n" + as_csv(CSV, separator=";"),
    "csv with old line ends": as_csv(CSV).replace(b"\r\n", b"\r"),
    "titles above": as_xlsx([*TITLE, *CSV], merges=[(0, 0, 0, 6), (1, 0, 1, 6)]),
    "titles above in a csv": as_csv([*TITLE, *CSV]),
    "English headings": as_xlsx([ENGLISH, *ROWS]),
    "Arabic digits": as_csv([HEADINGS, *map(arabic_digits, ROWS)]),
    "columns turned round": as_xlsx([row[::-1] for row in map(list, CSV)]),
    "a numbering and notes": as_xlsx([["م", *HEADINGS, "ملاحظات"], *([n, *row, "لا شيء"] for n, row in enumerate(ROWS, 1))]),
    "blank rows between": as_xlsx([HEADINGS, ROWS[0], [], ROWS[1], [], [], ROWS[2]]),
    "headings repeated on each page": as_xlsx([HEADINGS, ROWS[0], HEADINGS, ROWS[1], HEADINGS, ROWS[2]]),
    "far from the corner": as_xlsx([[], [], *([None, None, *row] for row in CSV)]),
    "headings with hints": as_xlsx(
        [["التاريخ (يوم/شهر/سنة)", "النشاط:", "الخدمة *", "الجنس (ذكر/أنثى)", "الفئه العمريه", "عدد الخدمات المقدمة", "منهم لأول مرة"], *ROWS]
    ),
    "what stays the same left out": as_csv(
        [HEADINGS, ROWS[0], ["", "", "", "ذكر", "60 فأكثر", 12, 0], ["25/6/2022", "", "متابعة حمل", "أنثى", "30-59", 4, 4]]
    ),
    "signs of repetition": as_csv(
        [HEADINGS, ROWS[0], ['"', "=", "〃", "ذكر", "60+", 12, 0], ["25/6/2022", "//", "متابعة حمل", "أنثى", "30-59", 4, 4]]
    ),
    "merged days": as_xlsx(
        [HEADINGS, ROWS[0], ["", "", "", *ROWS[1][3:]], ["25/6/2022", "", *ROWS[2][2:]]],
        merges=[(1, 0, 2, 0), (1, 1, 3, 1), (1, 2, 2, 2)],
    ),
    "totals at the foot": as_xlsx([*CSV, ["المجموع", "", "", "", "", 19, 5]]),
    "totals and a signature": as_xlsx([*CSV, ["الإجمالي العام", "", "", "", "", "١٩", "٥"], [], ["توقيع المسؤول: ........"]]),
    "totals without a word": as_xlsx([*CSV, ["", "", "", "", "", 19, 5]]),
    "subtotals": as_xlsx([HEADINGS, *ROWS[:2], ["مجموع اليوم", "", "", "", "", 15, 1], ROWS[2], ["المجموع", "", "", "", "", 19, 5]]),
    "two sheets": as_xlsx([HEADINGS, *ROWS[:2]], حزيران=[HEADINGS, ROWS[2]]),
    "a sheet of something else": as_xlsx(CSV, شرح=[["هذه الورقة للشرح"], ["لا غير"]]),
    "noughts left empty or crossed out": as_xlsx([*CSV, line(DAY, sex="ذكر", contacts="-", first_visits="")]),
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_reads_to_the_same_lines(shape: str) -> None:
    seen = look(SHAPES[shape])
    assert not seen.missing
    assert not seen.faults
    assert seen.counts == LINES
    assert all(one.activity == "عيادة المركز" for one in seen.lines)


def test_the_wide_sheet_of_the_centres_is_read_by_sex_and_age() -> None:
    counts = {DAY: {("f", BANDS[0]): 2, ("f", BANDS[4]): 7, ("m", BANDS[1]): 1}, date(2022, 6, 2): {("m", BANDS[2]): 9}}
    assert look(wide(counts)).counts == [
        ("2022-06-01", "فحص طبي عام", "f", "00-04", 2, None),
        ("2022-06-01", "فحص طبي عام", "f", "60+", 7, None),
        ("2022-06-01", "فحص طبي عام", "m", "05-17", 1, None),
        ("2022-06-02", "فحص طبي عام", "m", "18-29", 9, None),
    ]


WIDE = [("2022-06-01", "فحص", "f", "05-17", 4, 1), ("2022-06-01", "فحص", "m", "60+", 5, None)]
WIDE_SHAPES = {
    "three lines of headings": [
        ["", "", "الخدمات المقدمة", "", "", "", "الزيارات الأولى", "", "", ""],
        ["التاريخ", "الخدمة", "إناث", "", "ذكور", "", "إناث", "", "ذكور", ""],
        ["", "", "5-17", "60+", "5-17", "60+", "5-17", "60+", "5-17", "60+"],
        ["1/6/2022", "فحص", 4, "", "", 5, 1, "", "", ""],
    ],
    "one line of headings": [
        [
            "Service",
            "Date",
            "Female 5-17",
            "F 60+",
            "Male 5-17",
            "M 60+",
            "Female 5-17 first visits",
            "إناث جدد 60 فأكثر",
        ],
        ["فحص", "2022-06-01", 4, "", "", 5, 1, ""],
    ],
    "sex across, age down": [
        ["التاريخ", "الخدمة", "العمر", "إناث", "ذكور", "إناث جدد"],
        ["1/6/2022", "فحص", "5-17", 4, "", 1],
        ["", "", "60+", "", 5, ""],
    ],
    "age across, sex down": [
        ["التاريخ", "الخدمة", "الجنس", "5-17", "60 فأكثر", "5-17 زيارة أولى"],
        ["1/6/2022", "فحص", "إناث", 4, "", 1],
        ["", "", "ذكور", "", 5, ""],
    ],
    "with totals beside and below": [
        ["", "", "إناث", "", "", "ذكور", "", "", "المجموع", "الزيارات الأولى"],
        ["التاريخ", "الخدمة", "5-17", "60+", "المجموع", "5-17", "60+", "المجموع", "", "إناث 5-17"],
        ["1/6/2022", "فحص", 4, "", 4, "", 5, 5, 9, 1],
        ["المجموع", "", 4, 0, 4, 0, 5, 5, 9, 1],
    ],
}


@pytest.mark.parametrize("shape", WIDE_SHAPES)
@pytest.mark.parametrize("maker", [as_csv, as_xlsx])
def test_columns_by_sex_and_age_are_understood_however_they_are_headed(shape: str, maker: object) -> None:
    seen = look(maker(WIDE_SHAPES[shape]))  # type: ignore[operator]
    assert not seen.missing
    assert not seen.faults
    assert sorted(seen.counts, key=str) == WIDE


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("التاريح", Label(field="date")),
        ("تاريخ الخدمه :", Label(field="date")),
        ("Service  name", Label(field="service")),
        ("اسم المركز", Label(field="facility")),
        ("العدد", Label(measure="contacts")),
        ("المستفيدون الجدد", Label(measure="first_visits")),
        ("الإناث 0-4", Label(sex="f", band="00-04")),
        ("مجموع الذكور", Label(sex="m", is_total=True)),
        ("F 18–29 first visits", Label(measure="first_visits", sex="f", band="18-29")),
        ("عدد المستفيدين", Label(is_known=False)),
        ("سجل الخدمات اليومي", Label(is_known=False)),
        (date(2022, 5, 17), Label(band="05-17")),
    ],
)
def test_a_heading_is_understood_in_any_spelling(text: object, label: Label) -> None:
    assert label_of(text) == label  # type: ignore[arg-type]


def test_beneficiaries_alone_are_neither_services_nor_persons() -> None:
    headings = [*HEADINGS[:5], "عدد المستفيدين"]
    assert look(as_xlsx([headings, ROWS[0][:6]])).missing == ["contacts"]


def test_written_totals_are_held_against_the_sums() -> None:
    seen = look(as_xlsx([*CSV, ["المجموع", "", "", "", "", 20, 5]]))
    assert seen.faults == [("total_differs", "F", (5,))]
    assert dict(seen.found.all()[0].facts) == {"written": 20, "sum": 19}


def test_totals_over_an_unreadable_count_are_left_alone() -> None:
    rows = [HEADINGS, line(contacts="خمسة"), line(DAY, sex="ذكر", contacts=4), ["المجموع", "", "", "", "", 9, 2]]
    assert [code for code, _column, _rows in look(as_xlsx(rows)).faults] == ["count_unreadable"]


def test_a_total_beside_the_counts_is_held_against_them() -> None:
    rows = [["التاريخ", "الخدمة", "إناث 5-17", "ذكور 5-17", "المجموع"], ["1/6/2022", "فحص", 20, 22, 45]]
    seen = look(as_xlsx(rows))
    assert seen.faults == [("row_total_differs", "E", (2,))]
    assert dict(seen.found.all()[0].facts) == {"written": 45, "sum": 42}


def test_a_heading_that_stands_twice_is_known() -> None:
    table = look(as_xlsx([[*HEADINGS, "الخدمة"], ROWS[0]])).tables[0]
    assert table.doubled == (7,)


def test_an_empty_service_on_a_new_day_is_a_fault_not_a_repetition() -> None:
    rows = [HEADINGS, ROWS[0], ["2/6/2022", "", "", "أنثى", "60+", 4, 0]]
    assert look(as_csv(rows)).faults == [("service_missing", "C", (3,))]


def test_what_was_taken_from_the_row_above_is_told() -> None:
    seen = look(SHAPES["what stays the same left out"])
    assert seen.remarks["filled_from_above"].rows in {(3,), (3, 4)}


def test_day_first_is_told_once_with_all_its_rows() -> None:
    seen = look(as_csv([HEADINGS, line("1/6/2022"), line("2/6/2022", sex="ذكر"), line("25/6/2022")]))
    remark = seen.remarks["dates_day_first"]
    assert remark.rows == (2, 3)
    assert dict(remark.facts) == {"text": "1/6/2022", "day": date(2022, 6, 1)}


def test_hidden_sheets_are_named_and_not_read() -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(CSV, قديم=[HEADINGS, line(contacts=99)])))
    book["قديم"].sheet_state = "hidden"
    kept = io.BytesIO()
    book.save(kept)
    from nawl.collection.reading import Limits, open_book

    with open_book(kept.getvalue(), "x.xlsx", Limits()) as opened:
        assert opened.hidden == ("قديم",)
        assert [sheet.name for sheet in opened.sheets] == ["السجل"]


def test_formulas_are_read_as_their_values_and_told_when_they_have_none() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(HEADINGS)
    sheet.append([DAY, "عيادة المركز", "فحص طبي عام", "أنثى", "60+", "=2+3", 1])
    kept = io.BytesIO()
    book.save(kept)
    assert look(kept.getvalue()).faults == [("cell_formula_uncounted", "F", (2,))]


def test_errors_of_the_spreadsheet_are_told() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(HEADINGS)
    sheet.append([DAY, "عيادة المركز", "فحص طبي عام", "أنثى", "60+", "#DIV/0!", 1])
    kept = io.BytesIO()
    book.save(kept)
    assert look(kept.getvalue()).faults == [("cell_holds_error", "F", (2,))]


def test_rows_are_numbered_as_the_sheet_numbers_them() -> None:
    rows = [*TITLE, HEADINGS, [], ROWS[0], [], line(contacts="خمسة")]
    assert look(as_xlsx(rows)).faults == [("count_unreadable", "F", (10,))]
