"""Kinds of pieces, styles, and what goes with what: the tables that proposals are drawn from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Kind:
    """A kind of piece: its size and class where the wish says none, what its field may be, how broad its border is."""

    size_cm: tuple[int, int]
    quality: str
    patterns: tuple[str, ...]
    border: float = 0.085


KINDS: Final[dict[str, Kind]] = {
    "salon": Kind(
        (200, 300),
        "300",
        (
            "scroll",
            "medallion",
            "khatam",
            "allover",
            "trellis",
            "starred",
            "column",
            "garden",
            "niches",
            "grouped",
        ),
    ),
    "runner": Kind((80, 300), "300", ("column", "trellis", "allover", "khatam", "scroll"), 0.075),
    "prayer": Kind((80, 120), "360", ("niche",), 0.09),
    "panel": Kind((60, 90), "wall", ("tree", "scroll", "medallion", "trellis", "khatam", "garden"), 0.095),
    "kilim": Kind((150, 220), "kilim", ("bands", "serrated", "column", "allover", "starred"), 0.085),
}
STYLES: Final[dict[str, tuple[str, ...]]] = {
    "geometric": ("allover", "khatam", "starred", "column", "trellis", "serrated", "bands"),
    "floral": ("scroll", "medallion", "trellis", "tree", "niche", "garden", "niches", "grouped", "letters"),
    "medallion": ("medallion", "starred"),
    "plain": ("trellis", "khatam", "bands", "serrated"),
}
FLORAL_UNITS: Final = ("vine", "garland", "rosettes", "vine", "garland", "carnation", "tulip")
GEOMETRIC_UNITS: Final = ("stars", "lozenges", "hooks", "rosettes", "eightfold", "rams_horn")
BY_MOTIF: Final[dict[str, str]] = {
    "tree": "tree",
    "niche": "niche",
    "trellis": "trellis",
    "vine": "scroll",
    "stripes": "bands",
    "garden": "garden",
    "kufic": "letters",
}
"""Motifs of a wish that are a field of their own."""
MINORS: Final[dict[bool, tuple[str, ...]]] = {
    True: ("meander", "meander", "beads", "chain"),
    False: ("waves", "chain", "beads", "merlons", "trefoil", "kilim_steps"),
}
PAIRS: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "allover": (
        ("star", "lozenge"),
        ("star_flower", "star"),
        ("rosette", "daisy"),
        ("hooked_lozenge", "star"),
        ("boteh", "daisy"),
        ("carnation", "daisy"),
        ("khatam", "lozenge"),
        ("pomegranate", "star_flower"),
    ),
    "khatam": (("eight_petal_flower", "rosette"), ("star_flower", "rosette"), ("star", "star_flower")),
    "trellis": (
        ("rosette", "tulip"),
        ("star", "star_flower"),
        ("pomegranate", "rosette"),
        ("palmette", "rosette"),
        ("lozenge", "star"),
        ("carnation", "eight_petal_flower"),
        ("damask_rose", "rosette"),
    ),
    "scroll": (
        (),
        ("rosette", "lotus"),
        ("rosette", "carnation"),
        ("damask_rose", "palmette"),
        ("eight_petal_flower", "tulip"),
    ),
    "medallion": ((), ("rosette", "lotus"), ("rosette", "tulip")),
    "garden": ((), ("cypress", "rosette", "damask_rose", "pomegranate"), ("star", "carnation", "tulip", "jasmine")),
    "niches": ((), ("lotus", "palmette"), ("carnation", "pomegranate", "tulip")),
    "grouped": (("damask_rose",), ("carnation",), ("rosette",), ("palmette",), ("eight_petal_flower",)),
    "column": (("star",), ("khatam",), ("rosette",), ("lozenge",)),
    "starred": (("star_flower", "star"), ("star", "lozenge"), ("eight_petal_flower", "star")),
    "bands": (
        ("kilim", "waves", "stars", "merlons", "lozenges", "waves"),
        ("lozenges", "beads", "kilim", "waves", "stars", "beads"),
        ("hooks", "waves", "kilim", "beads", "stars", "waves"),
    ),
}
"""Motifs that go together, by pattern: the greater first."""
SIZES: Final[dict[str, tuple[float, int]]] = {
    "scroll": (0.062, 28),
    "medallion": (0.056, 26),
    "allover": (0.13, 40),
    "khatam": (0.13, 44),
    "trellis": (0.15, 56),
    "column": (0.52, 80),
    "starred": (0.07, 24),
    "serrated": (0.12, 24),
    "bands": (0.15, 28),
    "garden": (0.13, 56),
    "niches": (0.15, 56),
    "grouped": (0.13, 48),
    "tree": (0.15, 38),
    "niche": (0.11, 26),
}
"""A repeat's share of the width, and the knots it needs at least to be read."""
