"""A unit's own voice for its talking charts: the list to record by, the zip to send, what was wrong with it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from nawl.places.models import Facility
from nawl.places.queries import ensure_holds, ensure_may, facility_seen_by, may
from nawl.production.actions.voices import drop_voice
from nawl.production.forms.voices import VoiceForm
from nawl.production.queries.voices import voice_listed
from nawl.production.rules import DRAWERS, SEERS
from nawl.production.views.reader import reader_of
from nawl.ui import reader as readers
from nawl.ui import words
from nawl.ui.sentences import sentence
from nawl.weaving.speaking.recordings import Recordings


@require_http_methods(["GET", "POST"])
def voice(request: HttpRequest, code: str) -> HttpResponse:
    """Show the list of words with what is recorded; take a zip, keep what is good, and name every fault."""
    reader, unit = reader_of(request), _unit(request, code)
    if request.method == "POST":
        ensure_may(reader, DRAWERS, at=unit)
    language = readers.current().language
    form = VoiceForm(request.POST or None, request.FILES or None)
    read = form.keep(unit, language, by=reader) if request.method == "POST" else None
    if read and not read.faults:
        messages.success(request, _kept(read))
        return redirect("production:voice", code)
    status = 422 if request.method == "POST" else 200
    return render(request, "production/voice.html", _context(request, unit, form, read), status=status)


def _context(request: HttpRequest, unit: Facility, form: VoiceForm, read: Recordings | None) -> dict[str, Any]:
    lines = voice_listed(unit, readers.current().language)
    return {
        "form": form,
        "unit": unit,
        "lines": lines,
        "recorded": sum(line.is_recorded for line in lines),
        "faults": [(fault.file, sentence(fault.reason)) for fault in read.faults] if read else [],
        "kept": _kept(read) if read and read.clips else "",
        "may_record": may(reader_of(request), DRAWERS, at=unit),
    }


def _kept(read: Recordings) -> str:
    return _("Recorded: %(words)s.") % {"words": words.counted(len(read.clips), "word")}


@require_POST
def voice_drop(request: HttpRequest, code: str) -> HttpResponse:
    """Let the made voice speak again."""
    drop_voice(_unit(request, code), readers.current().language, by=reader_of(request))
    messages.success(request, _("The unit's own voice is taken away; the made voice speaks."))
    return redirect("production:voice", code)


def _unit(request: HttpRequest, code: str) -> Facility:
    ensure_holds(reader_of(request), SEERS)
    return facility_seen_by(reader_of(request), code)
