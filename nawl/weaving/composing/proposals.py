"""Proposals (المقترحات): good recipes at a click, each the same again from its seed, unlike each other on one page."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from nawl.weaving.classes import QualityClass, find_class
from nawl.weaving.composing.checks import look_at, parts
from nawl.weaving.composing.compose import frame_of, painted
from nawl.weaving.composing.drawing.forms import FORMS
from nawl.weaving.composing.families import COLOURS, Family, families, leanings
from nawl.weaving.composing.patterns.panels import GROUPS
from nawl.weaving.composing.recipe import BorderPlan, FieldPlan, MedallionPlan, Palette, Recipe
from nawl.weaving.composing.wish import Wish

MOST: Final = 48
"""Proposals on one page at most."""
TRIES: Final = 12


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
    "floral": ("scroll", "medallion", "trellis", "tree", "niche", "garden", "niches", "grouped"),
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


def proposals(wish: Wish, count: int = 12, seed: int = 0) -> list[Recipe]:
    """Return `count` good recipes for a wish, as unlike each other as the wish leaves room for; the same from the same seed."""
    count = max(1, min(count, MOST))
    drawn = [_drawn(wish, seed, n) for n in range(count * 3)]
    return list(_varied(drawn, count))


def more_like(recipe: Recipe, count: int = 12, seed: int = 0) -> list[Recipe]:
    """Return neighbours of a recipe: each changes one or two things, none breaks what a carpet needs."""
    found: list[Recipe] = []
    for n in range(count * TRIES):
        dice = random.Random(f"{seed}:{recipe.to_json()}:{n}")  # noqa: S311 - a design, no secret
        near = recipe
        for change in dice.sample(CHANGES, 1 + n % 2):
            near = change(near, dice)
        near = replace(near, seed=seed * 1000 + n, name_ar="", name_en="")
        if distance(near, recipe) > 0 and all(distance(near, other) > 0 for other in found) and is_good(near):
            found.append(near)
        if len(found) == count:
            break
    return found


def is_good(recipe: Recipe, quality: QualityClass | None = None) -> bool:
    """Whether a recipe's carpet can be woven and looked at."""
    return parts(recipe.palette) and look_at(painted(recipe, frame_of(recipe, quality))).is_good


def distance(one: Recipe, other: Recipe) -> float:
    """Return how unlike two recipes look: 0 alike, about 8 wholly different; the ground's colour and the pattern weigh most."""
    total = 2.5 * (one.field.pattern != other.field.pattern) + 2.0 * (one.palette.ground != other.palette.ground)
    total += 1.0 * (one.palette.border != other.palette.border) + 0.6 * (one.palette.first != other.palette.first)
    total += 1.2 * (_main(one) != _main(other)) + 0.3 * (one.borders != other.borders)
    total += 0.6 * (one.field.motifs != other.field.motifs) + 0.3 * (one.field.turn != other.field.turn)
    total += 0.3 * (one.field.cm != other.field.cm) + 0.5 * (one.field.corners != other.field.corners)
    forms = [plan.medallion.form if plan.medallion else "" for plan in (one, other)]
    return total + 1.0 * (forms[0] != forms[1]) + 0.3 * (one.medallion != other.medallion)


def _main(recipe: Recipe) -> str:
    return max(recipe.borders, key=lambda plan: plan.cm).unit if recipe.borders else ""


def _varied(drawn: Sequence[Recipe], count: int) -> Iterator[Recipe]:
    """Begin with the first, then take again and again the one farthest from all taken that is good."""
    left, taken = list(drawn), list[Recipe]()
    while left and len(taken) < count:
        best = max(
            left, key=lambda one: (min((distance(one, other) for other in taken), default=0.0), -left.index(one))
        )
        left.remove(best)
        if is_good(best):
            taken.append(best)
            yield best


