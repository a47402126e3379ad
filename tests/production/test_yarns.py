"""Colours are registered, lots received, weighed, released and rejected; what is on hand is the latest weighing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from nawl.accounts.choices import Role
from nawl.accounts.models import User
from nawl.kit.database import is_append_only_violation
from nawl.kit.errors import NotAllowed, NotPossible
from nawl.production.actions import (
    ColourWords,
    LotWords,
    count_lot,
    receive_lot,
    register_colour,
    reject_lot,
    release_lot,
    save_draft,
)
from nawl.production.models import ChartColour, LotCount, YarnColour, YarnLot
from nawl.production.queries.charts import chart_of
from nawl.production.queries.stock import lot_seen_by, stock_of, stocked, yarns_coded, yarns_of
from nawl.production.rules import CLASS_KEEPERS, YARN_KEEPERS
from tests.factories.accounts import make_system_user
from tests.factories.places import make_facility
from tests.factories.production import (
    draw,
    knots_for,
    make_colour,
    make_lot,
    make_palette,
    make_version,
    make_yarn_type,
)
from tests.production.acts import hand, refuses_all_but, told, verbs

pytestmark = pytest.mark.django_db
BRICK = ColourWords("saf-1", "قرميدي صافيتا", (163, 74, 52), "Safita brick", fast_light=6)
LOT = LotWords("22-107", Decimal(5000), date(2022, 5, 1), "شركة حماة", Decimal("8.60"), "USD")


def receive(unit: Any, by: User, words: LotWords = LOT, **changes: Any) -> YarnLot:
    asked = {"colour": make_colour("MAD"), "kind": make_yarn_type(), **changes}
    return receive_lot(unit, asked["colour"], asked["kind"], words, by=by)


def test_a_unit_registers_a_colour_of_its_own() -> None:
    unit = make_facility()
    colour = register_colour(BRICK, unit, by=hand(Role.WORKSHOP_SUPERVISOR, unit))
    assert (colour.code, colour.hex, colour.facility) == ("SAF-1", "#a34a34", unit)
    assert "سُجّل اللون «قرميدي صافيتا»" in told(colour)
    assert "SAF-1" in {yarn.code for yarn in yarns_of(unit)}
    assert "SAF-1" not in {yarn.code for yarn in yarns_of(make_facility())}


def test_only_a_unit_s_supervisor_registers_its_colours() -> None:
    unit = make_facility()
    refuses_all_but(YARN_KEEPERS, unit, lambda by: register_colour(BRICK, unit, by=by))


def test_only_the_ministry_registers_the_programmes_colours() -> None:
    unit = make_facility()
    refuses_all_but(CLASS_KEEPERS, unit, lambda by: register_colour(BRICK, by=by))
    assert register_colour(BRICK, by=hand(Role.ADMINISTRATOR, unit)).facility is None


def test_two_units_name_a_colour_alike_and_each_weaves_with_its_own() -> None:
    units = [make_facility(), make_facility()]
    for unit, shade in zip(units, [(163, 74, 52), (20, 40, 160)], strict=True):
        register_colour(replace(BRICK, code="R1", srgb=shade), unit, by=hand(Role.WORKSHOP_SUPERVISOR, unit))
    assert [yarns_coded(unit, ["R1"])[0].srgb for unit in units] == [(163, 74, 52), (20, 40, 160)]
    make_palette(units[0])
    for unit in units:
        version = make_version(unit)
        save_draft(version, knots_for(version) * 0, ["R1"], revision=0, key=uuid4(), by=make_system_user())
        [kept] = ChartColour.objects.unscoped("a test").filter(version=version, knots__gt=0).select_related("colour")
        assert kept.colour.facility == unit


def test_a_code_stands_once_in_a_unit() -> None:
    unit = make_facility()
    by = hand(Role.WORKSHOP_SUPERVISOR, unit)
    register_colour(BRICK, unit, by=by)
    with pytest.raises(NotPossible, match="yarn_colour_code_taken") as refused:
        register_colour(replace(BRICK, name_ar="لون آخر"), unit, by=by)
    assert refused.value.facts == {"text": "SAF-1", "name": "قرميدي صافيتا"}


def test_the_programme_takes_no_code_that_stands_on_a_shelf() -> None:
    unit = make_facility()
    register_colour(BRICK, unit, by=hand(Role.WORKSHOP_SUPERVISOR, unit))
    with pytest.raises(NotPossible, match="yarn_colour_code_of_units"):
        register_colour(replace(BRICK, name_ar="لون آخر"), by=hand(Role.ADMINISTRATOR, unit))


@pytest.mark.parametrize(
    ("first", "second", "stands"),
    [
        (None, None, False),
        (None, 0, False),
        (0, None, False),
        (0, 0, False),
        (0, 1, True),
    ],
)
def test_the_database_itself_keeps_codes_apart(first: int | None, second: int | None, stands: bool) -> None:
    units = [make_facility(), make_facility()]
    owners = [None if place is None else units[place] for place in (first, second)]
    make_colour("R1", facility=owners[0])
    other = make_colour("R2", facility=owners[1])
    if stands:
        YarnColour.objects.filter(pk=other.pk).update(code="R1")
        assert YarnColour.objects.filter(code="R1").count() == 2
        return
    with pytest.raises(IntegrityError), transaction.atomic():
        YarnColour.objects.filter(pk=other.pk).update(code="R1")
    with pytest.raises(IntegrityError), transaction.atomic():
        YarnColour.objects.create(code="R1", facility=owners[1], name_ar="ب", red=1, green=1, blue=1, search_key="ب")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"code": "أحمر"}, "yarn_colour_code_unfit"),
        ({"code": "A,B"}, "yarn_colour_code_unfit"),
        ({"code": "MAD"}, "yarn_colour_code_reserved"),
        ({"code": " mad "}, "yarn_colour_code_reserved"),
        ({"name_ar": " "}, "yarn_colour_name_missing"),
        ({"name_ar": "أحمر فوي"}, "yarn_colour_name_taken"),
    ],
)
def test_a_colour_has_a_code_and_a_name_of_its_own(changes: dict[str, str], code: str) -> None:
    make_colour("MAD")
    unit = make_facility()
    with pytest.raises(NotPossible, match=code):
        register_colour(replace(BRICK, **changes), unit, by=hand(Role.WORKSHOP_SUPERVISOR, unit))


def test_a_lot_is_received_with_its_first_weighing() -> None:
    unit = make_facility()
    lot = receive(unit, hand(Role.WORKSHOP_SUPERVISOR, unit))
    count = LotCount.objects.unscoped("a test looks at the count").get()
    assert (lot.state, lot.batch, count.grams, count.counted_on) == ("released", "22-107", 5000, date(2022, 5, 1))
    assert "استُلمت الدفعة 22-107" in told(lot)
    assert next(one for one in stock_of(unit) if one.colour.code == "MAD").grams == 5000


def test_only_a_unit_s_supervisor_receives() -> None:
    unit = make_facility()
    refuses_all_but(YARN_KEEPERS, unit, lambda by: receive(unit, by))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"batch": " "}, "lot_batch_missing"),
        ({"grams": Decimal(0)}, "lot_grams_unfit"),
        ({"received_on": date(2022, 7, 15)}, "lot_day_in_future"),
        ({"price_kg": Decimal("8.605")}, "money_too_fine"),
        ({"currency": "XXX"}, "currency_unknown"),
    ],
)
def test_a_lot_that_cannot_have_come_so_is_refused(changes: dict[str, Any], code: str) -> None:
    unit = make_facility()
    with pytest.raises(NotPossible, match=code):
        receive(unit, hand(Role.WORKSHOP_SUPERVISOR, unit), replace(LOT, **changes))


def test_a_batch_of_a_colour_comes_once() -> None:
    unit = make_facility()
    by = hand(Role.WORKSHOP_SUPERVISOR, unit)
    receive(unit, by)
    with pytest.raises(NotPossible, match="lot_exists"):
        receive(unit, by)
    receive(unit, by, colour=make_colour("IND"))


def test_another_units_own_colour_is_not_received() -> None:
    unit = make_facility()
    other = make_colour("OWN", facility=make_facility())
    with pytest.raises(NotPossible, match="colour_elsewhere"):
        receive(unit, hand(Role.WORKSHOP_SUPERVISOR, unit), colour=other)


def test_what_is_on_hand_is_the_latest_day_s_last_weighing() -> None:
    unit = make_facility()
    lot, by = make_lot(unit, grams=5000), hand(Role.WORKSHOP_SUPERVISOR, unit)
    count_lot(lot, Decimal(4000), counted_on=date(2022, 7, 1), by=by)
    count_lot(lot, Decimal(4500), counted_on=date(2022, 6, 1), by=by, note="أُدخل متأخراً")
    assert lot_seen_by(by, lot.pk).on_hand == 4000
    count_lot(lot, Decimal(3900), counted_on=date(2022, 7, 1), by=by)
    seen = lot_seen_by(by, lot.pk)
    assert (seen.on_hand, seen.counted_on) == (3900, date(2022, 7, 1))
    assert verbs().count("production.lot_counted") == 3
    assert "3,900" in told(lot)


def test_only_a_unit_s_supervisor_weighs() -> None:
    unit = make_facility()
    lot = make_lot(unit)
    refuses_all_but(YARN_KEEPERS, unit, lambda by: count_lot(lot, Decimal(1), counted_on=date(2022, 7, 1), by=by))


def test_a_weighing_above_what_came_is_refused() -> None:
    unit = make_facility()
    with pytest.raises(NotPossible, match="lot_count_above_received"):
        count_lot(
            make_lot(unit, grams=1000),
            Decimal(1200),
            counted_on=date(2022, 7, 1),
            by=hand(Role.WORKSHOP_SUPERVISOR, unit),
        )


def test_a_lot_is_used_up_at_nought_and_there_again_when_some_is_found() -> None:
    unit = make_facility()
    lot, by = make_lot(unit), hand(Role.WORKSHOP_SUPERVISOR, unit)
    count_lot(lot, Decimal(0), counted_on=date(2022, 7, 1), by=by)
    assert lot_seen_by(by, lot.pk).state == "depleted"
    count_lot(lot, Decimal(200), counted_on=date(2022, 7, 2), by=by)
    assert lot_seen_by(by, lot.pk).state == "released"


def test_a_weighing_is_never_changed() -> None:
    make_lot(make_facility())
    with pytest.raises(DatabaseError) as caught, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE production_lotcount SET grams = 1")
    assert is_append_only_violation(caught.value)


def test_a_lot_that_waits_does_not_count_until_it_is_released() -> None:
    unit = make_facility()
    by = hand(Role.WORKSHOP_SUPERVISOR, unit)
    lot = receive(unit, by, replace(LOT, is_released=False))
    assert next(one for one in stock_of(unit) if one.colour.code == "MAD").grams == 0
    release_lot(lot, by=by)
    assert next(one for one in stock_of(unit) if one.colour.code == "MAD").grams == 5000
    assert "أُجيزت" in told(lot)
    reject_lot(lot, reason="صباغ يسيل", by=by)
    assert next(one for one in stock_of(unit) if one.colour.code == "MAD").grams == 0
    assert "صباغ يسيل" in told(lot)


def test_judging_a_lot_needs_its_supervisor_a_reason_and_a_state_that_may_follow() -> None:
    unit = make_facility()
    lot, by = make_lot(unit), hand(Role.WORKSHOP_SUPERVISOR, unit)
    refuses_all_but(YARN_KEEPERS, unit, lambda one: reject_lot(lot, reason="سبب", by=one))
    with pytest.raises(NotAllowed):
        release_lot(lot, by=hand(Role.DESIGNER, unit))
    with pytest.raises(NotPossible, match="version_reason_missing"):
        reject_lot(lot, reason=" ", by=by)
    with pytest.raises(NotPossible, match="lot_state_unfit"):
        release_lot(lot, by=by)


def test_warp_and_weft_are_no_pile() -> None:
    unit = make_facility()
    make_lot(unit, type=make_yarn_type("C20", role="warp"))
    assert next(one for one in stock_of(unit) if one.colour.code == "MAD").grams == 0


def test_a_chart_is_shown_with_todays_stock_and_its_own_words() -> None:
    unit = make_facility()
    make_palette(unit, grams=3000)
    drawn = draw(make_version(unit))
    lot = YarnLot.objects.unscoped("a test weighs").get(colour__code="MAD")
    count_lot(lot, Decimal(700), counted_on=date(2022, 7, 1), by=hand(Role.WORKSHOP_SUPERVISOR, unit))
    shown = {yarn.code: yarn for yarn in stocked(chart_of(drawn), unit).yarns}
    assert (shown["MAD"].grams, shown["IND"].grams) == (700, 3000)
    assert shown["MAD"].lots[0].number == lot.batch


def test_a_price_in_another_currency_does_not_enter_the_cost_sheet() -> None:
    unit = make_facility()
    make_lot(unit, currency="SYP", price_kg=90000)
    assert next(yarn for yarn in yarns_of(unit) if yarn.code == "MAD").lots[0].price_kg is None


def test_yarns_on_hand_come_first() -> None:
    unit = make_facility()
    for code in ("AAA", "BBB"):
        make_colour(code)
    make_lot(unit, make_colour("MAD"))
    assert [yarn.code for yarn in yarns_of(unit)] == ["MAD", "AAA", "BBB"]
