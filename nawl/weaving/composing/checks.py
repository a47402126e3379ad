"""What every proposal has to pass: it can be woven, no colour drowns the rest, neighbours part, its picture is not empty."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nawl.weaving.composing.dyes import distances
from nawl.weaving.composing.recipe import Palette, Role
from nawl.weaving.composing.stage import Roles
from nawl.weaving.lone import isolated

LEAST_RUN = 2.6
"""Knots of one colour on end in the mean; a photograph with error diffusion has 1.7 and is hardly weavable (WORKSHOP 0.4)."""
MOST_LONE = 0.004
LARGEST = (0.16, 0.72)
"""The share of the commonest colour: under it a carpet has no ground, over it nothing happens in it."""
PLACES_APART = 14.0
"""ΔE2000 between the grounds that lie against each other."""


@dataclass(frozen=True)
class Look:
    """Measures of a sheet of roles or yarns: mean run in knots, share of lone knots, share of the commonest colour."""

    run: float
    lone: float
    largest: float

    @property
    def is_good(self) -> bool:
        """Whether it can be woven and is neither empty nor confetti."""
        return self.run >= LEAST_RUN and self.lone <= MOST_LONE and LARGEST[0] <= self.largest <= LARGEST[1]


def look_at(sheet: Roles) -> Look:
    """Measure a sheet of indices."""
    changes = int(np.count_nonzero(sheet[:, 1:] != sheet[:, :-1])) + sheet.shape[0]
    counts = np.bincount(sheet.ravel())
    return Look(sheet.size / changes, float(isolated(sheet).mean()), float(counts.max()) / sheet.size)


def parts(palette: Palette) -> bool:
    """Whether the grounds that meet are told apart: field and medallion, field and corners, border and its neighbours."""
    apart = distances(palette)
    meeting = (
        (Role.GROUND, Role.MEDALLION),
        (Role.GROUND, Role.CORNER),
        (Role.GROUND, Role.BORDER),
        (Role.BORDER, Role.MINOR),
    )
    return all(apart[one, other] >= PLACES_APART for one, other in meeting)
