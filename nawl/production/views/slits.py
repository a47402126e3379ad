"""The slits of a flat weave: where they are, how long, what helps; a draft's are broken at a click."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from nawl.kit.errors import NotFound, NotPossible
from nawl.places.queries import may
from nawl.production.actions.slits import step_slits
from nawl.production.models import ChartVersion
from nawl.production.queries.charts import chart_of
from nawl.production.queries.designs import version_seen_by
from nawl.production.rules import DRAWERS
from nawl.production.views.reader import reader_of
from nawl.production.views.sending import whole_number
from nawl.production.views.showing import trail_of, version_crumb
from nawl.ui import words
from nawl.ui.parts import Choice, Crumb
from nawl.weaving.chart import Chart
from nawl.weaving.flat import Slit, slits

LENGTHS = (6, 8, 10, 15, 20)
"""Rows from which a slit may be asked for; the middle one is where weavers begin to sew."""
USUAL = 10
SHOWN = 60


@require_http_methods(["GET", "POST"])
def version_slits(request: HttpRequest, serial: str, number: int) -> HttpResponse:
    """Show a flat weave's slits that are longer than so many rows; for a draft, break them by steps."""
    reader = reader_of(request)
    version = version_seen_by(reader, serial, number)
    if version.quality.quality.mode != "flat":
        raise NotFound("not_found")
    most = _most(request)
    if request.method == "POST":
        seen = request.POST.get("revision", "")
        revision = whole_number(seen) if seen else version.revision
        changed = step_slits(version, most, revision=revision, by=reader)
        messages.success(request, _told(changed))
        return redirect(f"{_address(version)}?rows={most}")
    chart = chart_of(version)
    found = slits(chart, most)
    context: dict[str, Any] = {
        "version": version,
        "found": [_row(slit, chart) for slit in found[:SHOWN]],
        "total": len(found),
        "more": max(0, len(found) - SHOWN),
        "most": most,
        "longer": words.counted(most, "knot_row"),
        "lengths": [Choice(_longer_than(one), f"?rows={one}", on=one == most) for one in LENGTHS],
        "may_step": version.is_open and may(reader, DRAWERS, at=version.design.facility),
        "can_step": any(slit.remedy == "step" for slit in found),
        "trail": trail_of(version.design, version_crumb(version), Crumb(_("Slits"))),
    }
    return render(request, "production/slits.html", context)


def _longer_than(rows: int) -> str:
    return _("longer than %(rows)s") % {"rows": words.counted(rows, "knot_row")}


def _most(request: HttpRequest) -> int:
    text = request.POST.get("rows", "") or request.GET.get("rows", "")
    if not text:
        return USUAL
    if not text.isdecimal() or len(text) > 9 or not 1 <= int(text) <= 10_000:
        raise NotPossible("slit_unfit", rows=text[:12])
    return int(text)


def _address(version: ChartVersion) -> str:
    return reverse("production:version-slits", args=[version.design.serial, version.number])


def _row(slit: Slit, chart: Chart) -> dict[str, Any]:
    """Return a slit as it is read at the loom, columns from the right and rows from below; the studio counts from the left."""
    first, last = slit.rows_on_paper(chart.frame.high)
    column = chart.frame.wide - slit.column
    return {
        "length": slit.length,
        "column": column,
        "next": column + 1,
        "in_studio": slit.column,
        "beside": slit.column + 1,
        "first": first,
        "last": last,
        "is_step": slit.remedy == "step",
    }


def _told(changed: int) -> str:
    if not changed:
        return _("No slit of this length can be broken by a step; they are interlocked at the loom.")
    said = ngettext(
        "%(cells)s cell changed its colour; the slits are broken by steps.",
        "%(cells)s cells changed their colour; the slits are broken by steps.",
        changed,
    )
    return said % {"cells": words.number(changed)}
