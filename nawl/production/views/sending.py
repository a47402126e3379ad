"""What the studio's script sends: knots deflated, yarns as codes, a wish for a picture; read within bounds."""

from __future__ import annotations

import zlib
from dataclasses import replace
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse

from nawl.kit.errors import NotPossible, ProgrammeError
from nawl.production.rules.plain_data import read_plain
from nawl.ui.refusals import refusal_of, respond
from nawl.weaving.counted import in_cells
from nawl.weaving.pictures.pipeline import Options
from nawl.weaving.pictures.toning import Tone


def deflated_of(file: UploadedFile[Any], knots: int) -> bytes:
    """Return what was sent as knots; no deflated chart is larger than twice its knots, so no more is ever read."""
    content: bytes = file.read(2 * knots + 1024)
    return content


def inflated(data: bytes, knots: int) -> bytes:
    """Return what was deflated (zlib), never more than one byte beyond what the chart holds."""
    try:
        return zlib.decompressobj().decompress(data, knots + 1)
    except zlib.error as fault:
        raise NotPossible("chart_sending_unreadable") from fault


def codes_of(text: str) -> list[str]:
    """Return a JSON list of codes; raises `chart_sending_unreadable`."""
    try:
        codes = read_plain(text)
    except ValueError as fault:
        raise NotPossible("chart_sending_unreadable") from fault
    if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
        raise NotPossible("chart_sending_unreadable")
    return codes


def whole_number(text: str) -> int:
    """Return a whole number from 0 on; raises `chart_sending_unreadable`."""
    if not text.isdecimal() or len(text) > 9:
        raise NotPossible("chart_sending_unreadable")
    return int(text)


def picture_wish(text: str) -> Options:
    """Return how a picture is to be read: the part, the tone, the yarns of the preview, the clean-up (JSON)."""
    try:
        wish = read_plain(text)
        part, tone, yarns = wish["crop"], wish["tone"], tuple(str(code) for code in wish["yarns"])
        sides = [float(part[name]) for name in ("x", "y", "wide", "high")]
        return Options(
            crop=(sides[0], sides[1], min(1.0, sides[0] + sides[2]), min(1.0, sides[1] + sides[3])),
            colours=len(yarns),
            keep=yarns,
            isolated=bool(wish["passes"]),
            islands=whole_number(str(wish["least"])),
            tone=Tone(*(float(tone[name]) for name in ("brightness", "contrast", "saturation"))),
        )
    except (ArithmeticError, ValueError, TypeError, KeyError) as fault:
        raise NotPossible("chart_sending_unreadable") from fault


def as_json(request: HttpRequest, error: ProgrammeError, mode: str = "pile") -> HttpResponse:
    """Answer the script in JSON, whatever its browser says of itself; of a flat weave (`mode`) in cells."""
    request.META["HTTP_ACCEPT"] = "application/json"
    refusal = refusal_of(error)
    return respond(request, replace(refusal, message=in_cells(refusal.message)) if mode == "flat" else refusal)
