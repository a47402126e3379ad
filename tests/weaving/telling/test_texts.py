"""Row texts: the running order and the layered list, in both languages."""

import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.kit.numbers import to_western_digits
from nawl.weaving.telling.runs import Side
from nawl.weaving.telling.texts import layered_row, layered_text, row_text, running_text
from nawl.weaving.telling.words import own_names
from tests.factories.charts import chart_of, make_chart

CHART = chart_of("aabbb abccc aaaa.")


@pytest.mark.parametrize(
    ("number", "side", "language", "text"),
    [
        (3, Side.RIGHT, "ar", "سطر ٣: ٣ كحلي، ٢ أحمر الفوة"),
        (3, Side.LEFT, "ar", "سطر ٣: ٢ أحمر الفوة، ٣ كحلي"),
        (1, Side.RIGHT, "ar", "سطر ١: ١ بلا خيط، ٤ أحمر الفوة"),
        (2, Side.RIGHT, "en", "Row 2: 3 Natural white, 1 Navy, 1 Madder red"),
    ],
)
def test_a_row_reads_as_the_reader_of_rows_says_it(number, side, language, text):
    assert row_text(CHART, number, side, language) == text


def test_the_whole_text_begins_with_how_it_is_read_and_with_row_one():
    lines = running_text(CHART).splitlines()
    assert lines[0] == "صنف ٣٠٠، ٥ عقد × ٣ أسطر. تُقرأ الأسطر من اليمين. السطر ١ هو الأسفل."
    assert lines[2:] == [row_text(CHART, n) for n in (1, 2, 3)]
    assert "from the middle" in running_text(chart_of("aba"), Side.CENTRE, "en")


def test_a_layered_list_names_each_colour_once_a_row_with_its_places():
    chart = chart_of("aababbb")
    assert layered_text(chart, Side.LEFT).splitlines()[2] == "سطر ١: أحمر الفوة (٣): ١–٢، ٤؛ كحلي (٤): ٣، ٥–٧"
    assert layered_text(chart, Side.RIGHT, "en").splitlines()[2] == "Row 1: Navy (4): 1–3, 5; Madder red (3): 4, 6–7"


@pytest.mark.parametrize(
    ("drawn", "running", "layered"),
    [
        (
            "abccba",
            "سطر ١: من الوسط: ٢ أبيض طبيعي؛ لكل جانب: ١ كحلي، ١ أحمر الفوة",
            "سطر ١: أبيض طبيعي (٢): ١؛ كحلي (٢): ٢؛ أحمر الفوة (٢): ٣",
        ),
        (
            "abcccba",
            "سطر ١: من الوسط: ٣ أبيض طبيعي؛ لكل جانب: ١ كحلي، ١ أحمر الفوة",
            "سطر ١: أبيض طبيعي (٣): ١–٢؛ كحلي (٢): ٣؛ أحمر الفوة (٢): ٤",
        ),
        ("bbb", "سطر ١: من الوسط: ٣ كحلي", "سطر ١: كحلي (٣): ١–٢"),
    ],
)
def test_from_the_middle_a_row_names_the_middle_run_whole_then_what_holds_for_each_side(drawn, running, layered):
    chart = chart_of(drawn)
    assert row_text(chart, 1, Side.CENTRE) == running
    assert running_text(chart, Side.CENTRE).splitlines()[2:] == [running]
    assert layered_row(chart, 1, Side.CENTRE) == layered
    assert layered_text(chart, Side.CENTRE).splitlines()[2:] == [layered]
    assert "المواضع من الوسط" in layered_text(chart, Side.CENTRE)


def test_yarns_with_one_name_are_told_apart_by_their_codes():
    yarns = [replace(yarn, name_ar="أحمر") for yarn in CHART.yarns[:2]] + [CHART.yarns[2]]
    assert own_names(yarns, "ar") == ["أحمر (M3)", "أحمر (I4)", "أبيض طبيعي"]
    assert row_text(CHART.with_yarns(yarns), 3) == "سطر ٣: ٣ أحمر (I4)، ٢ أحمر (M3)"


@given(st.integers(1, 25), st.integers(1, 10), st.integers(0, 10**6), st.sampled_from(["ar", "en"]))
def test_a_weaver_who_follows_either_text_weaves_the_chart(wide, high, seed, language):
    chart = make_chart(wide, high, 4, seed=seed)
    numbers = {name: n for n, name in enumerate(own_names(chart.yarns, language))}
    running = to_western_digits(running_text(chart, Side.LEFT, language)).splitlines()[2:]
    layered = to_western_digits(layered_text(chart, Side.LEFT, language)).splitlines()[2:]
    for number, (one, other) in enumerate(zip(running, layered, strict=True), 1):
        woven = [
            numbers[name]
            for count, name in re.findall(r"(\d+) ([^،,]+)", one.partition(": ")[2])
            for _ in range(int(count))
        ]
        assert woven == chart.row(number).tolist()
        laid = np.full(wide, 99)
        for part in re.split("[؛;] ", other.partition(": ")[2]):
            name, knots, spans = re.fullmatch(r"(.+) \((\d+)\): (.+)", part).groups()
            places = [int(n) for n in re.findall(r"\d+", re.sub(r"(?<![\d–])(\d+)(?![\d–])", r"\1–\1", spans))]
            for first, last in zip(places[::2], places[1::2], strict=True):
                laid[first - 1 : last] = numbers[name]
            assert (laid == numbers[name]).sum() == int(knots)
        assert laid.tolist() == woven
