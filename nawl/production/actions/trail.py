"""What every act on a version leaves in the trail: the version, its design, its place, and what was done."""

from __future__ import annotations

from typing import Any

from django.db.models import Model

from nawl.accounts.actions import record
from nawl.accounts.models import User
from nawl.production.models import ChartVersion


def record_version(verb: str, version: ChartVersion, by: User, facts: dict[str, Any], *about: Model) -> None:
    """Leave an entry for an act on a version; `about` are records that it is about before all, such as a copy."""
    design = version.design
    said = {"serial": design.serial, "number": version.number, **facts}
    subjects = [*about, version, design]
    record(verb, by=by, subjects=subjects, place_path=design.facility.place_path, changes=said)
