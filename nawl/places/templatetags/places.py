"""`{% load places %}`: how states of facilities and postings are shown."""

from __future__ import annotations

from typing import Any

from django import template

from nawl.places.choices import FacilityState
from nawl.places.queries import area_label
from nawl.ui.parts import State

register = template.Library()

KNOTS: dict[str, State] = {
    FacilityState.PLANNED: "open",
    FacilityState.OPEN: "good",
    FacilityState.REHABILITATION: "run",
    FacilityState.SUSPENDED: "late",
    FacilityState.CLOSED: "",
}


@register.filter
def knot(state: str) -> State:
    """`{{ facility.state|knot }}`: the knot that a facility's state is tied with."""
    return KNOTS.get(state, "")


@register.filter
def with_parents(area: Any) -> str:
    """`{{ area|with_parents }}`: a place's name with what it lies in."""
    return area_label(area)
