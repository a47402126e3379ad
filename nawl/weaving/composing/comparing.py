"""Comparing recipes: whether one is good enough to be shown, and how unlike two of them look."""

from __future__ import annotations

from nawl.weaving.classes import QualityClass
from nawl.weaving.composing.checks import look_at, parts
from nawl.weaving.composing.compose import frame_of, painted
from nawl.weaving.composing.dyes import as_colours
from nawl.weaving.composing.recipe import Recipe
from nawl.weaving.composing.unslit import slit_rows


def is_good(recipe: Recipe, quality: QualityClass | None = None) -> bool:
    """Whether a recipe's carpet can be woven and looked at."""
    frame = frame_of(recipe, quality)
    knots = as_colours(recipe.palette)[painted(recipe, frame)]
    is_joined = frame.quality.mode != "flat" or slit_rows(knots) == 0
    return parts(recipe.palette) and is_joined and look_at(knots).is_good


def distance(one: Recipe, other: Recipe) -> float:
    """Return how unlike two recipes look: 0 alike, about 8 wholly different; the ground's colour and the pattern weigh most."""
    total = 2.5 * (one.field.pattern != other.field.pattern) + 2.0 * (one.palette.ground != other.palette.ground)
    total += 1.0 * (one.palette.border != other.palette.border) + 0.6 * (one.palette.first != other.palette.first)
    total += 1.2 * (main_unit(one) != main_unit(other)) + 0.3 * (one.borders != other.borders)
    total += 0.6 * (one.field.motifs != other.field.motifs) + 0.3 * (one.field.turn != other.field.turn)
    total += 0.3 * (one.field.cm != other.field.cm) + 0.5 * (one.field.corners != other.field.corners)
    forms = [plan.medallion.form if plan.medallion else "" for plan in (one, other)]
    return total + 1.0 * (forms[0] != forms[1]) + 0.3 * (one.medallion != other.medallion)


def main_unit(recipe: Recipe) -> str:
    """Return the frieze unit of the broadest border, or none."""
    return max(recipe.borders, key=lambda plan: plan.cm).unit if recipe.borders else ""
