"""Recipes from plain data, read with care: whatever comes from a form, a file or a saved row is checked before it is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from nawl.kit.errors import NotPossible
from nawl.weaving.composing.drawing.forms import FORMS
from nawl.weaving.composing.drawing.units import UNITS
from nawl.weaving.composing.families import COLOURS
from nawl.weaving.composing.fields import PATTERNS
from nawl.weaving.composing.kinds import KINDS
from nawl.weaving.composing.medallions import FILLINGS, SHAPES
from nawl.weaving.composing.recipe import VERSION, BorderPlan, FieldPlan, MedallionPlan, Palette, Recipe, Role
from nawl.weaving.composing.shape import Kind, many, maybe, number, one_of, plan, refuse, text, truth, whole, written
from nawl.weaving.composing.wallpaper import WALLPAPERS
from nawl.weaving.frame import MOST_CM

MOST_BORDERS: Final = 60
MOST_MOTIFS: Final = 24
_LARGEST: Final = 2**53
"""The largest whole number that every reader of JSON keeps."""
_ROLES: Final = tuple(role.name.lower() for role in Role)
_CM: Final = written(r"[0-9]{1,9}(\.[0-9]{1,9})?")
_TURN: Final = whole(0, 1000)
_NAME: Final = text(0, 160)

BORDER: Final[Mapping[str, Kind]] = {
    "unit": one_of({*UNITS, "plain"}),
    "cm": number(0.05, 2000),
    "ground": one_of(_ROLES),
    "turn": _TURN,
    "ratio": maybe(number(0.2, 8)),
}
FIELD: Final[Mapping[str, Kind]] = {
    "pattern": one_of(PATTERNS),
    "motifs": many(one_of({*FORMS, *UNITS}), MOST_MOTIFS),
    "cm": number(0.05, 2000),
    "turn": _TURN,
    "corners": one_of({*SHAPES, ""}),
    "words": text(0, 60),
    "group": one_of({*(one.code for one in WALLPAPERS), ""}),
}
MEDALLION: Final[Mapping[str, Kind]] = {
    "form": one_of(SHAPES),
    "wide": number(0.05, 1),
    "high": number(0.05, 1),
    "pendants": truth,
    "filling": one_of(FILLINGS),
    "turn": _TURN,
}
RECIPE: Final[Mapping[str, Kind]] = {
    "quality": text(1, 60),
    "width_cm": _CM,
    "length_cm": _CM,
    "palette": plan(Palette, dict.fromkeys(_ROLES, written("#[0-9a-f]{6}"))),
    "borders": many(plan(BorderPlan, BORDER), MOST_BORDERS),
    "field": plan(FieldPlan, FIELD),
    "medallion": maybe(plan(MedallionPlan, MEDALLION)),
    "kind": one_of(KINDS),
    "seed": whole(0, _LARGEST),
    "name_ar": _NAME,
    "name_en": _NAME,
    "version": whole(1, VERSION),
    "without": many(one_of(COLOURS), len(COLOURS)),
}
"""Of what kind each part of a recipe is; lengths in cm, axes of the medallion as shares of the field's."""


def recipe_from(data: Any) -> Recipe:
    """Return a recipe from plain data.

    Raises `recipe_too_new`; `recipe_unreadable` with the part that is wrong; `size_unfit` for a piece that cannot be.
    """
    if not isinstance(data, Mapping):
        refuse("recipe")
    version = whole(1, _LARGEST)(data.get("version", VERSION), "version")
    if version > VERSION:
        raise NotPossible("recipe_too_new", version=version, known=VERSION)
    recipe: Recipe = plan(Recipe, RECIPE)(data, "")
    width, length = recipe.size_cm
    if not (0 < width <= MOST_CM and 0 < length <= MOST_CM):
        raise NotPossible("size_unfit", width=recipe.width_cm[:12], length=recipe.length_cm[:12], most=MOST_CM)
    return recipe
