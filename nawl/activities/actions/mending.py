"""Mending months whose kept sums are not what their days add up to."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from nawl.accounts.actions import record
from nawl.accounts.choices import Role
from nawl.accounts.models import User
from nawl.activities.actions.months import Deltas, add_to_months
from nawl.activities.queries.recount import REASON, Difference
from nawl.places.models import Facility
from nawl.places.queries import ensure_may


@transaction.atomic
def mend_months(differences: Iterable[Difference], *, by: User) -> int:
    """Add to each month's cell what it lacks, and return how many cells were mended.

    Amounts are added, not set: what a colleague writes meanwhile is kept.
    """
    ensure_may(by, (Role.ADMINISTRATOR,), at=None)
    deltas: Deltas = {}
    facilities = set()
    for difference in differences:
        deltas[difference.key] = difference.missing
        facilities.add(difference.facility_id)
    if not deltas:
        return 0
    add_to_months(deltas)
    subjects = Facility.objects.unscoped(REASON).filter(pk__in=facilities)
    record("activities.months_mended", by=by, subjects=subjects, changes={"records": len(deltas)})
    return len(deltas)
