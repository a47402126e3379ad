"""Stretches of the calendar as the programme speaks of them: months, quarters, halves, years, days."""

from nawl.kit.periods.period import Kind, Period
from nawl.kit.periods.reading import parse_period
from nawl.kit.periods.words import ENGLISH_MONTHS, SYRIAN_MONTHS, day_name, month_name, weekday_name

__all__ = [
    "ENGLISH_MONTHS",
    "SYRIAN_MONTHS",
    "Kind",
    "Period",
    "day_name",
    "month_name",
    "parse_period",
    "weekday_name",
]
