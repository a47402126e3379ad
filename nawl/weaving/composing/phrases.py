"""Phrases of a market note: the words of the table, longest first, and where the note pauses."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from nawl.kit.arabic import stem, tokens
from nawl.weaving.composing.families import DATA

_PAUSE: Final = re.compile(r"[.،,؛;:]")
_LONGEST: Final = 4
"""Words of the longest phrase in the table."""
Meaning = tuple[str, str]
"""The group of the table and the meaning in it; both empty for a word that means nothing here."""


@dataclass(frozen=True)
class Phrase:
    """A phrase that means something, or one word that does not.

    `is_joined` where an Arabic "and" is written on it, `after_pause` where a comma or the like stands before it.
    """

    group: str
    meaning: str
    text: str
    is_joined: bool = False
    after_pause: bool = False


def phrases(plain: str) -> Iterator[Phrase]:
    """Yield the phrases of a note in its comparable spelling, in order."""
    words, pauses = list[str](), set[int]()
    for part in _PAUSE.split(plain):
        pauses.add(len(words))
        words += tokens(part)
    at = 0
    while at < len(words):
        (group, meaning), length = _longest(words[at : at + _LONGEST])
        text = " ".join(words[at : at + length])
        is_joined = bool(group) and text not in table() and text.startswith("و")
        yield Phrase(group, meaning, text, is_joined, at > 0 and at in pauses)
        at += length


def _longest(words: list[str]) -> tuple[Meaning, int]:
    for length in range(len(words), 0, -1):
        meaning = _meaning(words[:length])
        if meaning is not None:
            return meaning, length
    return ("", ""), 1


def _meaning(words: list[str]) -> Meaning | None:
    as_written = " ".join(words)
    if as_written in table():
        return table()[as_written]
    return table().get(" ".join(stem(word) for word in words))


@cache
def table() -> dict[str, Meaning]:
    """Phrases in one spelling, and after them their stems; what is written exactly goes before what only shares a stem."""
    rows = tomllib.loads((DATA / "wish_words.toml").read_text(encoding="utf-8"))
    exact: dict[str, Meaning] = {}
    stems: dict[str, Meaning] = {}
    for group, meanings in rows.items():
        for meaning, written in meanings.items():
            for phrase in written:
                parts = tokens(phrase)
                exact.setdefault(" ".join(parts), (group, meaning))
                stems.setdefault(" ".join(stem(part) for part in parts), (group, meaning))
    return {**stems, **exact}
