"""The stage: the part of a field that is drawn, its coordinates, and what is already taken on it.

A field that mirrors itself is drawn once: the left half, or the upper left quarter; the rest is unfolded afterwards, so
symmetry cannot be missed by a knot. Lengths are in knots across ("u"); upwards they are multiplied by the knots' proportion.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from nawl.weaving.composing.drawing.pen import Mask, Plane, grown, stroke
from nawl.weaving.composing.dyes import THROUGH, Dye, dye
from nawl.weaving.composing.recipe import Palette, Role
from nawl.weaving.motifs.motif import Cells

Roles = NDArray[np.uint8]
"""A sheet of `Role` for each knot."""


@dataclass
class Stage:
    """A field while it is drawn. `roles` is the drawn part; `wide` × `high` is the whole field in knots."""

    palette: Palette
    roles: Roles
    wide: int
    high: int
    cell: float
    seed: int = 0
    across: Plane = field(init=False)
    up: Plane = field(init=False)
    taken: Mask = field(init=False)

    def __post_init__(self) -> None:
        rows, columns = self.roles.shape
        self.across = np.broadcast_to((np.arange(columns) + 0.5 - self.wide / 2)[None], self.roles.shape)
        self.up = np.broadcast_to((self.high / 2 - np.arange(rows) - 0.5)[:, None] / self.cell, self.roles.shape)
        self.taken = np.zeros(self.roles.shape, np.bool_)

    @property
    def reach(self) -> tuple[float, float]:
        """Half the field's width and half its height, in u."""
        return self.wide / 2, self.high / 2 / self.cell

    def fill(self, mask: Mask, role: Role) -> None:
        """Dye what a mask covers."""
        self.roles[mask] = role

    def keep_clear(self, mask: Mask, rim: int = 0) -> None:
        """Let no further motif lie on a mask and `rim` knots around it."""
        self.taken |= grown(mask, rim)

    def dye(self, ground: Role, turn: int = 0) -> Dye:
        """Return a dye for a ground."""
        return dye(self.palette, ground, turn)

    def sized(self, wide: float, high: float, x: float = 1.0, y: float = 1.0) -> tuple[int, int]:
        """Return a size in knots for a motif of `wide` × `high` u, matched to the field's middle line where it lies on it."""
        columns, rows = max(1, round(wide)), max(1, round(high * self.cell))
        columns += (columns - self.wide) % 2 if x == 0 else 1 - columns % 2
        rows += (rows - self.high) % 2 if y == 0 else 1 - rows % 2
        return columns, rows

    def box(self, cells: Cells, x: float, y: float) -> tuple[int, int]:
        """Return the left and upper knot of a drawing whose middle lies at (x, y) u from the field's middle."""
        high, wide = cells.shape
        return round(self.wide / 2 + x - wide / 2 - 1e-6), round(self.high / 2 - y * self.cell - high / 2 - 1e-6)

    def is_taken(self, x: float, y: float) -> bool:
        """Whether the knot at a place is taken: a motif with its middle there need not be drawn at all."""
        rows, columns = self.roles.shape
        row, column = int(self.high / 2 - y * self.cell), int(self.wide / 2 + x)
        return bool(self.taken[min(max(row, 0), rows - 1), min(max(column, 0), columns - 1)])

    def put(self, cells: Cells, x: float, y: float, dyes: Dye, margin: int = 0) -> None:
        """Lay a motif, whatever lies there, and keep `margin` knots around it clear."""
        target, piece = self._window(cells, x, y)
        shown = dyes[piece]
        np.copyto(self.roles[target], shown, where=shown != THROUGH)
        self._take(cells, x, y, margin)

    def put_if_free(self, cells: Cells, x: float, y: float, dyes: Dye, margin: int = 2) -> bool:
        """Lay a motif only where it is wholly within the field and touches nothing taken."""
        left, top = self.box(cells, x, y)
        high, wide = cells.shape
        edge = 2
        if left < edge or top < edge or left + wide > self.wide - edge or top + high > self.high - edge:
            return False
        target, piece = self._window(cells, x, y)
        if piece.size == 0 or bool((self.taken[target] & (piece > 0)).any()):
            return False
        self.put(cells, x, y, dyes, margin)
        return True

    def line(
        self, points: list[tuple[Plane, Plane]], role: Role, thick: float = 2.0, where: Mask | None = None
    ) -> Mask:
        """Draw curves (points in u from the middle) in one colour where nothing is taken; returns what was drawn."""
        mask = np.zeros(self.roles.shape, np.bool_)
        for x, y in points:
            stroke(mask, self.wide / 2 + x, self.high / 2 - y * self.cell, thick)
        mask &= ~self.taken if where is None else where
        self.roles[mask] = role
        return mask

    def _window(self, cells: Cells, x: float, y: float) -> tuple[tuple[slice, slice], Cells]:
        left, top = self.box(cells, x, y)
        high, wide = cells.shape
        rows, columns = self.roles.shape
        x0, y0 = min(max(0, left), columns), min(max(0, top), rows)
        x1, y1 = max(x0, min(columns, left + wide)), max(y0, min(rows, top + high))
        return (slice(y0, y1), slice(x0, x1)), cells[y0 - top : y1 - top, x0 - left : x1 - left]

    def _take(self, cells: Cells, x: float, y: float, margin: int) -> None:
        if margin:
            cells = grown(np.pad(cells, margin) > 0, margin).astype(np.uint8)
        target, piece = self._window(cells, x, y)
        self.taken[target] |= piece > 0


Paint = Callable[[Stage], None]
