"""F7, labour (العمل): weaver-days and days on the calendar; F8, when a piece will be cut off. Sources: WORKSHOP 8 (40)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from nawl.kit.errors import NotPossible
from nawl.weaving.reckoning.rounding import EXACT, ceiling

WEAVER_CM: Final = Decimal(70)
"""Width of the loom that one weaver needs."""
WORKED_DAYS: Final = 10
"""How many worked days a forecast looks back."""
_FARTHEST: Final = 366 * 50


def weaver_days(knots: int, knots_per_day: int, skill: Decimal = Decimal(1)) -> int:
    """Return whole days that one weaver ties, at a class's knots a day and her skill (1 is trained, 0.5 a trainee).

    Raises `class_without_output` where no knots a day are known.
    """
    if knots_per_day <= 0 or skill <= 0:
        raise NotPossible("class_without_output", per_day=knots_per_day)
    return ceiling(EXACT.divide(Decimal(knots), knots_per_day * skill))


def parallel_weavers(width_cm: Decimal) -> int:
    """Return how many weavers a piece's width has room for; one always has."""
    return max(1, int(width_cm // WEAVER_CM))


def calendar_days(days: int, weavers: int, warping_days: int = 0, finishing_days: int = 0) -> int:
    """Return days on the calendar of a loom: weaving by so many side by side, then what goes before and after."""
    return -(-days // max(1, weavers)) + warping_days + finishing_days


def forecast(knots_by_day: Sequence[int], rest: int, today: date, is_workday: Callable[[date], bool]) -> date | None:
    """Return the day on which the last knot will be tied, at the pace of the last ten worked days.

    `knots_by_day` are approved knots of worked days, oldest first. None where there is no pace yet, or no end in fifty years.
    """
    last = knots_by_day[-WORKED_DAYS:]
    if rest <= 0:
        return today
    if not last or sum(last) <= 0:
        return None
    left = ceiling(Decimal(rest * len(last)) / sum(last))
    day = today
    for _ in range(_FARTHEST):
        day += timedelta(days=1)
        left -= is_workday(day)
        if left <= 0:
            return day
    return None
