"""A worded report: titles, sentences, tables and pictures of one language, before any format is chosen."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from nawl.kit.numbers import Digits

CellKind = Literal["text", "count", "share", "change", "difference", "code"]
Value = str | int | float | None


@dataclass(frozen=True)
class Column:
    """One column of a table: its heading, the basis of its figures, and what its cells hold."""

    title: str
    kind: CellKind = "text"
    basis: str = ""
    width: float = 1.0

    @property
    def is_number(self) -> bool:
        """Whether its cells align at their units."""
        return self.kind in {"count", "share", "change", "difference"}


@dataclass(frozen=True)
class Table:
    """A captioned table; the last row is a total when `has_total`; `label` names its sheet.

    `details` holds a second, smaller line for the first cell of each row, where there is one.
    """

    label: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    has_total: bool = False
    note: str = ""
    details: tuple[str, ...] = ()


@dataclass(frozen=True)
class Picture:
    """A drawing as SVG, its caption, and the words that stand in its place for who cannot see it."""

    caption: str
    alt: str
    svg: str
    width: float = 1.0


@dataclass(frozen=True)
class Prose:
    """A paragraph of whole sentences."""

    sentences: tuple[str, ...]

    @property
    def text(self) -> str:
        """The sentences as one paragraph."""
        return " ".join(self.sentences)


@dataclass(frozen=True)
class Apart:
    """A paragraph that is read on its own, with its reason in front."""

    lead: str
    text: str


@dataclass(frozen=True)
class Term:
    """A word and what it means here."""

    word: str
    meaning: str


@dataclass(frozen=True)
class Terms:
    """Words and their meanings, or a list of plain points when the meanings are empty."""

    items: tuple[Term, ...]


@dataclass(frozen=True)
class HeadFigure:
    """A headline figure: number, what it is, its basis; target and change as sentences; share of the target reached."""

    value: int | None
    label: str
    basis: str
    target: str = ""
    change: str = ""
    reached: float | None = None


@dataclass(frozen=True)
class HeadFigures:
    """The headline figures, side by side."""

    items: tuple[HeadFigure, ...]


Block = Table | Picture | Prose | Apart | Terms | HeadFigures


@dataclass(frozen=True)
class Section:
    """A numbered section, or an annex with its letter."""

    sign: str
    title: str
    blocks: tuple[Block, ...]
    is_annex: bool = False

    @property
    def anchor(self) -> str:
        """The name by which a link on the page finds it."""
        return f"part-{self.sign}"


@dataclass(frozen=True)
class Fact:
    """A line of the cover: what, and its value; codes read from left to right."""

    label: str
    value: str
    is_code: bool = False


@dataclass(frozen=True)
class Words:
    """The small words that a format itself needs: page numbers, contents, foot."""

    contents: str
    page_of: str
    foot: str
    fingerprint: str
    notice: str
    draft: str
    sections: str
    annexes: str


@dataclass(frozen=True)
class Document:
    """The whole report in one language."""

    language: str
    direction: Literal["rtl", "ltr"]
    digits: Digits
    letterhead: tuple[str, str, str]
    title: str
    subtitle: str
    lead: str
    state: str
    is_issued: bool
    number: str
    made_on: str
    day: date
    band: str
    facts: tuple[Fact, ...]
    synthetic: str
    fingerprint: str
    verify_address: str
    words: Words
    sections: tuple[Section, ...] = field(default=())

    @property
    def tables(self) -> tuple[Table, ...]:
        """All tables, in order."""
        return tuple(block for part in self.sections for block in part.blocks if isinstance(block, Table))

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """All pictures, in order."""
        return tuple(block for part in self.sections for block in part.blocks if isinstance(block, Picture))
