"""Drawing on a draft: what the studio saves, charts from pictures, composed charts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import numpy as np
from django.db import IntegrityError, transaction

from nawl.accounts.models import User
from nawl.kit.errors import Conflict, NotPossible
from nawl.places.queries import ensure_may
from nawl.production.actions.keeping import Prepared, chart_from, ensure_open, keep, locked_version, prepare
from nawl.production.actions.trail import record_version
from nawl.production.models import ChartVersion, DraftSave
from nawl.production.rules import DRAWERS, is_same_sitting
from nawl.weaving.chart import Grid


@dataclass(frozen=True)
class SaveAnswer:
    """What a device is told of its saving: the revision that now stands, and since when."""

    revision: int
    saved_at: datetime


def save_draft(
    version: ChartVersion, knots: Grid, yarns: Sequence[str], *, revision: int, key: UUID, by: User
) -> SaveAnswer:
    """Save a drawing over the `revision` that its device had seen; `yarns` are the codes that the indices name.

    A sending that repeats its key is answered as before. Raises Conflict("chart_changed_meanwhile") when somebody
    saved another revision: nothing is written, so nothing is lost; Conflict("key_reused"), `version_not_open`,
    `yarn_not_of_unit`, `chart_shape_wrong`, `chart_index_wrong`. Of the savings of one sitting (30 minutes at most between
    two) the first leaves an audit entry; each leaves its own row, with the hand, the moment and the fingerprint.
    """
    ensure_may(by, DRAWERS, at=version.design.facility)
    prepared = prepare(chart_from(version, knots, yarns))
    try:
        return _save(version, prepared, revision, key, by)
    except IntegrityError as taken:
        raise Conflict("key_reused") from taken


@transaction.atomic
def _save(version: ChartVersion, prepared: Prepared, revision: int, key: UUID, by: User) -> SaveAnswer:
    version = locked_version(version)
    answered = _answered(version, prepared, key, by)
    if answered:
        return answered
    ensure_open(version)
    last = DraftSave.objects.filter(version=version).order_by("-revision").select_related("by").first()
    if version.revision != revision:
        raise Conflict("chart_changed_meanwhile", seen=revision, standing=version.revision)
    keep(version, prepared)
    saved = DraftSave.objects.create(
        key=key,
        version=version,
        by=by,
        revision=version.revision,
        fingerprint=version.fingerprint,
        saved_at=version.drawn_at,
    )
    if last is None or last.by_id != by.pk or not is_same_sitting(last.saved_at, saved.saved_at):
        record_version("production.drawing_saved", version, by, {"revision": version.revision})
    return SaveAnswer(saved.revision, saved.saved_at)


def _answered(version: ChartVersion, prepared: Prepared, key: UUID, by: User) -> SaveAnswer | None:
    """Return what a key was answered before; a key belongs to its person, its version and its drawing."""
    kept = DraftSave.objects.filter(pk=key).first()
    if kept is None:
        return None
    if (kept.version_id, kept.by_id, kept.fingerprint) != (version.pk, by.pk, prepared.chart.fingerprint):
        raise Conflict("key_reused")
    return SaveAnswer(kept.revision, kept.saved_at)


def grid_of(version: ChartVersion, raw: bytes) -> Grid:
    """Return the knots of a sending, one byte a knot, the upper row first; raises `chart_shape_wrong`."""
    if len(raw) != version.wide * version.high:
        raise NotPossible("chart_bytes_wrong", sent=len(raw), knots=version.wide * version.high)
    return np.frombuffer(raw, dtype=np.uint8).reshape(version.high, version.wide)
