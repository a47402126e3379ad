"""F6, flat weave (بساط، كليم): the coloured weft is the surface, so yarn follows area and passes, not knots."""

from __future__ import annotations

from decimal import Decimal

from nawl.kit.errors import NotPossible
from nawl.weaving.classes import QualityClass
from nawl.weaving.reckoning.rounding import EXACT


def passes(length_cm: Decimal, per_cm: Decimal) -> Decimal:
    """Return weft passes along a piece."""
    return length_cm * per_cm


def weft_metres_of_area(area_cm2: Decimal, passes_per_cm: Decimal, crimp: Decimal) -> Decimal:
    """Return metres of weft that cover an area: a cm² holds so many passes of one cm."""
    return area_cm2 * passes_per_cm / 100 * (1 + crimp)


def cell_cm2(kh: Decimal, kv: Decimal) -> Decimal:
    """Return the area of one cell in cm²; densities in cells per dm."""
    return EXACT.divide(Decimal(100), kh * kv)


def crimp_of(quality: QualityClass) -> Decimal:
    """Return the crimp of a flat weave's weft: that of the class's first shot, nought where it gives none."""
    return quality.shots[0].crimp if quality.shots else Decimal(0)


def passes_of(quality: QualityClass) -> Decimal:
    """Return the passes per cm of a flat-woven class; raises `class_without_passes`."""
    if quality.passes_per_cm <= 0:
        raise NotPossible("class_without_passes", quality=quality.code)
    return quality.passes_per_cm
