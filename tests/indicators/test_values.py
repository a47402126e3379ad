"""Every declared indicator against a count by hand over the raw tallies, whatever they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nawl.accounts.models import User
from nawl.indicators import queries
from nawl.indicators.rules import all_parts_add_up
from nawl.indicators.values import Card, Declaration, Filters, Question, Row
from nawl.kit.facts import Basis
from nawl.kit.periods import parse_period
from tests.factories.indicators import RawTally
from tests.indicators.conftest import World

PERIODS = ("2022-H1", "2022-Q2", "2022-03", "2022", "2022-01-15..2022-03-10", "2021-07-01..2022-06-30")
DAYS = (
    date(2021, 12, 30),
    date(2022, 1, 2),
    date(2022, 1, 20),
    date(2022, 3, 10),
    date(2022, 3, 11),
    date(2022, 6, 30),
)
READ: dict[str, Callable[[RawTally], str]] = {
    "governorate": lambda raw: raw.activity.facility.governorate.pcode,
    "district": lambda raw: raw.activity.facility.district.pcode,
    "facility": lambda raw: raw.activity.facility.code,
    "facility_kind": lambda raw: raw.activity.facility.kind,
    "month": lambda raw: f"{raw.on:%Y-%m}",
    "activity": lambda raw: raw.activity.code,
    "activity_type": lambda raw: raw.activity.type.code,
    "service": lambda raw: raw.service.code,
    "service_area": lambda raw: raw.service.area,
    "sex": lambda raw: raw.sex,
    "age_band": lambda raw: raw.age_band,
    "partner": lambda raw: raw.activity.partner.code if raw.activity.partner else "-",
}


class ByHand:
    """Another engine: answers the same declarations from raw tallies in memory."""

    def __init__(self, rows: list[RawTally]) -> None:
        self.rows = rows

    def rows_of(self, question: Question) -> list[RawTally]:
        where = dict(question.where)
        if not question.place.is_whole_scope:
            where[question.place.level] = (question.place.code,)
        return keep([row for row in self.rows if question.period.contains(row.on)], tuple(where.items()))

    def rows_by(self, question: Question, by: Sequence[str]) -> dict[tuple[str, ...], list[RawTally]]:
        parts: dict[tuple[str, ...], list[RawTally]] = {} if by else {(): []}
        for row in self.rows_of(question):
            parts.setdefault(tuple(READ[column](row) for column in by), []).append(row)
        return parts

    def pair(self, one: Declaration, rows: list[RawTally]) -> tuple[int | None, int | None]:
        kept = keep(rows, one.filters)
        kind = one.measure.rpartition(".")[2]
        if kind in ("activities_carried_out", "facilities_active"):
            seen = {row.activity if kind[0] == "a" else row.activity.facility for row in kept if row.contacts}
            return None, len(seen) or None
        field = "first_visits" if kind == "first_visits" else "contacts"
        sums = [sum(getattr(row, field) for row in part) for part in (keep(kept, one.part_filters), kept)]
        return (sums[0] if one.part_filters else None, sums[1]) if kept else (None, None)

    def answer(self, declarations: Sequence[Declaration], question: Question, by: Sequence[str]) -> list[Row]:
        parts = sorted(self.rows_by(question, by).items())
        return [Row(keys, tuple(self.pair(one, rows) for one in declarations)) for keys, rows in parts]


class MemoryEngine:
    """The interface that queries know."""

    def __init__(self, rows: list[RawTally]) -> None:
        self.by_hand = ByHand(rows)

    def rows(self, declarations: Sequence[Declaration], question: Question, by: Sequence[str], user: User) -> list[Row]:
        return self.by_hand.answer(declarations, question, by)


cells = st.lists(
    st.tuples(
        st.integers(0, 5),
        st.sampled_from(DAYS),
        st.integers(0, 2),
        st.sampled_from("fmu"),
        st.sampled_from(["00-04", "18-29", "u"]),
        st.integers(0, 40),
        st.integers(0, 40),
    ),
    max_size=25,
    unique_by=lambda cell: cell[:5],
)


def raw_tallies(world: World, drawn: Iterable[tuple[Any, ...]]) -> list[RawTally]:
    return [
        RawTally(world.activities[a], on, world.services[s], sex, age, contacts, min(first, contacts))
        for a, on, s, sex, age, contacts, first in drawn
    ]


def keep(rows: Iterable[RawTally], filters: Filters) -> list[RawTally]:
    return [row for row in rows if all(READ[column](row) in values for column, values in filters)]


def by_hand(card: Card, rows: Iterable[RawTally]) -> Any:
    """Count what the indicator's definition says, without a database; None when nothing counts."""
    kept = keep(rows, card.declaration.filters)
    if card.basis is Basis.ACTIVITIES:
        return len({row.activity.code for row in kept if row.contacts}) or None
    if card.basis is Basis.FACILITIES:
        return len({row.activity.facility.code for row in kept if row.contacts}) or None
    if not kept:
        return None
    field = "first_visits" if card.basis is Basis.FIRST_VISITS else "contacts"
    whole = sum(getattr(row, field) for row in kept)
    if not card.is_share:
        return whole
    part = sum(getattr(row, field) for row in keep(kept, card.declaration.part_filters))
    return Decimal(part) / Decimal(whole) if whole else None


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=cells, period=st.sampled_from(PERIODS))
def test_every_indicator_is_what_a_count_by_hand_gives(world: World, drawn: list[Any], period: str) -> None:
    with transaction.atomic():
        rows = raw_tallies(world, drawn)
        world.load(*rows)
        within = [row for row in rows if parse_period(period).contains(row.on)]
        home = queries.home_of(world.system)
        found = queries.values(list(queries.cards()), home, parse_period(period), user=world.system)
        assert {code: value.number for code, value in found.items()} == {
            code: by_hand(value.card, within) for code, value in found.items()
        }
        transaction.set_rollback(True)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=cells, period=st.sampled_from(PERIODS), data=st.data())
