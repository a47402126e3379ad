"""Where on Earth a country's points can lie."""

from __future__ import annotations

from decimal import Decimal

BOXES = {"SY": (Decimal("32.0"), Decimal("37.6"), Decimal("35.4"), Decimal("42.6"))}
"""South, north, west, east of a country; a country that is not here reaches over the whole Earth."""
EARTH = (Decimal(-90), Decimal(90), Decimal(-180), Decimal(180))


def are_within(country: str, latitude: Decimal, longitude: Decimal) -> bool:
    """Say whether a point can lie in the country, by the box around it."""
    south, north, west, east = BOXES.get(country, EARTH)
    return south <= latitude <= north and west <= longitude <= east
