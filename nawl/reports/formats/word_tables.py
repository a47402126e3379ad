"""Tables of a Word report: visual order from the right, repeated heads, rows that do not break, hairlines."""
# ruff: noqa: SLF001 - python-docx names the XML behind its objects with an underscore

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Pt

from nawl.reports.document import Column, Document, HeadFigure, Table
from nawl.reports.formats.cells import rows_text
from nawl.reports.formats.word_parts import add_run, paragraph
from nawl.reports.formats.word_styles import HAIR, INDIGO, SOFT, WALNUT, insert_in_order


def add_table(word: Any, block: Table, document: Document, width: Length) -> None:
    """Add a table with its head row repeated on every page."""
    rows = rows_text(block, document)
    table = word.add_table(rows=0, cols=len(block.columns))
    _set_up(table, block.caption, document)
    _widths(table, block.columns, width)
    size = Pt(8) if len(block.columns) > 6 else Pt(9)
    _row(table, [_head(column) for column in block.columns], block.columns, document, size, is_head=True)
    for place, row in enumerate(rows):
        is_total = block.has_total and place == len(rows) - 1
        detail = block.details[place] if place < len(block.details) else ""
        cells = [(text, detail if column == 0 else "") for column, text in enumerate(row)]
        _row(table, cells, block.columns, document, size, is_bold=is_total)


def _head(column: Column) -> tuple[str, str]:
    return column.title, column.basis


def _set_up(table: Any, caption: str, document: Document) -> None:
    table.autofit = False
    properties = table._tbl.tblPr
    if document.direction == "rtl":
        _add(properties, "w:bidiVisual", {}, ("w:tblStyleRowBandSize", "w:tblStyleColBandSize", "w:tblW", "w:jc"))
    borders = {"top": WALNUT, "bottom": WALNUT, "insideH": HAIR}
    edges = _add(properties, "w:tblBorders", {}, ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook"))
    for side, colour in borders.items():
        edge = OxmlElement(f"w:{side}")
        for name, value in {"val": "single", "sz": "4", "space": "0", "color": colour}.items():
            edge.set(qn(f"w:{name}"), value)
        edges.append(edge)
    _add(properties, "w:tblCaption", {"val": caption}, ("w:tblDescription",))


def _add(parent: Any, name: str, values: dict[str, str], followers: tuple[str, ...]) -> Any:
    made = OxmlElement(name)
    for key, value in values.items():
        made.set(qn(f"w:{key}"), value)
    insert_in_order(parent, made, tuple(qn(follower) for follower in followers))
    return made


def _widths(table: Any, columns: Sequence[Column], width: Length) -> None:
    whole = sum(column.width for column in columns)
    for cells, column in zip(table.columns, columns, strict=True):
        cells.width = int(width * column.width / whole)


def _row(
    table: Any,
    cells: Sequence[tuple[str, str]],
    columns: Sequence[Column],
    document: Document,
    size: Length,
    *,
    is_head: bool = False,
    is_bold: bool = False,
) -> None:
    row = table.add_row()
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if is_head:
        properties.append(OxmlElement("w:tblHeader"))
    for place, ((text, detail), column) in enumerate(zip(cells, columns, strict=True)):
        cell = row.cells[place]
        cell.width = table.columns[place].width
        line = paragraph(cell, document, space_before=2, space_after=2)
        _align(line, column, document)
        is_strong = is_head or is_bold or bool(detail)
        add_run(line, text, document, bold=is_strong, size=size, is_code=column.kind == "code" and not is_head)
        if detail:
            line.add_run().add_break()
            add_run(line, detail, document, size=Pt(7.5), colour=SOFT)


def _align(line: Any, column: Column, document: Document) -> None:
    """Align numbers at their units, at the right edge in both directions; in Arabic that is where a line begins."""
    line.paragraph_format.line_spacing = 1.1
    if column.is_number and document.direction == "ltr":
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def add_figures(word: Any, figures: Sequence[tuple[str, HeadFigure]], document: Document) -> None:
    """Add the headline figures side by side."""
    table = word.add_table(rows=1, cols=len(figures))
    _set_up(table, document.title, document)
    for cell, (number, item) in zip(table.rows[0].cells, figures, strict=True):
        add_run(paragraph(cell, document, space_before=4, space_after=0), item.label, document, bold=True, size=Pt(9))
        line = paragraph(cell, document, space_after=0)
        add_run(line, number, document, bold=True, size=Pt(20), colour=INDIGO)
        add_run(paragraph(cell, document, space_after=4), item.basis, document, size=Pt(8), colour=SOFT)
        if item.target:
            add_run(paragraph(cell, document, space_after=4), item.target, document, size=Pt(8), colour=SOFT)
