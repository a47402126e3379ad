"""Pages of the designs: the register, one design, one version."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from nawl.production.queries.designs import design_seen_by, version_seen_by, versions_of
from nawl.production.views.reader import reader_of


@require_safe
def design_list(request: HttpRequest) -> HttpResponse:
    """Show the designs within the reader's scope."""
    return render(request, "production/design_list.html", {})


@require_safe
def design(request: HttpRequest, serial: str) -> HttpResponse:
    """Show a design: what it is, its versions."""
    shown = design_seen_by(reader_of(request), serial)
    return render(request, "production/design.html", {"shown": shown, "versions": versions_of(shown)})


@require_safe
def version(request: HttpRequest, serial: str, number: int) -> HttpResponse:
    """Show one version of a design."""
    shown = version_seen_by(reader_of(request), serial, number)
    return render(request, "production/version.html", {"shown": shown})
