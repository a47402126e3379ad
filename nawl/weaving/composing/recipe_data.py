"""Recipes from plain data, read with care: whatever comes from a form, a file or a saved row is checked before it is drawn."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from typing import Any, Final

from nawl.kit.errors import NotPossible
from nawl.weaving.composing.drawing.units import UNITS
from nawl.weaving.composing.families import COLOURS
from nawl.weaving.composing.fields import PATTERNS
from nawl.weaving.composing.medallions import FILLINGS, SHAPES
from nawl.weaving.composing.recipe import VERSION, BorderPlan, FieldPlan, MedallionPlan, Palette, Recipe, Role
from nawl.weaving.composing.wallpaper import WALLPAPERS

MOST_BORDERS: Final = 60
_GROUPS: Final = frozenset(one.code for one in WALLPAPERS)
_COLOUR: Final = re.compile(r"#[0-9a-f]{6}")
_ROLES: Final = frozenset(role.name.lower() for role in Role)
_NUMBERS: Final[Mapping[str, tuple[float, float]]] = {
    "cm": (0.05, 2000),
    "ratio": (0.2, 8),
    "wide": (0.05, 1),
    "high": (0.05, 1),
    "turn": (0, 1000),
}
"""The least and the most of each number in a plan; a length is in cm, an axis a share of the field's."""


def recipe_from(data: Mapping[str, Any]) -> Recipe:
    """Return a recipe from plain data; raises `recipe_too_new`, or `recipe_unreadable` with the part that is wrong."""
    try:
        if int(data.get("version", VERSION)) > VERSION:
            raise NotPossible("recipe_too_new", version=data["version"], known=VERSION)
        medallion = data.get("medallion")
        recipe = Recipe(
            quality=str(data["quality"]),
            width_cm=str(data["width_cm"]),
            length_cm=str(data["length_cm"]),
            palette=_made(Palette, data["palette"]),
            borders=tuple(_made(BorderPlan, one) for one in data["borders"]),
            field=_made(FieldPlan, {**data["field"], "motifs": tuple(data["field"].get("motifs", ()))}),
            medallion=None if medallion is None else _made(MedallionPlan, medallion),
            seed=int(data.get("seed", 0)),
            kind=str(data.get("kind", "salon")),
            name_ar=str(data.get("name_ar", "")),
            name_en=str(data.get("name_en", "")),
            without=tuple(data.get("without", ())),
        )
        Decimal(recipe.width_cm), Decimal(recipe.length_cm)
    except (KeyError, TypeError, ValueError, ArithmeticError, AttributeError) as fault:
        raise NotPossible("recipe_unreadable", part=str(fault)[:60]) from fault
    for part, is_right in _parts(recipe):
        if not is_right:
            raise NotPossible("recipe_unreadable", part=part)
    return recipe


def _parts(recipe: Recipe) -> list[tuple[str, bool]]:
    """Every part that names something or counts something, and whether it is one that the composer knows."""
    medallion, field = recipe.medallion, recipe.field
    return [
        ("palette", all(_COLOUR.fullmatch(str(recipe.palette.of(role))) for role in Role)),
        ("borders", len(recipe.borders) <= MOST_BORDERS),
        *((f"border {plan.unit}", plan.unit in UNITS or plan.unit == "plain") for plan in recipe.borders),
        *((f"border {plan.ground}", plan.ground in _ROLES) for plan in recipe.borders),
        (f"field {field.pattern}", field.pattern in PATTERNS),
        (f"corners {field.corners}", field.corners in SHAPES or not field.corners),
        (f"group {field.group}", field.group in _GROUPS or not field.group),
        ("words", len(field.words) <= 60),
        ("without", all(str(word) in COLOURS for word in recipe.without)),
        ("motifs", all(isinstance(motif, str) for motif in field.motifs)),
        *((f"medallion {medallion.form}", medallion.form in SHAPES and medallion.filling in FILLINGS) for _ in [0] if medallion),
    ]  # fmt: skip


def _made(kind: Any, data: Mapping[str, Any]) -> Any:
    """Return a plan of what is known of it; numbers out of their bounds are a fault."""
    known = {one.name for one in fields(kind)}
    made = {name: value for name, value in data.items() if name in known}
    for name, (least, most) in _NUMBERS.items():
        if made.get(name) is not None and not least <= made[name] <= most:
            raise ValueError(f"{name} {made[name]}")
    if "turn" in made:
        made["turn"] = int(made["turn"])
    return kind(**made)
