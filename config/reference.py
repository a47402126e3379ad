"""What every installation begins with: places, services, indicators; loading it again changes nothing."""

from __future__ import annotations

from collections.abc import Iterator


def load_reference() -> Iterator[str]:
    """Load the shipped reference data through the same actions as anybody's, and say what each brought."""
    from nawl.accounts.actions import the_system
    from nawl.activities.actions import load_catalogue
    from nawl.indicators.actions import declare
    from nawl.places.actions import load_shipped_areas
    from nawl.production.actions import load_workshop_lists

    by = the_system()
    yield f"places: {load_shipped_areas(by=by)}"
    yield f"services: {load_catalogue(by=by)}"
    yield f"classes and yarns: {load_workshop_lists(by=by)}"
    declared = declare(by=by)
    yield f"indicators: {len(declared.added)} new, {len(declared.changed)} changed"
