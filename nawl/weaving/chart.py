"""The chart (مخطط النسج): a grid with one cell a knot, its frame and its yarns; never changed, always made anew."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from nawl.kit.errors import NotPossible
from nawl.weaving.frame import Frame
from nawl.weaving.yarns import MOST_YARNS, UNSET, Yarn

Grid = NDArray[np.uint8]
"""Knots, shape (high, wide): the index of each knot's yarn. Row 0 is the upper edge of the picture, which is woven last."""


@dataclass(frozen=True, eq=False)
class Chart:
    """A grid of knots, the frame it fills, and the yarns that its indices name.

    Raises `chart_shape_wrong` where the grid does not fill the frame, `chart_index_wrong` where a knot names no yarn.
    """

    frame: Frame
    yarns: tuple[Yarn, ...]
    knots: Grid

    def __post_init__(self) -> None:
        if len(self.yarns) > MOST_YARNS:
            raise NotPossible("colours_unfit", colours=len(self.yarns), most=MOST_YARNS)
        knots = self._in_bytes()
        if knots.shape != (self.frame.high, self.frame.wide):
            shape = {"wide": knots.shape[-1], "high": knots.shape[0]}
            raise NotPossible("chart_shape_wrong", **shape, frame_wide=self.frame.wide, frame_high=self.frame.high)
        nameless = np.bincount(knots.ravel(), minlength=256)[len(self.yarns) : UNSET]
        if nameless.any():
            index = len(self.yarns) + int(np.argmax(nameless > 0))
            raise NotPossible("chart_index_wrong", index=index, yarns=len(self.yarns))
        if knots is self.knots:
            knots = knots.view()
        knots.flags.writeable = False
        object.__setattr__(self, "knots", knots)

    def _in_bytes(self) -> Grid:
        """The grid as bytes; a larger number is refused, for numpy would silently take it less 256."""
        given = np.asarray(self.knots)
        if given.dtype != np.uint8 and given.size and not 0 <= given.min() <= given.max() <= UNSET:
            wrong = int(given.min() if given.min() < 0 else given.max())
            raise NotPossible("chart_index_wrong", index=wrong, yarns=len(self.yarns))
        return np.ascontiguousarray(given, dtype=np.uint8)

    @cached_property
    def counts(self) -> tuple[int, ...]:
        """Knots of each yarn, in the order of `yarns`; with `unset` they add up to the grid."""
        return tuple(int(n) for n in np.bincount(self.knots.ravel(), minlength=256)[: len(self.yarns)])

    @property
    def colours(self) -> int:
        """How many of its yarns have a knot at all."""
        return sum(1 for knots in self.counts if knots)

    @cached_property
    def unset(self) -> int:
        """Knots that have no yarn yet."""
        return self.frame.knots - sum(self.counts)

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 over size, class, the palette (codes and colours) and the bytes of the grid: what a locked version is known by."""
        palette = ",".join(f"{yarn.code}{yarn.hex}" for yarn in self.yarns)
        head = f"{self.frame.wide}x{self.frame.high}:{self.frame.quality.key}:{palette}:"
        return hashlib.sha256(head.encode() + self.knots.tobytes()).hexdigest()

    def row(self, number: int) -> Grid:
        """Return a row by its number on paper: row 1 is the lowest and is woven first; left to right."""
        if not 1 <= number <= self.frame.high:
            raise NotPossible("row_unknown", row=number, rows=self.frame.high)
        row: Grid = self.knots[self.frame.high - number]
        return row

    def with_knots(self, knots: Grid) -> Chart:
        """Return the same chart with other knots."""
        return replace(self, knots=knots)

    def with_yarns(self, yarns: Sequence[Yarn]) -> Chart:
        """Return the same knots woven with other yarns, index by index."""
        return replace(self, yarns=tuple(yarns))
