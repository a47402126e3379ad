"""The catalogue: every indicator with its basis, its definition and its value in the period shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from nawl.activities.choices import ServiceArea
from nawl.indicators.pages.asking import read_question
from nawl.indicators.queries import cards, values_of
from nawl.indicators.showing import number_text, period_choices, url_of
from nawl.indicators.values import Question, Value
from nawl.indicators.words import basis_sentence
from nawl.kit.facts import Basis
from nawl.kit.periods import Period
from nawl.ui.parts import Choice

if TYPE_CHECKING:
    from nawl.accounts.models import User


@dataclass(frozen=True)
class Line:
    """One indicator in the catalogue."""

    name: str
    definition: str
    basis: str
    number: str
    url: str
    figure_url: str


@dataclass(frozen=True)
class Shelf:
    """Indicators that stand together."""

    title: str
    lines: list[Line]


@dataclass(frozen=True)
class FieldLine:
    """One field of work: its persons and its services, two bases side by side and never added."""

    name: str
    people: Line
    services: Line


@dataclass(frozen=True)
class CataloguePage:
    """Everything on the page of the catalogue."""

    question: Question
    periods: list[Choice]
    shelves: list[Shelf]
    fields: list[FieldLine]
    count: int


def catalogue_page(query: QueryDict, user: User) -> CataloguePage:
    """Return the catalogue for the period and place in its address."""
    question = read_question(query, user)
    found = values_of(list(cards(on=question.period.last).values()), question, user)
    headline = [value for value in found.values() if value.card.is_headline]
    others = [value for value in found.values() if not value.card.is_headline]
    by_field = [value for value in others if _is_of_field(value)]
    shelves = [
        Shelf(_("Key figures"), _lines(headline)),
        Shelf(_("Further figures"), _lines(value for value in others if value not in by_field)),
    ]
    return CataloguePage(
        question=question,
        periods=period_choices(question.period, lambda period: _own_url(question, period)),
        shelves=[shelf for shelf in shelves if shelf.lines],
        fields=_fields(by_field),
        count=len(found),
    )


def _own_url(question: Question, period: Period) -> str:
    return f"{reverse('indicators:catalogue')}?{question.address(period=period.code)}"


def _is_of_field(value: Value) -> bool:
    return any(column == "service_area" for column, _values in value.card.declaration.filters)


def _fields(values: Iterable[Value]) -> list[FieldLine]:
    """Put the persons and the services of each field side by side."""
    found: dict[str, dict[Basis, Value]] = {}
    for value in values:
        areas = dict(value.card.declaration.filters)["service_area"]
        found.setdefault(areas[0], {})[value.basis] = value
    return [
        FieldLine(str(ServiceArea(area).label), *_lines([bases[Basis.FIRST_VISITS], bases[Basis.CONTACTS]]))
        for area, bases in found.items()
        if len(bases) == 2
    ]


def _lines(values: Iterable[Value]) -> list[Line]:
    return [
        Line(
            name=value.card.name,
            definition=value.card.definition,
            basis=basis_sentence(value.note),
            number=number_text(value.card, value.number),
            url=f"{reverse('indicators:indicator', args=[value.code])}?{value.address}",
            figure_url=url_of(value),
        )
        for value in values
    ]
