"""The whole reckoning once more, in exact fractions and written from WORKSHOP section 8, over classes and charts at random."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from nawl.weaving.chart import Chart
from nawl.weaving.classes import Shot
from nawl.weaving.frame import Frame
from nawl.weaving.reckoning.density import UNITS, convert_density
from nawl.weaving.reckoning.prices import Prices
from nawl.weaving.reckoning.sheet import reckon
from tests.factories.charts import make_class, make_yarns


def decimals(least, most, places=2):
    """Decimals in whole steps: as they stand in a class or a price list."""
    step = 10**places
    return st.integers(int(least * step), int(most * step)).map(lambda n: Decimal(n) / step)


def half_up(value: Fraction, places: int) -> Decimal:
    return Decimal(floor(value * 10**places + Fraction(1, 2))) / 10**places


SHOTS = st.lists(st.builds(Shot, decimals(100, 900), decimals(0, 0.5)), min_size=1, max_size=3).map(tuple)
COMMON = {
    "kh": decimals(7, 60),
    "kv": decimals(7, 60),
    "pile_tex": decimals(80, 900),
    "warp_tex": decimals(100, 900),
    "warps_per_cell": st.integers(1, 4),
    "selvedge_warps": st.integers(0, 20),
    "warp_extra_cm": decimals(0, 120, 1),
    "waste": decimals(0, 0.3),
    "knots_per_day": st.integers(1, 12_000),
    "shots": SHOTS,
    "mass_low": st.none(),
    "mass_high": st.none(),
}
PILE = st.fixed_dictionaries(COMMON | {"knot_mm": decimals(15, 90, 1)})
UNKNOWN = st.fixed_dictionaries(
    COMMON
    | {"knot_mm": st.none(), "pile_mm": decimals(3, 25, 1), "knot": st.sampled_from(["symmetric", "asymmetric_left"])}
)
FLAT = st.fixed_dictionaries(COMMON | {"passes_per_cm": decimals(1, 30, 1)})
PRICES = st.builds(
    Prices,
    currency=st.sampled_from(["USD", "SYP"]),
    pile_kg=decimals(0, 40),
    warp_kg=decimals(0, 40),
    weft_kg=decimals(0, 40),
    pay_per_1000=decimals(0, 9),
    finishing_m2=decimals(0, 50),
    loom_day=decimals(0, 9),
    foundation_waste=decimals(0, 0.2),
    margin=decimals(0, 0.9),
    mark_up=decimals(0, 2),
    pays_difficulty=st.booleans(),
    warping_days=st.integers(0, 9),
    finishing_days=st.integers(0, 9),
)


@st.composite
def charts(draw, mode, changes):
    quality = make_class("kilim" if mode == "flat" else "300", **draw(changes))
    width, length = (draw(decimals(10, 120, 1)) for _ in range(2))
    frame = Frame(quality, width, length)
    colours = draw(st.integers(1, 5))
    dice = np.random.default_rng(draw(st.integers(0, 2**32)))
    knots = dice.integers(0, colours, (frame.high, frame.wide)).astype(np.uint8)
    hank = draw(st.integers(1, 500))
    return Chart(frame, tuple(replace(y, lots=(), hank_g=Decimal(hank)) for y in make_yarns(colours)), knots)


def yarn_metres(chart: Chart, knots: int) -> Fraction:
    """F4 of pile, F6 of flat weave."""
    quality = chart.frame.quality
    kh, kv = Fraction(quality.kh), Fraction(quality.kv)
    if quality.mode == "flat":
        area_cm2 = knots * (10 / kh) * (10 / kv)
        return area_cm2 * Fraction(quality.passes_per_cm) / 100 * (1 + Fraction(quality.shots[0].crimp))
    if quality.knot_mm is not None:
        return knots * Fraction(quality.knot_mm) / 1000
    half = 2 * (Fraction(quality.pile_mm) + SHEAR_MM)
    return knots * (half + (3 if quality.knot == "symmetric" else 2) * 100 / kh) / 1000


SHEAR_MM = Fraction(1)
"""What is shorn of each end where the knot's length is only estimated (WORKSHOP F4: pile and allowance of 9 to 10 mm)."""


def check_yarns(chart: Chart, made) -> Decimal:
    quality, net = chart.frame.quality, Decimal(0)
    assert sum(need.knots for need in made.yarns) == chart.frame.wide * chart.frame.high
    for need, knots in zip(made.yarns, np.bincount(chart.knots.ravel(), minlength=len(chart.yarns)), strict=True):
        metres = yarn_metres(chart, int(knots))
        grams = metres * Fraction(quality.pile_tex) / 1000
        gross = grams * (1 + Fraction(quality.waste))
        assert need.metres == half_up(metres, 1)
        assert (need.net_g, need.gross_g) == (half_up(grams, 1), half_up(gross, 1))
        assert need.hanks == ceil(gross / Fraction(need.yarn.hank_g))
        net += need.net_g
    return net


def check_threads(chart: Chart, made) -> Decimal:
    """F5; a flat weave has no weft but the coloured one."""
    frame, quality = chart.frame, chart.frame.quality
    ends = frame.wide * quality.warps_per_cell + quality.selvedge_warps
    metres = ends * (Fraction(frame.length_cm) + Fraction(quality.warp_extra_cm)) / 100
    assert (made.warp.number, made.warp.metres) == (ends, half_up(metres, 1))
    assert made.warp.grams == half_up(metres * Fraction(quality.warp_tex) / 1000, 1)
    assert len(made.wefts) == (0 if quality.mode == "flat" else len(quality.shots))
    for weft, shot in zip(made.wefts, quality.shots, strict=False):
        metres = frame.high * Fraction(frame.width_cm) / 100 * (1 + Fraction(shot.crimp))
        assert weft.metres == half_up(metres, 1)
        assert weft.grams == half_up(metres * Fraction(shot.tex) / 1000, 1)
    return made.warp.grams + sum(weft.grams for weft in made.wefts)


