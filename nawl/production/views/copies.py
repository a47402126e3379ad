"""Numbered chart copies: where each is, and handing out, taking back, writing off."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nawl.accounts.queries import history_of
from nawl.places.queries import ensure_may, may
from nawl.production.choices import CopyState
from nawl.production.forms.printing import IssueForm, LossForm, ReturnForm
from nawl.production.models import ChartCopy
from nawl.production.queries.copies import copies_by_state, copies_seen_by, copy_seen_by
from nawl.production.rules import COPY_KEEPERS, copy_may_become
from nawl.production.views.reader import reader_of, status_of
from nawl.production.views.showing import KNOTS, pic_of, trail_of, version_crumb
from nawl.ui import words
from nawl.ui.parts import Choice, Crumb, Fact


@require_safe
def copy_list(request: HttpRequest) -> HttpResponse:
    """Show the copies within the reader's scope, by state and number."""
    reader = reader_of(request)
    state = request.GET.get("state", "")
    state = state if state in CopyState.values else ""
    search = request.GET.get("q", "").strip()[:30]
    page = copies_seen_by(reader, state, search, request.GET.get("page", 1))
    context = {
        "page": page,
        "rows": [(copy, KNOTS[copy.state]) for copy in page.object_list],
        "states": _chips(state, copies_by_state(reader)),
        "state": state,
        "search": search,
    }
    part = "#rows" if request.htmx else ""  # type: ignore[attr-defined]  # set by django-htmx
    return render(request, f"production/copy_list.html{part}", context)


def _chips(chosen: str, counts: dict[str, int]) -> list[Choice]:
    register = reverse("production:copy-list")
    return [
        Choice(
            str(label),
            register if value == chosen else f"{register}?{urlencode({'state': value})}",
            value == chosen,
            counts[value],
        )
        for value, label in CopyState.choices
    ]


@require_http_methods(["GET", "POST"])
def copy(request: HttpRequest, serial: str) -> HttpResponse:
    """Show a copy and hand it out, take it back or write it off: the form says which by its button."""
    reader = reader_of(request)
    found = copy_seen_by(reader, serial)
    unit = found.version.design.facility
    if request.method == "POST":
        ensure_may(reader, COPY_KEEPERS, at=unit)
    may_keep = may(reader, COPY_KEEPERS, at=unit)
    forms = _forms(request, found)
    if request.method == "POST" and _done(request, found, forms):
        return redirect("production:copy", found.serial)
    version = found.version
    context = {
        "copy": found,
        "knot": KNOTS[found.state],
        "facts": _facts(found),
        "forms": forms if may_keep else {},
        "hero": pic_of(version, version.design.title, 240),
        "history": history_of(found, page=request.GET.get("page", 1)),
        "trail": trail_of(version.design, version_crumb(version), Crumb(found.serial)),
    }
    return render(request, "production/copy.html", context, status=status_of(request))


def _forms(request: HttpRequest, found: ChartCopy) -> dict[str, IssueForm | ReturnForm | LossForm]:
    """Return the forms of what may be done with a copy now; the one that was sent holds what was typed."""
    kinds: dict[str, type[IssueForm | ReturnForm | LossForm]] = {
        CopyState.ISSUED.value: IssueForm,
        CopyState.RETURNED.value: ReturnForm,
        CopyState.LOST.value: LossForm,
    }
    sent = request.POST.get("act", "")
    return {
        name: kind(request.POST if name == sent else None, auto_id=f"{name}_%s")
        for name, kind in kinds.items()
        if copy_may_become(found.state, name)
    }


def _done(request: HttpRequest, found: ChartCopy, forms: dict[str, IssueForm | ReturnForm | LossForm]) -> bool:
    """Carry out what was sent; say whether it was done."""
    reader = reader_of(request)
    form = forms.get(request.POST.get("act", ""))
    if isinstance(form, IssueForm) and form.issue(found, by=reader):
        messages.success(request, _("The copy is handed out."))
    elif isinstance(form, ReturnForm) and form.take_back(found, by=reader):
        messages.success(request, _("The copy is back."))
    elif isinstance(form, LossForm) and form.lose(found, by=reader):
        messages.success(request, _("The loss is noted. The number is never used again."))
    else:
        return False
    return True


def _facts(found: ChartCopy) -> list[Fact]:
    version = found.version
    rows = [
        Fact(_("Design"), version.design.title, reverse("production:design", args=[version.design.serial])),
        Fact(_("Version"), words.number(version.number)),
        Fact(_("Unit"), version.design.facility.name),
        Fact(_("Printed on"), words.day(found.printed_on)),
        Fact(_("Printed by"), found.by.full_name),
    ]
    optional = [
        (_("Handed out to"), words.in_digits(found.issued_to)),
        (_("Handed out on"), words.day(found.issued_on) if found.issued_on else ""),
        (_("Returned on"), words.day(found.returned_on) if found.returned_on else ""),
        (_("Note"), found.note),
    ]
    return [*rows, *(Fact(label, value) for label, value in optional if value)]
