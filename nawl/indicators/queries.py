"""Reading the indicators: definitions, values, parts, series, comparison, and the records behind each number.

value("people_served", place, period, user=user)                       one number
values(codes, place, period, user=user)                                several in as few queries as sensible
breakdown("people_served", place, period, ("governorate", "sex"), user=user)
series("people_served", place, period, user=user)                      month by month
with_comparison(codes, place, period, user=user)                       beside the period before and the target
records("people_served", place, period, {"sex": "f"}, user=user)       what is counted
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Max, Q, QuerySet

from nawl.indicators import rules
from nawl.indicators.engine import Engine, LiveEngine, one_of
from nawl.indicators.labels import ORDERED, names_of, order_of
from nawl.indicators.models import Indicator, Target
from nawl.indicators.places import home_of, place_called, place_of_area, place_of_facility
from nawl.indicators.registry import measure
from nawl.indicators.rules import Number
from nawl.indicators.values import (
    Bilingual,
    Breakdown,
    Card,
    Compared,
    Declaration,
    Filters,
    Goal,
    Part,
    Place,
    Question,
    Row,
    Value,
    filters_of,
)
from nawl.kit.clock import today
from nawl.kit.errors import NotFound, NotPossible
from nawl.kit.facts import Basis
from nawl.kit.periods import Period, parse_period

if TYPE_CHECKING:
    from nawl.accounts.models import User

__all__ = [
    "breakdown",
    "breakdowns",
    "card",
    "cards",
    "default_period",
    "home_of",
    "place_called",
    "place_of_area",
    "place_of_facility",
    "records",
    "series",
    "targets_of",
    "value",
    "values",
    "with_comparison",
]

LIVE: Engine = LiveEngine()


# ── definitions ──────────────────────────────────────────────────────────


def cards(codes: Iterable[str] | None = None, *, on: date | None = None) -> dict[str, Card]:
    """Return the indicators that hold on a day (today if not given) by code, in their order; all, or those named."""
    day = on or today()
    rows = Indicator.objects.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day), valid_from__lte=day)
    if codes is not None:
        rows = rows.filter(code__in=list(codes))
    return {row.code: _card(row) for row in rows}


def card(code: str) -> Card:
    """Return one indicator, also one that no longer holds; raises NotFound("indicator_unknown")."""
    row = Indicator.objects.filter(code=code).first()
    if row is None:
        raise NotFound("indicator_unknown", indicator=code)
    return _card(row)


def _card(row: Indicator) -> Card:
    declaration = Declaration(
        row.code, row.measure, row.aggregation, filters_of(row.filters), filters_of(row.part_filters)
    )
    return Card(
        code=row.code,
        names=Bilingual(row.name_ar, row.name_en),
        definitions=Bilingual(row.definition_ar, row.definition_en),
        formulas=Bilingual(row.formula_ar, row.formula_en),
        unit=row.unit,
        basis=Basis(row.basis),
        declaration=declaration,
        disaggregations=rules.allowed_disaggregations(row.disaggregations, measure(row.measure).columns),
        is_headline=row.is_headline,
    )


def _named(codes: Sequence[str]) -> list[Card]:
    """Return the indicators of these codes in the order asked; raises NotFound("indicator_unknown")."""
    rows = {row.code: row for row in Indicator.objects.filter(code__in=codes)}
    missing = [code for code in codes if code not in rows]
    if missing:
        raise NotFound("indicator_unknown", indicator=missing[0])
    return [_card(rows[code]) for code in codes]


# ── numbers ──────────────────────────────────────────────────────────────


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
    asked = _named(codes)
    question = Question(period, place, _conditions(asked, where))
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
    asked = _named(codes)
    return breakdowns_of(asked, Question(period, place, _conditions(asked, where)), by, user, engine)


def breakdown_of(asked: Card, question: Question, by: Sequence[str], user: User, engine: Engine = LIVE) -> Breakdown:
    """Return the parts of an indicator that was read already; no columns give the whole alone."""
    return breakdowns_of([asked], question, by, user, engine)[asked.code]


def breakdowns_of(
    asked: Sequence[Card], question: Question, by: Sequence[str], user: User, engine: Engine = LIVE
) -> dict[str, Breakdown]:
    """Return the parts of several indicators that were read already, by code."""
    _ensure_parted(asked, by)
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
    """Return where a part leads: a finer place or month becomes the question's own, other columns narrow it."""
    changes = dict(keys)
    for level in ("governorate", "district", "facility"):
        if level in changes:
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


# ── comparison ───────────────────────────────────────────────────────────


def with_comparison(
    codes: Sequence[str],
    place: Place,
    period: Period,
    *,
    user: User,
    engine: Engine = LIVE,
    known: Mapping[str, Value] | None = None,
) -> dict[str, Compared]:
    """Return figures beside the earlier period that counts alike and beside their target.

    `known` are values already read, so that nothing is asked twice.
    """
    asked = _named(codes)
    now = dict(known or {})
    missing = [one for one in asked if one.code not in now]
    if missing:
        now |= values_of(missing, Question(period, place), user, engine)
    before = _before(asked, place, period, user, engine)
    goals = targets_of(asked, place, period)
    return {one.code: compared(now[one.code], before[one.code], goals.get(one.code)) for one in asked}


def _before(asked: Sequence[Card], place: Place, period: Period, user: User, engine: Engine) -> dict[str, Value]:
    earlier: dict[Period, list[Card]] = {}
    for one in asked:
        earlier.setdefault(rules.compared_with(one.basis, period), []).append(one)
    found: dict[str, Value] = {}
    for then, those in earlier.items():
        found |= values_of(those, Question(then, place), user, engine)
    return found


def compared(now: Value, before: Value, goal: Goal | None) -> Compared:
    """Return a value beside an earlier one and its target."""
    known = now.number is not None and before.number is not None
    return Compared(
        value=now,
        before=before,
        change=rules.change(now.number, before.number) if known else None,  # type: ignore[arg-type]  # both known
        goal=goal,
        reached=rules.reached(now.number, goal.value) if goal and now.number is not None else None,
    )


def targets_of(asked: Iterable[Card], place: Place, period: Period) -> dict[str, Goal]:
    """Return the targets set for exactly this place and period; facilities and several places have none."""
    if place.level != "programme" and place.area_id is None:
        return {}
    rows = Target.objects.filter(
        indicator__code__in=[one.code for one in asked], first=period.first, last=period.last, area=place.area_id
    )
    return {code: Goal(value, note) for code, value, note in rows.values_list("indicator__code", "value", "note")}


# ── records ──────────────────────────────────────────────────────────────


def records(
    code: str, place: Place, period: Period, filters: Mapping[str, object] | None = None, *, user: User
) -> QuerySet[Any]:
    """Return the records that an indicator counts at a place, in a period, for chosen values of its columns."""
    asked = card(code)
    return records_of(asked, Question(period, place, _conditions([asked], filters)), user)


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


def _conditions(asked: Iterable[Card], where: Mapping[str, object] | None) -> Filters:
    conditions = filters_of(where or {})
    _ensure_parted(asked, [column for column, _values in conditions])
    return conditions


def _ensure_parted(asked: Iterable[Card], columns: Iterable[str]) -> None:
    for one in asked:
        for column in columns:
            if column not in one.disaggregations:
                raise NotPossible("cannot_be_parted_by", indicator=one.name, column=column)


def period_called(text: str, user: User) -> Period:
    """Return the period of a code or its words; an empty text is the period to show first."""
    return parse_period(text) if text else default_period(user)
