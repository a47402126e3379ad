"""Forms by name: the composer's own and those of the shelf, all as `(wide, high) -> Cells` of exactly that size."""

from __future__ import annotations

from typing import Final

from nawl.weaving.composing.drawing import flowers, geometry
from nawl.weaving.composing.drawing.pen import AS_OWN, Draw, padded, remembered
from nawl.weaving.motifs import MOTIFS
from nawl.weaving.motifs.motif import Cells, Motif

OWN: Final[dict[str, Draw]] = {
    "star": geometry.star,
    "lozenge": geometry.lozenge,
    "hooked": geometry.hooked,
    "star_flower": geometry.star_flower,
    "ram_horn": geometry.ram_horn,
    "rosette": flowers.rosette,
    "daisy": flowers.daisy,
    "palmette": flowers.palmette,
    "lotus": flowers.lotus,
    "tulip": flowers.tulip,
    "bud": flowers.bud,
}
SHELF: Final[dict[str, Motif]] = {motif.code: motif for motif in MOTIFS}
FORMS: Final[frozenset[str]] = frozenset(OWN) | frozenset(SHELF)
STANDING: Final = frozenset(
    [
        "palmette",
        "lotus",
        "tulip",
        "bud",
        "ram_horn",
        "rams_horn",
        "carnation",
        "pomegranate",
        "cypress",
        "tree_of_life",
        "vine_leaf",
        "wheat_ear",
        "comb",
        "amulet",
        "ewer",
        "bird",
        "camel",
        "boteh",
        "hand",
        "jasmine",
        "scorpion",
    ]
)
"""Forms that look up: where a line of mirrors crosses them a rosette stands instead, for the mirror would cut them."""
LEANING: Final = frozenset(
    ["ewer", "bird", "camel", "boteh", "eye", "hand", "s_hook", "eightfold_interlace", "damask_rose"]
)
"""Forms whose left is not the mirror of their right."""


@remembered
def drawn(name: str, wide: int, high: int) -> Cells:
    """Draw a form; one of the shelf that needs more room than there is gives way to a small flower."""
    if name in OWN:
        return OWN[name](wide, high)
    motif = SHELF[name]
    if wide < motif.least[0] or high < motif.least[1]:
        return flowers.daisy(wide, high)
    return padded(AS_OWN[motif.draw(wide, high)], wide, high)


def standing(name: str, on_width: bool, on_length: bool) -> str:
    """Return the form to draw on the middle lines: `on_width` where left and right mirror, `on_length` where top and bottom do."""
    is_cut = (on_length and name in STANDING) or (on_width and name in LEANING)
    return "rosette" if is_cut else name
