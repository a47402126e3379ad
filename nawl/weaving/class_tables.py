"""Class files (ملفات الأصناف): classes as a ministry enters them, read from TOML with distrust; each version is a table."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, cast

from nawl.kit.errors import NotPossible
from nawl.weaving.classes import QualityClass, class_from
from nawl.weaving.fields import Fields

MOST_BYTES: Final = 2**20


def read_classes(source: Path | bytes) -> tuple[QualityClass, ...]:
    """Read the `[[class]]` tables of a file, as `data/classes.toml` has them.

    Raises `classes_unreadable`, `class_field_wrong` with the field's full name, `class_twice`.
    """
    data = source.read_bytes() if isinstance(source, Path) else source
    try:
        whole = tomllib.loads(data[: MOST_BYTES + 1].decode("utf-8-sig"), parse_float=Decimal)
    except (ValueError, ArithmeticError, RecursionError) as fault:
        raise NotPossible("classes_unreadable") from fault
    rows = Fields(whole, "", "class_field_wrong").each("class")
    if not rows or len(data) > MOST_BYTES:
        raise NotPossible("classes_unreadable")
    classes = tuple(class_of(row) for row in rows)
    keys = [one.key for one in classes]
    twice = next((key for n, key in enumerate(keys) if key in keys[:n]), None)
    if twice is not None:
        raise NotPossible("class_twice", quality=twice)
    return classes


_TEXTS: Final = ("code", "name_ar", "name_en", "note")
_WHOLES: Final = ("version", "warps_per_cell", "selvedge_warps", "knots_per_day")
_NUMBERS: Final = ("pile_mm", "pile_tex", "warp_tex", "warp_extra_cm", "passes_per_cm", "waste")
_PERHAPS: Final = ("kh", "kv", "knot_mm", "mass_low", "mass_high")
_CHOICES: Final = {"mode": ("pile", "flat"), "knot": ("symmetric", "asymmetric_left", "asymmetric_right", "none")}


def class_of(reader: Fields) -> QualityClass:
    """Return a class of plain data; a field that is not there takes what a new class has, but for its identity and mode."""
    row: dict[str, Any] = {name: reader.text(name, "" if name == "note" else None) for name in _TEXTS}
    row["mode"] = reader.choice("mode", _CHOICES["mode"], "")
    row["valid_from"] = _day(reader)
    row["shots"] = [{name: shot.needed_number(name) for name in ("tex", "crimp")} for shot in reader.each("shots")]
    optional: tuple[tuple[Sequence[str], Callable[[str], Any]], ...] = (
        (("knot",), lambda name: reader.choice(name, _CHOICES["knot"], "")),
        (_WHOLES, reader.whole),
        (_NUMBERS, reader.needed_number),
        (_PERHAPS, lambda name: reader.number(name, optional=True)),
    )
    reader.whole("version")
    for names, read in optional:
        row.update({name: read(name) for name in names if name in reader.values})
    return class_from(row)


def _day(reader: Fields) -> date:
    if type(reader.values.get("valid_from")) is date:  # TOML knows days
        return cast("date", reader.values["valid_from"])
    try:
        return date.fromisoformat(reader.text("valid_from"))
    except ValueError:
        return reader.wrong("valid_from")
