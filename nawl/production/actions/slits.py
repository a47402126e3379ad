"""A flat weave's slits are broken by steps; what a step cannot break is interlocked at the loom."""

from __future__ import annotations

import numpy as np
from django.db import transaction

from nawl.accounts.models import User
from nawl.places.queries import ensure_may
from nawl.production.actions.begun import redrawn
from nawl.production.actions.keeping import ensure_open, prepare
from nawl.production.actions.trail import record_version
from nawl.production.models import ChartVersion
from nawl.production.queries.charts import chart_of
from nawl.production.rules import DRAWERS
from nawl.weaving.flat import stepped


def step_slits(version: ChartVersion, most: int, *, revision: int, by: User) -> int:
    """Break the slits of a draft that are longer than `most` rows by steps of one cell; return how many cells changed.

    Raises `version_not_open`, `slit_unfit`, Conflict("chart_changed_meanwhile").
    """
    ensure_may(by, DRAWERS, at=version.design.facility)
    ensure_open(version)
    before = chart_of(version)
    after = stepped(before, most)
    changed = int(np.count_nonzero(before.knots != after.knots))
    if not changed:
        return 0
    with transaction.atomic():
        row = redrawn(version, prepare(after), revision)
        record_version("production.slits_stepped", row, by, {"cells": changed, "rows": most})
    return changed
