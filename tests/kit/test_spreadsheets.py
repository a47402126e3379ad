"""Text for spreadsheets stays text."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from nawl.kit.spreadsheets import csv_cell, csv_text, write_cell

STARTERS = "=+-@|\t\r\n＝＋－＠"


@pytest.mark.parametrize(
    "text",
    [f"{sign}1" for sign in STARTERS] + ["+963 999 111", "  =1", "\u200f=1+1", "\u2068=1+1\u2069", "@سعاد", "\u00a0=1"],
)
def test_a_text_that_begins_as_a_formula_does_gets_a_quote(text: str) -> None:
    assert csv_cell(text).startswith("'")


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("صافيتا", "صافيتا"),
        ("SY1003-RDC-02", "SY1003-RDC-02"),
        ("", ""),
        (None, ""),
        (-5, "-5"),
        (Decimal("-2.50"), "-2.50"),
        (155000, "155000"),
        (True, "1"),
        (date(2022, 7, 14), "2022-07-14"),
        ("a\x00b\x07", "ab"),
    ],
)
def test_numbers_days_and_plain_texts_stay_as_they_are(value: object, kept: str) -> None:
    assert csv_cell(value) == kept


@given(st.lists(st.lists(st.text(max_size=8), min_size=1, max_size=3), min_size=1, max_size=5))
def test_no_cell_of_a_csv_begins_as_a_formula(rows: list[list[str]]) -> None:
    text = csv_text(rows)
    assert text.startswith("\ufeff")
    for row in csv.reader(io.StringIO(text[1:], newline="")):
        assert all(
            cell.lstrip(" \u00a0\u200e\u200f\u202a\u202b")[:1] not in set(STARTERS) or cell == "" for cell in row
        )


@given(st.lists(st.text(max_size=12), min_size=1, max_size=8))
def test_no_cell_of_a_workbook_is_a_formula(texts: list[str]) -> None:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet()
    for row, text in enumerate([*texts, "=1+1", "{=A1}", "http://example.org"]):
        write_cell(sheet, row, 0, text)
    book.close()
    read = openpyxl.load_workbook(io.BytesIO(file.getvalue())).active
    assert all(cell.data_type in {"s", "n"} for row in read.iter_rows() for cell in row)
    assert all(cell.hyperlink is None for row in read.iter_rows() for cell in row)


def test_values_are_written_as_what_they_are() -> None:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet()
    for column, (value, form) in enumerate(
        [(3, None), (Decimal("2.5"), None), (True, None), (date(2022, 7, 14), day), (None, day), ("", None)]
    ):
        write_cell(sheet, 0, column, value, form)
    book.close()
    read = openpyxl.load_workbook(io.BytesIO(file.getvalue())).active
    assert [cell.value for cell in read[1]][:4] == [3, 2.5, True, read["D1"].value]
    assert read["D1"].value.date() == date(2022, 7, 14)
    assert read["E1"].value is None
