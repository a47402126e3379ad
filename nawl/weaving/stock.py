"""Yarn files (ملفات الغزول): what a workshop has on its shelf, read from TOML, CSV or JSON; all faults with their lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

from nawl.kit.errors import NotPossible, ProgrammeError
from nawl.kit.numbers import to_western_digits
from nawl.weaving.reckoning.counts import read_count
from nawl.weaving.signs import sign_of
from nawl.weaving.yarn_tables import Record, by_field, field_of, heading_of, records_of
from nawl.weaving.yarns import Lot, Yarn

SHIPPED: Final = Path(__file__).with_name("data") / "yarns.toml"
MOST_LENGTH: Final = 80
_MOST: Final = Decimal(10) ** 9


@dataclass(frozen=True)
class LineFault:
    """What is wrong on one line of a file: the code of its sentence and the facts."""

    line: int
    code: str
    facts: Mapping[str, Any]


class YarnsRefused(NotPossible):
    """A yarn file with faults; nothing of it is taken. `line_faults` holds all of them, in the order of lines."""

    def __init__(self, name: str, faults: Iterable[LineFault]) -> None:
        self.line_faults = tuple(sorted(faults, key=lambda fault: fault.line))
        super().__init__("yarns_refused", name=name, faults=len(self.line_faults))


@dataclass
class _Reading:
    """The faults met so far."""

    faults: list[LineFault] = field(default_factory=list)

    def fault(self, line: int, code: str, **facts: Any) -> None:
        """Note a fault."""
        self.faults.append(LineFault(line, code, facts))


def read_yarns(source: Path | bytes, name: str = "") -> tuple[Yarn, ...]:
    """Read a workshop's yarns in the order of the file; several rows of one code in a CSV file are its lots.

    Raises YarnsRefused with every fault, or `yarns_unreadable`, `yarns_empty`, `yarns_too_large` for the file itself.
    """
    data, name = (source.read_bytes(), name or source.name) if isinstance(source, Path) else (source, name)
    records = records_of(data, name)
    reading = _Reading()
    _check_headings(records[0], reading)
    yarns: dict[str, Yarn] = {}
    for record in records if not reading.faults else ():
        yarn = _yarn(record, reading)
        if yarn is not None:
            _add(yarn, record, yarns, reading)
    if reading.faults:
        raise YarnsRefused(name, reading.faults)
    return tuple(yarns.values())


@cache
def shipped_yarns() -> tuple[Yarn, ...]:
    """Return the yarns that the programme begins with."""
    return read_yarns(SHIPPED)


def _check_headings(first: Record, reading: _Reading) -> None:
    fields = {field_of(heading) for heading in first.headings}
    for needed in ("code", "srgb") if fields else ():
        if needed not in fields:
            reading.fault(first.headings_line, "yarn_heading_missing", heading=heading_of(needed))


def _yarn(record: Record, reading: _Reading) -> Yarn | None:
    """One record as a yarn; None where it has a fault, which is noted."""
    before = len(reading.faults)
    values, line = record.values, record.line
    code, name_ar, name_en, symbol = (_words(values.get(name)) for name in ("code", "name_ar", "name_en", "symbol"))
    _check_words(code, name_ar or name_en, symbol, line, reading)
    srgb = _asked(values, "srgb", line, reading, read_srgb)
    if srgb is None and len(reading.faults) == before:
        reading.fault(line, "yarn_colour_unreadable", value="")
    lots, grams = _lots(values, line, reading), _grams(values, line, reading)
    optional = {
        "tex": _asked(values, "count", line, reading, read_count) or _number(values, "tex", line, reading),
        "lab": _asked(values, "lab", line, reading, read_lab),
        "hank_g": _number(values, "hank_g", line, reading, least=Decimal(1)),
    }
    in_lots = sum((lot.grams for lot in lots), Decimal(0))
    if lots and grams not in {None, in_lots}:
        reading.fault(line, "yarn_grams_differ", yarn=code)
    if len(reading.faults) > before or srgb is None:
        return None
    given: dict[str, Any] = {name: value for name, value in optional.items() if value is not None}
    stock = in_lots if lots else grams
    return Yarn(code, name_ar or name_en, name_en, srgb, symbol=symbol, grams=stock, lots=lots, **given)


def _check_words(code: str, name: str, symbol: str, line: int, reading: _Reading) -> None:
    if not code:
        reading.fault(line, "yarn_code_missing")
    elif not name:
        reading.fault(line, "yarn_nameless", yarn=code)
    if symbol and sign_of(symbol) is None:
        reading.fault(line, "yarn_symbol_unknown", symbol=symbol)


def _add(yarn: Yarn, record: Record, yarns: dict[str, Yarn], reading: _Reading) -> None:
    """Add a yarn, or the lots of a further row of the same yarn."""
    known = yarns.get(yarn.code)
    if known is None:
        yarns[yarn.code] = yarn
    elif "lot" not in record.values or not known.lots or yarn.srgb != known.srgb:
        reading.fault(record.line, "yarn_code_twice", yarn=yarn.code)
    elif {lot.number for lot in known.lots} & {lot.number for lot in yarn.lots}:
        reading.fault(record.line, "yarn_lot_twice", yarn=yarn.code, lot=yarn.lots[0].number)
    else:
        lots = known.lots + yarn.lots
        yarns[yarn.code] = replace(known, lots=lots, grams=sum((lot.grams for lot in lots), Decimal(0)))


def _lots(values: Mapping[str, Any], line: int, reading: _Reading) -> tuple[Lot, ...]:
    rows = values.get("lots", [])
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        reading.fault(line, "yarn_lots_unreadable")
        return ()
    single = [values] if _words(values.get("lot")) else []
    lots = [_lot(by_field(row), line, reading) for row in rows] + [_lot(row, line, reading) for row in single]
    numbers = [lot.number for lot in lots]
    for number in {one for one in numbers if numbers.count(one) > 1}:
        reading.fault(line, "yarn_lot_twice", yarn=_words(values.get("code")), lot=number)
    return tuple(lots)


def _lot(values: Mapping[str, Any], line: int, reading: _Reading) -> Lot:
    number = _words(values.get("lot"))
    grams = _grams(values, line, reading)
    if not number or grams is None:
        reading.fault(line, "yarn_lots_unreadable")
    return Lot(number, grams or Decimal(0), _number(values, "price_kg", line, reading))


def _grams(values: Mapping[str, Any], line: int, reading: _Reading) -> Decimal | None:
    grams = _number(values, "grams", line, reading)
    kilograms = _number(values, "kg", line, reading)
    if grams is not None and kilograms is not None and grams != kilograms * 1000:
        reading.fault(line, "yarn_grams_differ", yarn=_words(values.get("code")))
    return grams if kilograms is None else kilograms * 1000


Read = TypeVar("Read")


def _asked(
    values: Mapping[str, Any], name: str, line: int, reading: _Reading, read: Callable[[Any], Read]
) -> Read | None:
    """What `read` makes of a value that is given; its refusal becomes a fault."""
    given = values.get(name)
    if given is None or given == "":
        return None
    try:
        return read(given)
    except ProgrammeError as fault:
        reading.fault(line, fault.code, **fault.facts)
        return None


def _number(
    values: Mapping[str, Any], name: str, line: int, reading: _Reading, least: Decimal = Decimal(0)
) -> Decimal | None:
    """A number of a field; None where none is given or it is a fault."""
    return _asked(values, name, line, reading, lambda value: _decimal(value, name, least))


def _decimal(value: object, name: str, least: Decimal) -> Decimal:
    """Read "1200", «١٢٠٠», "1.5", "1,5"; a comma before three digits could mean two things and is refused."""
    plain = to_western_digits(str(value)).strip().replace("٬", "").replace("٫", ".").replace("\u00a0", "")
    if re.fullmatch(r"\d+,\d{1,2}", plain):
        plain = plain.replace(",", ".")
    try:
        number = Decimal(plain)
    except InvalidOperation as fault:
        raise NotPossible("yarn_number_unreadable", field=heading_of(name), value=str(value)[:40]) from fault
    if isinstance(value, bool) or not number.is_finite() or not least <= number <= _MOST:
        raise NotPossible("yarn_number_unreadable", field=heading_of(name), value=str(value)[:40])
    return number


def read_srgb(value: object) -> tuple[int, int, int]:
    """Read "#9a2e2b", "#fff", "154, 46, 43" or a list of three numbers."""
    found = re.fullmatch(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})", str(value).strip())
    if found and isinstance(value, str):
        digits = found[1] if len(found[1]) == 6 else "".join(letter * 2 for letter in found[1])
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
    parts = _parts(value)
    if len(parts) != 3 or not all(re.fullmatch(r"\d{1,3}", part) and int(part) < 256 for part in parts):
        raise NotPossible("yarn_colour_unreadable", value=str(value)[:40])
    return int(parts[0]), int(parts[1]), int(parts[2])


def read_lab(value: object) -> tuple[float, float, float]:
    """Read L*, a*, b* as three numbers: lightness 0 to 100, the others −200 to 200."""
    try:
        first, second, third = (float(part) for part in _parts(value))
    except ValueError as fault:
        raise NotPossible("yarn_colour_unreadable", value=str(value)[:40]) from fault
    if not (0 <= first <= 100 and -200 <= second <= 200 and -200 <= third <= 200):
        raise NotPossible("yarn_colour_unreadable", value=str(value)[:40])
    return first, second, third


def _parts(value: object) -> list[str]:
    if isinstance(value, list | tuple):
        return [str(part) for part in value]
    return [
        part for part in re.split(r"[\s,;،]+", to_western_digits(str(value)).replace("٫", ".").strip(" ()rgb")) if part
    ]


def _words(value: object) -> str:
    """A value as one line of text without unseen edges, cut where no name is that long."""
    return "" if value is None else " ".join(str(value).split())[:MOST_LENGTH]
