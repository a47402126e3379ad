"""The first pages: what the chart is, its colours with what they take, the map of its sheets, and how it is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any

import numpy as np
from PIL import Image

from nawl.kit.numbers import format_number
from nawl.kit.periods import day_name
from nawl.weaving import kilim
from nawl.weaving.chart import Chart
from nawl.weaving.pictures.sampling import shrunk
from nawl.weaving.printing.content import Plan, common
from nawl.weaving.printing.options import PAPER_MM, Amount
from nawl.weaving.printing.words import how_to_read, number, plain
from nawl.weaving.reckoning.rounding import rounded
from nawl.weaving.signs import sign_of, with_signs

PICTURE_PX = 700
BAND_REPEATS = 24
FEW, ONE_TABLE = 4, 8
"""Colours that leave the cover's pictures their full size; that fit one table over its whole width. More stand in two columns."""
ON_COVER, ON_PAGE = 16, 52
"""Colours in two columns that the cover holds, and every further page."""

Amounts = Mapping[int, Amount]
"""What each colour takes, by its index among the chart's yarns."""


def cover_content(plan: Plan, amounts: Amounts) -> dict[str, Any]:
    """Return the cover and the legend as the template reads them."""
    lines, total = _legend(plan, amounts)
    return {
        **common(plan),
        "page": PAPER_MM[plan.paper.paper],
        "is_large": plan.paper.paper == "a3",
        "pages": plan.pages,
        "page_numbers": [plan.say("page_of", page=n + 1, pages=plan.pages) for n in range(plan.before)],
        "draft_note": "" if plan.titles.is_locked else plan.words["draft_note"],
        "band": kilim.svg(kilim.band(kilim.PROGRAMME), repeat=BAND_REPEATS),
        "facts": _facts(plan),
        "picture": list(small_picture(plan.chart)),
        "proportion": _proportion(plan.chart),
        "count_word": plan.words["count" + _flat(plan)],
        "is_full": len(lines) > FEW,
        "legend": [*lines, total] if len(lines) <= ONE_TABLE else [],
        "columns": columns_of(lines, total) if len(lines) > ONE_TABLE else [],
        "map": _map(plan),
        "numerals": [plain(n, plan.paper.digits) for n in range(1, 10)],
        "how": how_to_read(plan.chart.frame, plan.seen, plan.paper),
    }


def _facts(plan: Plan) -> list[tuple[str, str]]:
    """Return what the cover says of the chart, in pairs of word and value; what is not known is left out."""
    frame, words, digits, titles = plan.chart.frame, plan.words, plan.paper.digits, plan.titles
    across, along = frame.quality.density()
    flat = _flat(plan)
    language = plan.paper.language
    told = [
        (words["class"], frame.quality.name_ar if language == "ar" else frame.quality.name_en),
        (words["size"], _pair(frame.width_cm, frame.length_cm, plan) + f" {words['cm']}"),
        (words["grid" + flat], _pair(frame.wide, frame.high, plan)),
        (words["knots" + flat], number(frame.knots, digits)),
        (words["density" + flat], _pair(across, along, plan)),
        (words["knot"], words[frame.quality.knot]),
        (words["reading"], words[plan.paper.reading]),
        (words["view"], words[plan.paper.view]),
        (words["unit"], titles.unit),
        (words["copy"], titles.copy or ""),
        (words["day"], _day(plan)),
    ]
    return [(plain(word, digits), value) for word, value in told if value]


def _flat(plan: Plan) -> str:
    """What ends the names of words that say cells instead of knots."""
    return "_flat" if plan.chart.frame.quality.mode == "flat" else ""


def _pair(first: Decimal | int, second: Decimal | int, plan: Plan) -> str:
    digits = plan.paper.digits
    return " × ".join(format_number(rounded(Decimal(side), 1), digits) for side in (first, second))


def _day(plan: Plan) -> str:
    day = plan.titles.day
    return day_name(day, plan.paper.language, plan.paper.digits) if day else ""


