"""The studio: the page where a chart is drawn, its knots as bytes, pictures into it, a drawing saved as a new version."""

from __future__ import annotations

import gzip
import json
from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from nawl.kit.errors import NotPossible, ProgrammeError
from nawl.places.queries import ensure_may
from nawl.production.actions import begin_version, draw_from_picture, grid_of
from nawl.production.forms.pictures import picture_bytes
from nawl.production.models import ChartVersion
from nawl.production.queries.charts import chart_of
from nawl.production.queries.designs import version_seen_by
from nawl.production.queries.lots import meant_batches
from nawl.production.queries.sheets import Sheet, sheet_of
from nawl.production.queries.stock import yarns_coded
from nawl.production.rules import DRAWERS
from nawl.production.rules.part_words import UNITS as UNIT_WORDS
from nawl.production.rules.part_words import word_of
from nawl.production.views import on_device, studio_words
from nawl.production.views.reader import language, reader_of
from nawl.production.views.sending import as_json, codes_of, deflated_of, inflated, picture_wish, whole_number
from nawl.production.views.showing import size_words
from nawl.ui import words
from nawl.weaving.classes import QualityClass
from nawl.weaving.composing.drawing.units import UNITS
from nawl.weaving.reckoning.needs import metres_of
from nawl.weaving.reckoning.pile import grams, with_waste
from nawl.weaving.signs import sign_of
from nawl.weaving.yarns import Yarn


@require_safe
def studio(request: HttpRequest, serial: str, number: int) -> HttpResponse:
    """Show the studio; whoever may not draw on the version sees it with the reason why."""
    reader = reader_of(request)
    sheet = sheet_of(version_seen_by(reader, serial, number), reader)
    quality = sheet.version.quality.quality
    context = {
        "version": sheet.version,
        "facts": _facts(sheet, str(reader.pk)),
        "words": json.dumps(studio_words.script_words(quality), ensure_ascii=False),
        "said": studio_words.page_words(quality),
        "size": size_words(sheet.version.width_cm, sheet.version.length_cm),
        "saved": _("Saved %(time)s") % {"time": words.clock_time(sheet.version.drawn_at)},
        "why": _why_closed(sheet),
        "tools": studio_words.tools(),
        "carried": studio_words.carried(),
        "keys": studio_words.keys(quality),
        "symmetries": studio_words.symmetries(),
        "borders": [(code, word_of(UNIT_WORDS, code)) for code in UNITS],
        "icons": studio_words.ICONS,
        "behind": f"{_address('studio-behind', sheet.version)}?v={on_device.stamp(on_device.BEHIND)}",
    }
    return render(request, "production/studio.html", context)


@require_safe
def knots(request: HttpRequest, serial: str, number: int) -> HttpResponse:
    """Send the knots, one byte each, the upper row first, and say of which revision and palette they are."""
    version = version_seen_by(reader_of(request), serial, number)
    chart = chart_of(version)
    body = gzip.compress(chart.knots.tobytes(), compresslevel=1, mtime=0)
    headers = {
        "Content-Encoding": "gzip",
        "X-Revision": str(version.revision),
        "X-Palette": json.dumps([yarn.code for yarn in chart.yarns]),
    }
    return HttpResponse(body, content_type="application/octet-stream", headers=headers)


@require_safe
def keeper(request: HttpRequest, serial: str, number: int) -> HttpResponse:
    """Send the keeper (service worker) from beside the page, so that its scope is this page and no other."""
    version_seen_by(reader_of(request), serial, number)
    return on_device.sent(on_device.KEEPER)


@require_safe
def behind(request: HttpRequest, serial: str, number: int) -> HttpResponse:
    """Send the script of the second thread from beside the page, so that the keeper has it too."""
    version_seen_by(reader_of(request), serial, number)
    return on_device.sent(on_device.BEHIND)


