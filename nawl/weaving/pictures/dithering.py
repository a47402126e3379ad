"""Dithering (التنقيط): two yarns in a fixed small pattern where one alone would be too far off; only when asked for.

Never error diffusion: it leaves 30 % of all knots alone and a mean run of 1.7 knots on a photograph. A pattern repeats
every four knots, so a weaver can learn it, and the second yarn never gets more than 40 % of the knots.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from nawl.kit.errors import NotPossible
from nawl.weaving.chart import Grid
from nawl.weaving.colour import linear, oklab_of_light
from nawl.weaving.pictures.cells import cell_colours, fine_cells, packed_colours
from nawl.weaving.pictures.sampling import Sampled
from nawl.weaving.yarns import UNSET, Yarn

MOST_STRENGTH: Final = 0.4

Pattern = Literal["clustered", "ordered"]
_GRAIN: Final = (0.25, 3.0, 3.0)
"""How much a pair's contrast in L, a and b counts against it: light and dark of one hue blend, red and green do not."""

_PATTERNS: Final[dict[Pattern, tuple[tuple[int, ...], ...]]] = {
    "clustered": ((6, 4, 5, 7), (3, 0, 0, 4), (2, 1, 1, 3), (7, 5, 2, 6)),
    "ordered": ((0, 8, 2, 10), (12, 4, 14, 6), (3, 11, 1, 9), (15, 7, 13, 5)),
}
"""In which order the knots of a four by four field go to the second yarn; clustered ones go in twos."""


@dataclass(frozen=True, eq=False)
class Dither:
    """What was asked for: the largest share of knots for the second yarn, the pattern, and where (None: everywhere).

    Raises `strength_unfit`.
    """

    strength: float = 0.25
    pattern: Pattern = "clustered"
    mask: NDArray[np.bool_] | None = None

    def __post_init__(self) -> None:
        if not 0 < self.strength <= MOST_STRENGTH:
            asked = f"{self.strength * 100:g}"
            raise NotPossible("strength_unfit", strength=asked, most=round(MOST_STRENGTH * 100))


def dithered(sampled: Sampled, knots: Grid, yarns: Sequence[Yarn], asked: Dither) -> Grid:
    """Return the grid with the second yarn mixed in; only knots that have the yarn nearest to their colour are touched."""
    if len(yarns) < 2:
        return knots
    cells = fine_cells(packed_colours(sampled.colours.reshape(-1, 3)))
    used = np.flatnonzero(np.bincount(cells, minlength=1 << 18)).astype(np.uint32)
    first, second = np.zeros((2, 1 << 18), np.uint8)
    share = np.zeros(1 << 18, np.float32)
    first[used], second[used], share[used] = _pairs(used, yarns)
    grid = cells.reshape(knots.shape)
    takes = _thresholds(knots.shape, asked.pattern) < np.minimum(share, np.float32(asked.strength))[grid]
    takes &= (first[grid] == knots) & (knots != UNSET)
    if asked.mask is not None:
        takes &= asked.mask
    return np.where(takes, second[grid], knots)


def _thresholds(shape: tuple[int, ...], pattern: Pattern) -> NDArray[np.float32]:
    order = np.array(_PATTERNS[pattern], np.float32)
    field = (order + 1) / (order.max() + 1) - np.float32(0.01)
    high, wide = shape
    return np.tile(field, (-(-high // 4), -(-wide // 4)))[:high, :wide]


def _pairs(
    cells: NDArray[np.uint32], yarns: Sequence[Yarn]
) -> tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.float32]]:
    """Return for each cell its nearest yarn, the one that completes it best, and the share of that one, at most ½.

    The eye mixes small dots as light, so shares are reckoned in linear light; how near the mixture comes, in OKLab.
    """
    light = linear(cell_colours(cells)).astype(np.float32)
    dyes = linear(np.array([yarn.srgb for yarn in yarns])).astype(np.float32)
    points, basis = oklab_of_light(light), oklab_of_light(dyes)
    first = ((points[:, None] - basis[None]) ** 2).sum(axis=2).argmin(axis=1)
    best = ((points - basis[first]) ** 2).sum(axis=1)
    second, share = first.copy(), np.zeros(len(points), np.float32)
    for index, other in enumerate(dyes):
        step = other - dyes[first]
        length = np.maximum((step**2).sum(axis=1), np.float32(1e-9))
        part = np.clip(((light - dyes[first]) * step).sum(axis=1) / length, 0, 0.5)
        mixture = oklab_of_light(dyes[first] + part[:, None] * step)
        grain = (basis[index] - basis[first]) ** 2 @ np.array(_GRAIN)
        rest = ((points - mixture) ** 2).sum(axis=1) + grain * part * (1 - part)
        better = rest < best
        best[better], second[better], share[better] = rest[better], index, part[better]
    return first.astype(np.uint8), second.astype(np.uint8), share
