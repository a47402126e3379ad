"""Recording a whole register at once: the mass path behind imports and the demonstration."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from uuid import UUID

from django.db import models, transaction

from nawl.accounts.actions import record
from nawl.accounts.choices import Role
from nawl.accounts.models import User
from nawl.activities import rules
from nawl.activities.actions.days import REASON, RECORDERS, ensure_still_running
from nawl.activities.actions.months import Deltas, add_to_months, note
from nawl.activities.models import ServiceDay, Tally
from nawl.activities.queries.catalogue import life_of, reach_of, run_of
from nawl.activities.queries.registers import (
    CellKey,
    DayKey,
    RegisterCounts,
    RegisterRow,
    StoredTally,
    cell_of,
    chunks,
    stored_tallies,
)
from nawl.kit.clock import today
from nawl.kit.database import lock_rows
from nawl.kit.errors import NotPossible
from nawl.places.queries import ensure_may
from nawl.places.rules import common_path

IMPORTERS = (*RECORDERS, Role.GOVERNORATE_DIRECTOR)
BATCH = 1_000
CELL = ("day", "activity", "service", "sex", "age_band")
NOTHING = StoredTally(0, 0)


@dataclass
class _Register:
    """What is known while a register is written, a chunk at a time."""

    by: User
    sound: set[tuple[object, ...]] = field(default_factory=set)
    written: set[CellKey] = field(default_factory=set)
    days: dict[DayKey, ServiceDay] = field(default_factory=dict)  # held until the register is written
    touched: dict[int, ServiceDay] = field(default_factory=dict)
    paths: set[str] = field(default_factory=set)
    deltas: Deltas = field(default_factory=dict)
    counted: dict[UUID, tuple[date, date]] = field(default_factory=dict)
    new: int = 0
    changed: int = 0
    unchanged: int = 0


@transaction.atomic
def record_register(rows: Iterable[RegisterRow], *, by: User, subject: models.Model | None = None) -> RegisterCounts:
    """Write the rows of a register, all or none, and return how many were new, changed or already there.

    Rows are read in chunks, so that memory stays bounded whatever the register's size. Raises the first rule that
    stands against a row; `day_closed` only where a closed day would change. One entry names the days that changed, and
    `subject`, the import that the rows came by.
    """
    register = _Register(by)
    for chunk in chunks(rows):
        for row in chunk:
            _ensure_sound(register, row)
        _hold_days(register, chunk)
        _write(register, chunk)
    add_to_months(register.deltas)
    ensure_still_running(register.counted)
    counts = RegisterCounts(register.new, register.changed, register.unchanged)
    if counts.written:
        _audit(register, counts, subject)
    return counts


def _ensure_sound(register: _Register, row: RegisterRow) -> None:
    """Raise the first rule against a row; what was asked for one row is not asked again for the next."""
    rules.ensure_none(rules.faults_of_count(row.contacts, row.first_visits))
    place, run = ("place", row.facility.pk), ("run", row.facility.pk, row.activity.pk, row.on)
    cell = ("cell", row.activity.type_id, row.service.pk, row.sex, row.age_band)
    if place not in register.sound:
        ensure_may(register.by, IMPORTERS, at=row.facility)
        register.paths.add(row.facility.place_path)
    if cell not in register.sound:
        rules.ensure_none(rules.faults_of_cell(reach_of(row.service), row.sex, row.age_band))
    if run not in register.sound:
        if row.activity.facility_id != row.facility.pk:
            raise NotPossible("activity_elsewhere", title=row.activity.title, facility=row.facility.name)
        rules.ensure_none(rules.faults_of_day(row.on, today=today(), life=life_of(row.facility)))
        rules.ensure_none(rules.faults_of_activity(row.on, run_of(row.activity)))
    register.sound.update((place, cell, run))


def _hold_days(register: _Register, chunk: Sequence[RegisterRow]) -> None:
    """Find or begin the days of a chunk and hold them, always in the same order."""
    wanted = {row.day_key: row for row in chunk if row.day_key not in register.days}
    if not wanted:
        return
    begun = [ServiceDay(facility=row.facility, occurred_on=row.on) for _key, row in sorted(wanted.items())]
    days = ServiceDay.objects.unscoped(REASON)
    days.bulk_create(begun, ignore_conflicts=True, batch_size=BATCH)
    of_chunk = days.filter(
        facility__in={facility for facility, _on in wanted}, occurred_on__in={on for _facility, on in wanted}
    )
    for day in lock_rows(of_chunk.order_by("pk")):
        register.days[day.facility_id, day.occurred_on] = day


def _write(register: _Register, chunk: Sequence[RegisterRow]) -> None:
    stored = stored_tallies({register.days[row.day_key].pk for row in chunk})
    tallies: list[Tally] = []
    for row in chunk:
        day = register.days[row.day_key]
        cell = cell_of(row, day.pk)
        if cell in register.written:
            raise NotPossible("register_repeats_cell", day=row.on, service=row.service.name)
        register.written.add(cell)
        before = stored.get(cell)
        if before and (before.contacts, before.first_visits) == (row.contacts, row.first_visits):
            register.unchanged += 1
            continue
        register.new += before is None
        register.changed += before is not None
        _note(register, row, day, before or NOTHING)
        tallies.append(_tally(row, day))
    Tally.objects.bulk_create(
        tallies, batch_size=BATCH, update_conflicts=True, unique_fields=CELL, update_fields=("contacts", "first_visits")
    )


def _note(register: _Register, row: RegisterRow, day: ServiceDay, before: StoredTally) -> None:
    if day.closed_at:
        raise NotPossible("day_closed", day=row.on)
    register.touched[day.pk] = day
    first, last = register.counted.get(row.activity.pk, (row.on, row.on))
    register.counted[row.activity.pk] = (min(first, row.on), max(last, row.on))
    key = (row.facility.pk, row.on.replace(day=1), row.activity.pk, row.service.pk, row.sex, row.age_band)
    note(register.deltas, key, row.contacts - before.contacts, row.first_visits - before.first_visits)


def _tally(row: RegisterRow, day: ServiceDay) -> Tally:
    return Tally(
        day_id=day.pk,
        activity_id=row.activity.pk,
        service_id=row.service.pk,
        sex=row.sex,
        age_band=row.age_band,
        contacts=row.contacts,
        first_visits=row.first_visits,
    )


def _audit(register: _Register, counts: RegisterCounts, subject: models.Model | None) -> None:
    subjects: list[models.Model] = [*register.touched.values()]
    if subject is not None:
        subjects.insert(0, subject)
    record(
        "activities.register_recorded",
        by=register.by,
        subjects=subjects,
        place_path=common_path(register.paths),
        changes={**asdict(counts), "days": len(register.touched)},
    )
