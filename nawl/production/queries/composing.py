"""What carpets are composed in: the unit, and its yarns."""

from __future__ import annotations

from nawl.accounts.models import User
from nawl.kit.errors import NotAllowed
from nawl.places.models import Facility
from nawl.production.models import QualityClass, YarnLot
from nawl.production.queries.classes import classes_valid
from nawl.production.queries.register import facilities_to_draw_at
from nawl.production.queries.stock import yarns_of
from nawl.production.queries.usual import usual_unit
from nawl.production.rules import DRAWERS
from nawl.weaving.yarns import Yarn

ENOUGH = 8
"""With so many colours on hand a unit composes from these alone."""


def composing_yarns(facility: Facility) -> tuple[Yarn, ...]:
    """Return the yarns a unit composes in: those on hand where there are enough of them, else all its colours."""
    every = yarns_of(facility)
    on_hand = tuple(yarn for yarn in every if yarn.grams)
    return on_hand if len(on_hand) >= ENOUGH else every


def composing_unit(user: User, code: str = "") -> tuple[Facility, list[Facility]]:
    """Return the unit that a user composes for, and all that may be chosen, those that have yarn before the others.

    It is the one of `code`, or their usual one. Raises `role_may_not` for those who draw nowhere.
    """
    offered = facilities_to_draw_at(user, DRAWERS)
    if not offered:
        raise NotAllowed("role_may_not")
    stocked = set(YarnLot.objects.visible_to(user).values_list("facility", flat=True))
    offered = sorted(offered, key=lambda one: one.pk not in stocked)
    named = next((one for one in offered if one.code == code), None)
    return named or usual_unit(user, offered) or offered[0], offered


def classes_named() -> dict[str, QualityClass]:
    """Return the classes by the key that a recipe bears ("300/1"), and those that hold today by their code alone."""
    every = {one.key: one for one in QualityClass.objects.all()}
    return {**every, **{one.code: one for one in classes_valid()}}
