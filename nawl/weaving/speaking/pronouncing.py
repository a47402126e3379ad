"""How a vowelled Arabic word sounds (النطق): from letters with their marks to the sounds that the offline voice is given.

The voice's own dictionary says «ثمانية» as *thmaniyyat* and loses the vowel of «السَّطر», so what is always said is
written with its marks and turned into sounds here: tā' marbūṭa in pause, sun letters, long vowels, doubling, and the
stress of a word by the weight of its syllables. A word without marks is left to the voice.
"""

from __future__ import annotations

import re
import unicodedata

FATHATAN, FATHA, DAMMA, KASRA, SHADDA, SUKUN = "\u064b", "\u064e", "\u064f", "\u0650", "\u0651", "\u0652"
_SHORT = {FATHA: "a", DAMMA: "u", KASRA: "i"}
_LONG = {("a", "ا"), ("a", "ى"), ("u", "و"), ("i", "ي")}
_OWN = {"آ": "?a:", "ٱ": ""}
_MARKS = FATHATAN + "\u064c\u064d" + FATHA + DAMMA + KASRA + SHADDA + SUKUN
_SOUNDS: dict[str, str] = dict(zip("ءأإؤئبتثجحخدذرزسشصضطظعغفقكلمنهويگپچڤ", (
    *("?" * 5), "b", "t", "T", "dZ", "H", "X", "d", "D", "R", "z", "s", "S", "s[", "dH", "t[", "Z", "A", "gH", "f", "q",
    "k", "l", "m", "n", "h", "w", "j", "g", "p", "tS", "v"), strict=True))  # fmt: skip
_SUN = "تثدذرزسشصضطظلن"
_LETTER = re.compile(rf"(\w)([{_MARKS}]*)")
_ARTICLE = re.compile(rf"^ا{FATHA}?ل{SUKUN}?(?=\w)")
_VOWEL = re.compile(r"[aiu]:?")


def is_vowelled(text: str) -> bool:
    """Whether every word bears its vowel marks, so that its sounds can be told from its letters alone."""
    return all(_is_vowelled(word) for word in unicodedata.normalize("NFC", text).split())


def _is_vowelled(word: str) -> bool:
    """Whether no two letters stand together without a vowel, a long one or a mark between them."""
    letters = _LETTER.findall(_ARTICLE.sub("", word))
    bare = [not marks and letter not in "اىويةآ" for letter, marks in letters[:-1]]
    return bool(letters) and not any(bare) and any(marks for _letter, marks in letters)


def sounds(text: str) -> str:
    """Return a vowelled phrase as the voice's sound signs, a word's stress before its vowel; the last word in pause."""
    words = unicodedata.normalize("NFC", text).split()
    said: list[str] = []
    for place, word in enumerate(words):
        joined = bool(said) and said[-1][-1:] in tuple("aiu:")
        if joined and word[0] == "ا":
            said[-1] = said[-1].rstrip(":")
        said.append(_word(word, is_last=place == len(words) - 1, is_joined=joined))
    return " ".join(stressed(word) for word in said)


def _word(word: str, *, is_last: bool, is_joined: bool) -> str:
    """Return the sounds of one word, without stress."""
    found = ""
    letters = _LETTER.findall(_with_article(word))
    for place, (letter, marks) in enumerate(letters):
        is_final = place == len(letters) - 1
        if place == 0 and letter == "ا":
            found += "" if is_joined else "?" + next((_SHORT[mark] for mark in marks if mark in _SHORT), "a")
        else:
            found += _letter(letter, marks, found, is_final=is_final, in_pause=is_final and is_last and place > 0)
    return found


def _letter(letter: str, marks: str, before: str, *, is_final: bool, in_pause: bool) -> str:
    """Return the sounds that one letter and its marks add to what came before."""
    vowel = "" if in_pause else next((_SHORT[mark] for mark in marks if mark in _SHORT), "")
    last = before[-1:]
    if letter in _OWN:
        return _OWN[letter]
    if letter == "ة":
        return "t" + vowel if vowel else ""
    if letter == "ا" and before.endswith("a:"):
        return ""
    is_nisba = is_final and letter == "ي" and SHADDA in marks and last == "i"
    if is_nisba or ((last, letter) in _LONG and not marks):
        return ":" + vowel
    sound = _SOUNDS.get(letter, "")
    return (sound * 2 if SHADDA in marks else sound) + ("a:" if FATHATAN in marks else vowel)


def _with_article(word: str) -> str:
    """Write the article before a sun letter as it is heard: its l is the first of the doubled letter."""
    if word[:1] == "ا" and (match := re.match(rf"(ا[{_MARKS}]*)ل{SUKUN}?([{_SUN}])([{_MARKS}]*)", word)):
        marks = match[3] if SHADDA in match[3] else SHADDA + match[3]
        return match[1] + match[2] + marks + word[match.end() :]
    return word


def stressed(word: str) -> str:
    """Put the stress where Arabic has it: a last syllable of three weights, else a heavy one before it, else the third."""
    vowels = list(_VOWEL.finditer(word))
    if not vowels:
        return word
    tail = _consonants(word[vowels[-1].end() :])
    if tail >= 2 or (tail and vowels[-1][0].endswith(":")) or len(vowels) == 1:
        chosen = vowels[-1]
    elif vowels[-2][0].endswith(":") or _consonants(word[vowels[-2].end() : vowels[-1].start()]) >= 2:
        chosen = vowels[-2]
    else:
        chosen = vowels[max(0, len(vowels) - 3)]
    return f"{word[: chosen.start()]}'{word[chosen.start() :]}"


def _consonants(sounds_between: str) -> int:
    return len(re.findall(r"dZ|tS|gH|dH|s\[|t\[|[^\[:]", sounds_between))
