"""Shades (درجات الألوان): which yarns a colour's word means when a buyer refuses it, the near ones with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Final

import numpy as np

from nawl.weaving.colour import ciede2000, lab
from nawl.weaving.composing.dyes import rgb
from nawl.weaving.composing.families import COLOURS

_REDS: Final = "#9a2e2b #631c2a #971c42 #ad4d31 #cb7055 #723523"
_BLUES: Final = "#41658f #203c5e #131f33 #7c9bb9 #b3c6cf #728189 #4d9092"
SHADES: Final[Mapping[str, tuple[str, ...]]] = {
    word: (COLOURS[word], *near.split())
    for word, near in {
        "red": _REDS,
        "wine": "",
        "pink": "#dba893",
        "coral": "#dba893",
        "pomegranate": "",
        "blue": _BLUES,
        "navy": "#131f33",
        "sky": "#b3c6cf",
        "turquoise": "",
        "green": "#537a58 #767640 #454a29 #bbb980 #4d9092",
        "olive": "#454a29 #bbb980",
        "yellow": "#ead68f #c98a1e",
        "saffron": "#a56a2a",
        "orange": "#ad4d31 #cb7055 #c98a1e",
        "brick": "",
        "brown": "#59402c #372519 #7d5f43 #a5835c #a56a2a",
        "camel": "#a5835c",
        "white": "#e2d2b0",
        "black": "",
        "grey": "#728189",
        "purple": "#927393",
    }.items()
}
"""The shades of the shipped yarns that each word means when it is refused, the one that a wish takes first.

A broad word takes the narrower ones in, and some are of two: chestnut is a brown that a buyer without red calls red.
"""


def are_of(words: Sequence[str], labs: Iterable[Sequence[float]]) -> list[bool]:
    """Tell for each colour (CIELAB) whether one of the words means it: whether the shade nearest to it is one of theirs."""
    meant = {shade for word in words for shade in SHADES[word]}
    return [_nearest(tuple(round(float(part), 4) for part in one)) in meant for one in labs] if meant else []


def is_of(words: Sequence[str], colour: str) -> bool:
    """Tell whether one of the words means a colour `#rrggbb`."""
    return bool(words) and are_of(words, [lab(rgb(colour)).tolist()])[0]


def shade_of(word: str, without: Sequence[str] = ()) -> str:
    """Return the shade that a wished colour takes: its first that none of the refused words means; none where all are."""
    return next((shade for shade in SHADES[word] if not is_of(without, shade)), "")


def shades_left(without: Sequence[str]) -> list[str]:
    """Return the shades that none of the words means."""
    return [shade for shade in _known() if not is_of(without, shade)]


@cache
def _known() -> tuple[str, ...]:
    return tuple(dict.fromkeys(shade for shades in SHADES.values() for shade in shades))


@cache
def _nearest(colour: tuple[float, ...]) -> str:
    labs = lab(np.array([rgb(shade) for shade in _known()], np.uint8))
    return _known()[int(ciede2000(np.array(colour)[None], labs).argmin())]
