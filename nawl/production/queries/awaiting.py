"""What awaits those who draw and those who keep a workshop: drawings that came back, copies out, printings that failed."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from nawl.accounts.models import AuditSubject, User
from nawl.accounts.queries import Act, act_of
from nawl.places.queries import holds
from nawl.production.choices import CopyState, JobState, VersionState
from nawl.production.models import ChartCopy, ChartVersion, PrintJob
from nawl.production.queries.printing import may_be_printed_again
from nawl.production.queries.shortages import Shortage, shortages_within
from nawl.production.rules import DRAWERS, SEERS, YARN_KEEPERS

SHOWN = 5
LOOKED_AT = 100
"""Drafts, the last drawn first, among which those that came back are looked for."""


@dataclass(frozen=True)
class CameBack:
    """A draft that came back from review, and the act that says why."""

    version: ChartVersion
    act: Act


@dataclass(frozen=True)
class Awaiting:
    """What awaits a reader; `issued` are the copies longest out, of `all_issued`."""

    came_back: tuple[CameBack, ...]
    issued: tuple[ChartCopy, ...]
    all_issued: int
    short: tuple[Shortage, ...]
    failed: tuple[PrintJob, ...]


def awaiting(user: User) -> Awaiting:
    """Return what awaits a reader by what they may do; queries are fixed."""
    may_draw, keeps = holds(user, DRAWERS), holds(user, YARN_KEEPERS)
    issued = ChartCopy.objects.visible_to(user).filter(state=CopyState.ISSUED)
    return Awaiting(
        came_back=_came_back(user) if may_draw else (),
        issued=tuple(issued.select_related("version__design").order_by("issued_on", "serial")[:SHOWN]) if keeps else (),
        all_issued=issued.count() if keeps else 0,
        short=shortages_within(user) if keeps else (),
        failed=_failed(user, everybodys=keeps) if holds(user, SEERS) else (),
    )


def _came_back(user: User) -> tuple[CameBack, ...]:
    """Return the drafts that another gave back from review: those that were sent again are drafts no more."""
    drafts = ChartVersion.objects.visible_to(user).filter(state=VersionState.DRAFT).select_related("design")
    lately = drafts.defer("recipe", "reckoning", "likeness").order_by("-drawn_at")[:LOOKED_AT]
    by_key = {str(one.pk): one for one in lately}
    told = AuditSubject.objects.filter(
        kind=ChartVersion._meta.label_lower, key__in=list(by_key), entry__verb="production.version_returned"
    )
    last = {one.key: one.entry for one in told.select_related("entry__by").order_by("entry__pk")}
    others = [pair for pair in last.items() if pair[1].by_id != user.pk]
    found = sorted(others, key=lambda pair: pair[1].recorded_at, reverse=True)[:SHOWN]
    return tuple(CameBack(by_key[key], act_of(entry)) for key, entry in found)


def _failed(user: User, *, everybodys: bool) -> tuple[PrintJob, ...]:
    """Return the printings that failed or were cut off, the latest first.

    One is past when a later one of the same copy was printed or, of a chart without a number, of the same version; that
    of a copy also when the copy may not be printed again.
    """
    jobs: QuerySet[PrintJob] = PrintJob.objects.visible_to(user)
    later = jobs.filter(version=OuterRef("version"), state=JobState.DONE, asked_at__gt=OuterRef("asked_at"))
    is_past = Exists(later.filter(copy=OuterRef("copy"))) | Q(copy=None) & Exists(later.filter(copy=None))
    rows = jobs.filter(may_be_printed_again())
    if not everybodys:
        rows = rows.filter(by=user)
    shown = rows.exclude(is_past | _is_out()).defer("pdf").select_related("version__design").order_by("-asked_at")
    return tuple(shown[:SHOWN])


def _is_out() -> Q:
    """Return what the printings of numbered copies have in common that nobody may print again."""
    return Q(copy__isnull=False) & ~Q(copy__state=CopyState.PRINTED, version__state=VersionState.LOCKED)
