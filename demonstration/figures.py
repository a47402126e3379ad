"""How the published totals are split: exactly, and the same way from the same seed."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

HOLIDAYS = frozenset(
    {date(2022, 1, 1), date(2022, 3, 8), date(2022, 3, 21), date(2022, 4, 17), date(2022, 4, 24), date(2022, 5, 1)}
    | {date(2022, 5, day) for day in (2, 3, 4, 5)}
)
FRIDAY, SATURDAY = 4, 5


@dataclass(frozen=True)
class Cell:
    """One cell of a sheet: service, sex and age band, and how often it occurs beside the others."""

    service: str
    sex: str
    age_band: str
    weight: float


@dataclass(frozen=True)
class Count:
    """One counted cell of one day."""

    day: date
    service: str
    sex: str
    age_band: str
    contacts: int
    first_visits: int


def spread(total: int, weights: Sequence[float]) -> list[int]:
    """Split a whole number by weights so that the parts add up to it exactly (largest remainders)."""
    whole = sum(weights)
    if whole <= 0:
        raise ValueError("there is no weight to split by")
    exact = [total * weight / whole for weight in weights]
    parts = [int(value) for value in exact]
    by_remainder = sorted(range(len(parts)), key=lambda index: (parts[index] - exact[index], index))
    for index in by_remainder[: total - sum(parts)]:
        parts[index] += 1
    return parts


def working_days(year: int, month: int, *, with_saturday: bool, until: date | None = None) -> list[date]:
    """Return the month's days of work: not Fridays, not holidays, Saturdays only where the doors are open."""
    day, days = date(year, month, 1), []
    while day.month == month and (until is None or day <= until):
        closed = day.weekday() == FRIDAY or (day.weekday() == SATURDAY and not with_saturday) or day in HOLIDAYS
        if not closed:
            days.append(day)
        day += timedelta(days=1)
    return days


def month_of_counts(
    dice: random.Random, days: Sequence[date], cells: Sequence[Cell], people: int, returning: float
) -> Iterator[Count]:
    """Throw a month's first visits and returning visits onto days and cells; first visits add up to `people`.

    `returning` is the number of further contacts for each person on a first visit.
    """
    places = [(day, cell) for day in days for cell in cells]
    weights = [cell.weight * (0.7 + 0.6 * dice.random()) for _, cell in places]
    first = Counter(dice.choices(range(len(places)), weights, k=people))
    again = Counter(dice.choices(range(len(places)), weights, k=round(people * returning)))
    for index in sorted(first.keys() | again.keys()):
        day, cell = places[index]
        yield Count(day, cell.service, cell.sex, cell.age_band, first[index] + again[index], first[index])
