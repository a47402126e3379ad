"""Dye lots that are meant for a chart: which one for each of its colours, and which ones could be."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from nawl.places.models import Facility
from nawl.production.models import ChartColour, ChartVersion, YarnLot
from nawl.production.queries.stock import lots_at, with_on_hand
from nawl.production.rules.stock import serves_charts

_WHY = "the lots of a version that the caller was given"


def meant_lots(version: ChartVersion) -> dict[str, YarnLot]:
    """Return the lot meant for each colour of a version by the colour's code, with what is on hand; one query."""
    meant = ChartColour.objects.unscoped(_WHY).filter(version=version, lot__isnull=False)
    lots = with_on_hand(YarnLot.objects.unscoped(_WHY).filter(pk__in=meant.values("lot")))
    return {lot.colour.code: lot for lot in lots.select_related("colour", "type", "facility")}


def meant_batches(version: ChartVersion) -> dict[str, str]:
    """Return the dye batch meant for each colour of a version by the colour's code."""
    return {code: lot.batch for code, lot in meant_lots(version).items()}


def lots_offered(facility: Facility) -> dict[str, list[YarnLot]]:
    """Return the lots of a unit that can be meant for a chart, by the code of their colour, with what is on hand."""
    offered: dict[str, list[YarnLot]] = defaultdict(list)
    for lot in lots_at(facility):
        if serves_charts(lot.state, lot.type.role):
            offered[lot.colour.code].append(lot)
    return offered


def on_hand(lot: YarnLot) -> Decimal:
    """Return the grams of the latest count of a lot that a query of ours gave."""
    grams: Decimal | None = vars(lot)["on_hand"]
    return Decimal(0) if grams is None else grams
