"""Finding the designs that look like a picture."""

from __future__ import annotations

import base64

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods
from PIL import Image

from nawl.places.queries import ensure_holds
from nawl.production.forms.alike import AlikeForm
from nawl.production.queries.alike import Alike
from nawl.production.rules import SEERS
from nawl.production.rules.pictures import as_png
from nawl.production.views.reader import reader_of, status_of
from nawl.production.views.showing import shown

PART_PX = 280


@require_http_methods(["GET", "POST"])
def alike(request: HttpRequest) -> HttpResponse:
    """Search the register by a picture: a photograph of a carpet, a drawing; it is not kept."""
    reader = reader_of(request)
    ensure_holds(reader, SEERS)
    form = AlikeForm(request.POST, request.FILES) if request.method == "POST" else AlikeForm()
    found = form.search(by=reader) if request.method == "POST" else None
    status = 200 if found is not None else status_of(request)
    is_part = bool(request.htmx) and request.method == "POST"  # type: ignore[attr-defined]  # set by django-htmx
    context = {
        "form": form,
        "is_new": not form.is_bound,
        "rows": None if found is None else [(row, shown(row.version, row.design)) for row in found.rows],
        "part": "" if found is None else _part(found),
        "is_found": found is not None and found.asked.corners is not None,
        "is_part": is_part,
    }
    return render(request, f"production/alike.html{'#found' if is_part else ''}", context, status=status)


def _part(found: Alike) -> str:
    """Return the part that was searched by as a small picture that stands in the page itself: it is not kept."""
    small = Image.fromarray(found.asked.part.pixels)
    small.thumbnail((PART_PX, PART_PX))
    return f"data:image/png;base64,{base64.b64encode(as_png(small)).decode()}"
