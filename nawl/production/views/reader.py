"""What every page asks of its request."""

from __future__ import annotations

from typing import Literal, cast

from django.http import HttpRequest
from django.utils.translation import get_language

from nawl.accounts.models import User

A_DAY = "private, max-age=86400"
"""How long a browser may keep a picture; for its reader alone."""


def reader_of(request: HttpRequest) -> User:
    """Return who is signed in."""
    return cast("User", request.user)


def status_of(request: HttpRequest) -> int:
    """Return the status of a form's page: 422 where what was sent stands again."""
    return 422 if request.method == "POST" else 200


def language() -> Literal["ar", "en"]:
    """Return the language of the page that is being made; Arabic where it is neither."""
    return "en" if (get_language() or "ar").startswith("en") else "ar"
