"""Pages of the partners: the list, one organisation with its agreements, and their forms."""

from __future__ import annotations

from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nawl.accounts.models import User
from nawl.accounts.queries import history_of
from nawl.kit.errors import NotAllowed
from nawl.partners.forms import AgreementForm, EndingForm, NewOrganisationForm, OrganisationForm
from nawl.partners.queries import (
    agreement_seen_by,
    agreements_of,
    covered_by,
    facilities_of,
    may_sign,
    organisation_seen_by,
    organisations_seen_by,
)
from nawl.partners.rules import KEEPERS, SIGNERS
from nawl.places.queries import ensure_holds, ensure_may, holds, may


def _reader(request: HttpRequest) -> User:
    return cast("User", request.user)


def _status(request: HttpRequest) -> int:
    return 422 if request.method == "POST" else 200


@require_safe
def organisation_list(request: HttpRequest) -> HttpResponse:
    """Show the organisations within the reader's scope, by any words of their names."""
    reader = _reader(request)
    search = request.GET.get("q", "").strip()[:80]
    context = {
        "found": organisations_seen_by(reader, search, page=request.GET.get("page", 1)),
        "may_register": may(reader, KEEPERS, at=None),
        "may_sign": holds(reader, SIGNERS),
    }
    template = "partners/organisation_list.html#rows" if request.htmx else "partners/organisation_list.html"  # type: ignore[attr-defined]  # set by django-htmx
    return render(request, template, context)


@require_safe
def organisation(request: HttpRequest, code: str) -> HttpResponse:
    """Show an organisation: what it operates, its agreements; to those who keep it, its history."""
    reader = _reader(request)
    shown = organisation_seen_by(reader, code)
    agreements = agreements_of(shown, reader)
    may_revise = may(reader, KEEPERS, at=None)
    context: dict[str, Any] = {
        "shown": shown,
        "agreements": agreements,
        "running": sum(row.is_running for row in agreements),
        "facilities": list(facilities_of(shown, reader)),
        "may_revise": may_revise,
        "may_sign": holds(reader, SIGNERS),
        "history": history_of(shown, page=request.GET.get("page", 1)) if may_revise else None,
    }
    return render(request, "partners/organisation.html", context)


@require_http_methods(["GET", "POST"])
def organisation_new(request: HttpRequest) -> HttpResponse:
    """Register an organisation."""
    reader = _reader(request)
    ensure_may(reader, KEEPERS, at=None)
    form = NewOrganisationForm(request.POST or None)
    if request.method == "POST" and (registered := form.register(by=reader)):
        messages.success(
            request, _("The organisation is registered under the code %(code)s.") % {"code": registered.code}
        )
        return redirect("partners:organisation", registered.code)
    return render(request, "partners/organisation_new.html", {"form": form}, status=_status(request))


@require_http_methods(["GET", "POST"])
def organisation_revise(request: HttpRequest, code: str) -> HttpResponse:
    """Change an organisation's particulars."""
    reader = _reader(request)
    shown = organisation_seen_by(reader, code)
    ensure_may(reader, KEEPERS, at=None)
    form = OrganisationForm.of(shown, request.POST or None)
    if request.method == "POST" and form.revise(shown, by=reader):
        messages.success(request, _("The particulars are kept."))
        return redirect("partners:organisation", shown.code)
    return render(request, "partners/organisation_revise.html", {"form": form, "shown": shown}, status=_status(request))


@require_http_methods(["GET", "POST"])
def agreement_new(request: HttpRequest) -> HttpResponse:
    """Record a signed agreement; the address may name the organisation and a facility."""
    reader = _reader(request)
    ensure_holds(reader, SIGNERS)
    asked = {"organisation": request.GET.get("organisation", ""), "facilities": request.GET.get("facility", "")}
    form = AgreementForm(reader, request.POST or None, initial=asked)
    if request.method == "POST" and (signed := form.sign()):
        messages.success(request, _("The agreement is kept."))
        return redirect("partners:organisation", signed.organisation.code)
    return render(request, "partners/agreement_new.html", {"form": form}, status=_status(request))


@require_http_methods(["GET", "POST"])
def agreement_end(request: HttpRequest, key: UUID) -> HttpResponse:
    """End an agreement on a day, saying why."""
    reader = _reader(request)
    agreement = agreement_seen_by(reader, key)
    if not may_sign(reader, covered_by(agreement)):
        raise NotAllowed("role_may_not")
    form = EndingForm(request.POST or None)
    if request.method == "POST" and form.end(agreement, by=reader):
        messages.success(request, _("The agreement's last day is kept."))
        return redirect("partners:organisation", agreement.organisation.code)
    context = {"form": form, "agreement": agreement}
    return render(request, "partners/agreement_end.html", context, status=_status(request))
