"""Rules of the pages that span domains: whose records are late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from nawl.kit.periods import Period

LATE_AFTER_DAYS = 7
"""A centre that works five days a week has recorded something within any seven."""
DUE_ON = 5
"""The day of the next month by which a month's registers are in."""


@dataclass(frozen=True)
class Silence:
    """How long a facility has recorded nothing when its records were due; `last` is its latest record in the period."""

    last: date | None
    days: int

    @property
    def is_late(self) -> bool:
        """Whether it is longer than a week of work explains."""
        return self.days > LATE_AFTER_DAYS


def due_until(today: date) -> date:
    """Return the last day whose records are due: a month's registers are in by the fifth of the next."""
    last_of_month_before = today.replace(day=1) - timedelta(days=1)
    if today.day > DUE_ON:
        return last_of_month_before
    return last_of_month_before.replace(day=1) - timedelta(days=1)


def silence(last: date | None, period: Period, today: date, opened_on: date | None = None) -> Silence:
    """Return how long nothing was recorded up to the period's last day that is due; 0 when none is due yet."""
    end = min(period.last, due_until(today))
    start = max(period.first, opened_on) if opened_on else period.first
    if last is not None:
        return Silence(last, max(0, (end - last).days))
    return Silence(None, max(0, (end - start).days + 1))
