"""Frieze units: the motifs that run along a band, how wide one repeat is for a height, and the square for a corner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from nawl.weaving.motifs.motif import Cells, Motif, Part
from nawl.weaving.motifs.shelf import motif
from nawl.weaving.motifs.strokes import Field, layers


@dataclass(frozen=True)
class FriezeUnit:
    """A motif that repeats along a band, with its outer side above.

    `proportion` is the natural width of one repeat to its height. `group` is the frieze group of the endless band.
    `fills` tells that no ground shows through, as with guards of two colours. `margin` is the share of a repeat that
    stays clear between two (motifs that do not join themselves).
    """

    code: str
    group: str
    proportion: float
    corner_code: str
    fills: bool = False
    margin: float = 0.0

    @property
    def motif(self) -> Motif:
        """The motif that is repeated."""
        return motif(self.code)

    @property
    def least_high(self) -> int:
        """The least height in knots at which the band is still read."""
        return self.motif.least[1]

    def natural(self, high: int) -> int:
        """Return the natural width of one repeat in knots for a height."""
        wide = max(self.motif.least[0], round(high * self.proportion))
        return wide + round(high * self.margin)

    def draw(self, wide: int, high: int) -> Cells:
        """Return one repeat of exactly that size; widths from 0.75 to 1.4 of the natural one keep the form."""
        clear = round(high * self.margin)
        cells = Field(wide, high).blank()
        left = clear // 2
        drawn = self.motif.draw(max(wide - clear, self.motif.least[0]), high)
        cells[:, left : left + drawn.shape[1]] = drawn[:, : wide - left]
        return cells

    def corner(self, size: int) -> Cells:
        """Return the square for a corner: a framed block that reads alike from both bands that meet in it."""
        return corner_block(self.corner_code, size)


def corner_block(code: str, size: int) -> Cells:
    """Return a square with a motif in a frame; without a frame where the motif needs the room."""
    field = Field(size, size, "eighth")
    cells = field.blank()
    least = max(motif(code).least)
    line = field.line
    inner = size - 4 * line
    if inner < least:
        inner = size
    else:
        layers(cells, field.x <= 1, (Part.OUTLINE, line), (Part.CLEAR, 1))
    if inner < least:
        return small_block(size)
    start = (size - inner) // 2
    room = cells[start : start + inner, start : start + inner]
    drawn = motif(code).draw(inner, inner)
    room[drawn != Part.CLEAR] = drawn[drawn != Part.CLEAR]
    return cells


def small_block(size: int) -> Cells:
    """Return a square of rings for bands too narrow for any motif."""
    field = Field(size, size, "eighth")
    cells = field.blank()
    layers(cells, field.x <= 1, (Part.OUTLINE, 1), (Part.LIGHT, 1), (Part.MAIN, size))
    return cells


FRIEZE_UNITS: Final[tuple[FriezeUnit, ...]] = (
    FriezeUnit("meander", "p111", 6 / 7, "concentric_diamonds"),
    FriezeUnit("palmyra", "pm11", 18 / 7, "eight_petal_flower"),
    FriezeUnit("running_dog", "p111", 1.15, "eight_petal_flower"),
    FriezeUnit("kilim_steps", "pm11", 1.0, "stepped_diamond", fills=True),
    FriezeUnit("trefoil", "pm11", 0.8, "concentric_diamonds", fills=True),
    FriezeUnit("rope", "p112", 0.8, "concentric_diamonds", fills=True),
    FriezeUnit("water", "pm11", 1.3, "concentric_diamonds"),
    FriezeUnit("chain", "pmm2", 1.5, "eight_petal_flower"),
    FriezeUnit("knot_band", "p112", 2.0, "eightfold_interlace"),
    FriezeUnit("vine_scroll", "p111", 2.0, "rosette"),
    FriezeUnit("latch_hooks", "pm11", 1.0, "stepped_diamond"),
    FriezeUnit("concentric_diamonds", "pmm2", 1.0, "concentric_diamonds"),
    FriezeUnit("stepped_diamond", "pmm2", 1.0, "stepped_diamond"),
    FriezeUnit("eight_petal_flower", "pmm2", 1.0, "eight_petal_flower", margin=0.2),
    FriezeUnit("rosette", "pmm2", 1.0, "rosette", margin=0.2),
    FriezeUnit("khatam", "pmm2", 1.0, "khatam", margin=0.1),
    FriezeUnit("tulip", "pm11", 0.72, "rosette", margin=0.2),
    FriezeUnit("carnation", "pm11", 0.8, "rosette", margin=0.2),
    FriezeUnit("pomegranate", "pm11", 0.8, "rosette", margin=0.2),
    FriezeUnit("jasmine", "pm11", 1.0, "rosette", margin=0.15),
    FriezeUnit("damask_rose", "pm11", 1.0, "rosette", margin=0.15),
    FriezeUnit("olive_branch", "pm11", 0.68, "rosette", margin=0.15),
    FriezeUnit("boteh", "p111", 0.66, "rosette", margin=0.2),
    FriezeUnit("eightfold_interlace", "p112", 1.0, "eightfold_interlace", margin=0.1),
    FriezeUnit("gul", "p112", 1.3, "khatam", margin=0.1),
    FriezeUnit("rams_horn", "pm11", 1.0, "stepped_diamond", margin=0.2),
    FriezeUnit("s_hook", "p112", 0.8, "concentric_diamonds", margin=0.25),
)
"""Every motif that runs along a band, with what a border needs to know of it."""


def frieze_unit(code: str) -> FriezeUnit | None:
    """Return how a motif runs along a band, or None where it does not."""
    return next((one for one in FRIEZE_UNITS if one.code == code), None)
