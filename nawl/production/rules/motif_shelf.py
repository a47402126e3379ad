"""How the shelf of motifs is shown: the words of its tags, the dyes of a motif's parts, a motif as a picture."""

from __future__ import annotations

from typing import Final

import numpy as np
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from PIL import Image

from nawl.production.rules.pictures import as_png
from nawl.weaving.motifs.motif import Cells, Part

TAGS: Final[dict[str, Promise]] = {
    "star": _("stars"),
    "lozenge": _("lozenges"),
    "flower": _("flowers"),
    "tree": _("trees and leaves"),
    "animal": _("animals"),
    "hooks": _("hooks"),
    "interlace": _("interlace"),
    "meander": _("meanders"),
    "kilim": _("for flat weave"),
    "field": _("for the field"),
    "border": _("for the border"),
    "medallion": _("for the medallion"),
    "corner": _("for the corner"),
}
"""The tags that are offered as filters, in this order; a motif may bear others, which search alone finds."""

_DYES: Final = {
    Part.OUTLINE: (51, 38, 29),
    Part.MAIN: (154, 46, 43),
    Part.SECOND: (31, 59, 92),
    Part.ACCENT: (201, 138, 30),
    Part.HEART: (111, 148, 188),
    Part.LIGHT: (250, 244, 232),
}


def motif_picture(cells: Cells, longest: int) -> bytes:
    """Return a motif as PNG, each knot a square of whole pixels, the ground clear; `longest` is its longer side."""
    scale = max(1, longest // max(cells.shape))
    image = Image.fromarray(np.kron(cells, np.ones((scale, scale), dtype=np.uint8)))
    image.putpalette([part for index in range(len(Part)) for part in _DYES.get(Part(index), (0, 0, 0))])
    image.info["transparency"] = int(Part.CLEAR)
    return as_png(image)


def scaled(cells: Cells, wide: int, high: int) -> Cells:
    """Return cells enlarged by the whole number that fits a size; never smaller than they were drawn."""
    times = max(1, min(wide // cells.shape[1], high // cells.shape[0]))
    enlarged: Cells = np.kron(cells, np.ones((times, times), dtype=np.uint8))
    return enlarged
