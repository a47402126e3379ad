"""Motifs (النقوش): traditional forms as own parametric drawings, with names, what is known of their origin, and rights."""

from nawl.weaving.motifs.borders import FRIEZE_UNITS, FriezeUnit, corner_block, frieze_unit
from nawl.weaving.motifs.motif import Cells, Motif, Part
from nawl.weaving.motifs.shelf import MOTIFS, motif, motifs_with

__all__ = [
    "FRIEZE_UNITS",
    "MOTIFS",
    "Cells",
    "FriezeUnit",
    "Motif",
    "Part",
    "corner_block",
    "frieze_unit",
    "motif",
    "motifs_with",
]
