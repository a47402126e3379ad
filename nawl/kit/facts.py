"""How a domain declares its figures: what is counted, on which basis, by which columns, from which records."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from nawl.kit.arabic import is_arabic

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from nawl.kit.periods import Period

STANDARD_COLUMNS: tuple[str, ...] = (
    "month",
    "governorate",
    "district",
    "facility",
    "facility_kind",
    "activity",
    "activity_type",
    "service_area",
    "service",
    "sex",
    "age_band",
    "partner",
)


class Basis(StrEnum):
    """What one unit of a figure stands for, and therefore when figures may be added."""

    CONTACTS = "contacts"
    FIRST_VISITS = "first_visits"
    ACTIVITIES = "activities"
    FACILITIES = "facilities"

    @property
    def is_distinct(self) -> bool:
        """Whether things are counted once each, so that parts may overlap: never add over time or type."""
        return self in (Basis.ACTIVITIES, Basis.FACILITIES)

    @property
    def is_additive_over_months(self) -> bool:
        """Whether the months of one calendar year add up to the year."""
        return not self.is_distinct

    @property
    def is_additive_over_time(self) -> bool:
        """Whether any two periods that do not overlap may be added, also across years."""
        return self is Basis.CONTACTS

    @property
    def is_additive_over_types(self) -> bool:
        """Whether kinds of service, activity or person add up to the whole."""
        return not self.is_distinct

    def adds_within(self, period: Period) -> bool:
        """Tell whether the months of this period may be summed on this basis."""
        if self.is_additive_over_time:
            return True
        return self.is_additive_over_months and period.first.year == period.last.year

    def label(self, language: str) -> str:
        """Return the words that stand beside a figure to say what was counted."""
        return _LABELS[self][0 if is_arabic(language) else 1]


_LABELS: dict[Basis, tuple[str, str]] = {
    Basis.CONTACTS: ("مرات تلقي الخدمة، وقد يتكرر الشخص", "times served; a person may recur"),
    Basis.FIRST_VISITS: ("أشخاص، يُحسب كل منهم في زيارته الأولى من السنة", "persons, counted at the year's first visit"),
    Basis.ACTIVITIES: ("أنشطة، يُحسب كل منها مرة واحدة", "activities, each counted once"),
    Basis.FACILITIES: ("مراكز ووحدات، يُحسب كل منها مرة واحدة", "centres and units, each counted once"),
}


@dataclass(frozen=True)
class Measure:
    """One figure a domain can give.

    code      its stable name, "activities.services_delivered"
    basis     what one unit stands for
    facts     the rows of a period that the reader may see
    value     the ORM expression that aggregates those rows to the figure
    columns   standard column -> ORM path on the rows; a missing column cannot be asked for
    records   the records behind the figure for chosen column values: what the reader sees on walking back

    The reader is a user of `accounts`, a floor above this one, and so a type that cannot be named here.
    """

    code: str
    basis: Basis
    facts: Callable[[Period, Any], QuerySet[Any]]
    value: Any
    columns: Mapping[str, str]
    records: Callable[[Period, Any, Mapping[str, str]], QuerySet[Any]]

    def __post_init__(self) -> None:
        """Refuse columns that no other domain would understand."""
        unknown = sorted(set(self.columns) - set(STANDARD_COLUMNS))
        if unknown:
            raise ValueError(f"{self.code}: not standard columns: {', '.join(unknown)}")
