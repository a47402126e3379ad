"""What views hand to components: small frozen rows, so that a template never needs a name that is not there."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

State = Literal["", "good", "run", "late", "wrong", "open"]
Number = int | float | Decimal


@dataclass(frozen=True)
class Crumb:
    """One step of the way to a page; the last has no address."""

    label: str
    href: str = ""


@dataclass(frozen=True)
class Choice:
    """One choice of a segmented control, of tabs or of filter chips."""

    label: str
    href: str
    on: bool = False
    count: int | None = None


@dataclass(frozen=True)
class Step:
    """One step of a course of work: done, now or next; the note says who or what is missing."""

    label: str
    state: Literal["done", "now", "next"] = "next"
    note: str = ""


@dataclass(frozen=True)
class Fact:
    """One line of a list of facts; `code` marks what is read from left to right (codes, telephones)."""

    label: str
    value: str | Number
    href: str = ""
    code: bool = False


@dataclass(frozen=True)
class Bar:
    """One row of a breakdown: a name, its number, its share of the longest."""

    label: str
    value: Number
    href: str = ""
    state: State = ""


@dataclass(frozen=True)
class Event:
    """One change in a feed: what happened, who and when, and the record that it leads to."""

    text: str
    who: str = ""
    href: str = ""
    state: State = ""


@dataclass(frozen=True)
class Fault:
    """One fault of a form or a file, with the place that it leads to."""

    text: str
    href: str = ""


@dataclass(frozen=True)
class Difference:
    """One field in which two versions of a record differ."""

    label: str
    mine: str
    theirs: str

    @property
    def differs(self) -> bool:
        """Whether the two versions say different things."""
        return self.mine != self.theirs


@dataclass(frozen=True)
class Tile:
    """One governorate of the tile map, by its P-code; no value means no facilities there."""

    pcode: str
    name: str
    value: Number | None = None
    href: str = ""
    late: bool = False
