"""Kilim bands (شريط الكليم): a quarter motif written in letters, mirrored twice, drawn as a repeating strip.

A motif is written as its upper-left quarter, one letter a knot; its last column and its last row are the axes.
So every band is symmetric both ways, reads alike from the right and from the left, and repeats without a seam.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

DYES = {
    "w": "#f2e8d5",  # undyed wool
    "k": "#33261d",  # walnut
    "m": "#9a2e2b",  # madder
    "i": "#1f3b5c",  # indigo
    "s": "#c98a1e",  # saffron
    "o": "#56682b",  # olive
    "b": "#6f94bc",  # faded indigo
    "t": "#c9a98a",  # camel
}
"""The dyes, by the letter that a chart is written with."""

QUARTERS = {
    "weave": (
        "bbbbbbbbbgaaa",
        "bbbbbbbggaaaa",
        "dbbbbggaaaacc",
        "ddbggaaaaccdd",
    ),
    "comb": (
        "aaaaaaaaaaaaa",
        "agaaagaaagaaa",
        "ggbgggdgggbgg",
        "gbbbgdddgbbbg",
    ),
    "step": (
        "aaaaaaaaaagbb",
        "aaaaaaagggbbb",
        "caaagggbbbbdd",
        "ccagbbbbbdddd",
    ),
    "eye": (
        "ggggggggggggg",
        "bgggggggggaaa",
        "bbbgggggaaacc",
        "bdbbgggaaccdd",
    ),
    "stars": (
        "gggggggggggga",
        "dgggggggggaaa",
        "ddggggggggaab",
        "cddgdgdggaabc",
    ),
    "hooks": (
        "bbggggbbggggg",
        "gbggggbgggaaa",
        "gbgbbbbgaaacc",
        "gbbbgggaaaccd",
    ),
    "rose": (
        "ggggggggggdaa",
        "bggggggggdaac",
        "bbgggdggaaacc",
        "cbbgdddgaaccd",
    ),
    "sea": (
        "gggaaaggggggg",
        "ggaabbaagggcg",
        "gaabggbaagccd",
        "aabgcgbbaaccd",
    ),
}
"""Quarters of motifs: g is the ground, a b c d are the colours that a place chooses.

The last four are taken from composed designs: the stars of «نجوم دمشق», the hooks of «ليل السويداء», the rose of «ورد الشام»,
the waves of «بحر اللاذقية».
"""


class Weave(NamedTuple):
    """How one band is woven: a motif, and the dyes of its ground and its four colours."""

    quarter: str
    dyes: str


PROGRAMME = "nawl"
BANDS = {
    PROGRAMME: Weave("weave", "wmiws"),
    "SY01": Weave("stars", "iwsms"),
    "SY02": Weave("step", "wkmsw"),
    "SY03": Weave("rose", "wmosm"),
    "SY04": Weave("step", "wmkws"),
    "SY05": Weave("eye", "imwsk"),
    "SY06": Weave("sea", "iwbms"),
    "SY07": Weave("comb", "wokms"),
    "SY08": Weave("weave", "wskmw"),
    "SY09": Weave("step", "wtkmw"),
    "SY10": Weave("weave", "wmksw"),
    "SY11": Weave("comb", "wmkis"),
    "SY12": Weave("eye", "mwksi"),
    "SY13": Weave("hooks", "kmwms"),
    "SY14": Weave("eye", "owskm"),
}
"""The programme's band and one for each governorate, by P-code."""

Chart = tuple[str, ...]
"""Rows of knots, one dye letter a knot, the first row on top."""


def mirrored(quarter: Chart) -> Chart:
    """Mirror a quarter over its last column and last row: one whole period, without a doubled seam."""
    half = tuple(row + row[-2:0:-1] for row in quarter)
    return half + half[-2::-1]


def band(name: str) -> Chart:
    """Return the chart of a named band; an unknown name is the programme's."""
    weave = BANDS.get(name, BANDS[PROGRAMME])
    dyed = str.maketrans("gabcd", weave.dyes)
    return tuple(row.translate(dyed) for row in mirrored(QUARTERS[weave.quarter]))


def runs(row: str) -> Iterator[tuple[int, int, str]]:
    """Yield the runs of one colour in a row of knots: where it starts, how long it is, its dye."""
    start = 0
    for x in range(1, len(row) + 1):
        if x == len(row) or row[x] != row[start]:
            yield start, x - start, row[start]
            start = x


def svg(chart: Chart, knot: int = 2, repeat: int = 1) -> str:
    """Draw a chart as SVG, `knot` pixels a knot, `repeat` periods side by side; one path a dye, sharp edges."""
    width, height = len(chart[0]) * repeat, len(chart)
    ground = _ground(chart)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width * knot}" height="{height * knot}" '
        f'viewBox="0 0 {width} {height}" shape-rendering="crispEdges">'
        f'<rect width="{width}" height="{height}" fill="{DYES[ground]}"/>'
        f"{''.join(paths(chart, ground, repeat))}</svg>\n"
    )


def _ground(chart: Chart) -> str:
    """The dye with the most knots; of equals the one that comes first."""
    return Counter("".join(chart)).most_common(1)[0][0]


def paths(chart: Chart, ground: str = "", repeat: int = 1) -> list[str]:
    """Return one SVG path a dye, in the order in which the dyes appear; the ground is left out."""
    strokes: dict[str, list[str]] = {}
    for y, row in enumerate(chart):
        for x, length, dye in runs(row * repeat):
            if dye != ground:
                strokes.setdefault(dye, []).append(f"M{x} {y}h{length}v1h-{length}z")
    return [f'<path fill="{DYES[dye]}" d="{"".join(drawn)}"/>' for dye, drawn in strokes.items()]
