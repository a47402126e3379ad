"""Everyone's first page, by what they do: the one thing done most, what waits, what is late, what changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nawl.accounts.choices import Role
from nawl.accounts.models import User
from nawl.activities.models import ActivityType, Service, ServiceDay
from nawl.activities.queries import days_of, month_strip
from nawl.indicators import queries
from nawl.indicators.models import Indicator
from nawl.indicators.showing import door
from nawl.indicators.values import Place, Question, Value
from nawl.kit.clock import today
from nawl.kit.periods import Period, weekday_name
from nawl.places.choices import FacilityKind
from nawl.places.models import Area, Facility
from nawl.places.queries import charges_of, governorates
from nawl.ui import reader, words
from nawl.ui.parts import Event
from nawl.web.changes import events_at, events_of, latest_issue
from nawl.web.network import network_of
from nawl.web.pages.late import LateList, late_list
from nawl.web.pages.saying import link, said
from nawl.web.pages.strip import Strip, strip_of
from nawl.web.pages.workshop import WorkshopDay, workshop_day
from nawl.web.rows import Waiting
from nawl.web.rules import due_until
from nawl.web.waiting import waiting_registers

RECORDERS = frozenset({Role.CENTRE_CLERK, Role.PARTNER})
KEEPERS = frozenset({Role.ADMINISTRATOR})
DRAWING_ONLY = frozenset({Role.DESIGNER})
"""They draw carpets; a facility's services and a directorate's figures are not their day."""
OPEN_DAYS_BACK = 14
MISSING_SHOWN = 3
LATE_LOOKS_BACK = 60


@dataclass(frozen=True)
class FacilityDay:
    """The day of one facility, for those who record there."""

    facility: Facility
    url: str
    may_record: bool
    sentence: SafeString
    act: str
    waiting: list[Waiting]
    month: str
    strip: Strip
    services: SafeString
    people: SafeString
    missing: str
    changes: list[Event]


@dataclass(frozen=True)
class DirectorDay:
    """The day of those who answer for a governorate or the programme."""

    heading: str
    is_national: bool
    is_governorate: bool
    sentence: SafeString
    url: str
    late: LateList
    issue: Event | None
    changes: list[Event]


@dataclass(frozen=True)
class KeeperLine:
    """One table that the administrator keeps, and how much stands in it."""

    label: str
    count: int
    url: str


@dataclass(frozen=True)
class TodayPage:
    """Everything on the first page; parts that are not the reader's are None or empty."""

    weekday: str
    facilities: list[FacilityDay]
    director: DirectorDay | None
    workshop: WorkshopDay | None
    kept: list[KeeperLine]

    @property
    def is_empty(self) -> bool:
        """Whether the reader has no posting that shows anything."""
        return not self.facilities and self.director is None and self.workshop is None and not self.kept


def today_page(user: User) -> TodayPage:
    """Return a reader's first page; each part has a fixed number of queries."""
    charges = charges_of(user)
    roles = {charge.role for charge in charges}
    others = [charge for charge in charges if charge.role not in DRAWING_ONLY]
    own = {charge.facility_id for charge in others if charge.facility_id}
    facilities = Facility.objects.visible_to(user).filter(pk__in=own).select_related("governorate", "district", "area")
    directs = any(not charge.facility_id for charge in others) or user.is_system
    return TodayPage(
        weekday=weekday_name(today(), reader.current().language),
        facilities=[_facility_day(one, user) for one in facilities] if own else [],
        director=_director_day(user) if directs else None,
        workshop=workshop_day(user),
        kept=_kept() if roles & KEEPERS or user.is_system else [],
    )


# ── a facility ───────────────────────────────────────────────────────────


def _facility_day(facility: Facility, user: User) -> FacilityDay:
    may_record = any(charge.facility_id == facility.pk and charge.role in RECORDERS for charge in charges_of(user))
    day_url = reverse("activities:day", args=[facility.code, today()])
    month = Period.month(today().year, today().month)
    strip = strip_of(facility, month_strip(facility, month, user))
    services, people = _month_values(facility, month, user)
    sentence, act = _of_today(facility, day_url, user)
    return FacilityDay(
        facility=facility,
        url=day_url,
        may_record=may_record,
        sentence=sentence,
        act=act,
        waiting=_waiting(facility, strip, user) if may_record else [],
        month=words.period(month),
        strip=strip,
        services=door(services),
        people=door(people),
        missing=words.listed([words.number(day.day) for day in strip.missing]),
        changes=events_of(facility, user, limit=4),
    )


def _month_values(facility: Facility, month: Period, user: User) -> tuple[Value, Value]:
    ending = "_alternative" if facility.kind == FacilityKind.ALTERNATIVE else ""
    codes = [f"services_delivered{ending}", f"people_served{ending}"]
    found = queries.values(codes, queries.place_of_facility(facility, user), month, user=user)
    return found[codes[0]], found[codes[1]]


def _of_today(facility: Facility, url: str, user: User) -> tuple[SafeString, str]:
    """Say what was recorded today, and what to do with it."""
    line = next(iter(days_of(facility, Period.between(today(), today()), user)), None)
    if line is None or not line.contacts:
        return said(_("No services are recorded for today yet.")), _("Recording today's services")
    text = ngettext(
        "%(count)s service is recorded for today.", "%(count)s services are recorded for today.", line.contacts
    )
    sentence = said(text, count=link(words.number(line.contacts), url))
    if line.closed_at:
        return sentence, _("Viewing today's sheet")
    return sentence, _("Going on with today's services")


