"""The few marks that drawings are made of, and the sheet that mirrors them for Arabic."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import Literal

INK, SOFT, HAIR, PAPER = "#33261d", "#67574a", "#cbbfae", "#fffdf9"
SERIES = ("#1f3b5c", "#bf8118", "#6f94bc", "#9a2e2b")
STEPS = ("#ffffff", "#e4ebf2", "#c2d2e2", "#8fadcb", "#466d97", "#1f3b5c")
TEXT_FACES = "'IBM Plex Sans Arabic', 'Noto Sans Arabic', Tahoma, sans-serif"
DIGIT_FACES = "'Nawl Digits', 'Noto Sans Arabic', 'IBM Plex Sans Arabic', Tahoma, sans-serif"

_EDGE = 3  # room for letters that reach a little over the side they stand at

Side = Literal["start", "middle", "end"]
_OPPOSITE: dict[Side, Side] = {"start": "end", "middle": "middle", "end": "start"}


@dataclass
class Sheet:
    """A sheet that is drawn as if it were read from the left; when mirrored, marks and their sides turn round.

    Letters are never mirrored, and a map is drawn on a sheet that is not mirrored.
    """

    width: float
    height: float
    is_mirrored: bool = False
    marks: list[str] = field(default_factory=list)

    def x(self, x: float, extent: float = 0) -> float:
        """Return where a mark of this extent begins on the sheet."""
        return round(self.width - x - extent, 1) if self.is_mirrored else round(x, 1)

    def bar(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """Draw a filled bar."""
        self.marks.append(
            f'<rect x="{self.x(x, width)}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{fill}"/>'
        )

    def line(self, x1: float, y1: float, x2: float, y2: float, stroke: str = HAIR, width: float = 0.75) -> None:
        """Draw a hairline."""
        self.marks.append(
            f'<path d="M{self.x(x1)} {y1:.1f}L{self.x(x2)} {y2:.1f}" stroke="{stroke}" stroke-width="{width}" fill="none"/>'
        )

    def dot(self, x: float, y: float, radius: float, fill: str) -> None:
        """Draw a round point with a thin edge of paper, so that points on each other stay apart."""
        self.marks.append(
            f'<circle cx="{self.x(x)}" cy="{y:.1f}" r="{radius:.1f}" fill="{fill}" fill-opacity="0.85"'
            f' stroke="{PAPER}" stroke-width="0.8"/>'
        )

    def knot(self, x: float, y: float, radius: float, fill: str) -> None:
        """Draw a lozenge, the knot of a carpet."""
        middle = self.x(x)
        self.marks.append(
            f'<path d="M{middle} {y - radius:.1f}l{radius:.1f} {radius:.1f} {-radius:.1f} {radius:.1f}'
            f' {-radius:.1f} {-radius:.1f}z" fill="{fill}" fill-opacity="0.9" stroke="{PAPER}" stroke-width="0.8"/>'
        )

    def words(
        self,
        x: float,
        y: float,
        text: str,
        *,
        side: Side = "start",
        size: float = 11,
        fill: str = INK,
        bold: bool = False,
    ) -> None:
        """Write words; `side` says which end of them stands at x."""
        self._write(x, y, text, side, f'font-family="{TEXT_FACES}" font-size="{size}" fill="{fill}"', bold)

    def number(
        self,
        x: float,
        y: float,
        text: str,
        *,
        side: Side = "start",
        size: float = 11,
        fill: str = INK,
        bold: bool = True,
    ) -> None:
        """Write a number in digits of one width."""
        self._write(x, y, text, side, f'font-family="{DIGIT_FACES}" font-size="{size}" fill="{fill}"', bold)

    def _write(self, x: float, y: float, text: str, side: Side, style: str, bold: bool) -> None:
        anchor = _OPPOSITE[side] if self.is_mirrored else side
        weight = ' font-weight="600"' if bold else ""
        self.marks.append(
            f'<text x="{self.x(x)}" y="{y:.1f}" text-anchor="{anchor}" {style}{weight}>{escape(text)}</text>'
        )

    def svg(self, name: str) -> str:
        """Return the drawing, with the words that stand in its place."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{-_EDGE} 0 {self.width + 2 * _EDGE:g} {self.height:g}"'
            f' role="img" direction="ltr" aria-label="{escape(name)}" class="drawing">{"".join(self.marks)}</svg>'
        )
