"""One indicator: what it means, how it comes about, its targets, its value now by place and by month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from nawl.indicators.choices import Aggregation, Disaggregation, Unit
from nawl.indicators.labels import names_of
from nawl.indicators.models import Target
from nawl.indicators.pages.asking import read_question
from nawl.indicators.queries import breakdown_of, card, with_every_month
from nawl.indicators.rules import finer_places
from nawl.indicators.showing import columns_of, number_text, parts_url, period_choices
from nawl.indicators.values import Breakdown, Card, Question
from nawl.indicators.words import basis_sentence, overlap_sentence
from nawl.kit.periods import Period
from nawl.places.scope import scope_of
from nawl.ui import words
from nawl.ui.charts import Drawing
from nawl.ui.parts import Bar, Choice, Crumb, Fact

if TYPE_CHECKING:
    from nawl.accounts.models import User


@dataclass(frozen=True)
class Month:
    """One month of the series as a row."""

    label: str
    number: str
    url: str


@dataclass(frozen=True)
class GoalRow:
    """One target as a row."""

    place: str
    period: str
    number: str
    note: str


@dataclass(frozen=True)
class IndicatorPage:
    """Everything on the page of one indicator."""

    card: Card
    question: Question
    number: str
    part: str
    whole: str
    url: str
    basis: str
    is_partial: bool
    facts: list[Fact]
    periods: list[Choice]
    places: list[Bar]
    place_column: str
    months: list[Month]
    drawing: Drawing | None
    decimals: int | None
    months_note: str
    goals: list[GoalRow]
    crumbs: list[Crumb]


def indicator_page(code: str, query: QueryDict, user: User) -> IndicatorPage:
    """Return the page of one indicator for the period and place in its address."""
    found = card(code)
    question = read_question(query, user)
    by_month = with_every_month(breakdown_of(found, question, ("month",), user))
    finer = finer_places(question.place.level, found.disaggregations)
    by_place = breakdown_of(found, question, finer[:1], user)
    total = by_place.total
    return IndicatorPage(
        card=found,
        question=question,
        number=number_text(found, total.number),
        part=words.number(total.part) if total.whole else "",
        whole=words.number(total.whole) if total.whole else "",
        url=parts_url(code, question.address()),
        basis=basis_sentence(total.note),
        is_partial=total.is_partial,
        facts=_facts(found),
        periods=period_choices(question.period, lambda period: _own_url(code, question, period)),
        places=_bars(found, by_place) if finer else [],
        place_column=str(Disaggregation(finer[0]).label) if finer else "",
        months=[
            Month(part.label, number_text(found, part.number), parts_url(code, part.address)) for part in by_month.parts
        ],
        drawing=columns_of(by_month),
        decimals=1 if found.is_share else None,
        months_note="" if by_month.adds_up else overlap_sentence(total.note),
        goals=_goals(found, user),
        crumbs=[Crumb(_("Indicators"), reverse("indicators:catalogue")), Crumb(found.name)],
    )


def _own_url(code: str, question: Question, period: Period) -> str:
    return f"{reverse('indicators:indicator', args=[code])}?{question.address(period=period.code)}"


def _facts(found: Card) -> list[Fact]:
    """Return what one must know to compute the figure anew."""
    declaration = found.declaration
    rows = [
        Fact(_("Unit"), str(Unit(found.unit).label)),
        Fact(_("Aggregation"), str(Aggregation(declaration.aggregation).label)),
        Fact(_("Source"), _("Daily service tallies of the centres and units")),
        Fact(_("Code"), found.code, code=True),
        Fact(_("Measure"), declaration.measure, code=True),
    ]
    rows += [Fact(str(Disaggregation(column).label), _values(column, values)) for column, values in declaration.filters]
    by = words.listed([str(Disaggregation(column).label) for column in found.disaggregations])
    return [*rows, Fact(_("Can be parted by"), by)]


def _values(column: str, values: tuple[str, ...]) -> str:
    names = names_of(column, values)
    return words.listed([names.get(value, value) for value in values])


def _bars(found: Card, parts: Breakdown) -> list[Bar]:
    scale = 100 if found.is_share else 1
    return [Bar(part.label, (part.number or 0) * scale, parts_url(found.code, part.address)) for part in parts.parts]


def _goals(found: Card, user: User) -> list[GoalRow]:
    """Return the targets that the reader's scope covers, newest first."""
    scope = scope_of(user)
    rows = Target.objects.filter(indicator__code=found.code).select_related("area")
    return [
        GoalRow(
            row.area.name if row.area else _("The whole programme"),
            words.period(Period(row.first, row.last)),
            number_text(found, row.value),
            row.note,
        )
        for row in rows
        if row.area is None or scope.covers_path(row.area.path)
    ]
