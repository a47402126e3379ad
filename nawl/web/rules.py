"""Rules of the pages that span domains: whose records are late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from nawl.kit.periods import Period

LATE_AFTER_DAYS = 7
"""A centre that works five days a week has recorded something within any seven."""


@dataclass(frozen=True)
class Silence:
    """How long a facility has recorded nothing at the end of a period; `last` is None without any record in it."""

    last: date | None
    days: int

    @property
    def is_late(self) -> bool:
        """Whether it is longer than a week of work explains."""
        return self.days > LATE_AFTER_DAYS


def silence(last: date | None, period: Period, today: date, opened_on: date | None = None) -> Silence:
    """Return how long nothing was recorded up to the period's end, or up to today while it runs."""
    end = min(period.last, today)
    start = max(period.first, opened_on) if opened_on else period.first
    return Silence(last, (end - last).days if last else max(0, (end - start).days + 1))
