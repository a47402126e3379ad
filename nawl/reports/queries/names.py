"""The names that stand in a report, in both languages, and the facilities that it lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q

from nawl.activities.models import ActivityType
from nawl.indicators.values import Place
from nawl.kit.clock import today
from nawl.kit.errors import NotFound
from nawl.kit.periods import Period
from nawl.partners.queries import operators_of
from nawl.places.choices import Level
from nawl.places.models import Area, Facility
from nawl.reports.data import Name

if TYPE_CHECKING:
    from nawl.accounts.models import User

Names = dict[str, Name]


def names_of_areas() -> Names:
    """Return the names of governorates and districts by P-code."""
    rows = Area.objects.filter(level__in=(Level.GOVERNORATE, Level.DISTRICT))
    return _names(rows.values_list("pcode", "name_ar", "name_en"))


def names_of_types() -> Names:
    """Return the names of activity types by code."""
    return _names(ActivityType.objects.values_list("code", "name_ar", "name_en"))


def _names(rows: Iterable[tuple[str, str, str]]) -> Names:
    return {code: Name(name_ar, name_en) for code, name_ar, name_en in rows}


def area_reported(code: str) -> Area | None:
    """Return the governorate of a P-code, none for the whole programme; raises NotFound("report_place_unfit")."""
    if not code:
        return None
    area = Area.objects.filter(pcode=code, level=Level.GOVERNORATE).first()
    if area is None:
        raise NotFound("report_place_unfit", place=code)
    return area


def facilities_standing(period: Period, place: Place, user: User) -> list[Facility]:
    """Return the facilities of a place that stood on some day of the period, by code, within the user's scope."""
    rows = Facility.objects.visible_to(user).filter(
        Q(opened_on__isnull=True) | Q(opened_on__lte=period.last),
        Q(closed_on__isnull=True) | Q(closed_on__gte=period.first),
    )
    if place.code:
        rows = rows.filter(governorate__pcode=place.code)
    return list(rows.select_related("governorate", "district").order_by("code"))


def partners_of(facilities: Sequence[Facility], period: Period) -> dict[UUID, Name]:
    """Return who runs each facility at the end of the period, or today while it lasts."""
    found = operators_of(facilities, min(period.last, today()))
    return {pk: Name(partner.name_ar, partner.name_en) for pk, partner in found.items()}
