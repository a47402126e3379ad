"""Composed carpets: the same to the byte every time, symmetric, whole, weavable, for any class and size."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nawl.kit.errors import NotFound, NotPossible
from nawl.weaving.classes import find_class
from nawl.weaving.composing import Recipe, Wish, compose, frame_of, proposals, recipe_from, thumbnail
from nawl.weaving.composing.checks import LEAST_RUN, MOST_LONE, look_at
from nawl.weaving.composing.compose import chosen_yarns, painted
from nawl.weaving.composing.designs import design, designs
from nawl.weaving.composing.fields import PATTERNS, symmetry_of
from nawl.weaving.frame import Symmetry
from nawl.weaving.stock import read_yarns
from nawl.weaving.yarns import Yarn

YARNS = tuple(read_yarns(Path(__file__).parents[3] / "nawl" / "weaving" / "data" / "yarns.toml"))


@pytest.mark.parametrize("code", list(designs()))
def test_a_design_mirrors_itself_as_its_symmetry_says(code: str) -> None:
    recipe = design(code)
    knots = compose(recipe, YARNS).knots
    symmetry = symmetry_of(recipe)
    if symmetry.mirrors_width:
        assert (knots == knots[:, ::-1]).all()
    if symmetry.mirrors_length:
        assert (knots == knots[::-1]).all()


@pytest.mark.parametrize("code", list(designs()))
def test_a_design_can_be_woven(code: str) -> None:
    chart = compose(design(code), YARNS)
    look = look_at(chart.knots)
    assert chart.unset == 0
    assert look.run > LEAST_RUN
    assert look.lone < MOST_LONE
    assert look.is_good
    assert 4 <= len(chart.yarns) <= 11


def test_there_are_ten_designs_of_ten_kinds_with_names_in_both_languages() -> None:
    shown = designs()
    assert len(shown) == 10
    assert len({recipe.name_ar for recipe in shown.values()}) == 10
    assert all(recipe.name_en for recipe in shown.values())
    assert {recipe.kind for recipe in shown.values()} >= {"salon", "runner", "prayer", "panel", "kilim"}


def test_a_design_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(NotFound, match="composed_design_unknown"):
        design("unicorn")


def test_a_very_large_carpet_is_not_kept_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two dozen sheets of millions of knots would fill it; what is made is the same either way."""
    recipe = design("damask-rose").with_size("60", "90")
    frame = frame_of(recipe)
    kept = painted(recipe, frame)
    assert painted(recipe, frame) is kept
    monkeypatch.setattr(import_module("nawl.weaving.composing.compose"), "MOST_REMEMBERED", frame.knots - 1)
    made = painted(recipe, frame)
    assert made is not kept
    assert np.array_equal(made, kept)


def test_the_same_recipe_makes_the_same_chart() -> None:
    recipe = design("damask-rose")
    first = compose(recipe, YARNS)
    again = compose(recipe_from(recipe.to_data()), YARNS)
    assert first.fingerprint == again.fingerprint


@pytest.mark.parametrize("pattern", sorted(PATTERNS))
@pytest.mark.parametrize("quality", ["300", "360", "kilim"])
def test_every_pattern_fills_its_frame_in_every_class(pattern: str, quality: str) -> None:
    base = design("tartus-medallion")
    recipe = replace(
        base, quality=quality, field=replace(base.field, pattern=pattern, corners="", motifs=()), medallion=None
    )
    recipe = recipe.with_size(121, 173)
    chart = compose(recipe, YARNS)
    assert chart.knots.shape == (chart.frame.high, chart.frame.wide)
    assert look_at(chart.knots).lone < MOST_LONE


