"""Pages of the shelf of motifs: the shelf, one motif, its picture."""

from __future__ import annotations

import base64
from typing import Any

import numpy as np
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from PIL import Image

from nawl.kit.errors import NotPossible
from nawl.places.queries import ensure_holds, holds
from nawl.production.forms.motifs import MotifForm
from nawl.production.queries.register import facilities_to_draw_at
from nawl.production.queries.shelf import Shelf, Shelved, shelf, shelved_one
from nawl.production.queries.usual import usual_unit
from nawl.production.rules import DRAWERS, MOTIF_KEEPERS
from nawl.production.rules.motif_shelf import TAGS, motif_picture
from nawl.production.rules.motifs import MOST_KNOTS
from nawl.production.rules.pictures import as_png
from nawl.production.views.reader import A_DAY, language, reader_of, status_of
from nawl.ui.parts import Choice, Fact

SMALL, LARGE = 27, 61
"""Knots of a motif's longer side on the shelf and on its own page."""
LOOK_PX = 320
"""Pixels of the longer side of what is looked at before it is added."""


@require_safe
def motif_list(request: HttpRequest) -> HttpResponse:
    """Show the shelf, by words and by tag."""
    reader = reader_of(request)
    search, tag = request.GET.get("q", "").strip()[:80], request.GET.get("tag", "")
    found = shelf(reader, search, tag if tag in TAGS else "")
    context = {
        "found": [_tile(one) for one in found.rows],
        "total": found.total,
        "search": search,
        "tag": tag,
        "tags": _choices(found, search, tag),
        "may_draw": holds(reader, DRAWERS),
        "may_add": holds(reader, MOTIF_KEEPERS),
    }
    template = "production/motif_list.html#rows" if request.htmx else "production/motif_list.html"  # type: ignore[attr-defined]  # set by django-htmx
    return render(request, template, context)


@require_http_methods(["GET", "POST"])
def motif_new(request: HttpRequest) -> HttpResponse:
    """Take a motif from a photograph of an old carpet: first to look at, then onto the unit's shelf."""
    reader = reader_of(request)
    ensure_holds(reader, MOTIF_KEEPERS)
    offered = facilities_to_draw_at(reader, MOTIF_KEEPERS)
    usual = usual_unit(reader, offered)
    first = {"facility": usual.code} if usual else {}
    form = MotifForm(offered, request.POST or None, request.FILES or None, initial=first)
    is_look = "look" in request.POST
    if request.method == "POST" and is_look:
        form.look()
    elif request.method == "POST" and (added := form.add(by=reader)):
        messages.success(request, _("The motif stands on the unit's shelf."))
        return redirect("production:motif", added.code)
    context = {"form": form, "taken": _taken(form), "is_new": not form.is_bound}
    part = "#taken" if request.htmx and is_look else ""  # type: ignore[attr-defined]  # set by django-htmx
    return render(request, f"production/motif_new.html{part}", context, status=200 if is_look else status_of(request))


def _taken(form: MotifForm) -> dict[str, Any] | None:
    """Return what was taken as pictures that stand in the page itself: nothing of it is kept yet."""
    if form.taken is None:
        return None
    high, wide = form.taken.cells.shape
    repeat = Image.fromarray(form.taken.repeat.pixels)
    repeat.thumbnail((LOOK_PX, LOOK_PX))
    return {
        "repeat": _inline(as_png(repeat)),
        "motif": _inline(motif_picture(form.taken.cells, LOOK_PX)),
        "wide": wide,
        "high": high,
        "parts": len(np.unique(form.taken.cells)),
    }


def _inline(png: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(png).decode()}"


@require_safe
def motif(request: HttpRequest, code: str) -> HttpResponse:
    """Show one motif: how it is drawn at several sizes, what is known of it, whose it is."""
    shown = shelved_one(reader_of(request), code)
    context = {
        "shown": shown,
        "name": shown.motif.name(language()),
        "other_name": shown.motif.name("ar" if language() == "en" else "en"),
        "origin": shown.motif.origin_en if language() == "en" else shown.motif.origin_ar,
        "large": _address(shown, LARGE),
        "sizes": [(side, _address(shown, side)) for side in _sides(shown)],
        "facts": _facts(shown),
    }
    return render(request, "production/motif.html", context)


@require_safe
def motif_png(request: HttpRequest, code: str) -> HttpResponse:
    """Send a motif as a picture, drawn for `knots` along its longer side."""
    shown = shelved_one(reader_of(request), code)
    wide, high = _drawn_for(shown, _knots(request.GET.get("knots", "")))
    answered = HttpResponse(motif_picture(shown.motif.draw(wide, high), 4 * LARGE), content_type="image/png")
    if not shown.facility:  # the programme's own drawings are no secret; a unit's are kept by no browser
        answered.headers["Cache-Control"] = A_DAY
    return answered


def _tile(one: Shelved) -> dict[str, str]:
    return {
        "name": one.motif.name(language()),
        "url": reverse("production:motif", args=[one.motif.code]),
        "picture": _address(one, SMALL),
        "facility": one.facility.name if one.facility else "",
    }


def _address(one: Shelved, knots: int) -> str:
    return f"{reverse('production:motif-picture', args=[one.motif.code])}?{urlencode({'knots': knots})}"


def _drawn_for(one: Shelved, knots: int) -> tuple[int, int]:
    """Return the width and height for so many knots along the longer side, in the proportion of the least size."""
    wide, high = one.motif.least
    scale = max(1.0, knots / max(wide, high))
    return round(wide * scale), round(high * scale)


def _knots(text: str) -> int:
    if not text:
        return LARGE
    if not text.isdecimal() or len(text) > 9 or not 1 <= int(text) <= MOST_KNOTS:
        raise NotPossible("motif_size_unfit", text=text[:20], most=MOST_KNOTS)
    return int(text)


def _sides(one: Shelved) -> list[int]:
    """Return the sizes that a motif is shown in: the least at which it is read, and two larger ones."""
    least = max(one.motif.least)
    return [least, *(side for side in (27, 41, 81) if side > least)][:3]


def _facts(one: Shelved) -> list[Fact]:
    wide, high = one.motif.least
    rows = [
        Fact(_("Smallest size"), _("%(wide)s × %(high)s knots") % {"wide": wide, "high": high}),
        Fact(_("Good for"), "، ".join(words) if language() == "ar" else ", ".join(words))
        if (words := [str(TAGS[tag]) for tag in one.motif.tags if tag in TAGS])
        else None,
        Fact(_("Rights"), one.motif.rights if one.facility else _("a traditional form in our own drawing; Apache-2.0")),
        Fact(_("Added by"), one.facility.name) if one.facility else Fact(_("Source"), _("the programme's own shelf")),
    ]
    return [row for row in rows if row]


def _choices(found: Shelf, search: str, chosen: str) -> list[Choice]:
    base = {"q": search} if search else {}
    every = Choice(_("all"), f"?{urlencode(base)}", on=not chosen)
    return [
        every,
        *(
            Choice(str(TAGS[tag]), f"?{urlencode({**base, 'tag': tag})}", on=tag == chosen, count=count)
            for tag, count in found.tags.items()
        ),
    ]
