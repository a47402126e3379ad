"""What a chart shows, before it is drawn: frozen values without a colour, a width or a language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

Number = int | float | Decimal


@dataclass(frozen=True)
class Column:
    """One month or other step of time: its name, its short name for phones, one value a series (None: no figures)."""

    name: str
    values: tuple[Number | None, ...]
    short: str = ""
    href: str = ""


@dataclass(frozen=True)
class Row:
    """One place or kind: its name, its value, the records it leads to."""

    name: str
    value: Number
    href: str = ""


@dataclass(frozen=True)
class Point:
    """One facility on the map, by its coordinates in degrees; `late` marks what needs attention."""

    name: str
    latitude: float
    longitude: float
    href: str = ""
    late: bool = False


@dataclass(frozen=True)
class Landmark:
    """A name written on the map, so that one knows where one is."""

    name: str
    latitude: float
    longitude: float


@dataclass(frozen=True)
class Drawing:
    """A chart to be drawn: its kind, its title as read aloud, its series and its parts."""

    kind: str
    title: str
    series: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    points: tuple[Point, ...] = ()
    landmarks: tuple[Landmark, ...] = ()


@dataclass(frozen=True)
class Chart:
    """A chart drawn for a page: wide and narrow SVG, and the names of its series for the legend."""

    title: str
    wide: str
    narrow: str
    series: tuple[str, ...] = ()


def columns(title: str, series: Sequence[str], steps: Sequence[Column]) -> Drawing:
    """Return columns along time, at most four series of one unit; in Arabic time runs from the right."""
    return Drawing("columns", title, series=tuple(series), columns=tuple(steps))


def bars(title: str, rows: Sequence[Row]) -> Drawing:
    """Return one bar a row, longest first as given; in Arabic bars grow from the right."""
    return Drawing("bars", title, rows=tuple(rows))


def points(title: str, places: Sequence[Point], landmarks: Sequence[Landmark] = ()) -> Drawing:
    """Return a map of points; west is always at the left."""
    return Drawing("points", title, points=tuple(places), landmarks=tuple(landmarks))
