"""F1, density units (وحدات الكثافة): every way of saying how many knots lie in a piece, each into each through one table.

A unit counts knots along a length (raj: in 7 or 6.5 cm; line: in a foot), on an area (kpsi: in a square inch), or, in
India, once along each side (A in 0.9 inch, B in 4.5 inch). All meet in knots per m². Where a unit along a length is
asked of an area, both sides are taken as equally dense. Sources: WORKSHOP 2.2 and 8 F1 (20, 21, 40).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal

from nawl.kit.arabic import normalise
from nawl.kit.errors import NotFound, NotPossible
from nawl.weaving.reckoning.rounding import EXACT

Kind = Literal["along", "area", "pair"]
_INCH: Final = Fraction(254, 10000)
_FOOT: Final = 12 * _INCH


@dataclass(frozen=True)
class DensityUnit:
    """A unit: its code, words, and the metres (or, of an area, the square metres) in which knots are counted.

    Of a pair, `size` is the length for the first number and `size_b` for the second.
    """

    code: str
    name_ar: str
    name_en: str
    kind: Kind
    size: Fraction
    size_b: Fraction = Fraction(0)
    also: tuple[str, ...] = ()

    def name(self, language: str) -> str:
        """Return the unit's name in a language."""
        return self.name_en if language == "en" else self.name_ar


UNITS: Final = (
    DensityUnit("dm", "عقدة في الديسيمتر", "knots per dm", "along", Fraction(1, 10), also=("/dm", "دسم")),
    DensityUnit("cm", "عقدة في السنتيمتر", "knots per cm", "along", Fraction(1, 100), also=("/cm", "سم")),
    DensityUnit("m", "عقدة في المتر", "knots per m", "along", Fraction(1), also=("/m", "صنف", "class")),
    DensityUnit("inch", "عقدة في الإنش", "knots per inch", "along", _INCH, also=("in", "/in", "kpi", "إنش")),
    DensityUnit("raj", "رج (٧ سم)", "raj (7 cm)", "along", Fraction(7, 100), also=("raj7", "رج", "رج7")),
    DensityUnit("raj6.5", "رج (٦٫٥ سم)", "raj (6.5 cm)", "along", Fraction(65, 1000), also=("رج6.5",)),
    DensityUnit("line", "خط صيني (في القدم)", "Chinese line (per foot)", "along", _FOOT, also=("l", "/ft", "خط")),
    DensityUnit("m2", "عقدة في المتر المربع", "knots per m²", "area", Fraction(1), also=("/m2", "م2")),
    DensityUnit("dm2", "عقدة في الديسيمتر المربع", "knots per dm²", "area", Fraction(1, 100), also=("/dm2", "دسم2")),
    DensityUnit("cm2", "عقدة في السنتيمتر المربع", "knots per cm²", "area", Fraction(1, 10_000), also=("/cm2", "سم2")),
    DensityUnit("kpsi", "عقدة في الإنش المربع", "knots per square inch", "area", _INCH**2, also=("/in2", "psi")),
    DensityUnit("ft2", "عقدة في القدم المربع", "knots per square foot", "area", _FOOT**2, also=("/ft2",)),
    DensityUnit("yd2", "عقدة في اليارد المربع", "knots per square yard", "area", (3 * _FOOT) ** 2, also=("/yd2",)),
    DensityUnit(
        "india",
        "هندي أ/ب",
        "Indian A/B",
        "pair",
        _INCH * Fraction(9, 10),
        _INCH * Fraction(9, 2),
        also=("ab", "a/b", "هندي"),
    ),
)
"""The table of F1. «صنف» as knots per metre is the taking of the shipped classes: what it stands for was not found."""

DensityValue = Decimal | tuple[Decimal, Decimal]
"""One number, or one along each side (width, length)."""


_UNSPELT: Final = str.maketrans("", "", " ()")


def _spelt(name: str) -> str:
    return normalise(name).translate(_UNSPELT).replace("²", "2")


_BY_NAME: Final = {_spelt(name): unit for unit in UNITS for name in (unit.code, *unit.also)}


def find_unit(name: str) -> DensityUnit:
    """Return the unit of a code or name; raises `density_unit_unknown` with those there are."""
    unit = _BY_NAME.get(_spelt(name))
    if unit is None:
        raise NotFound("density_unit_unknown", unit=name[:40], known=[one.code for one in UNITS])
    return unit


def per_m2(value: DensityValue, unit: DensityUnit) -> Fraction:
    """Return knots per m², exactly. Raises `density_unfit` for nought or less, or two numbers of an area."""
    parts = value if isinstance(value, tuple) else (value,)
    if not all(part.is_finite() and 0 < part < 10**9 for part in parts):
        raise NotPossible("density_unfit", value=_shown(value), unit=unit.code)
    if len(parts) == 2 if unit.kind == "area" else len(parts) == 1 and unit.kind == "pair":
        raise NotPossible("density_unfit", value=_shown(value), unit=unit.code)
    first, last = Fraction(parts[0]), Fraction(parts[-1])
    if unit.kind == "area":
        return first / unit.size
    return first / unit.size * last / (unit.size_b or unit.size)


def in_unit(knots_m2: Fraction, unit: DensityUnit) -> DensityValue:
    """Return so many knots per m² in a unit, to fifty digits; both sides are taken as equally dense."""
    if unit.kind == "area":
        return _decimal(knots_m2 * unit.size)
    along = _root(knots_m2)
    if unit.kind == "pair":
        return EXACT.multiply(along, _decimal(unit.size)), EXACT.multiply(along, _decimal(unit.size_b))
    return EXACT.multiply(along, _decimal(unit.size))


def convert_density(value: DensityValue, unit: str, to: str) -> DensityValue:
    """Return a density in another unit: 40 raj are 210.66… kpsi. Not rounded; see `rounding.rounded`."""
    return in_unit(per_m2(value, find_unit(unit)), find_unit(to))


_WRITTEN = re.compile(r"(?P<a>\d+(?:\.\d+)?)(?:\s*[x×*/]\s*(?P<b>\d+(?:\.\d+)?))?\s*(?P<unit>[^\d.].*)?")


def read_density(text: str) -> tuple[DensityValue, DensityUnit]:
    """Read a density as written: "40raj", "30x40/dm", "9/60 india", «٤٠ رج», "210 kpsi"; raises `density_unreadable`."""
    plain = re.sub(r"(?<=\d),(?=\d)", ".", normalise(text[:60]).replace("٫", "."))
    found = _WRITTEN.fullmatch(plain)
    if found is None or not found["unit"]:
        raise NotPossible("density_unreadable", text=text[:60])
    first = Decimal(found["a"])
    value = (first, Decimal(found["b"])) if found["b"] else first
    return value, find_unit(found["unit"])


def _decimal(value: Fraction) -> Decimal:
    return EXACT.divide(Decimal(value.numerator), Decimal(value.denominator))


def _root(value: Fraction) -> Decimal:
    """A square root that is exact where there is an exact one, as of the sources' round figures."""
    whole = Decimal(value.numerator * value.denominator)
    return EXACT.divide(EXACT.sqrt(whole), Decimal(value.denominator))


def _shown(value: DensityValue) -> str:
    return " × ".join(map(str, value)) if isinstance(value, tuple) else str(value)
