"""Facilities whose records are late, as rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from nawl.indicators.values import Question
from nawl.ui import words
from nawl.web.network import Network, Standing

SHOWN = 8
WHOLE = "all"
"""How an address asks for every late facility."""


@dataclass(frozen=True)
class LateRow:
    """A facility whose records are late: its latest record and how long it has been silent."""

    name: str
    url: str
    where: str
    last: str
    days: str


@dataclass(frozen=True)
class LateList:
    """The facilities with the longest silence, how many more there are and where all stand, and up to which day.

    `is_due` says whether any day is due.
    """

    rows: tuple[LateRow, ...]
    more: int
    url: str
    is_due: bool
    until: date


def late_list(network: Network, question: Question, *, is_whole: bool = False) -> LateList:
    """Return the facilities that are late, the longest silence first: the first few, or all of them."""
    late = network.late
    rows = tuple(_row(one) for one in (late if is_whole else late[:SHOWN]))
    url = f"{reverse('web:programme')}?{question.address(late=WHOLE)}#late"
    return LateList(rows, len(late) - len(rows), url, network.is_due, network.until)


def _row(one: Standing) -> LateRow:
    return LateRow(
        name=one.facility.name,
        url=reverse("web:facility", args=[one.facility.code]),
        where=one.facility.governorate.name,
        last=words.day(one.silence.last) if one.silence.last else _("nothing in this period"),
        days=words.counted(one.silence.days, "day") if one.silence.last else "",
    )
