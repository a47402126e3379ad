"""Quality classes by day and by key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from nawl.kit.clock import today
from nawl.kit.errors import NotFound
from nawl.production.models import QualityClass

_LONGEST = 5
"""Digits of a class's version at most."""


def classes_valid(on: date | None = None) -> QuerySet[QualityClass]:
    """Return the classes that hold on a day (today)."""
    day = on or today()
    return QualityClass.objects.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day), valid_from__lte=day).order_by(
        "code"
    )


@dataclass(frozen=True)
class ClassRow:
    """A class as it stands on a day: the version in force, or else the first to come; and the one that follows it."""

    one: QualityClass
    is_in_force: bool
    following: QualityClass | None


def standing_class(versions: Sequence[QualityClass], on: date | None = None) -> ClassRow:
    """Return how a class stands on a day (today) among all its versions; one that has ended stands as it last was."""
    day = on or today()
    by_day = sorted(versions, key=lambda one: one.valid_from)
    begun = [one for one in by_day if one.valid_from <= day]
    coming = [one for one in by_day if one.valid_from > day]
    if not begun:
        return ClassRow(coming[0], is_in_force=False, following=next(iter(coming[1:]), None))
    last = begun[-1]
    return ClassRow(last, last.valid_to is None or last.valid_to >= day, next(iter(coming), None))


def classes_standing(on: date | None = None) -> list[ClassRow]:
    """Return the classes that hold on a day (today) and those that only will, by code; one query."""
    by_code: dict[str, list[QualityClass]] = {}
    for one in QualityClass.objects.order_by("code", "version"):
        by_code.setdefault(one.code, []).append(one)
    rows = [standing_class(versions, on) for versions in by_code.values()]
    return [row for row in rows if row.is_in_force or row.one.valid_from > (on or today()) or row.following]


def class_found(key: str) -> QualityClass:
    """Return the class of "300/1", or the one that holds today of "300"; raises `class_unknown`."""
    code, stroke, version = key.strip().partition("/")
    is_number = version.isdecimal() and len(version) <= _LONGEST
    rows = QualityClass.objects.filter(version=int(version) if is_number else 0) if stroke else classes_valid()
    found = rows.filter(code=code).first()
    if found is None:
        known = list(classes_valid().values_list("code", flat=True))
        raise NotFound("class_unknown", quality=key[:40], known=known)
    return found


def versions_of_class(code: str) -> list[QualityClass]:
    """Return all versions of a class, the newest first; none for an unknown code."""
    return list(QualityClass.objects.filter(code=code).order_by("-version"))
