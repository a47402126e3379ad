"""Engines compute declarations: one compiles a question to a query; others can run the same declarations elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

from django.db.models import F, Q
from django.db.models.aggregates import Aggregate

from nawl.indicators.registry import measure
from nawl.indicators.rules import Number
from nawl.indicators.values import NONE, Declaration, Filters, Question, Row
from nawl.kit.facts import Measure

if TYPE_CHECKING:
    from nawl.accounts.models import User

Pair = tuple[Number | None, Number | None]


class Engine(Protocol):
    """Whatever can answer declared figures from facts."""

    def rows(self, declarations: Sequence[Declaration], question: Question, by: Sequence[str], user: User) -> list[Row]:
        """Return one row for each combination of the columns `by`, with the numbers of all declarations in order."""


class LiveEngine:
    """Asks the live database: declarations that count the same facts share one query."""

    def rows(self, declarations: Sequence[Declaration], question: Question, by: Sequence[str], user: User) -> list[Row]:
        """Answer from the records as they stand now, within the user's scope."""
        merged: dict[tuple[str, ...], list[Pair]] = {}
        for places in _by_facts(declarations):
            asked = [declarations[place] for place in places]
            for keys, pairs in _answer(asked, question, by, user):
                row = merged.setdefault(keys, [(None, None)] * len(declarations))
                for place, pair in zip(places, pairs, strict=True):
                    row[place] = pair
        return [Row(keys, tuple(pairs)) for keys, pairs in sorted(merged.items())]


def _by_facts(declarations: Sequence[Declaration]) -> Iterable[list[int]]:
    """Put together the places of declarations whose measures read the same facts by the same columns."""
    groups: dict[tuple[Any, ...], list[int]] = {}
    for place, declaration in enumerate(declarations):
        read = measure(declaration.measure)
        groups.setdefault((read.facts, tuple(sorted(read.columns.items()))), []).append(place)
    return groups.values()


def _answer(
    declarations: Sequence[Declaration], question: Question, by: Sequence[str], user: User
) -> Iterator[tuple[tuple[str, ...], list[Pair]]]:
    """Compile declarations of the same facts to one query and read its rows."""
    read = measure(declarations[0].measure)
    facts = read.facts(question.period, user).order_by()
    common = _common(declarations)
    facts = facts.filter(_condition(read, common), _condition(read, question.where), _at(read, question))
    numbers = dict(_aggregates(declarations, common))
    if not by:
        yield (), _pairs(declarations, facts.aggregate(**numbers))
        return
    keys = {f"key_{n}": F(read.columns[column]) for n, column in enumerate(by)}
    for row in facts.values(**keys).annotate(**numbers):
        yield tuple(_key(row[name]) for name in keys), _pairs(declarations, row)


def _common(declarations: Sequence[Declaration]) -> Filters:
    """Return the conditions that every declaration makes, which may stand before the grouping."""
    first = declarations[0].filters
    return tuple(one for one in first if all(one in other.filters for other in declarations))


def _aggregates(declarations: Sequence[Declaration], common: Filters) -> Iterator[tuple[str, Aggregate]]:
    for n, declaration in enumerate(declarations):
        read = measure(declaration.measure)
        own = tuple(one for one in declaration.filters if one not in common)
        yield f"whole_{n}", _filtered(read.value, _condition(read, own))
        if declaration.part_filters:
            yield f"part_{n}", _filtered(read.value, _condition(read, (*own, *declaration.part_filters)))


def _pairs(declarations: Sequence[Declaration], row: dict[str, Any]) -> list[Pair]:
    """Return part and whole of each declaration; only shares have a part, and a count of none is no record."""
    return [_pair(one, row.get(f"part_{n}"), row[f"whole_{n}"]) for n, one in enumerate(declarations)]


def _pair(one: Declaration, part: Number | None, whole: Number | None) -> Pair:
    if one.aggregation == "distinct":
        return None, whole or None
    return (part or 0 if one.part_filters and whole is not None else None), whole


def _condition(read: Measure, filters: Filters) -> Q:
    condition = Q()
    for column, values in filters:
        condition &= one_of(read.columns[column], values)
    return condition


def one_of(path: str, values: Sequence[str]) -> Q:
    """Return the condition that a path has one of the values; a dash stands for none at all."""
    known = [value for value in values if value != NONE]
    condition = Q(**{f"{path}__in": known}) if len(known) > 1 else Q(**{path: known[0]}) if known else Q()
    return condition if len(known) == len(values) else condition | Q(**{f"{path}__isnull": True})


def _at(read: Measure, question: Question) -> Q:
    place = question.place
    return Q() if place.is_whole_scope else Q(**{read.columns[place.level]: place.code})


def _filtered(value: Aggregate, condition: Q) -> Aggregate:
    """Return the aggregate over the rows that meet a condition."""
    if not condition:
        return value
    narrowed = value.copy()
    narrowed.filter = condition if value.filter is None else value.filter & condition
    return narrowed


def _key(value: object) -> str:
    """Write a column's value as addresses do: a month as 2022-06, nothing as a dash."""
    if isinstance(value, date):
        return f"{value:%Y-%m}"
    return NONE if value is None else str(value)
