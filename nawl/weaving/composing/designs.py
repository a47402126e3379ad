"""The ten composed designs of the demonstration, read from `data/designs.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from nawl.kit.errors import NotFound
from nawl.weaving.composing.families import DATA, families
from nawl.weaving.composing.recipe import BorderPlan, Palette, Recipe
from nawl.weaving.composing.recipe_data import recipe_from


@cache
def designs() -> dict[str, Recipe]:
    """Return the shipped designs by code, in the order of the file."""
    rows = tomllib.loads((DATA / "designs.toml").read_text(encoding="utf-8"))["design"]
    return {row["code"]: _recipe(row) for row in rows}


def design(code: str) -> Recipe:
    """Return a shipped design; raises `design_unknown` with those there are."""
    known = designs()
    if code not in known:
        raise NotFound("composed_design_unknown", design=code, known=sorted(known))
    return known[code]


def _recipe(row: Mapping[str, Any]) -> Recipe:
    borders = [vars(BorderPlan(*border)) for border in row["borders"]]
    return recipe_from({**row, "borders": borders, "palette": vars(_palette(row["palette"]))})


def _palette(row: Mapping[str, Any]) -> Palette:
    """A family's palette in one of its ways, with single colours put otherwise."""
    single = {name: colour for name, colour in row.items() if name not in {"family", "way"}}
    return replace(families()[row["family"]].palette(row["way"]), **single)
