"""Pages of the collection: registers received, sent, looked at, recorded, replaced; files to take away."""

from __future__ import annotations

from typing import cast
from urllib.parse import quote
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nawl.accounts.models import User
from nawl.activities.actions.registers import IMPORTERS
from nawl.collection.actions import limits, record
from nawl.collection.choices import RegisterState
from nawl.collection.findings import from_json
from nawl.collection.forms import SendForm
from nawl.collection.models import RegisterFile
from nawl.collection.queries import (
    blank_of,
    counts_by_state,
    home_of,
    register_seen_by,
    register_shown,
    registers_seen_by,
    with_content,
)
from nawl.collection.wording import known_already
from nawl.collection.writing import blank_register, marked_register
from nawl.places.queries import ensure_holds, ensure_may, facility_seen_by
from nawl.ui import reader
from nawl.ui.parts import Choice

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _reader(request: HttpRequest) -> User:
    return cast("User", request.user)


@require_safe
def register_list(request: HttpRequest) -> HttpResponse:
    """Show the registers that were received, newest first."""
    user = _reader(request)
    state = request.GET.get("state", "")
    context = {
        "page": registers_seen_by(user, state, request.GET.get("page", 1)),
        "chips": _state_chips(user, state),
        "state": state,
        "may_send": bool(home_of(user).facilities),
    }
    return render(request, "collection/register_list.html", context)


def _state_chips(user: User, chosen: str) -> list[Choice]:
    counts = counts_by_state(user)
    here = reverse("collection:register-list")
    every = Choice(_("All"), here, not chosen, sum(counts.values()))
    return [
        every,
        *(
            Choice(str(state.label), f"{here}?state={state.value}", chosen == state.value, counts[state.value])
            for state in RegisterState
            if counts.get(state.value)
        ),
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def register_new(request: HttpRequest) -> HttpResponse:
    """Send a register."""
    return _send(request, None)


@require_http_methods(["GET", "HEAD", "POST"])
def register_replace(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Send a mended register in place of one that was not recorded."""
    old = register_seen_by(_reader(request), pk)
    if old.state in {RegisterState.RECORDED, RegisterState.REPLACED}:
        return redirect("collection:register", pk)
    return _send(request, old)


def _send(request: HttpRequest, old: RegisterFile | None) -> HttpResponse:
    user = _reader(request)
    ensure_holds(user, IMPORTERS)
    initial = {"facility": old.facility.code} if old and old.facility else {}
    form = SendForm(request.POST or None, request.FILES or None, by=user, initial=initial)
    register = form.send(replaces=old) if request.method == "POST" else None
    if register is not None:
        if register.state == RegisterState.RECORDED:
            messages.info(request, known_already(register))
        return redirect("collection:register", register.pk)
    context = {"form": form, "old": old, "home": form.home, "limits": limits()}
    return render(request, "collection/register_new.html", context, status=422 if request.method == "POST" else 200)


@require_safe
def register(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show one register: its faults, or what recording it would change, or what was recorded."""
    user = _reader(request)
    shown = register_shown(user, register_seen_by(user, pk), request.GET.get("page", 1))
    return render(request, "collection/register.html", {"shown": shown, **vars(shown)})


@require_POST
def register_record(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Record a checked register."""
    user = _reader(request)
    done = record(with_content(register_seen_by(user, pk)), by=user)
    if done.state == RegisterState.RECORDED:
        messages.success(request, _("The register was recorded."))
    else:
        messages.warning(request, _("The programme changed since the register was checked. Nothing was recorded yet."))
    return redirect("collection:register", pk)


@require_safe
def register_template(request: HttpRequest) -> HttpResponse:
    """Give the blank register of a facility."""
    user = _reader(request)
    facility = facility_seen_by(user, request.GET.get("facility", ""))
    ensure_may(user, IMPORTERS, at=facility)
    is_rtl = reader.current().direction == "rtl"
    content = blank_register(blank_of(facility, user), is_rtl=is_rtl)
    name = _("Register of services %(code)s") % {"code": facility.code}
    return _file(f"{name}.xlsx", content, XLSX)


@require_safe
def register_faults(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give the register back with its faults marked."""
    found = with_content(register_seen_by(_reader(request), pk))
    is_rtl = reader.current().direction == "rtl"
    marked = marked_register(bytes(found.content), found.file_name, from_json(found.faults), limits(), is_rtl=is_rtl)
    stem = found.file_name.rpartition(".")[0] or found.file_name
    name = _("%(name)s – with its faults") % {"name": stem}
    return _file(f"{name}.xlsx", marked, XLSX)


@require_safe
def register_original(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give the register as it came, byte by byte."""
    found = with_content(register_seen_by(_reader(request), pk))
    return _file(found.file_name, bytes(found.content), "application/octet-stream")


def _file(name: str, content: bytes, kind: str) -> HttpResponse:
    """Return a file to keep, never to open in the page."""
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f"attachment; filename=\"register\"; filename*=UTF-8''{quote(name)}"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox"
    return response
