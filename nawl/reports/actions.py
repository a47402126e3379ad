"""Issuing reports: numbered, dated, hashed, frozen, with all their files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from nawl.accounts.actions import record
from nawl.accounts.choices import Role
from nawl.kit.clock import today
from nawl.kit.errors import Conflict, NotPossible
from nawl.kit.identifiers import make_serial
from nawl.kit.periods import Period
from nawl.places.models import Area
from nawl.places.queries import ensure_may
from nawl.reports.data import Issue, ReportData, to_json
from nawl.reports.formats import FileKey, make_files
from nawl.reports.models import Report, ReportFile
from nawl.reports.queries import draft, latest_issue, next_sequence
from nawl.reports.rules import SERIAL_PREFIX, changes_between, ensure_issuable

if TYPE_CHECKING:
    from nawl.accounts.models import User

ISSUERS = frozenset({Role.PROGRAMME_DIRECTOR})
GOVERNORATE_ISSUERS = frozenset({Role.PROGRAMME_DIRECTOR, Role.GOVERNORATE_DIRECTOR})
_TRIES = 4


@dataclass(frozen=True)
class _Prepared:
    """A report ready to be kept: nothing of it has been written yet."""

    data: ReportData
    sequence: int
    place: Area | None
    earlier: Report | None
    files: Mapping[FileKey, bytes]


def issue_report(period: Period, place: Area | None, *, by: User) -> Report:
    """Issue the report of a period for a governorate, or for the programme when there is no place.

    Everything is made first and kept in one short transaction; whoever loses a race for the number or the edition
    makes it again. Raises NotPossible("report_period_not_over"), and NotPossible("report_unchanged") when the newest
    issue says the same.
    """
    ensure_may(by, GOVERNORATE_ISSUERS if place else ISSUERS, at=place)
    ensure_issuable(period, today())
    for _ in range(_TRIES):
        prepared = _prepare(period, place, by)
        try:
            return _keep(prepared, by)
        except IntegrityError:
            continue
    raise Conflict("report_number_contended")


def _prepare(period: Period, place: Area | None, by: User) -> _Prepared:
    earlier = latest_issue(period, place)
    now = draft(period, place.pcode if place else "", user=by)
    if earlier and earlier.content_sha256 == now.content_sha256:
        raise NotPossible("report_unchanged", number=earlier.number)
    day = today()
    sequence = next_sequence(day.year)
    issue = Issue(
        is_issued=True,
        made_on=day,
        number=make_serial(SERIAL_PREFIX, day.year, sequence),
        edition=earlier.edition + 1 if earlier else 1,
        supersedes=earlier.number if earlier else "",
    )
    data = replace(now, issue=issue, changes=changes_between(earlier.content, now) if earlier else ())
    return _Prepared(data, sequence, place, earlier, make_files(data))


@transaction.atomic
def _keep(prepared: _Prepared, by: User) -> Report:
    data, issue, place = prepared.data, prepared.data.issue, prepared.place
    report: Report = Report.objects.create(
        number=issue.number,
        sequence=prepared.sequence,
        edition=issue.edition,
        first=data.first,
        last=data.last,
        place=place,
        place_path=place.path if place else "",
        data=to_json(data),
        sha256=data.sha256,
        content_sha256=data.content_sha256,
        issued_on=issue.made_on,
        issued_by=by,
        supersedes=prepared.earlier,
    )
    ReportFile.objects.bulk_create(
        ReportFile(
            report=report,
            language=language,
            format=form,
            content=content,
            size=len(content),
            sha256=sha256(content).hexdigest(),
        )
        for (language, form), content in prepared.files.items()
    )
    facts = {"number": report.number, "period": data.period.code, "edition": report.edition, "sha256": report.sha256}
    record("reports.issued", by=by, subjects=[report], place_path=report.place_path, changes=facts)
    return report
