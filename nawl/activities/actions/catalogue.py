"""Loading the services and activity types that are shipped with the programme."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any, TypeVar

from django.db import transaction

from nawl.accounts.actions import record
from nawl.accounts.choices import Role
from nawl.accounts.models import User
from nawl.activities.models import ActivityType, Service
from nawl.places.queries import ensure_may

Row = TypeVar("Row", Service, ActivityType)


@transaction.atomic
def load_catalogue(*, by: User) -> int:
    """Bring services and activity types up to the shipped tables; return how many records changed.

    Repeating it changes nothing and leaves no entry. Nothing is removed: what was counted keeps its service.
    """
    ensure_may(by, (Role.ADMINISTRATOR,), at=None)
    services = [_service(row, position) for position, row in enumerate(_table("services"))]
    by_code = {service.code: service for service, _changes in services}
    types = [_type(row, position, by_code) for position, row in enumerate(_table("activity_types"))]
    touched: list[tuple[Service | ActivityType, dict[str, Any]]] = [*services, *types]
    changed = [(row, changes) for row, changes in touched if changes]
    if changed:
        details = {"records": len(changed), "codes": {row.code: changes for row, changes in changed}}
        subjects = [row for row, _changes in changed]
        record("activities.catalogue_loaded", by=by, subjects=subjects, changes=details)
    return len(changed)


def _table(name: str) -> Iterator[dict[str, str]]:
    text = (files("nawl.activities.data") / f"{name}.csv").read_text(encoding="utf-8")
    return csv.DictReader(text.splitlines())


def _service(row: Mapping[str, str], position: int) -> tuple[Service, dict[str, Any]]:
    fields = {
        **_names(row, position),
        "sexes": row["sexes"].split(),
        "age_bands": row["age_bands"].split(),
    }
    return _kept(Service, row["code"], fields)


def _type(
    row: Mapping[str, str], position: int, services: Mapping[str, Service]
) -> tuple[ActivityType, dict[str, Any]]:
    kept, changes = _kept(ActivityType, row["code"], _names(row, position))
    wanted = row["services"].split()
    before = sorted(kept.services.values_list("code", flat=True))
    if before != sorted(wanted):
        kept.services.set([services[code] for code in wanted])
        changes["services"] = [before, sorted(wanted)]
    return kept, changes


def _names(row: Mapping[str, str], position: int) -> dict[str, Any]:
    return {"name_ar": row["name_ar"], "name_en": row["name_en"], "area": row["area"], "position": position}


def _kept(table: type[Row], code: str, fields: Mapping[str, Any]) -> tuple[Row, dict[str, Any]]:
    """Return the record of a code with these fields, and what had to change for it."""
    found = table.objects.filter(code=code).first()
    if found is None:
        return table.objects.create(code=code, **fields), {"name_ar": [None, fields["name_ar"]]}
    changes = {name: [getattr(found, name), value] for name, value in fields.items() if getattr(found, name) != value}
    for name, (_before, after) in changes.items():
        setattr(found, name, after)
    if changes:
        found.save(update_fields=list(changes))
    return found, changes
