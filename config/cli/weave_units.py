"""What `nawl weave convert` and `nawl weave classes` say: densities, yarn counts and classes as lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal

from nawl.kit.errors import NotFound, NotPossible, ProgrammeError
from nawl.weaving.classes import QualityClass
from nawl.weaving.printing.words import WORDS
from nawl.weaving.reckoning.counts import CountSystem, count_of, read_count
from nawl.weaving.reckoning.density import UNITS, DensityValue, find_unit, in_unit, per_m2, read_density
from nawl.weaving.reckoning.rounding import rounded

Language = Literal["ar", "en"]


def converted(text: str, unit: str, language: Language) -> list[str]:
    """Return a density or a yarn count in one unit, or in every one; raises as `read_density` and `read_count` do."""
    try:
        tex = read_count(text)
    except NotPossible as fault:
        if fault.code == "yarn_count_unfit":  # it is one, of nothing
            raise
        return _densities(text, unit, language)
    if text.strip().replace(".", "").isdecimal():  # a bare number is neither
        raise NotPossible("density_unreadable", text=text[:60])
    return _counts(tex, unit)


def _densities(text: str, unit: str, language: Language) -> list[str]:
    value, own = read_density(text)
    dense = per_m2(value, own)
    if unit:
        return [_shown(in_unit(dense, find_unit(unit)))]
    return [f"{one.code}: {_shown(in_unit(dense, one))} · {one.name(language)}" for one in UNITS]


def _counts(tex: Decimal, unit: str) -> list[str]:
    systems = {system.lower(): system for system in CountSystem}
    if unit and unit.lower() not in systems:
        raise NotFound("density_unit_unknown", unit=unit[:40], known=list(CountSystem))
    if unit:
        return [_shown(count_of(systems[unit.lower()], tex))]
    return [f"{system}: {_shown(count_of(system, tex))}" for system in CountSystem]


def _shown(value: DensityValue) -> str:
    if isinstance(value, tuple):
        return "/".join(map(_shown, value))
    text = f"{rounded(value, 2):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def class_lines(classes: Sequence[QualityClass], language: Language) -> Iterator[str]:
    """Yield a line for each class."""
    for quality in classes:
        name = quality.name_ar if language == "ar" else quality.name_en
        knot = WORDS[language][quality.knot]
        yield f"{quality.key} · {name} · {_dense(quality)} · {knot} · {_mass(quality)} · {_daily(quality, language)}"


def _dense(quality: QualityClass) -> str:
    try:
        across, along = quality.density()
    except ProgrammeError:
        return "–"
    return f"{across:f}×{along:f}/dm"


def _mass(quality: QualityClass) -> str:
    return f"{quality.mass_low or '–'}–{quality.mass_high or '–'} kg/m²"


def _daily(quality: QualityClass, language: Language) -> str:
    words = {"pile": {"ar": "عقدة في اليوم", "en": "knots a day"}, "flat": {"ar": "خانة في اليوم", "en": "cells a day"}}
    return f"{quality.knots_per_day} {words[quality.mode][language]}"
