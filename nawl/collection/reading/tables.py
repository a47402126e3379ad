"""Finding the table in a sheet: its headings among titles, on one, two or three lines, and what kind of register it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from nawl.collection.reading.cells import is_blank, shown, text_of
from nawl.collection.reading.labels import PASSED, Label, joined, label_of
from nawl.collection.reading.sheets import Row, Sheet
from nawl.collection.reading.words import LONGEST_NAME

SEARCHED = 60
"""How many rows from the top the headings are looked for in."""

TITLES = 100
"""How many texts above the headings are looked through."""

HIGHEST = 3
"""How many lines the headings may have: measure, sex, age."""

ALIASES: dict[str, dict[str, str]] = {
    "tallies": {"title": "activity", "name_ar": "facility", "code": "facility_code"},
    "activities": {"activity": "title", "name_ar": "title", "kind": "type", "activity_code": "code", "service": "type"},
    "facilities": {"facility": "name_ar", "title": "name_ar", "type": "kind", "facility_code": "code"},
}
"""What a heading means in each kind of register, where its own field has no column."""


@dataclass(frozen=True)
class CountColumn:
    """A column of counts: contacts or first visits, of one sex and age band where its heading names them."""

    index: int
    measure: str
    sex: str
    band: str


@dataclass(frozen=True)
class Table:
    """The table of a sheet: what each column means, and the rows below the headings.

    `first_row` is the number that the sheet shows beside the first of them.
    """

    kind: str
    sheet: str
    fields: dict[str, int]
    counts: tuple[CountColumn, ...]
    totals: tuple[CountColumn, ...]
    unread: tuple[int, ...]
    doubled: tuple[int, ...]
    headings: tuple[str, ...]
    title: tuple[str, ...]
    first_row: int
    rows: Iterator[Row]
    uses_1904: bool = False

    def heading(self, index: int) -> str:
        """Return the heading over a column as the file writes it."""
        return self.headings[index] if 0 <= index < len(self.headings) else ""


@dataclass(frozen=True)
class _Head:
    """One way to read some lines as headings, and how much it explains."""

    top: int
    height: int
    columns: tuple[Label, ...]

    @property
    def score(self) -> float:
        fields = {label.field for label in self.columns if label.field and label.field != PASSED}
        parts = {label for label in self.columns if label.is_part}
        return len(fields) + sum(1 + 0.1 * (bool(part.sex) + bool(part.band) + bool(part.measure)) for part in parts)


class NoHeadings(LookupError):  # noqa: N818 - says what is missing
    """A sheet shows something, but no row of it reads as headings."""


def find_table(sheet: Sheet) -> Table | None:
    """Return the table of a sheet, None for an empty one; raises `NoHeadings` where no row reads as headings."""
    rows = iter(sheet.rows)
    start = list(islice(rows, SEARCHED))
    if all(is_blank(cell) for row in start for cell in row):
        return None
    head = _best_head(start)
    kind = _kind(head.columns) if head else ""
    if head is None or not kind:
        raise NoHeadings(sheet.name)
    return _table(kind, sheet, head, start, chain(start[head.top + head.height :], rows))


def heading_score(start: Sequence[Row]) -> float:
    """Return how much of some rows reads as headings; 0 for nothing."""
    head = _best_head(start)
    return head.score if head else 0


def _best_head(start: Sequence[Row]) -> _Head | None:
    labels = [tuple(label_of(cell) for cell in row) for row in start]
    best: _Head | None = None
    for top in range(len(start)):
        for height in range(1, min(HIGHEST, len(start) - top) + 1):
            head = _Head(top, height, _columns(labels[top : top + height]))
            if best is None or head.score > best.score + 0.01:
                best = head
    return best if best and best.score >= 2 else None


def _columns(lines: Sequence[tuple[Label, ...]]) -> tuple[Label, ...]:
    """Join the labels over each column; a blank above a sex or an age belongs to the heading before it."""
    last = lines[-1]
    width = max(map(len, lines))
    filled = [_filled(line, last) for line in lines[:-1]] + [last]
    return tuple(joined(line[index] for line in filled if index < len(line)) for index in range(width))


def _filled(line: tuple[Label, ...], last: tuple[Label, ...]) -> tuple[Label, ...]:
    result: list[Label] = []
    before = Label()
    for index, label in enumerate(line):
        if not label.is_empty:
            before = label
        carries = label.is_empty and before.is_part and index < len(last) and last[index].is_part
        result.append(before if carries else label)
    return tuple(result)


def _kind(columns: Sequence[Label]) -> str:
    fields = {label.field for label in columns}
    has_counts = any(label.is_part and not label.is_total for label in columns)
    has_service = bool(fields & {"service", "service_code"})
    if has_counts and (has_service or "date" in fields):
        return "tallies"
    if "starts_on" in fields and fields & {"title", "activity", "name_ar", "type"}:
        return "activities"
    if fields & {"name_ar", "name_en", "facility"} and fields & {"governorate", "district", "kind", "place_code"}:
        return "facilities"
    return "tallies" if has_service and "date" in fields else ""


def _table(kind: str, sheet: Sheet, head: _Head, start: Sequence[Row], rows: Iterator[Row]) -> Table:
    fields, doubled = _fields(kind, head.columns)
    counts = _count_columns(head.columns, is_total=False)
    totals = _count_columns(head.columns, is_total=True)
    if kind == "tallies" and not counts and totals:
        counts, totals = totals, ()
    seen: set[CountColumn] = set()
    for column in counts:
        same = CountColumn(-1, column.measure, column.sex, column.band)
        if same in seen:
            doubled.append(column.index)
        seen.add(same)
    lines = start[head.top : head.top + head.height]
    return Table(
        kind=kind,
        sheet=sheet.name,
        fields=fields,
        counts=counts,
        totals=totals,
        unread=tuple(index for index, label in enumerate(head.columns) if not label.is_known),
        doubled=tuple(doubled),
        headings=tuple(_heading(lines, index) for index in range(len(head.columns))),
        title=_title(start[: head.top]),
        first_row=head.top + head.height + 1,
        rows=rows,
        uses_1904=sheet.uses_1904,
    )


def _fields(kind: str, columns: Sequence[Label]) -> tuple[dict[str, int], list[int]]:
    fields: dict[str, int] = {}
    doubled: list[int] = []
    for index, label in enumerate(columns):
        if not label.field or label.field == PASSED:
            continue
        if label.field in fields:
            doubled.append(index)
        else:
            fields[label.field] = index
    for source, target in ALIASES[kind].items():
        if source in fields and target not in fields:
            fields[target] = fields.pop(source)
    return fields, doubled


def _count_columns(columns: Sequence[Label], *, is_total: bool) -> tuple[CountColumn, ...]:
    return tuple(
        CountColumn(index, label.measure or "contacts", label.sex, label.band)
        for index, label in enumerate(columns)
        if label.is_part and label.is_total == is_total
    )


def _heading(lines: Sequence[Row], index: int) -> str:
    texts = [shown(line[index]) for line in lines if index < len(line) and not is_blank(line[index])]
    return " ".join(dict.fromkeys(texts))


def _title(rows: Sequence[Row]) -> tuple[str, ...]:
    texts = (text_of(cell)[:LONGEST_NAME] for row in rows for cell in row if not is_blank(cell))
    return tuple(islice(dict.fromkeys(texts), TITLES))
