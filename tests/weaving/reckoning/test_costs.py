"""F16: the cost sheet of R1, margin and mark-up, prices as data."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.kit.errors import NotPossible
from nawl.kit.money import Money
from nawl.weaving.reckoning.costs import Material, cost_sheet, pay_of, price_by_margin, price_by_mark_up
from nawl.weaving.reckoning.prices import SHIPPED, read_prices, shipped_prices

R1 = [
    Material("wool", Decimal(13122), Decimal(9)),
    Material("warp", Decimal(2645), Decimal(5)),
    Material("weft", Decimal(1544), Decimal(5)),
]


def sheet(**changes):
    parts = {
        "pay": pay_of(540_000, Decimal("2.50")),
        "finishing": Decimal(60),
        "loom": 68 * Decimal("1.50"),
        "area_m2": Decimal(6),
        "currency": "USD",
        "margin": Decimal("0.20"),
        "mark_up": Decimal("0.20"),
    }
    return cost_sheet(R1, **{**parts, **changes})


def test_the_cost_of_r1():
    made = sheet()
    assert [str(line.amount.amount) for line in made.lines] == ["139.04", "1350.00", "60.00", "102.00"]
    assert (made.total, made.per_m2) == (Money(Decimal("1651.04"), "USD"), Money(Decimal("275.17"), "USD"))
    assert made.price_by_margin == Money(Decimal("2063.80"), "USD")
    assert made.price_by_mark_up == Money(Decimal("1981.25"), "USD")


def test_lines_are_rounded_to_the_currency_before_they_are_added():
    made = sheet(currency="SYP", pay=Decimal("0.5"), finishing=Decimal("0.5"), loom=Decimal("0.4"))
    assert [line.amount.amount for line in made.lines] == [139, 1, 1, 0]
    assert made.total.amount == 141


def test_difficulty_raises_pay_where_it_is_agreed():
    assert pay_of(540_000, Decimal("2.50"), Decimal("1.004")) == Decimal("1355.40")


@given(st.integers(1, 10**7), st.integers(0, 99))
def test_a_margin_is_a_share_of_the_price_and_a_mark_up_one_of_the_cost(cents, hundredths):
    cost, share = Money(Decimal(cents) / 100, "USD"), Decimal(hundredths) / 100
    by_margin, by_mark_up = price_by_margin(cost, share), price_by_mark_up(cost, share)
    assert abs(by_margin.amount * (1 - share) - cost.amount) <= Decimal("0.005")
    assert abs(by_mark_up.amount - cost.amount - cost.amount * share) <= Decimal("0.005")
    assert by_margin >= by_mark_up


@pytest.mark.parametrize("margin", ["1", "1.5", "-0.1"])
def test_no_price_holds_a_margin_of_all_of_it(margin):
    with pytest.raises(NotPossible, match="margin_unfit"):
        price_by_margin(Money(Decimal(1), "USD"), Decimal(margin))
    with pytest.raises(NotPossible, match="margin_unfit"):
        replace(shipped_prices(), margin=Decimal(margin))


def changed(**values):
    lines = [line for line in SHIPPED.read_text(encoding="utf-8").splitlines() if line.partition(" ")[0] not in values]
    return "\n".join([*lines, *(f'{name} = "{value}"' for name, value in values.items() if value is not None)]).encode()


def test_the_shipped_prices_are_those_of_r1():
    prices = shipped_prices()
    assert (prices.pile_kg, prices.warp_kg, prices.pay_per_1000, prices.loom_day) == (
        9,
        5,
        Decimal("2.5"),
        Decimal("1.5"),
    )
    assert prices.finishing_m2 * 6 == 60


def test_prices_are_read_in_arabic_digits_too():
    assert read_prices(changed(pile_kg="٩٫٧٥")).pile_kg == Decimal("9.75")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"pile_kg": None}, "pile_kg"),
        ({"currency": None}, "currency"),
        ({"loom_day": "cheap"}, "loom_day"),
        ({"loom_day": "-1"}, "loom_day"),
        ({"loom_day": "NaN"}, "loom_day"),
        ({"pays_difficulty": "yes"}, "pays_difficulty"),
        ({"warping_days": "3"}, "warping_days"),
        ({"mood": "good"}, "mood"),
    ],
)
def test_a_price_that_is_missing_or_no_number_is_named(values, field):
    with pytest.raises(NotPossible) as refused:
        read_prices(changed(**values))
    assert (refused.value.code, refused.value.facts["field"]) == ("prices_unreadable", field)


def test_what_is_no_toml_holds_no_prices():
    for data in (b"= 3", b"\xff\xfe\x00", b"warping_days = -1\n" + changed(warping_days=None)):
        with pytest.raises(NotPossible, match="prices_unreadable"):
            read_prices(data)


def test_a_currency_that_nobody_knows_is_refused():
    with pytest.raises(NotPossible, match="currency_unknown"):
        read_prices(changed(currency="XYZ"))
