"""Pages of areas: browsed by level, found by any spelling."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from nawl.accounts.models import User
from nawl.places.forms import FindAreaForm
from nawl.places.queries import area_page, areas_page


@require_safe
def area_list(request: HttpRequest) -> HttpResponse:
    """Show the governorates; lead to the place that is asked for."""
    form = FindAreaForm(request.GET if "q" in request.GET else None)
    if form.is_valid():
        return redirect("places:area", form.cleaned_data["q"].pcode)
    context = {"form": form, **vars(areas_page(cast("User", request.user)))}
    return render(request, "places/area_list.html", context)


@require_safe
def area(request: HttpRequest, pcode: str) -> HttpResponse:
    """Show one area: its names, what lies in it, the facilities there."""
    page = area_page(cast("User", request.user), pcode)
    return render(request, "places/area.html", vars(page))
