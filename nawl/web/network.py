"""The facilities of a place in a period: which are expected to record, which are late."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Max

from nawl.activities.models import ServiceDay
from nawl.indicators.values import Place
from nawl.kit.clock import today
from nawl.kit.periods import Period
from nawl.places.choices import FacilityKind, FacilityState
from nawl.places.models import Facility
from nawl.web.rules import Silence, due_until, silence

if TYPE_CHECKING:
    from nawl.accounts.models import User

_PATHS = {"governorate": "governorate__pcode", "district": "district__pcode", "facility": "code"}


@dataclass(frozen=True)
class Standing:
    """A facility and how long it has been silent at the period's end."""

    facility: Facility
    silence: Silence


@dataclass(frozen=True)
class Network:
    """The facilities of a place that should have recorded in a period, the late among them, and up to which day.

    `is_due` says whether any day of the period is due; `until` is the last one that is.
    """

    expected: tuple[Standing, ...]
    governorates: frozenset[str]
    is_due: bool
    until: date

    @property
    def late(self) -> tuple[Standing, ...]:
        """Those that are late, the longest silence first."""
        return tuple(sorted((one for one in self.expected if one.silence.is_late), key=lambda one: -one.silence.days))

    @property
    def late_governorates(self) -> frozenset[str]:
        """P-codes of the governorates that have late facilities."""
        return frozenset(one.facility.governorate.pcode for one in self.late)

    def of_kinds(self, kinds: Iterable[str]) -> tuple[Standing, ...]:
        """Keep the facilities of some kinds."""
        wanted = frozenset(kinds)
        return tuple(one for one in self.expected if one.facility.kind in wanted)


COUNTED_KINDS = (FacilityKind.CENTRE.value, FacilityKind.UNIT.value)


def network_of(place: Place, period: Period, user: User) -> Network:
    """Return the facilities of a place with their silence at the period's end; two queries."""
    facilities = Facility.objects.visible_to(user).select_related("governorate")
    if not place.is_whole_scope:
        facilities = facilities.filter(**{_PATHS[place.level]: place.code})
    standing = list(facilities)
    days = ServiceDay.objects.visible_to(user).filter(occurred_on__gte=period.first, occurred_on__lte=period.last)
    newest = dict(days.order_by().values_list("facility").annotate(newest=Max("occurred_on")))
    expected = [
        Standing(one, silence(newest.get(one.pk), period, today(), one.opened_on))
        for one in standing
        if _is_expected(one, period)
    ]
    until = min(period.last, due_until(today()))
    governorates = frozenset(one.governorate.pcode for one in standing)
    return Network(tuple(expected), governorates, period.first <= until, until)


def _is_expected(facility: Facility, period: Period) -> bool:
    has_begun = facility.opened_on is None or facility.opened_on <= period.last
    return facility.state == FacilityState.OPEN and has_begun
