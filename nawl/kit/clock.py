"""The programme's day: today in the programme's time zone, or the fixed day of a demonstration."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.utils import timezone


def today() -> date:
    """Return the programme's day (setting `NAWL_TODAY` fixes it for demonstrations and tests)."""
    fixed: date | None = settings.NAWL_TODAY
    return fixed or timezone.localdate()
