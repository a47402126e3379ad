"""The glossary holds every model, and the code uses one word for one idea."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]
GLOSSARY = ROOT / "docs" / "glossary.md"
BANNED = {
    "client": "person served",
    "customer": "buyer",
    "worker": "weaver or trainee",
    "beneficiaries_count": "people served",
    "center": "centre",
    "organization": "organisation",
}
MODELS = [
    model for config in apps.get_app_configs() if config.name.startswith("nawl.") for model in config.get_models()
]


def rows() -> dict[str, list[str]]:
    """Return the glossary's rows by English term."""
    lines = [line for line in GLOSSARY.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {row[0].lower(): row for row in cells if row[0] not in {"Term", "---"}}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_model_has_its_line_in_the_glossary(model: type) -> None:
    name = str(model._meta.verbose_name_raw).lower()  # type: ignore[attr-defined]
    assert name in rows(), f"docs/glossary.md has no line for “{name}”"


def test_every_line_of_the_glossary_is_whole() -> None:
    broken = [row for row in rows().values() if len(row) < 4 or not all(row[:4])]
    assert not broken


@pytest.mark.parametrize("word", BANNED)
def test_names_in_the_code_use_the_words_of_the_field(word: str) -> None:
    pattern = re.compile(rf"\b(def|class) \w*{word}\w*", re.IGNORECASE)
    found = [
        f"{path.relative_to(ROOT)}: {match.group(0)}"
        for path in (ROOT / "nawl").rglob("*.py")
        for match in pattern.finditer(path.read_text(encoding="utf-8"))
    ]
    assert not found, f"say “{BANNED[word]}”: {found}"
