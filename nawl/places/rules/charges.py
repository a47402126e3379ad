"""Who may act where: roles and the places they reach."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Charge:
    """A role and where it reaches: everywhere, below an area's path, or at one facility."""

    role: str
    is_national: bool
    area_path: str
    facility_id: UUID | None


def has_charge(charges: Iterable[Charge], roles: Iterable[str], path: str, facility_id: UUID | None) -> bool:
    """Say whether one of the charges gives one of the roles over a place.

    `path` is the place's path, empty for the whole programme; `facility_id` names the facility when the place is one.
    """
    wanted = frozenset(roles)
    return any(_covers(charge, path, facility_id) for charge in charges if charge.role in wanted)


def _covers(charge: Charge, path: str, facility_id: UUID | None) -> bool:
    if charge.is_national:
        return True
    if charge.area_path:
        return bool(path) and path.startswith(charge.area_path)
    return charge.facility_id is not None and charge.facility_id == facility_id
