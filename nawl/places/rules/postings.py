"""Rules of postings: where a role can be held, and when two of them clash."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

Where = Literal["programme", "area", "facility"]

PLACES_OF_ROLES: dict[str, tuple[Where, ...]] = {
    "centre_clerk": ("facility",),
    "workshop_supervisor": ("facility",),
    "designer": ("facility", "area", "programme"),
    "partner": ("facility",),
    "grants_officer": ("area", "programme"),
    "finance_officer": ("area", "programme"),
    "governorate_director": ("area",),
    "union_office": ("area", "programme"),
    "programme_director": ("programme",),
    "administrator": ("programme",),
}


@dataclass(frozen=True)
class Span:
    """From a day to a day, both within; no end means for good."""

    starts_on: date
    ends_on: date | None = None


def can_be_held(role: str, where: Where) -> bool:
    """Say whether a role can be held over the programme, in an area or at a facility."""
    return where in PLACES_OF_ROLES[role]


def overlap(one: Span, other: Span) -> bool:
    """Say whether two spans share a day."""
    one_ends, other_ends = one.ends_on or date.max, other.ends_on or date.max
    return one.starts_on <= other_ends and other.starts_on <= one_ends


def clashing(new: Span, standing: Iterable[Span]) -> Span | None:
    """Return the first standing span that shares a day with the new one."""
    return next((span for span in standing if overlap(new, span)), None)
