"""Writing the indicators: loading their declarations, setting targets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import transaction

from nawl.accounts.actions import record
from nawl.accounts.choices import Role
from nawl.accounts.models import User
from nawl.indicators import declared
from nawl.indicators.models import Indicator, Target
from nawl.indicators.registry import measures
from nawl.kit.errors import NotFound, NotPossible
from nawl.kit.periods import Period
from nawl.places.models import Area
from nawl.places.queries import ensure_may

DECLARING = frozenset({Role.ADMINISTRATOR})
TARGET_SETTERS = frozenset({Role.PROGRAMME_DIRECTOR})


@dataclass(frozen=True)
class Declared:
    """What a loading changed: codes of indicators that are new, and of those that read differently now."""

    added: tuple[str, ...]
    changed: tuple[str, ...]


@transaction.atomic
def declare(path: Path = declared.SHIPPED, *, by: User) -> Declared:
    """Load the declared indicators; a second loading of the same file changes nothing and writes no entry."""
    ensure_may(by, DECLARING, at=None)
    standing = {row.code: row for row in Indicator.objects.all()}
    added: list[Indicator] = []
    changed: dict[str, dict[str, Any]] = {}
    for fields in declared.read(path, measures()):
        row = standing.get(fields["code"])
        if row is None:
            added.append(Indicator.objects.create(**fields))
        elif moved := _moved(row, fields):
            row.save(update_fields=list(moved))
            changed[row.code] = moved
    if added or changed:
        touched = [*added, *(standing[code] for code in changed)]
        facts = {
            "added": [row.code for row in added],
            "changed": {code: sorted(moved) for code, moved in changed.items()},
        }
        record("indicators.declared", by=by, subjects=touched, changes=facts)
    return Declared(tuple(row.code for row in added), tuple(changed))


def _moved(row: Indicator, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Set the fields that differ and return them."""
    moved = {name: value for name, value in fields.items() if getattr(row, name) != value}
    for name, value in moved.items():
        setattr(row, name, value)
    return moved


@transaction.atomic
def set_target(
    indicator: str, period: Period, number: Decimal | int, *, area: Area | None = None, note: str = "", by: User
) -> Target:
    """Set what an indicator is meant to reach in a period, for the programme or one area; the same again changes it.

    Raises NotPossible("target_not_above_nought"), NotPossible("target_share_above_one") for a share beyond 1.
    """
    ensure_may(by, TARGET_SETTERS, at=area)
    row = Indicator.objects.filter(code=indicator).first()
    if row is None:
        raise NotFound("indicator_unknown", indicator=indicator)
    _ensure_sensible(row, Decimal(number))
    where: dict[str, Any] = {"indicator": row, "area": area, "first": period.first, "last": period.last}
    before = Target.objects.filter(**where).values_list("value", flat=True).first()
    target, _created = Target.objects.update_or_create(**where, defaults={"value": number, "note": note})
    record(
        "indicators.target_set",
        by=by,
        subjects=[target, row],
        place_path=area.path if area else "",
        changes={"indicator": row.name_ar, "period": period.code, "value": [_plain(before), _plain(Decimal(number))]},
    )
    return target


def _ensure_sensible(row: Indicator, number: Decimal) -> None:
    if number <= 0:
        raise NotPossible("target_not_above_nought", indicator=row.name)
    if row.aggregation == "share" and number > 1:
        raise NotPossible("target_share_above_one", indicator=row.name)


def _plain(number: Decimal | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)
