"""Pages of the activities: the list, one activity, planning, revising, ending."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any, cast
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from nawl.accounts.models import User
from nawl.accounts.queries import history_of
from nawl.activities.actions.days import RECORDERS
from nawl.activities.actions.planning import PLANNERS
from nawl.activities.choices import ServiceArea
from nawl.activities.forms import EndForm, PlanForm, ReviseForm
from nawl.activities.models import Activity
from nawl.activities.queries import (
    ActivityFilters,
    activities_seen_by,
    activity_seen_by,
    days_of_activity,
    facilities_to_plan_at,
    months_of_activity,
)
from nawl.activities.rules import state_of_run
from nawl.kit.clock import today
from nawl.kit.periods import Period
from nawl.places.queries import ensure_holds, ensure_may, facility_seen_by, may
from nawl.ui import words
from nawl.ui.parts import Choice, Crumb, Fact


@require_GET
def activity_list(request: HttpRequest) -> HttpResponse:
    """Show the activities that the reader may see; the filters stand in the address."""
    user = cast("User", request.user)
    filters = ActivityFilters(
        text=request.GET.get("q", ""),
        **{name: request.GET.get(name, "") for name in asdict(ActivityFilters()) if name != "text"},
    )
    context = {
        "filters": filters,
        "page": activities_seen_by(user, filters, request.GET.get("page", 1)),
        "states": _chips(filters, "state", _states()),
        "areas": _chips(filters, "area", dict(ServiceArea.choices)),
        "kept": {name: value for name, value in asdict(filters).items() if value and name != "text"},
        "may_plan": facilities_to_plan_at(user, PLANNERS).exists(),
    }
    part = "#rows" if getattr(request, "htmx", False) else ""
    return render(request, f"activities/activity_list.html{part}", context)


def _states() -> dict[str, str]:
    return {"running": _("Running"), "planned": _("Planned"), "over": _("Over")}


def _chips(filters: ActivityFilters, name: str, labels: dict[str, Any]) -> list[Choice]:
    """Return one chip a value; the chosen one leads back to all."""
    chosen = getattr(filters, name)
    return [
        Choice(str(label), _address(replace(filters, **{name: "" if value == chosen else value})), on=value == chosen)
        for value, label in labels.items()
    ]


def _address(filters: ActivityFilters) -> str:
    asked = {"q" if name == "text" else name: value for name, value in asdict(filters).items() if value}
    return f"?{urlencode(asked)}" if asked else reverse("activities:activity-list")


@require_GET
def activity(request: HttpRequest, code: str) -> HttpResponse:
    """Show one activity: facts, months, latest days, history."""
    user = cast("User", request.user)
    found = activity_seen_by(code, user)
    months = months_of_activity(found, user)
    context = {
        "activity": found,
        "is_running": state_of_run(found.starts_on, found.ends_on, today()) == "running",
        "facts": _facts(found),
        "months": [(Period.month(line.month.year, line.month.month), line) for line in months],
        "contacts": sum(month.contacts for month in months),
        "first_visits": sum(month.first_visits for month in months),
        "days": days_of_activity(found, user),
        "history": history_of(found, page=request.GET.get("page", 1)),
        "may_plan": may(user, PLANNERS, at=found.facility),
        "may_record": may(user, RECORDERS, at=found.facility),
        "trail": [Crumb(_("Activities"), reverse("activities:activity-list")), Crumb(found.title)],
    }
    return render(request, "activities/activity.html", context)


def _facts(found: Activity) -> list[Fact]:
    place = found.facility
    partner = found.partner.name if found.partner else _("The facility alone")
    return [
        Fact(_("Facility"), place.name, reverse("web:facility", args=[place.code])),
        Fact(_("Governorate"), place.governorate.name),
        Fact(_("Activity type"), found.type.name),
        Fact(_("Field of work"), str(found.type.get_area_display())),
        Fact(_("First day"), words.day(found.starts_on)),
        Fact(_("Last day"), words.day(found.ends_on) if found.ends_on else _("goes on")),
        Fact(_("With partner"), partner),
        *([Fact(_("Persons it means to reach"), words.number(found.reach))] if found.reach else []),
        Fact(_("Code"), found.code, code=True),
    ]


@require_http_methods(["GET", "POST"])
def activity_new(request: HttpRequest) -> HttpResponse:
    """Plan an activity: first the facility, where there are several, then the activity."""
    user = cast("User", request.user)
    ensure_holds(user, PLANNERS)
    code = request.GET.get("facility", "")
    offered = facilities_to_plan_at(user, PLANNERS)
    if not code:
        choices = list(offered[:300])
        if len(choices) != 1:
            return render(request, "activities/activity_new_where.html", {"facilities": choices})
        code = choices[0].code
    facility = facility_seen_by(user, code)
    ensure_may(user, PLANNERS, at=facility)
    form = PlanForm(facility, request.POST or None, by=user)
    if request.method == "POST" and form.is_valid():
        planned = form.save(user)
        if planned:
            messages.success(request, _("“%(title)s” is planned.") % {"title": planned.title})
            return redirect("activities:activity", planned.code)
    return _form_page(request, form, {"facility": facility, "title": _("New activity"), "act": _("Plan the activity")})


@require_http_methods(["GET", "POST"])
def activity_revise(request: HttpRequest, code: str) -> HttpResponse:
    """Revise an activity."""
    user = cast("User", request.user)
    found = activity_seen_by(code, user)
    ensure_may(user, PLANNERS, at=found.facility)
    form = ReviseForm(found, request.POST or None, by=user)
    if request.method == "POST" and form.is_valid() and form.save(user):
        messages.success(request, _("The change is saved."))
        return redirect("activities:activity", found.code)
    return _form_page(
        request,
        form,
        {
            "facility": found.facility,
            "activity": found,
            "title": _("Revise the activity"),
            "act": _("Save the change"),
        },
    )


@require_http_methods(["GET", "POST"])
def activity_end(request: HttpRequest, code: str) -> HttpResponse:
    """Set the last day of an activity."""
    user = cast("User", request.user)
    found = activity_seen_by(code, user)
    ensure_may(user, PLANNERS, at=found.facility)
    form = EndForm(found, request.POST or None)
    if request.method == "POST" and form.is_valid() and form.save(user):
        messages.success(request, _("The last day is set."))
        return redirect("activities:activity", found.code)
    return _form_page(
        request,
        form,
        {
            "facility": found.facility,
            "activity": found,
            "title": _("End the activity"),
            "act": _("Set the last day"),
        },
    )


def _form_page(request: HttpRequest, form: Any, context: dict[str, Any]) -> HttpResponse:
    trail = [Crumb(_("Activities"), reverse("activities:activity-list"))]
    found = context.get("activity")
    if found:
        trail.append(Crumb(found.title, reverse("activities:activity", args=[found.code])))
    whole = {"activity": None, **context, "form": form, "trail": [*trail, Crumb(context["title"])]}
    return render(request, "activities/activity_form.html", whole, status=422 if form.is_bound else 200)
