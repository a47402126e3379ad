"""`make test`: every test this machine can run, on both databases; ends by naming what was left out."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET  # reads only the files that pytest itself has just written
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests import postgres

ROOT = Path(__file__).resolve().parent.parent
WITHOUT_TABLES = "--ignore=tests/weaving"
"""The engine knows no database: its tests run once, not once on each."""


@dataclass
class Tally:
    """What the runs added up to."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    left_out: list[str] = field(default_factory=list)

    def add(self, report: Path) -> None:
        """Add the counts of one run's report."""
        suite = ET.parse(report).getroot().find("testsuite")  # pytest's own file
        assert suite is not None
        total, skipped = int(suite.get("tests", 0)), int(suite.get("skipped", 0))
        failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        self.passed += total - skipped - failed
        self.failed += failed
        self.skipped += skipped


def main(arguments: list[str]) -> int:
    """Run the parts in turn and return the exit code."""
    tally = Tally()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="nawl-test-") as folder:
        place = Path(folder)
        codes = [_part("SQLite", place, tally, {}, "-m", "not browser and not postgres", *arguments)]
        codes.append(_browser(place, tally, arguments))
        codes.append(_postgres(place, tally, arguments))
    return _close(tally, codes, time.monotonic() - begun)


def _browser(place: Path, tally: Tally, arguments: list[str]) -> int:
    if not any(shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome")):
        tally.left_out.append("the journeys in a browser; to have them: apt-get install chromium")
        return 0
    return _part("the browser", place, tally, {}, "-m", "browser", *arguments)


def _postgres(place: Path, tally: Tally, arguments: list[str]) -> int:
    url = os.environ.get("DATABASE_URL", "")
    if url:
        return _part("PostgreSQL", place, tally, {"DATABASE_URL": url}, "-m", "not browser", WITHOUT_TABLES, *arguments)
    if postgres.binaries() is None:
        tally.left_out.append(f"everything on PostgreSQL; to have it: {postgres.HOW_TO_GET}")
        return 0
    with postgres.running() as own:
        return _part("PostgreSQL", place, tally, {"DATABASE_URL": own}, "-m", "not browser", WITHOUT_TABLES, *arguments)


def _part(name: str, place: Path, tally: Tally, environ: Mapping[str, str], *arguments: str) -> int:
    print(f"\n== {name} ==", flush=True)
    slug = name.replace(" ", "-").lower()
    report = place / f"{slug}.xml"
    settings = {**os.environ, "NAWL_DATA_DIR": str(place / slug), "DATABASE_URL": "", **environ}
    (place / slug).mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "pytest", "-q", "-n", "2", "--dist", "loadfile", f"--junitxml={report}"]
    code = subprocess.run([*command, *arguments], cwd=ROOT, env=settings, check=False).returncode
    if report.exists():
        tally.add(report)
    return code


def _close(tally: Tally, codes: list[int], seconds: float) -> int:
    if not shutil.which("pdftotext"):
        tally.left_out.append("reading the PDFs back; to have it: apt-get install poppler-utils")
    print(f"\n{seconds:.0f} s")
    for what in tally.left_out:
        print(f"Left out: {what}")
    is_incomplete = bool(tally.left_out) and os.environ.get("CI") == "true"
    if is_incomplete:
        print("In CI nothing may be left out.")
    print(f"{tally.passed} passed, {tally.failed} failed, {tally.skipped} skipped", flush=True)
    return 1 if any(codes) or tally.failed or is_incomplete else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
