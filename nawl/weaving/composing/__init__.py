"""Composing (التأليف): carpets from motifs: symmetry groups, borders that turn their corners, fields, medallions, proposals.

A `Recipe` is plain data; `compose(recipe, yarns)` makes its chart, the same to the byte every time. `from_words` reads a
market note into a `Wish`; `proposals(wish)` gives a page of good recipes, `more_like(recipe)` its neighbours.
"""

from nawl.weaving.composing.borders import turned
from nawl.weaving.composing.comparing import distance, is_good
from nawl.weaving.composing.compose import compose, frame_of, thumbnail
from nawl.weaving.composing.designs import design, designs
from nawl.weaving.composing.drawing.units import UNITS
from nawl.weaving.composing.families import families, leanings
from nawl.weaving.composing.fields import repeat
from nawl.weaving.composing.kinds import KINDS
from nawl.weaving.composing.neighbours import more_like
from nawl.weaving.composing.proposals import proposals
from nawl.weaving.composing.recipe import BorderPlan, FieldPlan, MedallionPlan, Palette, Recipe, Role
from nawl.weaving.composing.recipe_data import recipe_from
from nawl.weaving.composing.wish import Wish, from_words

__all__ = [
    "KINDS",
    "UNITS",
    "BorderPlan",
    "FieldPlan",
    "MedallionPlan",
    "Palette",
    "Recipe",
    "Role",
    "Wish",
    "compose",
    "design",
    "designs",
    "distance",
    "families",
    "frame_of",
    "from_words",
    "is_good",
    "leanings",
    "more_like",
    "proposals",
    "recipe_from",
    "repeat",
    "thumbnail",
    "turned",
]
