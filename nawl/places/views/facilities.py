"""Pages of facilities: the list, the map, and the forms of one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nawl.accounts.models import User
from nawl.places.actions.facilities import FACILITY_KEEPERS
from nawl.places.choices import FacilityKind, FacilityState
from nawl.places.forms import FacilityForm, NewFacilityForm, StateForm, WorkshopForm
from nawl.places.models import Facility
from nawl.places.queries import (
    FacilityFilter,
    FacilityList,
    counts_by_governorate,
    ensure_holds,
    ensure_may,
    facilities_seen_by,
    facility_seen_by,
    governorates,
    holds,
    network_map,
    workshop_of,
)
from nawl.places.rules import even_steps
from nawl.places.scope import scope_of
from nawl.ui.parts import Choice, Tile


def _reader(request: HttpRequest) -> User:
    return cast("User", request.user)


def _status(request: HttpRequest) -> int:
    return 422 if request.method == "POST" else 200


def _kept(request: HttpRequest, code: str) -> Facility:
    """Return the facility that the reader sees and may change."""
    facility = facility_seen_by(_reader(request), code)
    ensure_may(_reader(request), FACILITY_KEEPERS, at=facility)
    return facility


@require_safe
def facility_list(request: HttpRequest) -> HttpResponse:
    """Show the facilities within the reader's scope, filtered as the address says."""
    asked = FacilityFilter.read(request.GET)
    found = facilities_seen_by(_reader(request), asked, page=request.GET.get("page", 1))
    context = {
        "found": found,
        "asked": asked,
        "kinds": _choices(request, "kind", FacilityKind.choices, found.by_kind, asked.kind),
        "states": _choices(request, "state", FacilityState.choices, found.by_state, asked.state),
        "governorates": _governorates(found),
        "may_open": holds(_reader(request), FACILITY_KEEPERS),
    }
    template = "places/facility_list.html#rows" if request.htmx else "places/facility_list.html"  # type: ignore[attr-defined]  # set by django-htmx
    return render(request, template, context)


def _choices(
    request: HttpRequest, name: str, choices: Iterable[tuple[str, Any]], counts: Mapping[str, int], on: str
) -> list[Choice]:
    """Return a filter's chips: all of them, and each choice that would show something."""

    def way(value: str) -> str:
        query = request.GET.copy()
        query.pop("page", None)
        query[name] = value
        if not value:
            query.pop(name)
        return f"?{query.urlencode()}" if query else request.path

    chips = [Choice(_("All"), way(""), not on, sum(counts.values()))]
    return chips + [
        Choice(str(label), way(value), value == on, counts.get(value, 0))
        for value, label in choices
        if counts.get(value) or value == on
    ]


def _governorates(found: FacilityList) -> list[tuple[str, str, int]]:
    """Return the governorates to choose from; none when there is only one."""
    lines = [
        (area.pcode, area.name, found.by_governorate[area.pcode])
        for area in governorates()
        if area.pcode in found.by_governorate
    ]
    return lines if len(lines) > 1 or found.asked.governorate else []


@require_safe
def facility_map(request: HttpRequest) -> HttpResponse:
    """Show where the facilities stand: governorates by number, facilities as points, and the same as a table."""
    reader = _reader(request)
    everything = scope_of(reader).is_national
    lines = [(area, count) for area, count in counts_by_governorate(reader) if count or everything]
    tiles = [
        Tile(area.pcode, area.name, count or None, f"{reverse('places:facility-list')}?governorate={area.pcode}")
        for area, count in lines
    ]
    context = {
        "tiles": tiles,
        "steps": even_steps([count for _area, count in lines]),
        "lines": lines,
        "map": network_map(reader),
        "total": sum(count for _area, count in lines),
    }
    return render(request, "places/facility_map.html", context)


@require_http_methods(["GET", "POST"])
def facility_new(request: HttpRequest) -> HttpResponse:
    """Register a facility."""
    ensure_holds(_reader(request), FACILITY_KEEPERS)
    form = NewFacilityForm(request.POST or None)
    if request.method == "POST" and (opened := form.open(by=_reader(request))):
        messages.success(request, _("Registered under the code %(code)s.") % {"code": opened.code})
        return redirect("web:facility", opened.code)
    return render(request, "places/facility_new.html", {"form": form}, status=_status(request))


@require_http_methods(["GET", "POST"])
def facility_revise(request: HttpRequest, code: str) -> HttpResponse:
    """Change a facility's particulars."""
    facility = _kept(request, code)
    form = FacilityForm.of(facility, request.POST or None)
    if request.method == "POST" and form.revise(facility, by=_reader(request)):
        messages.success(request, _("The particulars are kept."))
        return redirect("web:facility", facility.code)
    return render(request, "places/facility_revise.html", {"form": form, "facility": facility}, status=_status(request))


@require_http_methods(["GET", "POST"])
def facility_state(request: HttpRequest, code: str) -> HttpResponse:
    """Turn a facility to another state."""
    facility = _kept(request, code)
    form = StateForm(facility, request.POST or None)
    if request.method == "POST" and form.turn(by=_reader(request)):
        messages.success(request, _("The new state is kept, and the old one stays in the history."))
        return redirect("web:facility", facility.code)
    return render(request, "places/facility_state.html", {"form": form, "facility": facility}, status=_status(request))


@require_http_methods(["GET", "POST"])
def facility_workshop(request: HttpRequest, code: str) -> HttpResponse:
    """Set a facility's production workshop."""
    facility = _kept(request, code)
    form = WorkshopForm.of(workshop_of(facility, _reader(request)), request.POST or None)
    if request.method == "POST" and form.keep(facility, by=_reader(request)):
        messages.success(request, _("The workshop's particulars are kept."))
        return redirect("web:facility", facility.code)
    context = {"form": form, "facility": facility}
    return render(request, "places/facility_workshop.html", context, status=_status(request))
