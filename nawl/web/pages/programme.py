"""The director's page: how the programme stands in a period, or a governorate of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nawl.accounts.choices import Role
from nawl.indicators import queries, rules
from nawl.indicators.showing import columns_of, door, number_text, parts_url, period_choices, url_of
from nawl.indicators.values import Breakdown, Card, Compared, Place, Question, Value
from nawl.kit.clock import today
from nawl.kit.facts import Basis
from nawl.kit.periods import Period
from nawl.places.queries import charges_of, governorates
from nawl.ui import words
from nawl.ui.charts import Drawing
from nawl.ui.maps import PLACES as TILE_PLACES
from nawl.ui.parts import Bar, Choice, Crumb, Event, Tile
from nawl.web.changes import events_at
from nawl.web.network import COUNTED_KINDS, Network, network_of
from nawl.web.pages.figures import Figure, fields_of, figure_of
from nawl.web.pages.late import LateList, late_list
from nawl.web.pages.saying import link, said

if TYPE_CHECKING:
    from nawl.accounts.models import User

ADDED = ("people_served", "services_delivered", "women_served_share", "people_served_alternative")
COUNTED_ONCE = "activities_carried_out"
DIRECTORS = {Role.PROGRAMME_DIRECTOR, Role.GOVERNORATE_DIRECTOR}


@dataclass(frozen=True)
class MonthRow:
    """One month of the trend as a row of its table."""

    label: str
    number: str
    url: str
    before: str


@dataclass(frozen=True)
class ProgrammePage:
    """Everything on the director's page."""

    question: Question
    crumbs: list[Crumb]
    periods: list[Choice]
    sentences: list[SafeString]
    figures: list[Figure]
    no_comparison: str
    alternative: SafeString | str
    drawing: Drawing | None
    months: list[MonthRow]
    months_total: str
    before_name: str
    tiles: list[Tile]
    bars: list[Bar]
    late: LateList
    changes: list[Event]
    is_partial: bool
    report_url: str
    may_issue: bool


def programme_page(question: Question, user: User, *, all_late: bool = False) -> ProgrammePage:
    """Return the page of a period and place; the same number of queries whatever the number of facilities.

    `all_late` shows every late facility, not the first few.
    """
    cards = queries.cards([*ADDED, COUNTED_ONCE])
    finer = "governorate" if question.place.level == "programme" else "facility"
    found = queries.breakdowns_of([cards[code] for code in ADDED], question, (finer, "month"), user)
    activities = queries.breakdown_of(cards[COUNTED_ONCE], question, ("activity_type",), user)
    now = {code: parts.total for code, parts in found.items()} | {COUNTED_ONCE: activities.total}
    earlier = _earlier(cards, question, user)
    compared = _compared(now, earlier, cards, question)
    network = network_of(question.place, question.period, user)
    by_place = queries.collapsed(found["people_served"], finer)
    by_month = queries.with_every_month(queries.collapsed(found["people_served"], "month"))
    beside = queries.with_every_month(earlier.months) if earlier.months.total.number else None
    return ProgrammePage(
        question=question,
        crumbs=[Crumb(one.name, _url(one.code, question.period)) for one in question.place.above],
        periods=period_choices(question.period, lambda period: _url(question.place.code, period)),
        sentences=_sentences(now, by_place, network),
        figures=_figures(compared, activities),
        no_comparison="" if by_month.total.is_partial else _no_comparison(compared),
        alternative=_alternative(now["people_served_alternative"]),
        drawing=columns_of(by_month, beside, [words.period(one.total.period) for one in (by_month, beside) if one]),
        months=_months(by_month, beside),
        months_total=number_text(by_month.total.card, by_month.total.number),
        before_name=words.period(beside.total.period) if beside else "",
        tiles=_tiles(by_place, network) if finer == "governorate" else [],
        bars=_bars(by_place) if finer != "governorate" else [],
        late=late_list(network, question, is_whole=all_late),
        changes=events_at(question.place, user),
        is_partial=by_month.total.is_partial,
        report_url=_report_url(question),
        may_issue=_may_issue(question, user),
    )


def _url(place: str, period: Period) -> str:
    return f"{reverse('web:programme')}?{Question(period, Place('', place, '')).address()}"


def _report_url(question: Question) -> str:
    """Return the draft of the period's report; there are none of months, of other stretches, or of districts."""
    has_report = question.period.kind in ("quarter", "half", "year") and question.place.level in (
        "programme",
        "governorate",
    )
    return f"{reverse('reports:report-draft')}?{question.address()}" if has_report else ""


def _may_issue(question: Question, user: User) -> bool:
    """Say whether this reader issues the report of a period that is over."""
    is_over = not rules.is_partial(question.period, today())
    roles = {charge.role for charge in charges_of(user)}
    issuers = {Role.PROGRAMME_DIRECTOR} if question.place.level == "programme" else DIRECTORS
    return is_over and bool(roles & issuers)


# ── beside the period before ─────────────────────────────────────────────


@dataclass(frozen=True)
class _Earlier:
    """What was counted in the earlier periods that count alike; persons month by month, for the chart."""

    months: Breakdown
    values: Mapping[str, Value]


