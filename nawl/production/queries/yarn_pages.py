"""What the yarn pages show: the units whose yarn a reader sees, one unit's colours, one lot's counts."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q

from nawl.accounts.models import User
from nawl.places.models import Facility
from nawl.places.queries import ensure_holds
from nawl.production.models import Design, LotCount, YarnLot
from nawl.production.queries.usual import usual_unit
from nawl.production.rules import SEERS


def units_with_yarn(user: User) -> list[Facility]:
    """Return the facilities within the user's scope that have yarn, a design or a workshop, by code."""
    ensure_holds(user, SEERS)
    lots = YarnLot.objects.visible_to(user).filter(facility=OuterRef("pk"))
    designs = Design.objects.visible_to(user).filter(facility=OuterRef("pk"))
    rows = Facility.objects.visible_to(user).filter(Q(workshop__isnull=False) | Exists(lots) | Exists(designs))
    return list(rows.select_related("governorate").order_by("code"))


def unit_chosen(user: User, code: str) -> Facility | None:
    """Return the unit of this code among those, else the user's usual one; None when there is none."""
    units = units_with_yarn(user)
    return next((one for one in units if one.code == code), None) or usual_unit(user, units)


def counts_of(lot: YarnLot) -> list[LotCount]:
    """Return a lot's weighings, the latest first."""
    rows = LotCount.objects.unscoped("the counts of a lot that the caller was given")
    return list(rows.filter(lot=lot).select_related("by").order_by("-counted_on", "-id"))
