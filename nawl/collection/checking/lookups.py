"""What a register's names can mean to its sender: facilities in scope, their activities, the services; four queries."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from nawl.activities.models import Activity, Service
from nawl.activities.queries import services_of_types
from nawl.collection.checking.names import NameIndex
from nawl.places.models import Facility

if TYPE_CHECKING:
    from nawl.accounts.models import User


class Facilities:
    """The facilities that the sender may see, by code and names."""

    def __init__(self, user: User) -> None:
        self.all: list[Facility] = list(Facility.objects.visible_to(user).select_related("governorate"))
        self.index = NameIndex(
            (spelling, facility)
            for facility in self.all
            for spelling in (facility.code, facility.name_ar, facility.name_en)
            if spelling
        )


class Activities:
    """The activities of some facilities, by code and title, and the services counted in them."""

    def __init__(self, user: User, facilities: Iterable[Facility]) -> None:
        wanted = [facility.pk for facility in facilities]
        found = Activity.objects.visible_to(user).filter(facility__in=wanted).select_related("type").order_by("code")
        self.by_facility: dict[UUID, list[Activity]] = {}
        for activity in found:
            self.by_facility.setdefault(activity.facility_id, []).append(activity)
        self._indexes: dict[UUID, NameIndex[Activity]] = {}
        services = services_of_types({activity.type_id for activity in found})
        self.services_of: dict[int, dict[int, Service]] = {
            type_id: {service.pk: service for service in of_type} for type_id, of_type in services.items()
        }

    def of(self, facility: Facility) -> list[Activity]:
        """Return a facility's activities."""
        return self.by_facility.get(facility.pk, [])

    def index(self, facility: Facility) -> NameIndex[Activity]:
        """Return a facility's activities by code and title."""
        if facility.pk not in self._indexes:
            self._indexes[facility.pk] = NameIndex(
                (spelling, activity) for activity in self.of(facility) for spelling in (activity.code, activity.title)
            )
        return self._indexes[facility.pk]

    def counts(self, activity: Activity, service: Service) -> bool:
        """Say whether a service is counted in an activity."""
        return service.pk in self.services_of.get(activity.type_id, {})


class Services:
    """All services, by code and names."""

    def __init__(self) -> None:
        self.all = list(Service.objects.all())
        self.index = NameIndex(
            (spelling, service)
            for service in self.all
            for spelling in (service.code, service.name_ar, service.name_en)
            if spelling
        )
