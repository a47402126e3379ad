"""What the frame of every page shows its reader: where they may go, where they stand, who they are."""

from __future__ import annotations

from typing import TypedDict

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from nawl.web.navigation import Navigation, navigation_of


class NavigationContext(TypedDict):
    """The name that the skeleton takes the frame from."""

    navigation: Navigation | None


def navigation(request: HttpRequest) -> NavigationContext:
    """Return the reader's navigation, read only when a page shows it; None before sign-in."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"navigation": None}
    match = request.resolver_match
    current = match.view_name if match else ""
    lazy: Navigation = SimpleLazyObject(lambda: navigation_of(user, current))  # type: ignore[assignment]  # stands for it
    return {"navigation": lazy}
