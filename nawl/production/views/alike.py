"""Finding the designs that look like a picture."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from nawl.places.queries import ensure_holds
from nawl.production.forms.pictures import AlikeForm
from nawl.production.rules import SEERS
from nawl.production.views.reader import reader_of, status_of
from nawl.production.views.showing import shown


@require_http_methods(["GET", "POST"])
def alike(request: HttpRequest) -> HttpResponse:
    """Search the register by a picture: a photograph of a carpet, a drawing; it is not kept."""
    reader = reader_of(request)
    ensure_holds(reader, SEERS)
    form = AlikeForm(request.POST or None, request.FILES or None)
    found = form.search(by=reader) if request.method == "POST" else None
    status = 200 if found is not None else status_of(request)
    rows = None if found is None else [(row, shown(row.version, row.design)) for row in found]
    return render(request, "production/alike.html", {"form": form, "rows": rows}, status=status)