def _earlier(cards: Mapping[str, Card], question: Question, user: User) -> _Earlier:
    """Read the earlier periods: persons count anew each January, so theirs is another one than that of the rest."""
    persons = Question(rules.compared_with(Basis.FIRST_VISITS, question.period), question.place)
    others = Question(rules.compared_with(Basis.CONTACTS, question.period), question.place)
    counted = [cards["people_served"], cards["women_served_share"], cards["people_served_alternative"]]
    months = queries.breakdowns_of(counted, persons, ("month",), user)
    rest = queries.values_of([cards["services_delivered"], cards[COUNTED_ONCE]], others, user)
    return _Earlier(months["people_served"], {code: one.total for code, one in months.items()} | rest)


def _compared(
    now: Mapping[str, Value], earlier: _Earlier, cards: Mapping[str, Card], question: Question
) -> dict[str, Compared]:
    goals = queries.targets_of(cards.values(), question.place, question.period)
    return {code: queries.compared(value, earlier.values[code], goals.get(code)) for code, value in now.items()}


def _no_comparison(compared: Mapping[str, Compared]) -> str:
    """Say for which earlier periods nothing was recorded, so that nobody reads a missing arrow as standing still."""
    missing = {one.before.period for one in compared.values() if one.value.has_records and not one.before.has_records}
    if not missing:
        return ""
    names = words.listed([words.period(period) for period in sorted(missing)])
    return _("No records are kept for %(periods)s, so nothing is compared.") % {"periods": names}


# ── sentences and figures ────────────────────────────────────────────────


def _sentences(now: Mapping[str, Value], by_place: Breakdown, network: Network) -> list[SafeString]:
    """Return the answer as it would be said aloud, a sentence a fact, each number a door."""
    people, activities = now["people_served"], now[COUNTED_ONCE]
    if not people.has_records:
        return [said(_("Nothing was recorded at centres and units in this period."))]
    sentences = [_of_people(people)]
    places = sum(1 for part in by_place.parts if part.number)
    if by_place.by == ("governorate",) and places:
        text = ngettext("They reached %(places)s governorate.", "They reached %(places)s governorates.", places)
        sentences.append(said(text, places=link(words.number(places), url_of(people, by="governorate"))))
    count = int(activities.number or 0)
    text = ngettext("%(count)s activity was carried out.", "%(count)s activities were carried out.", count)
    return [*sentences, said(text, count=door(activities)), *_of_records(network)]


def _of_people(people: Value) -> SafeString:
    """Say how many were served; within a year only those whom nobody counted before are known."""
    count = int(people.number or 0)
    if people.period.starts_a_year:
        text = ngettext(
            "Centres and units served %(people)s person.", "Centres and units served %(people)s persons.", count
        )
    else:
        text = ngettext(
            "Centres and units served %(people)s person for the first time this year.",
            "Centres and units served %(people)s persons for the first time this year.",
            count,
        )
    return said(text, people=door(people))


def _of_records(network: Network) -> list[SafeString]:
    """Say how far the records of centres and units reach."""
    expected = network.of_kinds(COUNTED_KINDS) if network.is_due else ()
    late = sum(1 for one in expected if one.silence.is_late)
    if not expected:
        return []
    if late:
        text = ngettext(
            "The records of %(late)s of %(all)s are late.", "The records of %(late)s of %(all)s are late.", late
        )
        return [said(text, late=link(words.number(late), "#late"), all=words.counted(len(expected), "facility"))]
    return [said(_("The records of all are complete: %(all)s."), all=words.counted(len(expected), "facility"))]


def _figures(compared: Mapping[str, Compared], activities: Breakdown) -> list[Figure]:
    return [
        figure_of(compared["people_served"], hero=True),
        figure_of(compared[COUNTED_ONCE], basis=fields_of(activities)),
        figure_of(compared["services_delivered"]),
        figure_of(compared["women_served_share"]),
    ]


def _alternative(value: Value) -> SafeString | str:
    if not value.has_records:
        return ""
    text = ngettext(
        "Alternative centres are shown apart: %(people)s person, never added to the number above.",
        "Alternative centres are shown apart: %(people)s persons, never added to the number above.",
        int(value.number or 0),
    )
    return said(text, people=door(value))


# ── months and places ────────────────────────────────────────────────────


def _months(by_month: Breakdown, beside: Breakdown | None) -> list[MonthRow]:
    card = by_month.total.card
    before = [number_text(card, part.number) for part in beside.parts] if beside else []
    return [
        MonthRow(
            part.label,
            number_text(card, part.number),
            parts_url(card.code, part.address),
            before[n] if n < len(before) else "",
        )
        for n, part in enumerate(by_month.parts)
    ]


def _tiles(by_place: Breakdown, network: Network) -> list[Tile]:
    """Return the governorates of the map: without facilities, with facilities and nothing recorded, with a number."""
    parts = {part.key: part for part in by_place.parts}
    return [
        Tile(
            area.pcode,
            area.name,
            (parts[area.pcode].number if area.pcode in parts else 0) if area.pcode in network.governorates else None,
            parts_url(by_place.total.code, by_place.total.question.address(place=area.pcode)),
            area.pcode in network.late_governorates,
        )
        for area in governorates()
        if area.pcode in TILE_PLACES
    ]


def _bars(by_place: Breakdown) -> list[Bar]:
    code = by_place.total.code
    return [Bar(part.label, part.number or 0, parts_url(code, part.address)) for part in by_place.parts]
