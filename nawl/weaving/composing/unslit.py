"""Slits of a composed flat weave, broken before it is shown: an upright edge steps aside by a cell every few rows.

The engine's own steps (`flat.stepped`) leave what is less than three cells wide as it is. A composed carpet may give up an
outline for a few rows, so here either side may give, whichever leaves fewer rows of slit around it. What is done on one side
of a mirror is done on the other.
"""

from __future__ import annotations

from itertools import product
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nawl.weaving.composing.stage import Roles
from nawl.weaving.flat import parts_of, straight
from nawl.weaving.frame import Symmetry

MOST_SLIT: Final = 10
"""Rows of a slit at most; from there on weavers sew it."""
PASSES: Final = 6
MOST_TRIES: Final = 6000
"""Edges looked at in one carpet; a very large one full of slits is left to be judged as it is."""
_BESIDE: Final = 4
Part = tuple[int, int]


def without_slits(roles: Roles, colours: NDArray[np.uint8], symmetry: Symmetry) -> Roles:
    """Return the sheet with its long slits broken as far as can be; `colours` says which roles look alike."""
    sheet, tries = roles.copy(), 0
    for _ in range(PASSES):
        moved = False
        for column, part in _edges(colours[sheet], symmetry):
            tries += 1
            moved |= tries <= MOST_TRIES and _is_moved(sheet, colours, column, part, symmetry)
        if not moved:
            break
    return sheet


def slit_rows(knots: NDArray[np.uint8]) -> int:
    """Return by how many rows in all the slits of a sheet are too long."""
    return sum(length - MOST_SLIT for _column, _top, length in straight(knots, MOST_SLIT))


def _edges(knots: NDArray[np.uint8], symmetry: Symmetry) -> list[tuple[int, Part]]:
    """Return the column and rows of every second part of each long slit, the longest first; of mirrored ones the first."""
    high, wide = knots.shape
    found = sorted(
        (-length, column, top)
        for column, top, length in straight(knots, MOST_SLIT)
        if not (symmetry.mirrors_width and column > wide - column)
        and not (symmetry.mirrors_length and top > high - top - length)
    )
    return [(column, part) for long, column, top in found for part in parts_of(top, -long, MOST_SLIT)]


def _is_moved(sheet: Roles, colours: NDArray[np.uint8], column: int, part: Part, symmetry: Symmetry) -> bool:
    """Move an edge by one cell for a few rows, on every side of the mirrors, where that leaves fewer rows of slit."""
    least, most = max(0, column - _BESIDE), min(sheet.shape[1], column + _BESIDE)
    knots = colours[sheet[:, least:most]]
    rows = slice(*part)
    at = column - least
    if not (knots[rows, at] != knots[rows, at - 1]).all():
        return False
    best, chosen = (slit_rows(knots), 0), 0
    for taker in (at, at - 1):
        giver = 2 * at - 1 - taker
        if _is_allowed(sheet.shape, least + giver, part, symmetry):
            tried = knots.copy()
            tried[rows, giver] = knots[rows, taker]
            cost = (slit_rows(tried), _lost(knots[rows], giver, giver - taker))
            if cost[0] < slit_rows(knots) and (not chosen or cost < best):
                best, chosen = cost, 1 if taker == at else -1
    if chosen:
        taker, giver = (column, column - 1) if chosen > 0 else (column - 1, column)
        for view in _views(sheet, symmetry):
            view[rows, giver] = view[rows, taker]
    return bool(chosen)


def _lost(knots: NDArray[np.uint8], giver: int, away: int) -> int:
    """Return in how many rows a colour would go that is but one cell wide."""
    beyond = giver + away
    if not 0 <= beyond < knots.shape[1]:
        return len(knots)
    return int(np.count_nonzero(knots[:, giver] != knots[:, beyond]))


def _is_allowed(shape: tuple[int, ...], giver: int, part: Part, symmetry: Symmetry) -> bool:
    """Whether a cell that changes and its images in the mirrors are apart, or one and the same rows."""
    high, wide = shape
    across = not symmetry.mirrors_width or 2 * giver < wide - 1
    return across and (not symmetry.mirrors_length or part[1] <= high - part[1] or sum(part) == high)


def _views(sheet: Roles, symmetry: Symmetry) -> list[Roles]:
    """Return the sheet as each of its mirrors shows it."""
    ways = product((1, -1) if symmetry.mirrors_length else (1,), (1, -1) if symmetry.mirrors_width else (1,))
    return [sheet[::down, ::across] for down, across in ways]
