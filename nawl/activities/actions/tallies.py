"""Recording a day's counts cell by cell, safe against repeats, against colleagues and against a dropped line."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from nawl.accounts.actions import record
from nawl.accounts.models import User
from nawl.activities import rules
from nawl.activities.actions.days import REASON, RECORDERS, begun_day, ensure_countable, ensure_still_running
from nawl.activities.actions.months import Deltas, add_to_months, note
from nawl.activities.models import Activity, ReceivedChange, Service, ServiceDay, Tally
from nawl.activities.queries.catalogue import reach_of, run_of, services_of_types
from nawl.kit.errors import Conflict, NotFound, NotPossible
from nawl.places.models import Facility
from nawl.places.queries import ensure_may

CellName = tuple[str, str, str, str]


@dataclass(frozen=True)
class Seen:
    """What stood in a cell when the person wrote; no contacts where it was empty."""

    contacts: int | None = None
    first_visits: int = 0


@dataclass(frozen=True)
class CellChange:
    """What shall stand in a cell, by the codes of its activity and service; no contacts empties it.

    With `seen`, the change is refused if something else stands there by now.
    """

    activity: str
    service: str
    sex: str
    age_band: str
    contacts: int | None
    first_visits: int = 0
    seen: Seen | None = None

    @property
    def name(self) -> CellName:
        """The cell."""
        return (self.activity, self.service, self.sex, self.age_band)


@dataclass(frozen=True)
class TallyAnswer:
    """What a device is told: when it was saved, how many cells changed, the day's sums now."""

    saved_at: datetime
    changed: int
    contacts: int
    first_visits: int


@dataclass(frozen=True)
class _Sheet:
    """The records that changes of a day can name, and what stands in its cells."""

    day: ServiceDay
    activities: Mapping[str, Activity]
    services: Mapping[tuple[str, str], Service]
    stored: Mapping[CellName, Tally]


@transaction.atomic
def record_tally(
    facility: Facility, on: date, cells: Iterable[CellChange], *, by: User, key: UUID | None = None
) -> TallyAnswer:
    """Write counts into cells of a facility's day: all of them, or none and the first reason against it.

    The same `key` with the same content gives the same answer again; with other content it raises
    Conflict("key_reused"). A cell in which something else stands than the device saw raises
    Conflict("tally_changed_meanwhile") with both values of every such cell.
    """
    ensure_may(by, RECORDERS, at=facility)
    changes = tuple(cells)
    day, is_new = begun_day(facility, on)
    content = _hash(facility, on, changes)
    earlier = _answered(key, content, by)
    if earlier:
        return earlier
    ensure_countable(day, facility)
    sheet = _sheet(day, facility, changes)
    _ensure_sound(sheet, changes)
    effective = [change for change in changes if _differs(sheet, change)]
    _ensure_unchanged(sheet, effective)
    before = rules.add_up(_counts(sheet.stored.values())).all
    _write(sheet, effective)
    answer = _audited(sheet, effective, before, facility, by)
    _remember(key, content, by, answer)
    if is_new and not effective:
        day.delete()  # a sheet sent as it came leaves no day behind
    return answer


def _hash(facility: Facility, on: date, changes: Sequence[CellChange]) -> str:
    content = [facility.code, on.isoformat(), sorted(json.dumps(asdict(change)) for change in changes)]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()


def _answered(key: UUID | None, content: str, by: User) -> TallyAnswer | None:
    """Return what a key was answered before, if it was; a key belongs to its person and its content."""
    received = ReceivedChange.objects.filter(pk=key).first() if key else None
    if received is None:
        return None
    if received.content_hash != content or received.by_id != by.pk:
        raise Conflict("key_reused")
    kept = dict(received.answer)
    return TallyAnswer(saved_at=datetime.fromisoformat(kept.pop("saved_at")), **kept)


def _remember(key: UUID | None, content: str, by: User, answer: TallyAnswer) -> None:
    if key is None:
        return
    kept = {**asdict(answer), "saved_at": answer.saved_at.isoformat()}
    try:
        with transaction.atomic():
            ReceivedChange.objects.create(key=key, by=by, content_hash=content, answer=kept)
    except IntegrityError as taken:
        raise Conflict("key_reused") from taken


def _sheet(day: ServiceDay, facility: Facility, changes: Sequence[CellChange]) -> _Sheet:
    named = Activity.objects.unscoped(REASON).filter(
        facility=facility, code__in={change.activity for change in changes}
    )
    activities = {activity.code: activity for activity in named}
    allowed = services_of_types(activity.type_id for activity in activities.values())
    services = {
        (code, service.code): service for code, activity in activities.items() for service in allowed[activity.type_id]
    }
    tallies = Tally.objects.unscoped(REASON).filter(day=day).select_related("activity", "service")
    stored = {(row.activity.code, row.service.code, row.sex, row.age_band): row for row in tallies}
    beside = {(activity, service): row.service for (activity, service, _sex, _band), row in stored.items()}
    return _Sheet(day, activities, {**beside, **services}, stored)


