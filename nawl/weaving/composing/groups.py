"""Symmetry groups of the plane and of the band: exact isometries, made from their generators, and a map to one domain.

Places are reckoned in the repeat's own axes: x and y run from 0 to 1 over one repeat. The axes stand upright for the
oblique, rectangular, rhombic and square kinds; for the hexagonal kind they open at 120 degrees and are equally long.
A generator is written as the International Tables for Crystallography (volume A, plane groups) write a place,
"-x+1/2, y+1/2". The rhombic groups (cm, cmm) use the centred rectangle as their repeat.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import product
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]
Kind = Literal["oblique", "rectangular", "rhombic", "square", "hexagonal", "band"]
HalfPlane = tuple[int, int, Fraction]
"""p, q, r: the places with p·x + q·y ≤ r."""
NEAR = 1e-9
_TERM = re.compile(r"([+-]?)(?:(\d+)(?:/(\d+))?|([xy]))")


@dataclass(frozen=True, order=True)
class Isometry:
    """A move of the plane in a repeat's axes: x' = a·x + b·y + s, y' = c·x + d·y + t, in whole numbers and fractions."""

    a: int
    b: int
    c: int
    d: int
    s: Fraction = Fraction(0)
    t: Fraction = Fraction(0)

    def after(self, other: Isometry) -> Isometry:
        """Return the move that does the other first and then this."""
        return Isometry(
            self.a * other.a + self.b * other.c,
            self.a * other.b + self.b * other.d,
            self.c * other.a + self.d * other.c,
            self.c * other.b + self.d * other.d,
            self.a * other.s + self.b * other.t + self.s,
            self.c * other.s + self.d * other.t + self.t,
        )

    def moved(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Return where places come to lie."""
        return self.a * x + self.b * y + float(self.s), self.c * x + self.d * y + float(self.t)

    @property
    def turns_over(self) -> bool:
        """Whether the move is a mirror or a glide."""
        return self.a * self.d - self.b * self.c < 0


def isometry(text: str) -> Isometry:
    """Read a move as crystallographers write it: "-x+1/2, y"."""
    (a, b, s), (c, d, t) = (_row(side) for side in text.replace(" ", "").split(","))
    return Isometry(a, b, c, d, s, t)


def _row(side: str) -> tuple[int, int, Fraction]:
    """Read one half of a move: how much of x, how much of y, and the shift."""
    turned, shift = {"x": 0, "y": 0}, Fraction(0)
    for sign, whole, part, axis in _TERM.findall(side):
        by = -1 if sign == "-" else 1
        if axis:
            turned[axis] += by
        else:
            shift += Fraction(by * int(whole), int(part or 1))
    return turned["x"], turned["y"], shift


@dataclass(frozen=True)
class Group:
    """A symmetry group: its kind of repeat, its generators besides the repeat itself, and one domain that it copies.

    `domain` is cut from the box 0 to `box` (in parts of the repeat, across and along) by half-planes.
    """

    code: str
    kind: Kind
    generators: tuple[Isometry, ...]
    box: tuple[Fraction, Fraction]
    name_ar: str
    name_en: str
    cuts: tuple[HalfPlane, ...] = ()

    @cached_property
    def elements(self) -> tuple[Isometry, ...]:
        """Every move of the group, but for whole repeats: what its generators make of each other."""
        found = {Isometry(1, 0, 0, 1)}
        fresh = set(found)
        while fresh:
            fresh = {self._within(one.after(other)) for one, other in product(self.generators, fresh)} - found
            found |= fresh
        return tuple(sorted(found, reverse=True))

    def _within(self, move: Isometry) -> Isometry:
        """Return the move less whole repeats; a band repeats only across."""
        t = move.t if self.kind == "band" else move.t % 1
        return Isometry(move.a, move.b, move.c, move.d, move.s % 1, t)

    @property
    def largest_turn(self) -> int:
        """How many turns make a full one, at the centre of greatest turning: 1, 2, 3, 4 or 6."""
        return max(_order(one) for one in self.elements if not one.turns_over)

    def has(self, x: Floats, y: Floats) -> NDArray[np.bool_]:
        """Tell which places lie in the domain, its edges included."""
        wide, high = self.box
        inside = (x >= -NEAR) & (y >= -NEAR) & (x <= float(wide) + NEAR) & (y <= float(high) + NEAR)
        for p, q, r in self.cuts:
            inside = inside & (p * x + q * y <= float(r) + NEAR)
        return inside

    def fold(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Return for every place of the plane the one place of the domain that the group carries to it.

        A place on the domain's edge may have several; the lowest, then the leftmost of them is taken.
        """
        x, y = np.broadcast_arrays(np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64))
        best_x, best_y = np.full(x.shape, np.inf), np.full(x.shape, np.inf)
        for element in self.elements:
            for at_x, at_y in self._images(element, x, y):
                there = np.flatnonzero(self.has(at_x, at_y))
                new_x, new_y = at_x.take(there), at_y.take(there)
                old_x, old_y = best_x.take(there), best_y.take(there)
                is_lower = (new_y < old_y - NEAR) | ((new_y <= old_y + NEAR) & (new_x < old_x - NEAR))
                best_x.put(there[is_lower], new_x[is_lower])
                best_y.put(there[is_lower], new_y[is_lower])
        return best_x, best_y

    def _images(self, element: Isometry, x: Floats, y: Floats) -> list[tuple[Floats, Floats]]:
        """Return where a move carries places, brought back to the first repeat."""
        at_x, at_y = element.moved(x, y)
        at_x = at_x - np.floor(at_x + NEAR)
        if self.kind == "band":
            return [(at_x, at_y)]
        return [(at_x, at_y - np.floor(at_y + NEAR))]


def _order(move: Isometry) -> int:
    """How often a turn is done until it has turned all round, by its trace."""
    if (move.a, move.b, move.c, move.d) == (1, 0, 0, 1):
        return 1
    return {-2: 2, -1: 3, 0: 4, 1: 6}[move.a + move.d]


def group(
    code: str,
    kind: Kind,
    generators: str,
    box: str,
    names: tuple[str, str],
    *cuts: HalfPlane,
) -> Group:
    """Return a group of its written generators ("; " between two) and the box of its domain ("1/2 1")."""
    wide, high = (Fraction(side) for side in box.split())
    moves = tuple(isometry(one) for one in generators.split(";") if one.strip())
    return Group(code, kind, moves, (wide, high), names[0], names[1], cuts)
