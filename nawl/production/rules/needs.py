"""How much yarn one knot takes, as the studio shows it while a chart is drawn."""

from __future__ import annotations

from decimal import Decimal

from nawl.weaving.classes import QualityClass
from nawl.weaving.yarns import Yarn

_MM_A_KM = Decimal(1_000_000)


def grams_a_knot(quality: QualityClass, yarn: Yarn) -> Decimal:
    """Return the grams of a yarn that one knot takes, waste included (F4; one cell of flat weave by F6)."""
    tex = yarn.tex or quality.pile_tex
    length = _cell_mm(quality) if quality.mode == "flat" else _knot_mm(quality)
    return length * tex / _MM_A_KM * (1 + quality.waste)


def _knot_mm(quality: QualityClass) -> Decimal:
    """The length of yarn in a knot; estimated from pile and density where the class does not know it (F4)."""
    if quality.knot_mm is not None:
        return quality.knot_mm
    across, _along = quality.density()
    turns = 3 if quality.knot == "symmetric" else 2
    return 2 * quality.pile_mm + turns * 100 / across


def _cell_mm(quality: QualityClass) -> Decimal:
    """The length of weft in one cell: its width, once for each pass of its height, with the crimp of the first shot."""
    across, along = quality.density()
    crimp = quality.shots[0].crimp if quality.shots else Decimal(0)
    return 100 / across * (quality.passes_per_cm * 10 / along) * (1 + crimp)
