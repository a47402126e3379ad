"""Sentences made from figures: golden in both languages, right in every plural, never other than the figures."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from nawl.kit.numbers import format_number, to_western_digits
from nawl.reports.composing import apart, summary
from nawl.reports.composing.cover import synthetic_notice
from nawl.reports.data import ReportData
from nawl.reports.voice import Voice
from tests.factories.reports import sample_report

NBSP = "\u00a0"


def said(
    make: Callable[[ReportData, Voice], tuple[str, ...]], language: str, data: ReportData | None = None
) -> list[str]:
    with translation.override(language):
        return [text.replace(NBSP, " ") for text in make(data or sample_report(), Voice(language))]


def of_people(value: int | None, **changes: object) -> ReportData:
    data = sample_report(places=(), sexes=(), **changes)
    people = replace(data.figures[0], value=value, target=None, before=None)
    return replace(data, figures=(people, *data.figures[1:]))


def test_the_summary_in_arabic() -> None:
    assert said(summary.reach, "ar") == [
        "استفاد ١٥٥٬٠٠٠ شخص من خدمات مراكز التنمية الريفية ووحدات الصناعات الريفية بين ١ كانون الثاني و٣٠ حزيران ٢٠٢٢.",
        "ويزيد ذلك بمقدار ١٣٬٨٠٠ شخص (٩٫٨٪) على ما كان في النصف الأول من عام ٢٠٢١.",
        "وهذا ٩٧٪ من الهدف البالغ ١٦٠٬٠٠٠.",
        "وتضم محافظتا طرطوس (٣٠٬٨٠٢) واللاذقية (٢٦٬٨٢٧) ٣٧٪ منهم.",
        "وتبلغ نسبة النساء والفتيات ٦٦٪ ممن جنسهم مسجل.",
    ]
    assert said(summary.work, "ar") == [
        "وتلقوا ٤١٢٬٣٨٠ خدمة، وقد يتلقى الشخص الواحد أكثر من خدمة.",
        "وبلغت الأنشطة المنفذة ٥٦ نشاطاً، ويدخل كل منها في العدد مرة واحدة مهما طال.",
        "وتوزعت الخدمات على ٥٩ مركزاً ووحدة.",
        "وتقع في ١٤ محافظة.",
    ]


def test_the_summary_in_english() -> None:
    assert said(summary.reach, "en") == [
        (
            "Between 1 January and 30 June 2022, 155,000 persons were served by the rural development centres and rural"
            " industries units."
        ),
        "That is 13,800 persons (9.8%) more than in the first half of 2021.",
        "This is 97% of the target of 160,000.",
        "Two governorates, Tartous (30,802) and Lattakia (26,827), account for 37% of them.",
        "Women and girls make up 66% of those whose sex is recorded.",
    ]
    assert said(summary.work, "en")[1:] == [
        "56 activities were carried out, each counted once however long it ran.",
        "Services are recorded at 59 centres and units.",
        "They lie in 14 governorates.",
    ]


def test_the_alternative_centre_is_read_apart_and_never_added() -> None:
    arabic = said(lambda data, voice: (apart.aside(data, voice)[0].text,), "ar")[0]  # type: ignore[union-attr]
    assert "نحو ٧٠٬٠٠٠ شخص" in arabic
    assert "ولا يصح جمع الرقمين" in arabic
    english = said(lambda data, voice: (apart.aside(data, voice)[0].text,), "en")[0]  # type: ignore[union-attr]
    assert "about 70,000 persons" in english
    assert "The two are not added" in english
    assert "225,000" not in english


def test_demonstration_data_say_what_they_are() -> None:
    with translation.override("ar"):
        assert "مصنوع للتجربة" in synthetic_notice()
    with translation.override("en"):
        assert "synthetic" in synthetic_notice()


@pytest.mark.parametrize(
    ("people", "words"),
    [
        (1, "استفاد شخص واحد من خدمات"),
        (2, "استفاد شخصان من خدمات"),
        (3, "استفاد ٣ أشخاص من خدمات"),
        (11, "استفاد ١١ شخصاً من خدمات"),
        (100, "استفاد ١٠٠ شخص من خدمات"),
        (103, "استفاد ١٠٣ أشخاص من خدمات"),
        (1_911, "استفاد ١٬٩١١ شخصاً من خدمات"),
        (0, "لا مستفيد مسجلاً من خدمات"),
        (None, "لا مستفيد مسجلاً من خدمات"),
    ],
)
def test_persons_take_the_right_arabic_form(people: int | None, words: str) -> None:
    assert said(summary.reach, "ar", of_people(people))[0].startswith(words)


@pytest.mark.parametrize(
    ("people", "words"),
    [(0, "nobody is recorded"), (1, "1 person was served by"), (2, "2 persons were served by")],
)
def test_persons_take_the_right_english_form(people: int, words: str) -> None:
    assert words in said(summary.reach, "en", of_people(people))[0]


def test_a_quarter_after_the_first_says_that_persons_are_new_this_year() -> None:
    data = of_people(40, first=date(2022, 4, 1), last=date(2022, 6, 30))
    assert "للمرة الأولى في العام" in said(summary.reach, "ar", data)[0]
    assert "for the first time this year" in said(summary.reach, "en", data)[0]


@pytest.mark.parametrize(
    ("before", "words"), [(150, "أشخاص (٣٪) على"), (155, "وهو العدد نفسه"), (165, "ويقل ذلك بمقدار ١٠ أشخاص")]
)
def test_more_fewer_and_as_many_are_three_sentences(before: int, words: str) -> None:
    data = of_people(155)
    people = replace(data.figures[0], before=before, before_period="2021-H1")
    assert (
        words.replace("(٣٪)", "(٣٫٣٪)")
        in said(summary.reach, "ar", replace(data, figures=(people, *data.figures[1:])))[1]
    )


@given(st.integers(1, 10**7), st.integers(1, 10**8), st.integers(1, 5000), st.sampled_from(["ar", "en"]))
def test_sentences_never_say_other_numbers_than_the_figures(
    people: int, services: int, activities: int, language: str
) -> None:
    data = of_people(people)
    values = {"people": people, "services": services, "activities": activities}
    figures = tuple(replace(figure, value=values.get(figure.measure)) for figure in data.figures)
    data = replace(data, figures=figures)
    text = " ".join(said(summary.reach, language, data) + said(summary.work, language, data))
    numbers = set(re.findall(r"\d+(?:,\d{3})*", to_western_digits(text).replace("٬", ",")))
    years_and_days = {"1", "30", "2022"}
    expected = {format_number(value) for value in values.values()}
    spoken = {format_number(value) for value in values.values() if value > 2}
    assert numbers - years_and_days <= expected
    assert spoken - years_and_days <= numbers
