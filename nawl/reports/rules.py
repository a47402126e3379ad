"""Rules of the reports: which periods have one, when it may be issued, what differs between two issues."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from nawl.kit.errors import NotPossible
from nawl.kit.numbers import to_western_digits
from nawl.kit.periods import Period
from nawl.reports.data import MEASURES, Change, Counts, Name, ReportData

SERIAL_PREFIX = "RPT"
SHORT_HASH = 16
REPORTED_KINDS = frozenset({"month", "quarter", "half", "year"})

_Key = tuple[str, str, str]


def ensure_reportable(period: Period, today: date) -> None:
    """Refuse days that are no month, quarter, half or year, and periods that have not begun."""
    if period.kind not in REPORTED_KINDS:
        raise NotPossible("report_period_unfit", period=period)
    if period.first > today:
        raise NotPossible("report_period_not_begun", period=period, first=period.first)


def ensure_issuable(period: Period, today: date) -> None:
    """Refuse to issue a report on a period whose last day is not over."""
    if period.last >= today:
        raise NotPossible("report_period_not_over", period=period, last=period.last)


def changes_between(earlier: ReportData, later: ReportData) -> tuple[Change, ...]:
    """Return every figure that differs, in the order of the report: of what, from, to."""
    before, after = dict(_numbers(earlier)), dict(_numbers(later))
    names = dict(_names(earlier)) | dict(_names(later))
    keys = [*after, *(key for key in before if key not in after)]
    return tuple(
        Change(key[0], key[1], names[key[:2]], key[2], before.get(key), after.get(key))
        for key in keys
        if before.get(key) != after.get(key)
    )


def _numbers(data: ReportData) -> Iterator[tuple[_Key, int | None]]:
    for table, key, _name, counts in _rows(data):
        for measure in MEASURES:
            if counts.of(measure) is not None:
                yield (table, key, measure), counts.of(measure)


def _names(data: ReportData) -> Iterator[tuple[tuple[str, str], Name]]:
    for table, key, name, _counts in _rows(data):
        yield (table, key), name


def _rows(data: ReportData) -> Iterator[tuple[str, str, Name, Counts]]:
    """Yield every row of figures: its table, its key, its name, its counts."""
    yield "figures", "", data.place.name, data.totals
    for table, lines in (("months", data.months), ("places", data.places), ("types", data.types)):
        for line in lines:
            yield table, line.key, line.name, line.counts
    for part in data.sexes:
        yield "sexes", f"{part.sex}/{part.age_band}", Name(""), part.counts
    for facility in (*(centre.facility for centre in data.alternatives), *data.facilities):
        yield "facilities", facility.code, facility.name, facility.counts


def matches(typed: str, sha256: str) -> bool:
    """Say whether a typed fingerprint is this hash: all of it or the beginning that is printed, however it is spaced."""
    signs = "".join(to_western_digits(typed).lower().split()).replace("-", "")
    return len(signs) >= SHORT_HASH and sha256.startswith(signs)
