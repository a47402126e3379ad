"""`make check`: what machines can say about the code without running the programme."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
PYTHON = sys.executable

CHECKS: tuple[tuple[str, list[str]], ...] = (
    ("style", [str(BIN / "ruff"), "check", "."]),
    ("form", [str(BIN / "ruff"), "format", "--check", "."]),
    ("types", [str(BIN / "mypy")]),
    ("floors", [str(BIN / "lint-imports"), "--no-cache"]),
    ("templates", [str(BIN / "djlint"), "nawl", "--lint", "--quiet"]),
    ("migrations", [PYTHON, "manage.py", "makemigrations", "--check", "--dry-run"]),
    ("words", [PYTHON, "-m", "config.words", "--check"]),
)


def main() -> int:
    """Run every check, also after one failed, and name those that did."""
    wrong = [name for name, command in CHECKS if not _passes(name, command)]
    print("All in order." if not wrong else f"Not in order: {', '.join(wrong)}")
    return 1 if wrong else 0


def _passes(name: str, command: list[str]) -> bool:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    print(f"{'ok   ' if done.returncode == 0 else 'WRONG'} {name}", flush=True)
    if done.returncode:
        print(done.stdout[-6000:] + done.stderr[-3000:])
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
