"""Text that leaves for a spreadsheet and must stay text: nothing a reader wrote becomes a formula on another's machine."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

_STARTERS = frozenset("=+-@|\t\r\n\0＝＋－＠")
_PASSED_OVER = " \u00a0\u200e\u200f\u202a\u202b\u2066\u2067\u2068"
"""What some spreadsheets pass over before they look whether a text calculates."""
_UNWRITABLE = dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0xFFFE, 0xFFFF])


def csv_text(rows: Iterable[Iterable[Any]]) -> str:
    """Return rows as CSV that every spreadsheet opens as UTF-8: with its mark, commas, and no text that calculates."""
    text = io.StringIO()
    text.write("\ufeff")
    csv.writer(text, lineterminator="\r\n").writerows([csv_cell(value) for value in row] for row in rows)
    return text.getvalue()


def csv_cell(value: Any) -> str:
    """Return one value for a CSV file; text that begins as a formula does gets a quote before it, numbers do not."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, int | float | Decimal):
        return str(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    text = writable(str(value))
    return f"'{text}" if text.lstrip(_PASSED_OVER)[:1] in _STARTERS and text else text


def writable(text: str) -> str:
    """Return a text without the signs that no spreadsheet can hold."""
    return text.translate(_UNWRITABLE)


def write_cell(sheet: Any, row: int, column: int, value: Any, form: Any = None) -> None:
    """Write one value into an XLSX sheet (of XlsxWriter) as what it is: a text is a text, even when it begins with «=».

    Rows and columns count from 0; days need a `form` with a number format.
    """
    if value is None or value == "":
        if form is not None:
            sheet.write_blank(row, column, None, form)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value, form)
    elif isinstance(value, int | float | Decimal):
        sheet.write_number(row, column, value, form)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, form)
    else:
        sheet.write_string(row, column, writable(str(value))[:32_767], form)
