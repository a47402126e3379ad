"""Reading CSV files: any of the usual encodings and separators, found without asking."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator
from itertools import islice

from nawl.collection.reading.limits import COLUMNS, Limits
from nawl.collection.reading.sheets import Book, Row, Sheet
from nawl.collection.reading.tables import SEARCHED, heading_score
from nawl.kit.errors import NotPossible

SEPARATORS = (",", ";", "\t", "|")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = bytes(sorted(set(range(32)) - {9, 10, 13}))


def open_text(content: bytes, limits: Limits) -> Book:
    """Return the one sheet of a CSV file; raises `register_not_a_spreadsheet` for what is no text."""
    encoding = _encoding(content)
    separator = _separator(content, encoding)
    return Book((Sheet("", _rows(content, encoding, separator, limits)),), row_count=content.count(b"\n"))


def _encoding(content: bytes) -> str:
    """Return how the text is written: by its mark, as UTF-8, as UTF-16 by its noughts, else as Windows-1256."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _readable(content, encoding)
    if b"\0" in content[:4_000]:
        odd, even = content[1:4_000:2].count(0), content[0:4_000:2].count(0)
        return _readable(content, "utf-16-le" if odd >= even else "utf-16-be")
    if content.translate(None, _CONTROLS) != content:
        raise NotPossible("register_not_a_spreadsheet")
    try:
        return _readable(content, "utf-8")
    except NotPossible:
        return "cp1256"


def _readable(content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as fault:
        raise NotPossible("register_not_a_spreadsheet") from fault
    if "\0" in text:
        raise NotPossible("register_not_a_spreadsheet")
    return encoding


def _separator(content: bytes, encoding: str) -> str:
    """Return the separator under which the headings are best understood, then that which makes most columns."""
    return max(SEPARATORS, key=lambda separator: _fit(_parsed(content, encoding, separator)))


def _fit(rows: Iterable[list[str]]) -> tuple[float, int]:
    start: list[Row] = [list(row) for row in islice(rows, SEARCHED)]
    return heading_score(start), max(map(len, start), default=0)


def _parsed(content: bytes, encoding: str, separator: str) -> Iterator[list[str]]:
    lines = io.TextIOWrapper(io.BytesIO(content), encoding=encoding, newline="")
    try:
        for number, row in enumerate(csv.reader(lines, delimiter=separator)):
            is_hint = number == 0 and len(row) <= 2 and "".join(row).strip().startswith("sep=")
            yield [] if is_hint else row
            if len(row) > COLUMNS * 3:
                raise NotPossible("register_too_wide")
    except csv.Error as fault:
        raise NotPossible("register_damaged") from fault


def _rows(content: bytes, encoding: str, separator: str, limits: Limits) -> Iterator[Row]:
    filled = 0
    for row in _parsed(content, encoding, separator):
        if any(cell.strip() for cell in row):
            filled += 1
            if filled > limits.rows:
                raise NotPossible("register_many_rows", limit=limits.rows)
        if len(row) > COLUMNS:
            raise NotPossible("register_too_wide")
        yield list(row)
