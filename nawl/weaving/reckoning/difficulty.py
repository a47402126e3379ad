"""F11, difficulty (الصعوبة): many changes of colour take longer; a coefficient that is agreed with the weavers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from nawl.weaving.chart import Grid
from nawl.weaving.reckoning.rounding import EXACT, rounded


@dataclass(frozen=True)
class Scale:
    """How difficulty grows: nothing below `free`, then `slope` for each further share of changes, at most `most`."""

    free: Decimal = Decimal("0.10")
    slope: Decimal = Decimal("0.5")
    most: Decimal = Decimal("1.25")


def change_rate(knots: Grid) -> Decimal:
    """Return changes of colour by adjacent pairs of knots in rows, 0 to 1; nought where a row is one knot."""
    pairs = knots.shape[0] * (knots.shape[1] - 1)
    if not pairs:
        return Decimal(0)
    changes = int(np.count_nonzero(knots[:, 1:] != knots[:, :-1]))
    return EXACT.divide(Decimal(changes), Decimal(pairs))


def coefficient(rate: Decimal, scale: Scale | None = None) -> Decimal:
    """Return 1 + slope · (rate − free), 1 below, capped; to 0.001."""
    scale = scale or Scale()
    return rounded(min(scale.most, 1 + scale.slope * max(Decimal(0), rate - scale.free)), 3)