@settings(max_examples=25, deadline=None)
@given(
    seed=st.integers(0, 10_000),
    width=st.integers(30, 240),
    length=st.integers(40, 320),
    quality=st.sampled_from(["300", "360", "kilim", "400"]),
    kind=st.sampled_from(["salon", "runner", "prayer", "panel", "kilim"]),
)
def test_any_seed_and_size_gives_a_chart_that_fills_its_frame(
    seed: int, width: int, length: int, quality: str, kind: str
) -> None:
    wish = Wish(kind=kind, size_cm=(Decimal(width), Decimal(length)), quality=quality)
    found = proposals(wish, 1, seed)
    assert len(found) == 1
    for recipe in found:
        chart = compose(recipe, YARNS)
        assert chart.unset == 0
        assert look_at(chart.knots).is_good
        if symmetry_of(recipe) is Symmetry.QUARTER:
            assert (chart.knots == chart.knots[::-1, ::-1]).all()


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 60), st.integers(1, 60), st.sampled_from(sorted(set(PATTERNS) - {"letters"})))
def test_even_the_smallest_piece_is_composed(width: int, length: int, pattern: str) -> None:
    base = design("tartus-medallion")
    chart = compose(replace(base, field=replace(base.field, pattern=pattern)).with_size(width, length), YARNS)
    assert chart.knots.shape == (chart.frame.high, chart.frame.wide)


def test_a_word_that_finds_no_room_is_told_and_not_cut() -> None:
    with pytest.raises(NotPossible, match="words_too_long"):
        compose(design("baraka").with_size(12, 10), YARNS)
    long = replace(
        design("baraka"),
        field=replace(design("baraka").field, words="أهلاً وسهلاً بكم في معرض المنتجات الريفية في طرطوس"),
    )
    with pytest.raises(NotPossible, match="words_too_long"):
        compose(long.with_size(40, 30), YARNS)


def test_a_recipe_comes_back_from_plain_data() -> None:
    for recipe in designs().values():
        assert recipe_from(recipe.to_data()) == recipe


def test_a_recipe_of_a_newer_form_or_of_nonsense_is_refused() -> None:
    data = design("tree-of-life").to_data()
    with pytest.raises(NotPossible, match="recipe_too_new"):
        recipe_from({**data, "version": 9})
    with pytest.raises(NotPossible, match="recipe_unreadable"):
        recipe_from({"quality": "300"})
    with pytest.raises(NotPossible, match="recipe_unreadable"):
        recipe_from({**data, "borders": [3]})
    with pytest.raises(NotPossible, match="recipe_unreadable"):
        recipe_from({**data, "palette": {**data["palette"], "ground": "crimson"}})
    with pytest.raises(NotPossible, match="recipe_unreadable"):
        recipe_from({**data, "field": {**data["field"], "pattern": "unicorns"}})


def test_a_workshop_with_few_yarns_weaves_with_the_nearest_and_without_any_is_told() -> None:
    few = (
        Yarn("1", "أبيض", "White", (240, 231, 212)),
        Yarn("2", "أسود", "Black", (30, 26, 24)),
        Yarn("3", "أحمر", "Red", (154, 46, 43)),
    )
    chart = compose(design("tartus-medallion"), few)
    assert {yarn.code for yarn in chart.yarns} == {"1", "2", "3"}
    with pytest.raises(NotPossible, match="no_yarns"):
        compose(design("tartus-medallion"), ())


def test_each_role_takes_the_yarn_that_looks_nearest() -> None:
    palette = design("tartus-medallion").palette
    assert YARNS[chosen_yarns(palette, YARNS)[0]].srgb == (0x9A, 0x2E, 0x2B)


def test_a_class_of_the_register_overrides_the_shipped_one() -> None:
    finer = replace(find_class("300"), version=2, kh=Decimal(35), kv=Decimal(35))
    chart = compose(design("tree-of-life"), YARNS, finer)
    assert chart.frame.quality.key == "300/2"
    assert chart.frame.wide == 210


def test_a_thumbnail_is_the_mean_light_in_true_proportion() -> None:
    chart = compose(design("tartus-medallion"), YARNS)
    small = thumbnail(chart, 64)
    assert small.shape == (96, 64, 3)
    assert small.dtype == np.uint8
    kilim = compose(design("harvest-kilim"), YARNS)
    assert thumbnail(kilim, 60).shape[0] == pytest.approx(88, abs=1)


def test_upright_fields_are_wider_in_class_360_by_the_knots_and_not_by_the_eye() -> None:
    recipe: Recipe = design("ghouta-niche")
    frame = frame_of(recipe)
    assert (frame.wide, frame.high) == (288, 480)
    assert float(frame.cell) == pytest.approx(40 / 36)
