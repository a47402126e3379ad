"""What the studio takes from the shelf: motifs, borders and Kufic words, drawn as cells of parts that the palette dyes."""

from __future__ import annotations

import base64
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from nawl.kit.errors import NotFound, NotPossible, ProgrammeError
from nawl.places.queries import ensure_holds
from nawl.production.queries.shelf import shelf, shelved_one
from nawl.production.rules import SEERS
from nawl.production.views.reader import language, reader_of
from nawl.production.views.sending import as_json, whole_number
from nawl.weaving.composing.borders import pieces
from nawl.weaving.composing.drawing.units import UNITS
from nawl.weaving.motifs import Cells, Motif
from nawl.weaving.motifs.kufic import kufic

SHELF_KNOTS = 27
"""Knots of a motif's longer side as it stands on the studio's shelf."""
MOST_SIDE = 600
MOST_LETTERS = 60
MOST_BAND = 4_000_000
"""Knots that a border's pieces may have in all, roughly."""


@require_safe
def border_cells(request: HttpRequest) -> HttpResponse:
    """Send the upper left quarter of a border as its pieces: the corner, and the repeats of half of two sides.

    `wide` and `high` are the knots within the border's outer edge; it is `across` knots thick at the sides and `down`
    rows thick above and below, which differ where knots are not square.
    """
    ensure_holds(reader_of(request), SEERS)
    try:
        if request.GET.get("code") not in UNITS:
            raise NotFound("not_found")
        wide, high, across, down = (
            whole_number(request.GET.get(name, "")) for name in ("wide", "high", "across", "down")
        )
        if (across + down) * (wide + high) > MOST_BAND:
            raise NotPossible("border_too_thick", thick=max(across, down), wide=wide, high=high)
        drawn = pieces(UNITS[request.GET["code"]], wide, high, (across, down))
        return _json({"pieces": [{"x": piece.x, "y": piece.y, **_cells(piece.cells)} for piece in drawn]})
    except ProgrammeError as error:
        return as_json(request, error, request.GET.get("mode", ""))


@require_safe
def kufic_cells(request: HttpRequest) -> HttpResponse:
    """Send a text in square Kufic as cells of parts, so many knots high."""
    ensure_holds(reader_of(request), SEERS)
    try:
        high = min(MOST_SIDE, whole_number(request.GET.get("high", "")))
        return _json(_cells(kufic(request.GET.get("text", "")[:MOST_LETTERS], high)))
    except ProgrammeError as error:
        return as_json(request, error, request.GET.get("mode", ""))


@require_safe
def motif_cells(request: HttpRequest) -> HttpResponse:
    """Send the shelf's motifs as cells of parts; with `code`, `wide` and `high` one motif in that size."""
    reader = reader_of(request)
    try:
        if "code" not in request.GET:
            found = [one.motif for one in shelf(reader, "", "").rows]
            return _json({"motifs": [_motif(motif, _small(motif)) for motif in found]})
        motif = shelved_one(reader, request.GET["code"]).motif
        sides = _side(request, "wide", motif.least[0]), _side(request, "high", motif.least[1])
        return _json(_motif(motif, sides))
    except ProgrammeError as error:
        return as_json(request, error, request.GET.get("mode", ""))


def _json(body: dict[str, Any]) -> HttpResponse:
    return JsonResponse(body, json_dumps_params={"ensure_ascii": False})


def _side(request: HttpRequest, name: str, least: int) -> int:
    text = request.GET.get(name, "")
    return min(MOST_SIDE, max(least, int(text))) if text.isdecimal() and len(text) < 6 else least


def _small(motif: Motif) -> tuple[int, int]:
    """The size of a motif on the shelf: its least, or as large as the shelf shows it in the same proportion."""
    wide, high = motif.least
    scale = max(1.0, SHELF_KNOTS / max(wide, high))
    return round(wide * scale), round(high * scale)


def _motif(motif: Motif, sides: tuple[int, int]) -> dict[str, Any]:
    origin = motif.origin_en if language() == "en" else motif.origin_ar
    return {"code": motif.code, "name": motif.name(language()), "origin": origin, **_cells(motif.draw(*sides))}


def _cells(cells: Cells) -> dict[str, Any]:
    high, wide = cells.shape
    return {"wide": wide, "high": high, "cells": base64.b64encode(cells.tobytes()).decode()}
