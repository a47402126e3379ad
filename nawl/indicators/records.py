"""The records behind a figure: the days of centres and units on which it was counted, each leading to its sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef
from django.urls import reverse

from nawl.activities.models import ServiceDay
from nawl.indicators.queries import records_of
from nawl.indicators.registry import measure
from nawl.indicators.values import Card, Question

if TYPE_CHECKING:
    from nawl.accounts.models import User

PAGE_SIZE = 20


@dataclass(frozen=True)
class RecordDay:
    """One day of one facility, and how much of the figure was counted on it."""

    on: date
    facility_code: str
    facility: str
    number: int | Decimal

    @property
    def url(self) -> str:
        """The day's sheet."""
        return reverse("activities:day", args=[self.facility_code, self.on])


def days_behind(asked: Card, question: Question, user: User, page: int | str) -> tuple[Page[Any], list[RecordDay]]:
    """Return one page of the days that a figure was counted on, newest first; three queries whatever their number."""
    records = records_of(asked, question, user).order_by()
    days = (
        ServiceDay.objects.visible_to(user)
        .filter(
            Exists(records.filter(day=OuterRef("pk"))),
            occurred_on__gte=question.period.first,
            occurred_on__lte=question.period.last,
        )
        .select_related("facility")
        .order_by("-occurred_on", "facility__code")
    )
    shown = Paginator(days, PAGE_SIZE).get_page(page)
    numbers = _numbers(asked, records, list(shown))
    return shown, [
        RecordDay(day.occurred_on, day.facility.code, day.facility.name, numbers.get(day.pk, 0)) for day in shown
    ]


def _numbers(asked: Card, records: Any, days: Sequence[ServiceDay]) -> Mapping[int, int]:
    """Return how much each of the days counts; a share shows its whole."""
    value = measure(asked.declaration.measure).value
    counted = records.filter(day__in=[day.pk for day in days]).values("day").annotate(number=value)
    return {row["day"]: row["number"] for row in counted}
