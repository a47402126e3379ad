"""The register of designs within a reader's scope, one design, one version."""

from __future__ import annotations

from nawl.accounts.models import User
from nawl.kit.errors import NotFound
from nawl.places.queries import ensure_holds
from nawl.production.models import ChartVersion, Design
from nawl.production.rules import SEERS


def design_seen_by(user: User, serial: str) -> Design:
    """Return the design with this serial; `not_found` when there is none within the user's scope."""
    ensure_holds(user, SEERS)
    rows = Design.objects.visible_to(user).select_related("facility", "facility__area", "leaning", "by")
    design: Design | None = rows.filter(serial=serial.strip().upper()).first()
    if design is None:
        raise NotFound("not_found")
    return design


def version_seen_by(user: User, serial: str, number: int) -> ChartVersion:
    """Return a design's version with its class and design; `not_found` when there is none within the user's scope."""
    ensure_holds(user, SEERS)
    rows = ChartVersion.objects.visible_to(user).select_related(
        "design", "design__facility", "quality", "parent", "by", "locked_by"
    )
    version: ChartVersion | None = rows.filter(design__serial=serial.strip().upper(), number=number).first()
    if version is None:
        raise NotFound("not_found")
    return version


def versions_of(design: Design) -> list[ChartVersion]:
    """Return a design's versions, newest first."""
    rows = ChartVersion.objects.unscoped("the versions of a design that the caller was given")
    return list(
        rows.filter(design=design)
        .select_related("quality", "locked_by")
        .defer("recipe", "reckoning", "likeness")
        .order_by("-number")
    )
