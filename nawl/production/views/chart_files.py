"""A chart file from elsewhere becomes the chart of a draft, and what its yarns became."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from nawl.production.forms.chart_files import ChartFileForm
from nawl.production.models import ChartVersion
from nawl.production.queries.stock import yarns_of
from nawl.production.views.reader import draft_of, language, reader_of, status_of
from nawl.production.views.showing import size_words, trail_of, version_crumb
from nawl.ui import words
from nawl.ui.parts import Crumb
from nawl.weaving.chart import Chart
from nawl.weaving.taken import FAR, Taken


@dataclass(frozen=True)
class MatchRow:
    """A yarn of a chart file and the unit's yarn that took its place, as the version's page shows them."""

    name: str
    code: str
    colour: str
    own: str
    own_colour: str
    difference: float
    by_code: bool
    is_far: bool


@require_http_methods(["GET", "POST"])
def chart_file_new(request: HttpRequest, serial: str, number: int) -> HttpResponse:
    """Bring a chart file and make it the chart of a draft."""
    version = draft_of(request, serial, number)
    form = ChartFileForm(version, request.POST or None, request.FILES or None)
    if request.method == "POST" and (taken := form.draw(by=reader_of(request))):
        messages.success(request, _said(taken))
        if namesakes := [match.own.name(language()) for match in taken.matches if match.is_namesake]:
            text = _("Of the same code in the file, but visibly another colour here: %(colours)s.")
            messages.warning(request, text % {"colours": words.listed(namesakes)})
        return redirect("production:version", version.design.serial, version.number)
    context = {
        "form": form,
        "version": version,
        "size": size_words(version.width_cm, version.length_cm),
        "yarns": yarns_of(version.design.facility),
        "trail": trail_of(version.design, version_crumb(version), Crumb(_("From a chart file"))),
    }
    return render(request, "production/chart_file_new.html", context, status=status_of(request))


def _said(taken: Taken) -> str:
    """Return what came of a chart file in one sentence."""
    near = [match.difference for match in taken.matches if not match.by_code]
    colours = {"colours": words.counted(taken.chart.colours, "colour")}
    if not near:
        return _("The chart is taken from the file with %(colours)s, each by its code.") % colours
    facts = {"near": words.number(len(near)), "difference": words.number(max(near), 1)}
    return _(
        "The chart is taken from the file with %(colours)s. Replaced by the nearest of the unit: %(near)s, the farthest by ΔE %(difference)s."
    ) % {**colours, **facts}


def match_rows(version: ChartVersion, chart: Chart) -> Iterator[MatchRow]:
    """Give what the yarns of a version's chart file became; nothing where it was begun in another way."""
    names = {yarn.code: yarn.name(language()) for yarn in chart.yarns}
    for row in (version.recipe or {}).get("yarns", ()) if version.beginning == "file" else ():
        own = names.get(row["own"], row["own"])
        kept = {name: row[name] for name in ("code", "colour", "own_colour", "difference", "by_code")}
        yield MatchRow(name=row["name"] or row["code"], own=own, is_far=row["difference"] > FAR, **kept)
