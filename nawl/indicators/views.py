"""Pages of the indicators."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from nawl.accounts.models import User
from nawl.indicators.pages.catalogue import catalogue_page
from nawl.indicators.pages.indicator import indicator_page
from nawl.indicators.pages.parts import parts_page


def reader(request: HttpRequest) -> User:
    """Return who asks: nobody reaches these pages without having signed in."""
    return cast("User", request.user)


@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    """Show every indicator with its definition and value."""
    return render(request, "indicators/catalogue.html", {"page": catalogue_page(request.GET, reader(request))})


@require_safe
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    """Show what one indicator means and how it stands."""
    return render(request, "indicators/indicator.html", {"page": indicator_page(code, request.GET, reader(request))})


@require_safe
def parts(request: HttpRequest, code: str) -> HttpResponse:
    """Show a figure's parts and the records that it is made of."""
    return render(request, "indicators/parts.html", {"page": parts_page(code, request.GET, reader(request))})
