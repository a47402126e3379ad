"""The catalogue: every indicator with its basis, its definition and its value in the period shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from nawl.indicators.pages.asking import read_question
from nawl.indicators.queries import cards, values_of
from nawl.indicators.showing import number_text, period_choices, url_of
from nawl.indicators.values import Question, Value
from nawl.indicators.words import basis_sentence
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
class CataloguePage:
    """Everything on the page of the catalogue."""

    question: Question
    periods: list[Choice]
    shelves: list[Shelf]
    count: int


def catalogue_page(query: QueryDict, user: User) -> CataloguePage:
    """Return the catalogue for the period and place in its address."""
    question = read_question(query, user)
    found = values_of(list(cards(on=question.period.last).values()), question, user)
    headline = [value for value in found.values() if value.card.is_headline]
    others = [value for value in found.values() if not value.card.is_headline]
    by_field = [value for value in others if _is_of_field(value)]
    return CataloguePage(
        question=question,
        periods=period_choices(question.period, lambda period: _own_url(question, period)),
        shelves=[
            shelf
            for shelf in (
                Shelf(_("Key figures"), _lines(headline)),
                Shelf(_("Further figures"), _lines(value for value in others if value not in by_field)),
                Shelf(_("By field"), _lines(by_field)),
            )
            if shelf.lines
        ],
        count=len(found),
    )


def _own_url(question: Question, period: Period) -> str:
    return f"{reverse('indicators:catalogue')}?{question.address(period=period.code)}"


def _is_of_field(value: Value) -> bool:
    return any(column == "service_area" for column, _values in value.card.declaration.filters)


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
