"""Activities: the list with its filters, one activity, its months and days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.paginator import Page, Paginator
from django.db.models import OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from nawl.activities.models import Activity, ServiceDay, Tally, TallyMonth
from nawl.kit.arabic import normalise
from nawl.kit.clock import today
from nawl.kit.errors import NotFound
from nawl.places.models import Facility
from nawl.places.queries import charges_of

if TYPE_CHECKING:
    from nawl.accounts.models import User

PAGE_SIZE = 25
STATES = ("running", "planned", "over")


@dataclass(frozen=True)
class ActivityFilters:
    """What the list is narrowed to; empty means everything."""

    text: str = ""
    area: str = ""
    type: str = ""
    state: str = ""
    facility: str = ""
    governorate: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether the list is whole."""
        return self == ActivityFilters()


@dataclass(frozen=True)
class ActivityMonth:
    """What was counted in an activity in one month."""

    month: date
    contacts: int
    first_visits: int


def activities_seen_by(
    user: User,
    filters: ActivityFilters = ActivityFilters(),
    page: int | str = 1,
) -> Page[Activity]:
    """Return one page of the activities that a user may see, each with its services so far; two queries."""
    months = TallyMonth.objects.visible_to(user).filter(activity=OuterRef("pk")).order_by().values("activity")
    counted = Subquery(months.annotate(whole=Sum("contacts")).values("whole"))
    found = (
        narrowed(Activity.objects.visible_to(user), filters)
        .select_related("facility__governorate", "type", "partner")
        .annotate(contacts=Coalesce(counted, 0))
        .order_by("facility__code", "type__position", "-starts_on", "code")
    )
    return Paginator(found, PAGE_SIZE).get_page(page)


def narrowed(activities: QuerySet[Any], filters: ActivityFilters) -> QuerySet[Any]:
    """Keep the activities that meet every filter; an unknown value finds nothing."""
    exact = {
        "type__area": filters.area,
        "type__code": filters.type,
        "facility__code": filters.facility,
        "facility__governorate__pcode": filters.governorate,
    }
    kept = activities.filter(**{path: value for path, value in exact.items() if value})
    for word in normalise(filters.text).split():
        kept = kept.filter(
            Q(title_key__contains=word) | Q(code__icontains=word) | Q(facility__search_key__contains=word)
        )
    return kept.filter(_in_state(filters.state)) if filters.state else kept


def _in_state(state: str) -> Q:
    day = today()
    if state == "running":
        return Q(starts_on__lte=day) & (Q(ends_on__isnull=True) | Q(ends_on__gte=day))
    if state == "planned":
        return Q(starts_on__gt=day)
    return Q(ends_on__lt=day) if state == "over" else Q(pk__in=[])


def activity_seen_by(code: str, user: User) -> Activity:
    """Return the activity of a code; raises NotFound("activity_not_found") outside the user's scope too."""
    found: Activity | None = (
        Activity.objects.visible_to(user)
        .filter(code=code)
        .select_related("facility__governorate", "facility__district", "type", "partner")
        .first()
    )
    if found is None:
        raise NotFound("activity_not_found", activity=code)
    return found


def facilities_to_plan_at(user: User, roles: Iterable[str]) -> QuerySet[Any]:
    """Return the facilities within the user's scope at which one of the roles is held, by their code."""
    facilities = Facility.objects.visible_to(user)
    wanted = frozenset(roles)
    charges = [charge for charge in charges_of(user) if charge.role in wanted]
    if not (user.is_system or any(charge.is_national for charge in charges)):
        below = Q(pk__in=[charge.facility_id for charge in charges if charge.facility_id])
        for charge in charges:
            below |= Q(place_path__startswith=charge.area_path) if charge.area_path else Q()
        facilities = facilities.filter(below)
    return facilities.exclude(state="closed").order_by("code")  # type: ignore[no-any-return]  # scoped manager


def months_of_activity(activity: Activity, user: User) -> list[ActivityMonth]:
    """Return what was counted in an activity, by month; one query."""
    months = TallyMonth.objects.visible_to(user).filter(activity=activity).order_by("month").values("month")
    summed = months.annotate(contacts=Sum("contacts"), first_visits=Sum("first_visits"))
    return [ActivityMonth(**row) for row in summed if row["contacts"]]


def days_of_activity(activity: Activity, user: User, limit: int = 8) -> list[tuple[date, int]]:
    """Return the latest days on which an activity was counted and the services of each, newest first; one query."""
    counted = Tally.objects.visible_to(user).filter(activity=activity, contacts__gt=0)
    days = counted.order_by("-day__occurred_on").values_list("day__occurred_on").annotate(whole=Sum("contacts"))
    return list(days[:limit])


def last_counted_day(activity: Activity, user: User) -> ServiceDay | None:
    """Return the latest day on which something was counted in an activity."""
    days = ServiceDay.objects.visible_to(user).filter(tallies__activity=activity)
    found: ServiceDay | None = days.order_by("-occurred_on").first()
    return found
