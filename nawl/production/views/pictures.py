"""A picture becomes the chart of a draft; it works without script, the studio does it with a preview."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from nawl.production.forms.pictures import PictureForm
from nawl.production.queries.stock import yarns_of
from nawl.production.views.reader import draft_of, reader_of, status_of
from nawl.production.views.showing import size_words, trail_of, version_crumb
from nawl.ui import words
from nawl.ui.parts import Crumb


@require_http_methods(["GET", "POST"])
def picture_new(request: HttpRequest, serial: str, number: int) -> HttpResponse:
    """Bring a picture and make it the chart of a draft."""
    version = draft_of(request, serial, number)
    form = PictureForm(version, request.POST or None, request.FILES or None)
    if request.method == "POST" and (read := form.draw(by=reader_of(request))):
        facts = {
            "colours": words.counted(read.drawn.chart.colours, "colour"),
            "difference": words.number(read.drawn.difference, 1),
        }
        messages.success(
            request, _("The picture is drawn with %(colours)s; mean difference from it ΔE %(difference)s.") % facts
        )
        return redirect("production:version", version.design.serial, version.number)
    context = {
        "form": form,
        "version": version,
        "wide": words.counted(version.wide, "cell" if version.quality.quality.mode == "flat" else "knot"),
        "high": words.counted(version.high, "knot_row"),
        "size": size_words(version.width_cm, version.length_cm),
        "proportion": f"{version.width_cm / version.length_cm:.5f}",
        "yarns": yarns_of(version.design.facility),
        "trail": trail_of(version.design, version_crumb(version), Crumb(_("From a picture"))),
    }
    return render(request, "production/picture_new.html", context, status=status_of(request))
