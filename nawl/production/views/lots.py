"""The page on which the dye lots of a version are chosen."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from nawl.places.queries import ensure_may
from nawl.production.forms.lots import LotsForm
from nawl.production.queries.charts import chart_of
from nawl.production.queries.designs import version_seen_by
from nawl.production.queries.reckoning import reckoning_of
from nawl.production.rules import YARN_KEEPERS
from nawl.production.views.reader import language, reader_of, status_of
from nawl.production.views.showing import size_words, trail_of, version_crumb
from nawl.ui import words
from nawl.ui.parts import Crumb


@require_http_methods(["GET", "POST"])
def version_lots(request: HttpRequest, serial: str, number: int) -> HttpResponse:
    """Choose which dye lot is meant for each colour of a version; too little of one is told, not refused."""
    reader = reader_of(request)
    version = version_seen_by(reader, serial, number)
    ensure_may(reader, YARN_KEEPERS, at=version.design.facility)
    needs = reckoning_of(chart_of(version), version.design.facility).yarns
    form = LotsForm(version, needs, language(), request.POST or None)
    if request.method == "POST" and form.mean(by=reader):
        messages.success(request, _("The dye lots are kept; the next print and the talking chart name them."))
        if small := form.too_small():
            names = words.listed([need.yarn.name(language()) for need in small])
            messages.warning(request, _("The lot chosen holds too little for: %(colours)s.") % {"colours": names})
        return redirect("production:version", version.design.serial, version.number)
    context = {
        "form": form,
        "version": version,
        "size": size_words(version.width_cm, version.length_cm),
        "trail": trail_of(version.design, version_crumb(version), Crumb(_("Dye lots"))),
    }
    return render(request, "production/version_lots.html", context, status=status_of(request))
