"""Rows that the pages of reports show: reports of a list, files to take away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from nawl.kit.periods import Period
from nawl.reports.choices import Format, Language
from nawl.reports.models import Report
from nawl.reports.queries import Verified
from nawl.ui import words
from nawl.ui.parts import Fact


@dataclass(frozen=True)
class ReportRow:
    """One issued report of a list."""

    number: str
    period: Period
    place: str
    issued_on: date
    edition: int
    superseded_by: str
    url: str


@dataclass(frozen=True)
class FileRow:
    """One file to take away: its form, its language, its size in kilobytes (none for drafts, which are made anew)."""

    form: str
    language: str
    url: str
    kilobytes: int | None = None
    sha256: str = ""


def report_rows(reports: Iterable[Report]) -> list[ReportRow]:
    """Return the rows of a list of reports."""
    return [
        ReportRow(
            number=report.number,
            period=report.period,
            place=report.place.name if report.place else _("Whole programme"),
            issued_on=report.issued_on,
            edition=report.edition,
            superseded_by=_later(report),
            url=reverse("reports:report", args=[report.number]),
        )
        for report in reports
    ]


def _later(report: Report) -> str:
    later = getattr(report, "superseded_by", None)
    return later.number if later else ""


def verified_rows(found: Verified) -> list[Fact]:
    """Return what anybody may read of a number: no figures, no names of people."""
    language = "en" if (get_language() or "ar").startswith("en") else "ar"
    return [
        Fact(_("Number"), found.number, code=True),
        Fact(_("Period"), words.period(found.period)),
        Fact(_("Covers"), found.place.spoken(language)),
        Fact(_("Date of issue"), words.day(found.issued_on)),
        Fact(_("Edition"), words.number(found.edition)),
    ]


def file_rows(report: Report) -> list[FileRow]:
    """Return the files of an issued report, in the reader's order of formats."""
    rows = report.files.unscoped("the files of a report that the reader may see").defer("content")
    found = {(row.language, row.format): row for row in rows}
    return [
        FileRow(
            form=str(Format(form).label),
            language=str(Language(language).label),
            url=reverse("reports:report-file", args=[report.number, language, form]),
            kilobytes=max(1, round(found[language, form].size / 1000)),
            sha256=found[language, form].sha256,
        )
        for language in Language.values
        for form in Format.values
        if (language, form) in found
    ]


def download_rows(period: Period, place: str, language: str) -> list[FileRow]:
    """Return the files that a draft can be taken away as, in the reader's language."""
    query = urlencode({"period": period.code, **({"place": place} if place else {})})
    return [
        FileRow(
            form=str(Format(form).label),
            language=str(Language(language).label),
            url=f"{reverse('reports:report-draft-file', args=[language, form])}?{query}",
        )
        for form in Format.values
    ]
