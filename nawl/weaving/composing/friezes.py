"""The 7 frieze groups: every way in which a band can repeat along its length; all of them exact in knots."""

from __future__ import annotations

from typing import Final

import numpy as np

from nawl.kit.errors import NotFound
from nawl.weaving.composing.groups import Group, group
from nawl.weaving.composing.wallpaper import Mirrors, repeat_of, source
from nawl.weaving.motifs.motif import Cells

FRIEZES: Final[tuple[Group, ...]] = (
    group("p111", "band", "", "1 1", ("تكرار وحده", "Repeat alone")),
    group("p1a1", "band", "x+1/2,-y+1", "1/2 1", ("خطوات متعاكسة", "Glide: footsteps")),
    group("pm11", "band", "-x,y", "1/2 1", ("مرايا قائمة", "Upright mirrors")),
    group("p1m1", "band", "x,-y+1", "1 1/2", ("مرآة على طول الشريط", "A mirror along the band")),
    group("p112", "band", "-x,-y+1", "1/2 1", ("أنصاف دورات", "Half turns")),
    group("pma2", "band", "-x,-y+1; -x+1/2,y", "1/4 1", ("مرايا قائمة وأنصاف دورات", "Upright mirrors and half turns")),
    group("pmm2", "band", "-x,y; x,-y+1", "1/2 1/2", ("مرايا متعامدة", "Mirrors both ways")),
)
"""By their crystallographic codes: p111, p1a1, pm11, p1m1, p112, pma2, pmm2 (hop, step, sidle, jump, spinning hop,
spinning sidle, spinning jump)."""


def frieze(code: str) -> Group:
    """Return a frieze group; raises `group_unknown` with those there are."""
    for one in FRIEZES:
        if one.code == code:
            return one
    raise NotFound("group_unknown", group=code, known=[one.code for one in FRIEZES])


def band(one: Group, unit: Cells, repeats: int = 1, mirrors: Mirrors = "between") -> Cells:
    """Return the unit copied along a band by the group, exactly in knots; the unit fills the box of its domain."""
    unit_high, unit_wide = unit.shape
    rows, columns = source(one, *repeat_of(one, unit_wide, unit_high, mirrors), mirrors)
    return np.tile(unit[rows, columns], (1, repeats))
