"""What an address asks of a figure, read from its query."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import QueryDict

from nawl.indicators.choices import Disaggregation
from nawl.indicators.labels import CHOICES
from nawl.indicators.queries import period_called, place_called
from nawl.indicators.rules import finer_places
from nawl.indicators.values import NONE, Card, Question, filters_of
from nawl.kit.errors import NotPossible

if TYPE_CHECKING:
    from nawl.accounts.models import User

CODE = re.compile(r"[A-Za-z0-9._+-]{1,40}")
OF_PLACES = ("governorate", "district", "facility")
OF_QUESTION = (*OF_PLACES, "month")
"""Columns that a question's own place and period answer; only what lies in no district narrows like another column."""


@dataclass(frozen=True)
class Asked:
    """A question, the column that its parts stand by (empty: none is left), and the page of records."""

    question: Question
    by: str
    page: str


def read_question(query: QueryDict, user: User) -> Question:
    """Return the period and place of an address; raises NotPossible or NotFound for what cannot be read."""
    return Question(period_called(query.get("period", ""), user), place_called(query.get("place", ""), user))


def read_asked(query: QueryDict, card: Card, user: User) -> Asked:
    """Return all that the address of a figure asks; conditions on columns that it cannot be parted by are left out.

    Raises NotPossible("condition_unreadable") for what cannot be a value of its column.
    """
    plain = read_question(query, user)
    where = {
        column: _values(column, str(query[column]))
        for column in card.disaggregations
        if query.get(column) and (column not in OF_QUESTION or (column in OF_PLACES and query[column] == NONE))
    }
    question = Question(plain.period, plain.place, filters_of(where))
    choices = columns_to_part_by(card, question)
    by = query.get("by", "")
    return Asked(question, by if by in choices else (choices[0] if choices else ""), query.get("page", "1"))


def _values(column: str, text: str) -> list[str]:
    values = text.split(",")
    known = CHOICES[column].values if column in CHOICES else None
    for value in values:
        if not CODE.fullmatch(value) or (known is not None and value not in known):
            raise NotPossible("condition_unreadable", text=value, column=Disaggregation(column).label)
    return values


def columns_to_part_by(card: Card, question: Question) -> tuple[str, ...]:
    """Return the columns that still part the figure: finer places first, then time, then what was not narrowed yet."""
    narrowed = {column for column, values in question.where if len(values) == 1}
    fixed = {column for column, values in card.declaration.filters if len(values) == 1}
    places = tuple(one for one in finer_places(question.place.level, card.disaggregations) if one not in narrowed)
    months = ("month",) if len(question.period.months()) > 1 and "month" in card.disaggregations else ()
    skipped = {*OF_QUESTION, *narrowed, *fixed}
    if question.place.level == "facility":
        skipped.add("facility_kind")
    return (*places, *months, *(column for column in card.disaggregations if column not in skipped))
