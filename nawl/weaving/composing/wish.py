"""A wish (الطلب): what a market note asks for, read by rule; what was not understood is told, never guessed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from nawl.kit.arabic import normalise, stem, tokens
from nawl.kit.errors import NotPossible
from nawl.weaving.composing.families import DATA
from nawl.weaving.frame import read_size

_NUMBER = r"\d+(?:[.,٫]\d+)?"
_SIZE: Final = re.compile(rf"({_NUMBER})\s*(?:x|×|\*|في|by)\s*({_NUMBER})\s*(cm|سم|متر|م|m)?(?![^\W\d_])")
_CLASS: Final = re.compile(r"(?:صنف|class)\s*(\d+)")
_QUOTED: Final = re.compile(r"[«\"“„']([^»\"”“']{1,40})[»\"”']")
_WRITTEN: Final = re.compile(r"[\w\u064b-\u0652]+")
_LONGEST: Final = 4
"""Words of the longest phrase in the table."""


@dataclass(frozen=True)
class Wish:
    """What is wished: every part may be empty. Size in cm, width first; `colours` in the order of the note.

    `unknown` are the words that were not understood, as they were written.
    """

    governorate: str = ""
    colours: tuple[str, ...] = ()
    kind: str = ""
    size_cm: tuple[Decimal, Decimal] | None = None
    quality: str = ""
    styles: tuple[str, ...] = ()
    motifs: tuple[str, ...] = ()
    words: str = ""
    unknown: tuple[str, ...] = ()

    @property
    def style(self) -> str:
        """The first style wished for, or none."""
        return self.styles[0] if self.styles else ""


def from_words(text: str) -> Wish:
    """Read a market note in Arabic or English, such as «طرطوس، أحمر، سجادة صالون ٢×٣»."""
    letters, text = _taken(_QUOTED, text)
    plain = normalise(text)
    size, plain = _size(plain)
    quality, plain = _taken(_CLASS, plain)
    found: dict[str, dict[str, str]] = {}
    unknown = []
    for group, meaning, phrase in _read(tokens(plain)):
        if group:
            found.setdefault(group, {}).setdefault(meaning, phrase)
        else:
            unknown.append(phrase)
    second = list(found.get("governorate", {}).values())[1:]
    return Wish(
        governorate=_first(found, "governorate"),
        colours=tuple(found.get("colour", ())),
        kind=_narrowest(list(found.get("kind", ()))),
        size_cm=size,
        quality=quality,
        styles=tuple(found.get("style", ())),
        motifs=tuple(found.get("motif", ())),
        words=letters.strip(),
        unknown=tuple(dict.fromkeys(_as_written(text, phrase) for phrase in unknown + second)),
    )


def _as_written(text: str, phrase: str) -> str:
    """Return a phrase in the note's own spelling; where it cannot be traced, in the one that was compared."""
    written = {token: word for word in _WRITTEN.findall(text) for token in tokens(word)}
    return " ".join(written.get(word, word) for word in phrase.split())


def _narrowest(kinds: list[str]) -> str:
    """A carpet said with a narrower word, as in «سجادة، ممر», is that narrower kind."""
    narrow = [kind for kind in kinds if kind != "salon"]
    return (narrow or kinds or [""])[0]


def _first(found: dict[str, dict[str, str]], group: str) -> str:
    return next(iter(found.get(group, ())), "")


def _taken(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    """Return what a pattern finds first, and the text without it."""
    match = pattern.search(text)
    if match is None:
        return "", text
    return match.group(1), f"{text[: match.start()]} {text[match.end() :]}"


def _size(plain: str) -> tuple[tuple[Decimal, Decimal] | None, str]:
    match = _SIZE.search(plain)
    if match is None:
        return None, plain
    try:
        size = read_size(match.group(0))
    except NotPossible:
        return None, plain
    return size, f"{plain[: match.start()]} {plain[match.end() :]}"


def _read(words: list[str]) -> Iterator[tuple[str, str, str]]:
    """Yield group, meaning and phrase, longest first; a word that means nothing here has no group."""
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            meaning = _meaning(words[at : at + length])
            if meaning is not None:
                if meaning[0] != "passed_over":
                    yield (*meaning, " ".join(words[at : at + length]))
                at += length
                break
        else:
            yield "", "", words[at]
            at += 1


def _meaning(words: list[str]) -> tuple[str, str] | None:
    table = _table()
    as_written = " ".join(words)
    if as_written in table:
        return table[as_written]
    return table.get(" ".join(stem(word) for word in words))


@cache
def _table() -> dict[str, tuple[str, str]]:
    """Phrases in one spelling, and after them their stems; what is written exactly goes before what only shares a stem."""
    rows = tomllib.loads((DATA / "wish_words.toml").read_text(encoding="utf-8"))
    exact: dict[str, tuple[str, str]] = {}
    stems: dict[str, tuple[str, str]] = {}
    for group, meanings in rows.items():
        for meaning, phrases in meanings.items():
            for phrase in phrases:
                parts = tokens(phrase)
                exact.setdefault(" ".join(parts), (group, meaning))
                stems.setdefault(" ".join(stem(part) for part in parts), (group, meaning))
    return {**stems, **exact}
