"""A register as it came, with the cells that cannot stay as they are marked and explained."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _
from xlsxwriter.exceptions import XlsxWriterException

from nawl.collection.findings import Finding
from nawl.collection.reading import Book, Limits, open_book
from nawl.collection.reading.cells import text_of
from nawl.collection.reading.sheets import Cell, Spoiled
from nawl.collection.reading.survey import column_index
from nawl.collection.reading.words import OWN_SHEETS, word_key
from nawl.collection.wording import sentence_of, told
from nawl.kit.spreadsheets import write_cell

NOTES_SHOWN = 2_000
_Marks = dict[str, dict[int, dict[int, list[str]]]]


def marked_register(
    content: bytes, file_name: str, findings: Iterable[Finding], limits: Limits, *, is_rtl: bool
) -> bytes:
    """Return a workbook with the list of faults first, then each sheet with its faulty cells marked.

    Sheets hold values only, written row by row, so that memory stays bounded.
    """
    found = list(findings)
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"constant_memory": True})
    forms = _Forms(book)
    _write_list(book.add_worksheet(_("Faults")), found, forms, is_rtl=is_rtl)
    with open_book(content, file_name, limits) as opened:
        _write_sheets(book, opened, _marks(found), forms, is_rtl=is_rtl)
    book.close()
    return file.getvalue()


class _Forms:
    """The looks of cells."""

    def __init__(self, book: Any) -> None:
        wrong = {"bg_color": "#FBE5EB", "font_color": "#A30F4B", "border": 2, "border_color": "#A30F4B"}
        self.head = book.add_format({"bold": True, "bg_color": "#1F3B5C", "font_color": "#FFFDF9"})
        self.text = book.add_format({"text_wrap": True, "valign": "top"})
        self.day = book.add_format({"num_format": "dd/mm/yyyy"})
        self.wrong = book.add_format(wrong)
        self.wrong_day = book.add_format({**wrong, "num_format": "dd/mm/yyyy"})


def _write_list(sheet: Any, found: list[Finding], forms: _Forms, *, is_rtl: bool) -> None:
    if is_rtl:
        sheet.right_to_left()
    headings = ((_("Sheet"), 18), (_("Rows"), 20), (_("Column"), 9), (_("Heading"), 24), (_("Fault"), 90))
    for column, (heading, width) in enumerate(headings):
        sheet.set_column(column, column, width)
        write_cell(sheet, 0, column, heading, forms.head)
    sheet.freeze_panes(1, 0)
    for row, line in enumerate(told(found), 1):
        for column, value in enumerate((line.sheet, line.rows, line.column, line.heading, line.sentence)):
            write_cell(sheet, row, column, value, forms.text)


def _marks(found: list[Finding]) -> _Marks:
    """Return the sentences by sheet, row and column, counted from 0; a fault of a whole row stands at its first cell."""
    marks: _Marks = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for finding in found:
        sentence = sentence_of(finding)
        column = column_index(finding.column) if finding.column else 0
        for row in finding.rows:
            marks[finding.sheet][row - 1][column].append(sentence)
    return marks


def _write_sheets(book: Any, opened: Book, marks: _Marks, forms: _Forms, *, is_rtl: bool) -> None:
    notes = 0
    for place, sheet in enumerate(opened.sheets, 1):
        if word_key(sheet.name) in OWN_SHEETS and sheet.name not in marks:
            continue
        page = _page(book, sheet.name, place)
        if is_rtl:
            page.right_to_left()
        of_sheet = marks.get(sheet.name, {})
        for number, row in enumerate(sheet.rows):
            wrong = of_sheet.get(number, {})
            for column in range(max(len(row), *(place + 1 for place in wrong), 0)):
                is_wrong = column in wrong
                _write(page, number, column, row[column] if column < len(row) else "", forms, is_wrong=is_wrong)
                if is_wrong and notes < NOTES_SHOWN:
                    notes += 1
                    page.write_comment(number, column, "\n".join(wrong[column]), {"x_scale": 2, "y_scale": 1.2})


def _page(book: Any, name: str, place: int) -> Any:
    """Return a new sheet under its old name, or under a number where no workbook could hold that name."""
    try:
        return book.add_worksheet(name or _("Register"))
    except XlsxWriterException:
        return book.add_worksheet(_("Sheet %(place)s") % {"place": place})


def _write(page: Any, row: int, column: int, cell: Cell, forms: _Forms, *, is_wrong: bool) -> None:
    is_day = isinstance(cell, date | datetime)
    plain = forms.day if is_day else None
    form = (forms.wrong_day if is_day else forms.wrong) if is_wrong else plain
    value: Any = text_of(cell) if isinstance(cell, time | timedelta | Spoiled) else cell
    write_cell(page, row, column, value, form)
