"""Pages of a version: what it is and takes, and its way from draft to locked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nawl.accounts.queries import Act, history_of, latest_acts
from nawl.places.queries import ensure_may, may
from nawl.production.actions import lock_version, send_to_review
from nawl.production.choices import VersionState
from nawl.production.forms.designs import NewVersionForm
from nawl.production.forms.reasons import ReasonForm
from nawl.production.models import ChartVersion, Design, YarnLot
from nawl.production.queries.charts import chart_of
from nawl.production.queries.designs import version_seen_by
from nawl.production.queries.lots import meant_lots
from nawl.production.queries.printing import printings_of
from nawl.production.queries.reckoning import reckoning_of
from nawl.production.rules import COPY_KEEPERS, DRAWERS, LOCKERS, YARN_KEEPERS, ensure_follows, faults_of_review
from nawl.production.views.chart_files import match_rows
from nawl.production.views.files import files_of
from nawl.production.views.reader import reader_of, status_of
from nawl.production.views.showing import KNOTS, hero_of, pic_of, plain, size_words, trail_of, version_crumb
from nawl.production.views.taking import checks, cost_rows, foundation_facts, need_rows
from nawl.production.views.weaves import weave_words
from nawl.ui import words
from nawl.ui.parts import Crumb, Fact, Step
from nawl.ui.sentences import sentence
from nawl.weaving.chart import Chart


@require_safe
def version(request: HttpRequest, serial: str, number: int) -> HttpResponse:
    """Show a version: its picture or its simulation, what it takes against the stock, its files, what can be done."""
    reader = reader_of(request)
    found = version_seen_by(reader, serial, number)
    design, chart = found.design, chart_of(found)
    context: dict[str, Any] = {
        "version": found,
        "design": design,
        "is_woven": request.GET.get("as") == "woven",
        "hero": hero_of(found, design.title, "woven" if request.GET.get("as") == "woven" else "view"),
        "size": size_words(found.width_cm, found.length_cm),
        "knot": KNOTS[found.state],
        "facts": _facts(found),
        "course": _course(found),
        "against": _against(found),
        "returned": _returned(found),
        **_taken(chart, design, meant_lots(found)),
        "matches": list(match_rows(found, chart)),
        "said": weave_words(found.quality.quality),
        "files": files_of(found),
        "printings": [(job, KNOTS[job.state]) for job in printings_of(found)],
        "trail": trail_of(design, version_crumb(found, leads=False)),
        "may_draw": may(reader, DRAWERS, at=design.facility),
        "may_lock": may(reader, LOCKERS, at=design.facility),
        "may_keep": may(reader, YARN_KEEPERS, at=design.facility),
        "may_copy": may(reader, COPY_KEEPERS, at=design.facility),
        "history": history_of(found, page=request.GET.get("page", 1)),
    }
    return render(request, "production/version.html", context)


def _taken(chart: Chart, design: Design, meant: Mapping[str, YarnLot]) -> dict[str, Any]:
    """Return what a chart takes, for the page; a sheet without one coloured knot takes nothing yet."""
    if chart.unset == chart.frame.knots:
        return {"needs": [], "short": False, "foundation": [], "checks": [], "cost": []}
    reckoning = reckoning_of(chart, design.facility)
    said = weave_words(chart.frame.quality)
    return {
        "needs": need_rows(reckoning, meant),
        "short": bool(reckoning.short),
        "foundation": foundation_facts(reckoning, said),
        "checks": checks(reckoning, said),
        "cost": cost_rows(reckoning.cost) if reckoning.cost else [],
    }


def _facts(found: ChartVersion) -> list[Fact]:
    rows = [
        Fact(_("Class"), found.quality.name),
        Fact(_("Size in cm"), size_words(found.width_cm, found.length_cm)),
        Fact(weave_words(found.quality.quality).parts, _("%(wide)s across, %(rows)s") % _grid(found)),
        Fact(_("Symmetry"), str(found.get_symmetry_display())),
        Fact(_("Begun"), _("%(how)s, %(day)s, by %(who)s") % _begun(found)),
    ]
    if found.border_cm:  # nought says only that none was fixed beforehand: a border may well be drawn
        rows.insert(4, Fact(_("Border"), _("%(cm)s cm") % {"cm": words.number(plain(found.border_cm))}))
    if found.parent:
        address = reverse("production:version", args=[found.design.serial, found.parent.number])
        rows.append(Fact(_("From version"), words.number(found.parent.number), address))
    if found.note:
        rows.append(Fact(_("What it is for"), found.note))
    return [*rows, Fact(_("Fingerprint"), found.fingerprint[:16], code=True)]


def _grid(found: ChartVersion) -> dict[str, str]:
    return {"wide": words.number(found.wide), "rows": words.counted(found.high, "knot_row")}


def _begun(found: ChartVersion) -> dict[str, str]:
    return {"how": str(found.get_beginning_display()), "day": words.day(found.begun_on), "who": found.by.full_name}


def _course(found: ChartVersion) -> list[Step]:
    """Return the way of a version: drawn, looked at, locked, each with who or what is missing."""
    sent = words.day(found.sent_on) if found.sent_on else ""
    locked = _("%(day)s, by %(who)s") % _locked(found) if found.locked_on else ""
    is_locked = found.is_frozen
    return [
        Step(_("Drawn"), "now" if found.is_open else "done", _missing(found) if found.is_open else ""),
        Step(_("In review"), "done" if is_locked else "now" if found.state == VersionState.REVIEW else "next", sent),
        Step(_end(found), "done" if is_locked else "next", locked),
    ]


def _end(found: ChartVersion) -> str:
    """Return what the last step of a version is called."""
    ends = {VersionState.SUPERSEDED.value: _("Superseded"), VersionState.RETIRED.value: _("Retired")}
    return ends.get(found.state, _("Locked"))


def _locked(found: ChartVersion) -> dict[str, str]:
    who = found.locked_by.full_name if found.locked_by else ""
    return {"day": words.day(found.locked_on) if found.locked_on else "", "who": who}


def _missing(found: ChartVersion) -> str:
    if not found.unset:
        return ""
    noun = weave_words(found.quality.quality).noun
    return _("without colour: %(knots)s") % {"knots": words.counted(found.unset, noun)}


def _against(found: ChartVersion) -> str:
    """Return what stands against sending a draft to review, as a sentence; nothing for other states."""
    if not found.is_open:
        return ""
    used = sum(1 for knots in found.counts if knots)
    fault = next(faults_of_review(unset=found.unset, colours=used, most=found.colours), None)
    return sentence(fault) if fault else ""


def _returned(found: ChartVersion) -> Act | None:
    """Return the act by which a draft was last given back, with its reason, until it is sent again."""
    if not found.is_open:
        return None
    last = latest_acts(place_paths=(), subjects=[found], limit=1, verbs=["production.version_"])
    return next((act for act in last if act.verb == "production.version_returned"), None)


@require_POST
def version_send(request: HttpRequest, serial: str, number: int) -> HttpResponse:
    """Send a draft to review."""
    reader = reader_of(request)
    found = send_to_review(version_seen_by(reader, serial, number), by=reader)
    messages.success(request, _("The version is sent to review."))
    return redirect("production:version", found.design.serial, found.number)


@require_http_methods(["GET", "POST"])
def version_lock(request: HttpRequest, serial: str, number: int) -> HttpResponse:
    """Lock a reviewed version, after saying what that means."""
    reader = reader_of(request)
    found = version_seen_by(reader, serial, number)
    ensure_may(reader, LOCKERS, at=found.design.facility)
    ensure_follows(found.state, VersionState.LOCKED)
    if request.method == "POST":
        lock_version(found, by=reader)
        messages.success(request, _("The version is locked: it can be printed with a number and woven."))
        return redirect("production:version", found.design.serial, found.number)
    context = {"version": found, "hero": pic_of(found, found.design.title), "trail": _trail(found, _("Locking"))}
    return render(
        request, "production/version_lock.html", {**context, "size": size_words(found.width_cm, found.length_cm)}
    )


@require_http_methods(["GET", "POST"])
def version_return(request: HttpRequest, serial: str, number: int) -> HttpResponse:
    """Give a version back to be drawn on, saying what is to be mended."""
    reader = reader_of(request)
    found = version_seen_by(reader, serial, number)
    ensure_may(reader, (*LOCKERS, *DRAWERS), at=found.design.facility)
    ensure_follows(found.state, VersionState.DRAFT)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.give_back(found, by=reader):
        messages.success(request, _("The version can be drawn on again."))
        return redirect("production:version", found.design.serial, found.number)
    return _reasoned(request, found, form, _("Giving back to be drawn on"), _("Whoever drew it reads the reason."))


@require_http_methods(["GET", "POST"])
def version_retire(request: HttpRequest, serial: str, number: int) -> HttpResponse:
    """Take a locked version out of use, saying why."""
    reader = reader_of(request)
    found = version_seen_by(reader, serial, number)
    ensure_may(reader, LOCKERS, at=found.design.facility)
    ensure_follows(found.state, VersionState.RETIRED)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.retire(found, by=reader):
        messages.success(request, _("The version is retired; what was woven from it keeps it."))
        return redirect("production:version", found.design.serial, found.number)
    lead = _("No new piece is begun from a retired version. It stays in the register, and its record with it.")
    return _reasoned(request, found, form, _("Retiring the version"), lead)


def _reasoned(request: HttpRequest, found: ChartVersion, form: ReasonForm, title: str, lead: str) -> HttpResponse:
    context = {"version": found, "form": form, "title": title, "lead": lead, "trail": _trail(found, title)}
    return render(request, "production/version_reason.html", context, status=status_of(request))


@require_http_methods(["GET", "POST"])
def version_new(request: HttpRequest, serial: str, number: int) -> HttpResponse:
    """Begin a version from an older one, in the same or in another class and size."""
    reader = reader_of(request)
    older = version_seen_by(reader, serial, number)
    ensure_may(reader, DRAWERS, at=older.design.facility)
    form = NewVersionForm(older, request.POST or None)
    if request.method == "POST" and (begun := form.begin(by=reader)):
        messages.success(request, _("Version %(number)s is begun.") % {"number": words.number(begun.number)})
        return redirect("production:version", begun.design.serial, begun.number)
    context = {"form": form, "version": older, "trail": _trail(older, _("A new version"))}
    return render(request, "production/version_new.html", context, status=status_of(request))


def _trail(found: ChartVersion, title: str) -> list[Crumb]:
    return trail_of(found.design, version_crumb(found), Crumb(title))
