"""Keeping the months' sums beside the days, in the same transaction."""

from __future__ import annotations

from collections.abc import Mapping

from nawl.activities.models import TallyMonth
from nawl.activities.queries.recount import Key, Pair
from nawl.kit.database import add_to_rows

KEY = ("facility", "month", "activity", "service", "sex", "age_band")
AMOUNTS = ("contacts", "first_visits")
Deltas = dict[Key, Pair]


def note(deltas: Deltas, key: Key, contacts: int, first_visits: int) -> None:
    """Note that a month's cell grows by so much; below zero it shrinks."""
    before = deltas.get(key, (0, 0))
    deltas[key] = (before[0] + contacts, before[1] + first_visits)


def add_to_months(deltas: Mapping[Key, Pair]) -> None:
    """Add what was noted to the months' sums, in one order for all writers."""
    grown = [(*key, *delta) for key, delta in deltas.items() if delta != (0, 0)]
    add_to_rows(TallyMonth, sorted(grown), key=KEY, amounts=AMOUNTS)
