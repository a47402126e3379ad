"""F4, pile yarn (خيط الوبر): metres, grams and hanks of one colour. Sources: WORKSHOP 8 F4 (17, 29)."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from nawl.weaving.classes import QualityClass
from nawl.weaving.reckoning.rounding import EXACT, ceiling

SHEAR_MM: Final = Decimal(1)
"""What shearing takes off each end of the pile, where nobody has measured it."""


def knot_length_mm(pile_mm: Decimal, kh: Decimal, *, is_symmetric: bool, shear_mm: Decimal = SHEAR_MM) -> Decimal:
    """Estimate the yarn that one knot takes, in mm: both ends with what is sheared, and the way round its two warps.

    2 (pile + shear) + 3 · 100 / kh, of an asymmetric knot 2 · 100 / kh; kh in knots per dm. A unit's own pieces
    calibrate it later (F14).
    """
    way = EXACT.divide(Decimal(100), kh) * (3 if is_symmetric else 2)
    return 2 * (pile_mm + shear_mm) + way


def knot_mm_of(quality: QualityClass) -> Decimal:
    """Return what the class says one knot takes, in mm, else the estimate; raises `class_without_density`."""
    if quality.knot_mm:
        return quality.knot_mm
    is_symmetric = quality.knot == "symmetric"
    return knot_length_mm(quality.pile_mm, quality.density()[0], is_symmetric=is_symmetric)


def pile_metres(knots: int, knot_mm: Decimal) -> Decimal:
    """Return metres of yarn in so many knots of so many mm."""
    return knots * knot_mm / 1000


def grams(metres: Decimal, tex: Decimal) -> Decimal:
    """Return the mass in g of so many metres of a yarn in tex (g/km)."""
    return metres * tex / 1000


def with_waste(net_g: Decimal, waste: Decimal) -> Decimal:
    """Return the grams to hand out: net and the share that is lost (0.08 is 8 %)."""
    return net_g * (1 + waste)


def hanks(gross_g: Decimal, hank_g: Decimal) -> int:
    """Return whole hanks (شلل) that hold so many grams."""
    return ceiling(EXACT.divide(gross_g, hank_g))
