"""The whole reckoning: R1 in one piece, sums, stock, stand-ins, every class's own mass."""

import json
from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.kit.errors import NotPossible
from nawl.weaving.chart import Chart
from nawl.weaving.classes import load_classes
from nawl.weaving.colour import ciede2000
from nawl.weaving.reckoning.foundation import Mass
from nawl.weaving.reckoning.needs import gross_grams, lots_for
from nawl.weaving.reckoning.prices import shipped_prices
from nawl.weaving.reckoning.sheet import reckon
from nawl.weaving.reckoning.wording import reckoning_text
from nawl.weaving.stock import shipped_yarns
from nawl.weaving.yarns import Lot, Yarn
from tests.factories.charts import chart_of, make_carpet, make_chart, make_class, make_frame, make_yarns

R1 = make_carpet()
PLAIN = R1.with_yarns([replace(yarn, lots=()) for yarn in R1.yarns])


def test_r1_is_reckoned_as_the_formulas_work_it_out():
    made = reckon(PLAIN, prices=shipped_prices())
    assert (made.knots, made.area_m2, made.pile_g, made.pile_gross_g) == (540_000, 6, 12_150, 13_122)
    first = made.yarns[0]
    assert (first.knots, first.share, first.metres, first.net_g) == (97_200, Decimal("0.18"), 4_374, 2_187)
    assert (first.gross_g, first.hanks) == (Decimal("2362.0"), 10)
    assert (made.warp.number, made.warp.metres, made.warp.grams) == (1_208, Decimal("4348.8"), Decimal("2568.1"))
    assert [(weft.metres, weft.grams) for weft in made.wefts] == [(1_890, Decimal("1116.1")), (2_160, Decimal("382.7"))]
    assert (made.weight.total_g, made.weight.kg_m2) == (Decimal("16216.9"), Decimal("2.703"))
    assert (made.labour.weaver_days, made.labour.weavers, made.labour.loom_days) == (135, 2, 68)
    assert (made.labour.calendar_days, made.difficulty.coefficient) == (78, 1)
    assert (made.cost.total.amount, made.cost.per_m2.amount) == (Decimal("1651.04"), Decimal("275.17"))
    assert (made.cost.price_by_margin.amount, made.cost.price_by_mark_up.amount) == (
        Decimal("2063.80"),
        Decimal("1981.25"),
    )


@pytest.mark.parametrize("quality", load_classes(), ids=lambda one: one.key)
def test_the_mass_of_every_shipped_class_lies_in_its_own_range(quality):
    weight = reckon(make_carpet(code=quality.code)).weight
    assert weight.verdict is Mass.FIT
    assert weight.low <= weight.kg_m2 <= weight.high


def test_the_flat_weave_of_the_example_is_reckoned_by_area():
    chart = Chart(
        replace(make_frame(240, 450, "kilim"), width_cm=Decimal(120), length_cm=Decimal(180)),
        make_yarns(2),
        np.repeat(np.array([[0], [1]], np.uint8), [150, 300], axis=0).repeat(240, axis=1),
    )
    made = reckon(chart)
    assert [need.metres for need in made.yarns] == [792, 1_584]
    assert (made.pile_g, made.warp.grams, made.wefts) == (Decimal("1663.2"), Decimal("403.2"), ())
    assert (made.warp.number, made.weight.kg_m2) == (480, Decimal("0.957"))


@given(st.integers(1, 30), st.integers(1, 30), st.integers(1, 8), st.integers(0, 10**6), st.booleans())
def test_knots_add_up_to_the_grid_and_grams_to_the_sum(wide, high, colours, seed, unset):
    chart = make_chart(wide, high, colours, seed=seed, unset=unset)
    made = reckon(chart, prices=shipped_prices())
    assert sum(need.knots for need in made.yarns) + made.unset == made.knots == wide * high
    assert made.pile_g == sum(need.net_g for need in made.yarns)
    assert made.weight.total_g == made.pile_g + made.warp.grams + sum(weft.grams for weft in made.wefts)
    assert tuple(need.gross_g for need in made.yarns) == gross_grams(chart)
    assert made.cost.total.amount == sum(line.amount.amount for line in made.cost.lines)


