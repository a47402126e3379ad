"""Foreign keys obey the same floors as imports: a string reference hides from the import linter."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

ROOT = Path(__file__).resolve().parents[2]
HOUSE = {config.label for config in apps.get_app_configs() if config.name.startswith("nawl.")}


def floors() -> dict[str, int]:
    """Return each package's floor, the ground being the highest number, from the one place where floors are written."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(contract["layers"] for contract in contracts if contract["id"] == "floors")
    return {name.strip(): floor for floor, names in enumerate(layers) for name in names.split("|")}


def arrows() -> list[tuple[str, str, str]]:
    """Return every foreign key and many-to-many of the house as (from, to, field)."""
    return [
        (model._meta.app_label, field.related_model._meta.app_label, f"{model.__name__}.{field.name}")
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in HOUSE
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey | models.ManyToManyField) and not isinstance(field.related_model, str)
    ]


def test_every_package_of_the_house_stands_on_a_floor() -> None:
    packages = {path.parent.name for path in (ROOT / "nawl").glob("*/__init__.py")}
    assert packages == set(floors())


@pytest.mark.parametrize(("source", "target", "name"), arrows())
def test_a_foreign_key_points_to_its_own_package_or_a_lower_floor(source: str, target: str, name: str) -> None:
    if target in HOUSE and target != source:
        assert floors()[target] > floors()[source], f"{name} points up from {source} to {target}"


def test_the_walk_finds_the_foreign_keys_that_are_there() -> None:
    assert ("activities", "places", "Activity.facility") in arrows()
