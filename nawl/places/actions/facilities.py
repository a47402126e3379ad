"""Facilities are registered, revised, opened and shut; each turn stays in their history."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from nawl.accounts.actions import record
from nawl.accounts.choices import Role
from nawl.accounts.models import User
from nawl.accounts.rules import differences
from nawl.kit.clock import today
from nawl.kit.database import ensure_fits, lock_rows
from nawl.kit.errors import NotPossible
from nawl.places.choices import FacilityKind, FacilityState, Level
from nawl.places.models import Area, Facility, FacilityStatus, Workshop
from nawl.places.queries import children_of, ensure_may, joined, lineage
from nawl.places.rules import NEXT_STATES, are_within, facility_code, may_follow, needs_reason, search_key

FACILITY_KEEPERS = (Role.GOVERNORATE_DIRECTOR, Role.ADMINISTRATOR)
_LOCKING = "an action locks the row that its caller was shown"
_SERIAL = re.compile(r"\d{2,4}")


@dataclass(frozen=True)
class _Site:
    """Where a facility stands."""

    governorate: Area
    district: Area | None

    @property
    def pcode(self) -> str:
        """The P-code that its code begins with."""
        return self.district.pcode if self.district else self.governorate.pcode


@transaction.atomic
def open_facility(  # noqa: PLR0913 - one argument a particular
    *,
    kind: str,
    name_ar: str,
    area: Area,
    by: User,
    name_en: str = "",
    latitude: Decimal | None = None,
    longitude: Decimal | None = None,
    opened_on: date | None = None,
    state: str = FacilityState.OPEN,
    state_since: date | None = None,
    code: str = "",
) -> Facility:
    """Register a facility and the first turn of its life.

    Its code is made from its district, its kind and the next number there; `code` keeps one that exists on paper.
    A state other than planned or open began on `state_since` (today), after the opening.
    """
    ensure_may(by, FACILITY_KEEPERS, at=area)
    site = _site(area)
    _refuse_unfit(name_ar, name_en, latitude, longitude, site)
    _refuse_wrong_opening(opened_on, state)
    list(lock_rows(Area.objects.filter(pk=site.governorate.pk)))
    _refuse_same_name(name_ar, kind, area)
    facility = Facility(
        code=_fitting_code(code, kind, site),
        kind=kind,
        name_ar=name_ar.strip(),
        name_en=name_en.strip(),
        area=area,
        governorate=site.governorate,
        district=site.district,
        place_path=area.path,
        latitude=latitude,
        longitude=longitude,
        state=state,
        opened_on=opened_on,
        closed_on=(state_since or today()) if state == FacilityState.CLOSED else None,
    )
    facility.search_key = search_key(facility.name_ar, facility.name_en, facility.code)
    facility.save(force_insert=True)
    _first_turns(facility, state_since or today())
    facts = {"name": facility.name_ar, "code": facility.code, "kind": kind, "state": state}
    record("places.facility_opened", by=by, subjects=[facility], place_path=facility.place_path, changes=facts)
    return facility


@transaction.atomic
def revise_facility(
    facility: Facility,
    *,
    name_ar: str,
    area: Area,
    by: User,
    name_en: str = "",
    latitude: Decimal | None = None,
    longitude: Decimal | None = None,
    opened_on: date | None = None,
) -> Facility:
    """Change a facility's particulars; its code and kind stay, and so does its governorate. No difference, no entry."""
    facility = _locked(facility)
    ensure_may(by, FACILITY_KEEPERS, at=facility)
    site = _site(area)
    if site.governorate.pk != facility.governorate_id:
        raise NotPossible("facility_would_leave", governorate=facility.governorate.name)
    _refuse_unfit(name_ar, name_en, latitude, longitude, site)
    _refuse_wrong_opening(opened_on, facility.state)
    _refuse_opening_after_turns(facility, opened_on)
    values: dict[str, Any] = {
        "name_ar": name_ar.strip(),
        "name_en": name_en.strip(),
        "latitude": latitude,
        "longitude": longitude,
        "opened_on": opened_on,
    }
    changes = differences({name: getattr(facility, name) for name in values}, values)
    if area.pk != facility.area_id:
        changes["area"] = [facility.area.name_ar, area.name_ar]
    if not changes:
        return facility
    if changes.keys() & {"name_ar", "area"}:
        _refuse_same_name(name_ar, facility.kind, area, but=facility)
    _move_first_turn(facility, opened_on)
    moved = {"area": area, "district": site.district, "place_path": area.path}
    _put(facility, {**values, **moved})
    record("places.facility_revised", by=by, subjects=[facility], place_path=facility.place_path, changes=changes)
    return facility


