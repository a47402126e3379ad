"""Which dye lots are meant for a chart; said of a version in any state, for a lot is stock and not drawing."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from nawl.accounts.models import User
from nawl.kit.errors import NotFound
from nawl.places.queries import ensure_may
from nawl.production.actions.keeping import REASON, locked_version
from nawl.production.actions.trail import record_version
from nawl.production.models import ChartColour, ChartVersion, YarnLot
from nawl.production.rules import YARN_KEEPERS
from nawl.production.rules.stock import LotFacts, faults_of_meant_lot


@transaction.atomic
def mean_lots(version: ChartVersion, lots: Mapping[str, YarnLot | None], *, by: User) -> ChartVersion:
    """Say which lot is meant for each of these colours of a version, by code; None leaves it to the reckoning again.

    Raises `yarn_not_of_unit` for a colour that the version does not have, `lot_elsewhere`, `lot_of_other_colour`,
    `lot_not_fit`. A lot that is meant already stays, whatever has become of it. No difference, no entry.
    """
    ensure_may(by, YARN_KEEPERS, at=version.design.facility)
    version = locked_version(version)
    rows = ChartColour.objects.unscoped(REASON).filter(version=version).select_related("colour", "lot")
    palette = {row.colour.code: row for row in rows}
    changed = {}
    for code, lot in lots.items():
        if code not in palette:
            raise NotFound("yarn_not_of_unit", yarn=code)
        if lot != palette[code].lot:
            _check(lot, code, version)
            changed[code] = lot
    if not changed:
        return version
    before = {code: palette[code].lot for code in changed}
    for code, lot in changed.items():
        ChartColour.objects.unscoped(REASON).filter(pk=palette[code].pk).update(lot=lot)
    record_version("production.lots_meant", version, by, {"lots": _told(changed), "before": _told(before)})
    return version


def _check(lot: YarnLot | None, code: str, version: ChartVersion) -> None:
    if lot is None:
        return
    facts = LotFacts(lot.facility.code, lot.colour.code, lot.batch, lot.state, lot.type.role)
    for fault in faults_of_meant_lot(facts, unit=version.design.facility.code, colour=code):
        raise fault


def _told(lots: Mapping[str, YarnLot | None]) -> str:
    """Return colours with their batches in one line, as the trail keeps it: "M3 22-104, I4 –"."""
    return ", ".join(f"{code} {lot.batch if lot else '–'}" for code, lot in lots.items())