def check_cost(chart: Chart, made, prices: Prices) -> None:
    """F16: each line rounded, the total their sum; margin is of the price, mark-up of the cost."""
    places = 2 if prices.currency == "USD" else made.cost.total.amount.as_tuple().exponent * -1
    waste = 1 + Fraction(prices.foundation_waste)
    materials = sum(Fraction(need.gross_g) * Fraction(prices.pile_kg) / 1000 for need in made.yarns)
    materials += Fraction(half_up(Fraction(made.warp.grams) * waste, 1)) * Fraction(prices.warp_kg) / 1000
    weft = sum((Fraction(one.grams) for one in made.wefts), Fraction(0))
    materials += Fraction(half_up(weft * waste, 1)) * Fraction(prices.weft_kg) / 1000
    raised = Fraction(made.difficulty.coefficient) if prices.pays_difficulty else 1
    pay = Fraction(chart.frame.knots, 1000) * Fraction(prices.pay_per_1000) * raised
    area = Fraction(chart.frame.width_cm) * Fraction(chart.frame.length_cm) / 10_000
    finishing, loom = Fraction(prices.finishing_m2) * area, Fraction(prices.loom_day) * made.labour.loom_days
    lines = [half_up(value, places) for value in (materials, pay, finishing, loom)]
    total = sum(lines)
    assert [line.amount.amount for line in made.cost.lines] == lines
    assert made.cost.total.amount == total
    assert made.cost.per_m2.amount == half_up(Fraction(total) / area, places)
    assert made.cost.price_by_margin.amount == half_up(Fraction(total) / (1 - Fraction(prices.margin)), places)
    assert made.cost.price_by_mark_up.amount == half_up(Fraction(total) * (1 + Fraction(prices.mark_up)), places)


def check(chart: Chart, prices: Prices) -> None:
    made, frame = reckon(chart, prices=prices), chart.frame
    kh, kv = Fraction(frame.quality.kh), Fraction(frame.quality.kv)
    assert frame.wide == floor(Fraction(frame.width_cm) * kh / 10 + Fraction(1, 2))  # F2
    assert frame.high == floor(Fraction(frame.length_cm) * kv / 10 + Fraction(1, 2))
    total = check_yarns(chart, made) + check_threads(chart, made)
    area = Fraction(frame.width_cm) * Fraction(frame.length_cm) / 10_000
    assert made.weight.total_g == total
    assert made.weight.kg_m2 == half_up(Fraction(total) / 1000 / area, 3)
    days = ceil(Fraction(frame.knots, frame.quality.knots_per_day))  # F7
    weavers = max(1, floor(Fraction(frame.width_cm) / 70))
    assert (made.labour.weaver_days, made.labour.weavers) == (days, weavers)
    assert made.labour.loom_days == ceil(Fraction(days, weavers))
    assert made.labour.calendar_days == made.labour.loom_days + prices.warping_days + prices.finishing_days
    pairs = frame.high * (frame.wide - 1)
    rows = chart.knots.tolist()
    changes = sum(a != b for row in rows for a, b in pairwise(row))
    rate = Fraction(changes, pairs) if pairs else Fraction(0)  # F11
    assert made.difficulty.change_rate == half_up(rate, 4)
    coefficient = min(Fraction(5, 4), 1 + Fraction(1, 2) * max(Fraction(0), rate - Fraction(1, 10)))
    assert made.difficulty.coefficient == half_up(coefficient, 3)
    check_cost(chart, made, prices)


@settings(max_examples=60, deadline=None)
@given(charts("pile", PILE), PRICES)
def test_a_pile_carpet(chart, prices):
    check(chart, prices)


@settings(max_examples=60, deadline=None)
@given(charts("pile", UNKNOWN), PRICES)
def test_a_pile_carpet_whose_knot_is_estimated(chart, prices):
    check(chart, prices)


@settings(max_examples=60, deadline=None)
@given(charts("flat", FLAT), PRICES)
def test_a_flat_weave(chart, prices):
    check(chart, prices)


@given(st.sampled_from(UNITS), st.sampled_from(UNITS), decimals(1, 900))
def test_densities_from_their_definitions(unit, to, value):
    """F1 in metres and fractions, an inch being 0.0254 m; squares are compared, for a root has no fraction."""
    inch = Fraction("0.0254")
    sizes = {"dm": 0.1, "cm": 0.01, "m": 1, "raj": 0.07, "raj6.5": 0.065}
    sides = {code: Fraction(str(size)) for code, size in sizes.items()} | {"inch": inch, "line": 12 * inch}
    areas = {"m2": Fraction(1), "dm2": Fraction(1, 100), "cm2": Fraction(1, 10_000), "kpsi": inch**2}
    areas |= {
        "ft2": (12 * inch) ** 2,
        "yd2": (36 * inch) ** 2,
        "india": Fraction("0.9") * inch * Fraction("4.5") * inch,
    }
    areas |= {code: side**2 for code, side in sides.items()}
    own = Fraction(value) if unit.code in {"m2", "dm2", "cm2", "kpsi", "ft2", "yd2"} else Fraction(value) ** 2
    found = convert_density((value, value) if unit.kind == "pair" else value, unit.code, to.code)
    expected = own / areas[unit.code] * areas[to.code]
    product = found[0] * found[1] if isinstance(found, tuple) else found if to.kind == "area" else found * found
    assert abs(Fraction(product) / expected - 1) < Fraction(1, 10**26)
