"""The words of a carpet's parts: fields, borders, medallions, forms, as the composer's page offers them."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PATTERNS: Final[dict[str, Promise]] = {
    "plain": _("plain ground"),
    "scroll": _("scrolling vines"),
    "allover": _("motifs all over"),
    "khatam": _("field of stars"),
    "trellis": _("trellis"),
    "column": _("medallions in a row"),
    "serrated": _("serrated lozenges"),
    "bands": _("bands"),
    "tree": _("tree of life"),
    "niche": _("prayer niche"),
    "letters": _("a word in Kufic"),
    "garden": _("garden of panels"),
    "niches": _("rows of niches"),
    "grouped": _("repeat by a symmetry group"),
}
UNITS: Final[dict[str, Promise]] = {
    "plain": _("plain stripe"),
    "vine": _("vine with rosettes"),
    "garland": _("garland"),
    "meander": _("winding stem"),
    "rosettes": _("rosettes"),
    "stars": _("stars"),
    "lozenges": _("lozenges"),
    "hooks": _("hooked lozenges"),
    "merlons": _("merlons"),
    "waves": _("waves"),
    "beads": _("beads"),
    "chain": _("chain"),
    "kilim": _("kilim steps and lozenges"),
    "tulip": _("tulips"),
    "carnation": _("carnations"),
    "kilim_steps": _("steps"),
    "trefoil": _("trefoils"),
    "water": _("running water"),
    "rams_horn": _("ram's horns"),
    "eightfold": _("eightfold interlace"),
}
SHAPES: Final[dict[str, Promise]] = {
    "lobed": _("lobed"),
    "pointed": _("pointed"),
    "almond": _("almond"),
    "octagon": _("octagon"),
    "rhomb": _("lozenge"),
    "star": _("star"),
}
FORMS: Final[dict[str, Promise]] = {
    "star": _("star"),
    "lozenge": _("lozenge"),
    "hooked": _("hooked lozenge"),
    "star_flower": _("star flower"),
    "ram_horn": _("ram's horn"),
    "rosette": _("rosette"),
    "daisy": _("daisy"),
    "palmette": _("palmette"),
    "lotus": _("lotus"),
    "tulip": _("tulip"),
    "bud": _("bud"),
}
"""The composer's own forms; those of the shelf bear their names there."""


def word_of(table: dict[str, Promise], code: str) -> str:
    """Return the word of a part, or its code where the table has none yet."""
    return str(table.get(code, code.replace("_", " ")))
