"""What a version takes against what its unit has today: yarn, days, difficulty, cost."""

from __future__ import annotations

from nawl.places.models import Facility
from nawl.production.queries.stock import yarns_of
from nawl.weaving.chart import Chart
from nawl.weaving.printing import Amount
from nawl.weaving.reckoning.prices import shipped_prices
from nawl.weaving.reckoning.sheet import Reckoning, reckon
from nawl.weaving.yarns import Yarn


def reckoning_of(chart: Chart, facility: Facility) -> Reckoning:
    """Reckon a chart with a unit's yarns and the prices that come with the programme."""
    return reckon(chart, shelf=yarns_of(facility), prices=shipped_prices())


def amounts_of(chart: Chart, facility: Facility) -> dict[int, Amount]:
    """Return what each colour of a chart takes, by its index, with the lots that the unit has of it."""
    shelf = {yarn.code: yarn for yarn in yarns_of(facility)}
    needs = reckoning_of(chart, facility).yarns
    return {need.index: Amount(need.gross_g, need.hanks, _lots(shelf.get(need.yarn.code))) for need in needs}


def _lots(yarn: Yarn | None) -> tuple[str, ...]:
    return tuple(lot.number for lot in yarn.lots) if yarn else ()
