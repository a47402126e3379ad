"""Need against stock (الحاجة والمخزون): what a chart takes of each yarn, what is short, and which yarn could stand in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from nawl.weaving.chart import Chart
from nawl.weaving.classes import QualityClass
from nawl.weaving.colour import ciede2000
from nawl.weaving.reckoning.flatweave import cell_cm2, crimp_of, passes_of, weft_metres_of_area
from nawl.weaving.reckoning.pile import grams, hanks, knot_mm_of, pile_metres, with_waste
from nawl.weaving.reckoning.rounding import rounded
from nawl.weaving.yarns import Lot, Yarn

_OTHER_COUNT: Final = Decimal("0.1")
"""A yarn whose tex differs by more than this share from its class's is another yarn than the class asks for."""


@dataclass(frozen=True)
class StandIn:
    """A yarn that lies in stock and could take the place of a short one, and how far it looks from it."""

    yarn: Yarn
    difference: Decimal


@dataclass(frozen=True)
class YarnNeed:
    """What a chart takes of one yarn; metres and grams to 0.1, hanks whole.

    `stock_g` and `short_g` are None where the stock is not known. `stand_in` is named only for a short yarn. `lots` are
    those to take it from: one that holds it all where there is one, else several, whose seam will be seen (an abrash).
    `is_other_count` warns that the yarn's count is not the class's: the grams are the class's.
    """

    index: int
    yarn: Yarn
    knots: int
    share: Decimal
    metres: Decimal
    net_g: Decimal
    gross_g: Decimal
    hanks: int
    stock_g: Decimal | None
    short_g: Decimal | None
    lots: tuple[Lot, ...]
    stand_in: StandIn | None
    is_other_count: bool


def metres_of(knots: int, quality: QualityClass) -> Decimal:
    """Return metres of yarn in so many knots, or in so many cells of a flat weave, of a class; not rounded."""
    if quality.mode == "flat":
        area = knots * cell_cm2(*quality.density())
        return weft_metres_of_area(area, passes_of(quality), crimp_of(quality))
    return pile_metres(knots, knot_mm_of(quality))


def gross_grams(chart: Chart) -> tuple[Decimal, ...]:
    """Return the grams of each yarn with waste, to 0.1, in the order of the chart's yarns."""
    return tuple(rounded(_gross(knots, chart.frame.quality), 1) for knots in chart.counts)


def _gross(knots: int, quality: QualityClass) -> Decimal:
    return with_waste(grams(metres_of(knots, quality), quality.pile_tex), quality.waste)


def needs_of(chart: Chart, shelf: Sequence[Yarn] = ()) -> tuple[YarnNeed, ...]:
    """Return the need of each yarn of a chart; stand-ins are looked for on the shelf, or among the chart's own yarns.

    A yarn of the shelf with the same code tells the stock; else the chart's yarn does. What stands in for one yarn is no
    longer free for the next.
    """
    shelf = shelf or chart.yarns
    gross = dict(zip((yarn.code for yarn in chart.yarns), gross_grams(chart), strict=True))
    free = {one.code: one.grams - gross.get(one.code, Decimal(0)) for one in shelf if one.grams is not None}
    owned = owned_by(chart, shelf)
    needs = []
    for index in range(len(chart.yarns)):
        need = _need(chart, index, owned, free, shelf)
        if need.stand_in is not None:
            free[need.stand_in.yarn.code] -= need.short_g or 0
        needs.append(need)
    return tuple(needs)


def owned_by(chart: Chart, shelf: Sequence[Yarn]) -> dict[str, Yarn]:
    """Return each yarn by its code as it lies on the shelf today, else as the chart knew it."""
    return {one.code: one for one in (*chart.yarns, *shelf)}


def _need(
    chart: Chart,
    index: int,
    owned: dict[str, Yarn],
    free: dict[str, Decimal],
    shelf: Sequence[Yarn],
) -> YarnNeed:
    yarn, knots, quality = chart.yarns[index], chart.counts[index], chart.frame.quality
    metres = metres_of(knots, quality)
    exact_g, own = _gross(knots, quality), owned[yarn.code]
    gross_g = rounded(exact_g, 1)
    short_g = None if own.grams is None else max(Decimal(0), gross_g - own.grams)
    is_other = yarn.tex is not None and abs(yarn.tex - quality.pile_tex) > _OTHER_COUNT * quality.pile_tex
    return YarnNeed(
        index=index,
        yarn=yarn,
        knots=knots,
        share=rounded(Decimal(knots) / chart.frame.knots, 4),
        metres=rounded(metres, 1),
        net_g=rounded(grams(metres, quality.pile_tex), 1),
        gross_g=gross_g,
        hanks=hanks(exact_g, yarn.hank_g),
        stock_g=own.grams,
        short_g=short_g,
        lots=lots_for(own, gross_g),
        stand_in=nearest_in_stock(yarn, short_g, shelf, free) if short_g else None,
        is_other_count=is_other,
    )


def lots_for(yarn: Yarn, gross_g: Decimal) -> tuple[Lot, ...]:
    """Return the lots to take so many grams from: the smallest that holds them all, else the largest ones in turn."""
    if gross_g <= 0:
        return ()
    able = [lot for lot in yarn.lots if lot.grams >= gross_g]
    if able:
        return (min(able, key=lambda lot: (lot.grams, lot.number)),)
    taken: list[Lot] = []
    for lot in sorted(yarn.lots, key=lambda lot: (-lot.grams, lot.number)):
        if sum(one.grams for one in taken) < gross_g and lot.grams > 0:
            taken.append(lot)
    return tuple(taken)


def nearest_in_stock(yarn: Yarn, needed_g: Decimal, shelf: Sequence[Yarn], free: dict[str, Decimal]) -> StandIn | None:
    """Return the other yarn that looks nearest (CIEDE2000) of those with enough grams free; None where none has."""
    able = [one for one in shelf if one.code != yarn.code and free.get(one.code, Decimal(-1)) >= needed_g]
    if not able:
        return None
    away = ciede2000([yarn.lab], [one.lab for one in able])
    nearest = int(away.argmin())
    return StandIn(able[nearest], rounded(Decimal(repr(float(away[nearest]))), 2))
