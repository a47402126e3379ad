"""What is sent to each address of the production that writes: whole and right, so that only who sends it decides."""

from __future__ import annotations

import io
import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import numpy as np
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from nawl.accounts.choices import Role
from nawl.production import actions as production
from nawl.production.actions.keeping import frame_of
from nawl.production.actions.voices import keep_voice
from nawl.production.models import ChartVersion, PrintJob
from nawl.production.queries.classes import class_found
from nawl.production.queries.stock import yarns_of
from nawl.production.rules.recipes import packed_recipe, wish_of
from nawl.weaving.chart import Chart
from nawl.weaving.composing import proposals
from nawl.weaving.filing import pack_single
from tests.factories.accounts import make_system_user
from tests.factories.production import reread
from tests.protection.worlds import Weaving, World
from tests.weaving.speaking.test_recordings import zipped
from tests.weaving.speaking.test_sound import tone, wav

RECIPE = packed_recipe(proposals(wish_of("سجادة حمراء"), 1, 7)[0])
CORNERS = {"upper_left": (0, 0), "upper_right": (100, 0), "lower_right": (100, 100), "lower_left": (0, 100)}


@dataclass(frozen=True)
class Write:
    """One address that writes: the act that its history tells, what is sent, who may send it, what has to be done first."""

    verb: str
    sent: Callable[[World], dict[str, Any]] = lambda world: {}
    by: str = Role.WORKSHOP_SUPERVISOR
    first: Callable[[World], object] = lambda world: None


def _weaving(world: World) -> Weaving:
    assert world.weaving
    return world.weaving


def picture(wide: int = 120, high: int = 240) -> SimpleUploadedFile:
    """Return a photograph of a red lozenge on blue."""
    across, down = np.meshgrid(np.linspace(-1, 1, wide), np.linspace(-1, 1, high))
    pixels = np.full((high, wide, 3), (31, 59, 92), np.uint8)
    pixels[np.abs(across) + np.abs(down) < 0.8] = (154, 46, 43)
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "PNG")
    return SimpleUploadedFile("carpet.png", file.getvalue(), "image/png")


def _codes(version: ChartVersion) -> list[str]:
    return [row.colour.code for row in version.palette.unscoped("a test sends").select_related("colour")]


def drawing(world: World) -> dict[str, Any]:
    """Return what the studio sends: stripes in the colours of the draft."""
    draft = reread(_weaving(world).draft)
    rows = np.arange(draft.high)[:, None] // 3 % 2
    knots = np.broadcast_to(rows, (draft.high, draft.wide)).astype(np.uint8)
    return {
        "revision": str(draft.revision),
        "key": str(uuid4()),
        "yarns": json.dumps(_codes(draft)),
        "knots": SimpleUploadedFile("knots", zlib.compress(knots.tobytes())),
    }


def picture_wish(world: World, x: float = 0, least: float = 0) -> dict[str, Any]:
    """Return what the studio sends with a picture: the part of it, the tone, the yarns, the clean-up."""
    draft = reread(_weaving(world).draft)
    wish = {
        "crop": {"x": x, "y": 0, "wide": 1, "high": 1},
        "tone": {"brightness": 0, "contrast": 0, "saturation": 0},
        "yarns": _codes(draft),
        "passes": 4,
        "least": least,
    }
    return {"picture": picture(), "revision": draft.revision, "wish": json.dumps(wish)}


def _read_picture(world: World) -> dict[str, Any]:
    part = {"is_whole": "on", "left": "0", "right": "100", "top": "0", "bottom": "100"}
    cleaning = {"turn": "0", "colours": "3", "islands": "0", "rare": "0"}
    return {"picture": picture(), **part, **cleaning, "revision": reread(_weaving(world).draft).revision}


