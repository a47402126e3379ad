"""The records that a figure counts, and the period that has some."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Max, QuerySet

from nawl.indicators import rules
from nawl.indicators.engine import one_of
from nawl.indicators.queries.definitions import card, conditions_of
from nawl.indicators.registry import measure
from nawl.indicators.values import Card, Place, Question
from nawl.kit.clock import today
from nawl.kit.errors import NotPossible
from nawl.kit.periods import Period, parse_period

if TYPE_CHECKING:
    from nawl.accounts.models import User

LONGEST_YEARS = 5
LONGEST_DAYS = 366 * LONGEST_YEARS


def records(
    code: str, place: Place, period: Period, filters: Mapping[str, object] | None = None, *, user: User
) -> QuerySet[Any]:
    """Return the records that an indicator counts at a place, in a period, for chosen values of its columns."""
    asked = card(code)
    return records_of(asked, Question(period, place, conditions_of([asked], filters)), user)


def records_of(asked: Card, question: Question, user: User) -> QuerySet[Any]:
    """Return the records behind a question, within the user's scope."""
    read = measure(asked.declaration.measure)
    conditions = [*asked.declaration.filters, *question.where]
    if not question.place.is_whole_scope:
        conditions.append((question.place.level, (question.place.code,)))
    found = read.records(question.period, user, {})
    for column, values in conditions:
        found = found.filter(one_of(read.columns[column], values))
    return found


def default_period(user: User) -> Period:
    """Return the half-year to show first: the newest over that has records in the user's scope, else this one."""
    read = measure("activities.services_delivered")
    running = rules.half_of(today())
    earlier = Period(date(2000, 1, 1), running.previous().last)
    newest = read.facts(earlier, user).aggregate(newest=Max(read.columns["month"]))["newest"]
    return rules.half_to_show(newest, today())


def period_called(text: str, user: User) -> Period:
    """Return the period of a code or its words; an empty text is the period to show first.

    Raises NotPossible("period_too_long") beyond five years: nobody reads sixty months at once.
    """
    period = parse_period(text) if text else default_period(user)
    if period.days > LONGEST_DAYS:
        raise NotPossible("period_too_long", years=LONGEST_YEARS)
    return period
