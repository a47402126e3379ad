"""Interlace: straps that pass over and under each other by turns, as on Damascene wood, metal and stone."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nawl.weaving.motifs.motif import Cells, Part
from nawl.weaving.motifs.stars import outlined_flower
from nawl.weaving.motifs.strokes import Field, bodied, disc, dye, grown, leaf, outlined, petals, stroke


def knot_band(wide: int, high: int) -> Cells:
    """Draw one crossing and its return of two straps that pass over and under each other by turns."""
    field = Field(wide, high)
    cells = field.blank()
    line = max(1, round(high / 24))
    thick = max(1, round(high / 5.6))
    reach = 1 - (thick + 2 * line) / high
    straps = []
    for sign in (1, -1):
        bends = [
            (-1.5, 0),
            (-1.22, reach),
            (-0.78, reach),
            (-0.22, -reach),
            (0.22, -reach),
            (0.78, reach),
            (1.22, reach),
            (1.5, 0),
        ]
        straps.append(stroke(field, [(x, sign * y) for x, y in bends], thick))
    first, second = straps
    for strap, part in ((first, Part.MAIN), (second, Part.SECOND)):
        dye(cells, grown(strap, line), Part.OUTLINE)
        dye(cells, strap, part)
    window = field.x < 0
    dye(cells, grown(first, line) & window & (np.abs(field.x + 0.5) < 0.25), Part.OUTLINE)
    dye(cells, first & window & (np.abs(field.x + 0.5) < 0.25), Part.MAIN)
    return cells


def eightfold_interlace(wide: int, high: int) -> Cells:
    """Draw two squares of strap plaited into a star of eight points, over and under by turns, round a flower."""
    field = Field(wide, high)
    cells = field.blank()
    least = min(wide, high)
    line = max(1, round(least / 50))
    thick = max(1, round(least / 10) - line)
    top, off = _topmost(field, (thick + 2 * line) / least)
    dye(cells, top >= 0, Part.OUTLINE)
    for square, part in enumerate((Part.MAIN, Part.SECOND)):
        dye(cells, (top % 2 == square) & (top >= 0) & (off <= thick / least + _EDGE), part)
    if least >= 61:
        dye(cells, (top >= 0) & (off <= 1.2 * line / least), Part.LIGHT)
    heart = Field(wide, high, "eighth")
    if least >= 61:
        tip = (0.4 * np.cos(np.pi / 8), 0.4 * np.sin(np.pi / 8))
        bodied(cells, leaf(heart, (0, 0), tip, 0.06, 0.7), Part.HEART, max(1, line - 1))
        outlined_flower(cells, heart, 0.42, max(1, line - 1), (Part.ACCENT, Part.ACCENT))
    elif least >= 21:
        outlined(cells, petals(heart, 8, 0.36, 0.2, 0.8), Part.ACCENT, line)
    size = 0.1 if least < 61 else 0.12
    bodied(cells, disc(heart, 0, 0, size, size), Part.HEART, line if least >= 61 else 0)
    return quarter_turned(cells)


_EDGE = 1e-9
_POINT = 0.5**0.5
"""How far the outer edges of the two squares run from the middle, where the corners of one reach the sheet's edges."""


def _topmost(field: Field, reach: float) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return for every knot which of the eight straps lies uppermost (-1: none), and how far its middle line is off.

    Strap k runs at right angles to the direction of k eighths of a turn, and joins the second before and after it in a
    corner. It passes under the next and over the last, so over and under take turns along either square.
    """
    far = _POINT - reach
    out = [field.x * np.cos(turn) + field.y * np.sin(turn) - far for turn in np.arange(8) * np.pi / 4]
    top = np.full(field.x.shape, -1)
    off = np.full(field.x.shape, np.inf)
    for strap in range(8):
        ends = np.maximum(out[(strap + 2) % 8], out[(strap - 2) % 8])
        away = np.abs(np.maximum(out[strap], ends))
        behind = (strap - top) % 8
        is_over = (top < 0) | (behind == 1) | (np.isin(behind, (2, 6)) & (away < off))
        wins = (np.abs(out[strap]) <= reach + _EDGE) & (ends <= reach + _EDGE) & is_over
        top, off = np.where(wins, strap, top), np.where(wins, away, off)
    return top, off


def quarter_turned(cells: Cells) -> Cells:
    """Return a square drawing made exactly alike on its four quarters, each a quarter turn of the last."""
    high, wide = cells.shape
    if wide != high:
        return cells
    half, rest = high // 2, high - high // 2
    turned = cells.copy()
    for _ in range(4):
        turned = np.rot90(turned).copy()
        turned[:half, :rest] = cells[:half, :rest]
    return turned
