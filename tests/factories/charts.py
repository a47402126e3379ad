"""Charts, frames, classes and yarns for tests; the same calls always make the same."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import numpy as np

from nawl.weaving.chart import Chart
from nawl.weaving.classes import QualityClass, find_class
from nawl.weaving.frame import Frame, Symmetry
from nawl.weaving.plain import frame_of_knots
from nawl.weaving.stock import shipped_yarns
from nawl.weaving.yarns import UNSET, Yarn


def make_class(code: str = "300", **changes: Any) -> QualityClass:
    """Return a shipped class, with changes."""
    return replace(find_class(code), **changes)


def make_yarns(number: int = 4) -> tuple[Yarn, ...]:
    """Return the first shipped yarns, spread over the shelf."""
    shelf = shipped_yarns()
    return shelf[:number] if number > 8 else tuple(shelf[n] for n in (8, 18, 0, 24, 33, 5, 10, 20)[:number])


def make_frame(wide: int = 12, high: int = 9, code: str = "300", **changes: Any) -> Frame:
    """Return a frame of exactly so many knots."""
    return replace(frame_of_knots(make_class(code), wide, high), **changes)


def make_chart(
    wide: int = 12, high: int = 9, colours: int = 4, code: str = "300", *, unset: bool = False, seed: int = 7
) -> Chart:
    """Return a chart of scattered colours; with `unset` some knots have none."""
    knots = np.random.default_rng(seed).integers(0, colours, (high, wide), dtype=np.uint8)
    if unset:
        knots[0, 0] = UNSET
    return Chart(make_frame(wide, high, code, symmetry=Symmetry.NONE), make_yarns(colours), knots)


def chart_of(rows: str, code: str = "300", **frame: Any) -> Chart:
    """Return a chart drawn in letters, one line a row, the first line on top: a, b, c … are yarns, `.` is unset."""
    lines = rows.split()
    knots = np.array(
        [[UNSET if letter == "." else ord(letter) - ord("a") for letter in line] for line in lines], np.uint8
    )
    used = [int(n) for n in np.unique(knots) if n != UNSET]
    yarns = make_yarns(max(used, default=0) + 1)
    return Chart(make_frame(len(lines[0]), len(lines), code, **frame), yarns, knots)


def make_carpet(width_cm: int = 200, length_cm: int = 300, code: str = "300") -> Chart:
    """Return R1 of the formulas: 2 × 3 m, 30 × 30 in a dm, the first yarn on 18 % of the knots, five in all."""
    frame = Frame(make_class(code), Decimal(width_cm), Decimal(length_cm))
    knots = np.full(frame.knots, 4, np.uint8)
    first, second, third = (frame.knots * share // 100 for share in (18, 40, 70))
    knots[:first], knots[first:second], knots[second:third] = 0, 1, 2
    knots[third : third + 10_000] = 3
    return Chart(frame, make_yarns(5), knots.reshape(frame.high, frame.wide))
