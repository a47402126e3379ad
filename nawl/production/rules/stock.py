"""Rules of yarn in stock: codes of colours, what a lot can weigh, when it can have been weighed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from nawl.kit.errors import NotPossible

_CODE = re.compile(r"[A-Z0-9](?:[A-Z0-9.-]{0,18}[A-Z0-9])?")
MOST_G = Decimal(1_000_000_000)
"""A thousand tonnes: more is a slip of the finger."""
DAMP = Decimal("1.1")
"""Wool takes up water from the air; up to a tenth above what was received is believed."""
_LOTS: dict[str, tuple[str, ...]] = {
    "quarantine": ("released", "rejected"),
    "released": ("rejected", "depleted"),
    "rejected": ("released",),
    "depleted": ("released",),
}


def is_colour_code(text: str) -> bool:
    """Say whether a text can be a colour's code: 1 to 20 Latin capitals, digits, dots and hyphens."""
    return _CODE.fullmatch(text) is not None


def lot_may_become(state: str, following: str) -> bool:
    """Say whether one state of a lot may follow another."""
    return following in _LOTS[state]


def state_after_count(state: str, grams: Decimal) -> str:
    """Return a lot's state once it was weighed: used up at nought, released again when there is some after all."""
    if state == "released" and grams == 0:
        return "depleted"
    return "released" if state == "depleted" and grams > 0 else state


@dataclass(frozen=True)
class LotFacts:
    """What decides whether a lot can be meant for a chart: its unit, its colour, its batch, its state, its yarn's role."""

    unit: str
    colour: str
    batch: str
    state: str
    role: str


def serves_charts(state: str, role: str) -> bool:
    """Say whether a lot can be meant for a chart: released pile yarn, even where little is left of it."""
    return (state, role) == ("released", "pile")


def faults_of_meant_lot(lot: LotFacts, *, unit: str, colour: str) -> Iterator[NotPossible]:
    """Give every reason why a lot cannot be meant for a colour of a unit's chart.

    The version's state is none of them. A locked chart never changes, but a lot is stock and not drawing: it is not in the
    fingerprint, lots run out while a carpet is on the loom, and the paper of the next copy must
    name the one that is there. So the database freezes a locked colour's index, yarn and knots, and leaves its lot free.
    """
    if lot.unit != unit:
        yield NotPossible("lot_elsewhere", batch=lot.batch)
    if lot.colour != colour:
        yield NotPossible("lot_of_other_colour", batch=lot.batch, colour=lot.colour, asked=colour)
    if not serves_charts(lot.state, lot.role):
        yield NotPossible("lot_not_fit", batch=lot.batch)


def faults_of_receipt(grams: Decimal, received_on: date, *, today: date) -> Iterator[NotPossible]:
    """Give every reason why a lot cannot have been received so."""
    if not 0 < grams <= MOST_G:
        yield NotPossible("lot_grams_unfit", grams=grams)
    if received_on > today:
        yield NotPossible("lot_day_in_future", day=received_on, today=today)


def faults_of_count(
    grams: Decimal, counted_on: date, *, received_g: Decimal, received_on: date, today: date
) -> Iterator[NotPossible]:
    """Give every reason why a lot cannot have been weighed so on a day."""
    if grams < 0:
        yield NotPossible("lot_grams_unfit", grams=grams)
    if grams > received_g * DAMP:
        yield NotPossible("lot_count_above_received", grams=grams, received=received_g)
    if counted_on > today:
        yield NotPossible("lot_day_in_future", day=counted_on, today=today)
    if counted_on < received_on:
        yield NotPossible("lot_counted_before_receipt", day=counted_on, received_on=received_on)
