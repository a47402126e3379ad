"""Answers to what cannot be done: refusals of the programme, missing pages, incidents."""

from __future__ import annotations

import logging
import secrets
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from nawl.kit.errors import ProgrammeError
from nawl.ui.context import reader as reader_context
from nawl.ui.sentences import sentence

log = logging.getLogger("nawl.incidents")


@dataclass(frozen=True)
class Refusal:
    """What a refusal page says: a heading, a sentence, and for an incident its number."""

    status: int
    code: str
    heading: str
    message: str
    incident: str = ""


def headings(status: int) -> str:
    """Return the heading of a page with this status."""
    known = {
        400: _("This request could not be read"),
        403: _("Outside your work"),
        404: _("Nothing is kept here"),
        409: _("Changed meanwhile"),
        422: _("This cannot be done"),
        429: _("Too many tries"),
    }
    return known.get(status, _("Something failed on our side"))


def answer(request: HttpRequest, error: ProgrammeError) -> HttpResponse:
    """Answer a refusal of the programme with its sentence, in the shape that was asked for."""
    return respond(request, refusal_of(error))


def refusal_of(error: ProgrammeError) -> Refusal:
    """Return what is said of a refusal of the programme."""
    return Refusal(error.status, error.code, headings(error.status), sentence(error))


def respond(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """Return JSON to programs, a fragment to HTMX, a page to people."""
    if wants_json(request):
        body = {"code": refusal.code, "message": refusal.message}
        if refusal.incident:
            body["incident"] = refusal.incident
        return JsonResponse(body, status=refusal.status, json_dumps_params={"ensure_ascii": False})
    if request.headers.get("HX-Request") == "true" and request.headers.get("HX-Boosted") != "true":
        return _fragment(request, refusal)
    return HttpResponse(_page(request, refusal), status=refusal.status)


def _page(request: HttpRequest, refusal: Refusal) -> str:
    """Return the page; after a failure without the user or the session, for the failure may lie there."""
    if refusal.incident:
        return render_to_string("ui/incident.html", {**reader_context(request), "refusal": refusal})
    return render_to_string("ui/refusal.html", {"refusal": refusal}, request)


def _fragment(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    body = render_to_string("ui/refusal_fragment.html", {**reader_context(request), "refusal": refusal})
    return HttpResponse(
        body,
        status=refusal.status,
        headers={"HX-Retarget": "#notices", "HX-Reswap": "innerHTML show:window:top", "HX-Reselect": "#refusal"},
    )


def wants_json(request: HttpRequest) -> bool:
    """Say whether JSON is asked for before any page."""
    accept = request.headers.get("Accept", "")
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json" if accept else False


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django hands it over
    """Answer an address that leads nowhere, or to a record outside the reader's scope."""
    message = _(
        "The address may be old, or the record lies outside your scope. Searching by name finds what you may see."
    )
    return respond(request, Refusal(404, "not_found", headings(404), message))


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django hands it over
    """Answer a page that the reader's role does not open."""
    message = _("Your role does not open this page. Whoever manages users at your directorate can change that.")
    return respond(request, Refusal(403, "not_allowed", headings(403), message))


def not_readable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django hands it over
    """Answer a request that is malformed."""
    message = _(
        "What arrived was incomplete or altered on the way. Opening the page again and repeating the step helps."
    )
    return respond(request, Refusal(400, "not_readable", headings(400), message))


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django hands it over
    """Answer a form whose protection key is missing or old."""
    message = _(
        "This form was open for too long, or cookies are switched off. Nothing was saved; opening the page again helps."
    )
    return respond(request, Refusal(403, "form_expired", _("The form has expired"), message))


def incident(request: HttpRequest) -> HttpResponse:
    """Answer a failure of the programme with a number that stands in the log beside the traceback."""
    number = secrets.token_hex(3).upper()
    view = request.resolver_match.view_name if request.resolver_match else "unknown"
    log.error("incident %s in %s", number, view, exc_info=True)  # noqa: LOG014 - Django calls this while handling one
    return respond(request, _incident(number))


def sample_incident(request: HttpRequest) -> HttpResponse:
    """Answer as if something had failed, for the style guide."""
    return respond(request, _incident("7F3A21"))


def _incident(number: str) -> Refusal:
    message = _(
        "What you wrote is still in your browser: going back shows it. If it happens again, tell us this number."
    )
    return Refusal(500, "incident", headings(500), message, incident=number)
