"""Forms that repeat along a band: meander, running dog, steps, hooks, knots; each one repeat, joined to the next."""

from __future__ import annotations

import numpy as np

from nawl.weaving.motifs.motif import Cells, Part

_SIGNS = {".": Part.CLEAR, "#": Part.OUTLINE, "m": Part.MAIN, "s": Part.SECOND, "a": Part.ACCENT, "h": Part.HEART}
_SIGNS["l"] = Part.LIGHT


def drawn(*rows: str) -> Cells:
    """Return a small drawing written as rows of signs: # outline, m main, s second, a accent, h heart, l light."""
    return np.array([[_SIGNS[sign] for sign in row] for row in rows], dtype=np.uint8)


def enlarged(small: Cells, wide: int, high: int) -> Cells:
    """Return a drawing at the greatest whole enlargement that fits (once at least), so that strokes stay even."""
    times = max(1, min(wide // small.shape[1], high // small.shape[0]))
    return np.repeat(np.repeat(small, times, axis=0), times, axis=1)


_MEANDER = drawn(
    "##########",
    "..........",
    "########..",
    "#......#..",
    "#.####.#..",
    "#.#..#.#..",
    "#.#....#..",
    "#.######..",
    "#.........",
    "##########",
)


def meander(wide: int, high: int) -> Cells:
    """Draw one turn of the meander: a stroke that winds in on itself and runs on."""
    return enlarged(_MEANDER, wide, high)
