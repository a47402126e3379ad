"""The sheets of a chart as the template reads them: rows of signs, numbers, neighbours, words; nothing left to reckon."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten
from typing import Any

import numpy as np

from nawl.weaving.chart import Chart, Grid
from nawl.weaving.printing import cells
from nawl.weaving.printing.geometry import (
    BLOCK,
    COLOUR_MM,
    LETTER_MM,
    MARGIN,
    Geometry,
    axes,
    centre,
    geometry,
    lines,
    middles,
)
from nawl.weaving.printing.options import ChartPaper, Titles
from nawl.weaving.printing.sheets import Cutting, Sheet, cut, sheet_name
from nawl.weaving.printing.shown import Shown, shown
from nawl.weaving.printing.words import WORDS, Words, plain


@dataclass(frozen=True)
class Plan:
    """Everything about a printing that its pages share."""

    chart: Chart
    titles: Titles
    paper: ChartPaper
    seen: Shown
    cutting: Cutting
    place: Geometry
    ink: cells.Inks
    before: int = 0
    """Pages before the first sheet: cover and legend."""

    @property
    def words(self) -> Words:
        """The words in the reader's language."""
        return WORDS[self.paper.language]

    @property
    def pages(self) -> int:
        """Pages in all."""
        return self.before + len(self.cutting)

    def say(self, name: str, /, **values: object) -> str:
        """Return a sentence with its numbers in the reader's digits."""
        said = {key: plain(value, self.paper.digits) for key, value in values.items()}
        return self.words[name].format(**said)

    def name(self, sheet: Sheet) -> str:
        """Return a sheet's name as it is printed."""
        return plain(sheet.name(self.paper.language), self.paper.digits)


def plan(chart: Chart, titles: Titles, paper: ChartPaper) -> Plan:
    """Decide what is shown, how it is cut, and how large a cell is."""
    seen = shown(chart, paper)
    high, wide = seen.knots.shape
    cutting = cut(wide, high, paper)
    return Plan(chart, titles, paper, seen, cutting, geometry(chart.frame, cutting, paper), cells.inks(chart, paper))


def common(plan: Plan) -> dict[str, Any]:
    """Return what stands on every page."""
    titles, paper, words = plan.titles, plan.paper, plan.words
    return {
        "language": paper.language,
        "words": words,
        "title": titles.title,
        "short_title": shorten(titles.title, 40, placeholder=" …"),
        "code": titles.code,
        "version": f"{words['version']} {plain(titles.version, paper.digits)}",
        "draft": "" if titles.is_locked else words["draft"],
        "fingerprint": short_fingerprint(plan.chart),
        "reading": f"{words['reading']} {words[paper.reading]} · {words['view']}: {words[paper.view]}",
        "is_coloured": paper.marks != "symbol",
        "page": plan.place.page,
        "cell": plan.place.cell,
        "margin": MARGIN,
    }


def short_fingerprint(chart: Chart) -> str:
    """Return the first twelve signs of the fingerprint in groups of four: enough to compare by eye."""
    start = chart.fingerprint[:12]
    return " ".join(start[n : n + 4] for n in range(0, 12, 4))


def sheet_content(plan: Plan, sheet: Sheet) -> dict[str, Any]:
    """Return one sheet."""
    knots, own = cells.sheet_knots(plan.seen, sheet, plan.paper), cells.is_own(sheet, plan.paper)
    inside = cells.sheet_cells(knots, own, plan.ink, plan.paper)
    dark, light = inside.passes
    thin, thick = lines(sheet, plan.place.cell, plan.paper)
    x, y = plan.place.corner(sheet, plan.paper)
    return {
        "x": x,
        "y": y,
        "wide": knots.shape[1],
        "high": knots.shape[0],
        "picture": list(inside.picture),
        "dark": dark,
        "light": light,
        "thin": thin,
        "thick": thick,
        "axis": axes(sheet, plan.seen, plan.place.cell, plan.paper),
        "neighbours": _neighbours(plan, sheet),
        "map": _map(plan, sheet),
        "colours": _colours(plan, knots),
        **_numbers(plan, sheet),
        **_said(plan, sheet),
    }


