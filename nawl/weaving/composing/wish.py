"""A wish (الطلب): what a market note asks for, read by rule; what was not understood is told, never guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from nawl.kit.arabic import normalise, tokens
from nawl.kit.errors import NotPossible
from nawl.weaving.composing.phrases import Phrase, phrases
from nawl.weaving.composing.refusing import told_apart
from nawl.weaving.composing.shades import shade_of
from nawl.weaving.frame import read_size

_NUMBER = r"\d+(?:[.,٫]\d+)?"
_SIZE: Final = re.compile(rf"({_NUMBER})\s*(?:x|×|\*|في|by)\s*({_NUMBER})\s*(cm|سم|متر|م|m)?(?![^\W\d_])")
_CLASS: Final = re.compile(r"(?:صنف|class)\s*(\d+)")
_QUOTED: Final = re.compile(r"[«\"“„']([^»\"”“']{1,40})[»\"”']")
_UNWRITTEN: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_WRITTEN: Final = re.compile(r"[\w\u064b-\u0652]+")


@dataclass(frozen=True)
class Wish:
    """What is wished: every part may be empty. Size in cm, width first; `colours` in the order of the note.

    `without` are the colours that are refused, with all their shades. `unknown` are the words that were not understood, as
    they were written.
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
    without: tuple[str, ...] = field(default=(), repr=False)

    @property
    def style(self) -> str:
        """The first style wished for, or none."""
        return self.styles[0] if self.styles else ""


def from_words(text: str) -> Wish:
    """Read a market note in Arabic or English, such as «طرطوس، أحمر، سجادة صالون ٢×٣»."""
    letters, text = _taken(_QUOTED, _UNWRITTEN.sub(" ", text))
    plain = normalise(text)
    size, plain = _size(plain)
    quality, plain = _taken(_CLASS, plain)
    told = told_apart(phrases(plain))
    without = tuple(dict.fromkeys(one.meaning for one in told.refused if one.group == "colour"))
    found, left = _sorted(told.wished, without)
    left += [one.text for one in told.refused if one.group != "colour"]
    return Wish(
        governorate=_first(found, "governorate"),
        colours=tuple(found.get("colour", ())),
        kind=_narrowest(list(found.get("kind", ()))),
        size_cm=size,
        quality=quality,
        styles=tuple(found.get("style", ())),
        motifs=tuple(found.get("motif", ())),
        words=letters.strip(),
        unknown=tuple(dict.fromkeys(_as_written(text, phrase) for phrase in left)),
        without=without,
    )


def _sorted(wished: list[Phrase], without: tuple[str, ...]) -> tuple[dict[str, dict[str, str]], list[str]]:
    """Return what is wished by group, each with the phrase it was read from, and the phrases that cannot be followed.

    Those are words without a meaning, a colour all of whose shades are refused as well, and a second governorate.
    """
    found: dict[str, dict[str, str]] = {}
    left = []
    for one in wished:
        if not one.group or (one.group == "colour" and not shade_of(one.meaning, without)):
            left.append(one.text)
        else:
            found.setdefault(one.group, {}).setdefault(one.meaning, one.text)
    return found, left + list(found.get("governorate", {}).values())[1:]


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
