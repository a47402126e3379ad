"""Colours of a proposal: a family of dyes that has the wished colours, or one that is lent them."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

import numpy as np

from nawl.kit.errors import NotPossible
from nawl.weaving.colour import ciede2000, lab
from nawl.weaving.composing.dyes import APART, rgb
from nawl.weaving.composing.families import COLOURS, Family, families, leanings
from nawl.weaving.composing.recipe import Palette
from nawl.weaving.composing.shades import is_of, shade_of, shades_left
from nawl.weaving.composing.wish import Wish

LEAST_SHADES: Final = 6
"""Shades that a carpet needs: a family of dyes has as many."""
ENOUGH_FAMILIES: Final = 3
"""With so many families that hold nothing refused, no other is mended."""


def palette_for(wish: Wish, dice: random.Random) -> Palette:
    """Return a palette that has the wished colours, the first of them as its ground, and none that is refused."""
    return freed(_wished(wish, dice), wish.without, dice)


def _wished(wish: Wish, dice: random.Random) -> Palette:
    """Choose a family that has the wished colours, or lend one the first of them as its ground."""
    family = dice.choice(_families(wish))
    ways = list(range(len(family.ways)))
    if not wish.colours:
        return family.palette(dice.choice(ways))
    first, *others = (_shade(word, wish) for word in wish.colours)
    fitting = [way for way in ways if family.palette(way).ground == first]
    palette = family.palette(dice.choice(fitting or ways))
    if not fitting:
        palette = _lent(palette, first)
    for colour in others[:2]:
        if colour not in _colours(palette):
            palette = _with_second(palette, colour)
    return palette


def _shade(word: str, wish: Wish) -> str:
    """Return the shade of a wished colour; one that is refused altogether keeps its own, and is mended with the rest."""
    return shade_of(word, wish.without) or COLOURS[word]


def ensure_colours(without: tuple[str, ...]) -> None:
    """Raise `colours_refused` where too few shades are left for a carpet."""
    if len(shades_left(without)) < LEAST_SHADES:
        raise NotPossible("colours_refused")


def freed(palette: Palette, without: tuple[str, ...], dice: random.Random) -> Palette:
    """Return a palette of which every refused colour has given way to one about as light, told apart from all others."""
    colours = list(dict.fromkeys(vars(palette).values()))
    kept = [colour for colour in colours if not is_of(without, colour)]
    if len(kept) == len(colours):
        return palette
    given: dict[str, str] = {}
    for colour in colours:
        if colour not in kept:
            given[colour] = _instead(colour, [*kept, *given.values()], shades_left(without), dice)
    return replace(palette, **{place: given.get(colour, colour) for place, colour in vars(palette).items()})


def _instead(colour: str, beside: list[str], offered: Iterable[str], dice: random.Random) -> str:
    """Return one of the three nearest in lightness of those that are told apart from all beside; else the farthest."""
    left = [one for one in offered if one not in beside] or list(offered)
    if not beside:
        return left[0]
    labs = {one: lab(np.array([rgb(one)], np.uint8))[0] for one in (colour, *left, *beside)}
    apart = {one: min(float(ciede2000(labs[one], labs[other])) for other in beside) for one in left}
    told = sorted((abs(labs[one][0] - labs[colour][0]), one) for one in left if apart[one] >= APART)
    return dice.choice(told[:3])[1] if told else max(left, key=lambda one: apart[one])


def _lent(palette: Palette, ground: str) -> Palette:
    """Put a wished colour on the ground; a border of the same colour takes the old ground."""
    changes = {"ground": ground}
    for place in ("border", "medallion", "corner"):
        if getattr(palette, place) == ground:
            changes[place] = palette.ground
    return replace(palette, **changes)


def _with_second(palette: Palette, colour: str) -> Palette:
    """Put a further wished colour into the main border, and into the second accent that motifs wear."""
    if colour == palette.ground:
        return palette
    return replace(palette, border=colour, second=colour)


def _colours(palette: Palette) -> set[str]:
    return {
        palette.ground,
        palette.border,
        palette.medallion,
        palette.first,
        palette.second,
        palette.third,
        palette.light,
    }


def _families(wish: Wish) -> list[Family]:
    offered = _fitting(wish)
    if wish.without:
        free = [one for one in offered if not any(is_of(wish.without, colour) for colour in one.colours.values())]
        return free if len({one.code for one in free}) >= ENOUGH_FAMILIES else offered
    return offered


def _fitting(wish: Wish) -> list[Family]:
    known = families()
    leaning = leanings().get(wish.governorate)
    if wish.colours:
        wanted = {_shade(word, wish) for word in wish.colours}
        shared = {code: len(wanted & set(family.colours.values())) for code, family in known.items()}
        most = max(shared.values())
        if most:
            fitting = [known[code] for code, count in shared.items() if count == most]
            return fitting + [family for family in fitting if leaning and family.code in leaning.families]
    if leaning:
        return [known[code] for code in leaning.families for _ in range(2)] + list(known.values())[:2]
    return list(known.values())
