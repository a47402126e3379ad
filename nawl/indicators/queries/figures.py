"""Numbers: values, their parts, their months; asked of an engine, so that another can answer the same declarations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from nawl.indicators import rules
from nawl.indicators.engine import Engine, LiveEngine
from nawl.indicators.labels import ORDERED, names_of, order_of
from nawl.indicators.queries.definitions import cards_named, conditions_of, ensure_parted
from nawl.indicators.rules import Number
from nawl.indicators.values import NONE, Breakdown, Card, Part, Place, Question, Row, Value
from nawl.kit.clock import today
from nawl.kit.errors import NotPossible
from nawl.kit.periods import Period

if TYPE_CHECKING:
    from nawl.accounts.models import User

LIVE: Engine = LiveEngine()


def value(
    code: str,
    place: Place,
    period: Period,
    *,
    user: User,
    where: Mapping[str, object] | None = None,
    engine: Engine = LIVE,
) -> Value:
    """Return one figure of a place and period within the user's scope; `where` narrows by standard columns."""
    return values([code], place, period, user=user, where=where, engine=engine)[code]


def values(
    codes: Sequence[str],
    place: Place,
    period: Period,
    *,
    user: User,
    where: Mapping[str, object] | None = None,
    engine: Engine = LIVE,
) -> dict[str, Value]:
    """Return several figures by code; those that count the same facts share one query."""
    asked = cards_named(codes)
    question = Question(period, place, conditions_of(asked, where))
    return values_of(asked, question, user, engine)


def values_of(asked: Sequence[Card], question: Question, user: User, engine: Engine = LIVE) -> dict[str, Value]:
    """Return the values of indicators that were read already, by code."""
    rows = engine.rows([one.declaration for one in asked], question, (), user)
    return {one.code: _value(one, question, rows[0] if rows else None, n) for n, one in enumerate(asked)}


def _value(asked: Card, question: Question, row: Row | None, n: int) -> Value:
    part, whole = row.numbers[n] if row else (None, None)
    return Value(
        card=asked,
        question=question,
        number=_number(asked, part, whole),
        part=part if asked.is_share else None,
        whole=whole if asked.is_share else None,
        note=rules.basis_note(asked.basis, question.period),
        is_partial=rules.is_partial(question.period, today()),
    )


def _number(asked: Card, part: Number | None, whole: Number | None) -> Number | None:
    return rules.share(part, whole) if asked.is_share else whole


def breakdown(
    code: str,
    place: Place,
    period: Period,
    by: Sequence[str],
    *,
    user: User,
    where: Mapping[str, object] | None = None,
    engine: Engine = LIVE,
) -> Breakdown:
    """Return a figure and its parts by one or more columns.

    The whole is never summed from parts that overlap: it is asked for itself.
    Raises NotPossible("cannot_be_parted_by") for a column that the indicator does not declare.
    """
    return breakdowns([code], place, period, by, user=user, where=where, engine=engine)[code]


def breakdowns(
    codes: Sequence[str],
    place: Place,
    period: Period,
    by: Sequence[str],
    *,
    user: User,
    where: Mapping[str, object] | None = None,
    engine: Engine = LIVE,
) -> dict[str, Breakdown]:
    """Return several figures with their parts by the same columns; one query for those that count the same facts."""
    asked = cards_named(codes)
    return breakdowns_of(asked, Question(period, place, conditions_of(asked, where)), by, user, engine)


def breakdown_of(asked: Card, question: Question, by: Sequence[str], user: User, engine: Engine = LIVE) -> Breakdown:
    """Return the parts of an indicator that was read already; no columns give the whole alone."""
    return breakdowns_of([asked], question, by, user, engine)[asked.code]


def breakdowns_of(
    asked: Sequence[Card], question: Question, by: Sequence[str], user: User, engine: Engine = LIVE
) -> dict[str, Breakdown]:
    """Return the parts of several indicators that were read already, by code."""
    ensure_parted(asked, by)
    period = question.period
    rows = engine.rows([one.declaration for one in asked], question, by, user)
    overlapping = [one for one in asked if not rules.all_parts_add_up(one.basis, by, period)]
    wholes = values_of(overlapping, question, user, engine) if overlapping else {}
    names = [names_of(column, {row.keys[n] for row in rows}, user) for n, column in enumerate(by)]
    return {
        one.code: _breakdown(one, question, by, _Rows(rows, n, names), wholes.get(one.code))
        for n, one in enumerate(asked)
    }


