"""What crosses from the indicators to pages and reports: frozen values that carry their basis, place and period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from urllib.parse import urlencode
from uuid import UUID

from django.utils.translation import get_language

from nawl.indicators.rules import BasisNote, Change, Number
from nawl.kit.facts import Basis
from nawl.kit.periods import Period

NONE = "-"
"""How an address writes that a column holds nothing: an activity without a partner."""

Filters = tuple[tuple[str, tuple[str, ...]], ...]
"""Conditions on standard columns: each must hold, by any of its values."""


def filters_of(mapping: Mapping[str, object]) -> Filters:
    """Return conditions in their one order; a single value counts as a list of one."""
    return tuple(
        (column, tuple(str(one) for one in values) if isinstance(values, list | tuple) else (str(values),))
        for column, values in sorted(mapping.items())
    )


@dataclass(frozen=True)
class Place:
    """Where a figure stands for, within the reader's scope.

    Its level is programme, governorate, district, facility, or places: all places of a reader with several postings.
    """

    level: str
    code: str
    name: str
    path: str = ""
    above: tuple[Place, ...] = ()
    area_id: UUID | None = None

    @property
    def is_whole_scope(self) -> bool:
        """Whether it is all that the reader may see, so that no condition on place is needed."""
        return self.level in ("programme", "places")

    @property
    def kilim(self) -> str:
        """The P-code of its governorate, empty for the programme."""
        return next((one.code for one in (*self.above, self) if one.level == "governorate"), "")


@dataclass(frozen=True)
class Declaration:
    """What an engine must know to compute an indicator."""

    code: str
    measure: str
    aggregation: str
    filters: Filters = ()
    part_filters: Filters = ()


@dataclass(frozen=True)
class Bilingual:
    """One text in both languages."""

    ar: str
    en: str

    def spoken(self) -> str:
        """Return it in the language of the page being made."""
        return self.en if (get_language() or "ar").startswith("en") else self.ar


@dataclass(frozen=True)
class Card:
    """An indicator as its readers know it."""

    code: str
    names: Bilingual
    definitions: Bilingual
    formulas: Bilingual
    unit: str
    basis: Basis
    declaration: Declaration
    disaggregations: tuple[str, ...]
    is_headline: bool

    @property
    def name(self) -> str:
        """Its name in the reader's language."""
        return self.names.spoken()

    @property
    def definition(self) -> str:
        """What it counts, in the reader's language."""
        return self.definitions.spoken()

    @property
    def formula(self) -> str:
        """How the number comes about, in the reader's language."""
        return self.formulas.spoken()

    @property
    def is_share(self) -> bool:
        """Whether the number is a part of a whole, 0 to 1."""
        return self.declaration.aggregation == "share"


@dataclass(frozen=True)
class Question:
    """What is asked of an indicator: a period, a place, and narrower conditions."""

    period: Period
    place: Place
    where: Filters = ()

    def address(self, **changes: str) -> str:
        """Return the question as the query of an address; `changes` add or replace, an empty text takes away."""
        asked = {"period": self.period.code, **({"place": self.place.code} if self.place.code else {})}
        asked |= {column: ",".join(values) for column, values in self.where}
        asked |= changes
        return urlencode({name: text for name, text in asked.items() if text})


@dataclass(frozen=True)
class Value:
    """One number with all that makes it readable: its indicator, basis, place and period."""

    card: Card
    question: Question
    number: Number | None
    part: Number | None
    whole: Number | None
    note: BasisNote
    is_partial: bool

    @property
    def code(self) -> str:
        """The indicator's code."""
        return self.card.code

    @property
    def basis(self) -> Basis:
        """What one unit stands for."""
        return self.card.basis

    @property
    def period(self) -> Period:
        """The days it counts."""
        return self.question.period

    @property
    def place(self) -> Place:
        """Where it counts."""
        return self.question.place

    @property
    def has_records(self) -> bool:
        """Whether any record stands behind it: nought and nothing are two answers."""
        return self.number is not None

    @property
    def address(self) -> str:
        """The query of the address that its records open at."""
        return self.question.address()


@dataclass(frozen=True)
class Part:
    """One part of a figure: the values of its columns, their names, its number and where it leads.

    For a share `pair` holds part and whole, for others only the whole.
    """

    keys: tuple[str, ...]
    labels: tuple[str, ...]
    number: Number | None
    pair: tuple[Number | None, Number | None]
    share: Decimal | None
    address: str

    @property
    def key(self) -> str:
        """The value of its only or first column."""
        return self.keys[0]

    @property
    def label(self) -> str:
        """Its name."""
        return " · ".join(self.labels)


@dataclass(frozen=True)
class Breakdown:
    """A figure in its parts; `adds_up` says whether the parts make the whole."""

    total: Value
    by: tuple[str, ...]
    parts: tuple[Part, ...]
    adds_up: bool

    def number(self, *keys: str) -> Number | None:
        """Return the number of one part by its keys; None where there is none."""
        return self._numbers.get(keys)

    @cached_property
    def _numbers(self) -> dict[tuple[str, ...], Number | None]:
        return {part.keys: part.number for part in self.parts}


@dataclass(frozen=True)
class Goal:
    """A target of a place and period."""

    value: Decimal
    note: str = ""


@dataclass(frozen=True)
class Compared:
    """A value beside the earlier period that counts alike, and its target."""

    value: Value
    before: Value
    change: Change | None
    goal: Goal | None = None
    reached: Decimal | None = None


@dataclass(frozen=True)
class Row:
    """One row of an engine's answer: the keys of its columns and one number pair (part, whole) a declaration."""

    keys: tuple[str, ...]
    numbers: tuple[tuple[Number | None, Number | None], ...] = field(default=())
