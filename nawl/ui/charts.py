"""Charts as SVG."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Chart:
    """A chart drawn for a page: two widths, what it shows in words, its series."""

    title: str
    wide: str
    narrow: str
    series: tuple[str, ...] = ()
