"""What awaits those who draw and those who keep a workshop, in words; each row leads to where it is done."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nawl.accounts.models import User
from nawl.kit.errors import NotPossible
from nawl.production.choices import CopyState, JobState
from nawl.production.models import ChartCopy, ChartVersion, PrintJob
from nawl.production.queries.awaiting import Awaiting, CameBack, awaiting
from nawl.production.queries.shortages import Shortage
from nawl.ui import words
from nawl.ui.sentences import sentence
from nawl.web.changes import when
from nawl.web.rows import Waiting

COLOURS_NAMED = 3


def workshop_waiting(user: User) -> list[Waiting]:
    """Return what awaits a reader: what came back, what failed, yarn that is short, copies that are out."""
    found = awaiting(user)
    return [
        *(_came_back(one) for one in found.came_back),
        *(_failed(one) for one in found.failed),
        *(_short(one) for one in found.short),
        *_out(found),
    ]


def _of(version: ChartVersion) -> dict[str, str]:
    return {"title": version.design.title, "number": words.number(version.number)}


def _version_url(version: ChartVersion) -> str:
    return reverse("production:version", args=[version.design.serial, version.number])


def _came_back(one: CameBack) -> Waiting:
    title = _("“%(title)s” came back from review") % _of(one.version)
    said, by = words.set_apart(one.act.sentence), words.set_apart(one.act.by)
    reason = f"{said} ({by} · {when(one.act.recorded_at)})"
    return Waiting(title, reason, _version_url(one.version), "undo", is_late=True)


def _failed(job: PrintJob) -> Waiting:
    title = _("Printing of “%(title)s”, version %(number)s, failed") % _of(job.version)
    if job.state == JobState.FAILED:
        reason = sentence(NotPossible(job.fault, **job.fault_facts))
    else:
        reason = _("It was cut off before its end; it can be asked for again")
    return Waiting(title, reason, reverse("production:print-job", args=[job.pk]), "print", is_late=True)


def _short(one: Shortage) -> Waiting:
    text = ngettext(
        "%(count)s colour is short for “%(title)s”, version %(number)s",
        "%(count)s colours are short for “%(title)s”, version %(number)s",
        len(one.missing),
    )
    title = text % {"count": words.number(len(one.missing)), **_of(one.version)}
    lacks = [
        _("%(colour)s %(grams)s\u00a0g") % {"colour": colour.name, "grams": words.number(grams, 0)}
        for colour, grams in one.missing[:COLOURS_NAMED]
    ]
    shown = {"colours": words.listed(lacks)}
    if len(one.missing) > COLOURS_NAMED:
        reason = _("Missing for one piece, among others: %(colours)s") % shown
    else:
        reason = _("Missing for one piece: %(colours)s") % shown
    return Waiting(title, reason, _version_url(one.version), "yarn", is_late=True)


def _out(found: Awaiting) -> list[Waiting]:
    """Return the copies that are out, those longest out first, and one row for all the others."""
    rows = [_copy(one) for one in found.issued]
    more = found.all_issued - len(rows)
    if more > 0:
        text = ngettext("%(count)s more copy is handed out", "%(count)s more copies are handed out", more)
        address = f"{reverse('production:copy-list')}?{urlencode({'state': CopyState.ISSUED})}"
        rows.append(Waiting(text % {"count": words.number(more)}, _("All copies, by state"), address, "document"))
    return rows


def _copy(copy: ChartCopy) -> Waiting:
    title = _("Copy %(copy)s is with “%(issued_to)s”") % {"copy": copy.serial, "issued_to": copy.issued_to}
    day = words.day(copy.issued_on) if copy.issued_on else ""
    reason = _("“%(title)s”, version %(number)s, handed out on %(day)s") % {**_of(copy.version), "day": day}
    return Waiting(title, reason, reverse("production:copy", args=[copy.serial]), "document")
