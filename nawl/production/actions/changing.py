"""Saving what changed: a stroke on a large chart sends the difference to what the server has, not the whole."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from uuid import UUID

from nawl.accounts.models import User
from nawl.kit.errors import Conflict, NotPossible
from nawl.places.queries import ensure_may
from nawl.production.actions.drawing import SaveAnswer, save_draft
from nawl.production.models import ChartVersion, DraftSave
from nawl.production.queries.charts import chart_of
from nawl.production.rules import DRAWERS
from nawl.weaving.chart import Grid


def check_of(knots: Grid) -> str:
    """Return the check sum by which a device knows its knots (SHA-256 of their bytes)."""
    return hashlib.sha256(knots.tobytes()).hexdigest()


def save_changes(
    version: ChartVersion, changes: Grid, yarns: Sequence[str], *, check: str, revision: int, key: UUID, by: User
) -> SaveAnswer:
    """Save a drawing that is sent as its difference (exclusive or) to the knots of `revision`.

    Nothing is written unless the whole that comes out bears the device's check sum: else `chart_changes_unfit`, and the
    device sends the whole. A sending that repeats its key is answered as before. For the rest as `save_draft`.
    """
    ensure_may(by, DRAWERS, at=version.design.facility)
    answered = _answered(version, check, revision, key, by)
    if answered:
        return answered
    if version.revision != revision:
        raise Conflict("chart_changed_meanwhile", seen=revision, standing=version.revision)
    knots = chart_of(version).knots ^ changes
    if check_of(knots) == check:
        return save_draft(version, knots, yarns, revision=revision, key=key, by=by)
    version.refresh_from_db(fields=["revision"])
    if version.revision == revision:
        raise NotPossible("chart_changes_unfit")
    return save_changes(version, changes, yarns, check=check, revision=revision, key=key, by=by)  # saved meanwhile


def _answered(version: ChartVersion, check: str, revision: int, key: UUID, by: User) -> SaveAnswer | None:
    """Return what a key was answered before; it belongs to its person, its version, its revision and its drawing."""
    kept = DraftSave.objects.filter(pk=key).first()
    if kept is None:
        return None
    is_own = (kept.version_id, kept.by_id, kept.revision) == (version.pk, by.pk, revision + 1)
    stands = version.revision == kept.revision  # later the drawing itself can no longer be compared
    if not is_own or (stands and check_of(chart_of(version).knots) != check):
        raise Conflict("key_reused")
    return SaveAnswer(kept.revision, kept.saved_at)
