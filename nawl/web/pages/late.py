"""Facilities whose records are late, as rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from nawl.ui import words
from nawl.web.network import Network, Standing

SHOWN = 8


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
    """The facilities with the longest silence, how many more there are, whether any day is due and up to which."""

    rows: tuple[LateRow, ...]
    more: int
    is_due: bool
    until: date


def late_list(network: Network) -> LateList:
    """Return the facilities that are late, the longest silence first."""
    rows = tuple(_row(one) for one in network.late[:SHOWN])
    return LateList(rows, max(0, len(network.late) - SHOWN), network.is_due, network.until)


def _row(one: Standing) -> LateRow:
    return LateRow(
        name=one.facility.name,
        url=reverse("web:facility", args=[one.facility.code]),
        where=one.facility.governorate.name,
        last=words.day(one.silence.last) if one.silence.last else _("nothing in this period"),
        days=words.counted(one.silence.days, "day") if one.silence.last else "",
    )
