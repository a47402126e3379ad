"""What a note refuses is in no proposal: neither in its palette, nor in its chart, nor in its neighbours."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nawl.kit.errors import NotPossible
from nawl.weaving.colour import lab
from nawl.weaving.composing import Recipe, Wish, compose, families, from_words, more_like, proposals, recipe_from
from nawl.weaving.composing.checks import parts
from nawl.weaving.composing.colouring import freed, palette_for
from nawl.weaving.composing.compose import chosen_yarns
from nawl.weaving.composing.dyes import rgb
from nawl.weaving.composing.families import COLOURS
from nawl.weaving.composing.recipe import Palette
from nawl.weaving.composing.shades import SHADES, are_of, is_of, shade_of, shades_left
from nawl.weaving.stock import shipped_yarns

WORDS = sorted(COLOURS)
YARNS = shipped_yarns()


def refused_in(palette: Palette, without: tuple[str, ...]) -> list[str]:
    """Return the yarns of a palette that are of a refused colour."""
    chosen = {YARNS[n] for n in chosen_yarns(palette, YARNS)}
    return [yarn.name_en for yarn in chosen if are_of(without, [yarn.lab])[0]]


def test_every_colour_means_itself_and_shades_of_shipped_yarns() -> None:
    assert set(SHADES) == set(COLOURS)
    for word, shades in SHADES.items():
        assert COLOURS[word] in shades
        assert set(shades) <= {yarn.hex for yarn in YARNS}
    assert {yarn.hex for yarn in YARNS} == set(shades_left(()))


@pytest.mark.parametrize(
    ("word", "meant", "not_meant"),
    [
        ("red", ("#9a2e2b", "#ad4d31", "#631c2a", "#b01c2e", "#723523"), ("#b57673", "#59402c", "#46263a")),
        ("brown", ("#723523", "#59402c", "#a5835c"), ("#9a2e2b", "#c9ac86")),
        ("blue", ("#203c5e", "#7c9bb9", "#131f33", "#4d9092"), ("#21463a", "#1e1a18")),
        ("green", ("#21463a", "#767640", "#4d9092", "#2f6b3c"), ("#d6b140", "#203c5e")),
        ("navy", ("#203c5e", "#131f33"), ("#41658f", "#7c9bb9")),
        ("white", ("#f0e7d4", "#ffffff"), ("#c9ac86",)),
        ("black", ("#1e1a18", "#000000"), ("#372519", "#131f33")),
    ],
)
def test_a_broad_word_means_the_narrow_shades_too(
    word: str, meant: tuple[str, ...], not_meant: tuple[str, ...]
) -> None:
    assert [is_of((word,), colour) for colour in meant] == [True] * len(meant)
    assert [is_of((word,), colour) for colour in not_meant] == [False] * len(not_meant)


@pytest.mark.parametrize(
    ("word", "without", "shade"),
    [
        ("brown", (), "#723523"),
        ("brown", ("red",), "#59402c"),
        ("red", ("brown",), "#9a2e2b"),
        ("coral", ("red",), "#dba893"),
        ("wine", ("red",), ""),
        ("navy", ("blue",), ""),
    ],
)
def test_a_wished_colour_takes_a_shade_that_is_not_refused(word: str, without: tuple[str, ...], shade: str) -> None:
    assert shade_of(word, without) == shade


def test_a_wish_for_red_takes_no_chestnut_and_one_for_brown_without_red_a_brown_that_is_none() -> None:
    wish = from_words("لوحة بني بلا أحمر")
    assert (wish.colours, wish.unknown) == (("brown",), ())
    assert {palette_for(wish, random.Random(seed)).ground for seed in range(20)} == {"#59402c"}
    assert {palette_for(from_words("لوحة حمراء"), random.Random(seed)).ground for seed in range(20)} == {"#9a2e2b"}


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4, unique=True),
    st.lists(st.sampled_from(WORDS), max_size=3, unique=True),
    st.sampled_from(["", "tartus", "hama"]),
    st.integers(0, 10**6),
)
def test_no_palette_has_a_yarn_of_a_refused_colour(
    refused: list[str], wished: list[str], governorate: str, seed: int
) -> None:
    without = tuple(refused)
    wish = Wish(governorate=governorate, colours=tuple(wished), without=without)
    assert refused_in(palette_for(wish, random.Random(seed)), without) == []


@settings(max_examples=12, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True),
    st.sampled_from(["لوحة ٣٠×٤٠ بلا ", "kilim 100x120 without "]),
    st.integers(0, 1000),
)
def test_no_proposal_for_a_note_has_a_yarn_of_what_it_refuses(refused: list[str], note: str, seed: int) -> None:
    wish = from_words(note + " or ".join(refused))
    assert set(wish.without) == set(refused)
    for recipe in proposals(wish, 3, seed):
        assert refused_in(recipe.palette, wish.without) == []
        assert parts(recipe.palette)
        woven = compose(recipe, YARNS).yarns
        assert not any(are_of(wish.without, [yarn.lab for yarn in woven]))


@pytest.mark.parametrize("word", WORDS)
def test_a_page_is_full_and_varied_whatever_colour_is_refused(word: str) -> None:
    page = proposals(Wish(kind="panel", without=(word,)), 8, 1)
    assert len(page) == 8
    assert len({recipe.palette.ground for recipe in page}) >= 4


def test_neighbours_keep_to_what_was_refused() -> None:
    recipe = proposals(from_words("لوحة بلا أحمر ولا أبيض"), 1, 5)[0]
    near = more_like(recipe, 6, 3)
    assert len(near) == 6
    for one in near:
        assert one.without == ("red", "white")
        assert refused_in(one.palette, one.without) == []


def test_a_chart_takes_no_refused_yarn_even_where_it_is_the_nearest() -> None:
    palette = families()["madder"].palette(0)
    chosen = [YARNS[n] for n in chosen_yarns(palette, YARNS, ("red",))]
    assert any(are_of(("red",), [lab(rgb(colour))])[0] for colour in vars(palette).values())
    assert not any(are_of(("red",), [yarn.lab for yarn in chosen]))


def test_where_all_yarns_or_nearly_all_shades_are_refused_it_is_told() -> None:
    reds = tuple(yarn for yarn in YARNS if are_of(("red",), [yarn.lab])[0])
    with pytest.raises(NotPossible, match="colours_refused"):
        chosen_yarns(families()["madder"].palette(0), reds, ("red",))
    with pytest.raises(NotPossible, match="colours_refused"):
        proposals(Wish(without=tuple(WORDS)), 1)


def test_without_a_refusal_nothing_changes() -> None:
    palette = families()["rose"].palette(1)
    assert freed(palette, (), random.Random(1)) is palette
    recipe = proposals(Wish(kind="panel"), 1)[0]
    assert "without" not in recipe.to_data()


def test_a_refusal_travels_with_the_recipe() -> None:
    recipe = proposals(Wish(kind="panel", without=("red", "navy")), 1)[0]
    assert isinstance(recipe, Recipe)
    assert recipe_from(recipe.to_data()) == recipe
    with pytest.raises(NotPossible, match="recipe_unreadable"):
        recipe_from({**recipe.to_data(), "without": ["unicorn"]})
