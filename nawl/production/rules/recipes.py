"""Recipes in an address, and a wish in words: what the composer's pages say of itself."""

from __future__ import annotations

import base64
import binascii
import tomllib
import zlib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Final

from nawl.kit.arabic import is_arabic
from nawl.kit.errors import NotPossible
from nawl.production.rules.plain_data import read_plain
from nawl.weaving.composing import Recipe, Wish, from_words, recipe_from
from nawl.weaving.composing.families import DATA

LONGEST: Final = 4000
"""Characters of a recipe in an address at most."""
_UNPACKED: Final = 20_000


def packed_recipe(recipe: Recipe) -> str:
    """Return a recipe as a word that an address can carry; the same recipe is always the same word."""
    return base64.urlsafe_b64encode(zlib.compress(recipe.to_json().encode(), 9)).decode().rstrip("=")


def unpacked_recipe(text: str) -> Recipe:
    """Return the recipe of an address; raises `recipe_unreadable`, `recipe_too_new`, `size_unfit`."""
    if len(text) > LONGEST:
        raise NotPossible("recipe_unreadable", part="address")
    try:
        packed = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        data = read_plain(zlib.decompressobj().decompress(packed, _UNPACKED))
    except (binascii.Error, zlib.error, ValueError) as fault:
        raise NotPossible("recipe_unreadable", part="address") from fault
    return recipe_from(data)


def wish_of(words: str, *, kind: str = "", motif: str = "") -> Wish:
    """Return the wish of a market note; a kind or motif that was chosen beside it goes before what the note says."""
    wish = from_words(words)
    if kind:
        wish = replace(wish, kind=kind)
    return replace(wish, motifs=(motif, *(one for one in wish.motifs if one != motif))) if motif else wish


def word_for(group: str, meaning: str, language: str) -> str:
    """Return the first word of the market's table for a meaning, in a language; the meaning itself where there is none."""
    phrases = _words().get(group, {}).get(meaning, [])
    return next((phrase for phrase in phrases if _is_arabic(phrase) == is_arabic(language)), meaning)


def _is_arabic(phrase: str) -> bool:
    return any("\u0600" <= sign <= "\u06ff" for sign in phrase)


@cache
def _words() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads((DATA / "wish_words.toml").read_text(encoding="utf-8"))
