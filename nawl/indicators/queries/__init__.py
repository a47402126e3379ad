"""Reading the indicators: definitions, values, parts, series, comparison, and the records behind each number.

value("people_served", place, period, user=user)                       one number
values(codes, place, period, user=user)                                several in as few queries as sensible
breakdown("people_served", place, period, ("governorate", "sex"), user=user)
series("people_served", place, period, user=user)                      month by month
with_comparison(codes, place, period, user=user)                       beside the period before and the target
records("people_served", place, period, {"sex": "f"}, user=user)       what is counted
"""

from nawl.indicators.places import home_of, place_called, place_of_area, place_of_facility
from nawl.indicators.queries.behind import default_period, period_called, records, records_of
from nawl.indicators.queries.comparing import compared, targets_of, with_comparison
from nawl.indicators.queries.definitions import card, cards
from nawl.indicators.queries.figures import (
    address_of_part,
    breakdown,
    breakdown_of,
    breakdowns,
    breakdowns_of,
    collapsed,
    series,
    value,
    values,
    values_of,
    with_every_month,
)

__all__ = [
    "address_of_part",
    "breakdown",
    "breakdown_of",
    "breakdowns",
    "breakdowns_of",
    "card",
    "cards",
    "collapsed",
    "compared",
    "default_period",
    "home_of",
    "period_called",
    "place_called",
    "place_of_area",
    "place_of_facility",
    "records",
    "records_of",
    "series",
    "targets_of",
    "value",
    "values",
    "values_of",
    "with_comparison",
    "with_every_month",
]
