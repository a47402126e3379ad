"""Rules of a table of areas: what each row must be before any of it is kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from nawl.places.rules.coordinates import are_within

PATTERNS = {
    1: re.compile(r"[A-Z]{2}\d{2}"),
    2: re.compile(r"[A-Z]{2}\d{4}"),
    3: re.compile(r"[A-Z]{2}\d{6}"),
    4: re.compile(r"C\d{1,9}"),
}
EXAMPLES = {1: "SY10", 2: "SY1003", 3: "SY100300", 4: "C1007"}
LONGEST_NAME = 160


@dataclass(frozen=True)
class AreaRow:
    """One row of a table of areas; `values` holds only the columns that the table has."""

    number: int
    pcode: str
    parent: str
    values: Mapping[str, Any]
    spellings: tuple[str, ...]
    unreadable: tuple[tuple[str, str], ...] = ()
    """Columns whose value could not be read, each with what stood there."""


@dataclass(frozen=True)
class RowFault:
    """Why one row cannot be kept: a code and the facts of its sentence."""

    row: int
    code: str
    facts: Mapping[str, Any] = field(default_factory=dict)


def faults_of(
    rows: Sequence[AreaRow],
    *,
    level: int,
    parents: AbstractSet[str],
    standing: Mapping[str, str],
    repeated: Counter[str] | None = None,
) -> list[RowFault]:
    """Return every fault of every row, in the order of the rows.

    `parents` are the P-codes known one level above; `standing` gives the parent of each area that is kept already.
    """
    counts = repeated or Counter(row.pcode for row in rows if row.pcode)
    faults: list[RowFault] = []
    for row in rows:
        faults += _of_names(row)
        faults += _of_code(row, level, counts)
        faults += _of_parent(row, level, parents, standing)
        faults += _of_values(row)
    return faults


def _of_names(row: AreaRow) -> Iterable[RowFault]:
    if not row.values.get("name_ar"):
        yield RowFault(row.number, "area_name_missing")
    for text in (*row.spellings, *(str(row.values.get(name) or "") for name in ("name_ar", "name_en"))):
        if len(text) > LONGEST_NAME:
            yield RowFault(row.number, "area_name_too_long", {"text": text[:40], "longest": LONGEST_NAME})


def _of_code(row: AreaRow, level: int, counts: Counter[str]) -> Iterable[RowFault]:
    if not row.pcode:
        yield RowFault(row.number, "area_code_missing")
    elif not PATTERNS[level].fullmatch(row.pcode):
        yield RowFault(row.number, "area_code_wrong", {"pcode": row.pcode, "example": EXAMPLES[level]})
    elif counts[row.pcode] > 1:
        yield RowFault(row.number, "area_code_twice", {"pcode": row.pcode})


def _of_parent(row: AreaRow, level: int, parents: AbstractSet[str], standing: Mapping[str, str]) -> Iterable[RowFault]:
    if not row.parent:
        yield RowFault(row.number, "area_parent_missing")
    elif row.parent not in parents:
        yield RowFault(row.number, "area_parent_unknown", {"parent": row.parent})
    elif level < 4 and row.pcode and not row.pcode.startswith(row.parent):
        yield RowFault(row.number, "area_prefix_wrong", {"pcode": row.pcode, "parent": row.parent})
    elif standing.get(row.pcode, row.parent) != row.parent:
        facts = {"pcode": row.pcode, "standing": standing[row.pcode], "parent": row.parent}
        yield RowFault(row.number, "area_would_move", facts)


def _of_values(row: AreaRow) -> Iterable[RowFault]:
    for column, text in row.unreadable:
        yield RowFault(row.number, "area_value_unreadable", {"column": column, "text": text})
    latitude, longitude = row.values.get("latitude"), row.values.get("longitude")
    broken = {column for column, _text in row.unreadable}
    if broken & {"latitude", "longitude"}:
        return
    if (latitude is None) != (longitude is None):
        yield RowFault(row.number, "area_coordinates_half")
    elif isinstance(latitude, Decimal) and isinstance(longitude, Decimal):
        country = row.parent[:2] if row.parent[:2].isalpha() else ""
        if not are_within(country, latitude, longitude):
            yield RowFault(row.number, "area_coordinates_off", {"latitude": latitude, "longitude": longitude})
