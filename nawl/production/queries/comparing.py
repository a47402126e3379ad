"""Two versions of a design side by side: what changed in knots and colours."""

from __future__ import annotations

from dataclasses import dataclass

from nawl.production.models import ChartVersion
from nawl.production.queries.charts import chart_of
from nawl.production.rules.pictures import changed_knots
from nawl.weaving.chart import Chart
from nawl.weaving.yarns import Yarn


@dataclass(frozen=True)
class ColourChange:
    """One yarn and its knots in the one and the other version."""

    yarn: Yarn
    before: int
    after: int

    @property
    def difference(self) -> int:
        """Knots more (or fewer) in the other version."""
        return self.after - self.before


@dataclass(frozen=True)
class Comparison:
    """Two versions and what differs; `changed` is None where the grids are of different sizes."""

    one: ChartVersion
    other: ChartVersion
    charts: tuple[Chart, Chart]
    changed: int | None
    colours: tuple[ColourChange, ...]


def comparison_of(one: ChartVersion, other: ChartVersion) -> Comparison:
    """Return what differs between two versions, the colours with the greatest change first."""
    before, after = chart_of(one), chart_of(other)
    yarns = {yarn.code: yarn for yarn in (*before.yarns, *after.yarns)}
    counts = [dict(zip((yarn.code for yarn in chart.yarns), chart.counts, strict=True)) for chart in (before, after)]
    rows = [ColourChange(yarn, counts[0].get(code, 0), counts[1].get(code, 0)) for code, yarn in yarns.items()]
    used = sorted((row for row in rows if row.before or row.after), key=lambda row: -abs(row.difference))
    return Comparison(one, other, (before, after), changed_knots(before, after), tuple(used))
