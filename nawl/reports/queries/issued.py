"""Issued reports within a scope, their files, and what anybody may verify of a number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Max, QuerySet

from nawl.kit.errors import NotFound
from nawl.kit.periods import Period
from nawl.places.models import Area
from nawl.reports.data import Name
from nawl.reports.models import Report, ReportFile
from nawl.reports.rules import matches

if TYPE_CHECKING:
    from nawl.accounts.models import User


def reports_seen_by(user: User) -> QuerySet[Report]:
    """Return the issued reports of the user's places, newest first, without what they say."""
    rows: QuerySet[Report] = Report.objects.visible_to(user)
    return rows.select_related("place", "superseded_by").defer("data").order_by("-issued_on", "-sequence")


def report_called(number: str, user: User) -> Report:
    """Return an issued report by its number; raises NotFound("report_not_found") outside the user's scope."""
    report: Report | None = (
        Report.objects.visible_to(user).select_related("place", "superseded_by").filter(number=number).first()
    )
    if report is None:
        raise NotFound("report_not_found", number=number)
    return report


def file_of(number: str, language: str, form: str, user: User) -> ReportFile:
    """Return one file of an issued report; raises NotFound("report_not_found")."""
    file: ReportFile | None = (
        ReportFile.objects.visible_to(user)
        .select_related("report")
        .filter(report__number=number, language=language, format=form)
        .first()
    )
    if file is None:
        raise NotFound("report_not_found", number=number)
    return file


def latest_issue(period: Period, place: Area | None) -> Report | None:
    """Return the newest issue for a period and place, whoever asks: a later one takes its place."""
    rows = Report.objects.unscoped("a new issue takes the place of the newest").filter(
        first=period.first, last=period.last, place=place
    )
    newest: Report | None = rows.order_by("-edition").first()
    return newest


def next_sequence(year: int) -> int:
    """Return the place in its year that the next report would take."""
    rows = Report.objects.unscoped("numbers run through the whole programme").filter(issued_on__year=year)
    last: int | None = rows.aggregate(last=Max("sequence"))["last"]
    return (last or 0) + 1


@dataclass(frozen=True)
class Verified:
    """What anybody may learn of a number: what it covers, when it was issued, whether a fingerprint is its own."""

    number: str
    period: Period
    place: Name
    issued_on: date
    edition: int
    superseded_by: str
    is_intact: bool
    is_match: bool | None


def verified(number: str, typed: str = "") -> Verified:
    """Return what stands behind a number, without names of people or figures; `typed` is a fingerprint to compare.

    It may be the report's own, or that of one of its files. Raises NotFound("report_not_found").
    """
    report = (
        Report.objects.unscoped("anybody may verify a number")
        .select_related("superseded_by")
        .filter(number=number.strip().upper())
        .first()
    )
    if report is None:
        raise NotFound("report_not_found", number=number)
    later = getattr(report, "superseded_by", None)
    return Verified(
        number=report.number,
        period=report.period,
        place=report.content.place.name,
        issued_on=report.issued_on,
        edition=report.edition,
        superseded_by=later.number if later else "",
        is_intact=report.is_intact,
        is_match=_is_match(report, typed) if typed.strip() else None,
    )


def _is_match(report: Report, typed: str) -> bool:
    files = ReportFile.objects.unscoped("anybody may verify a file").filter(report=report)
    return any(matches(typed, sha256) for sha256 in (report.sha256, *files.values_list("sha256", flat=True)))
