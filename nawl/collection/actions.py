"""Writing in the collection: a register is received and checked, recorded whole or not at all, replaced."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from nawl.accounts.actions import record as record_act
from nawl.accounts.models import User
from nawl.activities.actions import record_register
from nawl.activities.actions.registers import IMPORTERS
from nawl.activities.queries import RegisterCounts
from nawl.collection.checking import Examination, Progress, apply, examine
from nawl.collection.choices import RegisterKind, RegisterState
from nawl.collection.findings import to_json
from nawl.collection.models import RegisterFile
from nawl.collection.queries import home_of, recorded_before, still_waiting
from nawl.collection.reading import Limits
from nawl.collection.rules import tidy_file_name
from nawl.kit.database import lock_rows
from nawl.kit.errors import NotAllowed, NotPossible
from nawl.places.models import Area, Facility
from nawl.places.queries import ensure_may
from nawl.places.rules import common_path
from nawl.places.scope import scope_of

KEPT = "_examined"
"""Under this name a register that was just received carries its examination, so that recording need not repeat it."""

SHOWN = ("months", "examples", "records")
"""The parts of a preview that say what recording would change."""

REASON = "the register that an action was given, held while it is written"


def limits() -> Limits:
    """Return how much one register may hold, as set for this server."""
    return Limits(megabytes=settings.NAWL_IMPORT_MB, rows=settings.NAWL_IMPORT_ROWS)


def try_out(
    file_name: str, content: bytes, *, by: User, facility: Facility | None = None, progress: Progress | None = None
) -> Examination:
    """Check a register and keep nothing of it: what `receive` would find."""
    facility = facility or _own_facility(by)
    if facility:
        ensure_may(by, IMPORTERS, at=facility)
    return examine(content, file_name, by=by, facility=facility, limits=limits(), progress=progress)


def receive(
    file_name: str,
    content: bytes,
    *,
    by: User,
    facility: Facility | None = None,
    replaces: RegisterFile | None = None,
    progress: Progress | None = None,
) -> RegisterFile:
    """Take in a register and check it; return it checked, or refused with its faults, nothing of it recorded yet.

    The very file that was recorded before comes back as it was recorded, if it would change nothing. With `replaces`,
    a register that still waits gives way to this one. Raises `NotPossible` with a `register_…` code for a file that
    cannot be read at all; such a file is not kept. The same file sent again while it waits takes its own place.
    """
    facility = facility or _own_facility(by)
    if facility:
        ensure_may(by, IMPORTERS, at=facility)
    if replaces:
        ensure_may(by, IMPORTERS, at=replaces.facility or replaces.area)
    found = examine(content, file_name, by=by, facility=facility, limits=limits(), progress=progress)
    sha256 = hashlib.sha256(content).hexdigest()
    before = recorded_before(sha256, by)
    if before and found.changes_nothing:
        return before
    replaces = replaces or still_waiting(sha256, by)
    return _keep(file_name, content, sha256, found, by=by, facility=facility, replaces=replaces)


def _own_facility(by: User) -> Facility | None:
    """Return the one facility of a sender who is posted at one; raises when the sender must choose among several."""
    home = home_of(by)
    if home.is_wide:
        return None
    if not home.facilities:
        raise NotAllowed("role_may_not")
    if home.only is None:
        raise NotPossible("register_facility_needed")
    return home.only


@transaction.atomic
def _keep(
    file_name: str,
    content: bytes,
    sha256: str,
    found: Examination,
    *,
    by: User,
    facility: Facility | None,
    replaces: RegisterFile | None,
) -> RegisterFile:
    register = RegisterFile(
        kind=found.kind,
        file_name=tidy_file_name(file_name),
        sha256=sha256,
        size=len(content),
        content=content,
        received_by=by,
        **_place(found, by, facility),
    )
    _write_findings(register, found)
    register.save(force_insert=True)
    vars(register)[KEPT] = found
    subjects: list[models.Model] = [register]
    if replaces is not None:
        subjects.append(_give_way(replaces, register))
    record_act(
        "collection.register_received",
        by=by,
        subjects=subjects,
        place_path=register.place_path,
        changes={"file": register.file_name, "lines": register.row_count, "faults": register.fault_count},
    )
    return register


def _place(found: Examination, by: User, facility: Facility | None) -> dict[str, Any]:
    """Return the place a register speaks of: one facility, or the smallest area that holds all of its facilities."""
    if facility is None and len(found.facilities) == 1 == len(set(found.paths)) and found.is_sound:
        facility = found.facilities[0]
    if facility is not None:
        return {"facility": facility, "area": None, "place_path": facility.place_path}
    paths = found.paths if found.is_sound else []
    path = common_path(paths) or _widest_path(by)
    area = Area.objects.filter(path=path).first() if path else None
    return {"facility": None, "area": area, "place_path": path}


def _widest_path(by: User) -> str:
    scope = scope_of(by)
    return "" if scope.is_national or not scope.area_paths else scope.area_paths[0]


def _write_findings(register: RegisterFile, found: Examination) -> None:
    register.state = RegisterState.CHECKED if found.is_sound else RegisterState.REFUSED
    register.row_count = found.line_count
    register.fault_count = found.faults.count
    register.faults = to_json(found.faults.all())
    register.new_count, register.changed_count, register.unchanged_count = found.new, found.changed, found.unchanged
    register.preview = found.preview


def _give_way(old: RegisterFile, new: RegisterFile) -> RegisterFile:
    """Let a register that was not recorded be replaced by another."""
    held: RegisterFile = lock_rows(RegisterFile.objects.unscoped(REASON).filter(pk=old.pk)).get()
    if held.state == RegisterState.RECORDED:
        raise NotPossible("register_recorded_already")
    held.state, held.replaced_by = RegisterState.REPLACED, new
    held.save(update_fields=["state", "replaced_by"])
    return held


def record(register: RegisterFile, *, by: User, progress: Progress | None = None) -> RegisterFile:
    """Record a checked register, all of it or nothing, in one transaction; return it as it stands afterwards.

    What it would change is looked at once more: when the programme changed since the preview, nothing is recorded and
    the register comes back with its new preview, or with its new faults. A register that is recorded already comes
    back as it is. Raises `register_has_faults` and `register_was_replaced`.
    """
    ensure_may(by, IMPORTERS, at=register.facility or register.area)
    _ensure_waiting(register)
    if register.state == RegisterState.RECORDED:
        return register
    if register.kind == RegisterKind.TALLIES:
        return _record_tallies(register, by, progress)
    return _record_records(register, by)


def _ensure_waiting(register: RegisterFile) -> None:
    if register.state == RegisterState.REFUSED:
        raise NotPossible("register_has_faults", count=register.fault_count)
    if register.state == RegisterState.REPLACED:
        raise NotPossible("register_was_replaced")


def _record_tallies(register: RegisterFile, by: User, progress: Progress | None) -> RegisterFile:
    found: Examination = vars(register).pop(KEPT, None) or _looked_at(register, by, progress)
    with transaction.atomic():
        held = _held(register)
        if held.state != RegisterState.CHECKED:
            return held
        if not _is_as_shown(held, found):
            return _check_again(held, found, by)
        counts = _written_as_shown(held, found, by)
        if counts is None:
            return _check_again(held, _looked_at(held, by, None), by)
        if not counts.written:
            _record_act(held, by, [held])
        return _recorded(held, (counts.new, counts.changed, counts.unchanged), by)


def _written_as_shown(held: RegisterFile, found: Examination, by: User) -> RegisterCounts | None:
    """Write the rows; None, with nothing written, when a cell was changed by somebody between look and lock."""
    with transaction.atomic():
        counts = record_register(found.rows, by=by, subject=held)
        if (counts.new, counts.changed, counts.unchanged) == (held.new_count, held.changed_count, held.unchanged_count):
            return counts
        transaction.set_rollback(True)
    return None


def _looked_at(register: RegisterFile, by: User, progress: Progress | None) -> Examination:
    return examine(
        bytes(register.content),
        register.file_name,
        by=by,
        facility=register.facility,
        limits=limits(),
        progress=progress,
    )


def _record_records(register: RegisterFile, by: User) -> RegisterFile:
    with transaction.atomic():
        held = _held(register)
        if held.state != RegisterState.CHECKED:
            return held
        with transaction.atomic():
            found = apply(bytes(held.content), held.file_name, by=by, facility=held.facility, limits=limits())
            is_as_shown = _is_as_shown(held, found)
            if not is_as_shown:
                transaction.set_rollback(True)
        if not is_as_shown:
            return _check_again(held, found, by)
        _record_act(held, by, [held, *found.facilities])
        return _recorded(held, (found.new, found.changed, found.unchanged), by)


def _held(register: RegisterFile) -> RegisterFile:
    held: RegisterFile = lock_rows(
        RegisterFile.objects.unscoped(REASON).select_related("facility").filter(pk=register.pk)
    ).get()
    return held


def _is_as_shown(held: RegisterFile, found: Examination) -> bool:
    """Say whether recording would do just what the register's preview shows."""
    shown = {name: held.preview.get(name) for name in SHOWN}
    return found.is_sound and shown == {name: found.preview.get(name) for name in SHOWN}


def _check_again(held: RegisterFile, found: Examination, by: User) -> RegisterFile:
    _write_findings(held, found)
    held.save()
    record_act(
        "collection.register_checked_again",
        by=by,
        subjects=[held],
        place_path=held.place_path,
        changes={"file": held.file_name, "faults": held.fault_count},
    )
    return held


def _recorded(held: RegisterFile, counts: tuple[int, int, int], by: User) -> RegisterFile:
    held.new_count, held.changed_count, held.unchanged_count = counts
    held.state, held.recorded_by, held.recorded_at = RegisterState.RECORDED, by, timezone.now()
    held.save(update_fields=["state", "recorded_by", "recorded_at", "new_count", "changed_count", "unchanged_count"])
    return held


def _record_act(held: RegisterFile, by: User, subjects: Iterable[models.Model]) -> None:
    record_act(
        "collection.register_recorded",
        by=by,
        subjects=subjects,
        place_path=held.place_path,
        changes={"file": held.file_name, "new": held.new_count, "changed": held.changed_count},
    )
