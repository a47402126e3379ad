"""XLSX: one sheet for each table with real numbers, one for the summary, one for what the figures mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from io import BytesIO
from typing import Any

import xlsxwriter
from django.utils import translation
from django.utils.translation import gettext as _

from nawl.reports.document import Apart, Column, Document, Prose, Section, Table, Terms, Value
from nawl.reports.formats import fonts

_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_LONGEST_NAME = 31
_HEAD_ROW = 3
_EASTERN = "[$-2000000]"  # shows digits as ٠-٩; the cell holds the number itself
_NUMBERS = {"count": "#,##0", "share": "0%", "change": "+0.0%;-0.0%;0%", "difference": "+#,##0;-#,##0;0"}
_COLUMN = 15  # characters of a column of width 1


@dataclass(frozen=True)
class _Book:
    """The workbook being written, with its formats."""

    file: Any
    formats: dict[str, Any]
    document: Document


def make_xlsx(document: Document) -> bytes:
    """Return the report as XLSX."""
    made = BytesIO()
    file = xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book = _Book(file, _formats(file, document), document)
    with translation.override(document.language):
        _properties(book)
        _summary(book)
        _tables(book)
        _notes(book)
    file.close()
    return made.getvalue()


def _formats(file: Any, document: Document) -> dict[str, Any]:
    eastern = _EASTERN if document.digits == "arabic" else ""
    base = {"font_name": fonts.TEXT, "font_size": 10, "valign": "vcenter"}
    if document.direction == "rtl":
        base["reading_order"] = 2
    plain = {kind: {**base, "num_format": ";".join(f"{eastern}{part}" for part in pattern.split(";"))}
             for kind, pattern in _NUMBERS.items()}  # fmt: skip
    looks: dict[str, dict[str, Any]] = {
        "title": {**base, "bold": True, "font_size": 16, "font_name": fonts.TITLE},
        "caption": {**base, "bold": True, "font_size": 12},
        "soft": {**base, "font_color": "#55473B"},
        "notice": {**base, "bg_color": "#FAECD0", "font_color": "#784A00", "text_wrap": True, "valign": "top"},
        "apart": {**base, "bg_color": "#FAF4E8", "text_wrap": True, "valign": "top"},
        "prose": {**base, "text_wrap": True, "valign": "top"},
        "word": {**base, "bold": True, "text_wrap": True, "valign": "top"},
        "head": {
            **base,
            "bold": True,
            "text_wrap": True,
            "bg_color": "#EFE7D9",
            "top": 1,
            "bottom": 1,
            "valign": "bottom",
        },
        "basis": {**base, "font_size": 8, "font_color": "#55473B"},
        "text": base,
        "code": {**base, "reading_order": 1},
    }
    looks |= plain
    looks |= {f"{name}-total": {**looks[name], "bold": True, "top": 1, "bottom": 1} for name in ("text", *plain)}
    return {name: file.add_format(look) for name, look in looks.items()}


def _properties(book: _Book) -> None:
    document = book.document
    book.file.set_properties(
        {
            "title": f"{document.title} · {document.subtitle}",
            "author": document.letterhead[1],
            "company": document.letterhead[0],
            "keywords": " ".join(part for part in (document.number, document.fingerprint) if part),
            "comments": document.synthetic,
            "created": datetime.combine(document.day, time(12), UTC).replace(tzinfo=None),
        }
    )


def _sheet(book: _Book, name: str) -> Any:
    sheet = book.file.add_worksheet(_free_name(book, name))
    if book.document.direction == "rtl":
        sheet.right_to_left()
    sheet.hide_gridlines(2)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_header(f"&C{book.document.title} · {book.document.subtitle}")
    sheet.set_footer(f"&L{book.document.number or book.document.words.draft}&C{book.document.fingerprint}&R&P / &N")
    return sheet


def _free_name(book: _Book, name: str) -> str:
    """Return a name for a sheet: no sign that Excel refuses, not too long, not taken."""
    plain = " ".join(name.translate(_FORBIDDEN).split())[:_LONGEST_NAME]
    taken = {sheet.get_name().lower() for sheet in book.file.worksheets()}
    number = 2
    free = plain
    while free.lower() in taken:
        ending = f" {number}"
        free, number = plain[: _LONGEST_NAME - len(ending)] + ending, number + 1
    return free


def _summary(book: _Book) -> None:
    document = book.document
    sheet = _sheet(book, document.sections[0].title)
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 90)
    sheet.write_string(0, 0, document.title, book.formats["title"])
    sheet.write_string(1, 0, document.subtitle, book.formats["caption"])
    row = 3
    for fact in document.facts:
        sheet.write_string(row, 0, fact.label, book.formats["soft"])
        sheet.write_string(row, 1, fact.value, book.formats["code" if fact.is_code else "text"])
        row += 1
    sheet.write_string(row, 0, document.words.fingerprint, book.formats["soft"])
    sheet.write_string(row, 1, document.fingerprint, book.formats["code"])
    row += 2
    if document.synthetic:
        row = _paragraph(sheet, row, document.synthetic, book.formats["notice"])
    for block in document.sections[0].blocks:
        if isinstance(block, Prose):
            row = _paragraph(sheet, row, block.text, book.formats["prose"])
        elif isinstance(block, Apart):
            row = _paragraph(sheet, row, f"{block.lead} {block.text}", book.formats["apart"])


def _paragraph(sheet: Any, row: int, text: str, look: Any) -> int:
    """Write a paragraph over both columns, tall enough for its lines; return the next free row."""
    sheet.merge_range(row, 0, row, 1, text, look)
    sheet.set_row(row, 18 * (1 + len(text) // 105))
    return row + 1


def _tables(book: _Book) -> None:
    for part in book.document.sections:
        reasons = [f"{block.lead} {block.text}" for block in part.blocks if isinstance(block, Apart)]
        is_summary = part is book.document.sections[0]
        for table in (block for block in part.blocks if isinstance(block, Table)):
            _table(book, table, () if is_summary else reasons)


def _table(book: _Book, table: Table, reasons: Iterable[str]) -> None:
    """Write one table; its head row stays in sight, and its figures are numbers."""
    sheet = _sheet(book, table.label)
    sheet.write_string(0, 0, table.caption, book.formats["caption"])
    sheet.write_string(1, 0, f"{book.document.title} · {book.document.subtitle}", book.formats["soft"])
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, _COLUMN * max(column.width, 1.0))
        _head(book, sheet, place, column)
    sheet.set_row(_HEAD_ROW, 46)
    first = _HEAD_ROW + 1
    for offset, row in enumerate(table.rows):
        is_total = table.has_total and offset == len(table.rows) - 1
        detail = table.details[offset] if offset < len(table.details) else ""
        _row(book, sheet, first + offset, row, table.columns, detail, is_total=is_total)
    last = first + len(table.rows) - 1
    sheet.freeze_panes(first, 1)
    sheet.repeat_rows(_HEAD_ROW)
    if len(table.rows) > 2:
        sheet.autofilter(_HEAD_ROW, 0, last - int(table.has_total), len(table.columns) - 1)
    for offset, note in enumerate(text for text in (table.note, *reasons) if text):
        sheet.write_string(last + 2 + offset, 0, note, book.formats["soft"])


def _head(book: _Book, sheet: Any, place: int, column: Column) -> None:
    """Write a heading with the basis of its figures below it."""
    text = f"{column.title}\n({column.basis})" if column.basis else column.title
    sheet.write_string(_HEAD_ROW, place, text, book.formats["head"])


def _row(
    book: _Book, sheet: Any, at: int, row: Sequence[Value], columns: Sequence[Column], detail: str, *, is_total: bool
) -> None:
    ending = "-total" if is_total else ""
    for place, (value, column) in enumerate(zip(row, columns, strict=True)):
        look = book.formats["code" if column.kind == "code" else f"{column.kind}{ending}"]
        if value is None:
            sheet.write_blank(at, place, None, look)
        elif isinstance(value, str):
            sheet.write_string(at, place, f"{value} ({detail})" if detail and not place else value, look)
        else:
            sheet.write_number(at, place, value, look)
    if detail:
        sheet.set_row(at, 20)


def _notes(book: _Book) -> None:
    """Write what the figures mean: the definitions, the rules of counting, what is not covered."""
    sheet = _sheet(book, _("Notes"))
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 110)
    sheet.freeze_panes(1, 0)
    sheet.write_string(0, 0, _("What the figures mean"), book.formats["caption"])
    row = 2
    for part in book.document.sections:
        if any(isinstance(block, Terms) for block in part.blocks):
            row = _note_section(book, sheet, row, part) + 1


def _note_section(book: _Book, sheet: Any, row: int, part: Section) -> int:
    sheet.write_string(row, 0, part.title, book.formats["caption"])
    row += 1
    for block in part.blocks:
        if isinstance(block, Prose):
            row = _paragraph(sheet, row, block.text, book.formats["prose"])
        elif isinstance(block, Terms):
            for item in block.items:
                sheet.write_string(row, 0, item.word, book.formats["word"])
                sheet.write_string(row, 1, item.meaning, book.formats["prose"])
                row += 1
    return row
