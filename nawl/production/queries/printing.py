"""What stands on a printed chart: its titles, and what each colour takes."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db.models import Exists, Q, QuerySet
from django.utils import timezone

from nawl.accounts.models import User
from nawl.kit.clock import today
from nawl.kit.errors import NotFound
from nawl.places.queries import ensure_holds
from nawl.production.choices import JobState
from nawl.production.models import ChartCopy, ChartVersion, PrintJob
from nawl.production.queries.charts import chart_of
from nawl.production.rules import SEERS
from nawl.weaving.printing import ChartPaper, Titles, count_sheets

PATIENCE = timedelta(minutes=5)
"""A printing that was not heard of for so long has been cut off: a worker takes it up again, or its reader does."""
_WHY = "whether printings were cut off is no secret of a unit"


def titles_of(version: ChartVersion, language: str, copy: ChartCopy | None) -> Titles:
    """Return the titles of a version's paper in a language."""
    design = version.design
    title = design.title_en if language == "en" and design.title_en else design.title_ar
    facility = design.facility
    return Titles(
        title,
        code=design.serial,
        version=version.number,
        is_locked=version.is_frozen,
        unit=facility.name_en if language == "en" and facility.name_en else facility.name_ar,
        copy=copy.serial if copy else None,
        day=copy.printed_on if copy else today(),
    )


def sheets_of(version: ChartVersion, paper: ChartPaper) -> int:
    """Return how many sheets a version takes on a paper; raises what the paper refuses, `chart_damaged`."""
    return count_sheets(chart_of(version), paper)


def job_seen_by(user: User, key: UUID) -> PrintJob:
    """Return a printing without its pages; `not_found` when there is none within the user's scope."""
    ensure_holds(user, SEERS)
    rows = PrintJob.objects.visible_to(user).defer("pdf").select_related("version__design__facility", "copy", "by")
    job: PrintJob | None = rows.filter(pk=key).first()
    if job is None:
        raise NotFound("not_found")
    return job


def is_cut_off(job: PrintJob) -> bool:
    """Say whether a printing was cut off."""
    rows: QuerySet[PrintJob] = PrintJob.objects.unscoped(_WHY)
    return rows.filter(cut_off(), pk=job.pk).exists()


def cut_off() -> Q:
    """Return what the printings have in common that are under way and were not heard of for too long.

    One that waits for its turn is not heard of, and may wait as long as another one is being printed.
    """
    long_ago = timezone.now() - PATIENCE
    is_silent = Q(told_at__lt=long_ago) | Q(told_at=None, asked_at__lt=long_ago)
    printing = PrintJob.objects.unscoped(_WHY).filter(state=JobState.RUNNING, told_at__gte=long_ago)
    waits_in_vain = Q(~Exists(printing), state=JobState.QUEUED)
    return is_silent & (Q(state=JobState.RUNNING) | waits_in_vain)


def may_be_printed_again() -> Q:
    """Return what the printings have in common that failed or were cut off."""
    return Q(state=JobState.FAILED) | cut_off()


def printings_of(version: ChartVersion, most: int = 5) -> list[PrintJob]:
    """Return the latest printings of a version without their pages, the newest first."""
    rows = PrintJob.objects.unscoped("the printings of a version that the caller was given")
    return list(rows.filter(version=version).defer("pdf").select_related("copy").order_by("-asked_at")[:most])


def pages_of(job: PrintJob) -> bytes | None:
    """Return the pages of a printing; None while they are not ready."""
    rows = PrintJob.objects.unscoped("the pages of a printing that the caller was given")
    pages = rows.values_list("pdf", flat=True).get(pk=job.pk)
    return bytes(pages) if pages is not None else None
