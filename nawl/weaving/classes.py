"""Quality classes (الأصناف): what a class fixes before a design is drawn; data with versions, never code."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Literal

from nawl.kit.errors import NotFound, NotPossible
from nawl.kit.numbers import to_western_digits

SHIPPED = Path(__file__).with_name("data") / "classes.toml"
Mode = Literal["pile", "flat"]
Knot = Literal["symmetric", "asymmetric_left", "asymmetric_right", "none"]


@dataclass(frozen=True)
class Shot:
    """One weft shot (حدفة) of a row: its yarn in tex (g/km) and its crimp, the share by which it is longer than the width."""

    tex: Decimal
    crimp: Decimal


@dataclass(frozen=True)
class QualityClass:
    """A class (صنف) in one version: density in knots per dm each way, knot, yarns, mass, and what a weaver ties in a day.

    `kh` runs along the width, `kv` along the length; in flat weave a cell is `warps_per_cell` warps wide and a row of
    `passes_per_cm / kv * 10` passes high. Lengths are mm, masses g or kg/m², yarns tex; a share such as `waste` is a
    fraction. `knot_mm` is the length of pile yarn that one knot takes; None where it is not known.
    """

    code: str
    version: int
    name_ar: str
    name_en: str
    valid_from: date
    mode: Mode
    kh: Decimal | None
    kv: Decimal | None
    knot: Knot = "symmetric"
    pile_mm: Decimal = Decimal(10)
    knot_mm: Decimal | None = None
    pile_tex: Decimal = Decimal(500)
    warp_tex: Decimal = Decimal("590.54")
    warps_per_cell: int = 2
    selvedge_warps: int = 8
    warp_extra_cm: Decimal = Decimal(60)
    shots: tuple[Shot, ...] = ()
    passes_per_cm: Decimal = Decimal(0)
    waste: Decimal = Decimal("0.08")
    mass_low: Decimal | None = None
    mass_high: Decimal | None = None
    knots_per_day: int = 4000
    note: str = ""

    @property
    def key(self) -> str:
        """The class and its version, as a chart file names them: "300/1"."""
        return f"{self.code}/{self.version}"

    def density(self) -> tuple[Decimal, Decimal]:
        """Return knots per dm along the width and the length; raises `class_without_density`."""
        if not self.kh or not self.kv or self.kh <= 0 or self.kv <= 0:
            raise NotPossible("class_without_density", quality=self.code)
        return self.kh, self.kv


def class_from(row: Mapping[str, Any]) -> QualityClass:
    """Return a class from plain data: numbers as numbers or text, `shots` as a list of `{tex, crimp}`."""
    known = {name: value for name, value in row.items() if name in QualityClass.__dataclass_fields__}
    for name in _DECIMALS & known.keys():
        known[name] = None if known[name] is None else Decimal(str(known[name]))
    known["shots"] = tuple(Shot(Decimal(str(s["tex"])), Decimal(str(s["crimp"]))) for s in row.get("shots", ()))
    if isinstance(known["valid_from"], str):
        known["valid_from"] = date.fromisoformat(known["valid_from"])
    known.setdefault("kh", None)
    known.setdefault("kv", None)
    return QualityClass(**known)


_DECIMALS = frozenset(
    [
        "kh",
        "kv",
        "pile_mm",
        "knot_mm",
        "pile_tex",
        "warp_tex",
        "warp_extra_cm",
        "passes_per_cm",
        "waste",
        "mass_low",
        "mass_high",
    ]
)


@cache
def load_classes(path: Path = SHIPPED) -> tuple[QualityClass, ...]:
    """Read classes from a TOML file of `[[class]]` tables."""
    return tuple(class_from(row) for row in tomllib.loads(path.read_text(encoding="utf-8"))["class"])


def find_class(code: str, classes: tuple[QualityClass, ...] | None = None, on: date | None = None) -> QualityClass:
    """Return the version of a class that is in force on a day (without one, the newest), or the very one of "300/1".

    «٣٠٠» is "300". Raises `class_unknown` with those there are, `class_not_yet` where all versions begin later.
    """
    offered = load_classes() if classes is None else classes
    name, _, version = to_western_digits(code).strip().partition("/")
    alike = [one for one in offered if to_western_digits(one.code) == name]
    fitting = [one for one in alike if not version or str(one.version) == version]
    if not fitting:
        known = {one.key for one in alike} if alike else {one.code for one in offered}
        raise NotFound("class_unknown", quality=code[:40], known=sorted(known))
    if version or on is None:
        return max(fitting, key=lambda one: one.version)
    return in_force(fitting, on)


def in_force(versions: Sequence[QualityClass], on: date) -> QualityClass:
    """Return that one of a class's versions which began last, but not after a day; raises `class_not_yet`."""
    begun = [one for one in versions if one.valid_from <= on]
    if not begun:
        first = min(versions, key=lambda one: (one.valid_from, one.version))
        raise NotPossible("class_not_yet", quality=first.code, valid_from=first.valid_from, key=first.key)
    return max(begun, key=lambda one: (one.valid_from, one.version))
