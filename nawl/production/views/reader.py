"""What every page asks of its request."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest

from nawl.accounts.models import User


def reader_of(request: HttpRequest) -> User:
    """Return who is signed in."""
    return cast("User", request.user)


def status_of(request: HttpRequest) -> int:
    """Return the status of a form's page: 422 where what was sent stands again."""
    return 422 if request.method == "POST" else 200
