"""What a blank register of a facility offers: its running activities and the services counted in them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q

from nawl.activities.models import Activity
from nawl.activities.queries import services_of_types
from nawl.collection.writing import Blank
from nawl.kit.clock import today
from nawl.places.models import Facility

if TYPE_CHECKING:
    from nawl.accounts.models import User


def blank_of(facility: Facility, user: User) -> Blank:
    """Return what the blank register of a facility holds: activities of this year and the last; two queries."""
    day = today()
    since = date(day.year - 1, 1, 1)
    activities = list(
        Activity.objects.visible_to(user)
        .filter(Q(ends_on__isnull=True) | Q(ends_on__gte=since), facility=facility)
        .order_by("type__position", "starts_on")
    )
    by_type = services_of_types({activity.type_id for activity in activities})
    services = {service.pk: service for of_type in by_type.values() for service in of_type}
    ordered = sorted(services.values(), key=lambda service: service.position)
    return Blank(
        facility_name=facility.name,
        facility_code=facility.code,
        activities=tuple(dict.fromkeys(activity.title for activity in activities)),
        services=tuple(service.name for service in ordered),
        first_day=facility.opened_on or since,
        last_day=date(day.year + 1, 12, 31),
    )
