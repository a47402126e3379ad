"""Tables of the production: classes, yarns and lots, designs and their chart versions, copies, printings, motifs."""

from nawl.production.models.copies import ChartCopy, PrintJob
from nawl.production.models.designs import ChartColour, ChartFile, ChartVersion, Design, DesignPicture, DraftSave
from nawl.production.models.motifs import OwnMotif
from nawl.production.models.reference import QualityClass, YarnColour, YarnType
from nawl.production.models.stock import LotCount, YarnLot

__all__ = [
    "ChartColour",
    "ChartCopy",
    "ChartFile",
    "ChartVersion",
    "Design",
    "DesignPicture",
    "DraftSave",
    "LotCount",
    "OwnMotif",
    "PrintJob",
    "QualityClass",
    "YarnColour",
    "YarnLot",
    "YarnType",
]
