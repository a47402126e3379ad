"""F3: yarn counts into tex and back."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.kit.errors import NotPossible
from nawl.weaving.reckoning.counts import NE_TEX, CountSystem, count_of, read_count, tex_of


@pytest.mark.parametrize(
    ("written", "tex"),
    [
        ("Nm 6×3", "500.00"),
        ("Nm 8/3", "375.00"),
        ("متري ٦/٣", "500.00"),
        ("Ne 20/12", "354.32"),
        ("Ne 20/20", "590.54"),
        ("ne20/6", "177.16"),
        ("إنكليزي ٢٠/٢٠", "590.54"),
        ("60 den × 30", "200.00"),
        ("den 60/30", "200.00"),
        ("500", "500.00"),
        ("700 tex", "700.00"),
        ("6.5 Nm", "153.85"),
    ],
)
def test_a_count_is_read_as_it_is_written(written, tex):
    assert str(read_count(written)) == tex


def test_english_cotton_weighs_what_its_definition_says():
    """Another route: 840 yards of Ne 1 weigh a pound."""
    pound_g, hank_km = Decimal("453.59237"), 840 * Decimal("0.9144") / 1000
    assert abs(pound_g / hank_km - NE_TEX) < Decimal("0.0005")  # the sources round the last digit


def test_a_kilometre_of_metric_yarn_weighs_a_kilometre_over_its_number():
    assert tex_of(CountSystem.NM, Decimal(8)) == Decimal(1000) / 8


@given(st.sampled_from(CountSystem), st.integers(100, 40000), st.integers(1, 30))
def test_a_count_goes_to_tex_and_back(system, hundredths, ends):
    tex = tex_of(system, Decimal(hundredths) / 100, ends)
    again = tex_of(system, count_of(system, tex, ends), ends)
    assert abs(again - tex) <= max(Decimal("0.02"), tex * ends * Decimal("0.005"))


@pytest.mark.parametrize(
    ("count", "ends"), [(Decimal(0), 1), (Decimal(-6), 1), (Decimal("NaN"), 1), (Decimal(6), 0), (Decimal(6), 1000)]
)
def test_no_yarn_has_a_count_of_nothing(count, ends):
    with pytest.raises(NotPossible, match="yarn_count_unfit"):
        tex_of(CountSystem.NM, count, ends)
    with pytest.raises(NotPossible, match="yarn_count_unfit"):
        count_of(CountSystem.NM, count, ends)


@pytest.mark.parametrize("text", ["", "Nm", "Xy 6", "6/3/2", "6 7", "×3"])
def test_what_is_no_count_is_refused(text):
    with pytest.raises(NotPossible, match="yarn_count_unreadable"):
        read_count(text)
