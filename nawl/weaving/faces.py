"""The typefaces of papers and pictures, kept in one folder by the set-up; the system's own are never used."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from nawl.kit.errors import NotFound

FOLDER: Final = Path(__file__).resolve().parents[2] / "build" / "fonts"
"""Where the set-up puts them (`python -m config.assets`)."""
TEXT: Final = "IBMPlexSansArabic-SemiBold.ttf"
CHART: Final = "NawlChart-Regular.ttf"


def folder(given: Path | None = None, needs: str = CHART) -> Path:
    """Return the folder of the typefaces: the one given, else the set-up's; raises `typeface_missing`."""
    found = FOLDER if given is None else given
    if not (found / needs).exists():
        raise NotFound("typeface_missing", typeface=needs)
    return found
