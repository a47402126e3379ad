"""How a table's cell is written in text."""

from __future__ import annotations

from nawl.kit.numbers import NOTHING, format_number, format_percent
from nawl.reports.document import Column, Document, Table, Value


def cell_text(value: Value, column: Column, document: Document) -> str:
    """Return a cell as it is read: grouped numbers, shares in percent, changes and differences with their sign, «–» for nothing."""
    if value is None:
        return NOTHING
    if isinstance(value, str):
        return value
    if column.kind == "share":
        return format_percent(value, document.digits, 0)
    if column.kind == "change":
        said = format_percent(value, document.digits, 1)
        return f"+{said}" if value > 0 else said
    if column.kind == "difference" and value > 0:
        return f"+{format_number(value, document.digits)}"
    return format_number(value, document.digits)


def rows_text(table: Table, document: Document) -> list[list[str]]:
    """Return all rows of a table as text."""
    return [
        [cell_text(value, column, document) for value, column in zip(row, table.columns, strict=True)]
        for row in table.rows
    ]
