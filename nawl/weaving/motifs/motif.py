"""What a motif is: cells with a part each, which a palette later dyes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Cells = NDArray[np.uint8]
"""A drawing, shape (high, wide): the `Part` of each knot; row 0 is the upper edge."""


class Part(IntEnum):
    """What a knot of a motif is; the ground shows through `CLEAR`."""

    CLEAR = 0
    OUTLINE = 1
    MAIN = 2
    SECOND = 3
    ACCENT = 4
    HEART = 5
    LIGHT = 6


Symmetric = Literal["eighth", "quarter", "upright", "turning", "none"]
"""`upright`: left mirrors right; `quarter`: upper mirrors lower too; `eighth`: and in a square the diagonals; `turning`:
alike upside down, without mirrors."""


@dataclass(frozen=True)
class Motif:
    """A traditional form (نقش): its words, its history, its rights, and how it is drawn.

    `draw(wide, high)` returns `Cells` of exactly that size, or of the nearest size that the form can take where
    `is_stretchy` is false; the knots' own proportion is the caller's affair. `least` is the smallest (wide, high) at
    which the form is still read. `symmetry` says what the drawing keeps to at every size. `origin_*` says what is known, and that it is not known where it is not.
    """

    code: str
    name_ar: str
    name_en: str
    origin_ar: str
    origin_en: str
    rights: str
    tags: tuple[str, ...]
    least: tuple[int, int]
    draw: Callable[[int, int], Cells]
    is_stretchy: bool = True
    symmetry: Symmetric = "none"

    @property
    def proportion(self) -> float:
        """The natural width of the form to its height, in centimetres; that of its least size."""
        return self.least[0] / self.least[1]

    def name(self, language: str) -> str:
        """Return the motif's name in a language."""
        return self.name_en if language == "en" else self.name_ar
