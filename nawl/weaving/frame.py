"""The frame (الإطار) of a design: class and size first, and from them the grid (F2); symmetry, border, palette limit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final

from nawl.kit.errors import NotPossible
from nawl.kit.numbers import to_western_digits
from nawl.weaving.classes import QualityClass
from nawl.weaving.yarns import MOST_YARNS

WARN_KNOTS = 16_000_000
MOST_KNOTS = 64_000_000
MOST_CM = Decimal(2000)


class Symmetry(StrEnum):
    """How a design repeats itself within its frame."""

    NONE = "none"
    LEFT_RIGHT = "left_right"
    TOP_BOTTOM = "top_bottom"
    QUARTER = "quarter"
    POINT = "point"

    @property
    def mirrors_width(self) -> bool:
        """Whether the left half is the mirror of the right."""
        return self in {Symmetry.LEFT_RIGHT, Symmetry.QUARTER}

    @property
    def mirrors_length(self) -> bool:
        """Whether the lower half is the mirror of the upper."""
        return self in {Symmetry.TOP_BOTTOM, Symmetry.QUARTER}


@dataclass(frozen=True)
class Frame:
    """A class, a size in cm (width × length), and what a drawing within it keeps to.

    Raises `size_unfit` (nought, negative, above 20 m), `chart_too_large` (above 64 million knots), `size_too_small`.
    """

    quality: QualityClass
    width_cm: Decimal
    length_cm: Decimal
    symmetry: Symmetry = Symmetry.NONE
    border_cm: Decimal = Decimal(0)
    colours: int = 16

    def __post_init__(self) -> None:
        for side in (self.width_cm, self.length_cm):
            if not side.is_finite() or side <= 0 or side > MOST_CM:
                raise NotPossible("size_unfit", width=_told(self.width_cm), length=_told(self.length_cm), most=MOST_CM)
        if not 1 <= self.colours <= MOST_YARNS:
            raise NotPossible("colours_unfit", colours=self.colours, most=MOST_YARNS)
        if not 0 <= self.border_cm * 2 < min(self.width_cm, self.length_cm):
            raise NotPossible("border_unfit", border=self.border_cm)
        if self.wide < 1 or self.high < 1:
            raise NotPossible("size_too_small", width=self.width_cm, length=self.length_cm)
        if self.knots > MOST_KNOTS:
            raise NotPossible("chart_too_large", knots=self.knots, most=MOST_KNOTS)

    @property
    def wide(self) -> int:
        """Knots along the width, Wk (F2)."""
        return _along(self.width_cm, self.quality.density()[0])

    @property
    def high(self) -> int:
        """Knots along the length, rows, Hk (F2)."""
        return _along(self.length_cm, self.quality.density()[1])

    @property
    def knots(self) -> int:
        """Knots in all."""
        return self.wide * self.high

    @property
    def cell(self) -> float:
        """How wide a knot is against its height, kv / kh; 1 where both densities agree."""
        across, along = self.quality.density()
        return float(along / across)

    @property
    def area_m2(self) -> Decimal:
        """Area in m²."""
        return self.width_cm * self.length_cm / 10_000

    @property
    def is_large(self) -> bool:
        """Whether the chart is so large that it is worth a warning (above 16 million knots)."""
        return self.knots > WARN_KNOTS


def _told(side_cm: Decimal) -> Decimal:
    """A side as a sentence can hold it: none of a million digits."""
    return side_cm if side_cm.is_finite() and abs(side_cm) < 10**9 else Decimal("NaN")


def _along(side_cm: Decimal, per_dm: Decimal) -> int:
    return int((side_cm * per_dm / 10).quantize(Decimal(1), ROUND_HALF_UP))


_SIDE: Final = re.compile(r"(?P<number>-?(?:\d{1,6}(?:\.\d{0,6})?|\.\d{1,6}))\s*(?P<unit>[a-zء-ي]*)", re.ASCII)
"""A side as people write it: neither an exponent nor "NaN" is a length."""
_UNITS: Final = {
    **dict.fromkeys(("m", "م", "متر"), Decimal(100)),
    **dict.fromkeys(("cm", "سم"), Decimal(1)),
    **dict.fromkeys(("mm", "مم", "ملم"), Decimal("0.1")),
}


def read_size(text: str) -> tuple[Decimal, Decimal]:
    """Read a size as people write it, width first: "200x300", "٢٠٠×٣٠٠", "2×3 م", "1.5*2 m", "80 cm x 2 m"; cm unless it says.

    A unit behind the length counts for both, if the width has none of its own. Both sides of at most 20 with no unit are
    metres, as in speech (سجادة ٢×٣). Raises `size_unreadable`.
    """
    plain = to_western_digits(text).strip().lower().replace("٫", ".").replace(",", ".")
    for sign in ("×", "*", "في", "by"):
        plain = plain.replace(sign, "x")
    sides = [found for part in plain.split("x") if (found := _SIDE.fullmatch(part.strip()))]
    if len(sides) != 2 or plain.count("x") != 1:
        raise NotPossible("size_unreadable", text=text[:40])
    numbers, units = [Decimal(side["number"]) for side in sides], [side["unit"] for side in sides]
    usual = units[1] or units[0] or ("m" if max(numbers) <= 20 else "cm")
    try:
        width, length = (number * _UNITS[unit or usual] for number, unit in zip(numbers, units, strict=True))
    except KeyError as fault:
        raise NotPossible("size_unreadable", text=text[:40]) from fault
    return width, length