def small_picture(chart: Chart, longest: int = PICTURE_PX) -> bytes:
    """Return the whole chart as a PNG of at most so many pixels on its longer side, one pixel a knot at most."""
    colours = np.full((256, 3), 255, np.uint8)
    colours[: len(chart.yarns)] = [yarn.srgb for yarn in chart.yarns]
    part = min(1.0, longest / max(chart.knots.shape))
    high, wide = (max(1, round(side * part)) for side in chart.knots.shape)
    made = BytesIO()
    Image.fromarray(shrunk(colours[chart.knots], wide, high)).save(made, "PNG", optimize=False)
    return made.getvalue()


def _proportion(chart: Chart) -> float:
    """How high the carpet is against its width, as it lies on the floor."""
    return float(chart.frame.length_cm / chart.frame.width_cm)


Line = dict[str, Any]


def columns_of(lines: Sequence[Line], total: Line) -> list[list[list[Line]]]:
    """Return the two columns of each page of a long legend, read down the first and then the second; sums come last."""
    starts = [0, *range(ON_COVER, len(lines), ON_PAGE)]
    pages = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        middle = start + -(-(end - start) // 2)
        pages.append([list(lines[start:middle]), list(lines[middle:end])])
    pages[-1][-1].append({**total, "is_total": True})
    return pages


def _legend(plan: Plan, amounts: Amounts) -> tuple[list[Line], Line]:
    """Return a line for every colour that is woven, the most knots first, and a line of sums."""
    chart, digits = plan.chart, plan.paper.digits
    woven = sorted((n for n, count in enumerate(chart.counts) if count), key=lambda n: (-chart.counts[n], n))
    signed = with_signs(chart.yarns)
    lines = [
        {
            "sign": getattr(sign_of(signed[n].symbol), "glyph", ""),
            "colour": chart.yarns[n].hex,
            "is_dark": bool(plan.ink.is_dark[n]),
            "name": chart.yarns[n].name(plan.paper.language),
            "code": chart.yarns[n].code,
            "lot": plan.words["and"].join(_lots(plan, n, amounts)),
            "knots": number(chart.counts[n], digits),
            **_taken(amounts.get(n), plan),
        }
        for n in woven
    ]
    if chart.unset:
        lines.append(_line(plan.words["unset"], number(chart.unset, digits), colour="#ffffff"))
    total = _line(plan.words["total"], number(chart.frame.knots, digits))
    if woven and all(n in amounts for n in woven):
        taken = [amounts[n] for n in woven]
        total |= _taken(Amount(sum((a.grams for a in taken), Decimal(0)), sum(a.hanks for a in taken)), plan)
    return lines, total


def _line(name: str, knots: str, colour: str = "") -> Line:
    empty = dict.fromkeys(["sign", "code", "lot", "grams", "hanks"], "")
    return {**empty, "is_dark": False, "colour": colour, "name": name, "knots": knots}


def _lots(plan: Plan, index: int, amounts: Amounts) -> tuple[str, ...]:
    if index in amounts and amounts[index].lots:
        return amounts[index].lots
    return tuple(lot.number for lot in plan.chart.yarns[index].lots)


def _taken(amount: Amount | None, plan: Plan) -> dict[str, str]:
    if amount is None:
        return {"grams": "", "hanks": ""}
    digits = plan.paper.digits
    return {"grams": format_number(amount.grams, digits, 0), "hanks": number(amount.hanks, digits)}


def _map(plan: Plan) -> dict[str, Any]:
    """Return the sheets as rows from the top, each with its name, its page, and its share of the whole picture."""
    high, wide = plan.seen.knots.shape
    is_right = plan.paper.reading == "right"
    cells = []
    for order, sheet in enumerate(plan.cutting):
        first, last = sheet.columns.own - 1, sheet.columns.last
        left = plan.seen.wide - last if is_right else first
        cells.append(
            {
                "x": left / plan.seen.wide,
                "y": 1 - sheet.rows.last / plan.seen.high,
                "wide": (last - first) / plan.seen.wide,
                "high": (sheet.rows.last - sheet.rows.own + 1) / plan.seen.high,
                "name": plan.name(sheet),
                "page": plain(plan.before + 1 + order, plan.paper.digits),
            }
        )
    start = next(iter(plan.cutting))
    return {
        "cells": cells,
        "note": plan.say("map_note", start=plan.name(start)),
        "is_back": plan.paper.view == "back",
        "part": (wide / plan.seen.wide, high / plan.seen.high),
    }
