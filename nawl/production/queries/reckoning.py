"""What a version takes against what its unit has today: yarn, days, difficulty, cost."""

from __future__ import annotations

from collections.abc import Mapping

from nawl.places.models import Facility
from nawl.production.queries.stock import yarns_of
from nawl.weaving.chart import Chart
from nawl.weaving.printing import Amount
from nawl.weaving.reckoning.needs import YarnNeed
from nawl.weaving.reckoning.prices import shipped_prices
from nawl.weaving.reckoning.sheet import Reckoning, reckon


def reckoning_of(chart: Chart, facility: Facility) -> Reckoning:
    """Reckon a chart with a unit's yarns and the prices that come with the programme."""
    return reckon(chart, shelf=yarns_of(facility), prices=shipped_prices())


def amounts_of(chart: Chart, facility: Facility, meant: Mapping[str, str] | None = None) -> dict[int, Amount]:
    """Return what each colour of a chart takes, by its index, with the lot meant for it (batches by the colours' codes).

    Where none is meant, with the lots of the unit that reckoning would take.
    """
    needs = reckoning_of(chart, facility).yarns
    return {need.index: Amount(need.gross_g, need.hanks, _lots(need, meant or {})) for need in needs}


def _lots(need: YarnNeed, meant: Mapping[str, str]) -> tuple[str, ...]:
    if need.yarn.code in meant:
        return (meant[need.yarn.code],)
    return tuple(lot.number for lot in need.lots)
