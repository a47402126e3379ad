"""Colours of a proposal: a family of dyes that has the wished colours, or one that is lent them."""

from __future__ import annotations

import random
from dataclasses import replace

from nawl.weaving.composing.families import COLOURS, Family, families, leanings
from nawl.weaving.composing.recipe import Palette
from nawl.weaving.composing.wish import Wish


def palette_for(wish: Wish, dice: random.Random) -> Palette:
    """Choose a family that has the wished colours, or lend one the first of them as its ground."""
    family = dice.choice(_families(wish))
    ways = list(range(len(family.ways)))
    if not wish.colours:
        return family.palette(dice.choice(ways))
    first = COLOURS[wish.colours[0]]
    fitting = [way for way in ways if family.palette(way).ground == first]
    palette = family.palette(dice.choice(fitting or ways))
    if not fitting:
        palette = _lent(palette, first)
    for colour in wish.colours[1:3]:
        if COLOURS[colour] not in _colours(palette):
            palette = _with_second(palette, COLOURS[colour])
    return palette


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
    known = families()
    leaning = leanings().get(wish.governorate)
    if wish.colours:
        wanted = {COLOURS[colour] for colour in wish.colours}
        shared = {code: len(wanted & set(family.colours.values())) for code, family in known.items()}
        most = max(shared.values())
        if most:
            fitting = [known[code] for code, count in shared.items() if count == most]
            return fitting + [family for family in fitting if leaning and family.code in leaning.families]
    if leaning:
        return [known[code] for code in leaning.families for _ in range(2)] + list(known.values())[:2]
    return list(known.values())
