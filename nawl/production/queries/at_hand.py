"""What lies on the table of those who draw and lock: drafts last drawn on, versions that wait to be looked at."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Value, When

from nawl.accounts.models import User
from nawl.places.queries import holds
from nawl.production.choices import Beginning, VersionState
from nawl.production.models import ChartVersion, DraftSave
from nawl.production.rules import DRAWERS, LOCKERS

SHOWN = 6


@dataclass(frozen=True)
class AtHand:
    """The versions within a reader's scope, the latest first and a reader's own before others, and how many in all.

    `drafts` were drawn on by hand, or made from a picture, a file or another version; `begun` were composed and not
    drawn on since, or have not one knot yet.
    """

    in_review: tuple[ChartVersion, ...]
    drafts: tuple[ChartVersion, ...]
    begun: tuple[ChartVersion, ...]
    reviews: int
    drafted: int
    may_draw: bool
    may_lock: bool


def at_hand(user: User) -> AtHand | None:
    """Return what a reader draws on or is asked to lock; None for those who do neither. Five queries."""
    may_draw, may_lock = holds(user, DRAWERS), holds(user, LOCKERS)
    if not may_draw and not may_lock:
        return None
    rows = ChartVersion.objects.visible_to(user)
    review = rows.filter(state=VersionState.REVIEW)
    draft = rows.filter(state=VersionState.DRAFT) if may_draw else rows.none()
    untouched = ~Exists(DraftSave.objects.filter(version=OuterRef("pk")))
    is_begun = untouched & (Q(beginning=Beginning.COMPOSED) | Q(unset=F("wide") * F("high")))
    return AtHand(
        in_review=_shown(review, user),
        drafts=_shown(draft.exclude(is_begun), user),
        begun=_shown(draft.filter(is_begun), user),
        reviews=review.count(),
        drafted=draft.count(),
        may_draw=may_draw,
        may_lock=may_lock,
    )


def _shown(rows: QuerySet[ChartVersion], user: User) -> tuple[ChartVersion, ...]:
    others = Case(When(by=user, then=Value(0)), default=Value(1))
    found = rows.select_related("design__facility", "quality").defer("recipe", "reckoning", "likeness")
    return tuple(found.order_by(others, "-drawn_at")[:SHOWN])
