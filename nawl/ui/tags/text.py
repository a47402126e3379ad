"""Filters: numbers, days and periods in the reader's language and digits, each kept whole in a `<bdi>`."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from nawl.ui import reader, words

register = template.Library()

_CODES = re.compile(r"(?<![A-Za-z0-9-])([A-Z]{2,}[A-Z0-9]*(?:-[A-Z0-9]+)+)(?![A-Za-z0-9-])")
"""Codes as the programme writes them: capitals, then groups of capitals and digits, as in DSN-2022-0009-8."""


def _bdi(text: str) -> SafeString:
    return format_html("<bdi>{}</bdi>", text)


@register.filter
def bdi(value: Any) -> SafeString:
    """`{{ name|bdi }}`: keep a name from turning the text around it."""
    return _bdi(str(value))


@register.filter
def code(value: Any) -> SafeString:
    """`{{ facility.code|code }}`: a code, read from left to right and never broken."""
    return format_html('<bdi class="ltr">{}</bdi>', str(value))


@register.filter
def with_codes(value: Any) -> SafeString:
    """`{{ act.sentence|with_codes }}`: a sentence in which every code is read from left to right and never broken."""
    parts = _CODES.split(str(value))
    return format_html_join("", "{}", ((code(part) if place % 2 else part,) for place, part in enumerate(parts)))


@register.filter
def num(value: Any, places: int | None = None) -> SafeString:
    """`{{ 155000|num }}`, `{{ rate|num:1 }}`: grouped, in the reader's digits; nothing for no value."""
    return SafeString("") if value is None or value == "" else _bdi(words.number(value, places))


@register.filter
def in_digits(value: Any) -> SafeString:
    """`{{ copy.issued_to|in_digits }}`: a name as it was written, in the reader's digits."""
    return _bdi(words.in_digits(str(value)))


@register.filter
def pct(share: Any, places: int | None = None) -> SafeString:
    """`{{ 0.97|pct }}`: a share as a percentage."""
    return SafeString("") if share is None or share == "" else _bdi(words.percent(share, places))


@register.filter
def day(value: date | None) -> SafeString:
    """`{{ occurred_on|day }}`: 14 July 2022."""
    return SafeString("") if not value else _bdi(words.day(value))


@register.filter
def clock_time(value: datetime | None) -> SafeString:
    """`{{ recorded_at|clock_time }}`: 13:40 in the programme's time zone."""
    return SafeString("") if not value else _bdi(words.clock_time(value))


@register.filter
def moment(value: datetime | None) -> SafeString:
    """`{{ recorded_at|moment }}`: 14 July 2022, 13:40."""
    if not value:
        return SafeString("")
    comma = "، " if reader.current().language == "ar" else ", "
    return format_html("{}{}{}", _bdi(words.day(value)), comma, _bdi(words.clock_time(value)))


@register.filter
def period_name(value: Any) -> SafeString:
    """`{{ period|period_name }}`: first half of 2022."""
    return SafeString("") if not value else _bdi(words.period(value))


register.filter("period", period_name)


@register.simple_tag
def counted(value: int, noun: str) -> SafeString:
    """`{% counted 11 "service" %}`: the number with its noun in the right form."""
    return _bdi(words.counted(value, noun))
