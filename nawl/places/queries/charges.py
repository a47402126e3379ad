"""Who may act where, from the postings that run today."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from nawl.kit.errors import NotAllowed
from nawl.places.models import Area, Facility
from nawl.places.rules import Charge, has_charge

if TYPE_CHECKING:
    from nawl.accounts.models import User


def charges_of(user: User) -> tuple[Charge, ...]:
    """Return the roles that the user's running postings give today, and where; kept for one request."""
    kept: tuple[Charge, ...] | None = getattr(user, "_kept_charges", None)
    if kept is None:
        kept = tuple(
            Charge(
                posting.role,
                posting.is_national,
                posting.area.path if posting.area else "",
                posting.facility_id,
            )
            for posting in user.postings.running().select_related("area")
        )
        vars(user)["_kept_charges"] = kept  # a note on the request's own user object
    return kept


def may(user: User, roles: Iterable[str], *, at: Facility | Area | None) -> bool:
    """Say whether the user holds one of the roles at the place; `at=None` means the whole programme."""
    if not user.is_active:
        return False
    if user.is_system:
        return True
    if isinstance(at, Facility):
        return has_charge(charges_of(user), roles, at.place_path, at.pk)
    return has_charge(charges_of(user), roles, at.path if at else "", None)


def ensure_may(user: User, roles: Iterable[str], *, at: Facility | Area | None) -> None:
    """Raise `NotAllowed("role_may_not")` unless the user holds one of the roles at the place."""
    if not may(user, roles, at=at):
        raise NotAllowed("role_may_not")


def holds(user: User, roles: Iterable[str]) -> bool:
    """Say whether the user holds one of the roles anywhere today."""
    wanted = frozenset(roles)
    return user.is_active and (user.is_system or any(charge.role in wanted for charge in charges_of(user)))


def ensure_holds(user: User, roles: Iterable[str]) -> None:
    """Raise `NotAllowed("role_may_not")` unless the user holds one of the roles anywhere."""
    if not holds(user, roles):
        raise NotAllowed("role_may_not")
