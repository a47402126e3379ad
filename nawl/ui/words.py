"""Numbers, days and periods as the reader of the page reads them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from unicodedata import bidirectional

from django.utils import timezone
from django.utils.translation import gettext as _

from nawl.kit import numbers
from nawl.kit.periods import Period, day_name
from nawl.ui import reader

Number = int | float | Decimal


def number(value: Number | None, places: int | None = None) -> str:
    """Return a number grouped by thousands, in the reader's digits; «–» for nothing."""
    return numbers.format_number(value, reader.current().digits, places)


def percent(share: Number | None, places: int | None = None) -> str:
    """Return a share (0.97 means 97 %) in the reader's digits."""
    return numbers.format_percent(share, reader.current().digits, places)


def day(value: date, with_year: bool = True) -> str:
    """Return a day in words, such as 14 July 2022; a moment counts in the programme's time zone."""
    chosen = reader.current()
    if isinstance(value, datetime):
        value = _local(value).date()
    return day_name(value, chosen.language, chosen.digits, with_year)


def clock_time(value: datetime) -> str:
    """Return the hour and minute of a moment in the programme's time zone."""
    return in_digits(f"{_local(value):%H:%M}")


def _local(value: datetime) -> datetime:
    return timezone.localtime(value) if timezone.is_aware(value) else value


def period(value: Period) -> str:
    """Return the name of a period of the programme."""
    chosen = reader.current()
    return value.name(chosen.language, chosen.digits)


def counted(value: int, noun: str) -> str:
    """Return a number with its noun in the right form: 3 services, 11 services, in Arabic six forms."""
    chosen = reader.current()
    return numbers.counted(value, numbers.NOUNS[noun], chosen.language, chosen.digits)


def listed(parts: Sequence[str]) -> str:
    """Return several words as one phrase: «a, b and c»."""
    if len(parts) < 2:
        return "".join(parts)
    comma = "، " if reader.current().language == "ar" else ", "
    return _("%(first)s and %(last)s") % {"first": comma.join(parts[:-1]), "last": parts[-1]}


def in_digits(text: str) -> str:
    """Return a text with the digits that the reader chose; codes that people type never come here."""
    return numbers.in_digits(text, reader.current().digits)


def kept_whole(text: str) -> str:
    """Return a text as it stands within a sentence: what runs the other way is set apart (Unicode isolates).

    Else its own stops and brackets, and the sentence's that stand beside it, change sides.
    """
    other = {"L"} if reader.current().language == "ar" else {"R", "AL"}
    return set_apart(text) if any(bidirectional(sign) in other for sign in text) else text


def set_apart(text: str) -> str:
    """Return a text that runs its own way, whatever stands around it (a Unicode isolate, for texts without markup)."""
    return f"\u2068{text}\u2069"
