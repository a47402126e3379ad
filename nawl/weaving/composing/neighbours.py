"""Neighbours of a recipe: "more like this", each with one or two things changed."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Final

from nawl.weaving.classes import QualityClass
from nawl.weaving.composing.colouring import freed
from nawl.weaving.composing.comparing import distance, is_good, main_unit
from nawl.weaving.composing.families import families
from nawl.weaving.composing.kinds import FLORAL_UNITS, GEOMETRIC_UNITS
from nawl.weaving.composing.recipe import Recipe

TRIES: Final = 5
"""Neighbours drawn for each that is shown."""
APART: Final = (1.2, 0.5, 0.0)
"""How unlike each other the neighbours of a page are, as long as there are enough; then nearer ones are taken too."""

STEPS_CM: Final = (2.0, 400.0)
AXES: Final = (0.1, 1.0)
TURNS: Final = 1000
"""Bounds that no neighbour leaves: a repeat in cm, a medallion's half axes, how often a dye is turned."""


def more_like(recipe: Recipe, count: int = 12, seed: int = 0, quality: QualityClass | None = None) -> list[Recipe]:
    """Return neighbours of a recipe: each changes one or two things, none breaks what a carpet needs.

    `quality` is a class of a register that overrides the one that the recipe names.
    """
    drawn = [_changed(recipe, seed, n) for n in range(count * TRIES)]
    found: list[Recipe] = []
    for apart in APART:
        for near in drawn:
            if len(found) == count:
                return found
            if all(distance(near, other) > apart for other in (recipe, *found)) and is_good(near, quality):
                found.append(near)
    return found


def _changed(recipe: Recipe, seed: int, number: int) -> Recipe:
    dice = random.Random(f"{seed}:{recipe.to_json()}:{number}")  # noqa: S311 - a design, no secret
    near = recipe
    for change in dice.sample(CHANGES, 1 + number % 2):
        near = change(near, dice)
    return replace(near, seed=seed * 1000 + number, name_ar="", name_en="")


def _swapped(recipe: Recipe, _dice: random.Random) -> Recipe:
    palette = recipe.palette
    return replace(
        recipe, palette=replace(palette, ground=palette.border, border=palette.ground, medallion=palette.ground)
    )


def _other_family(recipe: Recipe, dice: random.Random) -> Recipe:
    family = dice.choice(list(families().values()))
    palette = family.palette(dice.randrange(len(family.ways)))
    return replace(recipe, palette=freed(palette, recipe.without, dice))


def _other_unit(recipe: Recipe, dice: random.Random) -> Recipe:
    main = main_unit(recipe)
    offered = FLORAL_UNITS if main in FLORAL_UNITS else GEOMETRIC_UNITS
    unit = dice.choice([one for one in offered if one != main])
    return replace(
        recipe, borders=tuple(replace(plan, unit=unit) if plan.unit == main else plan for plan in recipe.borders)
    )


def _other_size(recipe: Recipe, dice: random.Random) -> Recipe:
    return replace(
        recipe,
        field=replace(recipe.field, cm=_within(recipe.field.cm * dice.choice((0.8, 0.9, 1.15, 1.3)), 2, STEPS_CM)),
    )


def _other_turn(recipe: Recipe, dice: random.Random) -> Recipe:
    return replace(recipe, field=replace(recipe.field, turn=(recipe.field.turn + dice.choice((1, 2))) % 3))


def _other_medallion(recipe: Recipe, dice: random.Random) -> Recipe:
    if recipe.medallion is None:
        return _other_turn(recipe, dice)
    scale = dice.choice((0.86, 0.93, 1.08))
    plan = replace(
        recipe.medallion,
        wide=_within(recipe.medallion.wide * scale, 3, AXES),
        high=_within(recipe.medallion.high * scale, 3, AXES),
    )
    return replace(recipe, medallion=replace(plan, turn=(plan.turn + 1) % TURNS))


def _within(value: float, places: int, bounds: tuple[float, float]) -> float:
    """Return a number rounded and kept within bounds, so that neighbours of neighbours still are recipes."""
    return min(bounds[1], max(bounds[0], round(value, places)))


def _other_form(recipe: Recipe, dice: random.Random) -> Recipe:
    """Another form of the medallion, and of the corners with it where they had the same."""
    if recipe.medallion is None:
        return _other_unit(recipe, dice)
    family = ROUND_FORMS if recipe.medallion.form in ROUND_FORMS else GEOMETRIC_FORMS
    form = dice.choice([one for one in family if one != recipe.medallion.form])
    corners = form if recipe.field.corners == recipe.medallion.form else recipe.field.corners
    return replace(recipe, medallion=replace(recipe.medallion, form=form), field=replace(recipe.field, corners=corners))


ROUND_FORMS: Final = ("lobed", "almond", "pointed")
GEOMETRIC_FORMS: Final = ("octagon", "star", "rhomb")


def _other_motifs(recipe: Recipe, dice: random.Random) -> Recipe:
    motifs = list(recipe.field.motifs)
    if len(motifs) < 2:
        return _other_size(recipe, dice)
    dice.shuffle(motifs)
    return replace(recipe, field=replace(recipe.field, motifs=tuple(motifs)))


CHANGES: Final = (
    _swapped,
    _other_family,
    _other_family,
    _other_unit,
    _other_size,
    _other_turn,
    _other_medallion,
    _other_form,
    _other_motifs,
)
