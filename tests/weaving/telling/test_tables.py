"""CSV: what leaves comes back, to the byte."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.kit.errors import NotPossible, ProgrammeError
from nawl.weaving.telling.runs import Side
from nawl.weaving.telling.tables import chart_from_csv, rows_csv
from tests.factories.charts import chart_of, make_chart

CHART = chart_of("aabbb aaaa.")
TEXT = rows_csv(CHART)


def test_a_line_a_run_row_one_first():
    assert TEXT == (
        "\ufeffrow,from_right,knots,yarn,name\r\n"
        "1,1,1,,\r\n1,2,4,M3,أحمر الفوة\r\n2,1,3,I4,كحلي\r\n2,4,2,M3,أحمر الفوة\r\n"
    )
    assert rows_csv(CHART, Side.LEFT, "en").splitlines()[1:3] == ["1,1,4,M3,Madder red", "1,5,1,,"]


@given(
    st.integers(1, 25), st.integers(1, 10), st.integers(1, 6), st.integers(0, 10**6), st.booleans(),
    st.sampled_from([Side.RIGHT, Side.LEFT]), st.sampled_from(["ar", "en"]),
)  # fmt: skip
def test_what_leaves_comes_back(wide, high, colours, seed, unset, side, language):
    chart = make_chart(wide, high, colours, seed=seed, unset=unset)
    text = rows_csv(chart, side, language)
    again = chart_from_csv(text, chart.frame, chart.yarns)
    assert (again.knots == chart.knots).all()
    assert rows_csv(again, side, language) == text


def test_names_that_look_like_formulas_or_hold_signs_of_the_table_travel():
    codes = ("=1+1", 'a,"b"', "@c")
    chart = chart_of("abc")
    chart = chart.with_yarns(
        [replace(yarn, code=code, name_ar=code) for yarn, code in zip(chart.yarns, codes, strict=True)]
    )
    text = rows_csv(chart)
    assert ",'=1+1,'=1+1\r\n" in text
    assert (chart_from_csv(text, chart.frame, chart.yarns).knots == chart.knots).all()


def test_rows_from_the_middle_are_no_table():
    with pytest.raises(NotPossible, match="side_unfit"):
        rows_csv(chart_of("aba"), Side.CENTRE)


def test_yarns_that_a_code_does_not_tell_apart_are_refused():
    for codes, code in ((("A", "A"), "yarn_code_twice"), (("A", ""), "yarn_code_missing")):
        yarns = [replace(yarn, code=one) for yarn, one in zip(CHART.yarns, codes, strict=True)]
        with pytest.raises(NotPossible, match=code):
            rows_csv(CHART.with_yarns(yarns))


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("from_right", "from_above", 1),
        ("1,2,4,M3", "1,3,4,M3", 3),
        ("1,2,4,M3", "1,2,5,M3", 3),
        ("1,2,4,M3", "1,2,0,M3", 3),
        ("1,2,4,M3", "one,2,4,M3", 3),
        ("2,4,2,M3,أحمر الفوة\r\n", "", 5),
        ("2,1,3,I4", "1,1,3,I4", 4),
        ("2,4,2,M3", "2,4", 5),
        ("1,1,1,,", "", 2),
        ("1,1,1,,", '1,1,1,"', 2),
        ("2,4,2,M3,أحمر الفوة\r\n", "2,4,2,M3,\r\n3,1,5,M3,\r\n", 6),
    ],
)
def test_a_table_that_is_not_whole_is_refused_at_its_line(old, new, line):
    with pytest.raises(NotPossible) as refused:
        chart_from_csv(TEXT.replace(old, new, 1), CHART.frame, CHART.yarns)
    assert (refused.value.code, refused.value.facts["line"]) == ("rows_table_wrong", line)


def test_a_yarn_that_nobody_knows_is_named():
    with pytest.raises(NotPossible) as refused:
        chart_from_csv(TEXT.replace("I4", "I9"), CHART.frame, CHART.yarns)
    assert (refused.value.code, refused.value.facts["yarn"]) == ("yarn_not_known", "I9")


@given(
    st.text(alphabet='row,from_ight124M3"\r\n\ufeff', max_size=80).map(lambda tail: TEXT[:36] + tail)
    | st.text(max_size=60)
)
def test_any_text_is_a_chart_or_a_refusal(text):
    with pytest.raises(ProgrammeError):
        chart_from_csv(text, CHART.frame, CHART.yarns)
