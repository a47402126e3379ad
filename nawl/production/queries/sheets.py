"""A version as the studio takes it: its frame, the yarns of its unit with what is on hand, and the drawing's palette."""

from __future__ import annotations

from dataclasses import dataclass

from nawl.accounts.models import User
from nawl.places.queries import may
from nawl.production.models import ChartVersion
from nawl.production.queries.charts import chart_of
from nawl.production.queries.stock import stocked, yarns_of
from nawl.production.rules import DRAWERS
from nawl.weaving.chart import Chart
from nawl.weaving.signs import with_signs
from nawl.weaving.yarns import Yarn


@dataclass(frozen=True)
class Sheet:
    """A chart with today's stock, every yarn that may be drawn with (those of the chart first), and whether one may."""

    version: ChartVersion
    chart: Chart
    yarns: tuple[Yarn, ...]
    may_draw: bool


def sheet_of(version: ChartVersion, user: User) -> Sheet:
    """Return a version for the studio; every yarn has a sign of its own, those of the chart as on paper."""
    facility = version.design.facility
    chart = stocked(chart_of(version), facility)
    used = {yarn.code for yarn in chart.yarns}
    others = [yarn for yarn in yarns_of(facility) if yarn.code not in used]
    yarns = with_signs([*with_signs(chart.yarns), *others][:250])
    may_draw = version.is_open and may(user, DRAWERS, at=facility)
    return Sheet(version, chart.with_yarns(yarns[: len(chart.yarns)]), yarns, may_draw)
