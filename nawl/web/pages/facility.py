"""The page of one centre or unit: its state, its figures, its month, its activities, what is known of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from nawl.activities.actions.days import RECORDERS
from nawl.activities.models import Activity
from nawl.activities.queries import month_strip
from nawl.indicators import queries
from nawl.indicators.showing import number_text, parts_url, period_choices
from nawl.indicators.values import Breakdown, Question
from nawl.kit.clock import today
from nawl.kit.periods import Period
from nawl.partners.queries import operator_of
from nawl.places.actions.facilities import FACILITY_KEEPERS
from nawl.places.choices import FacilityKind, FacilityState
from nawl.places.models import Facility, FacilityStatus
from nawl.places.queries import facility_facts, facility_seen_by, may, turns_of
from nawl.ui import words
from nawl.ui.parts import Choice, Crumb, Event, Fact
from nawl.web.changes import events_of
from nawl.web.pages.figures import Figure, figure_of
from nawl.web.pages.strip import Strip, strip_of

if TYPE_CHECKING:
    from nawl.accounts.models import User

_CENTRES = ("people_served", "services_delivered", "activities_carried_out", "women_served_share")
_ALTERNATIVE = ("people_served_alternative", "services_delivered_alternative")


@dataclass(frozen=True)
class ActivityRow:
    """One activity of the facility in the period."""

    title: str
    url: str
    about: str
    services: str
    services_url: str
    people: str
    people_url: str


@dataclass(frozen=True)
class FacilityPage:
    """Everything on the page of one facility."""

    facility: Facility
    question: Question
    periods: list[Choice]
    crumbs: list[Crumb]
    may_record: bool
    day_url: str
    figures: list[Figure]
    columns: str
    strip: Strip
    month: str
    activities: list[ActivityRow]
    facts: list[Fact]
    may_revise: bool
    turns: list[FacilityStatus]
    changes: list[Event]
    history_url: str


def facility_page(code: str, query: QueryDict, user: User) -> FacilityPage:
    """Return the page of a facility within the user's scope; the number of queries does not grow with its records."""
    facility = facility_seen_by(user, code)
    place = queries.place_of_facility(facility, user)
    question = Question(queries.period_called(query.get("period", ""), user), place)
    codes = _ALTERNATIVE if facility.kind == FacilityKind.ALTERNATIVE else _CENTRES
    compared = queries.with_comparison(codes, place, question.period, user=user)
    return FacilityPage(
        facility=facility,
        question=question,
        periods=period_choices(question.period, lambda period: f"{_url(facility)}?period={period.code}"),
        crumbs=_crumbs(facility),
        may_record=may(user, RECORDERS, at=facility) and facility.state == FacilityState.OPEN,
        day_url=reverse("activities:day", args=[facility.code, today()]),
        figures=[figure_of(compared[one]) for one in codes],
        columns="even" if len(codes) > 2 else "two",
        strip=strip_of(facility, month_strip(facility, _this_month(), user)),
        month=words.period(_this_month()),
        activities=_activities(facility, question, codes, user),
        facts=[*facility_facts(facility, user), _run_by(facility)],
        may_revise=may(user, FACILITY_KEEPERS, at=facility),
        turns=turns_of(facility, user),
        changes=events_of(facility, user),
        history_url=reverse("web:history", args=["facility", facility.code]),
    )


def _url(facility: Facility) -> str:
    return reverse("web:facility", args=[facility.code])


def _this_month() -> Period:
    return Period.month(today().year, today().month)


def _crumbs(facility: Facility) -> list[Crumb]:
    listed = reverse("places:facility-list")
    crumbs = [
        Crumb(_("Centres and units"), listed),
        Crumb(facility.governorate.name, f"{listed}?governorate={facility.governorate.pcode}"),
    ]
    return [*crumbs, Crumb(facility.district.name)] if facility.district else crumbs


def _activities(facility: Facility, question: Question, codes: Sequence[str], user: User) -> list[ActivityRow]:
    """Return the activities that ran in the period, each with its services and persons, also those without any."""
    period = question.period
    ran = (
        Activity.objects.visible_to(user)
        .filter(facility=facility, starts_on__lte=period.last)
        .exclude(ends_on__lt=period.first)
        .select_related("type", "partner")
        .order_by("type__position", "code")
    )
    people, services = (one for one in codes if one.startswith(("people", "services")))
    found = queries.breakdowns([people, services], question.place, period, ("activity",), user=user)
    return [_row(one, found[people], found[services]) for one in ran]


def _row(activity: Activity, people: Breakdown, services: Breakdown) -> ActivityRow:
    def url(parts: Breakdown) -> str:
        address = queries.address_of_part(parts.total.question, {"activity": activity.code})
        return parts_url(parts.total.code, address)

    about = [activity.type.name, str(activity.partner) if activity.partner else ""]
    return ActivityRow(
        title=activity.title,
        url=reverse("activities:activity", args=[activity.code]),
        about=" · ".join(part for part in about if part),
        services=number_text(services.total.card, services.number(activity.code)),
        services_url=url(services),
        people=number_text(people.total.card, people.number(activity.code)),
        people_url=url(people),
    )


def _run_by(facility: Facility) -> Fact:
    operator = operator_of(facility)
    if operator is not None:
        return Fact(_("Run by"), operator.name, reverse("partners:organisation", args=[operator.code]))
    return Fact(_("Run by"), _("the directorate of %(place)s") % {"place": facility.governorate.name})
