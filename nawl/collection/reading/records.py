"""Reading the rows of registers that hold one facility or one activity a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from nawl.collection.findings import Findings
from nawl.collection.reading.body import cell_at, is_totals_row, numbered_rows, repeats_above
from nawl.collection.reading.cells import is_blank
from nawl.collection.reading.sheets import Cell
from nawl.collection.reading.tables import Table
from nawl.collection.reading.telling import Teller

REQUIRED: dict[str, tuple[str, ...]] = {
    "facilities": ("kind", "name_ar"),
    "activities": ("title", "type", "starts_on"),
}


class Record(NamedTuple):
    """One row: its number and the cells of its fields."""

    row: int
    cells: dict[str, Cell]


class RecordReader:
    """Walks over a table of facilities or activities."""

    def __init__(self, table: Table, faults: Findings, remarks: Findings) -> None:
        self.table = table
        self.teller = Teller(table, faults, remarks)

    @property
    def missing(self) -> list[str]:
        """The fields without which no row can be read."""
        missing = [name for name in REQUIRED[self.table.kind] if name not in self.table.fields]
        has_place = {"governorate", "place_code", "subdistrict", "district", "community"} & set(self.table.fields)
        return missing if has_place or self.table.kind != "facilities" else [*missing, "governorate"]

    def records(self) -> Iterator[Record]:
        """Yield every row that holds something; a sign of repetition becomes what stands above it."""
        above: dict[str, Cell] = {}
        columns = sorted(self.table.fields.values())
        for number, row in numbered_rows(self.table):
            if is_totals_row(row, columns):
                continue
            cells = {name: cell_at(row, index) for name, index in self.table.fields.items()}
            if all(is_blank(cell) for cell in cells.values()):
                continue
            for name, cell in cells.items():
                if repeats_above(cell):
                    cells[name] = above.get(name, "")
            above = cells
            yield Record(number, cells)
