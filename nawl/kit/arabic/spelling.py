"""One comparable spelling of a text, its words, and a person's name."""

from __future__ import annotations

import re
import unicodedata

_MARKS = (*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06EE), 0x0640)
_UNSEEN = (0x00AD, 0x061C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF)
_LETTERS = {
    **dict.fromkeys("أإآٱ", "ا"),
    "ى": "ي",
    "ی": "ي",
    "ئ": "ي",
    "ة": "ه",
    "ؤ": "و",
    "ک": "ك",
}
_DIGITS = {start + n: str(n) for start in (0x0660, 0x06F0) for n in range(10)}
_FOLDS: dict[int, str | None] = {
    **dict.fromkeys((*_MARKS, *_UNSEEN), None),
    **{ord(letter): plain for letter, plain in _LETTERS.items()},
    **_DIGITS,
}

_WORD = re.compile(r"[^\W_]+")
_NAME_JOINERS = frozenset({"عبد", "ابو"})


def is_arabic(language: str) -> bool:
    """Tell whether a language code ("ar", "ar-sy") is Arabic."""
    return language.lower().startswith("ar")


def normalise(text: str) -> str:
    """Return the text in its one comparable spelling; done twice it changes nothing more.

    Vowel signs, tatweel and unseen marks fall away; the shapes of alef, hamza, yeh and teh marbuta
    become one; Arabic-Indic and Persian digits become 0-9; letters lose their case; blanks are single.
    """
    folded = _fold(text)
    while folded != text:  # a dropped mark may let its neighbours compose, so until nothing moves
        text, folded = folded, _fold(folded)
    return folded


def _fold(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).translate(_FOLDS).casefold().split())


def tokens(text: str) -> list[str]:
    """Return the words and numbers of a text in their comparable spelling, in order."""
    return _WORD.findall(normalise(text))


def name_key(text: str) -> str:
    """Return a person's name for comparing: «عبد الرحمن» and «عبدالرحمن», «أبو علي» and «ابوعلي» are one."""
    joined: list[str] = []
    for word in reversed(tokens(text)):
        if word in _NAME_JOINERS and joined:
            joined[-1] = word + joined[-1]
        else:
            joined.append(word)
    return " ".join(reversed(joined))
