"""Recipes from plain data: whatever is accepted can be composed, whatever cannot is refused with a sentence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nawl.kit.errors import NotPossible, ProgrammeError
from nawl.weaving.composing import KINDS, Recipe, compose, from_words, proposals, recipe_from
from nawl.weaving.composing.designs import design, designs
from nawl.weaving.composing.drawing.forms import FORMS
from nawl.weaving.composing.drawing.units import UNITS
from nawl.weaving.composing.fields import PATTERNS
from nawl.weaving.composing.medallions import FILLINGS, SHAPES
from nawl.weaving.composing.neighbours import _changed
from nawl.weaving.composing.patterns.panels import GROUPS
from nawl.weaving.composing.recipe import BorderPlan, FieldPlan, MedallionPlan, Role
from nawl.weaving.composing.recipe_data import BORDER, FIELD, MEDALLION, RECIPE
from nawl.weaving.stock import read_yarns

YARNS = tuple(read_yarns(Path(__file__).parents[3] / "nawl" / "weaving" / "data" / "yarns.toml"))
ROLES = sorted(role.name.lower() for role in Role)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def borders() -> st.SearchStrategy[list[dict[str, Any]]]:
    one = st.fixed_dictionaries(
        {
            "unit": st.sampled_from([*sorted(UNITS), "plain"]),
            "cm": st.floats(0.05, 40),
            "ground": st.sampled_from(ROLES),
            "turn": st.integers(0, 9),
            "ratio": st.none() | st.floats(0.2, 8),
        }
    )
    return st.lists(one, max_size=6)


def fields() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "pattern": st.sampled_from(sorted(PATTERNS)),
            "motifs": st.lists(st.sampled_from([*sorted(FORMS), *sorted(UNITS)]), max_size=3),
            "cm": st.floats(0.05, 2000),
            "turn": st.integers(0, 9),
            "corners": st.sampled_from([*sorted(SHAPES), ""]),
            "group": st.sampled_from([*GROUPS, ""]),
        }
    )


def medallions() -> st.SearchStrategy[dict[str, Any] | None]:
    return st.none() | st.fixed_dictionaries(
        {
            "form": st.sampled_from(sorted(SHAPES)),
            "wide": st.floats(0.05, 1),
            "high": st.floats(0.05, 1),
            "pendants": st.booleans(),
            "filling": st.sampled_from(sorted(FILLINGS)),
        }
    )


@settings(max_examples=60, deadline=None)
@given(
    borders(),
    fields(),
    medallions(),
    st.integers(5, 130),
    st.integers(5, 130),
    st.sampled_from(["300", "360", "kilim"]),
)
def test_whatever_is_accepted_is_composed(
    around: list[dict[str, Any]],
    field: dict[str, Any],
    medallion: dict[str, Any] | None,
    width: int,
    length: int,
    quality: str,
) -> None:
    size = {"quality": quality, "width_cm": str(width), "length_cm": str(length)}
    recipe = recipe_from(
        {**design("baraka").to_data(), **size, "borders": around, "field": field, "medallion": medallion}
    )
    try:
        chart = compose(recipe, YARNS)
    except ProgrammeError as refusal:
        assert refusal.code == "words_too_long"
        return
    assert chart.knots.shape == (chart.frame.high, chart.frame.wide)
    assert chart.unset == 0


@given(st.sampled_from(sorted(Recipe.__dataclass_fields__)), JSON)
def test_nonsense_in_any_part_is_refused_or_harmless(part: str, nonsense: Any) -> None:
    data = {**design("tree-of-life").to_data(), part: nonsense}
    try:
        assert isinstance(recipe_from(data), Recipe)
    except ProgrammeError as refusal:
        assert refusal.code in {"recipe_unreadable", "recipe_too_new", "size_unfit"}


WHOLE: dict[str, Any] = {
    **json.loads(design("tartus-medallion").to_json()),
    "without": ["green"],
    "field": {
        "pattern": "khatam",
        "motifs": ["star", "rosette"],
        "cm": 20.0,
        "turn": 1,
        "corners": "lobed",
        "words": "",
        "group": "",
    },
}
NOT_THERE = (None, -1, 10**30, 1e308, float("nan"), float("inf"), True, 1.5, "", "x", "\ud800", "\x07", "9" * 3000)
EMPTY = ([], {}, [None], [[]], {"cm": 1})


def places(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield where every part of plain data is."""
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, part in inside:
        yield (*path, step)
        yield from places(part, (*path, step))


def put(data: Any, path: tuple[Any, ...], value: Any) -> Any:
    """Return the data with another value at a place."""
    whole = deepcopy(data)
    part = whole
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    return whole


@pytest.mark.parametrize("path", list(places(WHOLE)), ids=str)
def test_what_is_spoilt_is_refused_by_its_place_or_kept_as_it_was_written(path: tuple[Any, ...]) -> None:
    for value in (*NOT_THERE, *EMPTY):
        spoilt = put(WHOLE, path, value)
        try:
            recipe = recipe_from(spoilt)
        except ProgrammeError as refusal:
            assert refusal.code in {"recipe_unreadable", "recipe_too_new", "size_unfit"}
            if refusal.code == "recipe_unreadable":
                assert str(path[0]) in str(refusal.facts["part"])
            continue
        if isinstance(value, dict):
            assert path in {("field",), ("medallion",)}, value  # every part of these has a default
            continue
        assert {"without": [], **json.loads(recipe.to_json())} == spoilt


