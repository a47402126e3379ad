"""Pages of the designs: the register, a new one, one design, what is said about it."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nawl.accounts.models import User
from nawl.accounts.queries import History, history_of
from nawl.places.queries import ensure_holds, ensure_may, holds, may
from nawl.production.choices import Beginning
from nawl.production.forms.designs import NewDesignForm, RevisingForm
from nawl.production.models import Design
from nawl.production.queries.copies import copies_of_design
from nawl.production.queries.designs import design_seen_by, versions_of
from nawl.production.queries.leading import leads_of
from nawl.production.queries.register import (
    DesignFilters,
    Offered,
    designs_seen_by,
    filters_offered,
    standing_of,
)
from nawl.production.rules import DRAWERS
from nawl.production.views.reader import reader_of, status_of
from nawl.production.views.showing import KNOTS, hero_of, shown, trail_of
from nawl.ui import words
from nawl.ui.parts import Choice, Fact


@require_safe
def design_list(request: HttpRequest) -> HttpResponse:
    """Show the register within the reader's scope; the filters stand in the address."""
    reader = reader_of(request)
    filters = _filters(request)
    found = designs_seen_by(reader, filters, request.GET.get("page", 1))
    offered = filters_offered(reader)
    context = {
        "filters": filters,
        "found": found,
        "rows": [(row, shown(row.version, row.design)) for row in found.rows],
        "offered": offered,
        "states": _chips(filters, offered),
        "kept": {name: value for name, value in asdict(filters).items() if name == "state" and value},
        "may_draw": holds(reader, DRAWERS),
    }
    part = "#rows" if request.htmx else ""  # type: ignore[attr-defined]  # set by django-htmx
    return render(request, f"production/design_list.html{part}", context)


def _filters(request: HttpRequest) -> DesignFilters:
    asked = {name: request.GET.get(name, "").strip()[:80] for name in asdict(DesignFilters()) if name != "text"}
    return DesignFilters(text=request.GET.get("q", "").strip()[:80], **asked)


def _chips(filters: DesignFilters, offered: Offered) -> list[Choice]:
    """Return a chip for every state; the chosen one leads back to all."""
    return [
        Choice(
            label, address_of(replace(filters, state="" if value == filters.state else value)), value == filters.state
        )
        for value, label in offered.states
    ]


def address_of(filters: DesignFilters) -> str:
    """Return the register's address with filters."""
    asked = {"q" if name == "text" else name: value for name, value in asdict(filters).items() if value}
    register = reverse("production:design-list")
    return f"{register}?{urlencode(asked)}" if asked else register


@require_http_methods(["GET", "POST"])
def design_new(request: HttpRequest) -> HttpResponse:
    """Begin a design: class and size first; then on to the way it is begun."""
    reader = reader_of(request)
    ensure_holds(reader, DRAWERS)
    form = NewDesignForm(reader, request.POST or None)
    if request.method == "POST" and (begun := form.begin()):
        messages.success(request, _("The design is begun under the number %(serial)s.") % {"serial": begun.serial})
        return redirect(_next_address(begun, form.cleaned_data["beginning"]))
    return render(request, "production/design_new.html", {"form": form}, status=status_of(request))


def _next_address(design: Design, beginning: str) -> str:
    """Return the page on which a design goes on: the studio, a picture's page, a chart file's, the composer."""
    names = {
        Beginning.EMPTY: "studio",
        Beginning.PICTURE: "picture-new",
        Beginning.FILE: "chart-file-new",
        Beginning.COMPOSED: "compose",
    }
    return address_or(names[Beginning(beginning)], "version", design.serial, 1)


def address_or(name: str, other: str, serial: str, number: int) -> str:
    """Return the address of a version's page, or of another where that page is not part of this installation."""
    try:
        return reverse(f"production:{name}", args=[serial, number])
    except NoReverseMatch:
        return reverse(f"production:{other}", args=[serial, number])


@require_safe
def design(request: HttpRequest, serial: str) -> HttpResponse:
    """Show a design: its picture, what is said of it, its versions, its paper copies, its history."""
    reader = reader_of(request)
    found = design_seen_by(reader, serial)
    versions = versions_of(found)
    standing = standing_of(versions)
    context: dict[str, Any] = {
        "design": found,
        "standing": shown(standing, found),
        "hero": hero_of(standing, found.title),
        "versions": [shown(one, found) for one in versions],
        "facts": _facts(found),
        "copies": [(copy, KNOTS[copy.state]) for copy in copies_of_design(found)],
        "trail": trail_of(found),
        "may_draw": may(reader, DRAWERS, at=found.facility),
        "pair": versions[:2],
        "history": _history(found, request.GET.get("page", 1), reader),
        "draft": next((one for one in versions if one.is_open), None),
    }
    return render(request, "production/design.html", context)


def _history(found: Design, page: int | str, reader: User) -> History:
    """Return what was done to a design; acts on a version lead to it."""
    history = history_of(found, page=page)
    leads = leads_of(history.acts, reader)
    addresses: dict[UUID | None, str] = {
        entry: reverse("production:version", args=[found.serial, lead.number])
        for entry, lead in leads.items()
        if lead.number
    }
    return replace(history, acts=tuple(replace(act, href=addresses.get(act.entry, "")) for act in history.acts))


def _facts(found: Design) -> list[Fact]:
    rows = [
        Fact(_("Serial"), found.serial, code=True),
        Fact(_("Origin"), str(found.get_origin_display())),
        Fact(_("Unit"), found.facility.name, reverse("web:facility", args=[found.facility.code])),
    ]
    optional = [
        (_("Drawn by"), found.author),
        (_("Rights"), found.rights),
        (_("Governorate whose manner it follows"), found.leaning.name if found.leaning else ""),
        (_("Market note"), found.market_note),
    ]
    rows += [Fact(label, value) for label, value in optional if value]
    consent = _("given") if found.has_consent else _("not recorded")
    return [*rows, Fact(_("Author's consent"), consent), Fact(_("Begun on"), words.day(found.begun_on))]


@require_http_methods(["GET", "POST"])
def design_revise(request: HttpRequest, serial: str) -> HttpResponse:
    """Change what is said about a design."""
    reader = reader_of(request)
    found = design_seen_by(reader, serial)
    ensure_may(reader, DRAWERS, at=found.facility)
    form = RevisingForm.of(found, request.POST or None)
    if request.method == "POST" and form.revise(found, by=reader):
        messages.success(request, _("What is said about the design is kept."))
        return redirect("production:design", found.serial)
    return render(request, "production/design_revise.html", {"form": form, "design": found}, status=status_of(request))
