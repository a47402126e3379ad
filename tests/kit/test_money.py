"""Money: exact, of one currency, split without loss."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.kit.errors import NotPossible
from nawl.kit.money import CURRENCIES, Money

currencies = st.sampled_from(sorted(CURRENCIES))
amounts = st.decimals(-(10**12), 10**12, places=4)
moneys = st.builds(Money.rounded, amounts, currencies)


def pounds(amount: str | int) -> Money:
    return Money(Decimal(amount), "SYP")


def test_money_of_one_currency_is_added_and_taken_away() -> None:
    assert pounds(1500) + pounds(500) == pounds(2000)
    assert pounds(1500) - pounds(2000) == pounds(-500)
    assert -pounds(5) == pounds(-5)
    assert Money.total([pounds(1), pounds(2)], "SYP") == pounds(3)
    assert Money.total([], "SYP") == Money.zero("SYP")
    assert not Money.zero("SYP")


@pytest.mark.parametrize("verb", ["__add__", "__sub__", "__lt__"])
def test_different_currencies_do_not_mix(verb: str) -> None:
    with pytest.raises(NotPossible, match="currencies_differ"):
        getattr(pounds(1), verb)(Money(Decimal(1), "USD"))


def test_equal_amounts_of_different_currencies_are_not_equal() -> None:
    assert pounds(1) != Money(Decimal(1), "USD")
    assert pounds(1) == pounds("1.00")
    assert hash(pounds(1)) == hash(pounds("1.00"))


@pytest.mark.parametrize(
    ("amount", "currency", "rounded"),
    [
        ("0.5", "SYP", "1"),
        ("1.5", "SYP", "2"),
        ("-0.5", "SYP", "-1"),
        ("1.005", "USD", "1.01"),
        ("1.0005", "JOD", "1.001"),
    ],
)
def test_money_is_rounded_to_the_smallest_coin(amount: str, currency: str, rounded: str) -> None:
    assert Money.rounded(Decimal(amount), currency) == Money(Decimal(rounded), currency)


def test_money_is_never_rounded_in_silence() -> None:
    with pytest.raises(NotPossible, match="money_too_fine"):
        pounds("1.5")
    with pytest.raises(NotPossible, match="currency_unknown"):
        Money(Decimal(1), "XXX")


def test_money_times_a_number_is_rounded_once() -> None:
    assert pounds(999) * Decimal("0.125") == pounds(125)
    assert 3 * Money(Decimal("1.10"), "USD") == Money(Decimal("3.30"), "USD")


@given(moneys, st.integers(1, 40))
def test_parts_add_up_to_the_whole_and_differ_by_a_coin(money: Money, n: int) -> None:
    parts = money.split(n)
    coin = Decimal(1).scaleb(-CURRENCIES[money.currency][0])
    assert len(parts) == n
    assert Money.total(parts, money.currency) == money
    assert max(parts).amount - min(parts).amount in (0, coin)


def test_money_is_not_split_among_nobody() -> None:
    with pytest.raises(NotPossible, match="money_split_into_none"):
        pounds(1).split(0)


@pytest.mark.parametrize(
    ("money", "arabic", "english"),
    [
        (pounds(155000), "155,000 ل.س", "SYP 155,000"),
        (Money(Decimal("12.5"), "USD"), "12.50 دولار", "USD 12.50"),
        (pounds(-20), "−20 ل.س", "SYP −20"),
    ],
)
def test_money_is_shown_in_both_languages(money: Money, arabic: str, english: str) -> None:
    assert money.format("ar") == arabic
    assert money.format("en") == english


def test_money_takes_the_readers_digits() -> None:
    assert pounds(155000).format("ar", "arabic") == "١٥٥٬٠٠٠ ل.س"


def test_money_is_ordered() -> None:
    assert pounds(1) < pounds(2) <= pounds(2)
    assert max(pounds(3), pounds(5)) == pounds(5)
