"""The file that declares the indicators, read into rows; a field that is missing or unknown is refused by name."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from nawl.indicators.choices import Aggregation, Disaggregation, Unit
from nawl.kit.errors import NotPossible
from nawl.kit.facts import Measure

SHIPPED = Path(__file__).parent / "data" / "indicators.toml"
NEEDED = (
    "code",
    "name_ar",
    "name_en",
    "definition_ar",
    "definition_en",
    "formula_ar",
    "formula_en",
    "unit",
    "measure",
    "aggregation",
    "disaggregations",
    "valid_from",
)
OPTIONAL: Mapping[str, Any] = {
    "filters": {},
    "part_filters": {},
    "position": 0,
    "is_headline": False,
    "valid_to": None,
}


def read(path: Path, measures: Mapping[str, Measure]) -> list[dict[str, Any]]:
    """Return the fields of every declared indicator; raises NotPossible("declaration_wrong") naming code and field."""
    rows = tomllib.loads(path.read_text(encoding="utf-8")).get("indicator", [])
    return [_row(row, measures) for row in rows]


def _row(given: Mapping[str, Any], measures: Mapping[str, Measure]) -> dict[str, Any]:
    code = str(given.get("code", "?"))
    _refuse(code, [name for name in NEEDED if name not in given])
    _refuse(code, [name for name in given if name not in NEEDED and name not in OPTIONAL])
    row: dict[str, Any] = {**OPTIONAL, **given}
    if row["measure"] not in measures:
        _refuse(code, ["measure"])
    read = measures[row["measure"]]
    _refuse(code, _wrong(row, read))
    return row | {
        "basis": read.basis.value,
        "valid_from": _day(code, "valid_from", row["valid_from"]),
        "valid_to": _day(code, "valid_to", row["valid_to"]) if row["valid_to"] else None,
    }


def _wrong(row: Mapping[str, Any], read: Measure) -> list[str]:
    """Return the fields that the measure or a closed list speaks against."""
    wrong = [name for name, known in (("unit", Unit), ("aggregation", Aggregation)) if row[name] not in known.values]
    known = frozenset(read.columns) & frozenset(Disaggregation.values)
    wrong += [name for name in ("filters", "part_filters", "disaggregations") if not known.issuperset(row[name])]
    if (row["aggregation"] == Aggregation.SHARE) != bool(row["part_filters"]):
        wrong.append("part_filters")
    if (row["aggregation"] == Aggregation.DISTINCT) != read.basis.is_distinct:
        wrong.append("aggregation")
    return wrong


def _day(code: str, name: str, text: object) -> date:
    try:
        return text if isinstance(text, date) else date.fromisoformat(str(text))
    except ValueError:
        _refuse(code, [name])
        raise


def _refuse(code: str, names: Iterable[str]) -> None:
    for name in names:
        raise NotPossible("declaration_wrong", indicator=code, field=name)
