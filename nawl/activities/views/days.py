"""Pages of a facility's days: the grid, its cells for the script, closing, opening again, the sheet to fill by hand."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, cast

import segno
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.request import RawPostDataException
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from nawl.accounts.models import User
from nawl.accounts.queries import history_of
from nawl.activities.actions import close_day, record_tally, reopen_day
from nawl.activities.actions.days import RECORDERS, REOPENERS
from nawl.activities.forms import DaySheetForm, ReopenForm, read_sending
from nawl.activities.queries import day_sheet, days_of, month_strip
from nawl.activities.views.grid import ADDRESSES, Grid, day_title, values_of
from nawl.kit.clock import today
from nawl.kit.errors import NotPossible
from nawl.kit.identifiers import with_check
from nawl.kit.periods import Period, parse_period
from nawl.places.models import Facility
from nawl.places.queries import ensure_may, facility_seen_by, may
from nawl.ui import words
from nawl.ui.parts import Choice, Crumb
from nawl.ui.sentences import sentence

LAST_ACTS = 5


@require_http_methods(["GET", "POST"])
def day(request: HttpRequest, code: str, on: date) -> HttpResponse:
    """Show the grid of a day; without script, save it as one form."""
    user = cast("User", request.user)
    facility = facility_seen_by(user, code)
    if request.method == "GET":
        return _grid(request, facility, on)
    ensure_may(user, RECORDERS, at=facility)
    form = DaySheetForm(facility, on, request.POST.dict())
    answer = form.save(user)
    if answer is None:
        return _grid(request, facility, on, form)
    messages.success(
        request, _("The sheet is saved. Services of the day: %(count)s.") % {"count": words.number(answer.contacts)}
    )
    address = reverse("activities:day", args=[facility.code, on])
    return redirect(f"{address}?measure={ADDRESSES[form.measure or 'contacts']}")


def _grid(request: HttpRequest, facility: Facility, on: date, form: DaySheetForm | None = None) -> HttpResponse:
    user = cast("User", request.user)
    sheet = day_sheet(facility, on, user)
    measure = form.measure if form else _measure(request)
    may_record = may(user, RECORDERS, at=facility)
    grid = Grid(sheet, measure or "contacts", may_record and sheet.can_be_counted, form.typed if form else {})
    context: dict[str, Any] = {
        "grid": grid,
        "sheet": sheet,
        "facility": facility,
        "title": day_title(on, today()),
        "form": form,
        "fault": sentence(sheet.fault) if sheet.fault else "",
        "may_record": may_record,
        "may_reopen": sheet.is_closed and may(user, REOPENERS, at=facility),
        "measures": _measures(grid.measure),
        "days": _days_beside(facility, on),
        "history": history_of(sheet.day, page=request.GET.get("page", 1), size=LAST_ACTS) if sheet.day else None,
        "trail": _trail(facility, Crumb(words.day(on))),
    }
    return render(request, "activities/day.html", context, status=422 if form else 200)


def _measure(request: HttpRequest) -> str:
    asked = request.GET.get("measure")
    return next((measure for measure, address in ADDRESSES.items() if address == asked), "contacts")


def _measures(chosen: str) -> list[Choice]:
    labels = {"contacts": _("Services"), "first_visits": _("First visits this year")}
    return [Choice(label, f"?measure={ADDRESSES[name]}", on=name == chosen) for name, label in labels.items()]


def _days_beside(facility: Facility, on: date) -> list[Choice]:
    beside = [on + timedelta(days=step) for step in (-1, 0, 1)]
    return [
        Choice(
            words.day(found, with_year=False), reverse("activities:day", args=[facility.code, found]), on=found == on
        )
        for found in beside
        if found <= max(on, today())
    ]


def _trail(facility: Facility, *last: Crumb) -> list[Crumb]:
    return [
        Crumb(facility.name, reverse("web:facility", args=[facility.code])),
        Crumb(_("Days"), reverse("activities:day-list", args=[facility.code])),
        *last,
    ]


@require_http_methods(["GET", "POST"])
def day_cells(request: HttpRequest, code: str, on: date) -> JsonResponse:
    """Give the script what stands in the cells, or record what it sends."""
    user = cast("User", request.user)
    facility = facility_seen_by(user, code)
    if request.method == "GET":
        sheet = day_sheet(facility, on, user)
        now = words.clock_time(timezone.now())
        return JsonResponse({"cells": values_of(sheet), "is_open": sheet.can_be_counted, "time": now})
    ensure_may(user, RECORDERS, at=facility)
    sending = read_sending(_body(request))
    answer = record_tally(facility, on, sending.cells, by=user, key=sending.key)
    return JsonResponse(
        {
            "saved_at": answer.saved_at.isoformat(),
            "time": words.clock_time(answer.saved_at),
            "contacts": answer.contacts,
            "first_visits": answer.first_visits,
        }
    )


def _body(request: HttpRequest) -> bytes:
    """Return what was sent; what came as a form was read away before and is no sending."""
    try:
        return request.body
    except RawPostDataException:
        return b""


@require_http_methods(["GET", "POST"])
def day_close(request: HttpRequest, code: str, on: date) -> HttpResponse:
    """Ask before a day is closed, and close it; a sheet that comes with it is saved first."""
    user = cast("User", request.user)
    facility = facility_seen_by(user, code)
    ensure_may(user, RECORDERS, at=facility)
    if request.method == "GET":
        context = {
            "facility": facility,
            "sheet": day_sheet(facility, on, user),
            "trail": _trail(facility, Crumb(words.day(on))),
        }
        return render(request, "activities/day_close.html", context)
    if "seen" in request.POST:
        form = DaySheetForm(facility, on, request.POST.dict())
        if form.save(user) is None:
            return _grid(request, facility, on, form)
    close_day(facility, on, by=user)
    messages.success(request, _("The day %(day)s is closed.") % {"day": words.day(on)})
    return redirect("activities:day", facility.code, on)


@require_http_methods(["GET", "POST"])
def day_reopen(request: HttpRequest, code: str, on: date) -> HttpResponse:
    """Ask for the reason, and open a closed day again."""
    user = cast("User", request.user)
    facility = facility_seen_by(user, code)
    ensure_may(user, REOPENERS, at=facility)
    form = ReopenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reopen_day(facility, on, by=user, reason=form.cleaned_data["reason"])
        messages.success(request, _("The day %(day)s is open again.") % {"day": words.day(on)})
        return redirect("activities:day", facility.code, on)
    context = {"facility": facility, "on": on, "form": form, "trail": _trail(facility, Crumb(words.day(on)))}
    return render(request, "activities/day_reopen.html", context, status=422 if form.is_bound else 200)


@require_GET
def day_list(request: HttpRequest, code: str) -> HttpResponse:
    """Show the days of a month: what was counted on each, and which have no record."""
    user = cast("User", request.user)
    facility = facility_seen_by(user, code)
    month = _month(request)
    lines = days_of(facility, month, user)
    marks = month_strip(facility, month, user)
    context = {
        "facility": facility,
        "month": month,
        "lines": lines,
        "marks": marks,
        "missing": [mark for mark in marks if mark.state == "missing"],
        "contacts": sum(line.contacts for line in lines),
        "first_visits": sum(line.first_visits for line in lines),
        "months": _months_beside(month),
        "may_record": may(user, RECORDERS, at=facility),
        "trail": _trail(facility, Crumb(words.period(month))),
    }
    return render(request, "activities/day_list.html", context)


def _month(request: HttpRequest) -> Period:
    """Return the month in the address; this month where there is none or it cannot be read."""
    try:
        asked = parse_period(request.GET.get("month", ""))
    except NotPossible:
        asked = None
    if asked is None or asked.kind != "month":
        return Period.month(today().year, today().month)
    return asked


def _months_beside(month: Period) -> list[Choice]:
    beside = [month.previous(), month, month.next()]
    return [
        Choice(words.period(found), f"?month={found.code}", on=found == month)
        for found in beside
        if found.first <= today()
    ]


@require_GET
def day_print(request: HttpRequest, code: str, on: date) -> HttpResponse:
    """Print a day's sheet to be filled in by hand; its code leads a phone back to the grid."""
    user = cast("User", request.user)
    facility = facility_seen_by(user, code)
    sheet = day_sheet(facility, on, user)
    address = request.build_absolute_uri(reverse("activities:day", args=[facility.code, on]))
    context = {
        "facility": facility,
        "grid": Grid(sheet, "contacts", is_editable=False, typed={}),
        "sheet": sheet,
        "serial": with_check(f"{facility.code}-{on:%Y%m%d}"),
        "code": segno.make(address, error="m").svg_data_uri(scale=3, border=0),
    }
    return render(request, "activities/day_print.html", context)
