"""How figures are written on a page: the number with its unit, its door, the periods beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from nawl.indicators.choices import Unit
from nawl.indicators.rules import Number
from nawl.indicators.values import Breakdown, Card, Value
from nawl.kit.clock import today
from nawl.kit.periods import Period, month_name
from nawl.ui import reader, words
from nawl.ui.charts import Column, Drawing, columns
from nawl.ui.parts import Choice

NOTHING = "–"
MOST_COLUMNS = 24
_SHORT_MONTHS = {1: "ك2", 10: "ت1", 11: "ت2", 12: "ك1"}
_NOUNS = {Unit.PERSON: "person", Unit.SERVICE: "service", Unit.ACTIVITY: "activity", Unit.FACILITY: "facility"}


def number_text(card: Card, number: Number | None) -> str:
    """Return a number as a table shows it: grouped, or as a percentage with one decimal; nothing is a dash."""
    if number is None:
        return NOTHING
    return words.percent(number, 1) if card.is_share else words.number(number)


def counted_text(card: Card, number: Number | None) -> str:
    """Return a number with its unit: «155,000 شخص», "56 activities", "61.5%"."""
    noun = _NOUNS.get(Unit(card.unit))
    if number is None or noun is None:
        return number_text(card, number)
    return words.counted(int(number), noun)


def parts_url(code: str, address: str) -> str:
    """Return where a figure opens: its parts and records."""
    return f"{reverse('indicators:parts', args=[code])}?{address}"


def url_of(value: Value, **changes: str) -> str:
    """Return where a value opens, with a part of its question changed."""
    return parts_url(value.code, value.question.address(**changes))


def door(value: Value) -> SafeString:
    """Return a value as a door for use inside a sentence; nothing recorded is nought there."""
    text = number_text(value.card, value.number if value.number is not None else Decimal(0))
    return format_html('<a class="door" href="{}"><bdi>{}</bdi></a>', url_of(value), text)


def period_choices(period: Period, address: Callable[[Period], str]) -> list[Choice]:
    """Return the choice of periods beside a figure: the quarters and the half around it, and the year."""
    half = Period.half(period.first.year, 1 if period.first.month <= 6 else 2)
    known = [*half.quarters(), half, Period.year(half.first.year)]
    shown = known if period in known else [*known, period]
    return [Choice(short_name(one), address(one), one == period) for one in shown if one.first <= today()]


def short_name(period: Period) -> str:
    """Return a period as a segment names it, without the year where the page's heading has it."""
    quarters = [_("First quarter"), _("Second quarter"), _("Third quarter"), _("Fourth quarter")]
    if period.kind == "quarter":
        return quarters[(period.first.month - 1) // 3]
    if period.kind == "half":
        return _("First half") if period.first.month == 1 else _("Second half")
    return words.period(period)


def columns_of(months: Breakdown, beside: Breakdown | None = None, names: Sequence[str] = ()) -> Drawing | None:
    """Return a figure month by month as columns, beside those of an earlier period.

    None where there is nothing, or more months than can be told apart: the table stands alone then.
    """
    if not any(part.number for part in months.parts) or len(months.parts) > MOST_COLUMNS:
        return None
    earlier = [part.number for part in beside.parts] if beside else []
    earlier += [None] * (len(months.parts) - len(earlier)) if beside else []
    steps = [
        Column(
            name=month_name(int(part.key[5:]), language()),
            short=short_month(part.key),
            values=tuple(_scaled(number, months.total.card) for number in (part.number, *earlier[n : n + 1])),
            href=parts_url(months.total.code, part.address),
        )
        for n, part in enumerate(months.parts)
    ]
    return columns(months.total.card.name, names or [months.total.card.name], steps)


def short_month(key: str) -> str:
    """Return the name of a month short enough for a phone: «ك2», "Jan"."""
    number = int(key[5:])
    if language() == "en":
        return month_name(number, "en")[:3]
    return _SHORT_MONTHS.get(number, month_name(number, "ar"))


def language() -> str:
    """Return the language that the page is made in."""
    return reader.current().language


def _scaled(number: Number | None, card: Card) -> Number | None:
    """Return a number as a chart writes it: shares as percentages with one decimal."""
    if number is None or not card.is_share:
        return number
    return (Decimal(number) * 100).quantize(Decimal("0.1"))
