"""What a report says, without any language: frozen values that every format is made from, and their hash."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from nawl.kit.arabic import is_arabic
from nawl.kit.periods import Period

T = TypeVar("T")

VERSION = 1  # rises when a field changes its meaning


@dataclass(frozen=True)
class Name:
    """A name or a definition in both languages."""

    ar: str
    en: str = ""

    def spoken(self, language: str) -> str:
        """Return it in the language; Arabic where there is no other."""
        return self.ar if is_arabic(language) or not self.en else self.en


@dataclass(frozen=True)
class Issue:
    """Which paper this is: a draft, or an issue with number, day and the number it takes the place of."""

    is_issued: bool
    made_on: date
    number: str = ""
    edition: int = 0
    supersedes: str = ""


@dataclass(frozen=True)
class Place:
    """What the report covers: the whole programme (no code) or one governorate."""

    code: str
    name: Name

    @property
    def is_programme(self) -> bool:
        """Whether the report covers the whole programme."""
        return not self.code


@dataclass(frozen=True)
class Counts:
    """What was counted, each on its own basis; None where nothing of the kind is counted."""

    people: int | None = None
    services: int | None = None
    activities: int | None = None
    facilities: int | None = None

    def of(self, measure: str) -> int | None:
        """Return one count by its name."""
        value: int | None = getattr(self, measure)
        return value


MEASURES: tuple[str, ...] = tuple(field.name for field in fields(Counts))


@dataclass(frozen=True)
class Figure:
    """A headline figure: its indicator, value and target, and the value of the period it is compared with."""

    measure: str
    indicator: str
    name: Name
    definition: Name
    basis: str
    value: int | None
    target: int | None = None
    before: int | None = None
    before_period: str = ""


@dataclass(frozen=True)
class Line:
    """One row of a breakdown: a place, an activity type or a month, and its counts."""

    key: str
    name: Name
    counts: Counts


@dataclass(frozen=True)
class SexAge:
    """The counts of one sex and one age band."""

    sex: str
    age_band: str
    counts: Counts


@dataclass(frozen=True)
class Facility:
    """One facility of the annex, with its place and what it counted."""

    code: str
    name: Name
    kind: str
    governorate: Name
    district: Name
    latitude: str
    longitude: str
    counts: Counts
    governorate_code: str = ""


@dataclass(frozen=True)
class Alternative:
    """An alternative centre, read apart: who runs it, what it counted, and its months.

    `is_approximate` marks a figure that was published as "about".
    """

    facility: Facility
    partner: Name
    is_approximate: bool
    months: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Change:
    """A figure that differs from the earlier issue: of what (table and row), on which basis, from, to."""

    table: str
    key: str
    name: Name
    measure: str
    before: int | None
    after: int | None


@dataclass(frozen=True)
class ReportData:
    """Everything that one report says; the same values make PDF, DOCX, XLSX and page in both languages."""

    issue: Issue
    first: date
    last: date
    place: Place
    is_synthetic: bool
    figures: tuple[Figure, ...]
    places: tuple[Line, ...] = ()
    types: tuple[Line, ...] = ()
    sexes: tuple[SexAge, ...] = ()
    months: tuple[Line, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    facilities: tuple[Facility, ...] = ()
    changes: tuple[Change, ...] = ()
    version: int = VERSION

    @property
    def period(self) -> Period:
        """The days that the report covers."""
        return Period(self.first, self.last)

    @property
    def totals(self) -> Counts:
        """The headline values; totals of tables are these, never a sum of distinct counts."""
        return Counts(**{figure.measure: figure.value for figure in self.figures})

    def figure(self, measure: str) -> Figure:
        """Return the headline figure of a measure."""
        return next(figure for figure in self.figures if figure.measure == measure)

    @property
    def sha256(self) -> str:
        """The hash of the canonical JSON: what the foot of every page shows and the verification compares."""
        return fingerprint_of(to_json(self))

    @property
    def content_sha256(self) -> str:
        """The hash without number, day and changes: equal for two issues that say the same."""
        bare = replace(self, issue=Issue(is_issued=False, made_on=self.last), changes=())
        return bare.sha256


def fingerprint_of(content: dict[str, Any]) -> str:
    """Return the hash of written-down data; of what is kept, so that it stays true when later code adds a field."""
    return hashlib.sha256(canonical(content)).hexdigest()


def canonical(content: dict[str, Any]) -> bytes:
    """Return the one way to write the data down: JSON with sorted keys, no blanks, in UTF-8."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def to_json(value: Any) -> Any:
    """Return the value as dicts, lists, text and whole numbers; days as ISO text."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_json(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [to_json(part) for part in value]
    if isinstance(value, date):
        return value.isoformat()
    return value


def from_json(content: dict[str, Any]) -> ReportData:
    """Return the data that `to_json` wrote down."""
    return _read(ReportData, content)


def _read(kind: type[T], content: dict[str, Any]) -> T:
    hints = get_type_hints(kind)
    return kind(**{name: _value(hints[name], value) for name, value in content.items()})


def _value(hint: Any, value: Any) -> Any:
    if value is None:
        return None
    if get_origin(hint) in (Union, UnionType):
        hint = next(part for part in get_args(hint) if part is not type(None))
    if get_origin(hint) is tuple:
        return tuple(_value(get_args(hint)[0], part) for part in value)
    if is_dataclass(hint):
        return _read(hint, value)  # type: ignore[arg-type]  # a dataclass is a type here
    return date.fromisoformat(value) if hint is date else value
