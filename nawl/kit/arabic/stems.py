"""The light stem of a word: what search compares after the spelling."""

from __future__ import annotations

from nawl.kit.arabic.exceptions import KEPT_STARTS, STEMS
from nawl.kit.arabic.spelling import normalise, tokens

_ARTICLES = ("وال", "بال", "كال", "فال", "لل", "ال")
_PROCLITICS = ("و", "ب", "ل")
_ENDINGS = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")


def stem(word: str) -> str:
    """Return the light stem of one word: without article, joined particle and common endings."""
    return _without_endings(_without_beginning(normalise(word)))


def stem_text(text: str) -> str:
    """Return the stems of all words of a text, parted by single blanks."""
    return " ".join(_without_endings(_without_beginning(word)) for word in tokens(text))


def _without_beginning(word: str) -> str:
    if word in STEMS or word.startswith(KEPT_STARTS):
        return word
    for article in _ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= 2:
            return word[len(article) :]
    if word.startswith(_PROCLITICS) and len(word) >= 5:
        return word[1:]
    return word


def _without_endings(word: str) -> str:
    while word not in STEMS:
        ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= 3), None)
        if ending is None:
            return word
        word = word[: -len(ending)]
    return STEMS[word]
