"""Numbers: shown, typed and counted."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.kit.errors import NotPossible
from nawl.kit.numbers import (
    NOUNS,
    counted,
    format_number,
    format_percent,
    parse_integer,
    plural_form,
    to_arabic_digits,
    to_western_digits,
)


@pytest.mark.parametrize(
    ("value", "places", "western", "arabic"),
    [
        (155000, None, "155,000", "١٥٥٬٠٠٠"),
        (0, None, "0", "٠"),
        (999, None, "999", "٩٩٩"),
        (-1234, None, "−1,234", "−١٬٢٣٤"),
        (1234.5, None, "1,234.5", "١٬٢٣٤٫٥"),
        (3.0, None, "3", "٣"),
        (0.1 + 0.2, 2, "0.30", "٠٫٣٠"),
        (Decimal("3.50"), None, "3.5", "٣٫٥"),
        (Decimal("1E+3"), None, "1,000", "١٬٠٠٠"),
        (Decimal("2.5"), 0, "3", "٣"),
        (Decimal("-0.004"), 2, "0.00", "٠٫٠٠"),
        (1e21, None, "1,000,000,000,000,000,000,000", "١٬٠٠٠٬٠٠٠٬٠٠٠٬٠٠٠٬٠٠٠٬٠٠٠٬٠٠٠"),
        (None, None, "–", "–"),
        (float("nan"), None, "–", "–"),
        (float("inf"), 1, "–", "–"),
    ],
)
def test_a_number_is_grouped_in_the_readers_digits(
    value: float | Decimal | None, places: int | None, western: str, arabic: str
) -> None:
    assert format_number(value, places=places) == western
    assert format_number(value, "arabic", places) == arabic


@pytest.mark.parametrize(
    ("share", "western", "arabic"),
    [
        (0.97, "97%", "٩٧٪"),
        (Decimal("0.385"), "38.5%", "٣٨٫٥٪"),
        (1, "100%", "١٠٠٪"),
        (0, "0%", "٠٪"),
        (-0.125, "−12.5%", "−١٢٫٥٪"),
        (1 / 3, "33.3%", "٣٣٫٣٪"),
        (12.5, "1,250%", "١٬٢٥٠٪"),
        (None, "–", "–"),
    ],
)
def test_a_share_is_shown_as_a_percentage(share: float | Decimal | None, western: str, arabic: str) -> None:
    assert format_percent(share) == western
    assert format_percent(share, "arabic") == arabic


def test_a_percentage_can_have_fixed_places() -> None:
    assert format_percent(0.3333, places=0) == "33%"
    assert format_percent(0.5, places=2) == "50.00%"


@given(st.integers(-(10**15), 10**15), st.sampled_from(["western", "arabic"]))
def test_a_shown_number_is_read_back(n: int, digits: str) -> None:
    assert parse_integer(format_number(n, digits)) == n  # type: ignore[arg-type]


@given(st.text())
def test_arabic_digits_turn_back(text: str) -> None:
    western = to_western_digits(text)
    assert to_western_digits(to_arabic_digits(western)) == western


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("47", 47),
        ("٤٧", 47),
        ("۴۷", 47),
        ("1,234", 1234),
        ("١٬٢٣٤", 1234),
        ("١،٢٣٤", 1234),
        ("1 234 567", 1234567),
        ("1\u00a0234", 1234),
        ("1\u202f234", 1234),
        ("12'345", 12345),
        (" \u200f47\u200e ", 47),
        ("12.0", 12),
        ("١٢٫٠٠", 12),
        ("007", 7),
        ("-5", -5),
        ("−٥", -5),
        ("+5", 5),
        ("", None),
        (" \t\u200f", None),
    ],
)
def test_what_a_clerk_types_is_read(typed: str, number: int | None) -> None:
    assert parse_integer(typed) == number


@pytest.mark.parametrize(
    "typed",
    [
        "abc",
        "12x",
        "1.5",
        "1.234",
        "1,23",
        "12,34",
        "1,2345",
        "1 23",
        "١٢٫٥",
        "-",
        "--5",
        "5-",
        "1e3",
        "²",
        "٤٧ خدمة",
        "9" * 40,
    ],
)
def test_what_could_mean_two_things_is_refused(typed: str) -> None:
    with pytest.raises(NotPossible) as caught:
        parse_integer(typed)
    assert (caught.value.code, caught.value.facts) == ("number_unreadable", {"text": typed})


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        assert parse_integer(text) is None or isinstance(parse_integer(text), int)
    except NotPossible as refusal:
        assert refusal.code == "number_unreadable"


def cldr_arabic_form(n: int) -> int:
    """State the CLDR rule for Arabic anew: zero, one, two, few 3..10, many 11..99, other."""
    if n in {0, 1, 2}:
        return n
    if n % 100 in set(range(3, 11)):
        return 3
    if n % 100 in set(range(11, 100)):
        return 4
    return 5


def test_plural_forms_are_those_of_cldr() -> None:
    assert [plural_form(n) for n in range(1001)] == [cldr_arabic_form(n) for n in range(1001)]


@pytest.mark.parametrize(
    ("n", "noun", "text"),
    [
        (0, "service", "لا خدمات"),
        (1, "service", "خدمة واحدة"),
        (2, "service", "خدمتان"),
        (3, "service", "3 خدمات"),
        (10, "service", "10 خدمات"),
        (11, "service", "11 خدمة"),
        (99, "service", "99 خدمة"),
        (100, "service", "100 خدمة"),
        (1, "day", "يوم واحد"),
        (2, "day", "يومان"),
        (9, "day", "9 أيام"),
        (39, "day", "39 يوماً"),
        (100, "day", "100 يوم"),
        (155000, "person", "155,000 شخص"),
        (445, "beneficiary", "445 مستفيداً"),
        (350, "contract", "350 عقداً"),
        (410, "contract", "410 عقود"),
        (101, "contract", "101 عقد"),
        (102, "contract", "102 عقد"),
        (3, "fault", "3 أخطاء"),
        (64, "facility", "64 مركزاً ووحدة"),
        (7, "facility", "7 مراكز ووحدات"),
        (200, "facility", "200 مركز ووحدة"),
        (3, "record", "3 تسجيلات"),
        (4, "minute", "4 دقائق"),
    ],
)
def test_things_are_counted_in_arabic(n: int, noun: str, text: str) -> None:
    assert counted(n, NOUNS[noun], "ar") == text


def test_counts_take_the_readers_digits_and_language() -> None:
    assert counted(155000, NOUNS["person"], "ar", "arabic") == "١٥٥٬٠٠٠ شخص"
    assert counted(1, NOUNS["activity"], "en") == "1 activity"
    assert counted(1200, NOUNS["activity"], "en") == "1,200 activities"
    assert counted(0, NOUNS["activity"], "en") == "no activities"
    assert counted(-3, NOUNS["service"], "ar") == "−3 خدمات"


def test_every_noun_has_all_its_forms() -> None:
    for name, noun in NOUNS.items():
        forms = (noun.zero, noun.one, noun.two, noun.few, noun.many, noun.hundred, noun.en_one, noun.en_other)
        assert all(forms), name
        assert noun.zero.startswith("لا "), name
        assert noun.many == noun.hundred or noun.many[0] == noun.hundred[0], name
