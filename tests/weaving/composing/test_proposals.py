"""Proposals: reproducible, varied, weavable, true to the wish; neighbours of a recipe."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from statistics import mean

import numpy as np
import pytest

from nawl.weaving.composing import KINDS, Role, Wish, families, from_words, leanings, more_like, proposals
from nawl.weaving.composing.checks import look_at, parts
from nawl.weaving.composing.comparing import distance, is_good
from nawl.weaving.composing.compose import frame_of, painted
from nawl.weaving.composing.designs import design, designs
from nawl.weaving.composing.dyes import as_colours
from nawl.weaving.composing.families import COLOURS
from nawl.weaving.composing.fields import PATTERNS
from nawl.weaving.composing.kinds import PAIRS, SIZES, STYLES


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_same_seed_gives_the_same_page(kind: str) -> None:
    wish = Wish(kind=kind)
    assert proposals(wish, 4, 7) == proposals(wish, 4, 7)
    assert proposals(wish, 4, 7) != proposals(wish, 4, 8)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_page_is_full_weavable_and_of_the_kind_asked_for(kind: str) -> None:
    page = proposals(Wish(kind=kind), 6, 3)
    assert len(page) == 6
    for recipe in page:
        assert recipe.kind == kind
        assert parts(recipe.palette)
        assert look_at(as_colours(recipe.palette)[painted(recipe, frame_of(recipe))]).is_good


def test_no_two_of_a_page_are_alike_and_the_page_is_more_varied_than_chance() -> None:
    page = proposals(Wish(kind="salon"), 8, 1)
    apart = [distance(one, other) for one, other in combinations(page, 2)]
    assert min(apart) > 1
    assert mean(apart) > 4
    assert len({recipe.field.pattern for recipe in page}) >= 4
    assert len({recipe.palette.ground for recipe in page}) >= 4


@pytest.mark.parametrize("colour", sorted(COLOURS))
def test_the_first_colour_wished_for_lies_on_the_ground(colour: str) -> None:
    for recipe in proposals(Wish(colours=(colour,), kind="panel", styles=("floral",)), 2, 5):
        assert recipe.palette.ground == COLOURS[colour]


@pytest.mark.parametrize("colour", ["purple", "grey", "sky", "red", "white"])
def test_the_first_colour_wished_for_is_seen_in_the_carpet(colour: str) -> None:
    for recipe in proposals(Wish(colours=(colour,), kind="salon"), 6, 3):
        sheet = painted(recipe, frame_of(recipe))
        same = [role for role in Role if recipe.palette.of(role) == COLOURS[colour]]
        assert np.isin(sheet, same).mean() > 0.08, recipe.field


def test_a_second_colour_wished_for_is_in_the_carpet() -> None:
    for recipe in proposals(Wish(colours=("black", "red"), kind="runner"), 3, 2):
        assert COLOURS["red"] in vars(recipe.palette).values()
        assert recipe.palette.ground == COLOURS["black"]


def test_size_and_class_of_the_wish_are_kept() -> None:
    recipe = proposals(Wish(size_cm=(Decimal(90), Decimal(140)), quality="400"), 1)[0]
    assert recipe.size_cm == (Decimal(90), Decimal(140))
    assert recipe.quality == "400/1"


@pytest.mark.parametrize(
    ("note", "pattern"),
    [
        ("لوحة شجرة", {"tree"}),
        ("سجادة صلاة", {"niche"}),
        ("بساط مخطط", {"bands"}),
        ("سجادة ميدالية نباتية", {"scroll"}),
        ("لوحة كوفية «سلام»", {"letters"}),
        ("ممر هندسي", {"column", "trellis", "allover", "khatam"}),
    ],
)
def test_words_lead_to_the_field_they_name(note: str, pattern: set[str]) -> None:
    for recipe in proposals(from_words(note), 2, 4):
        assert recipe.field.pattern in pattern


def test_a_motif_wished_for_is_in_the_field() -> None:
    recipe = proposals(from_words("سجادة هندسية نجوم"), 1, 4)[0]
    assert "star" in recipe.field.motifs or recipe.field.pattern in {"serrated", "bands"}


@pytest.mark.parametrize("kind", ["salon", "panel", "kilim"])
def test_neighbours_are_near_but_not_the_same(kind: str) -> None:
    recipe = proposals(Wish(kind=kind), 1, 11)[0]
    near = more_like(recipe, 5, 2)
    assert near == more_like(recipe, 5, 2)
    assert len(near) == 5
    for one in near:
        assert 0 < distance(one, recipe) < 7
        assert one.field.pattern == recipe.field.pattern
        assert is_good(one)


@pytest.mark.parametrize("code", sorted(designs()))
def test_a_shipped_design_is_good_and_has_a_page_of_neighbours(code: str) -> None:
    assert is_good(design(code))
    assert len(more_like(design(code), 6)) == 6


def test_likeness_is_nought_to_itself_and_the_same_both_ways() -> None:
    one, other = design("tartus-medallion"), design("latakia-sea")
    assert distance(one, one) == 0
    assert distance(one, other) == distance(other, one) > 3


@pytest.mark.parametrize("code", sorted(families()))
def test_in_every_way_of_every_family_the_grounds_that_meet_are_told_apart(code: str) -> None:
    family = families()[code]
    for way in range(len(family.ways)):
        assert parts(family.palette(way)), (code, way)


def test_leanings_name_families_and_patterns_that_are_there() -> None:
    for leaning in leanings().values():
        assert set(leaning.families) <= set(families())
        assert set(leaning.patterns) <= set(SIZES)
    assert set(leanings()) == {"tartus", "latakia", "as_suwayda", "rif_dimashq", "hama"}


def test_every_pattern_of_a_kind_or_style_can_be_drawn() -> None:
    named = (
        {pattern for kind in KINDS.values() for pattern in kind.patterns}
        | {p for style in STYLES.values() for p in style}
        | set(PAIRS)
    )
    assert {{"medallion": "scroll", "starred": "allover"}.get(pattern, pattern) for pattern in named} <= set(PATTERNS)
