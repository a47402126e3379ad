"""What lies on the table of those who draw and lock: drafts last drawn on, versions that wait to be looked at."""

from __future__ import annotations

from dataclasses import dataclass

from nawl.accounts.models import User
from nawl.places.queries import holds
from nawl.production.choices import VersionState
from nawl.production.models import ChartVersion
from nawl.production.rules import DRAWERS, LOCKERS

SHOWN = 6


@dataclass(frozen=True)
class AtHand:
    """The versions in review and the drafts within a reader's scope, the latest first, and how many there are in all."""

    in_review: tuple[ChartVersion, ...]
    drafts: tuple[ChartVersion, ...]
    reviews: int
    drafted: int
    may_draw: bool
    may_lock: bool


def at_hand(user: User) -> AtHand | None:
    """Return what a reader draws on or is asked to lock; None for those who do neither. Four queries."""
    may_draw, may_lock = holds(user, DRAWERS), holds(user, LOCKERS)
    if not may_draw and not may_lock:
        return None
    rows = ChartVersion.objects.visible_to(user)
    review, draft = rows.filter(state=VersionState.REVIEW), rows.filter(state=VersionState.DRAFT)
    shown = {"in_review": review, "drafts": draft if may_draw else draft.none()}
    found = {
        name: tuple(some.select_related("design__facility", "quality").order_by("-drawn_at")[:SHOWN])
        for name, some in shown.items()
    }
    return AtHand(
        **found, reviews=review.count(), drafted=draft.count() if may_draw else 0, may_draw=may_draw, may_lock=may_lock
    )
