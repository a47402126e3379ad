"""A version's chart as bytes: the grid and its words for the studio, its small picture, and the studio's saving."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from nawl.kit.errors import Conflict, NotPossible, ProgrammeError
from nawl.places.queries import ensure_may
from nawl.production.actions import grid_of, save_changes, save_draft
from nawl.production.models import ChartVersion
from nawl.production.queries.charts import file_of
from nawl.production.queries.designs import version_seen_by
from nawl.production.queries.sheets import Sheet, sheet_of
from nawl.production.rules import DRAWERS
from nawl.production.rules.packing import class_words
from nawl.production.views.reader import A_DAY, reader_of
from nawl.production.views.sending import as_json, codes_of, deflated_of, inflated
from nawl.ui.sentences import sentence
from nawl.weaving.signs import sign_of
from nawl.weaving.yarns import UNSET, Yarn


@require_safe
def chart_png(request: HttpRequest, serial: str, number: int) -> HttpResponse:
    """Send the grid as an indexed picture: one pixel is one knot, the upper row first."""
    version = version_seen_by(reader_of(request), serial, number)
    return HttpResponse(bytes(file_of(version).image), content_type="image/png")


@require_safe
def picture(request: HttpRequest, serial: str, number: int) -> HttpResponse:
    """Send the small picture; an address that names the drawing's fingerprint may be kept by the browser for a day."""
    version = version_seen_by(reader_of(request), serial, number)
    answered = HttpResponse(bytes(file_of(version).picture), content_type="image/png")
    if request.GET.get("v") == version.fingerprint[:12]:
        answered.headers["Cache-Control"] = A_DAY
    return answered


@require_safe
def chart_json(request: HttpRequest, serial: str, number: int) -> HttpResponse:
    """Send what stands beside the grid: frame, class, yarns with what is on hand, revision, state."""
    reader = reader_of(request)
    sheet = sheet_of(version_seen_by(reader, serial, number), reader)
    return JsonResponse(_words(sheet), json_dumps_params={"ensure_ascii": False})


@require_POST
def chart_save(request: HttpRequest, serial: str, number: int) -> HttpResponse:
    """Save the studio's drawing; a refusal is answered with its code and sentence, a conflict with what stands.

    Takes `revision`, `key` (UUID) and `yarns` (JSON list of codes) as form fields or in the address; the knots come
    deflated (zlib) as the file `knots`, or as the whole body; or as the file `changes`, the difference to the knots of
    that revision, with the whole's check sum in `check`.
    """
    reader = reader_of(request)
    version = version_seen_by(reader, serial, number)
    try:
        ensure_may(reader, DRAWERS, at=version.design.facility)
        asked = _asked(request)
        knots = grid_of(version, inflated(_sent(request, version.knots), version.knots))
        if "changes" in request.FILES:
            saved = save_changes(version, knots, **asked, check=request.POST.get("check", ""), by=reader)
        else:
            saved = save_draft(version, knots, **asked, by=reader)
    except Conflict as conflict:
        body = {"code": conflict.code, "message": sentence(conflict), "revision": conflict.facts.get("standing")}
        return JsonResponse(body, status=conflict.status, json_dumps_params={"ensure_ascii": False})
    except ProgrammeError as error:
        return as_json(request, error, version.quality.quality.mode)
    return JsonResponse({"revision": saved.revision, "saved_at": saved.saved_at.isoformat()})


def _asked(request: HttpRequest) -> dict[str, Any]:
    fields = request.POST if "revision" in request.POST else request.GET
    yarns = codes_of(fields.get("yarns", ""))
    try:
        return {"revision": int(fields.get("revision", "")), "key": UUID(fields.get("key", "")), "yarns": yarns}
    except ValueError as fault:
        raise NotPossible("chart_sending_unreadable") from fault


def _sent(request: HttpRequest, knots: int) -> bytes:
    file = request.FILES.get("changes") or request.FILES.get("knots")
    return deflated_of(file, knots) if file is not None else request.body


def _words(sheet: Sheet) -> dict[str, Any]:
    version, frame = sheet.version, sheet.chart.frame
    return {
        "format": "nawl-studio/1",
        "serial": version.design.serial,
        "number": version.number,
        "title": version.design.title,
        "state": version.state,
        "revision": version.revision,
        "may_draw": sheet.may_draw,
        "fingerprint": version.fingerprint,
        "unset": UNSET,
        "frame": {
            "width_cm": str(frame.width_cm),
            "length_cm": str(frame.length_cm),
            "wide": frame.wide,
            "high": frame.high,
            "cell": frame.cell,
            "symmetry": frame.symmetry.value,
            "border_cm": str(frame.border_cm),
            "colours": frame.colours,
        },
        "class": class_words(frame.quality),
        "palette": [yarn.code for yarn in sheet.chart.yarns],
        "yarns": [_yarn_words(yarn) for yarn in sheet.yarns],
        "urls": {name: _address(version, name) for name in ("chart-png", "chart-save", "version")},
    }


def _address(version: ChartVersion, name: str) -> str:
    return reverse(f"production:{name}", args=[version.design.serial, version.number])


def _yarn_words(yarn: Yarn) -> dict[str, Any]:
    sign = sign_of(yarn.symbol)
    return {
        "code": yarn.code,
        "name_ar": yarn.name_ar,
        "name_en": yarn.name_en,
        "srgb": yarn.hex,
        "lab": [round(part, 3) for part in yarn.lab],
        "symbol": yarn.symbol,
        "sign": sign.path if sign else "",
        "grams": None if yarn.grams is None else str(yarn.grams),
        "hank_g": str(yarn.hank_g),
        "lots": [{"number": lot.number, "grams": str(lot.grams)} for lot in yarn.lots],
    }
