"""The workbook, opened again: real numbers, right to left, heads that stay, the basis in each heading."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from nawl.reports.document import Document
from nawl.reports.formats.workbook import make_xlsx
from tests.factories.reports import PEOPLE


@pytest.fixture(scope="module")
def book(arabic: Document) -> Any:
    return load_workbook(BytesIO(make_xlsx(arabic)))


def test_there_is_a_sheet_for_each_table_and_two_more(book: Any, arabic: Document) -> None:
    assert len(book.sheetnames) == len(arabic.tables) + 2
    assert all(len(name) <= 31 for name in book.sheetnames)


def test_arabic_sheets_begin_at_the_right(book: Any) -> None:
    assert all(sheet.sheet_view.rightToLeft for sheet in book.worksheets)


def test_english_sheets_begin_at_the_left(english: Document) -> None:
    sheets = load_workbook(BytesIO(make_xlsx(english))).worksheets
    assert not any(sheet.sheet_view.rightToLeft for sheet in sheets)


def test_figures_are_numbers_and_not_texts(book: Any, arabic: Document) -> None:
    for table, sheet in zip(arabic.tables, book.worksheets[1:-1], strict=True):
        for place, column in enumerate(table.columns, start=1):
            if not column.is_number:
                continue
            for offset, row in enumerate(table.rows):
                cell = sheet.cell(row=5 + offset, column=place)
                assert cell.value == (pytest.approx(row[place - 1]) if row[place - 1] is not None else None)
                assert cell.number_format != "General"


def test_heads_stay_in_sight_and_name_the_basis(book: Any, arabic: Document) -> None:
    for table, sheet in zip(arabic.tables, book.worksheets[1:-1], strict=True):
        assert sheet.freeze_panes == "B5"
        heads = [sheet.cell(row=4, column=place).value for place in range(1, len(table.columns) + 1)]
        for head, column in zip(heads, table.columns, strict=True):
            assert head.startswith(column.title)
            assert column.basis in head


def test_the_total_is_the_headline_figure(book: Any, arabic: Document) -> None:
    table = next(found for found in arabic.tables if found.label == "حسب المحافظة")
    sheet = book[table.label]
    people = [column.title for column in table.columns].index("المستفيدون من الخدمات") + 1
    assert sheet.cell(row=4 + len(table.rows), column=people).value == PEOPLE


def test_notes_hold_the_definitions(book: Any) -> None:
    texts = [str(cell.value) for row in book.worksheets[-1].iter_rows() for cell in row if cell.value]
    assert any("تعريف «الأشخاص المستفيدون»" in text for text in texts)
    assert any("سبل العيش" in text for text in texts)


def test_nothing_is_a_formula(book: Any) -> None:
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
