"""Weavability (قابلية النسج): whether a chart can be woven with a calm hand: runs, changes, lone knots, symmetry, scraps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from nawl.weaving.chart import Chart, Grid
from nawl.weaving.lone import lone_knots
from nawl.weaving.symmetric import symmetry_errors
from nawl.weaving.yarns import UNSET

FEW_KNOTS: Final = 50
"""A colour with fewer knots than this is hardly worth a hank."""


@dataclass(frozen=True)
class Weavability:
    """What a chart asks of a weaver.

    Runs in knots; changes and colours by row; lone knots as shares of all knots, by the eight and by the four nearest;
    `symmetry_errors` in knots that differ from a mirror image; `rare` holds the codes of colours with few knots.
    """

    mean_run: float
    mean_changes: float
    most_changes: int
    mean_colours: float
    most_colours: int
    lone_share: float
    lone_share_four: float
    symmetry_errors: int
    rare: tuple[str, ...]


def weavability(chart: Chart, few: int = FEW_KNOTS) -> Weavability:
    """Check a chart; colours with fewer than `few` knots are named."""
    knots = chart.knots
    changes = (knots[:, 1:] != knots[:, :-1]).sum(axis=1, dtype=np.int64)
    colours = colours_a_row(knots)
    lone, lone_four = lone_knots(knots)
    scarce = zip(chart.yarns, chart.counts, strict=True)
    return Weavability(
        mean_run=knots.size / int(changes.sum() + len(knots)),
        mean_changes=float(changes.mean()),
        most_changes=int(changes.max()),
        mean_colours=float(colours.mean()),
        most_colours=int(colours.max()),
        lone_share=lone / knots.size,
        lone_share_four=lone_four / knots.size,
        symmetry_errors=symmetry_errors(chart),
        rare=tuple(yarn.code for yarn, count in scarce if 0 < count < few),
    )


def colours_a_row(knots: Grid) -> NDArray[np.integer[Any]]:
    """Return the number of different yarns in each row, from the upper edge; a knot without a yarn is none."""
    rows = np.arange(len(knots), dtype=np.int64)[:, None] * 256
    found = np.bincount((rows + knots).ravel(), minlength=256 * len(knots)).reshape(-1, 256) > 0
    numbers: NDArray[np.integer[Any]] = found[:, :UNSET].sum(axis=1)
    return numbers
