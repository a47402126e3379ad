"""`make bench`: every measurement in a process of its own, on both engines; the table goes to docs/performance.md.

`python -m bench weaving` measures only what needs no database and leaves the rest of the page as it stands.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import Any

from bench import charts, told, woven
from bench.importing import FILES
from bench.weaving import PARTS
from tests import postgres

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "performance.md"
CELLS = int(os.environ.get("BENCH_CELLS", "5000000"))


def main(only: str = "") -> int:
    """Measure on SQLite, then on PostgreSQL where it is installed, then weaving, and write the page."""
    if only == "weaving":
        return _written(PAGE.read_text(encoding="utf-8").split(woven.HEADING)[0].rstrip() + "\n")
    found: dict[str, dict[str, Any]] = {}
    for engine in ("SQLite", "PostgreSQL"):
        if engine == "PostgreSQL" and postgres.binaries() is None:
            print(f"PostgreSQL is not measured: {postgres.HOW_TO_GET}")
            continue
        found[engine] = dict(_measure(engine))
    return _written(told.page(found, _machine()))


def _written(page: str) -> int:
    """Write the page with what weaving measures at its end."""
    answers = {part: _run([sys.executable, "-m", "bench.weaving", part], os.environ)[part] for part in PARTS}
    answers["studio"] = _part("SQLite", "studio")
    printed = _run([sys.executable, "-m", "bench.charts"], os.environ)
    text = f"{page}\n{woven.section(answers)}{charts.section(printed)}"
    PAGE.write_text(text, encoding="utf-8")
    print(text)
    return 0


def _measure(engine: str) -> Iterator[tuple[str, Any]]:
    """Give the answer of every part by its name."""
    yield "figures", _part(engine, "figures", str(CELLS))
    yield "importing", [_part(engine, "importing", name) for name in FILES]
    yield "pages", _part(engine, "pages")
    yield "reporting", _part(engine, "reporting")


def _part(engine: str, part: str, *arguments: str) -> Any:
    """Run one part on an empty database of its own."""
    print(f"{engine}: {part} {' '.join(arguments)} …", flush=True)
    with tempfile.TemporaryDirectory(prefix="nawl-bench-") as folder, _server(engine) as url:
        settings = {**os.environ, "NAWL_DATA_DIR": folder, "DATABASE_URL": url}
        if part in {"pages", "reporting"}:
            _demonstration(settings)
        if part == "importing":
            settings["NAWL_TODAY"] = "2022-12-31"
        return _run([sys.executable, "-m", f"bench.{part}", *arguments], settings)


def _server(engine: str) -> Any:
    return postgres.running() if engine == "PostgreSQL" else nullcontext("")


def _demonstration(settings: Mapping[str, str]) -> None:
    nawl = str(Path(sys.executable).parent / "nawl")
    for word in ("setup", "demo"):
        subprocess.run([nawl, word], cwd=ROOT, env=dict(settings), check=True, stdout=subprocess.DEVNULL)


def _run(command: list[str], settings: Mapping[str, str]) -> Any:
    done = subprocess.run(command, cwd=ROOT, env=dict(settings), check=False, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(command[1:])} failed:\n{done.stderr[-3000:]}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def _machine() -> str:
    return f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}, {date.today():%Y-%m-%d}"  # noqa: DTZ011


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
