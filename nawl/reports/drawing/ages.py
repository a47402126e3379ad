"""Women and men by age: two numbers of each row to either side of its name, in one scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nawl.reports.drawing.svg import INK, SERIES, Sheet
from nawl.reports.voice import Voice

_ROW, _BAR, _NUMBER, _WIDTH = 21.0, 14.0, 66.0, 640.0


@dataclass(frozen=True)
class Pair:
    """A row with a number on either side."""

    name: str
    one: int
    other: int


def facing_bars(rows: Sequence[Pair], heads: tuple[str, str], name: str, voice: Voice) -> str:
    """Draw two numbers of each row to either side of its name, in one scale."""
    middle, gap = _WIDTH / 2, 54.0
    sheet = Sheet(_WIDTH, len(rows) * _ROW + 28, is_mirrored=voice.language == "ar")
    longest = max((max(row.one, row.other) for row in rows), default=0) or 1
    room = middle - gap - _NUMBER
    sheet.words(middle - gap, 13, heads[0], side="end", bold=True, fill=SERIES[0])
    sheet.words(middle + gap, 13, heads[1], side="start", bold=True, fill="#784a00")
    for index, row in enumerate(rows):
        top = index * _ROW + 24
        one, other = row.one / longest * room, row.other / longest * room
        sheet.words(middle, top + 11, row.name, side="middle", fill=INK)
        sheet.bar(middle - gap - one, top, one, _BAR, SERIES[0])
        sheet.number(middle - gap - one - 7, top + 11.5, voice.number(row.one), side="end")
        sheet.bar(middle + gap, top, other, _BAR, SERIES[1])
        sheet.number(middle + gap + other + 7, top + 11.5, voice.number(row.other))
    return sheet.svg(name)
