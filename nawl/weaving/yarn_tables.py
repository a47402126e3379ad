"""Yarn files as records with their line numbers: TOML, CSV and JSON, with Arabic or English headings."""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from nawl.kit.arabic import normalise
from nawl.kit.errors import NotPossible

MOST_BYTES: Final = 4 * 2**20
_ENCODINGS: Final = ("utf-8-sig", "cp1256")
"""UTF-8 first; then what Arabic Windows writes, which reads any bytes."""


@dataclass(frozen=True)
class Record:
    """One record: the line where it begins, its values by field, and the headings of its table where it has any."""

    line: int
    values: Mapping[str, Any]
    headings: tuple[str, ...] = ()
    headings_line: int = 1


_HEADINGS: Final[dict[str, tuple[str, ...]]] = {
    "code": ("code", "yarn", "الرمز", "رمز", "كود", "رقم اللون", "رمز اللون"),
    "name_ar": ("name_ar", "arabic", "الاسم", "اسم", "اسم اللون", "الاسم بالعربية", "الاسم العربي"),
    "name_en": ("name_en", "name", "english", "الاسم بالإنكليزية", "الاسم بالإنجليزية", "الاسم الإنكليزي"),
    "srgb": ("srgb", "rgb", "hex", "colour", "color", "اللون", "لون", "قيمة اللون"),
    "lab": ("lab", "cielab"),
    "symbol": ("symbol", "sign", "العلامة", "علامة", "الرمز المرسوم"),
    "grams": ("grams", "g", "stock_g", "غرام", "غرامات", "الغرامات", "غ", "الكمية غ", "الكمية (غ)", "الكمية بالغرام"),
    "kg": ("kg", "stock_kg", "kilograms", "كغ", "كيلو", "كيلوغرام", "الكمية كغ", "الكمية (كغ)", "الكمية بالكيلو"),
    "lot": ("lot", "number", "dye_lot", "batch", "الدفعة", "دفعة", "دفعة الصباغ", "رقم الدفعة"),
    "price_kg": ("price_kg", "price", "السعر", "سعر", "سعر الكيلو", "سعر الكيلوغرام"),
    "count": ("count", "yarn_count", "النمرة", "نمرة", "نمرة الغزل"),
    "tex": ("tex", "تكس"),
    "hank_g": ("hank_g", "hank", "الشلة", "شلة", "وزن الشلة", "وزن الشلة غ"),
    "lots": ("lots", "الدفعات", "دفعات"),
}


def _spelt(heading: object) -> str:
    return re.sub(r"[\s_()\-]+", "", normalise(str(heading)))


_FIELDS: Final = {_spelt(word): name for name, words in _HEADINGS.items() for word in words}


def field_of(heading: object) -> str | None:
    """Return the field that a heading names in either language, or None."""
    return _FIELDS.get(_spelt(heading))


def heading_of(name: str) -> str:
    """Return a field's heading in both languages, as a message names it: "kg · كغ"."""
    return f"{name} · {next((word for word in _HEADINGS[name] if not word.isascii()), name)}"


def by_field(row: Mapping[Any, Any]) -> dict[str, Any]:
    """Return a row's values by field; what has no field is left out, and of two columns of one field the first counts."""
    values: dict[str, Any] = {}
    for heading, value in row.items():
        name = field_of(heading)
        if name is not None:
            values.setdefault(name, value)
    return values


def records_of(data: bytes, name: str) -> list[Record]:
    """Return the records of a yarn file; its name's ending tells the form, else its beginning does.

    Raises `yarns_too_large`, `yarns_unreadable` (with the line), `yarns_empty`.
    """
    if len(data) > MOST_BYTES:
        raise NotPossible("yarns_too_large", name=name, most=MOST_BYTES // 2**20)
    text = _text(data)
    try:
        records = list(_reader(text, name)(text))
    except (ValueError, ArithmeticError, RecursionError, csv.Error) as fault:
        raise NotPossible("yarns_unreadable", name=name, line=_line_of(fault)) from fault
    if not records:
        raise NotPossible("yarns_empty", name=name)
    return records


def _text(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8-sig", "replace")


def _reader(text: str, name: str) -> Callable[[str], Iterator[Record]]:
    ending = name.lower().rpartition(".")[2]
    known = {"toml": _of_toml, "json": _of_json, "csv": _of_csv, "tsv": _of_csv, "txt": _of_csv}
    if ending in known:
        return known[ending]
    start = text.lstrip()
    if start.startswith("[["):
        return _of_toml
    return _of_json if start.startswith(("[", "{")) else _of_csv


def _line_of(fault: Exception) -> int:
    """The line that a parser's fault names; 1 where it names none."""
    if isinstance(fault, json.JSONDecodeError):
        return fault.lineno
    found = re.search(r"line (\d+)", str(fault))
    return int(found[1]) if found else 1


def _rows(whole: object) -> list[Any]:
    if isinstance(whole, Mapping):
        whole = next((whole[key] for key in ("yarn", "yarns", "الغزول", "غزول") if key in whole), [])
    if not isinstance(whole, list) or not all(isinstance(row, Mapping) for row in whole):
        raise ValueError("no list of yarns")
    return whole


def _of_toml(text: str) -> Iterator[Record]:
    rows = _rows(tomllib.loads(text, parse_float=Decimal))
    lines = [n for n, line in enumerate(text.splitlines(), 1) if re.match(r"\s*\[\[\s*yarns?\s*\]\]", line)]
    for n, row in enumerate(rows):
        yield Record(lines[n] if len(lines) == len(rows) else 1, by_field(row))


def _of_json(text: str) -> Iterator[Record]:
    rows = _rows(json.loads(text, parse_float=Decimal, parse_constant=_no_number))
    lines = list(_json_lines(text))
    for n, row in enumerate(rows):
        yield Record(lines[n] if len(lines) == len(rows) else 1, by_field(row))


def _no_number(text: str) -> object:
    raise ValueError(f"{text} is no number")


def _json_lines(text: str) -> Iterator[int]:
    """Lines on which the elements of the first list begin."""
    decoder, place = json.JSONDecoder(), text.find("[") + 1
    while place:
        opening = re.compile(r"[\s,]*").match(text, place)
        place = opening.end() if opening else place
        if text[place : place + 1] != "{":
            return
        yield text.count("\n", 0, place) + 1
        _, place = decoder.raw_decode(text, place)


def _of_csv(text: str) -> Iterator[Record]:
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(";\t,،", key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=separator, strict=True)
    headings: list[str] | None = None
    before, top = 0, 1
    for row in reader:
        line, before = before + 1, reader.line_num
        if not any(cell.strip() for cell in row):
            continue
        if headings is None:
            headings, top = row, line
            continue
        cells = {heading: cell for heading, cell in zip(headings, row, strict=False) if cell.strip()}
        yield Record(line, by_field(cells), tuple(headings), top)
