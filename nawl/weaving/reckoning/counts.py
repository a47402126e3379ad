"""F3, yarn counts (نمر الغزول): metric Nm, English Ne and denier into tex (grams per kilometre) and back.

Standard definitions: Nm = m/g, Ne = hanks of 840 yd per pound, denier = g per 9,000 m. A finished yarn of several ends
(plies) weighs as many times more: Nm 6 × 3 is three ends of Nm 6, 500 tex.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from typing import Final

from nawl.kit.errors import NotPossible
from nawl.kit.numbers import to_western_digits
from nawl.weaving.reckoning.rounding import EXACT, rounded

NE_TEX: Final = Decimal("590.541")
"""Tex of Ne 1: 453.59237 g in 840 × 0.9144 m, as the sources round it (590.5412)."""
MOST_ENDS: Final = 999


class CountSystem(StrEnum):
    """How a yarn's fineness is written; Nm and Ne grow with fineness, denier and tex with thickness."""

    NM = "Nm"
    NE = "Ne"
    DENIER = "den"
    TEX = "tex"


def tex_of(system: CountSystem, count: Decimal, ends: int = 1) -> Decimal:
    """Return tex (g/km) of a yarn of so many ends; to 0.01, half up. Raises `yarn_count_unfit` for nothing or less."""
    if not count.is_finite() or count <= 0 or not 1 <= ends <= MOST_ENDS:
        raise NotPossible("yarn_count_unfit", count=count, ends=ends)
    single = {
        CountSystem.NM: lambda: EXACT.divide(Decimal(1000), count),
        CountSystem.NE: lambda: EXACT.divide(NE_TEX, count),
        CountSystem.DENIER: lambda: EXACT.divide(count, Decimal(9)),
        CountSystem.TEX: lambda: count,
    }[system]()
    return rounded(single * ends, 2)


def count_of(system: CountSystem, tex: Decimal, ends: int = 1) -> Decimal:
    """Return the count of each end of a yarn of so many tex; to 0.01, half up."""
    if not tex.is_finite() or tex <= 0 or not 1 <= ends <= MOST_ENDS:
        raise NotPossible("yarn_count_unfit", count=tex, ends=ends)
    single = EXACT.divide(tex, Decimal(ends))
    exact = {
        CountSystem.NM: lambda: EXACT.divide(Decimal(1000), single),
        CountSystem.NE: lambda: EXACT.divide(NE_TEX, single),
        CountSystem.DENIER: lambda: single * 9,
        CountSystem.TEX: lambda: single,
    }[system]()
    return rounded(exact, 2)


_SYSTEMS: Final = {
    "nm": CountSystem.NM,
    "متري": CountSystem.NM,
    "ne": CountSystem.NE,
    "انكليزي": CountSystem.NE,
    "den": CountSystem.DENIER,
    "denier": CountSystem.DENIER,
    "دنير": CountSystem.DENIER,
    "دينير": CountSystem.DENIER,
    "tex": CountSystem.TEX,
    "تكس": CountSystem.TEX,
}
_NUMBER = r"(?P<count>\d+(?:\.\d+)?)(?:\s*[x×*/]\s*(?P<ends>\d+))?"
_BEFORE = re.compile(rf"(?P<system>[a-zء-ي]+)\s*{_NUMBER}")
_AFTER = re.compile(r"(?P<count>\d+(?:\.\d+)?)\s*(?P<system>[a-zء-ي]+)(?:\s*[x×*/]\s*(?P<ends>\d+))?")


def read_count(text: str) -> Decimal:
    """Return tex of a yarn as people write it: "Nm 6×3", "Ne 20/12", "60 den × 30", "500 tex", «متري ٦/٣»; a bare number is tex.

    Raises `yarn_count_unreadable`.
    """
    plain = to_western_digits(text[:60]).strip().lower().replace("٫", ".").replace("إ", "ا")
    found = _BEFORE.fullmatch(plain) or _AFTER.fullmatch(plain) or re.fullmatch(_NUMBER, plain)
    system = _SYSTEMS.get(found.groupdict().get("system") or "tex") if found else None
    if found is None or system is None:
        raise NotPossible("yarn_count_unreadable", text=text[:60])
    return tex_of(system, Decimal(found["count"]), int(found["ends"] or 1))
