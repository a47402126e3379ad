"""Islands (الجزر): knots of one colour that hang together by edges or corners, found run by run.

A run is what lies side by side in one row. Runs that touch are merged by letting each label point to a smaller one and
shortening the ways, all at once, until nothing is left to merge; no loop walks over knots.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nawl.weaving.chart import Grid

Labels = NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Islands:
    """The islands of a grid, numbered from above: `sizes` in knots, `colours`, and of which run and knot they consist."""

    grid: Grid
    run_of: Labels
    run_sizes: NDArray[np.int64]
    of_run: Labels
    sizes: NDArray[np.int64]
    colours: NDArray[np.uint8]

    def smaller_than(self, least: int) -> NDArray[np.bool_]:
        """Return which knots lie in islands of fewer than `least` knots."""
        small = np.repeat((self.sizes < least)[self.of_run], self.run_sizes)
        return small.reshape(self.grid.shape)

    def borders(self, chosen: NDArray[np.bool_]) -> tuple[Labels, Labels]:
        """Return the pairs of islands that meet along an edge, one pair a knot's edge, the first a chosen one."""
        wide = self.grid.shape[1]
        run = self.of_run
        right = np.flatnonzero(np.diff(self.grid, axis=1, prepend=self.grid[:, :1]).reshape(-1))
        pairs = [(run[self.run_of[right - 1]], run[self.run_of[right]])]
        small = np.repeat(chosen[run], self.run_sizes).reshape(self.grid.shape)
        meets = (self.grid[1:] != self.grid[:-1]) & (small[1:] | small[:-1])
        lower = np.flatnonzero(meets) + wide
        pairs.append((run[self.run_of[lower - wide]], run[self.run_of[lower]]))
        inner = np.concatenate([side for one, other in pairs for side in (one, other)])
        outer = np.concatenate([side for one, other in pairs for side in (other, one)])
        is_inner = chosen[inner]
        return inner[is_inner], outer[is_inner]


def find_islands(grid: Grid) -> Islands:
    """Find all islands of a grid."""
    starts = np.ones(grid.shape, np.bool_)
    np.not_equal(grid[:, 1:], grid[:, :-1], out=starts[:, 1:])
    first = np.flatnonzero(starts)
    run_sizes = np.diff(first, append=grid.size)
    run_of = np.cumsum(starts.reshape(-1), dtype=np.int32) - np.int32(1)
    root = _merged(first.size, *_touching(grid, starts, run_of))
    roots, of_run = _numbered(root)
    sizes = np.bincount(of_run, weights=run_sizes, minlength=roots.size).astype(np.int64)
    return Islands(grid, run_of, run_sizes, of_run, sizes, grid.reshape(-1)[first[roots]])


def _numbered(root: Labels) -> tuple[NDArray[np.intp], Labels]:
    roots = np.flatnonzero(root == np.arange(root.size, dtype=np.int32))
    places = np.empty(root.size, np.int32)
    places[roots] = np.arange(roots.size, dtype=np.int32)
    return roots, places[root]


def _touching(grid: Grid, starts: NDArray[np.bool_], run_of: Labels) -> tuple[Labels, Labels]:
    """Return pairs of runs of one colour that touch: one pair where they overlap, one where only corners meet."""
    wide = grid.shape[1]
    overlap = (grid[1:] == grid[:-1]) & (starts[1:] | starts[:-1])
    below = np.flatnonzero(overlap) + wide
    edges = starts[1:, 1:] & starts[:-1, 1:]
    falling = np.flatnonzero(edges & (grid[1:, 1:] == grid[:-1, :-1]))
    rising = np.flatnonzero(edges & (grid[1:, :-1] == grid[:-1, 1:]))
    falling += falling // max(wide - 1, 1)
    rising += rising // max(wide - 1, 1)
    upper = np.concatenate([run_of[below - wide], run_of[falling], run_of[rising + 1]])
    lower = np.concatenate([run_of[below], run_of[falling + wide + 1], run_of[rising + wide]])
    return upper, lower


def _merged(count: int, one: Labels, other: Labels) -> Labels:
    """Return for each label the least label that it hangs together with."""
    parent = np.arange(count, dtype=np.int32)
    while one.size:
        parent[np.maximum(one, other)] = np.minimum(one, other)
        parent = _shortened(parent)
        one, other = parent[one], parent[other]
        differs = one != other
        one, other = one[differs], other[differs]
    return parent


def _shortened(parent: Labels) -> Labels:
    """Let each label point straight to its root."""
    while True:
        further = parent[parent]
        if np.array_equal(further, parent):
            return parent
        parent = further
