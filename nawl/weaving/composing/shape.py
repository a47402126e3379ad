"""The shape of plain data, said in a table: of what kind each part is and between which bounds; nothing is put right.

A kind is asked for a value and its place, and returns the value; what does not fit is refused by its place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import MISSING, fields
from typing import Any, NoReturn

from nawl.kit.errors import NotPossible

Kind = Callable[[Any, str], Any]


def refuse(place: str) -> NoReturn:
    """Refuse what stands at a place of the recipe."""
    raise NotPossible("recipe_unreadable", part=place[:60])


def text(least: int, most: int) -> Kind:
    """Return the kind of a text of so many characters, none of them a control character or half of a sign."""

    def read(value: Any, place: str) -> str:
        if not isinstance(value, str) or not least <= len(value) <= most:
            refuse(place)
        return value if all(unicodedata.category(sign) not in {"Cc", "Cs"} for sign in value) else refuse(place)

    return read


def written(pattern: str) -> Kind:
    """Return the kind of a text that is written by a pattern, whole."""

    def read(value: Any, place: str) -> str:
        return value if isinstance(value, str) and re.fullmatch(pattern, value) else refuse(place)

    return read


def one_of(known: Collection[str]) -> Kind:
    """Return the kind of a word that is one of those known."""

    def read(value: Any, place: str) -> str:
        return value if isinstance(value, str) and value in known else refuse(place)

    return read


def whole(least: int, most: int) -> Kind:
    """Return the kind of a whole number between bounds."""

    def read(value: Any, place: str) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            refuse(place)
        return value

    return read


def number(least: float, most: float) -> Kind:
    """Return the kind of a number between bounds, whole or not."""

    def read(value: Any, place: str) -> float:
        if not isinstance(value, int | float) or isinstance(value, bool) or not least <= value <= most:
            refuse(place)
        return value

    return read


def truth(value: Any, place: str) -> bool:
    """Read a yes or no."""
    return value if isinstance(value, bool) else refuse(place)


def maybe(kind: Kind) -> Kind:
    """Return the kind of what may also be nothing."""

    def read(value: Any, place: str) -> Any:
        return None if value is None else kind(value, place)

    return read


def many(kind: Kind, most: int) -> Kind:
    """Return the kind of a list of at most so many."""

    def read(value: Any, place: str) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple) or len(value) > most:
            refuse(place)
        return tuple(kind(one, f"{place} {n}") for n, one in enumerate(value, 1))

    return read


def plan(of: Any, parts: Mapping[str, Kind]) -> Kind:
    """Return the kind of an object that becomes a dataclass: what has a default may be left out, what is not known is."""
    needed = {one.name for one in fields(of) if one.default is MISSING}

    def read(value: Any, place: str) -> Any:
        if not isinstance(value, Mapping):
            refuse(place)
        for name in sorted(needed - set(value)):
            refuse(f"{place} {name}".strip())
        return of(
            **{name: kind(value[name], f"{place} {name}".strip()) for name, kind in parts.items() if name in value}
        )

    return read
