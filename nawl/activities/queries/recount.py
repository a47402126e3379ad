"""The recount: every month's sum against its days, in one statement and with bounded memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db.models import F, Sum, Value
from django.db.models.functions import TruncMonth

from nawl.activities.models import Activity, Service, Tally, TallyMonth
from nawl.places.models import Facility

REASON = "the recount proves every month, whoever asks"
CELL = ("activity", "service", "sex", "age_band")
COLUMNS = ("place", "of_month", *CELL, "contacts_sum", "first_sum", "is_kept")
NONE = (0, 0)
Cell = tuple[UUID, int, str, str]
Key = tuple[UUID, date, UUID, int, str, str]
Pair = tuple[int, int]


@dataclass(frozen=True)
class Difference:
    """A month's cell whose kept sum is not what its days add up to."""

    facility_id: UUID
    month: date
    activity_id: UUID
    service_id: int
    sex: str
    age_band: str
    kept: Pair
    counted: Pair

    @property
    def key(self) -> Key:
        """The month's cell."""
        return (self.facility_id, self.month, self.activity_id, self.service_id, self.sex, self.age_band)

    @property
    def missing(self) -> Pair:
        """What must be added to the kept sum, contacts and first visits; below zero when it is too high."""
        return (self.counted[0] - self.kept[0], self.counted[1] - self.kept[1])


def month_differences() -> Iterator[Difference]:
    """Give every month's cell that is not the sum of its days; a cell of noughts is the same as none.

    One statement reads both sides, so that both are of the same moment beside other writers; a facility's month at a
    time is held in memory.
    """
    rows = _counted().union(_kept(), all=True).order_by("place", "of_month").iterator()
    for (facility, month), cells in groupby(rows, key=lambda row: (row[0], row[1])):
        for cell, (kept, counted) in _paired(cells).items():
            if kept != counted:
                yield Difference(facility, month, *cell, kept, counted)


def _counted() -> Any:
    days = Tally.objects.unscoped(REASON).annotate(place=F("day__facility"), of_month=TruncMonth("day__occurred_on"))
    sums = days.values("place", "of_month", *CELL).annotate(
        contacts_sum=Sum("contacts"), first_sum=Sum("first_visits"), is_kept=Value(False)
    )
    return sums.values_list(*COLUMNS).order_by()


def _kept() -> Any:
    months = TallyMonth.objects.unscoped(REASON).annotate(
        place=F("facility"),
        of_month=F("month"),
        contacts_sum=F("contacts"),
        first_sum=F("first_visits"),
        is_kept=Value(True),
    )
    return months.values_list(*COLUMNS).order_by()


def _paired(rows: Iterable[Any]) -> dict[Cell, tuple[Pair, Pair]]:
    """Put the kept and the counted sum of each cell side by side."""
    pairs: dict[Cell, tuple[Pair, Pair]] = {}
    for _place, _month, activity, service, sex, band, contacts, first, is_kept in rows:
        cell = (activity, service, sex, band)
        kept, counted = pairs.get(cell, (NONE, NONE))
        pairs[cell] = ((contacts, first), counted) if is_kept else (kept, (contacts, first))
    return pairs


def codes_of(differences: Iterable[Difference]) -> dict[UUID | int, str]:
    """Return the codes of the facilities, activities and services that differences name."""
    named = list(differences)
    wanted: list[tuple[Any, set[Any]]] = [
        (Facility.objects.unscoped(REASON), {one.facility_id for one in named}),
        (Activity.objects.unscoped(REASON), {one.activity_id for one in named}),
        (Service.objects.all(), {one.service_id for one in named}),
    ]
    return {pk: code for rows, keys in wanted for pk, code in rows.filter(pk__in=keys).values_list("pk", "code")}
