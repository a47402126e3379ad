"""Which unit stands first before whoever may choose among many."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Count

from nawl.accounts.models import User
from nawl.places.models import Facility
from nawl.production.models import Design, YarnLot


def usual_unit(user: User, offered: Sequence[Facility]) -> Facility | None:
    """Return, of several units, the one of the user's newest design, else the one with most lots of yarn, else the first.

    Whoever draws for every unit would otherwise begin, time and again, at a unit without yarn.
    """
    if len(offered) < 2:
        return next(iter(offered), None)
    by_id = {one.pk: one for one in offered}
    drawn = Design.objects.visible_to(user).filter(by=user, facility__in=by_id).order_by("-serial")
    lots = YarnLot.objects.visible_to(user).filter(facility__in=by_id).order_by().values("facility")
    stocked = lots.annotate(lots=Count("pk")).order_by("-lots", "facility")
    first = drawn.values_list("facility", flat=True).first() or stocked.values_list("facility", flat=True).first()
    return by_id[first] if first else offered[0]