@pytest.mark.parametrize(
    ("path", "value", "part"),
    [
        (("quality",), 300, "quality"),
        (("quality",), "", "quality"),
        (("width_cm",), 200, "width_cm"),
        (("width_cm",), "٢٠٠", "width_cm"),
        (("width_cm",), "NaN", "width_cm"),
        (("length_cm",), "-3", "length_cm"),
        (("palette", "ground"), "#12345", "palette ground"),
        (("palette", "dark"), "#12345G", "palette dark"),
        (("borders",), [{}] * 61, "borders"),
        (("borders",), [{"unit": "plain"}], "borders 1 cm"),
        (("borders", 1, "unit"), "unicorn", "borders 2 unit"),
        (("borders", 0, "cm"), "1", "borders 1 cm"),
        (("borders", 0, "cm"), True, "borders 1 cm"),
        (("borders", 0, "turn"), 1.0, "borders 1 turn"),
        (("borders", 0, "ratio"), 9, "borders 1 ratio"),
        (("field",), None, "field"),
        (("field", "pattern"), "unicorns", "field pattern"),
        (("field", "motifs"), ["star", "unicorn"], "field motifs 2"),
        (("field", "motifs"), "star", "field motifs"),
        (("field", "motifs"), ["star"] * 25, "field motifs"),
        (("field", "words"), "ا" * 61, "field words"),
        (("field", "words"), "\x00", "field words"),
        (("field", "group"), "p7", "field group"),
        (("medallion",), [], "medallion"),
        (("medallion", "wide"), 1.01, "medallion wide"),
        (("medallion", "pendants"), 1, "medallion pendants"),
        (("medallion", "filling"), None, "medallion filling"),
        (("kind",), "flying", "kind"),
        (("seed",), -1, "seed"),
        (("seed",), "7", "seed"),
        (("name_ar",), ["a"], "name_ar"),
        (("version",), 0, "version"),
        (("version",), "1", "version"),
        (("without",), ["plaid"], "without 1"),
    ],
)
def test_each_part_has_its_type_and_its_bounds(path: tuple[Any, ...], value: Any, part: str) -> None:
    with pytest.raises(NotPossible, match="recipe_unreadable") as refusal:
        recipe_from(put(WHOLE, path, value))
    assert refusal.value.facts["part"] == part


def test_what_is_left_out_of_a_plan_takes_its_default_and_what_is_not_known_is_passed_over() -> None:
    recipe = recipe_from({**WHOLE, "field": {"cm": 9.5, "colour": "red"}, "medallion": {}, "shelf": 3})
    assert (recipe.field, recipe.medallion) == (FieldPlan(cm=9.5), MedallionPlan())
    recipe = recipe_from(
        {name: WHOLE[name] for name in ("quality", "width_cm", "length_cm", "palette", "borders", "field")}
    )
    assert (recipe.medallion, recipe.kind, recipe.seed, recipe.without) == (None, "salon", 0, ())


@pytest.mark.parametrize("data", [None, [], "recipe", 3])
def test_what_is_no_object_is_no_recipe(data: Any) -> None:
    with pytest.raises(NotPossible, match="recipe_unreadable"):
        recipe_from(data)


@pytest.mark.parametrize("side", ["0", "0.0", "2000.5", "999999999"])
def test_a_piece_that_cannot_be_is_told_by_its_size(side: str) -> None:
    with pytest.raises(NotPossible, match="size_unfit"):
        recipe_from({**WHOLE, "width_cm": side})


@pytest.mark.parametrize("name", ["quality", "width_cm", "length_cm", "palette", "borders", "field"])
def test_what_a_carpet_cannot_do_without_is_asked_for(name: str) -> None:
    with pytest.raises(NotPossible, match="recipe_unreadable") as refusal:
        recipe_from({key: value for key, value in WHOLE.items() if key != name})
    assert refusal.value.facts["part"] == name


@pytest.mark.parametrize(
    ("plan", "parts"), [(Recipe, RECIPE), (FieldPlan, FIELD), (BorderPlan, BORDER), (MedallionPlan, MEDALLION)]
)
def test_the_table_names_every_part_of_a_recipe(plan: Any, parts: dict[str, Any]) -> None:
    assert set(parts) == set(plan.__dataclass_fields__)


@settings(max_examples=20, deadline=None)
@given(
    st.sampled_from(sorted(KINDS)), st.integers(0, 10**6), st.sampled_from(["", " بلا أحمر", " ٢٫٥×٣ م", " «سلام\x07»"])
)
def test_every_proposal_is_a_recipe_that_can_be_read(kind: str, seed: int, said: str) -> None:
    for recipe in proposals(replace(from_words(said), kind=kind), 1, seed):
        assert recipe_from(json.loads(recipe.to_json())) == recipe


def test_neighbours_of_neighbours_are_recipes_however_often_they_are_asked_for() -> None:
    recipe = proposals(replace(from_words("سجادة ميدالية"), kind="panel"), 1, 3)[0]
    for seed in range(60):
        recipe = _changed(recipe, seed, 1)
        assert recipe_from(json.loads(recipe.to_json())) == recipe


@pytest.mark.parametrize("code", sorted(designs()))
def test_a_recipe_travels_as_json(code: str) -> None:
    assert recipe_from(json.loads(design(code).to_json())) == design(code)
