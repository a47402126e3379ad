"""The typefaces of papers and pictures, kept in one folder by the set-up; the system's own are never used."""

from __future__ import annotations

from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).resolve().parents[2] / "build" / "fonts"
"""Where the set-up puts them (`python -m config.assets`)."""
TEXT: Final = "IBMPlexSansArabic-SemiBold.ttf"
CHART: Final = "NawlChart-Regular.ttf"


def folder(given: Path | None = None, needs: str = CHART) -> Path:
    """Return the folder of the typefaces: the one given, else the set-up's; raises where it lacks what is needed."""
    found = FOLDER if given is None else given
    if not (found / needs).exists():
        raise RuntimeError(f"No typeface {needs}: run `python -m config.assets` first.")
    return found