def stocked(*grams):
    return [
        replace(yarn, grams=None if g is None else Decimal(g), lots=()) for yarn, g in zip(R1.yarns, grams, strict=True)
    ]


def test_what_is_short_is_told_with_the_nearest_yarn_that_has_enough():
    made = reckon(R1.with_yarns(stocked(362, 10**6, 10**6, 10**6, 10**6)), shelf=shipped_yarns()[9:])
    (short,) = made.short
    assert (short.yarn.code, short.stock_g, short.short_g) == ("M3", 362, 2_000)
    able = [yarn for yarn in shipped_yarns()[9:] if yarn.grams >= 2_000]
    away = {yarn.code: float(ciede2000(np.array(short.yarn.lab), np.array(yarn.lab))) for yarn in able}
    assert short.stand_in.yarn.code == min(away, key=away.get) == "B4"
    assert float(short.stand_in.difference) == pytest.approx(away["B4"], abs=0.01)


def test_a_yarn_is_no_stand_in_with_what_the_chart_itself_takes_of_it():
    """M4 has 5 kg, of which the chart takes most: it cannot give two."""
    brick = next(yarn for yarn in shipped_yarns() if yarn.code == "M4")
    yarns = [*stocked(362, None, None, None, None)[:4], replace(brick, grams=Decimal(5_000), lots=())]
    (short,) = reckon(R1.with_yarns(yarns)).short
    assert short.stand_in is None


def test_the_shelf_tells_the_stock_of_a_yarn_that_the_chart_knows_by_code():
    shelf = [replace(R1.yarns[0], grams=Decimal(5), lots=())]
    assert reckon(R1, shelf=shelf).yarns[0].stock_g == 5


def lots(*grams):
    return tuple(Lot(f"L{n}", Decimal(g)) for n, g in enumerate(grams))


@pytest.mark.parametrize(
    ("held", "needed", "taken"),
    [
        ((900, 500, 700), 600, ["L2"]),
        ((900, 500, 700), 700, ["L2"]),
        ((900, 500, 700), 1_000, ["L0", "L2"]),
        ((900, 500, 700), 5_000, ["L0", "L2", "L1"]),
        ((900, 0), 5_000, ["L0"]),
        ((900, 900), 800, ["L0"]),
        ((900,), 0, []),
        ((), 10, []),
    ],
)
def test_a_colour_comes_from_one_lot_where_one_holds_it_all(held, needed, taken):
    yarn = replace(R1.yarns[0], lots=lots(*held))
    assert [lot.number for lot in lots_for(yarn, Decimal(needed))] == taken


def test_the_lots_to_take_are_told():
    made = reckon(R1.with_yarns([replace(R1.yarns[0], lots=lots(1_500, 1_400), grams=Decimal(2_900)), *R1.yarns[1:]]))
    assert [len(need.lots) for need in made.yarns] == [2, 1, 1, 1, 1]
    text = reckoning_text(made, "en")
    assert "from several lots (L0, L1), whose seam may be seen" in text
    assert "from the lot 22-228" in text


def test_without_a_known_stock_nothing_is_short_and_with_none_everything_is():
    assert reckon(R1.with_yarns(stocked(*[None] * 5))).short == ()
    empty = reckon(R1.with_yarns(stocked(*[0] * 5)))
    assert [need.short_g for need in empty.short] == [need.gross_g for need in empty.yarns]
    assert all(need.stand_in is None for need in empty.short)


def test_a_colour_of_one_knot_takes_a_hank_and_one_of_none_takes_no_hank():
    made = reckon(chart_of("aaac aaaa"))
    assert [(need.knots, need.hanks) for need in made.yarns] == [(7, 1), (0, 0), (1, 1)]


def test_a_chart_of_one_yarn_is_reckoned():
    made = reckon(chart_of("aaa aaa"), prices=shipped_prices())
    assert (made.yarns[0].share, made.weavability.most_colours, made.labour.weaver_days) == (1, 1, 1)


def test_a_yarn_of_another_count_than_the_class_is_told():
    yarns = [
        replace(yarn, tex=tex)
        for yarn, tex in zip(R1.yarns, (None, Decimal(500), Decimal(540), Decimal(560), Decimal(200)), strict=True)
    ]
    assert [need.is_other_count for need in reckon(R1.with_yarns(yarns)).yarns] == [False, False, False, True, True]