@require_POST
def branch(request: HttpRequest, serial: str, number: int) -> HttpResponse:
    """Save what stands on a device as a new version of the design, and say where it is."""
    reader = reader_of(request)
    older = version_seen_by(reader, serial, number)
    try:
        ensure_may(reader, DRAWERS, at=older.design.facility)
        file = request.FILES.get("knots")
        if file is None:
            raise NotPossible("chart_sending_unreadable")
        grid = grid_of(older, inflated(deflated_of(file, older.knots), older.knots))
        yarns = yarns_coded(older.design.facility, codes_of(request.POST.get("yarns", "")))
        version = begin_version(
            older, by=reader, drawing=(grid, yarns), note=_("Drawn beside version %(number)s") % {"number": number}
        )
    except ProgrammeError as error:
        return as_json(request, error, older.quality.quality.mode)
    return JsonResponse({"url": _address("studio", version)})


@require_POST
def picture_into(request: HttpRequest, serial: str, number: int) -> HttpResponse:
    """Draw a picture into the draft as the designer's preview showed it, over the revision that she saw."""
    reader = reader_of(request)
    version = version_seen_by(reader, serial, number)
    try:
        ensure_may(reader, DRAWERS, at=version.design.facility)
        file = request.FILES.get("picture")
        if file is None:
            raise NotPossible("chart_sending_unreadable")
        revision = whole_number(request.POST.get("revision", ""))
        options = picture_wish(request.POST.get("wish", ""))
        read = draw_from_picture(
            version, picture_bytes(file), options, name=file.name or "", revision=revision, by=reader
        )
    except ProgrammeError as error:
        return as_json(request, error, version.quality.quality.mode)
    codes = [yarn.code for yarn in read.drawn.chart.yarns]
    return JsonResponse({"revision": read.version.revision, "palette": codes})


def _address(name: str, version: ChartVersion) -> str:
    return reverse(f"production:{name}", args=[version.design.serial, version.number])


def _why_closed(sheet: Sheet) -> str:
    """Return the sentence that says why nothing can be drawn; empty where one may."""
    if sheet.may_draw:
        return ""
    if not sheet.version.is_open:
        state = sheet.version.get_state_display()
        return _("This version is %(state)s: it can be looked at, not drawn on.") % {"state": state}
    return _("You see this chart; the designers of its unit draw on it.")


def _facts(sheet: Sheet, user: str) -> dict[str, Any]:
    """Return what the script needs: the frame, the yarns, where to fetch and to send."""
    version, frame = sheet.version, sheet.chart.frame
    meant = meant_batches(version)
    return {
        "user": user,
        "chart": str(version.pk),
        "wide": frame.wide,
        "high": frame.high,
        "cell": frame.cell,
        "symmetry": frame.symmetry.value,
        "mostColours": frame.colours,
        "revision": version.revision,
        "readonly": not sheet.may_draw,
        "mode": frame.quality.mode,
        "slits": _address("version-slits", version) if frame.quality.mode == "flat" else "",
        "palette": [yarn.code for yarn in sheet.chart.yarns],
        "yarns": [_yarn(sheet, yarn, meant.get(yarn.code)) for yarn in sheet.yarns],
        "knots": _address("studio-knots", version),
        "save": _address("chart-save", version),
        "keeper": _address("studio-keeper", version),
        "branch": _address("studio-branch", version),
        "signIn": f"{reverse('accounts:sign-in')}?next={_address('studio', version)}",
        "picture": _address("studio-picture", version),
        "motifs": reverse("production:motif-cells"),
        "borders": reverse("production:border-cells"),
        "kufic": reverse("production:kufic-cells"),
    }


def _yarn(sheet: Sheet, yarn: Yarn, meant: str | None) -> dict[str, Any]:
    """Return a yarn as the script takes it; `lot` is the dye lot meant for it, `lots` are those to take it from else."""
    sign = sign_of(yarn.symbol)
    return {
        "code": yarn.code,
        "name": yarn.name(language()),
        "hex": yarn.hex,
        "lab": [round(part, 2) for part in yarn.lab],
        "sign": sign.path if sign else "",
        "grams": None if yarn.grams is None else float(yarn.grams),
        "lot": meant or "",
        "lots": [[lot.number, float(lot.grams)] for lot in yarn.lots],
        "gramsAKnot": float(_grams_a_knot(sheet.chart.frame.quality)),
    }


def _grams_a_knot(quality: QualityClass) -> Decimal:
    """Return the grams of yarn that one knot of a class takes, waste included (F4, F6)."""
    return with_waste(grams(metres_of(1, quality), quality.pile_tex), quality.waste)