def _colours(plan: Plan, knots: Grid) -> list[dict[str, Any]]:
    """Return the colours of one sheet, those with the most knots first, as many as one line holds; then how many more."""
    counts = np.bincount(knots.ravel(), minlength=256)[: len(plan.chart.yarns)]
    order = sorted(np.flatnonzero(counts).tolist(), key=lambda n: (-counts[n], n))
    names = {n: plan.chart.yarns[n].name(plan.paper.language) for n in order}
    widths = np.cumsum([COLOUR_MM + LETTER_MM * len(names[n]) for n in order])
    room = plan.place.page[0] - 2 * MARGIN
    holds = int(np.searchsorted(widths, room))
    if holds < len(order):
        holds = int(np.searchsorted(widths, room - 4 * COLOUR_MM))
    listed = [
        {
            "sign": chr(plan.ink.signs[n]),
            "colour": plan.chart.yarns[n].hex,
            "is_dark": bool(plan.ink.is_dark[n]),
            "name": names[n],
        }
        for n in order[:holds]
    ]
    more = len(order) - holds
    rest = {"sign": "", "colour": "", "is_dark": False, "name": plan.say("more", count=more)}
    return [*listed, rest] if more else listed


def _numbers(plan: Plan, sheet: Sheet) -> dict[str, Any]:
    """Every row's number from the top, every tenth column's, and where the middle of the whole chart lies."""
    (across, along), digits = plan.place.cell, plan.paper.digits
    is_right = plan.paper.reading == "right"
    columns = middles(sheet.columns, across, from_end=is_right)
    return {
        "row_numbers": [(plain(n, digits), n % BLOCK == 0) for n in range(sheet.rows.last, sheet.rows.first - 1, -1)],
        "column_numbers": [
            (place, plain(n, digits)) for place, n in columns if n % BLOCK == 0 or n == sheet.columns.first
        ],
        "middle": {
            "x": centre(plan.seen.wide, sheet.columns, across, from_end=is_right),
            "y": centre(plan.seen.high, sheet.rows, along, from_end=True),
        },
    }


def _said(plan: Plan, sheet: Sheet) -> dict[str, str]:
    page = plan.before + 1 + (plan.cutting.number(sheet.across, sheet.up) or 0)
    rows = plan.say("rows", first=sheet.rows.first, last=sheet.rows.last)
    columns = plan.say("columns", first=sheet.columns.first, last=sheet.columns.last)
    return {
        "name": plan.name(sheet),
        "alt": plan.say("alt", name=plan.name(sheet), rows=rows, columns=columns),
        "rows_said": rows,
        "columns_said": columns,
        "page_said": plan.say("page_of", page=page, pages=plan.pages),
    }


def _neighbours(plan: Plan, sheet: Sheet) -> list[tuple[str, bool]]:
    """What lies above, below, at the left and at the right, and whether that is a mirror's axis."""
    ahead = -1 if plan.paper.reading == "left" else 1
    high, wide = plan.seen.knots.shape
    return [
        _neighbour(plan, sheet.across, sheet.up + 1, is_axis=high < plan.seen.high),
        _neighbour(plan, sheet.across, sheet.up - 1, is_axis=False),
        _neighbour(plan, sheet.across + ahead, sheet.up, is_axis=ahead == 1 and wide < plan.seen.wide),
        _neighbour(plan, sheet.across - ahead, sheet.up, is_axis=ahead == -1 and wide < plan.seen.wide),
    ]


def _neighbour(plan: Plan, across: int, up: int, *, is_axis: bool) -> tuple[str, bool]:
    number = plan.cutting.number(across, up)
    if number is None:
        return plan.words["axis" if is_axis else "edge"], is_axis
    name = plain(sheet_name(across, up, plan.paper.language), plan.paper.digits)
    return plan.say("neighbour", name=name, page=plan.before + 1 + number), False


def _map(plan: Plan, sheet: Sheet) -> tuple[int, int, int, int]:
    """How many sheets there are each way, and where this one lies from the left and from the top."""
    across, up = len(plan.cutting.columns), len(plan.cutting.rows)
    x = across - 1 - sheet.across if plan.paper.reading == "right" else sheet.across
    return across, up, x, up - 1 - sheet.up
