"""F4 to F8, F11, F17 and F18: the sources' worked examples, values by another route, and properties."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.kit.errors import NotPossible
from nawl.weaving.reckoning import difficulty, flatweave, foundation, labour, pile
from nawl.weaving.reckoning.counts import read_count
from nawl.weaving.reckoning.foundation import Mass
from nawl.weaving.reckoning.lots import LotChange, lot_change
from nawl.weaving.reckoning.rounding import ceiling, rounded
from nawl.weaving.reckoning.tiles import spans
from tests.factories.charts import make_class

R1 = 600 * 900


# F4


def test_the_sources_carpet_takes_its_yarn():
    metres = pile.pile_metres(614_400, Decimal(40))
    assert metres == 24_576
    assert pile.grams(metres, read_count("Nm 8")) == 3_072


def test_r1_takes_its_yarn_and_a_colour_its_hanks():
    metres = pile.pile_metres(R1, Decimal(45))
    net = pile.grams(metres, Decimal(500))
    assert (metres, net, pile.with_waste(net, Decimal("0.08"))) == (24_300, 12_150, 13_122)
    colour = pile.pile_metres(97_200, Decimal(45))
    net = pile.grams(colour, Decimal(500))
    gross = pile.with_waste(net, Decimal("0.08"))
    assert (colour, net, rounded(gross, 1)) == (4_374, 2_187, Decimal("2362.0"))
    assert pile.hanks(gross, Decimal(250)) == 10


@pytest.mark.parametrize(("pile_mm", "low", "high"), [(8, 25, 28), (9, 25, 28)])
def test_a_knot_of_unknown_length_is_estimated_as_long_as_the_sources_measure(pile_mm, low, high):
    estimate = pile.knot_length_mm(Decimal(pile_mm), Decimal(40), is_symmetric=True)
    assert low <= estimate <= high
    assert pile.knot_length_mm(Decimal(pile_mm), Decimal(40), is_symmetric=False) == estimate - Decimal("2.5")


def test_a_class_says_its_knot_or_it_is_estimated():
    assert pile.knot_mm_of(make_class("300")) == 45
    assert pile.knot_mm_of(make_class("300", knot_mm=None)) == 36
    assert pile.knot_mm_of(make_class("300", knot_mm=None, knot="asymmetric_left")) == 26 + Decimal(20) / 3
    with pytest.raises(NotPossible, match="class_without_density"):
        pile.knot_mm_of(make_class("300", knot_mm=None, kh=None))


@given(st.integers(0, 10**7), st.integers(1, 400))
def test_hanks_hold_the_grams_and_one_hank_less_would_not(tenths, hank):
    gross = Decimal(tenths) / 10
    number = pile.hanks(gross, Decimal(hank))
    assert number * hank >= gross > (number - 1) * hank or gross == number == 0


# F5


def test_the_sources_warp_of_wool_and_of_cotton():
    assert pile.grams(1280 * Decimal(2), read_count("Nm 8/3")) == 960
    metres = foundation.warp_metres(1280, Decimal(156), Decimal(60))
    assert metres == Decimal("2764.8")
    assert rounded(pile.grams(metres, read_count("Ne 20/12")), 1) == Decimal("979.6")


def test_the_thick_weft_as_it_should_have_been_in_the_source():
    metres = foundation.weft_metres(960, Decimal(120), Decimal(0))
    assert (metres, rounded(pile.grams(metres, read_count("Ne 20/12")), 1)) == (1_152, Decimal("408.2"))


def test_r1_has_its_warp_and_both_its_wefts():
    ends = foundation.warp_ends(600, 2, 8)
    warp = foundation.warp_metres(ends, Decimal(300), Decimal(60))
    thick = foundation.weft_metres(900, Decimal(200), Decimal("0.05"))
    thin = foundation.weft_metres(900, Decimal(200), Decimal("0.20"))
    assert (ends, warp, thick, thin) == (1_208, Decimal("4348.8"), 1_890, 2_160)
    masses = [pile.grams(m, read_count(c)) for m, c in ((warp, "Ne 20/20"), (thick, "Ne 20/20"), (thin, "Ne 20/6"))]
    assert [rounded(mass, 1) for mass in masses] == [Decimal("2568.1"), Decimal("1116.1"), Decimal("382.7")]
    total = 12_150 + sum(rounded(mass, 1) for mass in masses)
    assert (total, rounded(foundation.mass_kg_m2(total, Decimal(6)), 3)) == (Decimal("16216.9"), Decimal("2.703"))


@pytest.mark.parametrize(
    ("mass", "low", "high", "verdict"),
    [
        ("2.5", "2.5", "5.0", Mass.FIT),
        ("5.0", "2.5", "5.0", Mass.FIT),
        ("2.49", "2.5", "5.0", Mass.LIGHT),
        ("5.01", "2.5", "5.0", Mass.HEAVY),
        ("9", "2.5", None, Mass.FIT),
        ("1", None, "5", Mass.FIT),
        ("6", None, "5", Mass.HEAVY),
        ("1", None, None, Mass.UNKNOWN),
    ],
)
def test_a_mass_is_held_against_the_range_of_the_class(mass, low, high, verdict):
    low, high = (Decimal(side) if side else None for side in (low, high))
    assert foundation.check_mass(Decimal(mass), low, high) is verdict


# F6


def test_the_flat_weave_of_the_example():
    assert flatweave.passes(Decimal(180), Decimal(10)) == 1_800
    weft = flatweave.weft_metres_of_area(Decimal(120 * 180), Decimal(10), Decimal("0.10"))
    assert (weft, pile.grams(weft, Decimal(700))) == (2_376, Decimal("1663.2"))
    warp = foundation.warp_metres(480, Decimal(180), Decimal(60))
    assert pile.grams(warp, Decimal(350)) == Decimal("403.2")
    mass = foundation.mass_kg_m2(Decimal("1663.2") + Decimal("403.2"), Decimal("2.16"))
    assert rounded(mass, 3) == Decimal("0.957")


def test_a_weft_that_covers_an_area_is_as_long_as_its_passes():
    """Another route: pass after pass across the whole width."""
    width, length, per_cm, crimp = Decimal(75), Decimal(110), Decimal(9), Decimal("0.07")
    by_pass = flatweave.passes(length, per_cm) * width / 100 * (1 + crimp)
    assert flatweave.weft_metres_of_area(width * length, per_cm, crimp) == by_pass


def test_a_flat_class_without_passes_is_refused():
    with pytest.raises(NotPossible, match="class_without_passes"):
        flatweave.passes_of(make_class("kilim", passes_per_cm=Decimal(0)))


# F7, F8


def test_labour_as_in_the_sources():
    assert labour.weaver_days(1_959_184, 5_000) == 392
    assert labour.weaver_days(R1, 4_000) == 135
    assert labour.parallel_weavers(Decimal(200)) == 2
    assert labour.calendar_days(135, 2) == 68
    assert labour.calendar_days(135, 2, 3, 7) == 78
    assert labour.weaver_days(R1, 4_000, Decimal("0.5")) == 270


@pytest.mark.parametrize(("width", "weavers"), [(30, 1), (69, 1), (70, 1), (139, 1), (140, 2), (300, 4)])
def test_a_loom_has_room_for_a_weaver_every_seventy_centimetres(width, weavers):
    assert labour.parallel_weavers(Decimal(width)) == weavers


@pytest.mark.parametrize(("per_day", "skill"), [(0, Decimal(1)), (-5, Decimal(1)), (4_000, Decimal(0))])
def test_nobody_can_count_days_without_output(per_day, skill):
    with pytest.raises(NotPossible, match="class_without_output"):
        labour.weaver_days(R1, per_day, skill)


def is_workday(day):
    return day.weekday() not in {4, 5}


def test_the_end_is_forecast_from_the_last_ten_worked_days():
    today = date(2022, 11, 24)  # a Thursday
    pace = [99_999] + [4_000] * 5 + [6_000] * 5
    assert labour.forecast(pace, 12_000, today, is_workday) == date(2022, 11, 29)  # 3 days: Sunday to Tuesday
    assert labour.forecast(pace, 10_001, today, is_workday) == date(2022, 11, 29)
    assert labour.forecast(pace, 10_000, today, is_workday) == date(2022, 11, 28)


def test_without_a_pace_or_a_workday_there_is_no_forecast():
    today = date(2022, 11, 24)
    assert labour.forecast([], 100, today, is_workday) is None
    assert labour.forecast([0, 0], 100, today, is_workday) is None
    assert labour.forecast([10], 100, today, lambda _day: False) is None
    assert labour.forecast([], 0, today, is_workday) == today


@given(st.lists(st.integers(1, 9_000), min_size=1, max_size=15), st.integers(1, 10**6))
def test_working_at_the_pace_until_the_forecast_ties_the_rest(pace, rest):
    today = date(2022, 1, 1)
    end = labour.forecast(pace, rest, today, lambda _day: True)
    last = pace[-10:]
    if end is not None:
        days = (end - today) / timedelta(days=1)
        assert days * sum(last) / len(last) >= rest > (days - 1) * sum(last) / len(last)


# F11


@pytest.mark.parametrize(
    ("rate", "expected"), [("0.1087", "1.004"), ("0.30", "1.100"), ("0.05", "1.000"), ("0.99", "1.250")]
)
def test_the_coefficient_of_difficulty(rate, expected):
    assert str(difficulty.coefficient(Decimal(rate))) == expected


@pytest.mark.parametrize(
    ("rows", "rate"), [(["aabb", "abab"], Decimal(4) / 6), (["aaaa"], 0), (["a", "b"], 0), (["ab"], 1)]
)
def test_changes_are_counted_by_pairs_in_rows(rows, rate):
    assert difficulty.change_rate(np.array([[ord(x) for x in row] for row in rows], np.uint8)) == pytest.approx(rate)


# F17


def test_tiles_as_in_the_example():
    tiles = [len(spans(wide, 100)) * len(spans(high, 150)) for wide, high in ((600, 900), (300, 450), (2000, 3000))]
    assert tiles == [36, 9, 400]


@given(st.integers(1, 700), st.integers(1, 200), st.data())
def test_tiles_cover_every_knot_and_share_only_the_overlap(knots, tile, data):
    overlap = data.draw(st.integers(0, tile - 1))
    cut = spans(knots, tile, overlap)
    times = np.zeros(knots, int)
    for first, end in cut:
        times[first:end] += 1
    shared = sum(max(0, a[1] - b[0]) for a, b in pairwise(cut))
    assert times.min() == 1
    assert cut[-1][1] == knots
    assert all(end - first <= tile for first, end in cut)
    assert times.sum() - shared == knots
    assert all(a[1] - b[0] == overlap for a, b in pairwise(cut))


@pytest.mark.parametrize(("knots", "tile", "overlap"), [(0, 10, 0), (5, 0, 0), (5, 3, 3), (5, 3, -1)])
def test_a_tile_that_never_moves_on_is_refused(knots, tile, overlap):
    with pytest.raises(NotPossible, match="tile_overlap_unfit"):
        spans(knots, tile, overlap)


# F18


@pytest.mark.parametrize(
    ("difference", "answer"),
    [("0", "accept"), ("1.0", "accept"), ("1.01", "at_border"), ("2", "at_border"), ("2.01", "refuse")],
)
def test_a_change_of_lot_is_judged_by_how_far_it_is_seen(difference, answer):
    assert lot_change(Decimal(difference)) is LotChange(answer)


@given(st.decimals(0, 10**6, places=3))
def test_a_ceiling_is_the_next_whole_number(value):
    assert 0 <= ceiling(value) - value < 1