def test_a_class_without_output_cannot_tell_days():
    chart = Chart(make_frame(3, 3, quality=make_class(knots_per_day=0)), make_yarns(1), np.zeros((3, 3), np.uint8))
    with pytest.raises(NotPossible, match="class_without_output"):
        reckon(chart)


def test_lots_of_several_prices_cost_their_mean_by_grams():
    wool = reckon(R1, prices=shipped_prices()).cost.materials[0]
    assert (wool.code, wool.price_kg) == (
        "M3",
        ((21_000 * Decimal("9.2") + 8_300 * Decimal("9.4")) / 29_300).quantize(Decimal("0.0001")),
    )


def test_yarn_is_priced_as_it_lies_on_the_shelf_today():
    today = [replace(R1.yarns[0], lots=(Lot("23-1", Decimal(30_000), Decimal(12)),))]
    assert reckon(R1, shelf=today, prices=shipped_prices()).cost.materials[0].price_kg == 12


def test_one_yarn_stands_in_for_two_only_where_it_suffices_for_both():
    chart = chart_of("\n".join(["ab" * 50] * 100))
    red, blue = (replace(yarn, lots=(), grams=Decimal(0)) for yarn in chart.yarns[:2])
    short = chart.with_yarns([red, blue, *chart.yarns[2:]])
    needed = reckon(short).yarns[0].short_g
    for grams, named in ((2 * needed, ["spare", "spare"]), (2 * needed - 1, ["spare", None])):
        spare = Yarn("spare", "احتياط", "", (120, 60, 70), grams=grams)
        found = reckon(short, shelf=[red, blue, spare]).yarns[:2]
        assert [need.stand_in and need.stand_in.yarn.code for need in found] == named


def test_difficulty_raises_the_pay_only_where_prices_say_so():
    chart = chart_of("abab baba")
    plain, raised = (
        reckon(chart, prices=replace(shipped_prices(), pay_per_1000=Decimal(10_000), pays_difficulty=one))
        for one in (False, True)
    )
    pay = [next(line.amount.amount for line in made.cost.lines if line.code == "pay") for made in (plain, raised)]
    assert pay == [80, 100]


def test_everything_is_plain_data_too():
    made = reckon(R1, prices=shipped_prices())
    plain = json.loads(json.dumps(made.as_dict()))
    assert plain["yarns"][0]["yarn"]["code"] == "M3"
    assert (plain["yarns"][0]["gross_g"], plain["weight"]["verdict"]) == ("2362.0", "fit")
    assert plain["cost"]["total"]["currency"] == "USD"
    assert reckon(R1).as_dict()["cost"] is None


@pytest.mark.parametrize(("language", "phrases"), [
    ("ar", ["٥٤٠٬٠٠٠ عقدة", "أحمر الفوة (M3)", "٢٬٣٦٢٫٠ غ مع الهدر", "ضمن الصنف", "السعر بهامش ربح ٢٠٪"]),
    ("en", ["540,000 knots", "Madder red (M3)", "2,362.0 g with waste", "fits the class", "margin of 20%", "mark-up of 20%"]),
])  # fmt: skip
def test_the_reckoning_reads_in_both_languages(language, phrases):
    text = reckoning_text(reckon(R1, prices=shipped_prices()), language)
    assert all(phrase in text for phrase in phrases)


def test_the_words_tell_shortages_and_what_is_not_there():
    short = reckoning_text(
        reckon(R1.with_yarns(stocked(362, 10**6, 10**6, 10**6, 10**6)), shelf=shipped_yarns()[9:]), "en"
    )
    assert "short by 2,000.0 g, nearest yarn in stock: Chestnut (B4)" in short
    bare = reckoning_text(
        reckon(make_chart(unset=True).with_yarns([replace(y, grams=Decimal(0), lots=()) for y in make_yarns(4)])), "en"
    )
    assert "Knots without a yarn: 1" in bare
    assert "no other yarn lies in stock" in bare
    assert "Rare colours" in bare