def _ensure_sound(sheet: _Sheet, changes: Sequence[CellChange]) -> None:
    """Raise the first rule that stands against a change."""
    if len({change.name for change in changes}) != len(changes):
        raise NotPossible("cell_repeated")
    for change in changes:
        activity = sheet.activities.get(change.activity)
        if activity is None:
            raise NotFound("activity_not_found", activity=change.activity)
        service = sheet.services.get((change.activity, change.service))
        if service is None:
            raise NotPossible("service_not_of_activity", service=change.service, title=activity.title)
        rules.ensure_none(rules.faults_of_activity(sheet.day.occurred_on, run_of(activity)))
        rules.ensure_none(rules.faults_of_count(change.contacts or 0, change.first_visits))
        if change.name not in sheet.stored:
            rules.ensure_none(rules.faults_of_cell(reach_of(service), change.sex, change.age_band))


def _standing(sheet: _Sheet, change: CellChange) -> Seen:
    row = sheet.stored.get(change.name)
    return Seen(row.contacts, row.first_visits) if row else Seen()


def _differs(sheet: _Sheet, change: CellChange) -> bool:
    return _standing(sheet, change) != Seen(change.contacts, change.first_visits)


def _ensure_unchanged(sheet: _Sheet, changes: Sequence[CellChange]) -> None:
    """Refuse all when a colleague has changed one of the cells since it was seen."""
    standing = [(change, _standing(sheet, change)) for change in changes]
    changed = [(change, stands) for change, stands in standing if change.seen is not None and stands != change.seen]
    if changed:
        both = [
            {"cell": ".".join(change.name), "yours": _pair(change), "theirs": _pair(now)} for change, now in changed
        ]
        raise Conflict("tally_changed_meanwhile", count=len(changed), cells=both)


def _pair(value: CellChange | Seen) -> list[int | None]:
    return [value.contacts, value.first_visits]


def _write(sheet: _Sheet, changes: Sequence[CellChange]) -> None:
    deltas: Deltas = {}
    month = sheet.day.occurred_on.replace(day=1)
    for change in changes:
        activity, service = sheet.activities[change.activity], sheet.services[change.activity, change.service]
        stands = _standing(sheet, change)
        key = (sheet.day.facility_id, month, activity.pk, service.pk, change.sex, change.age_band)
        note(deltas, key, (change.contacts or 0) - (stands.contacts or 0), change.first_visits - stands.first_visits)
        _put(sheet, change, activity, service)
    add_to_months(deltas)
    on = sheet.day.occurred_on
    ensure_still_running({sheet.activities[change.activity].pk: (on, on) for change in changes})


def _put(sheet: _Sheet, change: CellChange, activity: Activity, service: Service) -> None:
    cell = Tally.objects.unscoped(REASON).filter(
        day=sheet.day, activity=activity, service=service, sex=change.sex, age_band=change.age_band
    )
    if change.contacts is None:
        cell.delete()
    elif change.name in sheet.stored:
        cell.update(contacts=change.contacts, first_visits=change.first_visits)
    else:
        Tally.objects.create(
            day=sheet.day,
            activity=activity,
            service=service,
            sex=change.sex,
            age_band=change.age_band,
            contacts=change.contacts,
            first_visits=change.first_visits,
        )


def _audited(
    sheet: _Sheet, changes: Sequence[CellChange], before: rules.Sum, facility: Facility, by: User
) -> TallyAnswer:
    """Leave the act's entry, with every cell before and after, and return the answer."""
    contacts, first_visits = before.contacts, before.first_visits
    cells: dict[str, Any] = {}
    for change in changes:
        stands = _standing(sheet, change)
        contacts += (change.contacts or 0) - (stands.contacts or 0)
        first_visits += change.first_visits - stands.first_visits
        cells[".".join(change.name)] = {"before": _pair(stands), "after": _pair(change)}
    if cells:
        sums = {"contacts": [before.contacts, contacts], "first_visits": [before.first_visits, first_visits]}
        changed = {name: pair for name, pair in sums.items() if pair[0] != pair[1]}
        details = {"occurred_on": sheet.day.occurred_on, "cells": cells, **changed}
        record(
            "activities.tally_recorded", by=by, subjects=[sheet.day], place_path=facility.place_path, changes=details
        )
    return TallyAnswer(timezone.now(), len(cells), contacts, first_visits)


def _counts(rows: Iterable[Tally]) -> Iterable[rules.Count]:
    return (rules.Count(row.sex, row.age_band, row.contacts, row.first_visits) for row in rows)