def test_every_part_is_what_a_count_by_hand_gives_and_adds_up_where_it_may(
    world: World, drawn: list[Any], period: str, data: st.DataObject
) -> None:
    with transaction.atomic():
        rows = raw_tallies(world, drawn)
        world.load(*rows)
        asked = parse_period(period)
        within = [row for row in rows if asked.contains(row.on)]
        home = queries.home_of(world.system)
        for card in queries.cards().values():
            by = data.draw(st.lists(st.sampled_from(card.disaggregations), min_size=1, max_size=2, unique=True))
            found = queries.breakdown(card.code, home, asked, by, user=world.system)
            assert found.total.number == by_hand(card, within)
            assert found.adds_up is all_parts_add_up(card.basis, by, asked)
            for part in found.parts:
                alike = [row for row in within if tuple(READ[column](row) for column in by) == part.keys]
                assert part.number == by_hand(card, alike)
            if found.adds_up and not card.is_share:
                assert sum(part.number or 0 for part in found.parts) == (found.total.number or 0)
        transaction.set_rollback(True)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=cells)
def test_records_behind_a_figure_make_it_again(world: World, drawn: list[Any]) -> None:
    with transaction.atomic():
        rows = raw_tallies(world, drawn)
        world.load(*rows)
        home, period = queries.home_of(world.system), parse_period("2022-H1")
        for code, field in (("people_served", "first_visits"), ("services_delivered", "contacts")):
            records = queries.records(code, home, period, {"sex": "f"}, user=world.system)
            narrowed = queries.value(code, home, period, user=world.system, where={"sex": "f"})
            assert sum(getattr(record, field) for record in records) == (narrowed.number or 0)
        transaction.set_rollback(True)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=cells, period=st.sampled_from(PERIODS))
def test_another_engine_answers_the_same_declarations_alike(world: World, drawn: list[Any], period: str) -> None:
    with transaction.atomic():
        rows = raw_tallies(world, drawn)
        world.load(*rows)
        place, asked = queries.place_called("SY10", world.system), parse_period(period)
        engine = MemoryEngine(rows)
        for by in (["facility", "month"], ["activity_type"]):
            codes = [code for code, card in queries.cards().items() if set(by) <= set(card.disaggregations)]
            live = queries.breakdowns(codes, place, asked, by, user=world.system)
            other = queries.breakdowns(codes, place, asked, by, user=world.system, engine=engine)
            assert {code: (one.total.number, one.parts) for code, one in live.items()} == {
                code: (one.total.number, one.parts) for code, one in other.items()
            }
        transaction.set_rollback(True)


@pytest.mark.parametrize("code", ["SY10", "SY1003", "SY1300"])
def test_a_place_counts_its_own_records_only(world: World, code: str) -> None:
    rows = [world.count(activity, contacts=10 + activity) for activity in range(6)]
    world.load(*rows)
    place = queries.place_called(code, world.system)
    inside = [row for row in rows if place.path and row.activity.facility.place_path.startswith(place.path)]
    for card in queries.cards().values():
        found = queries.value(card.code, place, parse_period("2022-H1"), user=world.system)
        assert found.number == by_hand(card, inside)
