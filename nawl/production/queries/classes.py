"""Quality classes by day and by key."""

from __future__ import annotations

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