class _Rows:
    """The rows of an engine's answer, read for one of its declarations."""

    def __init__(self, rows: Sequence[Row], n: int, names: Sequence[Mapping[str, str]]) -> None:
        self.rows = [row for row in rows if row.numbers[n][1] is not None]
        self.n = n
        self.names = names

    def pair(self, row: Row) -> tuple[Number | None, Number | None]:
        """Return part and whole of the declaration in a row."""
        return row.numbers[self.n]

    def labels(self, row: Row) -> tuple[str, ...]:
        """Return the names of a row's keys."""
        return tuple(names.get(key, key) for names, key in zip(self.names, row.keys, strict=True))

    def sum(self) -> Row | None:
        """Return one row in which all are added up; None where there are none."""
        if not self.rows:
            return None
        parts, wholes = zip(*(self.pair(row) for row in self.rows), strict=True)
        return Row((), ((sum(part or 0 for part in parts), sum(whole or 0 for whole in wholes)),))


def _breakdown(asked: Card, question: Question, by: Sequence[str], rows: _Rows, whole: Value | None) -> Breakdown:
    total = whole or _value(asked, question, rows.sum(), 0)
    parts = [_part(asked, question, by, rows, row, total) for row in rows.rows]
    ordered = sorted(parts, key=lambda part: _order(by, part))
    return Breakdown(total, tuple(by), tuple(ordered), whole is None)


def _part(asked: Card, question: Question, by: Sequence[str], rows: _Rows, row: Row, total: Value) -> Part:
    number = _number(asked, *rows.pair(row))
    whole = None if asked.is_share else total.number
    return Part(
        keys=row.keys,
        labels=rows.labels(row),
        number=number,
        pair=rows.pair(row),
        share=rules.share(number, whole),
        address=address_of_part(question, dict(zip(by, row.keys, strict=True))),
    )


def collapsed(found: Breakdown, column: str) -> Breakdown:
    """Return the parts by one of a breakdown's columns, added up over the others; never for things counted once."""
    if found.total.basis.is_distinct:
        raise NotPossible("cannot_be_parted_by", indicator=found.total.card.name, column=column)
    place = found.by.index(column)
    sums: dict[str, tuple[Number, Number]] = {}
    labels: dict[str, str] = {}
    for part in found.parts:
        key = part.keys[place]
        before = sums.get(key, (0, 0))
        sums[key] = (before[0] + (part.pair[0] or 0), before[1] + (part.pair[1] or 0))
        labels[key] = part.labels[place]
    card, question = found.total.card, found.total.question
    parts = [_collapsed_part(card, question, (column, key), labels[key], pair, found) for key, pair in sums.items()]
    return Breakdown(
        found.total, (column,), tuple(sorted(parts, key=lambda one: _order((column,), one))), found.adds_up
    )


def _collapsed_part(
    asked: Card, question: Question, at: tuple[str, str], label: str, pair: tuple[Number, Number], found: Breakdown
) -> Part:
    number = _number(asked, *pair)
    whole = None if asked.is_share else found.total.number
    address = address_of_part(question, {at[0]: at[1]})
    return Part((at[1],), (label,), number, pair, rules.share(number, whole), address)


def address_of_part(question: Question, keys: Mapping[str, str]) -> str:
    """Return where a part leads: a finer place or month becomes the question's own, other columns narrow it.

    What lies in no district is no place: it narrows as other columns do.
    """
    changes = dict(keys)
    for level in ("governorate", "district", "facility"):
        if changes.get(level, NONE) != NONE:
            changes["place"] = changes.pop(level)
    if "month" in changes:
        changes["period"] = changes.pop("month")
    return question.address(**changes)


def _order(by: Sequence[str], part: Part) -> tuple[Any, ...]:
    keys = [order_of(column, key) if column != "month" else key for column, key in zip(by, part.keys, strict=True)]
    own = tuple(key for column, key in zip(by, keys, strict=True) if column in ORDERED)
    return (*own, -(part.number or 0), part.labels)


def series(
    code: str,
    place: Place,
    period: Period,
    *,
    user: User,
    where: Mapping[str, object] | None = None,
    engine: Engine = LIVE,
) -> Breakdown:
    """Return a figure month by month; a month without records has no number, one that has not begun is left out."""
    found = breakdown(code, place, period, ("month",), user=user, where=where, engine=engine)
    return with_every_month(found)


def with_every_month(found: Breakdown) -> Breakdown:
    """Return a breakdown by month with every month of its period that has begun."""
    known = {part.key: part for part in found.parts}
    question = found.total.question
    months = [month for month in question.period.months() if not rules.is_future(month, today())]
    names = names_of("month", [month.code for month in months])
    empty = {
        month.code: Part(
            (month.code,), (names[month.code],), None, (None, None), None, question.address(period=month.code)
        )
        for month in months
    }
    parts = tuple((empty | known)[key] for key in sorted(empty | known))
    return Breakdown(found.total, found.by, parts, found.adds_up)
