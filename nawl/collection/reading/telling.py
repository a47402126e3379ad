"""Saying what is wrong in a table: each finding gets its sheet, row, column letter and heading."""

from __future__ import annotations

from dataclasses import dataclass

from nawl.collection.findings import Fact, Findings, column_letter
from nawl.collection.reading.cells import Problem
from nawl.collection.reading.tables import Table

WHOLE_ROW = -1


@dataclass(frozen=True)
class Teller:
    """Gathers the faults and remarks of one table; column -1 means the whole row, row 0 the whole sheet."""

    table: Table
    faults: Findings
    remarks: Findings

    def fault(self, code: str, row: int, column: int, **facts: Fact) -> None:
        """Say that something is wrong; a register with a fault is not recorded."""
        self._say(self.faults, code, row, column, facts)

    def remark(self, code: str, row: int, column: int, **facts: Fact) -> None:
        """Say how something was understood."""
        self._say(self.remarks, code, row, column, facts)

    def problem(self, found: Problem, row: int, column: int) -> None:
        """Say why a cell could not be read."""
        self._say(self.faults, found.code, row, column, dict(found.facts))

    def _say(self, findings: Findings, code: str, row: int, column: int, facts: dict[str, Fact]) -> None:
        letter = column_letter(column) if column >= 0 else ""
        findings.add(code, self.table.sheet, row, letter, self.table.heading(column), **facts)