def _waiting(facility: Facility, strip: Strip, user: User) -> list[Waiting]:
    """Return what waits at a facility: registers with faults, days without a record, days that were not closed."""
    waiting = [*_registers(user), *_missing(facility, strip.missing)]
    since = today() - timedelta(days=OPEN_DAYS_BACK)
    days = ServiceDay.objects.visible_to(user).filter(facility=facility, closed_at__isnull=True)
    still_open = list(days.filter(occurred_on__gte=since, occurred_on__lt=today()).order_by("occurred_on"))
    if still_open:
        text = ngettext("%(count)s day is not closed yet", "%(count)s days are not closed yet", len(still_open))
        waiting.append(
            Waiting(
                text % {"count": words.number(len(still_open))},
                _("Closing says that a day is complete; the earliest is %(day)s")
                % {"day": words.day(still_open[0].occurred_on, with_year=False)},
                reverse("activities:day", args=[facility.code, still_open[0].occurred_on]),
                "check",
            )
        )
    return waiting


def _registers(user: User) -> list[Waiting]:
    """Return the registers that were checked and not recorded, those with faults first."""
    rows = []
    for one in sorted(waiting_registers(user), key=lambda register: not register.faults):
        if one.faults:
            text = ngettext(
                "%(count)s fault in the register “%(file)s”", "%(count)s faults in the register “%(file)s”", one.faults
            )
            reason = _("Nothing of it is saved until they are mended")
        else:
            text = _("The register “%(file)s” waits to be recorded")
            reason = _("It was checked and has no faults")
        shown = {"count": words.number(one.faults), "file": one.file}
        rows.append(Waiting(text % shown, reason, one.url, "upload", is_late=bool(one.faults)))
    return rows


def _missing(facility: Facility, days: Sequence[date]) -> list[Waiting]:
    """Return the days of this month without a record: each, or all as one when they are many."""
    if len(days) > MISSING_SHOWN:
        text = ngettext(
            "%(count)s day of this month has no record", "%(count)s days of this month have no record", len(days)
        )
        reason = _("A register can bring them all at once; the earliest is %(day)s")
        return [
            Waiting(
                text % {"count": words.number(len(days))},
                reason % {"day": words.day(days[0], with_year=False)},
                reverse("activities:day", args=[facility.code, days[0]]),
                "clock",
                is_late=True,
            )
        ]
    return [
        Waiting(
            _("Nothing is recorded for %(day)s") % {"day": words.day(day, with_year=False)},
            _("Recording its services, or closing it without any"),
            reverse("activities:day", args=[facility.code, day]),
            "clock",
            is_late=True,
        )
        for day in reversed(days)
    ]


# ── a directorate ────────────────────────────────────────────────────────


def _director_day(user: User) -> DirectorDay:
    place = queries.home_of(user)
    period = queries.default_period(user)
    people = queries.value("people_served", place, period, user=user)
    due = due_until(today())
    due_days = Period.between(due - timedelta(days=LATE_LOOKS_BACK), due)
    return DirectorDay(
        heading=_state_of(place),
        is_national=place.level == "programme",
        is_governorate=place.level == "governorate",
        sentence=_of_period(people),
        url=f"{reverse('web:programme')}?{people.address}",
        late=late_list(network_of(place, due_days, user), Question(due_days, place)),
        issue=latest_issue(user),
        changes=events_at(place, user),
    )


def _state_of(place: Place) -> str:
    """Name the place that the figure below stands for."""
    if place.level == "programme":
        return _("State of the programme")
    if place.level == "governorate":
        return _("State of the governorate of %(place)s") % {"place": place.name}
    return _("State of: %(place)s") % {"place": place.name}


def _of_period(people: Value) -> SafeString:
    period = words.period(people.period)
    if not people.has_records:
        return said(_("%(period)s: nothing is recorded yet."), period=period)
    count = int(people.number or 0)
    if people.period.starts_a_year:
        text = ngettext(
            "%(period)s: %(people)s person served by centres and units.",
            "%(period)s: %(people)s persons served by centres and units.",
            count,
        )
    else:
        text = ngettext(
            "%(period)s: %(people)s person served by centres and units for the first time this year.",
            "%(period)s: %(people)s persons served by centres and units for the first time this year.",
            count,
        )
    return said(text, period=period, people=door(people))


# ── an administrator ─────────────────────────────────────────────────────


def _kept() -> list[KeeperLine]:
    """Return the tables that an administrator keeps, each with its length."""
    facilities = Facility.objects.unscoped("the administrator's page counts every facility")
    return [
        KeeperLine(_("Users"), User.objects.filter(is_system=False).count(), reverse("places:user-list")),
        KeeperLine(_("Centres and units"), facilities.count(), reverse("places:facility-list")),
        KeeperLine(_("Governorates"), governorates().count(), reverse("places:facility-list")),
        KeeperLine(_("Places in all"), Area.objects.count(), reverse("places:facility-list")),
        KeeperLine(_("Services"), Service.objects.count(), reverse("activities:activity-list")),
        KeeperLine(_("Activity types"), ActivityType.objects.count(), reverse("activities:activity-list")),
        KeeperLine(_("Indicators"), Indicator.objects.count(), reverse("indicators:catalogue")),
    ]
