"""Scope that fails closed: a scoped table answers nobody until it is told who is asking."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from django.db import models
from django.db.models import Q

from nawl.kit.clock import today

if TYPE_CHECKING:
    from uuid import UUID

    from nawl.accounts.models import User

logger = logging.getLogger(__name__)
Rows = TypeVar("Rows", bound="ScopedQuerySet")


class ScopeMissing(RuntimeError):  # noqa: N818 - says what is wrong
    """A scoped table was read without `visible_to(user)`: a fault of the program, never of its user."""


@dataclass(frozen=True)
class Scope:
    """Where a user may look: everywhere, below some areas, or at some facilities."""

    is_national: bool
    area_paths: tuple[str, ...]
    facility_ids: tuple[UUID, ...]

    def condition(self, prefix: str) -> Q | None:
        """Return the filter over rows whose facility stands at `prefix`; None when nothing may be seen."""
        if self.is_national:
            return Q()
        condition: Q | None = None
        for path in self.area_paths:
            part = Q(**{f"{prefix}place_path__startswith": path})
            condition = part if condition is None else condition | part
        if self.facility_ids:
            part = Q(**{f"{prefix}pk__in": self.facility_ids})
            condition = part if condition is None else condition | part
        return condition

    def covers_path(self, path: str) -> bool:
        """Say whether an area's path lies wholly within the scope."""
        return self.is_national or any(path.startswith(own) for own in self.area_paths)


def scope_of(user: User) -> Scope:
    """Return the scope that the user's running postings give today; kept on the user for one request."""
    day = today()
    kept: tuple[Any, Scope] | None = getattr(user, "_kept_scope", None)
    if kept and kept[0] == day:
        return kept[1]
    scope = _read_scope(user)
    vars(user)["_kept_scope"] = (day, scope)  # a note on the request's own user object
    return scope


def _read_scope(user: User) -> Scope:
    if not user.is_authenticated or not user.is_active:
        return Scope(False, (), ())
    if user.is_system:
        return Scope(True, (), ())
    postings = list(user.postings.running().select_related("area"))
    return Scope(
        is_national=any(posting.is_national for posting in postings),
        area_paths=tuple(sorted({posting.area.path for posting in postings if posting.area})),
        facility_ids=tuple(sorted({posting.facility_id for posting in postings if posting.facility_id})),
    )


class ScopedQuerySet(models.QuerySet[Any]):
    """A queryset that refuses to be read before it knows its reader."""

    is_scoped = False

    def visible_to(self, user: User) -> Self:
        """Keep the rows that the user's postings cover."""
        condition = scope_of(user).condition(self.model.scope_prefix)
        kept = self.none() if condition is None else self.filter(condition)
        return _told(kept)

    def unscoped(self, reason: str) -> Self:
        """Read everything, for a named reason that is logged."""
        logger.debug("unscoped read of %s: %s", self.model._meta.label, reason)
        return _told(self)

    def _clone(self) -> Self:
        clone: Self = super()._clone()  # type: ignore[misc]  # private in the stubs
        clone.is_scoped = self.is_scoped
        return clone

    def demand_scope(self) -> None:
        """Refuse to go on without a reader."""
        if not self.is_scoped:
            raise ScopeMissing(f"{self.model._meta.label} was read without visible_to(user)")

    def __or__(self, other: models.QuerySet[Any]) -> Self:
        """Join two answers, both of which must know their reader."""
        if isinstance(other, ScopedQuerySet):
            other.demand_scope()
        self.demand_scope()
        return super().__or__(other)

    def union(self, *others: Any, **kwargs: Any) -> Self:
        """Join several answers, all of which must know their reader."""
        for rows in (self, *others):
            if isinstance(rows, ScopedQuerySet):
                rows.demand_scope()
        return super().union(*others, **kwargs)

    def _fetch_all(self) -> None:
        if self._result_cache is None:
            self.demand_scope()
        super()._fetch_all()

    def iterator(self, *args: Any, **kwargs: Any) -> Any:
        """Iterate without keeping rows."""
        self.demand_scope()
        return super().iterator(*args, **kwargs)

    def count(self) -> int:
        """Count the rows."""
        self.demand_scope()
        return super().count()

    def exists(self) -> bool:
        """Say whether there is any row."""
        self.demand_scope()
        return super().exists()

    def aggregate(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Aggregate over the rows."""
        self.demand_scope()
        return super().aggregate(*args, **kwargs)

    def update(self, **kwargs: Any) -> int:
        """Change the rows."""
        self.demand_scope()
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Remove the rows."""
        self.demand_scope()
        return super().delete()

    def resolve_expression(self, *args: Any, **kwargs: Any) -> Any:
        """Stand as a part of another query."""
        self.demand_scope()
        return super().resolve_expression(*args, **kwargs)


def _told(rows: Rows) -> Rows:
    """Return the rows as ones that know their reader."""
    kept = rows.all()
    kept.is_scoped = True
    return kept


class ScopedManager(models.Manager.from_queryset(ScopedQuerySet)):  # type: ignore[misc]  # a class made at run time
    """The manager of every table that belongs to places."""


class ScopedModel(models.Model):
    """A table whose rows belong to a facility or stand within an area."""

    scope_prefix: ClassVar[str] = "facility__"
    objects: ClassVar[ScopedManager] = ScopedManager()

    class Meta:
        abstract = True