def _drawn(wish: Wish, seed: int, number: int) -> Recipe:
    """Draw one recipe by the dice of its seed and number; the first choices of a leaning come up more often."""
    dice = random.Random(f"{seed}:{number}:{wish}")  # noqa: S311 - a design, no secret
    code = wish.kind or _kind_of(wish)
    kind = KINDS[code]
    quality = wish.quality or kind.quality
    width, length = wish.size_cm or tuple(Decimal(side) for side in kind.size_cm)
    pattern = dice.choice(_patterns(wish, kind))
    per_cm = float(find_class(quality).density()[0]) / 10
    return Recipe(
        quality=quality,
        width_cm=str(width),
        length_cm=str(length),
        palette=_palette(wish, dice),
        borders=_borders(wish, code, pattern, float(min(width, length)), per_cm, dice),
        field=_field(wish, pattern, float(width), per_cm, dice),
        medallion=_medallion(pattern, float(length / width), dice),
        kind=code,
        seed=seed * 1000 + number,
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


MINORS: Final[dict[bool, tuple[str, ...]]] = {
    True: ("meander", "meander", "beads", "chain"),
    False: ("waves", "chain", "beads", "merlons", "trefoil", "kilim_steps"),
}


def _kind_of(wish: Wish) -> str:
    """A wish that names no kind: by its motif or size; else a salon carpet."""
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


def borders_for(
    width_cm: float, per_cm: float, unit: str, minor: str, share: float, turn: int
) -> tuple[BorderPlan, ...]:
    """Return a good border: stripes of at least two knots, a narrow border, the main one, a narrow one, from the edge inwards.

    The main border takes `share` of the width, narrow ones about a third of it. Both sides together keep under
    `MOST_BORDER` of the width: where knots are few, first the inner narrow border goes, then the outer.
    """
    main = max(width_cm * share * (1.0 if width_cm > 110 else 1.08), 16 / per_cm)
    narrow, thin, edge = max(main * 0.36, 9 / per_cm), max(main * 0.045, 2.0 / per_cm), max(main * 0.09, 3.0 / per_cm)
    dark, third, light = (BorderPlan("plain", thin, role) for role in ("dark", "third", "light"))
    saw = (BorderPlan("waves", max(main * 0.12, 5 / per_cm), "third"), dark) if width_cm * per_cm > 200 else ()
    minors = [BorderPlan(minor, narrow, "minor", turn + n) for n in (0, 1)]
    middle = (dark, third, dark, BorderPlan(unit, main, "border", turn), dark, third, dark)
    whole = (BorderPlan("plain", edge, "dark"), *saw, minors[0], *middle, minors[1], dark, light, dark)
    for left_out in ((), minors[1:], minors):
        borders = tuple(plan for plan in whole if plan not in left_out)
        if 2 * sum(plan.cm for plan in borders) <= MOST_BORDER * width_cm:
            break
    return borders


MOST_BORDER: Final = 0.5
"""Of the width, for both sides together: a quarter on each side at most."""

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
            "lobed", wide, min(0.62, wide * 1.12 / max(1.0, ratio) * 1.05), ratio > 1.2, "wreath", dice.randrange(2)
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


def _palette(wish: Wish, dice: random.Random) -> Palette:
    """Choose a family that has the wished colours, or lend one the first of them as its ground."""
    family = dice.choice(_families(wish))
    ways = list(range(len(family.ways)))
    if not wish.colours:
        return family.palette(dice.choice(ways))
    first = COLOURS[wish.colours[0]]
    fitting = [way for way in ways if family.palette(way).ground == first]
    palette = family.palette(dice.choice(fitting or ways))
    if not fitting:
        palette = _lent(palette, first)
    for colour in wish.colours[1:3]:
        if COLOURS[colour] not in _colours(palette):
            palette = _with_second(palette, COLOURS[colour])
    return palette


def _lent(palette: Palette, ground: str) -> Palette:
    """Put a wished colour on the ground; a border of the same colour takes the old ground."""
    changes = {"ground": ground}
    for place in ("border", "medallion", "corner"):
        if getattr(palette, place) == ground:
            changes[place] = palette.ground
    return replace(palette, **changes)


def _with_second(palette: Palette, colour: str) -> Palette:
    """Put a further wished colour into the main border, and into the second accent that motifs wear."""
    if colour == palette.ground:
        return palette
    return replace(palette, border=colour, second=colour)


def _colours(palette: Palette) -> set[str]:
    return {
        palette.ground,
        palette.border,
        palette.medallion,
        palette.first,
        palette.second,
        palette.third,
        palette.light,
    }


def _families(wish: Wish) -> list[Family]:
    known = families()
    leaning = leanings().get(wish.governorate)
    if wish.colours:
        wanted = {COLOURS[colour] for colour in wish.colours}
        shared = {code: len(wanted & set(family.colours.values())) for code, family in known.items()}
        most = max(shared.values())
        if most:
            fitting = [known[code] for code, count in shared.items() if count == most]
            return fitting + [family for family in fitting if leaning and family.code in leaning.families]
    if leaning:
        return [known[code] for code in leaning.families for _ in range(2)] + list(known.values())[:2]
    return list(known.values())


def _swapped(recipe: Recipe, _dice: random.Random) -> Recipe:
    palette = recipe.palette
    return replace(
        recipe, palette=replace(palette, ground=palette.border, border=palette.ground, medallion=palette.ground)
    )


def _other_family(recipe: Recipe, dice: random.Random) -> Recipe:
    family = dice.choice(list(families().values()))
    return replace(recipe, palette=family.palette(dice.randrange(len(family.ways))))


def _other_unit(recipe: Recipe, dice: random.Random) -> Recipe:
    main = _main(recipe)
    offered = FLORAL_UNITS if main in FLORAL_UNITS else GEOMETRIC_UNITS
    unit = dice.choice([one for one in offered if one != main])
    return replace(
        recipe, borders=tuple(replace(plan, unit=unit) if plan.unit == main else plan for plan in recipe.borders)
    )


def _other_size(recipe: Recipe, dice: random.Random) -> Recipe:
    return replace(
        recipe, field=replace(recipe.field, cm=round(recipe.field.cm * dice.choice((0.8, 0.9, 1.15, 1.3)), 2))
    )


def _other_turn(recipe: Recipe, dice: random.Random) -> Recipe:
    return replace(recipe, field=replace(recipe.field, turn=(recipe.field.turn + dice.choice((1, 2))) % 3))


def _other_medallion(recipe: Recipe, dice: random.Random) -> Recipe:
    if recipe.medallion is None:
        return _other_turn(recipe, dice)
    scale = dice.choice((0.86, 0.93, 1.08))
    plan = replace(
        recipe.medallion, wide=round(recipe.medallion.wide * scale, 3), high=round(recipe.medallion.high * scale, 3)
    )
    return replace(recipe, medallion=replace(plan, turn=plan.turn + 1))


def _other_motifs(recipe: Recipe, dice: random.Random) -> Recipe:
    motifs = list(recipe.field.motifs)
    if len(motifs) < 2:
        return _other_size(recipe, dice)
    dice.shuffle(motifs)
    return replace(recipe, field=replace(recipe.field, motifs=tuple(motifs)))


CHANGES: Final = (_swapped, _other_family, _other_unit, _other_size, _other_turn, _other_medallion, _other_motifs)

__all__ = ["KINDS", "distance", "is_good", "more_like", "proposals"]
