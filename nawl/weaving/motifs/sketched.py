"""A sketch becomes a motif: which of its colours is the ground, the outline, the main colour and the rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from nawl.weaving.colour import oklab
from nawl.weaving.motifs.motif import Cells, Part

_LIGHT: Final = 0.8
_DARK: Final = 0.42
"""OKLab lightness from which a colour is a light one, and up to which it can be the outline."""
_BY_SHARE: Final = (Part.MAIN, Part.SECOND, Part.ACCENT, Part.HEART)


def parts_of(cells: Cells, colours: Sequence[tuple[int, int, int]]) -> Cells:
    """Return the part of each knot of a sketch whose number 0 is the ground and whose other numbers go by their share.

    The darkest colour is the outline, the lightest the light part, where they are dark or light enough; the others
    are main, second, accent and heart in the order of their share; what is beyond that joins the heart.
    """
    lightness = oklab(np.array(colours, np.uint8))[:, 0]
    table = np.full(len(colours), int(Part.HEART), np.uint8)
    table[0] = Part.CLEAR
    drawn = list(range(1, len(colours)))
    if len(drawn) > 1:
        darkest = min(drawn, key=lambda n: float(lightness[n]))
        lightest = max(drawn, key=lambda n: float(lightness[n]))
        for number, part, fits in (
            (darkest, Part.OUTLINE, lightness[darkest] <= _DARK),
            (lightest, Part.LIGHT, lightness[lightest] >= _LIGHT),
        ):
            if fits and len(drawn) > 1:
                table[number] = part
                drawn.remove(number)
    for number, part in zip(drawn, _BY_SHARE, strict=False):
        table[number] = part
    parts: Cells = table[cells]
    return parts
