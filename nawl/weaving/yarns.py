"""Yarns (غزول): the colours that a workshop can weave with, and how much of each lies in stock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

import numpy as np

from nawl.weaving.colour import ciede2000, lab

UNSET = 255
"""The index of a knot that has no yarn yet; so a chart has at most 250 yarns."""
MOST_YARNS = 250


@dataclass(frozen=True)
class Lot:
    """One dye lot (دفعة صباغ) of a yarn: its number, the grams on hand, and the price of a kilogram where known."""

    number: str
    grams: Decimal
    price_kg: Decimal | None = None


@dataclass(frozen=True)
class Yarn:
    """A yarn in one colour: the unit's code and words for it, its colour, its sign, what is in stock.

    `grams` is None where the stock is not known. `lab` is CIELAB, measured where it can be, else reckoned from `srgb` to
    four places, which are the same on every machine. `hank_g` is the mass of one hank (شلّة) in grams.
    """

    code: str
    name_ar: str
    name_en: str
    srgb: tuple[int, int, int]
    lab: tuple[float, float, float] = field(default=(-1.0, 0.0, 0.0))
    symbol: str = ""
    grams: Decimal | None = None
    lots: tuple[Lot, ...] = ()
    tex: Decimal | None = None
    hank_g: Decimal = Decimal(250)

    def __post_init__(self) -> None:
        if self.lab[0] < 0:
            first, second, third = (round(float(part), 4) + 0.0 for part in lab(self.srgb))
            object.__setattr__(self, "lab", (first, second, third))

    def name(self, language: str) -> str:
        """Return the unit's word for the colour; English falls back to Arabic."""
        return self.name_en if language == "en" and self.name_en else self.name_ar

    @property
    def hex(self) -> str:
        """The colour as `#rrggbb`."""
        red, green, blue = self.srgb
        return f"#{red:02x}{green:02x}{blue:02x}"


def far_apart(yarns: Sequence[Yarn], most: int) -> tuple[Yarn, ...]:
    """Return so many yarns in the order of the shelf: the darkest, then always the one least like those taken."""
    if len(yarns) <= most:
        return tuple(yarns)
    labs = np.array([yarn.lab for yarn in yarns])
    taken = [int(labs[:, 0].argmin())]
    away = ciede2000(labs, labs[taken[0]])
    while len(taken) < most:
        taken.append(int(away.argmax()))
        away = np.minimum(away, ciede2000(labs, labs[taken[-1]]))
    return tuple(yarns[place] for place in sorted(taken))
