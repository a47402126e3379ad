"""Users with their postings, for whoever looks after them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, QuerySet

from nawl.accounts.models import User
from nawl.kit.arabic import normalise, tokens
from nawl.kit.clock import today
from nawl.kit.errors import NotFound
from nawl.places.models import Posting

PAGE_SIZE = 40


@dataclass(frozen=True)
class PostingLine:
    """One posting as a page shows it."""

    posting: Posting
    is_running: bool
    is_to_come: bool


def users_listed(search: str = "", role: str = "", *, page: int | str = 1, size: int = PAGE_SIZE) -> Page[Any]:
    """Return one page of the users with their running postings; the system's own account is not among them."""
    users = User.objects.filter(is_system=False).order_by("-is_active", "username")
    if search.strip():
        users = users.filter(pk__in=_called(search))
    if role:
        users = users.filter(pk__in=Posting.objects.running().filter(role=role).values("user"))
    return Paginator(users.prefetch_related(Prefetch("postings", _running(), "running")), size).get_page(page)


def user_listed(key: UUID) -> User:
    """Return one user; `not_found` for the system's own account."""
    user = User.objects.filter(pk=key, is_system=False).first()
    if user is None:
        raise NotFound("not_found")
    return user


def posting_listed(key: UUID) -> Posting:
    """Return one posting with what it is at."""
    posting = Posting.objects.select_related("user", "area", "facility").filter(pk=key).first()
    if posting is None:
        raise NotFound("not_found")
    return posting


def postings_of(user: User) -> Sequence[PostingLine]:
    """Return all postings of a user, the latest first."""
    day = today()
    rows = Posting.objects.filter(user=user).select_related("area", "facility").order_by("-starts_on", "-id")
    return [
        PostingLine(
            posting=posting,
            is_running=posting.starts_on <= day and (posting.ends_on is None or posting.ends_on >= day),
            is_to_come=posting.starts_on > day,
        )
        for posting in rows
    ]


def _running() -> QuerySet[Posting]:
    return Posting.objects.running().select_related("area", "facility").order_by("role")


def _called(search: str) -> list[UUID]:
    """Return the users whose name holds the words in any spelling; users are few, so their names are read."""
    words = tokens(search)
    names = User.objects.values_list("pk", "username", "full_name")
    return [
        key for key, username, full_name in names if all(word in normalise(f"{username} {full_name}") for word in words)
    ]
