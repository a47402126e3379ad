"""Names of the values of columns: what a part of a figure is called, and in which order parts stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, Model, OuterRef, Q
from django.utils.translation import gettext as _

from nawl.activities.choices import AgeBand, ServiceArea, Sex
from nawl.activities.models import Activity, ActivityType, Service
from nawl.indicators.values import NONE
from nawl.kit.periods import parse_period
from nawl.partners.models import Organisation
from nawl.partners.queries import visible_organisations
from nawl.places.choices import FacilityKind
from nawl.places.models import Area, Facility
from nawl.ui import words

if TYPE_CHECKING:
    from nawl.accounts.models import User

Names = dict[str, str]
CHOICES: Mapping[str, Any] = {
    "sex": Sex,
    "age_band": AgeBand,
    "service_area": ServiceArea,
    "facility_kind": FacilityKind,
}
ORDERED = frozenset({"month", *CHOICES})
"""Columns whose parts keep their own order; the parts of others stand by size."""


def names_of(column: str, keys: Iterable[str], user: User | None = None) -> Names:
    """Return the name of each value of a column, within the user's scope; one query at most.

    Closed lists and months need no user.
    """
    wanted = sorted({key for key in keys if key != NONE})
    names = {NONE: _("Without a partner") if column == "partner" else _("Not recorded")}
    if column == "month":
        return {key: words.period(parse_period(key)) for key in wanted}
    if column in CHOICES:
        return names | {value: str(label) for value, label in CHOICES[column].choices}
    if user is None:
        raise ValueError(f"the names of {column} are read within somebody's scope")
    return names | _READ[column](wanted, user)


def order_of(column: str, key: str) -> int:
    """Return the place of a value in its closed list; 0 for columns without one."""
    return list(CHOICES[column].values).index(key) if column in CHOICES and key in CHOICES[column].values else 0


def _areas(codes: list[str], _user: User) -> Names:
    return _by_code(Area.objects.filter(pcode__in=codes), "pcode")


def _facilities(codes: list[str], user: User) -> Names:
    return _by_code(Facility.objects.visible_to(user).filter(code__in=codes), "code")


def _activities(codes: list[str], user: User) -> Names:
    return _by_code(Activity.objects.visible_to(user).filter(code__in=codes), "code")


def _types(codes: list[str], _user: User) -> Names:
    return _by_code(ActivityType.objects.filter(code__in=codes), "code")


def _services(codes: list[str], _user: User) -> Names:
    return _by_code(Service.objects.filter(code__in=codes), "code")


def _partners(codes: list[str], user: User) -> Names:
    """Return the names of partners that the reader sees, or that work in an activity that they see."""
    active = Exists(Activity.objects.visible_to(user).filter(partner=OuterRef("pk")))
    seen = Q(pk__in=visible_organisations(user).values("pk")) | Q(active)
    return _by_code(Organisation.objects.filter(seen, code__in=codes), "code")


def _by_code(rows: Iterable[Model], field: str) -> Names:
    return {getattr(row, field): str(row) for row in rows}


_READ: Mapping[str, Callable[[list[str], User], Names]] = {
    "governorate": _areas,
    "district": _areas,
    "facility": _facilities,
    "activity": _activities,
    "activity_type": _types,
    "service": _services,
    "partner": _partners,
}
