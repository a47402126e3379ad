"""The typefaces of papers and drawings, kept in one folder by the set-up; the system's own are never used."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

TEXT, TITLE, DIGITS = "IBM Plex Sans Arabic", "Cairo", "Nawl Digits"


def folder() -> Path:
    """Return the folder of the TTF files; the set-up fills it (`python -m config.assets`)."""
    found: Path = settings.BASE_DIR / "build" / "fonts"
    if not any(found.glob("*.ttf")):
        raise RuntimeError(f"No typefaces in {found}: run `python -m config.assets` first.")
    return found
