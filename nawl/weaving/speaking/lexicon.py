"""How a text is given to the voice: words that it would say wrongly are written with their vowels in `lexicon.toml`."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from pathlib import Path

from nawl.weaving.speaking.pronouncing import is_vowelled, sounds

_SOURCE = Path(__file__).with_name("lexicon.toml")
_MARKS = re.compile("[\u064b-\u0652\u0640]")
_SIGNS = re.compile(r"[\[\]<>&{}|\\]")


def plain(text: str) -> str:
    """Return a text as it is compared: composed letters, single spaces, no vowel marks."""
    return " ".join(_MARKS.sub("", unicodedata.normalize("NFC", text)).split())


@cache
def _vowelled() -> dict[str, str]:
    """Return vowelled words by how they are written without marks."""
    table = tomllib.loads(_SOURCE.read_text(encoding="utf-8"))
    return {plain(word): word for words in table.values() for word in words}


def said(text: str, language: str) -> str:
    """Return a text as the voice takes it: Arabic words whose vowels are known as sounds, the others as they stand."""
    clean = " ".join(_SIGNS.sub(" ", unicodedata.normalize("NFC", text)).split())
    if language != "ar" or not clean:
        return clean
    words = [_known(word) for word in clean.split()]
    if all(map(is_vowelled, words)):
        return f"[[{sounds(' '.join(words))}]]"
    return " ".join(f"[[{sounds(word)}]]" if is_vowelled(word) else _unknown(word) for word in words)


def _known(word: str) -> str:
    """Return a word with its vowels, where they are known or written; «قانٍ» is in pause «قاني»."""
    bare = plain(re.sub("\u064d$", "ي", word))
    if bare.startswith("ال") and bare[2:] in _vowelled():
        return "ال" + _vowelled()[bare[2:]]
    return _vowelled().get(bare, word)


def _unknown(word: str) -> str:
    """Return a word for the voice's own rules; in pause it would say the t of a tā' marbūṭa."""
    return re.sub("ة$", "\u064e", word)
