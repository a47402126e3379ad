"""Reads a printed chart back: the cells of a page from its text, the words by poppler, the colours from its picture."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from pypdf import PageObject, PdfReader

from nawl.weaving.printing import face

without_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="needs pdftotext: apt-get install poppler-utils"
)


def reader_of(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def cells_of(page: PageObject, wide: int) -> list[str]:
    """Return what stands in the cells of a sheet `wide` cells wide, row by row from the top; blank cells are spaces."""
    rows: dict[float, list[str]] = {}

    def seen(text: str, cm: Any, _tm: Any, font: Any, _size: float) -> None:
        if font and "NawlChart" in font["/BaseFont"] and len(text) == wide:
            rows.setdefault(round(cm[5], 1), []).append(text)

    page.extract_text(visitor_text=seen)
    return [_together(passes) for _y, passes in sorted(rows.items(), reverse=True)]


def _together(passes: list[str]) -> str:
    """Lay the dark and the white text of a row over each other."""
    letters = []
    for column in zip(*passes, strict=True):
        said = [letter for letter in column if letter != face.EMPTY]
        assert len(said) <= 1, "two signs in one cell"
        letters.append(said[0] if said else " ")
    return "".join(letters)


def words_of(pdf: bytes, folder: Path, page: int | None = None) -> str:
    """Return what poppler reads, as a reader would copy it."""
    path = folder / "chart.pdf"
    path.write_bytes(pdf)
    pages = [] if page is None else ["-f", str(page), "-l", str(page)]
    raw = subprocess.run(["pdftotext", *pages, str(path), "-"], capture_output=True, check=True).stdout.decode()
    return " ".join(re.sub(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", unicodedata.normalize("NFKC", raw)).split())


def parts_of(text: str) -> set[str]:
    """Return the words, codes and numbers of a text, each for itself: poppler joins digits and words of one line anyhow."""
    return set(re.findall(r"[٠-٩٬٫]+|[A-Za-z0-9][A-Za-z0-9.,-]*|[\u0620-\u065f]+", text))


def holds(text: str, said: str) -> bool:
    """Tell whether all words and numbers of a sentence stand in a text."""
    return parts_of(said) <= parts_of(text)


def colours_of(pdf: bytes, folder: Path, page: int) -> np.ndarray:
    """Return a page as it is painted, at 200 pixels an inch."""
    path = folder / "chart.pdf"
    path.write_bytes(pdf)
    command = ["pdftoppm", "-r", "200", "-png", "-singlefile", "-f", str(page), "-l", str(page), str(path)]
    subprocess.run([*command, str(folder / "page")], check=True)
    return np.asarray(Image.open(folder / "page.png").convert("RGB"))
