"""The import linter's contracts hold: floors, inner shape, screens apart, pure rules."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def test_imports_only_go_down() -> None:
    linter = Path(sys.executable).parent / "lint-imports"
    assert shutil.which(linter), "import-linter is one of the tools of the tests"
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", sorted([*ROOT.glob("nawl/*/rules.py"), *ROOT.glob("nawl/weaving/**/*.py")]), ids=str)
def test_rules_and_engines_import_no_django_tables(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert not [name for name in names if name.startswith("django.db")]
