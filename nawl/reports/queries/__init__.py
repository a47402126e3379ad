"""Reading the reports: the figures of a draft from live records, issued reports and their files."""

from nawl.reports.queries.gather import draft
from nawl.reports.queries.issued import (
    Verified,
    file_of,
    latest_issue,
    next_sequence,
    report_called,
    reports_seen_by,
    verified,
)
from nawl.reports.queries.names import area_reported

__all__ = [
    "Verified",
    "area_reported",
    "draft",
    "file_of",
    "latest_issue",
    "next_sequence",
    "report_called",
    "reports_seen_by",
    "verified",
]
