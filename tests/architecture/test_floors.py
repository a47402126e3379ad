"""The import linter's contracts hold: floors, inner shape, screens apart, pure rules."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_imports_only_go_down() -> None:
    linter = Path(sys.executable).parent / "lint-imports"
    assert shutil.which(linter), "import-linter is one of the tools of the tests"
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
