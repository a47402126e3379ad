"""Reading a table of areas from a CSV file: which of the four shapes it has, and its rows, before any judgement."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from io import StringIO
from typing import Any

from nawl.kit.errors import NotPossible
from nawl.kit.numbers import to_western_digits
from nawl.places.choices import Level
from nawl.places.rules import AreaRow, spelling_key

LARGEST_FILE = 20 * 1024 * 1024
_ALIASES = re.compile(r"[;؛|]")
_PARENTS = {
    2: ("adm1pcode", "admin1pcode"),
    3: ("adm2pcode", "admin2pcode"),
    4: ("adm3pcode", "admin3pcode", "parentpcode"),
}
_CODES = ("pcode", "adm{0}pcode", "admin{0}pcode")
_NAMES_AR = ("namear", "adm{0}ar", "admin{0}namear", "admin{0}namearb")
_NAMES_EN = ("nameen", "nameenocha", "adm{0}en", "admin{0}nameen", "admin{0}name")
_SPELLINGS = ("namear", "namearocha", "nameen", "nameenocha", "adm{0}ar", "adm{0}en")
_MORE_SPELLINGS = ("aliasesar", "aliasesen", "aliases")


@dataclass(frozen=True)
class AreaTable:
    """A table of areas as it was read: its level and its rows."""

    level: int
    rows: tuple[AreaRow, ...]


def read_area_table(content: bytes, *, level: int | None = None) -> AreaTable:
    """Return the rows of a CSV file of areas.

    The headings tell the level (whose parent's P-code stands beside), unless it is given.
    Raises `area_file_too_large`, `area_file_not_text`, `area_file_empty` or `area_headings_unknown`.
    """
    if len(content) > LARGEST_FILE:
        raise NotPossible("area_file_too_large", megabytes=LARGEST_FILE // 1024**2)
    text = _text(content)
    lines = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text))
    headings = next(lines, [])
    if not any(heading.strip() for heading in headings):
        raise NotPossible("area_file_empty")
    shape = _Shape([_tidy(heading) for heading in headings], level)
    rows = [shape.row(lines.line_num, cells) for cells in lines if any(cell.strip() for cell in cells)]
    if not rows:
        raise NotPossible("area_file_empty")
    return AreaTable(shape.level, tuple(rows))


def _text(content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1256"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise NotPossible("area_file_not_text")


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)


def _tidy(heading: str) -> str:
    return re.sub(r"[^0-9a-z]", "", heading.casefold())


class _Shape:
    """Where each column of one file stands."""

    def __init__(self, headings: list[str], level: int | None) -> None:
        columns = {heading: place for place, heading in reversed(list(enumerate(headings))) if heading}
        self.level = level or _level(columns)

        def first(names: Iterable[str]) -> int | None:
            return _first(columns, names, self.level)

        self.code, self.name_ar, self.name_en = first(_CODES), first(_NAMES_AR), first(_NAMES_EN)
        self.parent = first(_PARENTS.get(self.level, ()))
        if self.code is None or self.name_ar is None or (self.level > 1 and self.parent is None):
            raise NotPossible("area_headings_unknown", level=Level(self.level).label)
        self.spellings = [place for name in _SPELLINGS if (place := first([name])) is not None]
        self.aliases = [place for name in _MORE_SPELLINGS if (place := first([name])) is not None]
        self.values = [
            (field, place, read) for field, (names, read) in _VALUES.items() if (place := first(names)) is not None
        ]

    def row(self, number: int, cells: list[str]) -> AreaRow:
        """Return one row; `number` is its line in the file."""
        line = _Line(cells)
        pcode = line.at(self.code).upper()
        parent = line.at(self.parent).upper() if self.level > 1 else pcode[:2]
        values: dict[str, Any] = {"name_ar": line.at(self.name_ar), "name_en": line.at(self.name_en)}
        unreadable: list[tuple[str, str]] = []
        for field, place, read in self.values:
            try:
                values[field] = read(line.at(place))
            except (InvalidOperation, ValueError):
                unreadable.append((field, line.at(place)))
        return AreaRow(number, pcode, parent, values, self._spelt(line), tuple(unreadable))

    def _spelt(self, line: _Line) -> tuple[str, ...]:
        texts = [line.at(place) for place in self.spellings]
        texts += [text.strip() for place in self.aliases for text in _ALIASES.split(line.at(place))]
        return tuple({key: text for text in reversed(texts) if (key := spelling_key(text))}.values())


@dataclass(frozen=True)
class _Line:
    """The cells of one line; what is missing at its end is empty."""

    cells: list[str]

    def at(self, place: int | None) -> str:
        """Return one cell without the blanks around it."""
        return self.cells[place].strip() if place is not None and place < len(self.cells) else ""


def _level(columns: Mapping[str, int]) -> int:
    return next((level for level in (4, 3, 2) if _first(columns, _PARENTS[level], level) is not None), 1)


def _first(columns: Mapping[str, int], names: Iterable[str], level: int) -> int | None:
    return next((place for name in names if (place := columns.get(name.format(level))) is not None), None)


def _number(places: str) -> Callable[[str], Decimal | None]:
    def read(text: str) -> Decimal | None:
        plain = to_western_digits(text).replace("٫", ".")
        if not plain:
            return None
        value = Decimal(plain)
        if not value.is_finite():
            raise ValueError(text)
        return value.quantize(Decimal(places))

    return read


def _count(text: str) -> int | None:
    plain = to_western_digits(text).replace(",", "").replace("٬", "")
    if not plain:
        return None
    value = Decimal(plain)
    if value != int(value) or value < 0:
        raise ValueError(text)
    return int(value)


_VALUES: Mapping[str, tuple[tuple[str, ...], Callable[[str], Any]]] = {
    "iso_3166_2": (("iso31662",), str),
    "latitude": (("lat", "latitude", "latitudey"), _number("0.00001")),
    "longitude": (("lon", "long", "longitude", "longitudex"), _number("0.00001")),
    "area_km2": (("areakm2", "areasqkm"), _number("0.001")),
    "population_2004": (("pop2004census", "population2004"), _count),
}
