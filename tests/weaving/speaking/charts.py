"""Small charts for the talking chart's tests, drawn by a rule."""

from __future__ import annotations

from decimal import Decimal

import numpy as np

from nawl.weaving.chart import Chart
from nawl.weaving.classes import find_class
from nawl.weaving.frame import Frame, Symmetry
from nawl.weaving.yarns import Yarn

YARNS = (
    Yarn("01", "أحمر قانٍ", "Deep red", (154, 46, 43), symbol="diamond"),
    Yarn("02", "كحلي", "Navy", (31, 59, 92)),
    Yarn("03", "سكري", "Cream", (242, 232, 213)),
)


def medallion(width_cm: str = "10", length_cm: str = "12") -> Chart:
    """A mirrored chart: a lozenge of two colours within a border, 30 × 36 knots unless another size is asked for."""
    frame = Frame(find_class("300"), Decimal(width_cm), Decimal(length_cm), symmetry=Symmetry.QUARTER)
    down, across = np.mgrid[0 : frame.high, 0 : frame.wide]
    reach = np.abs(across - (frame.wide - 1) / 2) / frame.wide + np.abs(down - (frame.high - 1) / 2) / frame.high
    return Chart(frame, YARNS, np.select([reach < 0.2, reach < 0.4], [2, 1], 0).astype(np.uint8))


def lopsided(seed: int = 3) -> Chart:
    """A chart that mirrors nothing, some knots without a yarn: 31 × 12 knots."""
    frame = Frame(find_class("300"), Decimal("10.3"), Decimal(4))
    lengths = np.random.default_rng(seed).integers(0, 4, (frame.high, frame.wide))
    knots = np.repeat(lengths[:, ::3], 3, axis=1)[:, : frame.wide].astype(np.uint8)
    return Chart(frame, YARNS, np.where(knots == 3, 255, knots).astype(np.uint8))
