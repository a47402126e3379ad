"""`{% load places %}`: how states of facilities and postings are shown."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django import template
from django.urls import reverse

from nawl.places.choices import FacilityKind, FacilityState
from nawl.places.queries import area_label
from nawl.places.rules import common_start
from nawl.places.rules.projection import Cluster
from nawl.ui import words
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


@register.filter
def leads_to(cluster: Cluster) -> str:
    """`{{ cluster|leads_to }}`: one facility's page, or the list of the district or governorate that several stand in."""
    if len(cluster.spots) == 1:
        return reverse("web:facility", args=[cluster.spots[0].what.code])
    return f"{reverse('places:facility-list')}?{urlencode({'q': common_start([spot.what.code for spot in cluster.spots])})}"


@register.filter
def names(cluster: Cluster) -> str:
    """`{{ cluster|names }}`: the names of the facilities at one spot."""
    return words.listed([spot.what.name for spot in cluster.spots])


@register.filter
def dye(cluster: Cluster) -> str:
    """`{{ cluster|dye }}`: the colour of a spot; centres, or several together, are indigo."""
    return "pt2" if all(spot.what.kind != FacilityKind.CENTRE for spot in cluster.spots) else "pt"