@transaction.atomic
def change_state(
    facility: Facility, state: str, *, by: User, since: date | None = None, reason: str = ""
) -> FacilityStatus:
    """Turn a facility to another state from a day on; whatever shuts its doors must say why."""
    facility = _locked(facility)
    ensure_may(by, FACILITY_KEEPERS, at=facility)
    day = since or today()
    _refuse_turn(facility, state, day, reason)
    before = facility.state
    opening = {"opened_on": day} if state == FacilityState.OPEN and facility.opened_on is None else {}
    closed_on = day if state == FacilityState.CLOSED else None
    _put(facility, {"state": state, "closed_on": closed_on, **opening})
    turn: FacilityStatus = FacilityStatus.objects.create(
        facility=facility, state=state, since=day, reason=reason.strip()
    )
    changes = {"state": [before, state], "since": day, "reason": reason.strip()}
    record("places.facility_state_changed", by=by, subjects=[facility], place_path=facility.place_path, changes=changes)
    return turn


@transaction.atomic
def set_workshop(
    facility: Facility,
    *,
    name_ar: str,
    by: User,
    name_en: str = "",
    crafts_ar: str = "",
    crafts_en: str = "",
    opened_on: date | None = None,
) -> Workshop:
    """Give a facility its production workshop, or change the workshop's particulars. No difference, no entry."""
    facility = _locked(facility)
    ensure_may(by, FACILITY_KEEPERS, at=facility)
    if not name_ar.strip():
        raise NotPossible("workshop_name_missing")
    values = {
        "name_ar": name_ar.strip(),
        "name_en": name_en.strip(),
        "crafts_ar": crafts_ar.strip(),
        "crafts_en": crafts_en.strip(),
        "opened_on": opened_on,
    }
    ensure_fits(Workshop, values)
    workshop = Workshop.objects.unscoped(_LOCKING).filter(facility=facility).first()
    workshop = workshop or Workshop(facility=facility)
    changes = differences({name: getattr(workshop, name) for name in values}, values)
    if changes:
        for name, value in values.items():
            setattr(workshop, name, value)
        workshop.save()
        subjects = [facility, workshop]
        record("places.workshop_set", by=by, subjects=subjects, place_path=facility.place_path, changes=changes)
    return workshop


def _locked(facility: Facility) -> Facility:
    rows = Facility.objects.unscoped(_LOCKING).select_related("area", "governorate").filter(pk=facility.pk)
    locked: Facility = lock_rows(rows).get()
    return locked


