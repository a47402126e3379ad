"""From what a line of services calls things to the records it means, with the reasons where it means none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from nawl.activities import rules
from nawl.activities.actions.registers import IMPORTERS
from nawl.activities.models import Activity, Service
from nawl.activities.queries import life_of, run_of
from nawl.collection.checking.lookups import Activities, Facilities, Services
from nawl.collection.checking.names import named_like
from nawl.collection.findings import Fact
from nawl.kit.clock import today
from nawl.kit.errors import ProgrammeError
from nawl.places.models import Facility
from nawl.places.queries import may

if TYPE_CHECKING:
    from nawl.accounts.models import User


MOST_KEPT = 5_000
MOST_NAMED = 8
"""How many activities of a centre are named where none is near."""


@dataclass(frozen=True)
class Said:
    """A fault of one field of a line: its code and facts."""

    code: str
    field: str
    facts: tuple[tuple[str, Fact], ...] = ()


@dataclass(frozen=True)
class Meant:
    """The records that a line means; those that could not be found are None, and `faults` says why."""

    facility: Facility | None
    activity: Activity | None
    service: Service | None
    faults: tuple[Said, ...]


def said(code: str, field: str, **facts: Fact) -> Said:
    """Return a fault with its facts."""
    return Said(code, field, tuple(facts.items()))


class Resolver:
    """Resolves names to records; each question is asked once, however many lines repeat it."""

    def __init__(self, user: User, chosen: Facility | None) -> None:
        self.user = user
        self.chosen = chosen
        self.places = Facilities(user)
        self.services = Services()
        self.activities = Activities(user, [chosen] if chosen else self.places.all)
        self.today = today()
        self._facilities: dict[str, tuple[Facility | None, tuple[Said, ...]]] = {}
        self._services: dict[str, tuple[Service | None, tuple[Said, ...]]] = {}

    def resolve(self, facility: str, activity: str, service: str, day: date | None, of_sheet: Facility | None) -> Meant:
        """Return what a line means on a day; `of_sheet` is the facility that the sheet's title names."""
        place, faults = self._facility(facility) if facility else self._unnamed(of_sheet)
        kind, more = self._service(service) if service else (None, ())
        faults += more
        if place is None:
            return Meant(None, None, kind, faults)
        if day is not None:
            life = rules.faults_of_day(day, today=self.today, life=life_of(place))
            faults += tuple(_of_rule(fault, "date") for fault in life)
        found, more = self._activity(place, activity, kind, day)
        return Meant(place, found, kind, faults + more)

    def facility_of_title(self, title: str) -> Facility | None:
        """Return the one facility whose code or whole name stands in a sheet's title."""
        found = self.places.index.within(title)
        return found[0] if len(found) == 1 else None

    def _unnamed(self, of_sheet: Facility | None) -> tuple[Facility | None, tuple[Said, ...]]:
        place = self.chosen or of_sheet
        if place is None:
            return None, (said("facility_missing", "facility"),)
        return self._permitted(place)

    def _facility(self, text: str) -> tuple[Facility | None, tuple[Said, ...]]:
        if text not in self._facilities:
            make_room(self._facilities)
            self._facilities[text] = self._find_facility(text)
        return self._facilities[text]

    def _find_facility(self, text: str) -> tuple[Facility | None, tuple[Said, ...]]:
        found = self.places.index.find(text)
        if self.chosen in found:
            return self._permitted(self.chosen)
        if not found:
            nearest = self.chosen or self.places.index.nearest(text)
            if nearest is None:
                return None, (said("facility_unheard", "facility", text=text),)
            return None, (said("facility_unknown", "facility", text=text, nearest=label_of(text, nearest)),)
        if self.chosen:
            chosen = label_of(text, self.chosen)
            return None, (said("facility_not_chosen", "facility", text=text, chosen=chosen),)
        if len(found) > 1:
            codes = tuple(facility.code for facility in found)
            return None, (said("facility_ambiguous", "facility", text=text, candidates=codes),)
        return self._permitted(found[0])

    def _permitted(self, place: Facility) -> tuple[Facility | None, tuple[Said, ...]]:
        if may(self.user, IMPORTERS, at=place):
            return place, ()
        return None, (said("facility_not_yours", "facility", facility=place.name_ar, standing=place.code),)

    def _service(self, text: str) -> tuple[Service | None, tuple[Said, ...]]:
        if text not in self._services:
            make_room(self._services)
            found = self.services.index.find(text)
            self._services[text] = (found[0], ()) if found else (None, (self._unknown_service(text),))
        return self._services[text]

    def _unknown_service(self, text: str) -> Said:
        nearest = self.services.index.nearest(text)
        if nearest is None:
            return said("service_unheard", "service", text=text)
        name = named_like(text, nearest.name_ar, nearest.name_en)
        return said("service_unknown", "service", text=text, nearest=name)

    def _activity(
        self, place: Facility, text: str, service: Service | None, day: date | None
    ) -> tuple[Activity | None, tuple[Said, ...]]:
        if not text:
            return self._only_activity(place, service, day)
        found = self.activities.index(place).find(text)
        if not found:
            return None, (self._unknown_activity(place, text),)
        activity = _running(found, day)
        return activity, tuple(self._faults_of(activity, service, day))

    def _faults_of(self, activity: Activity, service: Service | None, day: date | None) -> list[Said]:
        faults = [_of_rule(fault, "date") for fault in rules.faults_of_activity(day, run_of(activity))] if day else []
        if service and not self.activities.counts(activity, service):
            faults.append(said("service_not_of_activity", "service", service=service.name_ar, title=activity.title))
        return faults

    def _only_activity(
        self, place: Facility, service: Service | None, day: date | None
    ) -> tuple[Activity | None, tuple[Said, ...]]:
        """Return the facility's one activity that counts the service on the day, where the register names none."""
        if service is None:
            return None, ()
        counting = [activity for activity in self.activities.of(place) if self.activities.counts(activity, service)]
        running = [activity for activity in counting if day is None or rules.runs_on(run_of(activity), day)]
        if len(running) == 1:
            return running[0], ()
        if running:
            titles = tuple(activity.title for activity in running)
            return None, (said("activity_needed", "service", service=service.name_ar, titles=titles),)
        return None, (said("activity_none_counts", "service", service=service.name_ar),)

    def _unknown_activity(self, place: Facility, text: str) -> Said:
        nearest = self.activities.index(place).nearest(text)
        if nearest is None:
            titles = tuple(activity.title for activity in self.activities.of(place)[:MOST_NAMED])
            if titles:
                return said("activity_none_near", "activity", text=text, titles=titles)
            return said("activity_unheard", "activity", text=text)
        return said("activity_unknown", "activity", text=text, nearest=nearest.title)


def make_room(kept: dict[str, Any]) -> None:
    """Forget remembered answers when a register of nonsense has made them very many."""
    if len(kept) > MOST_KEPT:
        kept.clear()


def label_of(text: str, facility: Facility) -> str:
    """Return a facility as a suggestion: its code where a code was written, else its name and code."""
    if any(sign.isdigit() for sign in text):
        return facility.code
    return f"{named_like(text, facility.name_ar, facility.name_en)} ({facility.code})"


def _running(found: list[Activity], day: date | None) -> Activity:
    """Return the one of several activities of the same title that runs on the day, else the latest."""
    running = [activity for activity in found if day is None or rules.runs_on(run_of(activity), day)]
    return max(running or found, key=lambda activity: activity.starts_on)


def _of_rule(fault: ProgrammeError, field: str) -> Said:
    return said(fault.code, field, **fault.facts)
