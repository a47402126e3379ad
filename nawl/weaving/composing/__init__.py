"""Composing (التأليف): carpets from motifs: symmetry groups, borders that turn their corners, fields, medallions, proposals."""

from nawl.weaving.composing.borders import turned
from nawl.weaving.composing.compose import compose, frame_of
from nawl.weaving.composing.recipe import BorderPlan, FieldPlan, MedallionPlan, Palette, Recipe, Role, recipe_from

__all__ = [
    "BorderPlan",
    "FieldPlan",
    "MedallionPlan",
    "Palette",
    "Recipe",
    "Role",
    "compose",
    "frame_of",
    "recipe_from",
    "turned",
]
