"""Reading a file of services as the house does, without database: its lines, its faults, its remarks."""

from __future__ import annotations

from dataclasses import dataclass, field

from nawl.collection.findings import Finding, Findings
from nawl.collection.reading import Limits, NoHeadings, Table, TallyLine, TallyReader, find_table, open_book


@dataclass
class Seen:
    """What was read in a file."""

    tables: list[Table] = field(default_factory=list)
    lines: list[TallyLine] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    found: Findings = field(default_factory=Findings)
    noted: Findings = field(default_factory=Findings)

    @property
    def faults(self) -> list[tuple[str, str, tuple[int, ...]]]:
        """Code, column and rows of every fault."""
        return [(one.code, one.column, one.rows) for one in self.found.all()]

    @property
    def remarks(self) -> dict[str, Finding]:
        """The remarks by their code."""
        return {one.code: one for one in self.noted.all()}

    @property
    def counts(self) -> list[tuple[object, ...]]:
        """Day, service, sex, band, services, first visits of every line."""
        return [
            (str(line.day), line.service, line.sex, line.band, line.contacts, line.first_visits) for line in self.lines
        ]


def look(content: bytes, name: str = "register.xlsx", limits: Limits | None = None) -> Seen:
    """Read a file of services."""
    seen = Seen()
    with open_book(content, name, limits or Limits()) as book:
        for sheet in book.sheets:
            try:
                table = find_table(sheet)
            except NoHeadings:
                continue
            if table is None:
                continue
            seen.tables.append(table)
            reader = TallyReader(table, seen.found, seen.noted)
            seen.missing += reader.missing
            seen.lines += reader.lines()
    return seen
