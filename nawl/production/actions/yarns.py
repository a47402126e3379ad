"""Yarn colours are registered; dye lots are received, weighed, released and rejected."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction

from nawl.accounts.actions import record
from nawl.accounts.models import User
from nawl.kit.arabic import normalise
from nawl.kit.clock import today
from nawl.kit.database import ensure_fits, lock_rows
from nawl.kit.errors import NotPossible
from nawl.kit.money import Money
from nawl.places.models import Facility
from nawl.places.queries import ensure_may
from nawl.places.rules import search_key
from nawl.production.actions.keeping import REASON
from nawl.production.choices import DyeKind, LotState
from nawl.production.models import LotCount, YarnColour, YarnLot, YarnType
from nawl.production.queries.stock import colours_of
from nawl.production.rules import CLASS_KEEPERS, YARN_KEEPERS, tidy_code
from nawl.production.rules.stock import (
    faults_of_count,
    faults_of_receipt,
    is_colour_code,
    lot_may_become,
    state_after_count,
)


@dataclass(frozen=True)
class ColourWords:
    """A colour as it is registered: its code and names, its shade, its sign, its dye and how fast it is."""

    code: str
    name_ar: str
    srgb: tuple[int, int, int]
    name_en: str = ""
    lab: tuple[float, float, float] | None = None
    symbol: str = ""
    dye: str = DyeKind.UNKNOWN
    fast_light: int | None = None
    fast_wash: int | None = None
    fast_rub: int | None = None


@dataclass(frozen=True)
class LotWords:
    """A dye lot as it came: batch, grams, day, whence, what a kilogram cost; held back until inspected, or released."""

    batch: str
    grams: Decimal
    received_on: date
    supplier: str = ""
    price_kg: Decimal | None = None
    currency: str = ""
    is_released: bool = True


@transaction.atomic
def register_colour(words: ColourWords, facility: Facility | None = None, *, by: User) -> YarnColour:
    """Register a colour of a unit's own, or of the programme where no unit is named.

    Raises `yarn_colour_code_unfit`, `yarn_colour_code_taken`, `yarn_colour_code_reserved`, `yarn_colour_code_of_units`,
    `yarn_colour_name_missing`, `yarn_colour_name_taken`.
    """
    ensure_may(by, YARN_KEEPERS if facility else CLASS_KEEPERS, at=facility)
    values = _colour_values(words, facility)
    colour = YarnColour(facility=facility, **values)
    try:
        with transaction.atomic():
            colour.save(force_insert=True)
    except IntegrityError as fault:
        raise NotPossible("yarn_colour_code_taken", text=values["code"], name=values["name_ar"]) from fault
    facts = {"code": colour.code, "name": colour.name_ar, "colour": colour.hex}
    subjects = [colour, *([facility] if facility else [])]
    path = facility.place_path if facility else ""
    record("production.colour_registered", by=by, subjects=subjects, place_path=path, changes=facts)
    return colour


@transaction.atomic
def receive_lot(facility: Facility, colour: YarnColour, type: YarnType, words: LotWords, *, by: User) -> YarnLot:  # noqa: A002 - the field's word
    """Take a dye lot into a unit's stock; what was received is its first count.

    Raises `lot_batch_missing`, `lot_exists`, `lot_grams_unfit`, `lot_day_in_future`, `colour_elsewhere`, and what
    stands against the price as money.
    """
    ensure_may(by, YARN_KEEPERS, at=facility)
    batch, price = _fit_for_receipt(facility, colour, words)
    lot = YarnLot(
        facility=facility,
        colour=colour,
        type=type,
        batch=batch,
        supplier=words.supplier.strip(),
        received_g=words.grams,
        price_kg=price.amount if price else None,
        currency=price.currency if price else "",
        received_on=words.received_on,
        state=LotState.RELEASED if words.is_released else LotState.QUARANTINE,
    )
    try:
        with transaction.atomic():
            lot.save(force_insert=True)
    except IntegrityError as fault:
        raise NotPossible("lot_exists", batch=batch, colour=colour.name) from fault
    LotCount.objects.create(lot=lot, grams=words.grams, counted_on=words.received_on, by=by)
    _record("production.lot_received", lot, by, {"grams": words.grams, "state": lot.state})
    return lot


@transaction.atomic
def count_lot(lot: YarnLot, grams: Decimal, *, counted_on: date, by: User, note: str = "") -> LotCount:
    """Keep what was weighed of a lot on a day; earlier weighings stay.

    Raises `lot_count_above_received`, `lot_counted_before_receipt`, `lot_day_in_future`, `lot_grams_unfit`.
    """
    lot = _locked(lot)
    ensure_may(by, YARN_KEEPERS, at=lot.facility)
    for fault in faults_of_count(
        grams, counted_on, received_g=lot.received_g, received_on=lot.received_on, today=today()
    ):
        raise fault
    ensure_fits(LotCount, {"note": note})
    count: LotCount = LotCount.objects.create(lot=lot, grams=grams, counted_on=counted_on, note=note.strip(), by=by)
    following = state_after_count(lot.state, grams)
    if following != lot.state:
        lot.state = following
        lot.save(update_fields=["state"])
    _record("production.lot_counted", lot, by, {"grams": grams, "counted_on": counted_on, "state": lot.state})
    return count


def release_lot(lot: YarnLot, *, by: User) -> YarnLot:
    """Release a lot that was held back, so that it counts as stock."""
    return _judge(lot, LotState.RELEASED, "", by)


def reject_lot(lot: YarnLot, *, reason: str, by: User) -> YarnLot:
    """Reject a lot and say why; it no longer counts as stock."""
    if not reason.strip():
        raise NotPossible("version_reason_missing")
    return _judge(lot, LotState.REJECTED, reason.strip()[:240], by)


@transaction.atomic
def _judge(lot: YarnLot, state: LotState, reason: str, by: User) -> YarnLot:
    lot = _locked(lot)
    ensure_may(by, YARN_KEEPERS, at=lot.facility)
    if not lot_may_become(lot.state, state):
        raise NotPossible("lot_state_unfit", state=str(lot.get_state_display()), following=str(state.label))
    before, lot.state = lot.state, state
    lot.save(update_fields=["state"])
    verb = "production.lot_rejected" if state == LotState.REJECTED else "production.lot_released"
    _record(verb, lot, by, {"state": [before, lot.state], "reason": reason})
    return lot


def _colour_values(words: ColourWords, facility: Facility | None) -> dict[str, Any]:
    values = {field.name: getattr(words, field.name) for field in fields(words)}
    values["code"], values["name_ar"], values["name_en"] = (
        tidy_code(words.code),
        words.name_ar.strip(),
        words.name_en.strip(),
    )
    if not is_colour_code(values["code"]):
        raise NotPossible("yarn_colour_code_unfit", text=words.code)
    if not values["name_ar"]:
        raise NotPossible("yarn_colour_name_missing")
    _refuse_same_code(values["code"], facility)
    _refuse_same_name(values["name_ar"], facility)
    values["red"], values["green"], values["blue"] = values.pop("srgb")
    values["lab"] = list(words.lab) if words.lab else None
    values["search_key"] = search_key(values["name_ar"], values["name_en"], values["code"])
    ensure_fits(YarnColour, values)
    return values


def _refuse_same_code(code: str, facility: Facility | None) -> None:
    """A code means one colour within a unit, and one of the programme's means the same everywhere."""
    bearing = list(YarnColour.objects.filter(code=code))
    of_programme = next((one for one in bearing if one.facility_id is None), None)
    if facility is None and bearing and of_programme is None:
        raise NotPossible("yarn_colour_code_of_units", text=code, units=len(bearing))
    if facility is not None and of_programme is not None:
        raise NotPossible("yarn_colour_code_reserved", text=code, name=of_programme.name)
    own = next((one for one in bearing if one.facility_id == (facility.pk if facility else None)), None)
    if own is not None:
        raise NotPossible("yarn_colour_code_taken", text=code, name=own.name)


