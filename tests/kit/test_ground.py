"""The ground floor stands on nothing of the house and knows no tables."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from nawl import kit

FILES = sorted(Path(kit.__file__).parent.rglob("*.py"))


def imports_at_run_time(node: ast.AST) -> Iterator[str]:
    """Yield what a file imports when it runs; imports for types alone are left out."""
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return
    if isinstance(node, ast.Import):
        yield from (name.name for name in node.names)
    if isinstance(node, ast.ImportFrom):
        yield from (f"{node.module}.{name.name}" for name in node.names)
    for child in ast.iter_child_nodes(node):
        yield from imports_at_run_time(child)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_ground_floor_imports_neither_models_nor_upper_floors(file: Path) -> None:
    imported = list(imports_at_run_time(ast.parse(file.read_text(encoding="utf-8"))))
    assert [name for name in imported if name.startswith("django.db.models")] == []
    assert [name for name in imported if name.startswith("nawl.") and not name.startswith("nawl.kit.")] == []
