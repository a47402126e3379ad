"""Every measure that the programme's domains declare, by its code."""

from __future__ import annotations

from functools import cache

from nawl.activities.measures import MEASURES as ACTIVITY_MEASURES
from nawl.kit.errors import NotFound
from nawl.kit.facts import Measure


@cache
def measures() -> dict[str, Measure]:
    """Return all measures by code; two of one code are a fault of the programme."""
    known: dict[str, Measure] = {}
    for measure in (*ACTIVITY_MEASURES,):
        if measure.code in known:
            raise ValueError(f"two measures are called {measure.code}")
        known[measure.code] = measure
    return known


def measure(code: str) -> Measure:
    """Return a measure; raises NotFound("measure_unknown")."""
    try:
        return measures()[code]
    except KeyError:
        raise NotFound("measure_unknown", measure=code) from None
