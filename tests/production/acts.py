"""What the tests of acts look at: the entries that were left, and hands with and without a role."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from nawl.accounts.choices import Role
from nawl.accounts.models import AuditEntry, User
from nawl.accounts.queries import history_of
from nawl.kit.errors import NotAllowed
from nawl.places.models import Facility
from nawl.places.rules import PLACES_OF_ROLES
from tests.factories.places import make_district, make_facility, make_user_as


def verbs() -> list[str]:
    """Return what was done so far, the latest last."""
    return list(AuditEntry.objects.order_by("recorded_at", "id").values_list("verb", flat=True))


def told(record: Any) -> str:
    """Return the latest sentence of a record's history."""
    return history_of(record).acts[0].sentence


def hand(role: str, at: Facility) -> User:
    """Return somebody who holds a role at a facility, or as near to it as the role can be held."""
    places = PLACES_OF_ROLES[role]
    where = at if "facility" in places else at.governorate if "area" in places else None
    return make_user_as(role, where, f"{role}-{User.objects.count()}")


def refuses_all_but(roles: tuple[str, ...], at: Facility, act: Callable[[User], Any]) -> None:
    """Try an act with every role that may not do it, and with the right role at another place."""
    for role in Role:
        if role not in roles:
            with pytest.raises(NotAllowed):
                act(hand(role, at))
    elsewhere = make_facility(at=make_district("SY1302"))
    for role in roles:
        if PLACES_OF_ROLES[role] != ("programme",):
            with pytest.raises(NotAllowed):
                act(hand(role, elsewhere))
    with pytest.raises(NotAllowed):
        act(User.objects.create_user(f"nobody-{User.objects.count()}", None, full_name="بلا دور"))
