"""Months: one panel for each basis, for two bases never share an axis; in Arabic time runs from the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nawl.reports.drawing.svg import HAIR, SERIES, SOFT, Sheet
from nawl.reports.voice import Voice

_WIDTH, _PANEL, _PLOT, _HEAD = 640.0, 172.0, 100.0, 36.0
_BESIDE = 6  # so many months fit in half the width


@dataclass(frozen=True)
class Panel:
    """One measure over the months: its title, its basis, and its numbers in order."""

    title: str
    basis: str
    values: tuple[int, ...]


def months(panels: Sequence[Panel], names: Sequence[str], name: str, voice: Voice) -> str:
    """Draw the panels side by side, or below each other when there are many months."""
    is_beside = len(names) <= _BESIDE
    rows = 1 if is_beside else len(panels)
    sheet = Sheet(_WIDTH, rows * _PANEL, is_mirrored=voice.language == "ar")
    width = (_WIDTH - 28) / 2 if is_beside else _WIDTH
    for index, panel in enumerate(panels):
        left, top = (index * (width + 28), 0.0) if is_beside else (0.0, index * _PANEL)
        _panel(sheet, panel, names, (left, top, width), SERIES[index], voice)
    return sheet.svg(name)


def _panel(
    sheet: Sheet, panel: Panel, names: Sequence[str], at: tuple[float, float, float], colour: str, voice: Voice
) -> None:
    left, top, width = at
    sheet.words(left, top + 12, panel.title, bold=True, size=11.5)
    sheet.words(left, top + 27, panel.basis, fill=SOFT, size=10)
    ground, step = top + _HEAD + _PLOT, width / max(len(names), 1)
    highest = max(panel.values, default=0) or 1
    thick = min(34.0, step * 0.62)
    for index, (value, name) in enumerate(zip(panel.values, names, strict=True)):
        middle = left + step * (index + 0.5)
        tall = value / highest * (_PLOT - 18)
        sheet.bar(middle - thick / 2, ground - tall, thick, tall, colour)
        sheet.number(middle, ground - tall - 5, voice.number(value), side="middle", size=10)
        _month(sheet, middle, ground, name)
    sheet.line(left, ground, left + width, ground, stroke=HAIR, width=1)


def _month(sheet: Sheet, middle: float, ground: float, name: str) -> None:
    """Write a month below its column; names of two words take two lines."""
    for line, word in enumerate(name.split(" ", 1)):
        sheet.words(middle, ground + 14 + 13 * line, word, side="middle", fill=SOFT, size=10)
