"""Numbered chart copies are printed, handed out, taken back and written off as lost."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from nawl.accounts.models import User
from nawl.kit.clock import today
from nawl.kit.database import ensure_fits, lock_rows
from nawl.kit.errors import Conflict, NotPossible
from nawl.places.queries import ensure_may
from nawl.production.actions.keeping import REASON, locked_version
from nawl.production.actions.trail import record_version
from nawl.production.choices import CopyState, VersionState
from nawl.production.models import ChartCopy, ChartVersion
from nawl.production.queries.charts import chart_of
from nawl.production.rules import COPY_KEEPERS, copy_may_become, next_number
from nawl.production.rules.titles import COPY_PREFIX, copy_serial_text

_TRIES = 4


def print_copy(version: ChartVersion, *, by: User, printed_on: date | None = None) -> ChartCopy:
    """Number a paper copy of a locked version; the chart is read back and its fingerprint checked first.

    Raises `version_not_locked`, `chart_damaged`.
    """
    ensure_may(by, COPY_KEEPERS, at=version.design.facility)
    _ensure_locked(version)
    chart_of(version)
    for _ in range(_TRIES):
        try:
            return _number(version, printed_on or today(), by)
        except IntegrityError:
            continue
    raise Conflict("design_number_contended")


def _ensure_locked(version: ChartVersion) -> None:
    if version.state != VersionState.LOCKED:
        raise NotPossible("version_not_locked", state=str(version.get_state_display()))


@transaction.atomic
def _number(version: ChartVersion, day: date, by: User) -> ChartCopy:
    version = locked_version(version)
    _ensure_locked(version)
    start = f"{COPY_PREFIX}-{day.year:04d}-"
    serials = ChartCopy.objects.unscoped("numbers run through the whole programme").filter(serial__startswith=start)
    serial = copy_serial_text(day.year, next_number(serials.values_list("serial", flat=True)))
    copy: ChartCopy = ChartCopy.objects.create(serial=serial, version=version, printed_on=day, by=by)
    _record("production.copy_printed", copy, by, {"sha256": version.fingerprint})
    return copy


@transaction.atomic
def issue_copy(copy: ChartCopy, *, issued_to: str, by: User, issued_on: date | None = None) -> ChartCopy:
    """Hand a copy out to a loom or a place. Raises `copy_place_missing`, `copy_state_unfit`, `copy_days_reversed`."""
    copy = _turned(copy, CopyState.ISSUED, by)
    place, day = " ".join(issued_to.split()), issued_on or today()
    if not place:
        raise NotPossible("copy_place_missing")
    ensure_fits(ChartCopy, {"issued_to": place})
    _ensure_order(copy.printed_on, day)
    copy.issued_to, copy.issued_on, copy.returned_on = place, day, None
    copy.save(update_fields=["state", "issued_to", "issued_on", "returned_on"])
    _record("production.copy_issued", copy, by, {"issued_to": place, "issued_on": day})
    return copy


@transaction.atomic
def return_copy(copy: ChartCopy, *, by: User, returned_on: date | None = None) -> ChartCopy:
    """Take a copy back, also one that was believed lost. Raises `copy_state_unfit`, `copy_days_reversed`."""
    copy = _turned(copy, CopyState.RETURNED, by)
    day = returned_on or today()
    _ensure_order(copy.issued_on or copy.printed_on, day)
    copy.returned_on = day if copy.issued_on else None
    copy.save(update_fields=["state", "returned_on"])
    _record("production.copy_returned", copy, by, {"returned_on": day})
    return copy


@transaction.atomic
def lose_copy(copy: ChartCopy, *, note: str, by: User) -> ChartCopy:
    """Note that a copy is lost and what is known of it; its number is never used again."""
    copy = _turned(copy, CopyState.LOST, by)
    if not note.strip():
        raise NotPossible("version_reason_missing")
    ensure_fits(ChartCopy, {"note": note})
    copy.note = note.strip()
    copy.save(update_fields=["state", "note"])
    _record("production.copy_lost", copy, by, {"reason": copy.note})
    return copy


def _turned(copy: ChartCopy, state: CopyState, by: User) -> ChartCopy:
    """Return the copy's row, held and turned to a state that it may take; not saved yet."""
    rows = lock_rows(ChartCopy.objects.unscoped(REASON).filter(pk=copy.pk))
    row: ChartCopy = rows.select_related("version__design__facility").get()
    ensure_may(by, COPY_KEEPERS, at=row.version.design.facility)
    if not copy_may_become(row.state, state):
        raise NotPossible("copy_state_unfit", state=str(row.get_state_display()), serial=row.serial)
    row.state = state
    return row


def _ensure_order(earlier: date, later: date) -> None:
    if later < earlier:
        raise NotPossible("copy_days_reversed", earlier=earlier, later=later)
    if later > today():
        raise NotPossible("lot_day_in_future", day=later, today=today())


def _record(verb: str, copy: ChartCopy, by: User, facts: dict[str, Any]) -> None:
    record_version(verb, copy.version, by, {"copy": copy.serial, **facts}, copy)