def _put(facility: Facility, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        setattr(facility, name, value)
    facility.search_key = search_key(facility.name_ar, facility.name_en, facility.code)
    facility.save()


def _site(area: Area) -> _Site:
    above = {one.level: one for one in lineage(area)}
    if Level.GOVERNORATE not in above:
        raise NotPossible("facility_place_too_wide")
    if area.level == Level.GOVERNORATE and (districts := [one.name for one in children_of(area)]):
        raise NotPossible("facility_place_coarse", governorate=area.name, districts=joined(districts))
    return _Site(above[Level.GOVERNORATE], above.get(Level.DISTRICT))


def _fitting_code(code: str, kind: str, site: _Site) -> str:
    """Return the next code of the place, or the given one when it has its shape and is free."""
    codes = Facility.objects.unscoped("codes are unique over the whole programme").values_list("code", flat=True)
    following = facility_code(site.pcode, kind, codes.filter(code__startswith=f"{site.pcode}-"))
    code = code.strip().upper()
    if not code:
        return following
    stem, _hyphen, serial = code.rpartition("-")
    if stem != following.rpartition("-")[0] or not _SERIAL.fullmatch(serial):
        raise NotPossible("facility_code_unfit", text=code, example=following)
    if codes.filter(code=code).exists():
        raise NotPossible("facility_code_taken", standing=code)
    return code


def _refuse_unfit(name_ar: str, name_en: str, latitude: Decimal | None, longitude: Decimal | None, site: _Site) -> None:
    if not name_ar.strip():
        raise NotPossible("facility_name_missing")
    ensure_fits(Facility, {"name_ar": name_ar, "name_en": name_en})
    if (latitude is None) != (longitude is None):
        raise NotPossible("facility_coordinates_half")
    if latitude is not None and longitude is not None and not are_within(site.pcode[:2], latitude, longitude):
        raise NotPossible("facility_coordinates_off", latitude=str(latitude), longitude=str(longitude))


def _refuse_wrong_opening(opened_on: date | None, state: str) -> None:
    if opened_on is None and state != FacilityState.PLANNED:
        raise NotPossible("facility_opening_missing")
    if opened_on is not None and opened_on > today():
        raise NotPossible("facility_opens_later", day=opened_on)


def _refuse_opening_after_turns(facility: Facility, opened_on: date | None) -> None:
    turns = facility.statuses.unscoped(_LOCKING).exclude(state=FacilityState.PLANNED).order_by("since")
    later = list(turns.values_list("since", flat=True))[1:]
    if opened_on is not None and later and opened_on > later[0]:
        raise NotPossible("facility_opening_after_turn", day=opened_on, turn=later[0])


def _refuse_same_name(name_ar: str, kind: str, area: Area, but: Facility | None = None) -> None:
    same = Facility.objects.unscoped("a name stands once at a place").filter(
        kind=kind, area=area, name_ar=name_ar.strip()
    )
    standing = same.exclude(pk=but.pk if but else None).first()
    if standing:
        raise NotPossible("facility_name_taken", kind=FacilityKind(kind).label, standing=standing.code)


def _refuse_turn(facility: Facility, state: str, day: date, reason: str) -> None:
    if state == facility.state:
        raise NotPossible("facility_already_so", state=FacilityState(state).label)
    if not may_follow(facility.state, state):
        possible = [str(FacilityState(following).label) for following in NEXT_STATES[facility.state]]
        names = {"state": FacilityState(facility.state).label, "following": FacilityState(state).label}
        raise NotPossible("facility_state_not_next", possible=possible, **names)
    if day > today():
        raise NotPossible("facility_turn_in_future", day=day)
    last = facility.statuses.unscoped(_LOCKING).order_by("-since", "-id").first()
    if last and day < last.since:
        raise NotPossible("facility_turn_too_early", day=day, since=last.since)
    if needs_reason(state) and not reason.strip():
        raise NotPossible("facility_reason_missing")


def _first_turns(facility: Facility, since: date) -> None:
    """Write the first turn; a state other than planned and open comes after the opening."""
    turns = []
    if facility.opened_on and facility.state != FacilityState.PLANNED:
        turns.append(FacilityStatus(facility=facility, state=FacilityState.OPEN, since=facility.opened_on))
    if facility.state != FacilityState.OPEN:
        turns.append(FacilityStatus(facility=facility, state=facility.state, since=since))
    FacilityStatus.objects.bulk_create(turns)


def _move_first_turn(facility: Facility, opened_on: date | None) -> None:
    if opened_on is None or opened_on == facility.opened_on:
        return
    first = facility.statuses.unscoped(_LOCKING).filter(state=FacilityState.OPEN).order_by("since", "id").first()
    if first:
        first.since = opened_on
        first.save(update_fields=["since"])
