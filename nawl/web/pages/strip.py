"""A month as a strip of days: recorded, missing, at rest, today; each recorded or missing day leads to its sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from nawl.activities.queries import DayMark
from nawl.places.models import Facility
from nawl.ui import words

_CLASSES = {"recorded": "d", "missing": "m", "rest": "o", "outside": "o", "today": "h"}


@dataclass(frozen=True)
class DayBox:
    """One day of the strip: its number, its class, its words for those who do not see colours, where it leads."""

    number: str
    css: str
    words: str
    url: str


@dataclass(frozen=True)
class Strip:
    """A month's days so far, and what they add up to."""

    days: tuple[DayBox, ...]
    recorded: int
    working: int
    missing: tuple[date, ...]
    contacts: int


def strip_of(facility: Facility, marks: Sequence[DayMark]) -> Strip:
    """Return the strip of a facility's month."""
    return Strip(
        days=tuple(_box(facility, mark) for mark in marks),
        recorded=sum(1 for mark in marks if mark.state == "recorded" or (mark.state == "today" and mark.contacts)),
        working=sum(1 for mark in marks if mark.state in ("recorded", "missing", "today")),
        missing=tuple(mark.on for mark in marks if mark.state == "missing"),
        contacts=sum(mark.contacts or 0 for mark in marks),
    )


def _box(facility: Facility, mark: DayMark) -> DayBox:
    said = {
        "recorded": _("%(day)s: recorded"),
        "missing": _("%(day)s: nothing recorded"),
        "rest": _("%(day)s: day of rest"),
        "outside": _("%(day)s: not at work"),
        "today": _("%(day)s: today"),
    }[mark.state] % {"day": words.day(mark.on, with_year=False)}
    leads = mark.state in ("recorded", "missing", "today")
    url = reverse("activities:day", args=[facility.code, mark.on]) if leads else ""
    return DayBox(words.number(mark.on.day), _CLASSES[mark.state], said, url)
