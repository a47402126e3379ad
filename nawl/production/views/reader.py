"""What every page asks of its request."""

from __future__ import annotations

from typing import Literal, cast

from django.http import HttpRequest
from django.utils.translation import get_language

from nawl.accounts.models import User
from nawl.places.queries import ensure_may
from nawl.production.actions.keeping import ensure_open
from nawl.production.models import ChartVersion
from nawl.production.queries.designs import version_seen_by
from nawl.production.rules import DRAWERS

A_DAY = "private, max-age=86400"
"""How long a browser may keep a picture; for its reader alone."""


def reader_of(request: HttpRequest) -> User:
    """Return who is signed in."""
    return cast("User", request.user)


def draft_of(request: HttpRequest, serial: str, number: int) -> ChartVersion:
    """Return the draft that a page puts another chart into; refuses who may not draw there, and what is no draft."""
    version = version_seen_by(reader_of(request), serial, number)
    ensure_may(reader_of(request), DRAWERS, at=version.design.facility)
    ensure_open(version)
    return version


def status_of(request: HttpRequest) -> int:
    """Return the status of a form's page: 422 where what was sent stands again."""
    return 422 if request.method == "POST" else 200


def language() -> Literal["ar", "en"]:
    """Return the language of the page that is being made; Arabic where it is neither."""
    return "en" if (get_language() or "ar").startswith("en") else "ar"
