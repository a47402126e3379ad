"""Rules of the figures: what may be parted, what adds up, what a basis means in a period, change, share, target."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from nawl.kit.facts import Basis
from nawl.kit.periods import Period

Number = int | Decimal

_PARTED_BY: dict[Basis, frozenset[str]] = {
    Basis.ACTIVITIES: frozenset(
        {"governorate", "district", "facility", "facility_kind", "activity", "activity_type", "partner"}
    ),
    Basis.FACILITIES: frozenset({"governorate", "district", "facility", "facility_kind"}),
}
"""Columns in which each thing counted once has exactly one value, so that its parts do not overlap."""

_FINER: dict[str, tuple[str, ...]] = {
    "programme": ("governorate", "district", "facility"),
    "places": ("governorate", "district", "facility"),
    "governorate": ("district", "facility"),
    "district": ("facility",),
    "facility": (),
}


class BasisNote(StrEnum):
    """What a number's basis means in its period; the words stand in `indicators.words`."""

    CONTACTS = "contacts"
    EACH_PERSON_ONCE = "each_person_once"
    FIRST_TIME_THIS_YEAR = "first_time_this_year"
    ONCE_IN_EACH_YEAR = "once_in_each_year"
    ACTIVITIES = "activities"
    FACILITIES = "facilities"


@dataclass(frozen=True)
class Change:
    """How far a number moved from an earlier one; `ratio` is None when the earlier one was nought."""

    amount: Number
    ratio: Decimal | None


def basis_note(basis: Basis, period: Period) -> BasisNote:
    """Say what the basis means in this period.

    First visits are persons only from 1 January on; in another period they are those who came for the first time
    this year, and over several years each person counts once in each.
    """
    if basis is not Basis.FIRST_VISITS:
        return BasisNote(basis.value)
    if not period.is_within_one_year:
        return BasisNote.ONCE_IN_EACH_YEAR
    return BasisNote.EACH_PERSON_ONCE if period.starts_a_year else BasisNote.FIRST_TIME_THIS_YEAR


def parts_add_up(basis: Basis, column: str, period: Period) -> bool:
    """Say whether the parts by a column make the whole: things counted once may stand in several parts."""
    if basis.is_distinct:
        return column in _PARTED_BY[basis]
    return basis.adds_within(period) if column == "month" else True


def all_parts_add_up(basis: Basis, columns: Iterable[str], period: Period) -> bool:
    """Say whether the parts by several columns at once make the whole."""
    return all(parts_add_up(basis, column, period) for column in columns)


def allowed_disaggregations(declared: Iterable[str], columns: Iterable[str]) -> tuple[str, ...]:
    """Return the declared disaggregations that the measure's facts can answer, in the declared order."""
    known = frozenset(columns)
    return tuple(name for name in declared if name in known)


def finer_places(level: str, allowed: Iterable[str]) -> tuple[str, ...]:
    """Return the finer kinds of place that a figure of this level can be parted into, the nearest first."""
    known = frozenset(allowed)
    return tuple(name for name in _FINER[level] if name in known)


def compared_with(basis: Basis, period: Period) -> Period:
    """Return the nearest earlier period that counts in the same way.

    The period before, except for first visits that begin on 1 January or follow such a period: counting anew
    each January, they are compared with the same period of the year before.
    """
    before = period.previous()
    if basis is Basis.FIRST_VISITS and basis_note(basis, before) is not basis_note(basis, period):
        return period.year_before()
    return before


def change(now: Number, before: Number) -> Change:
    """Return the change from an earlier number."""
    amount = now - before
    return Change(amount, Decimal(amount) / Decimal(before) if before else None)


def share(part: Number | None, whole: Number | None) -> Decimal | None:
    """Return a part of a whole, 0 to 1; None when there is no whole."""
    return Decimal(part or 0) / Decimal(whole) if whole else None


def reached(value: Number, target: Number) -> Decimal:
    """Return what part of a target is reached: 0.97 is 97 percent."""
    return Decimal(value) / Decimal(target)


def is_partial(period: Period, today: date) -> bool:
    """Say whether the period is not over yet, so that its numbers will still grow."""
    return period.last >= today


def is_future(period: Period, today: date) -> bool:
    """Say whether the period has not begun."""
    return period.first > today


def half_of(day: date) -> Period:
    """Return the half-year that a day lies in."""
    return Period.half(day.year, 1 if day.month <= 6 else 2)


def half_to_show(newest_record_before: date | None, today: date) -> Period:
    """Return the half-year to answer for: the newest that is over and has records, else the one that runs.

    `newest_record_before` is the newest day with a record before the running half began.
    """
    running = half_of(today)
    return half_of(newest_record_before) if newest_record_before else running
