"""Recipes from plain data: whatever is accepted can be composed, whatever cannot is refused with a sentence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nawl.kit.errors import ProgrammeError
from nawl.weaving.composing import Recipe, compose, recipe_from
from nawl.weaving.composing.designs import design, designs
from nawl.weaving.composing.drawing.forms import FORMS
from nawl.weaving.composing.drawing.units import UNITS
from nawl.weaving.composing.fields import PATTERNS
from nawl.weaving.composing.medallions import FILLINGS, SHAPES
from nawl.weaving.composing.patterns.panels import GROUPS
from nawl.weaving.composing.recipe import Role
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
            "motifs": st.lists(st.sampled_from([*sorted(FORMS), "unicorn"]), max_size=3),
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
        assert refusal.code in {"recipe_unreadable", "recipe_too_new"}


@pytest.mark.parametrize("code", sorted(designs()))
def test_a_recipe_travels_as_json(code: str) -> None:
    assert recipe_from(json.loads(design(code).to_json())) == design(code)
