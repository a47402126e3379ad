"""Numbers, days and periods as the reader of the page reads them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from nawl.ui import reader

Number = int | float | Decimal


def number(value: Number, places: int = 0) -> str:
    """Return a number grouped by thousands, in the reader's digits."""
    from nawl.kit.numbers import format_number

    return format_number(value, digits=reader.current().digits, places=places)


def percent(value: Number, places: int = 0) -> str:
    """Return a percentage (97 means 97 %) in the reader's digits."""
    sign = "٪" if reader.current().digits == "arabic" else "%"
    return f"{number(value, places)}{sign}"


def day(value: date) -> str:
    """Return a day in words, such as 14 July 2022; a moment counts in the programme's time zone."""
    from nawl.kit.periods import day_name

    chosen = reader.current()
    if isinstance(value, datetime):
        value = timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return day_name(value, language=chosen.language, digits=chosen.digits)


def clock_time(value: datetime) -> str:
    """Return the hour and minute of a moment in the programme's time zone."""
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    return in_digits(f"{local:%H:%M}")


def period(value: Any) -> str:
    """Return the name of a period of the programme."""
    chosen = reader.current()
    return str(value.name(language=chosen.language, digits=chosen.digits))


def counted(value: int, noun: str) -> str:
    """Return a number with its noun in the right form: 3 services, 11 services, in Arabic six forms."""
    from nawl.kit.numbers import counted as kit_counted

    chosen = reader.current()
    return kit_counted(value, noun, language=chosen.language, digits=chosen.digits)


def listed(parts: Sequence[str]) -> str:
    """Return several words as one phrase: «a, b and c»."""
    if len(parts) < 2:
        return "".join(parts)
    comma = "، " if reader.current().language == "ar" else ", "
    return _("%(first)s and %(last)s") % {"first": comma.join(parts[:-1]), "last": parts[-1]}


_TO_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def in_digits(text: str) -> str:
    """Return a text with its digits as the reader chose them; codes that people type stay as they are and never come here."""
    return text.translate(_TO_ARABIC) if reader.current().digits == "arabic" else text
