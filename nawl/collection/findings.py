"""What a reader of registers finds: faults and remarks, each with its place and the facts of its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Choice:
    """A fact out of a closed list, shown in the reader's words: ("sex", "f"), ("age_band", "05-17")."""

    list_name: str
    value: str


Fact = str | int | float | date | Choice | tuple[str, ...]


@dataclass(frozen=True)
class Finding:
    """One thing said about some rows of a register: a code, where it is, and what its sentence needs.

    `column` is the sheet's letter, empty when the whole row or sheet is meant; `rows` are 1-based, as the sheet shows
    them, and empty when the sheet or the file as a whole is meant.
    """

    code: str
    sheet: str
    column: str
    heading: str
    facts: tuple[tuple[str, Fact], ...]
    rows: tuple[int, ...]

    @property
    def first_row(self) -> int:
        """The first row it speaks of; 0 for a whole sheet."""
        return self.rows[0] if self.rows else 0


_Said = tuple[str, str, str, str, tuple[tuple[str, Fact], ...]]


@dataclass
class Findings:
    """Gathers findings; the same thing said about many rows becomes one finding with all its rows."""

    limit: int = 2_000
    count: int = 0
    _rows: dict[_Said, list[int]] = field(default_factory=dict)

    def add(self, code: str, sheet: str = "", row: int = 0, column: str = "", heading: str = "", **facts: Fact) -> None:
        """Say one thing about one row; past the limit of different things only the count grows."""
        key = (code, sheet, column, heading, tuple(facts.items()))
        rows = self._rows.get(key)
        if rows is None:
            self.count += 1
            if len(self._rows) < self.limit:
                self._rows[key] = [row] if row else []
        elif row and (not rows or rows[-1] != row):
            self.count += 1
            rows.append(row)

    def __bool__(self) -> bool:
        return self.count > 0

    def all(self) -> list[Finding]:
        """Return the findings by sheet, in the order of their first rows."""
        found = [Finding(*key, tuple(sorted(rows))) for key, rows in self._rows.items()]
        sheets = {name: place for place, name in enumerate(dict.fromkeys(finding.sheet for finding in found))}
        return sorted(found, key=lambda finding: (sheets[finding.sheet], finding.first_row))


def ranges(rows: Iterable[int]) -> list[list[int]]:
    """Return row numbers as unbroken runs: 5, 6, 7, 9 become [5, 7] and [9, 9]."""
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
    return runs


def to_json(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Return findings as they are kept beside the register."""
    return [
        {
            "code": finding.code,
            "sheet": finding.sheet,
            "column": finding.column,
            "heading": finding.heading,
            "facts": {name: _kept(value) for name, value in finding.facts},
            "rows": ranges(finding.rows),
        }
        for finding in findings
    ]


def from_json(kept: Iterable[Mapping[str, Any]]) -> list[Finding]:
    """Return findings as they were found."""
    return [
        Finding(
            code=one["code"],
            sheet=one["sheet"],
            column=one["column"],
            heading=one["heading"],
            facts=tuple((name, _found(value)) for name, value in one["facts"].items()),
            rows=tuple(row for first, last in one["rows"] for row in range(first, last + 1)),
        )
        for one in kept
    ]


def _kept(value: Fact) -> Any:
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, Choice):
        return {"choice": [value.list_name, value.value]}
    return list(value) if isinstance(value, tuple) else value


def _found(value: Any) -> Fact:
    if isinstance(value, dict):
        return Choice(*value["choice"]) if "choice" in value else date.fromisoformat(value["day"])
    return tuple(value) if isinstance(value, list) else value


def column_letter(index: int) -> str:
    """Return the letters of a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
