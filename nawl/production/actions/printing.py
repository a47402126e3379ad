"""Printing a version's chart: small charts at once, large ones in the background, both by the same way."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django_tasks import task

from nawl.accounts.models import User
from nawl.kit.errors import Conflict, NotPossible, ProgrammeError
from nawl.places.queries import ensure_holds, ensure_may
from nawl.production.actions.trail import record_version
from nawl.production.choices import JobState, VersionState
from nawl.production.models import ChartCopy, ChartVersion, PrintJob
from nawl.production.queries.charts import chart_of
from nawl.production.queries.lots import meant_batches
from nawl.production.queries.printing import cut_off, may_be_printed_again, sheets_of, titles_of
from nawl.production.queries.reckoning import amounts_of
from nawl.production.rules import COPY_KEEPERS, SEERS, copy_may_be_printed_again
from nawl.weaving.chart import Chart
from nawl.weaving.printing import ChartPaper, print_chart

log = logging.getLogger("nawl.production")
AT_ONCE = 16
"""Sheets that are made while the reader waits (about a second); more are made beside the server."""
MOST_CUTS = 1
"""How often a printing that was cut off is taken up by itself."""
_WHY = "a printing is made without its reader"


@dataclass(frozen=True)
class PrintWish:
    """What a reader asks to be printed: how it is put on paper, and for which numbered copy, if any."""

    paper: ChartPaper
    copy: ChartCopy | None = None


def ask_print(version: ChartVersion, wish: PrintWish, *, by: User) -> PrintJob:
    """Begin a printing; where it is small its pages are ready on return, else its job tells how far it is.

    Raises what the paper refuses (`chart_not_symmetric`, `sheet_unfit`), `chart_damaged`.
    """
    ensure_holds(by, SEERS)
    job = _begin(version, wish, sheets_of(version, wish.paper), by)
    _print_what_is_small(job)
    return job


def print_again(job: PrintJob, *, by: User) -> PrintJob:
    """Print once more what failed or was cut off: the same paper, and the same number where it is a numbered copy.

    A numbered copy is printed again by who may print one, until it is handed out. Raises `version_not_locked` and
    `copy_state_unfit` of such a copy, Conflict("print_under_way") where it is ready, or on its way, perhaps because
    somebody else asked first.
    """
    ensure_holds(by, SEERS)
    if job.copy:
        _ensure_numbered_again(job.copy, job.version, by)
    sheets = sheets_of(job.version, paper_of(job.options))
    with transaction.atomic():
        if not _claim(job, PrintJob.objects.unscoped(_WHY).filter(may_be_printed_again()), {}):
            raise Conflict("print_under_way")
        record_version("production.print_asked_again", job.version, by, {"sheets": sheets}, job)
        job.pages_total = sheets
        _queue_what_is_large(job)
    _print_what_is_small(job)
    return job


def _ensure_numbered_again(copy: ChartCopy, version: ChartVersion, by: User) -> None:
    ensure_may(by, COPY_KEEPERS, at=version.design.facility)
    if copy_may_be_printed_again(copy.state, version.state):
        return
    if version.state != VersionState.LOCKED:
        raise NotPossible("version_not_locked", state=str(version.get_state_display()))
    raise NotPossible("copy_state_unfit", state=str(copy.get_state_display()), serial=copy.serial)


def take_up_printings() -> int:
    """Set going again what was cut off when its process ended, and say how many; what was cut off twice has failed.

    Of several workers that look at once, one takes up each. A chart that itself brings its worker down would otherwise
    bring down every following one. What only waits is left to wait: its task is still there.
    """
    silent = PrintJob.objects.unscoped(_WHY).filter(cut_off(), state=JobState.RUNNING)
    taken = 0
    for job in silent.defer("pdf").select_related("version__design__facility", "version__quality", "copy"):
        cuts = job.fault_facts.get("cuts", 0) + 1
        if cuts > MOST_CUTS:
            news = {"state": JobState.FAILED, "fault": "print_cut_off", "ended_at": timezone.now()}
            silent.filter(pk=job.pk).update(**news, fault_facts={"cuts": cuts}, told_at=timezone.now())
        elif _taken_up(job, silent, cuts):
            taken += 1
    return taken


@transaction.atomic
def _taken_up(job: PrintJob, silent: QuerySet[PrintJob], cuts: int) -> bool:
    """Say whether a printing waits now, and its task with it: neither is kept without the other."""
    is_ours = _claim(job, silent, {"cuts": cuts})
    if is_ours:
        print_in_background.enqueue(str(job.pk))
    return is_ours


def _claim(job: PrintJob, rows: QuerySet[PrintJob], facts: dict[str, Any]) -> bool:
    """Put a printing back among those that wait, if it is one of these rows still; of two that claim it one does."""
    news = {"state": JobState.QUEUED, "pages_done": 0, "fault": "", "fault_facts": facts, "ended_at": None}
    return rows.filter(pk=job.pk, told_at=job.told_at).update(**news, told_at=timezone.now()) == 1


def _queue_what_is_large(job: PrintJob) -> None:
    """Leave a large printing to the background, within the transaction in which it began to wait."""
    if job.pages_total > AT_ONCE:
        print_in_background.enqueue(str(job.pk))


def _print_what_is_small(job: PrintJob) -> None:
    if job.pages_total <= AT_ONCE:
        print_pages(job)


@transaction.atomic
def _begin(version: ChartVersion, wish: PrintWish, sheets: int, by: User) -> PrintJob:
    job: PrintJob = PrintJob.objects.create(
        version=version, options=asdict(wish.paper), copy=wish.copy, pages_total=sheets, by=by
    )
    record_version("production.print_asked", version, by, {"sheets": sheets}, job)
    _queue_what_is_large(job)
    return job


@task()
def print_in_background(key: str) -> None:
    """Make the pages of a printing that was asked for."""
    job = (
        PrintJob.objects.unscoped(_WHY)
        .select_related("version__design__facility", "version__quality", "copy")
        .get(pk=UUID(key))
    )
    if job.state != JobState.DONE:
        print_pages(job)


def print_pages(job: PrintJob) -> None:
    """Make the pages of a printing and keep them; what stands against it is kept instead, for the reader to see."""
    _tell(job, state=JobState.RUNNING)
    try:
        pages = _made(job)
    except ProgrammeError as refusal:
        _tell(
            job,
            state=JobState.FAILED,
            fault=refusal.code,
            fault_facts=kept_facts(refusal.facts),
            ended_at=timezone.now(),
        )
        return
    except Exception:
        log.exception("printing %s failed", job.pk)
        _tell(job, state=JobState.FAILED, fault="print_failed", ended_at=timezone.now())
        return
    _tell(job, state=JobState.DONE, pdf=pages, pages_done=job.pages_total, ended_at=timezone.now())


def _made(job: PrintJob) -> bytes:
    version = job.version
    chart: Chart = chart_of(version)
    paper = paper_of(job.options)
    return print_chart(
        chart,
        titles_of(version, paper.language, job.copy),
        paper,
        amounts=amounts_of(chart, version.design.facility, meant_batches(version)),
        progress=lambda done, pages: _tell(job, pages_done=done, pages_total=pages),
    )


def kept_facts(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return the facts of a refusal as plain data, so that its sentence can be said later and in either language."""
    return {name: _plain(value) for name, value in facts.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Decimal):
        return float(value)
    return value if isinstance(value, str | int | float) else str(value)


def paper_of(options: dict[str, Any]) -> ChartPaper:
    """Return how a chart is put on paper from what was kept of the wish."""
    tile = options.get("tile")
    return replace(ChartPaper(**{**options, "tile": None}), tile=tuple(tile) if tile else None)


def _tell(job: PrintJob, **news: Any) -> None:
    """Keep what is new of a printing at once, for a reader may be looking."""
    news = {**news, "told_at": timezone.now()}
    for name, value in news.items():
        setattr(job, name, value)
    PrintJob.objects.unscoped(_WHY).filter(pk=job.pk).update(**news)
