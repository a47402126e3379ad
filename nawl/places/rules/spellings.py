"""Spellings of places: one comparable key, and what a reader may add to a name to tell two places apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from nawl.kit.arabic import normalise

_APOSTROPHES = str.maketrans("", "", "'`´‘’ʿʾʻʼ")
_HYPHENS = str.maketrans("-_–", "   ")
_IN_BRACKETS = re.compile(r"^(?P<name>[^()]+)\((?P<parents>[^()]+)\)$")
_COMMAS = re.compile(r"[،,؛;/]")

LONGEST_KEY = 340
"""As long as the columns of search keys; only names of 160 letters in both languages reach it."""


@dataclass(frozen=True)
class Named:
    """A place's name beside the names of what it lies in, nearest first."""

    name: str
    parents: tuple[str, ...] = ()


def spelling_key(text: str) -> str:
    """Return the comparable form of a place's name: «Nāḩiyat Al-A‘zaz» and "nahiyat al azaz" are one."""
    plain = unicodedata.normalize("NFD", normalise(text).translate(_APOSTROPHES).translate(_HYPHENS))
    return " ".join("".join(sign for sign in plain if unicodedata.category(sign) != "Mn").split())


def search_key(name_ar: str, name_en: str, code: str) -> str:
    """Return what a record with these names and this code is searched by."""
    return normalise(f"{name_ar} {name_en} {code}")[:LONGEST_KEY]


def parts_of(text: str) -> Named:
    """Split «صوران، حماة» or «صوران (أعزاز، حلب)» into the name and what it lies in."""
    text = text.strip()
    bracketed = _IN_BRACKETS.match(text)
    if bracketed:
        return Named(bracketed["name"].strip(), _split(bracketed["parents"]))
    name, *parents = _split(text) or ("",)
    return Named(name, tuple(parents))


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in _COMMAS.split(text) if part.strip())


def labelled(name: str, parents: Sequence[str], comma: str = "، ") -> str:
    """Return a name with what it lies in: «صوران (أعزاز، حلب)»; a parent of the same name as the next is said once."""
    said: list[str] = []
    for parent in parents:
        if parent not in said:
            said.append(parent)
    if said and said != [name]:
        return f"{name} ({comma.join(said)})"
    return name
