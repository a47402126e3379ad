"""A walk over a workbook's mark-up that keeps next to nothing: how many rows, how wide, which cells deceive."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.parsers import expat

from nawl.collection.findings import column_letter
from nawl.collection.reading.limits import COLUMNS, DEEPEST, LONGEST_RUN, Limits
from nawl.kit.errors import NotPossible

_PLACE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_WIDTH = 16_384
_NOTED = 200_000
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass
class Survey:
    """What one part of a workbook holds, and the cells whose value will not arrive as it looks.

    `errors` and `formulas` hold cells as `cell_key` writes them; `sheets` maps a sheet's name to its link, `targets`
    a link to the part it means.
    """

    rows: int = 0
    text_cells: int = 0
    strings: int = 0
    merges: int = 0
    last_row: int = 0
    columns: set[str] = field(default_factory=set)
    errors: set[int] = field(default_factory=set)
    formulas: set[int] = field(default_factory=set)
    sheets: dict[str, str] = field(default_factory=dict)
    targets: dict[str, str] = field(default_factory=dict)
    uses_1904: bool = False

    def refuse_excess(self, limits: Limits) -> None:
        """Raise when the part spans more than may be held in memory at once."""
        if self.rows > limits.rows:
            raise NotPossible("register_many_rows", limit=limits.rows)
        width = max((column_index(letters) for letters in self.columns), default=-1) + 1
        is_wide = width > COLUMNS or self.last_row * width > limits.cells
        if is_wide or self.merges > limits.rows or self.strings > limits.cells:
            raise NotPossible("register_too_wide")


def cell_key(row: int, column: int) -> int:
    """Return one number for a cell, row and column counted from 0."""
    return row * _WIDTH + column


def column_index(letters: str) -> int:
    """Return a column's number from its letters, counted from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def survey(pieces: Iterable[bytes], limits: Limits) -> Survey:
    """Walk over one part's mark-up; raises `register_damaged`, or a bound's code as soon as it is passed."""
    found = Survey()
    walker = _Walker(found, limits)
    parser = expat.ParserCreate()
    parser.StartElementHandler = walker.start
    parser.EndElementHandler = walker.end
    parser.StartDoctypeDeclHandler = _refuse_doctype
    feed(parser, pieces)
    found.refuse_excess(limits)
    return found


def feed(parser: expat.XMLParserType, pieces: Iterable[bytes]) -> None:
    """Let a parser read all pieces; raises `register_damaged` for broken mark-up and endless stretches of it.

    Only UTF-8 passes: in another encoding the same bytes could say one thing here and another to the reader of sheets.
    """
    parser.XmlDeclHandler = _refuse_encoding
    run = 0
    is_begun = False
    try:
        for piece in pieces:
            if not is_begun and (piece.startswith(_UTF_16) or b"\0" in piece[:4]):
                raise NotPossible("register_damaged")
            is_begun = True
            parts = piece.split(b"<")
            if max(run + len(parts[0]), *map(len, parts)) > LONGEST_RUN:
                raise NotPossible("register_damaged")
            run = len(parts[-1]) + (run if len(parts) == 1 else 0)
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError) as fault:
        raise NotPossible("register_damaged") from fault


def _refuse_encoding(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding and encoding.lower() not in {"utf-8", "utf8", "us-ascii"}:
        raise NotPossible("register_damaged")


def _refuse_doctype(*_: object) -> None:
    raise NotPossible("register_damaged")


class _Walker:
    """Keeps the few facts of a `Survey` while elements begin and end."""

    def __init__(self, found: Survey, limits: Limits) -> None:
        self.found = found
        self.limits = limits
        self.depth = 0
        self.row = 0
        self.row_text = "0"
        self.column = -1
        self.place: str | None = None
        self.kind: str | None = None
        self.filled_row = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise NotPossible("register_damaged")
        step = _STEPS.get(name) or _STEPS.get(name.rpartition(":")[2])
        if step is not None:
            step(self, attributes)

    def end(self, _name: str) -> None:
        self.depth -= 1

    def on_row(self, attributes: dict[str, str]) -> None:
        self.row_text = attributes.get("r") or str(self.row + 1)
        self.row = int(self.row_text)
        self.column = -1

    def on_cell(self, attributes: dict[str, str]) -> None:
        self.column += 1
        self.place = attributes.get("r")
        self.kind = attributes.get("t")

    def on_value(self, _attributes: dict[str, str]) -> None:
        letters = self._place()
        found = self.found
        if letters not in found.columns:
            found.columns.add(letters)
        if self.row != self.filled_row:
            self.filled_row = self.row
            found.rows += 1
            found.last_row = max(found.last_row, self.row)
            if found.rows > self.limits.rows:
                raise NotPossible("register_many_rows", limit=self.limits.rows)
        if self.kind == "s":
            found.text_cells += 1
        elif self.kind == "e" and len(found.errors) < _NOTED:
            found.errors.add(cell_key(self.row - 1, column_index(letters)))

    def on_formula(self, attributes: dict[str, str]) -> None:
        if len(self.found.formulas) < _NOTED:
            self.found.formulas.add(cell_key(self.row - 1, column_index(self._place())))
        self.on_value(attributes)

    def _place(self) -> str:
        place = self.place
        if place is None:
            return column_letter(self.column)
        letters = place[: -len(self.row_text)]
        if letters in self.found.columns and place.endswith(self.row_text):
            return letters
        match = _PLACE.fullmatch(place)
        if match is None or int(match[2]) != self.row:
            raise NotPossible("register_damaged")
        return match[1]

    def on_merge(self, _attributes: dict[str, str]) -> None:
        self.found.merges += 1

    def on_string(self, _attributes: dict[str, str]) -> None:
        self.found.strings += 1

    def on_workbook(self, attributes: dict[str, str]) -> None:
        self.found.uses_1904 = attributes.get("date1904", "0") in {"1", "true", "on"}

    def on_sheet(self, attributes: dict[str, str]) -> None:
        link = next((value for name, value in attributes.items() if name.endswith(":id")), "")
        self.found.sheets[attributes.get("name", "")] = link

    def on_link(self, attributes: dict[str, str]) -> None:
        self.found.targets[attributes.get("Id", "")] = attributes.get("Target", "")


_STEPS = {
    "row": _Walker.on_row,
    "c": _Walker.on_cell,
    "v": _Walker.on_value,
    "is": _Walker.on_value,
    "f": _Walker.on_formula,
    "mergeCell": _Walker.on_merge,
    "si": _Walker.on_string,
    "workbookPr": _Walker.on_workbook,
    "sheet": _Walker.on_sheet,
    "Relationship": _Walker.on_link,
}
