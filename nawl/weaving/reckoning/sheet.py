"""The whole reckoning of a chart (كشف الحساب): yarn, warp and weft, mass, days, difficulty, checks, cost and price."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from typing import Any

from nawl.kit.money import Money
from nawl.weaving.chart import Chart
from nawl.weaving.classes import Mode
from nawl.weaving.reckoning import difficulty, foundation, labour
from nawl.weaving.reckoning.costs import CostSheet, Material, cost_sheet, pay_of
from nawl.weaving.reckoning.foundation import Mass
from nawl.weaving.reckoning.needs import YarnNeed, needs_of, owned_by
from nawl.weaving.reckoning.pile import grams, with_waste
from nawl.weaving.reckoning.prices import Prices
from nawl.weaving.reckoning.rounding import EXACT, rounded
from nawl.weaving.reckoning.weavability import Weavability, weavability
from nawl.weaving.yarns import Yarn


@dataclass(frozen=True)
class Thread:
    """Warp or a weft shot of a whole piece: metres and grams to 0.1, and how many threads or rows."""

    number: int
    metres: Decimal
    grams: Decimal
    tex: Decimal


@dataclass(frozen=True)
class Weight:
    """The mass of a piece before shearing and washing, against the range of its class in kg/m²."""

    total_g: Decimal
    kg_m2: Decimal
    low: Decimal | None
    high: Decimal | None
    verdict: Mass


@dataclass(frozen=True)
class Labour:
    """Days of one weaver, weavers who fit side by side, days of the loom, and days on the calendar."""

    weaver_days: int
    weavers: int
    loom_days: int
    calendar_days: int


@dataclass(frozen=True)
class Difficulty:
    """Changes of colour by adjacent pairs of knots, and the coefficient that follows."""

    change_rate: Decimal
    coefficient: Decimal


@dataclass(frozen=True)
class Reckoning:
    """Everything that is reckoned of a chart. `cost` is None where no prices were given.

    In flat weave (`mode`) what is named knots are cells.
    """

    quality: str
    mode: Mode
    wide: int
    high: int
    knots: int
    unset: int
    area_m2: Decimal
    yarns: tuple[YarnNeed, ...]
    warp: Thread
    wefts: tuple[Thread, ...]
    weight: Weight
    labour: Labour
    difficulty: Difficulty
    weavability: Weavability
    cost: CostSheet | None

    @property
    def short(self) -> tuple[YarnNeed, ...]:
        """The yarns of which too little lies in stock."""
        return tuple(need for need in self.yarns if need.short_g)

    @property
    def pile_g(self) -> Decimal:
        """Grams of pile, or of coloured weft, without waste."""
        return sum((need.net_g for need in self.yarns), Decimal(0))

    @property
    def pile_gross_g(self) -> Decimal:
        """Grams of pile with waste: what is handed out."""
        return sum((need.gross_g for need in self.yarns), Decimal(0))

    def as_dict(self) -> dict[str, Any]:
        """Return everything as plain data for JSON: exact numbers as text, yarns by their codes."""
        plain = _plain(self)
        assert isinstance(plain, dict)
        return plain


def reckon(chart: Chart, *, shelf: Sequence[Yarn] = (), prices: Prices | None = None) -> Reckoning:
    """Reckon a chart. `shelf` is all that the workshop owns, for stock and stand-ins; without it the chart's yarns are.

    Raises `class_without_output`, `class_without_passes`.
    """
    frame, quality = chart.frame, chart.frame.quality
    needs = needs_of(chart, shelf)
    warp, wefts = _warp(chart), _wefts(chart)
    rate = difficulty.change_rate(chart.knots)
    hard = Difficulty(rounded(rate, 4), difficulty.coefficient(rate))
    days = _labour(chart, prices)
    threads = sum((thread.grams for thread in (warp, *wefts)), Decimal(0))
    return Reckoning(
        quality=quality.key,
        mode=quality.mode,
        wide=frame.wide,
        high=frame.high,
        knots=frame.knots,
        unset=chart.unset,
        area_m2=frame.area_m2,
        yarns=needs,
        warp=warp,
        wefts=wefts,
        weight=_weight(chart, sum((need.net_g for need in needs), threads)),
        labour=days,
        difficulty=hard,
        weavability=weavability(chart),
        cost=_cost(chart, _piles(needs, owned_by(chart, shelf), prices), warp, wefts, days, hard, prices)
        if prices
        else None,
    )


def _warp(chart: Chart) -> Thread:
    quality, frame = chart.frame.quality, chart.frame
    ends = foundation.warp_ends(frame.wide, quality.warps_per_cell, quality.selvedge_warps)
    metres = foundation.warp_metres(ends, frame.length_cm, quality.warp_extra_cm)
    return _thread(ends, metres, quality.warp_tex)


def _wefts(chart: Chart) -> tuple[Thread, ...]:
    """Ground shots of a pile carpet; in flat weave the coloured weft is all the weft there is."""
    frame = chart.frame
    if frame.quality.mode == "flat":
        return ()
    return tuple(
        _thread(frame.high, foundation.weft_metres(frame.high, frame.width_cm, shot.crimp), shot.tex)
        for shot in frame.quality.shots
    )


def _thread(number: int, metres: Decimal, tex: Decimal) -> Thread:
    return Thread(number, rounded(metres, 1), rounded(grams(metres, tex), 1), tex)


def _weight(chart: Chart, total_g: Decimal) -> Weight:
    quality = chart.frame.quality
    kg_m2 = foundation.mass_kg_m2(total_g, chart.frame.area_m2)
    verdict = foundation.check_mass(kg_m2, quality.mass_low, quality.mass_high)
    return Weight(total_g, rounded(kg_m2, 3), quality.mass_low, quality.mass_high, verdict)


def _labour(chart: Chart, prices: Prices | None) -> Labour:
    days = labour.weaver_days(chart.frame.knots, chart.frame.quality.knots_per_day)
    weavers = labour.parallel_weavers(chart.frame.width_cm)
    before, after = (prices.warping_days, prices.finishing_days) if prices else (0, 0)
    loom = labour.calendar_days(days, weavers)
    return Labour(days, weavers, loom, labour.calendar_days(days, weavers, before, after))


def _cost(
    chart: Chart,
    pile: Sequence[Material],
    warp: Thread,
    wefts: Sequence[Thread],
    days: Labour,
    hard: Difficulty,
    prices: Prices,
) -> CostSheet:
    weft_g = sum((weft.grams for weft in wefts), Decimal(0))
    threads = [
        Material(code, rounded(with_waste(net_g, prices.foundation_waste), 1), price)
        for code, net_g, price in (("warp", warp.grams, prices.warp_kg), ("weft", weft_g, prices.weft_kg))
        if net_g
    ]
    raised = hard.coefficient if prices.pays_difficulty else Decimal(1)
    return cost_sheet(
        [*pile, *threads],
        pay=pay_of(chart.frame.knots, prices.pay_per_1000, raised),
        finishing=prices.finishing_m2 * chart.frame.area_m2,
        loom=prices.loom_day * days.loom_days,
        area_m2=chart.frame.area_m2,
        currency=prices.currency,
        margin=prices.margin,
        mark_up=prices.mark_up,
    )


def _piles(needs: Sequence[YarnNeed], owned: Mapping[str, Yarn], prices: Prices) -> list[Material]:
    """The yarns of the pile, at the prices of the lots that are there today."""
    used = [need for need in needs if need.knots]
    return [Material(need.yarn.code, need.gross_g, _price_kg(owned[need.yarn.code], prices)) for need in used]


def _price_kg(yarn: Yarn, prices: Prices) -> Decimal:
    """The price of a kilogram: the mean of the yarn's lots by their grams, else that of pile."""
    priced = [lot for lot in yarn.lots if lot.price_kg is not None and lot.grams]
    total = sum((lot.grams for lot in priced), Decimal(0))
    if not total:
        return prices.pile_kg
    return rounded(EXACT.divide(sum((lot.grams * (lot.price_kg or 0) for lot in priced), Decimal(0)), total), 4)


def _plain(value: Any) -> Any:
    """A value as JSON holds it."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Money):
        return {"amount": f"{value.amount:f}", "currency": value.currency}
    if isinstance(value, Yarn):
        return {"code": value.code, "name_ar": value.name_ar, "name_en": value.name_en, "srgb": value.hex}
    if is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    return str(value) if isinstance(value, str) else value
