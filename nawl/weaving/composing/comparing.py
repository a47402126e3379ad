"""Comparing recipes: whether one is good enough to be shown, and how unlike two of them look."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nawl.weaving.classes import QualityClass
from nawl.weaving.composing.checks import look_at, parts
from nawl.weaving.composing.compose import frame_of, painted
from nawl.weaving.composing.recipe import Palette, Recipe, Role


def is_good(recipe: Recipe, quality: QualityClass | None = None) -> bool:
    """Whether a recipe's carpet can be woven and looked at."""
    sheet = painted(recipe, frame_of(recipe, quality))
    return parts(recipe.palette) and look_at(as_colours(recipe.palette)[sheet]).is_good


def as_colours(palette: Palette) -> NDArray[np.uint8]:
    """Return for each role the first that has the same colour: what the eye counts as one."""
    colours = [palette.of(role) for role in Role]
    return np.array([colours.index(colour) for colour in colours], np.uint8)


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