def _refuse_same_name(name_ar: str, facility: Facility | None) -> None:
    """A weaver is told colours by their names: within what a unit may use each name stands once."""
    offered = colours_of(facility) if facility else YarnColour.objects.filter(facility__isnull=True)
    key = normalise(name_ar)
    standing = next((one for one in offered if normalise(one.name_ar) == key), None)
    if standing:
        raise NotPossible("yarn_colour_name_taken", standing=standing.code, name=standing.name_ar)


def _fit_for_receipt(facility: Facility, colour: YarnColour, words: LotWords) -> tuple[str, Money | None]:
    batch = " ".join(words.batch.split())
    if not batch:
        raise NotPossible("lot_batch_missing")
    if colour.facility_id not in {None, facility.pk}:
        raise NotPossible("colour_elsewhere", colour=colour.name)
    for fault in faults_of_receipt(words.grams, words.received_on, today=today()):
        raise fault
    ensure_fits(YarnLot, {"batch": batch, "supplier": words.supplier})
    return batch, None if words.price_kg is None else Money(words.price_kg, words.currency)


def _locked(lot: YarnLot) -> YarnLot:
    rows = lock_rows(YarnLot.objects.unscoped(REASON).filter(pk=lot.pk))
    row: YarnLot = rows.select_related("facility", "colour", "type").get()
    return row


def _record(verb: str, lot: YarnLot, by: User, facts: dict[str, Any]) -> None:
    said = {"batch": lot.batch, "colour": lot.colour.name_ar, **facts}
    subjects = [lot, lot.colour, lot.facility]
    record(verb, by=by, subjects=subjects, place_path=lot.facility.place_path, changes=said)
