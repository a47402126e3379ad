"""Printing a chart: what is asked, how far it is, the pages."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nawl.accounts.models import User
from nawl.kit.errors import NotFound, NotPossible
from nawl.places.queries import may
from nawl.production.actions import print_again
from nawl.production.choices import JobState
from nawl.production.forms.printing import PrintForm
from nawl.production.models import PrintJob
from nawl.production.queries.designs import version_seen_by
from nawl.production.queries.printing import is_cut_off, job_seen_by, pages_of
from nawl.production.rules import COPY_KEEPERS, copy_may_be_printed_again
from nawl.production.views.reader import reader_of, status_of
from nawl.production.views.showing import KNOTS, size_words, trail_of, version_crumb
from nawl.ui.parts import Crumb
from nawl.ui.sentences import sentence

REFRESH = 5
"""Seconds after which a page without script asks again how far a printing is."""


@require_http_methods(["GET", "POST"])
def print_new(request: HttpRequest, serial: str, number: int) -> HttpResponse:
    """Ask for a version's chart on paper."""
    reader = reader_of(request)
    version = version_seen_by(reader, serial, number)
    may_copy = version.state == "locked" and may(reader, COPY_KEEPERS, at=version.design.facility)
    form = PrintForm(request.POST or None, initial={"is_copy": may_copy})
    if request.method == "POST" and (job := form.ask(version, by=reader)):
        if job.copy:
            messages.success(request, _("The copy has the number %(serial)s.") % {"serial": job.copy.serial})
        return redirect("production:print-job", job.pk)
    context = {
        "form": form,
        "version": version,
        "may_copy": may_copy,
        "size": size_words(version.width_cm, version.length_cm),
        "trail": trail_of(version.design, version_crumb(version), Crumb(_("Printing"))),
    }
    return render(request, "production/print_new.html", context, status=status_of(request))


@require_safe
def print_job(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show how far a printing is; it goes on when the page is left. Pages without script ask again by themselves."""
    reader = reader_of(request)
    job = job_seen_by(reader, key)
    is_lost = is_cut_off(job)
    is_waiting = job.state in {JobState.QUEUED, JobState.RUNNING} and not is_lost
    version = job.version
    context = {
        "job": job,
        "knot": KNOTS[job.state],
        "is_waiting": is_waiting,
        "is_cut_off": is_lost,
        "may_print_again": _may_print_again(job, reader),
        "fault": _fault(job),
        "version": version,
        "trail": trail_of(version.design, version_crumb(version), Crumb(_("Printing"))),
    }
    is_part = bool(request.htmx)  # type: ignore[attr-defined]  # set by django-htmx
    shown = render(request, f"production/print_job.html{'#progress' if is_part else ''}", context)
    if is_waiting and not is_part:
        shown.headers["Refresh"] = str(REFRESH)
    return shown


@require_POST
def print_once_more(request: HttpRequest, key: UUID) -> HttpResponse:
    """Print again what failed or was cut off, on the same paper and under the same number."""
    reader = reader_of(request)
    job = print_again(job_seen_by(reader, key), by=reader)
    return redirect("production:print-job", job.pk)


def _may_print_again(job: PrintJob, reader: User) -> bool:
    if job.copy is None:
        return True
    stands = copy_may_be_printed_again(job.copy.state, job.version.state)
    return stands and may(reader, COPY_KEEPERS, at=job.version.design.facility)


def _fault(job: PrintJob) -> str:
    return sentence(NotPossible(job.fault, **job.fault_facts)) if job.state == JobState.FAILED else ""


@require_safe
def print_pages(request: HttpRequest, key: UUID) -> HttpResponse:
    """Send the pages of a printing that is ready."""
    job = job_seen_by(reader_of(request), key)
    pages = pages_of(job)
    if pages is None:
        raise NotFound("not_found")
    copy = f"-{job.copy.serial}" if job.copy else ""
    sent = HttpResponse(pages, content_type="application/pdf")
    sent.headers["Content-Disposition"] = (
        f'inline; filename="{job.version.design.serial}-v{job.version.number}{copy}.pdf"'
    )
    return sent
