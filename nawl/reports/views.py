"""Pages of the reports: list, draft, issue, one report and its files; and what anybody may verify."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from nawl.indicators.queries import default_period
from nawl.kit.clock import today
from nawl.kit.errors import NotFound
from nawl.kit.periods import Period, parse_period
from nawl.places.queries import may
from nawl.places.scope import scope_of
from nawl.reports.actions import GOVERNORATE_ISSUERS, ISSUERS, issue_report
from nawl.reports.choices import Format, Language
from nawl.reports.composing.compose import compose
from nawl.reports.data import ReportData
from nawl.reports.formats import MEDIA_TYPES, file_name, make_file
from nawl.reports.formats.page import paper
from nawl.reports.forms import DraftForm, places_offered
from nawl.reports.queries import area_reported, draft, file_of, report_called, reports_seen_by, verified
from nawl.reports.showing import download_rows, file_rows, report_rows, verified_rows

if TYPE_CHECKING:
    from nawl.accounts.models import User

_LIGHT = {"theme": "light"}  # documents are always light


@require_GET
def report_list(request: HttpRequest) -> HttpResponse:
    """Show the issued reports within the reader's scope, and to those who hold a whole governorate the way to a draft."""
    offered = bool(places_offered(_user(request)))
    form = DraftForm(_user(request), initial={"period": default_period(_user(request)).code}) if offered else None
    rows = report_rows(reports_seen_by(_user(request)))
    context = {"rows": rows, "form": form, "is_national": scope_of(_user(request)).is_national}
    return render(request, "reports/report_list.html", context)


@require_GET
def report_draft(request: HttpRequest) -> HttpResponse:
    """Show what the report of a period and place says today."""
    data = _drafted(request)
    period, place = data.period, area_reported(data.place.code)
    roles = GOVERNORATE_ISSUERS if place else ISSUERS
    context = {
        "paper": paper(compose(data, _language()), title_level="h2"),
        "period": period,
        "place": data.place.code,
        "is_over": period.last < today(),
        "may_issue": may(_user(request), roles, at=place),
        "downloads": download_rows(period, data.place.code, _language()),
    }
    return render(request, "reports/report_draft.html", context | _LIGHT)


@require_GET
def report_draft_file(request: HttpRequest, language: str, form: str) -> HttpResponse:
    """Hand out a draft as a file."""
    _ensure_known(language, form)
    data = _drafted(request)
    content = make_file(compose(data, language, address=settings.NAWL_ADDRESS), form)
    return _attachment(content, form, file_name(data, language, form))


@require_POST
def report_issue(request: HttpRequest) -> HttpResponse:
    """Issue the report of a period and place."""
    period = parse_period(request.POST.get("period", ""))
    report = issue_report(period, area_reported(request.POST.get("place", "")), by=_user(request))
    messages.success(request, _("Report %(number)s was issued.") % {"number": report.number})
    return redirect("reports:report", report.number)


@require_GET
def report(request: HttpRequest, number: str) -> HttpResponse:
    """Show one issued report as it was issued."""
    found = report_called(number, _user(request))
    document = compose(found.content, _language(), address=settings.NAWL_ADDRESS, sha256=found.sha256)
    later = getattr(found, "superseded_by", None)
    context = {
        "paper": paper(document, title_level="h2"),
        "number": found.number,
        "superseded_by": later.number if later else "",
        "files": file_rows(found),
    }
    return render(request, "reports/report.html", context | _LIGHT)


@require_GET
def report_file(request: HttpRequest, number: str, language: str, form: str) -> HttpResponse:
    """Hand out a file of an issued report, byte for byte as it was kept."""
    file = file_of(number, language, form, _user(request))
    return _attachment(bytes(file.content), form, f"{number}-{language}.{form}")


@login_not_required
@require_GET
def report_verify(request: HttpRequest, number: str) -> HttpResponse:
    """Say to anybody whether a number was issued, when, and whether a fingerprint is its own."""
    typed = request.GET.get("fingerprint", "")[:100]
    found = verified(number, typed)
    return render(request, "reports/report_verify.html", {"found": found, "typed": typed, "rows": verified_rows(found)})


def _user(request: HttpRequest) -> User:
    return cast("User", request.user)


def _drafted(request: HttpRequest) -> ReportData:
    text = request.GET.get("period", "")
    period: Period = parse_period(text) if text else default_period(_user(request))
    return draft(period, request.GET.get("place", ""), user=_user(request))


def _ensure_known(language: str, form: str) -> None:
    if language not in Language.values or form not in Format.values:
        raise NotFound("not_found")


def _language() -> str:
    return "en" if (get_language() or "ar").startswith("en") else "ar"


def _attachment(content: bytes, form: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=MEDIA_TYPES[Format(form)], headers=headers)
