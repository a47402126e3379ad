"""Fields (الأرضية): the ground, its medallion and corners, and the pattern that fills what they leave free."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np

from nawl.weaving.composing import medallions
from nawl.weaving.composing.borders import mirrored
from nawl.weaving.composing.patterns import floral, geometric, letters, panels, upright
from nawl.weaving.composing.recipe import FieldPlan, Recipe, Role
from nawl.weaving.composing.stage import Roles, Stage
from nawl.weaving.frame import Frame, Symmetry
from nawl.weaving.motifs.motif import Cells

Pattern = Callable[[Stage, FieldPlan, float], None]
"""`pattern(stage, plan, step)`: paints the field; `step` is the repeat in knots across."""


def plain(stage: Stage, plan: FieldPlan, step: float) -> None:
    """Leave the ground as it is."""


PATTERNS: Final[dict[str, Pattern]] = {
    "plain": plain,
    "scroll": floral.scroll,
    "allover": geometric.allover,
    "khatam": geometric.khatam,
    "trellis": geometric.trellis,
    "column": geometric.column,
    "serrated": geometric.serrated,
    "bands": geometric.bands,
    "tree": upright.tree,
    "niche": upright.niche,
    "letters": letters.letters,
    "garden": panels.garden,
    "niches": panels.niches,
    "grouped": panels.grouped,
}
LEAST_STEP: Final = 14.0
"""Knots of the smallest repeat: under it no motif is read, and a field would hold too many."""
HALVES: Final[frozenset[str]] = frozenset({"tree", "niche", "niches"})
"""Patterns that stand upright: their left half is drawn, not their quarter."""
WHOLES: Final[frozenset[str]] = frozenset({"letters", "grouped"})


def repeat(tile: Cells, wide: int, high: int, *, drop: bool = False, gap: int = 0) -> Cells:
    """Repeat a tile over `wide` × `high` cells, whole ones only, set in the middle; what is left at the rim stays clear.

    With `drop` every other column is shifted by half a repeat, and loses the tile that would be cut. `gap` is the clear
    space between two tiles.
    """
    rows, columns = tile.shape
    step_x, step_y = columns + gap, rows + gap
    sheet = np.zeros((high, wide), np.uint8)
    across, down = (wide + gap) // step_x, (high + gap) // step_y
    left, top = (wide - across * step_x + gap) // 2, (high - down * step_y + gap) // 2
    for n in range(across):
        is_low = drop and n % 2 == 1
        first = top + (step_y // 2 if is_low else 0)
        for m in range(down - is_low):
            y, x = first + m * step_y, left + n * step_x
            sheet[y : y + rows, x : x + columns] = tile
    return sheet


def symmetry_of(recipe: Recipe) -> Symmetry:
    """Return the symmetry that a recipe's carpet has."""
    if recipe.field.pattern in WHOLES:
        return Symmetry.NONE
    return Symmetry.LEFT_RIGHT if recipe.field.pattern in HALVES else Symmetry.QUARTER


def painted(recipe: Recipe, frame: Frame, wide: int, high: int) -> Roles:
    """Return the roles of a field of `wide` × `high` knots."""
    symmetry = symmetry_of(recipe)
    rows = (high + 1) // 2 if symmetry.mirrors_length else high
    columns = (wide + 1) // 2 if symmetry.mirrors_width else wide
    stage = Stage(
        recipe.palette, np.full((rows, columns), int(Role.GROUND), np.uint8), wide, high, frame.cell, recipe.seed
    )
    _paint(stage, recipe, float(frame.quality.density()[0]) / 10)
    if symmetry is Symmetry.QUARTER:
        return mirrored(stage.roles, wide, high)
    if symmetry is Symmetry.LEFT_RIGHT:
        return np.concatenate([stage.roles, stage.roles[:, : wide // 2][:, ::-1]], axis=1)
    return stage.roles


def _paint(stage: Stage, recipe: Recipe, per_cm: float) -> None:
    if recipe.field.corners:
        medallions.corners(stage, recipe.field.corners)
    if recipe.medallion is not None:
        medallions.paint(stage, recipe.medallion)
    most = max(LEAST_STEP, float(max(stage.wide, stage.high)))
    step = min(most, max(LEAST_STEP, recipe.field.cm * per_cm))
    PATTERNS[recipe.field.pattern](stage, recipe.field, step)
