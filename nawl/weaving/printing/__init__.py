"""Printing (الطباعة): the weaving chart as PDF, with tiles or strips, signs, numbers, legend and a map of the sheets.

    from nawl.weaving.printing import Amount, ChartPaper, Titles, count_sheets, print_chart

    pdf = print_chart(
        chart,
        Titles("سجادة طرطوس", code="TRT-0012", version=3, is_locked=True, unit="", copy=None, day=None),
        ChartPaper(language="ar", paper="a3", layout="tiles", marks="both"),
        amounts=None,  # or {index: Amount(grams=Decimal(2362), hanks=10, lots=("22-107",))} with the lots reserved for it
        progress=lambda done, pages: None,
    )

600 × 900 knots make 36 sheets, 2,000 × 3,000 make 400: print large charts in a background task and show `progress`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from nawl.weaving import faces
from nawl.weaving.chart import Chart
from nawl.weaving.printing import content
from nawl.weaving.printing.binding import Progress, bind
from nawl.weaving.printing.options import Amount, ChartPaper, Titles
from nawl.weaving.reckoning.needs import YarnNeed, needs_of

__all__ = ["Amount", "ChartPaper", "Progress", "Titles", "amounts_of", "count_sheets", "print_chart"]


def print_chart(
    chart: Chart,
    titles: Titles,
    paper: ChartPaper | None = None,
    *,
    amounts: Mapping[int, Amount] | None = None,
    progress: Progress | None = None,
    fonts: Path | None = None,
) -> bytes:
    """Return the weaving chart as a PDF: cover, legend, map of the sheets, then the sheets from the lowest row up.

    `amounts` says for the index of each yarn what it takes, by default what is reckoned. `progress` is told
    pages made and pages in all. `fonts` is the folder of the typefaces, by default the one that the set-up fills.
    Raises `chart_not_symmetric` where a part is asked for that nothing repeats.
    """
    plan = content.plan(chart, titles, paper or ChartPaper())
    return bind(plan, amounts_of(needs_of(chart)) if amounts is None else amounts, faces.folder(fonts), progress)


def amounts_of(needs: Iterable[YarnNeed]) -> dict[int, Amount]:
    """Return what each colour takes by reckoning (F4, F6): grams with waste, whole hanks, the lots to take them from."""
    return {
        need.index: Amount(need.gross_g, need.hanks, tuple(lot.number for lot in need.lots))
        for need in needs
        if need.knots
    }


def count_sheets(chart: Chart, paper: ChartPaper | None = None) -> int:
    """Return how many sheets a chart takes on a paper, without cover and legend (F17)."""
    return len(content.plan(chart, Titles(""), paper or ChartPaper()).cutting)
