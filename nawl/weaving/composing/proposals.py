"""Proposals (المقترحات): good recipes at a click, each the same again from its seed, unlike each other on one page."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from nawl.kit.errors import NotPossible
from nawl.weaving.classes import QualityClass, find_class
from nawl.weaving.composing.bordering import borders_for
from nawl.weaving.composing.colouring import ensure_colours, palette_for
from nawl.weaving.composing.comparing import distance, is_good
from nawl.weaving.composing.drawing.forms import FORMS
from nawl.weaving.composing.families import leanings
from nawl.weaving.composing.kinds import (
    BY_MOTIF,
    FLORAL_UNITS,
    GEOMETRIC_UNITS,
    KINDS,
    MINORS,
    PAIRS,
    SIZES,
    STYLES,
    Kind,
)
from nawl.weaving.composing.patterns.panels import GROUPS
from nawl.weaving.composing.recipe import BorderPlan, FieldPlan, MedallionPlan, Recipe
from nawl.weaving.composing.wish import Wish
from nawl.weaving.frame import Frame

MOST: Final = 48
"""Proposals on one page at most."""
LEAST_KNOTS: Final = 40
"""Knots of the shorter side below which borders and a field find no room."""


def proposals(wish: Wish, count: int = 12, seed: int = 0, quality: QualityClass | None = None) -> list[Recipe]:
    """Return `count` good recipes for a wish, as unlike each other as the wish leaves room for; the same from the same seed.

    `quality` is a class of a register, and goes before the one that the wish names. Raises `carpet_too_small` where the
    wished size has no room for a border and a field, `colours_refused` where the wish leaves too few colours.
    """
    count = max(1, min(count, MOST))
    chosen = quality or find_class(wish.quality or KINDS[kind_of(wish)].quality)
    _ensure_room(wish, chosen)
    ensure_colours(wish.without)
    drawn = [_drawn(wish, chosen, seed, n) for n in range(count * 3)]
    return list(_varied(drawn, count, chosen))


def _ensure_room(wish: Wish, quality: QualityClass) -> None:
    if wish.size_cm:
        frame = Frame(quality, *wish.size_cm)
        if min(frame.wide, frame.high) < LEAST_KNOTS:
            raise NotPossible("carpet_too_small", wide=frame.wide, high=frame.high, least=LEAST_KNOTS)


def _varied(drawn: Sequence[Recipe], count: int, quality: QualityClass) -> Iterator[Recipe]:
    """Begin with the first, then take again and again the one farthest from all taken that is good."""
    left, taken = list(drawn), list[Recipe]()
    apart = [float("inf")] * len(left)
    while left and len(taken) < count:
        at = max(range(len(left)), key=lambda n: (apart[n], -n))
        best = left.pop(at)
        apart.pop(at)
        if is_good(best, quality):
            taken.append(best)
            apart = [min(before, distance(best, one)) for before, one in zip(apart, left, strict=True)]
            yield best


def _drawn(wish: Wish, quality: QualityClass, seed: int, number: int) -> Recipe:
    """Draw one recipe by the dice of its seed and number; the first choices of a leaning come up more often."""
    drawn = f"{seed}:{number}:{wish}:{quality.key}" + "".join(f":{word}" for word in wish.without)
    dice = random.Random(drawn)  # noqa: S311 - a design, no secret
    code = kind_of(wish)
    width, length = wish.size_cm or tuple(Decimal(side) for side in KINDS[code].size_cm)
    pattern = dice.choice(_patterns(wish, KINDS[code]))
    per_cm = float(quality.density()[0]) / 10
    return Recipe(
        quality=quality.key,
        width_cm=str(width),
        length_cm=str(length),
        palette=palette_for(wish, dice),
        borders=_borders(wish, code, pattern, float(min(width, length)), per_cm, dice),
        field=_field(wish, pattern, float(width), per_cm, dice),
        medallion=_medallion(pattern, float(length / width), dice),
        kind=code,
        seed=seed * 1000 + number,
        without=wish.without,
    )


def _borders(
    wish: Wish, kind: str, pattern: str, width_cm: float, per_cm: float, dice: random.Random
) -> tuple[BorderPlan, ...]:
    """Floral borders for floral fields, geometric for geometric; rows of flat weave have stripes alone."""
    if kind == "kilim" and pattern == "bands":
        return BorderPlan("plain", 1.2, "dark"), BorderPlan("plain", 1.6, "first"), BorderPlan("plain", 0.8, "dark")
    is_floral = (
        kind != "kilim" and pattern in STYLES["floral"] and not (pattern == "trellis" and "geometric" in wish.styles)
    )
    unit = "kilim" if kind == "kilim" and dice.random() < 0.5 else _unit(wish, is_floral, dice)
    return borders_for(width_cm, per_cm, unit, dice.choice(MINORS[is_floral]), KINDS[kind].border, dice.randrange(2))


def kind_of(wish: Wish) -> str:
    """Return the kind that a wish names; where it names none, by its motif or its size, else a salon carpet."""
    if wish.kind:
        return wish.kind
    if "niche" in wish.motifs:
        return "prayer"
    if "tree" in wish.motifs or "kufic" in wish.motifs or wish.words:
        return "panel"
    if wish.size_cm is not None:
        width, length = wish.size_cm
        if length >= width * Decimal("2.4"):
            return "runner"
        if max(width, length) <= 120:
            return "panel"
    return "salon"


def _patterns(wish: Wish, kind: Kind) -> list[str]:
    named = [BY_MOTIF[motif] for motif in wish.motifs if motif in BY_MOTIF]
    if wish.words:
        named = ["letters"]
    if named:
        return named
    offered = [pattern for pattern in kind.patterns if all(pattern in STYLES[style] for style in wish.styles)]
    if not offered:
        offered = [
            pattern for style in wish.styles for pattern in STYLES[style] if pattern not in {"niche", "tree", "letters"}
        ]
    leaning = leanings().get(wish.governorate)
    liked = [pattern for pattern in offered if leaning and pattern in leaning.patterns]
    return offered + liked


def _unit(wish: Wish, is_floral: bool, dice: random.Random) -> str:
    offered = list(FLORAL_UNITS if is_floral else GEOMETRIC_UNITS)
    leaning = leanings().get(wish.governorate)
    return dice.choice(offered + [unit for unit in offered if leaning and unit in leaning.units])


def _field(wish: Wish, pattern: str, width_cm: float, per_cm: float, dice: random.Random) -> FieldPlan:
    motifs = dice.choice(PAIRS.get(pattern, ((),)))
    wished = tuple(motif for motif in wish.motifs if motif in FORMS)
    if wished and pattern in PAIRS and pattern != "bands":
        motifs = (*wished, *(motif for motif in motifs if motif not in wished))[: max(1, len(motifs))]
    share, least = SIZES.get(pattern, (0.1, 26))
    cm = max(width_cm * share * dice.choice((0.88, 1.0, 1.2)), least / per_cm)
    corners = {"medallion": "lobed", "starred": "rhomb"}.get(pattern, "")
    name = {"medallion": "scroll", "starred": "allover"}.get(pattern, pattern)
    group = dice.choice(GROUPS) if pattern == "grouped" else ""
    return FieldPlan(name, motifs, round(cm, 2), dice.randrange(3), corners, wish.words, group)


def _medallion(pattern: str, ratio: float, dice: random.Random) -> MedallionPlan | None:
    if pattern == "medallion":
        wide = dice.choice((0.62, 0.70, 0.76))
        return MedallionPlan(
            dice.choice(("lobed", "lobed", "almond", "pointed", "octagon")),
            wide,
            min(0.62, wide * 1.12 / max(1.0, ratio) * 1.05),
            ratio > 1.2,
            "wreath",
            dice.randrange(2),
        )
    if pattern == "starred":
        form = dice.choice(("octagon", "rhomb", "star"))
        wide = dice.choice((0.62, 0.72)) if form != "rhomb" else 0.86
        return MedallionPlan(
            form,
            wide,
            min(0.7, wide / max(1.0, ratio) * (1.1 if form != "rhomb" else 1.25)),
            ratio > 1.3,
            "skins",
            dice.randrange(2),
        )
    return None
