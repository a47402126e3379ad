"""Finding records by what a register calls them, and the nearest one where nothing fits."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Generic, TypeVar

from rapidfuzz import fuzz, process

from nawl.collection.reading.words import word_key

NEAR_ENOUGH = 66
_ARABIC = re.compile(r"[\u0621-\u064a]")

Record = TypeVar("Record")


class NameIndex(Generic[Record]):
    """Records by every spelling of their code and names."""

    def __init__(self, entries: Iterable[tuple[str, Record]]) -> None:
        self._by_key: dict[str, list[Record]] = {}
        for spelling, record in entries:
            key = word_key(spelling)
            found = self._by_key.setdefault(key, []) if key else []
            if record not in found:
                found.append(record)

    def find(self, text: str) -> list[Record]:
        """Return the records that a text names: none, one, or several of the same name."""
        return self._by_key.get(word_key(text), [])

    def nearest(self, text: str) -> Record | None:
        """Return the record whose name is spelt most like the text, None where none is near."""
        match = process.extractOne(word_key(text), self._by_key.keys(), scorer=fuzz.WRatio, score_cutoff=NEAR_ENOUGH)
        return self._by_key[match[0]][0] if match else None

    def within(self, text: str) -> list[Record]:
        """Return the records whose whole name or code stands inside a longer text, those of the longest name."""
        inside = f" {word_key(text)} "
        keys = [key for key in self._by_key if f" {key} " in inside]
        return self._by_key[max(keys, key=len)] if keys else []


def is_arabic_text(text: str) -> bool:
    """Say whether a text is written in Arabic, so that a suggestion can be too."""
    return bool(_ARABIC.search(text))


def named_like(text: str, name_ar: str, name_en: str) -> str:
    """Return the name in the script of what the clerk wrote."""
    return name_en if name_en and not is_arabic_text(text) else name_ar
