"""Counting things: the six Arabic plural forms and the two English ones."""

from __future__ import annotations

from dataclasses import dataclass

from nawl.kit.arabic import is_arabic
from nawl.kit.numbers.figures import Digits, format_number


def plural_form(n: int) -> int:
    """Return which of the six Arabic forms a count takes: 0 none, 1 one, 2 two, 3 few, 4 many, 5 hundreds."""
    n = abs(n)
    if n <= 2:
        return n
    ending = n % 100
    if 3 <= ending <= 10:
        return 3
    return 4 if ending >= 11 else 5


@dataclass(frozen=True)
class Noun:
    """A thing that is counted: Arabic for none, one and two as whole phrases, then the word after the number."""

    zero: str
    one: str
    two: str
    few: str
    many: str
    hundred: str
    en_one: str
    en_other: str


def counted(n: int, noun: Noun, language: str, digits: Digits = "western") -> str:
    """Return a count with its noun: «لا خدمات», «خدمتان», «11 خدمة»; "1 service", "11 services"."""
    number = format_number(n, digits)
    if not is_arabic(language):
        word = noun.en_one if abs(n) == 1 else noun.en_other
        return f"{number} {word}" if n else f"no {word}"
    form = plural_form(n)
    if 0 <= n <= 2:
        return (noun.zero, noun.one, noun.two)[n]
    word = {3: noun.few, 4: noun.many}.get(form, noun.hundred)
    return f"{number} {word}"
