"""Numbered chart copies within a reader's scope: where each is."""

from __future__ import annotations

from django.core.paginator import Page, Paginator
from django.db.models import Count

from nawl.accounts.models import User
from nawl.kit.errors import NotFound
from nawl.places.queries import ensure_holds
from nawl.production.choices import CopyState
from nawl.production.models import ChartCopy, Design
from nawl.production.rules import SEERS

PAGE_SIZE = 40


def copies_seen_by(user: User, state: str = "", search: str = "", page: int | str = 1) -> Page[ChartCopy]:
    """Return one page of the copies within the user's scope, newest first, by state and serial."""
    ensure_holds(user, SEERS)
    rows = ChartCopy.objects.visible_to(user).select_related("version__design__facility", "version__quality")
    if state:
        rows = rows.filter(state=state)
    if search:
        rows = rows.filter(serial__contains=search.strip().upper())
    return Paginator(rows.order_by("-serial"), PAGE_SIZE).get_page(page)


def copies_by_state(user: User) -> dict[str, int]:
    """Return how many copies within the user's scope are in each state."""
    counted = ChartCopy.objects.visible_to(user).order_by().values_list("state").annotate(n=Count("pk"))
    numbers = dict(counted)
    return {state: numbers.get(state, 0) for state in CopyState.values}


def copies_of_design(design: Design) -> list[ChartCopy]:
    """Return the paper copies of a design, newest first."""
    rows = ChartCopy.objects.unscoped("the copies of a design that the caller was given")
    return list(rows.filter(version__design=design).select_related("version").order_by("-serial"))


def copy_seen_by(user: User, serial: str) -> ChartCopy:
    """Return the copy with this serial; `not_found` when there is none within the user's scope."""
    ensure_holds(user, SEERS)
    rows = ChartCopy.objects.visible_to(user).select_related("version__design__facility", "version__quality", "by")
    copy: ChartCopy | None = rows.filter(serial=serial.strip().upper()).first()
    if copy is None:
        raise NotFound("not_found")
    return copy