def _chart_file(world: World) -> dict[str, Any]:
    draft = reread(_weaving(world).draft)
    knots = np.broadcast_to(np.arange(draft.high)[:, None] // 4 % 2, (draft.high, draft.wide)).astype(np.uint8)
    data = pack_single(Chart(frame_of(draft), yarns_of(world.facilities[0])[:2], knots))
    return {"chart": SimpleUploadedFile("carpet.nawl.png", data, "image/png"), "revision": draft.revision}


def _words(world: World) -> dict[str, Any]:
    return {"title_ar": world.text("جديد"), "origin": "new", "market_note": world.text("ملاحظة")}


def _new_design(world: World) -> dict[str, Any]:
    frame = {"quality": "300/1", "size": "10x20 cm", "symmetry": "none", "border_cm": "0", "colours": "4"}
    return {**_words(world), **frame, "facility": world.facilities[0].code, "beginning": "empty"}


def _motif(world: World) -> dict[str, Any]:
    corners = {f"{name}_{side}": at[n] for name, at in CORNERS.items() for n, side in enumerate("xy")}
    said = {name: world.text(name) for name in ("name_ar", "origin_ar", "rights")}
    size = {"facility": world.facilities[0].code, "wide": 21, "high": 21, "colours": 2, "tags": ["lozenge"]}
    return {"picture": picture(), **corners, **size, **said}


def _class(_world: World) -> dict[str, Any]:
    names = ("name_ar", "kh", "kv", "knot", "pile_mm", "pile_tex", "warp_tex", "waste", "knots_per_day")
    quality = class_found("300").quality
    return {**{name: getattr(quality, name) for name in names}, "valid_from": "2022-09-01"}


def _lot(world: World) -> dict[str, Any]:
    colour = _weaving(world).lot.colour.code
    return {"colour": colour, "type": "W6-3", "batch": "22-200", "grams": "500", "received_on": "2022-07-01"}


def _lots(world: World) -> dict[str, Any]:
    lot = _weaving(world).lot
    return {lot.colour.code: str(lot.pk)}


def _colour(world: World) -> dict[str, Any]:
    return {"code": f"{world.mark}-NEW", "name_ar": world.text("لون جديد"), "srgb": "#334455", "dye": "unknown"}


def _paper(**more: str) -> Callable[[World], dict[str, Any]]:
    usual = {"paper": "a4", "layout": "tiles", "marks": "both", "reading": "right", "view": "front"}
    return lambda _world: {**usual, "extent": "whole", "overlap": "3", "language": "ar", **more}


def _recordings() -> bytes:
    return zipped({"8.wav": wav(tone())})


def _voice(_world: World) -> dict[str, Any]:
    return {"recordings": SimpleUploadedFile("voice.zip", _recordings())}


def _send(world: World) -> object:
    return production.send_to_review(_weaving(world).draft, by=make_system_user())


def _slit(world: World) -> object:
    """Draw two fields beside each other, so that a slit runs from the lower edge to the upper."""
    flat = reread(_weaving(world).flat)
    knots = np.broadcast_to(np.arange(flat.wide) * 2 // flat.wide, (flat.high, flat.wide)).astype(np.uint8)
    return production.save_draft(flat, knots, _codes(flat), revision=flat.revision, key=uuid4(), by=make_system_user())


def _reject(world: World) -> object:
    return production.reject_lot(_weaving(world).lot, reason="سبب", by=make_system_user())


def _fail_printing(world: World) -> object:
    """The printing of a copy that was not handed out yet fails."""
    copy = production.print_copy(_weaving(world).locked, by=make_system_user())
    rows = PrintJob.objects.unscoped("a test cuts a printing off").filter(pk=_weaving(world).printing.pk)
    return rows.update(state="failed", fault="print_failed", copy=copy)


def _record_voice(world: World) -> object:
    return keep_voice(world.facilities[0], _recordings(), "ar", by=make_system_user())


def _reason(world: World) -> dict[str, Any]:
    return {"reason": world.text("سبب")}


WRITES: dict[str, Write] = {
    "production:design-new": Write("design_begun", _new_design, Role.DESIGNER),
    "production:design-revise": Write("design_revised", _words, Role.DESIGNER),
    "production:version-new": Write(
        "version_begun", lambda _world: {"quality": "300/1", "size": "10x20 cm"}, Role.DESIGNER
    ),
    "production:version-send": Write("version_sent", by=Role.DESIGNER),
    "production:version-return": Write("version_returned", _reason, Role.DESIGNER, _send),
    "production:version-lock": Write("version_locked", first=_send),
    "production:version-retire": Write("version_retired", _reason, Role.GOVERNORATE_DIRECTOR),
    "production:version-slits": Write("slits_stepped", lambda _world: {"rows": "6"}, Role.DESIGNER, _slit),
    "production:version-lots": Write("lots_meant", _lots),
    "production:picture-new": Write(
        "drawn_from_picture",
        _read_picture,
        Role.DESIGNER,
    ),
    "production:chart-file-new": Write("drawn_from_chart_file", _chart_file, Role.DESIGNER),
    "production:chart-save": Write("drawing_saved", drawing, Role.DESIGNER),
    "production:studio-branch": Write("version_begun", drawing, Role.DESIGNER),
    "production:studio-picture": Write("drawn_from_picture", picture_wish, Role.DESIGNER),
    "production:compose-take": Write("composed", lambda _world: {"recipe": RECIPE}, Role.DESIGNER),
    "production:composed-new": Write(
        "composed",
        lambda world: {"recipe": RECIPE, "title_ar": world.text("جديد"), "facility": world.facilities[0].code},
        Role.DESIGNER,
    ),
    "production:motif-new": Write("motif_added", _motif, Role.DESIGNER),
    "production:voice": Write("voice_recorded", _voice, Role.DESIGNER),
    "production:voice-drop": Write("voice_dropped", by=Role.DESIGNER, first=_record_voice),
    "production:print-new": Write("copy_printed", _paper(is_copy="on")),
    "production:print-again": Write("print_asked_again", first=_fail_printing),
    "production:copy": Write("copy_returned", lambda _world: {"act": "returned", "returned_on": "2022-07-14"}),
    "production:lot": Write("lot_counted", lambda _world: {"grams": "600", "counted_on": "2022-07-01"}),
    "production:lot-release": Write("lot_released", first=_reject),
    "production:lot-reject": Write("lot_rejected", _reason),
    "production:lot-new": Write("lot_received", lambda world: {**_lot(world), "currency": "USD"}),
    "production:colour-new": Write("colour_registered", _colour),
    "production:class-publish": Write("class_published", _class, Role.ADMINISTRATOR),
}
"""Every address of the production that writes; a search by a picture sends a file and writes nothing."""
