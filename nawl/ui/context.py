"""What every template knows of the reader and the day."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from django.conf import settings
from django.http import HttpRequest

from nawl.kit.clock import today
from nawl.ui import reader as readers


class ReaderContext(TypedDict):
    """The names that the skeleton needs on every page."""

    lang: str
    dir: str
    digits: str
    theme: str
    synthetic: bool
    today: date
    here: str


def reader(request: HttpRequest) -> ReaderContext:
    """Return the reader's choices, whether the data are synthetic, the programme's day and the page's own address."""
    chosen = readers.current()
    return {
        "lang": chosen.language,
        "dir": chosen.direction,
        "digits": chosen.digits,
        "theme": chosen.theme,
        "synthetic": settings.NAWL_SYNTHETIC,
        "today": today(),
        "here": request.get_full_path() if request.method == "GET" else request.path,
    }
