"""The shelf of motifs: every form with its words, its rights, and how it is drawn."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from nawl.kit.errors import NotFound
from nawl.weaving.motifs import bands, beasts, flowers, interlace, signs, stars, trees, works
from nawl.weaving.motifs.motif import Cells, Motif

WORDS: Final = Path(__file__).with_name("words.toml")
RIGHTS: Final = "Traditional form; own drawing; Apache-2.0"
DRAWINGS: Final[Mapping[str, Callable[[int, int], Cells]]] = {
    "khatam": stars.khatam,
    "star_rings": stars.star_rings,
    "hooked_lozenge": stars.hooked_lozenge,
    "stepped_diamond": stars.stepped_diamond,
    "concentric_diamonds": stars.concentric_diamonds,
    "eight_petal_flower": stars.eight_petal_flower,
    "rosette": stars.rosette,
    "medallion": stars.medallion,
    "gul": stars.gul,
    "tulip": flowers.tulip,
    "carnation": flowers.carnation,
    "pomegranate": flowers.pomegranate,
    "jasmine": flowers.jasmine,
    "damask_rose": flowers.damask_rose,
    "boteh": flowers.boteh,
    "cypress": trees.cypress,
    "tree_of_life": trees.tree_of_life,
    "vine_leaf": trees.vine_leaf,
    "wheat_ear": trees.wheat_ear,
    "olive_branch": trees.olive_branch,
    "rams_horn": signs.rams_horn,
    "comb": signs.comb,
    "eye": signs.eye,
    "hand": signs.hand,
    "amulet": signs.amulet,
    "s_hook": signs.s_hook,
    "scorpion": signs.scorpion,
    "spider": signs.spider,
    "ewer": signs.ewer,
    "figure": signs.figure,
    "noria": works.noria,
    "lamp": works.lamp,
    "arch": works.arch,
    "bird": beasts.bird,
    "camel": beasts.camel,
    "eightfold_interlace": interlace.eightfold_interlace,
    "knot_band": interlace.knot_band,
    "meander": bands.meander,
    "palmyra": bands.palmyra,
    "running_dog": bands.running_dog,
    "kilim_steps": bands.kilim_steps,
    "trefoil": bands.trefoil,
    "rope": bands.rope,
    "water": bands.water,
    "chain": bands.chain,
    "vine_scroll": bands.vine_scroll,
    "latch_hooks": bands.latch_hooks,
}


def _motif(row: Mapping[str, Any]) -> Motif:
    """Return a motif of its words; `stretches` is said only where it does not."""
    wide, high = row["least"]
    return Motif(
        code=row["code"],
        name_ar=row["name_ar"],
        name_en=row["name_en"],
        origin_ar=row["origin_ar"],
        origin_en=row["origin_en"],
        rights=RIGHTS,
        tags=tuple(row["tags"]),
        least=(wide, high),
        draw=DRAWINGS[row["code"]],
        is_stretchy=row.get("stretches", True),
        symmetry=row.get("symmetry", "none"),
    )


MOTIFS: Final[tuple[Motif, ...]] = tuple(map(_motif, tomllib.loads(WORDS.read_text(encoding="utf-8"))["motif"]))


def motif(code: str) -> Motif:
    """Return the motif of a code; raises `motif_unknown` with those there are."""
    for one in MOTIFS:
        if one.code == code:
            return one
    raise NotFound("motif_unknown", motif=code, known=[one.code for one in MOTIFS])


def motifs_with(*tags: str) -> tuple[Motif, ...]:
    """Return the motifs that carry every one of the tags."""
    return tuple(one for one in MOTIFS if set(tags) <= set(one.tags))
