"""F5, warp and weft (السدى واللحمة) of a pile carpet, and the check of a piece's mass. Sources: WORKSHOP 8 F5 (17a, 17c).

The sources' own example of the thick weft is wrong (it counts 60 × 24 rows instead of 40 × 24); the figures here are right.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from nawl.weaving.reckoning.rounding import EXACT


def warp_ends(wide: int, warps_per_cell: int, selvedge: int) -> int:
    """Return warp threads: so many a knot (two in pile weave), and those of the selvedges."""
    return wide * warps_per_cell + selvedge


def warp_metres(ends: int, length_cm: Decimal, extra_cm: Decimal) -> Decimal:
    """Return metres of warp: each thread as long as the piece and what the loom and the fringe take."""
    return ends * (length_cm + extra_cm) / 100


def weft_metres(rows: int, width_cm: Decimal, crimp: Decimal) -> Decimal:
    """Return metres of one weft shot that is laid in every row; crimp is the share by which it is longer."""
    return rows * width_cm / 100 * (1 + crimp)


class Mass(StrEnum):
    """How a piece's mass lies to the range of its class."""

    LIGHT = "light"
    FIT = "fit"
    HEAVY = "heavy"
    UNKNOWN = "unknown"


def mass_kg_m2(total_g: Decimal, area_m2: Decimal) -> Decimal:
    """Return kg per m² of a piece before shearing and washing."""
    return EXACT.divide(total_g / 1000, area_m2)


def check_mass(kg_m2: Decimal, low: Decimal | None, high: Decimal | None) -> Mass:
    """Say whether a mass lies in a class's range, ends included; unknown where the class gives no range."""
    if low is None and high is None:
        return Mass.UNKNOWN
    if low is not None and kg_m2 < low:
        return Mass.LIGHT
    return Mass.HEAVY if high is not None and kg_m2 > high else Mass.FIT
