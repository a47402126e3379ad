"""Motifs (النقوش): traditional forms as own parametric drawings, with names, what is known of their origin, and rights."""

from nawl.weaving.motifs.motif import Cells, Motif, Part
from nawl.weaving.motifs.shelf import MOTIFS, motif, motifs_with

__all__ = ["MOTIFS", "Cells", "Motif", "Part", "motif", "motifs_with"]
