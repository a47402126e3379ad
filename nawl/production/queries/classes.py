"""Quality classes by day and by key."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from nawl.kit.clock import today
from nawl.kit.errors import NotFound
from nawl.production.models import QualityClass


def classes_valid(on: date | None = None) -> QuerySet[QualityClass]:
    """Return the classes that hold on a day (today)."""
    day = on or today()
    return QualityClass.objects.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day), valid_from__lte=day).order_by(
        "code"
    )


def class_found(key: str) -> QualityClass:
    """Return the class of "300/1", or the one that holds today of "300"; raises `class_unknown`."""
    code, _, version = key.strip().partition("/")
    rows = QualityClass.objects.filter(code=code, version=int(version)) if version.isdecimal() else None
    found = (classes_valid().filter(code=code) if rows is None else rows).first()
    if found is None:
        known = list(classes_valid().values_list("code", flat=True))
        raise NotFound("class_unknown", quality=key, known=known)
    return found


def versions_of_class(code: str) -> list[QualityClass]:
    """Return all versions of a class, the newest first; none for an unknown code."""
    return list(QualityClass.objects.filter(code=code).order_by("-version"))
