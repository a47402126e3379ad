"""What a chart's parts are called: a pile carpet has knots and pile, a flat weave cells and coloured weft."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from nawl.weaving.classes import QualityClass


@dataclass(frozen=True)
class WeaveWords:
    """The words of one way of weaving, in the reader's language; `noun` counts its smallest part."""

    noun: str
    parts: str
    run: str
    lone: str
    off_symmetry: str
    yarn: str
    yarn_kg: str


def weave_words(quality: QualityClass) -> WeaveWords:
    """Return what the parts of a chart in this class are called."""
    if quality.mode == "flat":
        return WeaveWords(
            noun="cell",
            parts=_("Cells"),
            run=_("%(cells)s cells"),
            lone=_("Lone cells"),
            off_symmetry=_("Cells off the symmetry"),
            yarn=_("Coloured weft"),
            yarn_kg=_("Coloured weft, kg"),
        )
    return WeaveWords(
        noun="knot",
        parts=_("Knots"),
        run=_("%(cells)s knots"),
        lone=_("Lone knots"),
        off_symmetry=_("Knots off the symmetry"),
        yarn=_("Pile"),
        yarn_kg=_("Pile, kg"),
    )
