"""What rules need to know of the records: a facility's life, an activity's run, where a service can occur."""

from __future__ import annotations

from collections.abc import Iterable

from nawl.activities.models import Activity, ActivityType, Service
from nawl.activities.rules import Life, Reach, Run
from nawl.places.models import Facility


def life_of(facility: Facility) -> Life:
    """Return what decides on which days a facility can serve."""
    return Life(facility.state, facility.opened_on, facility.closed_on)


def run_of(activity: Activity) -> Run:
    """Return from when to when an activity runs."""
    return Run(activity.title, activity.starts_on, activity.ends_on)


def reach_of(service: Service) -> Reach:
    """Return the cells in which a service can occur."""
    return Reach(service.name, frozenset(service.sexes), frozenset(service.age_bands))


def services_of_types(type_ids: Iterable[int]) -> dict[int, list[Service]]:
    """Return the services counted in each of the activity types, in their order; one query."""
    wanted = set(type_ids)
    links = (
        ActivityType.services.through.objects.filter(activitytype__in=wanted)
        .select_related("service")
        .order_by("service__position", "service__code")
    )
    services: dict[int, list[Service]] = {type_id: [] for type_id in wanted}
    for link in links:
        services[link.activitytype_id].append(link.service)
    return services
