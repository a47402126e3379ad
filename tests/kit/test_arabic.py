"""Arabic text: one spelling, light stems, names for comparing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.kit.arabic import is_arabic, name_key, normalise, stem, stem_text, tokens
from nawl.kit.arabic.exceptions import KEPT_STARTS, STEMS

arabic_text = st.text(
    st.characters(min_codepoint=0x0600, max_codepoint=0x06FF) | st.sampled_from(" -.,\u200f\u200d ﷲﻻabÉe\u0301")
)


@pytest.mark.parametrize(
    ("written", "spelling"),
    [
        ("سَجّاد", "سجاد"),
        ("ســجــاد", "سجاد"),
        ("أحمد إبراهيم آمنة ٱلله", "احمد ابراهيم امنه الله"),
        ("ا\u0654حمد", "احمد"),
        ("منى", "مني"),
        ("مؤسسة", "موسسه"),
        ("عائلة", "عايله"),
        ("شيء", "شيء"),
        ("کرسی", "كرسي"),
        ("٢٠٢٢ و۲۰۲۲", "2022 و2022"),
        ("\u200fمركز\u200e \u202bطرطوس\u202c\ufeff", "مركز طرطوس"),
        ("نول\u200cي", "نولي"),
        ("ﻻ ﷲ ﺳﺠﺎﺩ", "لا الله سجاد"),
        ("هٰذا", "هذا"),
        ("  مركز \t التنمية\u00a0الريفية\n", "مركز التنميه الريفيه"),
        ("Tartous STRASSE Straße ＡＢ１", "tartous strasse strasse ab1"),
        ("é e\u0301 e\u200d\u0301", "é é é"),
        ("", ""),
        ("\u064b\u0640", ""),
    ],
)
def test_one_word_has_one_spelling(written: str, spelling: str) -> None:
    assert normalise(written) == spelling


@given(st.text() | arabic_text)
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(arabic_text, st.lists(st.sampled_from("\u064e\u064f\u0651\u0652\u0640\u200f\u061c\u200b"), max_size=4))
def test_vowel_signs_and_unseen_marks_never_matter(text: str, marks: list[str]) -> None:
    assert normalise("".join(marks) + text) == normalise(text)


@given(st.text() | arabic_text)
def test_blanks_are_single_and_only_inside(text: str) -> None:
    assert normalise(text).split(" ") == (normalise(text).split() or [""])


def test_tokens_are_the_words_and_numbers_in_order() -> None:
    assert tokens("مركز «الشيخ بدر» – SY1003-RDC-02، ٦٤ وحدة.") == [
        "مركز",
        "الشيخ",
        "بدر",
        "sy1003",
        "rdc",
        "02",
        "64",
        "وحده",
    ]
    assert tokens(" ،؛؟ _ ") == []


FAMILIES = [
    "سجاد سجادة السجاد والسجاد بالسجاد للسجاد سجادات السجادات سجادها",
    "نساج نساجة نساجات النساجين النساجون والنساجات للنساجين",
    "مركز المركز بالمركز للمركز مركزها والمركز مراكز المراكز والمراكز",
    "وحدة الوحدة وحدات الوحدات والوحدات بالوحدات للوحدات",
    "ورشة الورشة ورشات الورشات والورشات",
    "خدمة الخدمة خدمات الخدمات والخدمات بخدمات خدماتها",
    "نشاط النشاط نشاطات وأنشطة أنشطة الأنشطة والأنشطة",
    "تدريب التدريب تدريبات التدريبات تدريبية التدريبية والتدريب",
    "زيت الزيت زيوت الزيوت",
    "زيتون الزيتون زيتونة بالزيتون",
    "صوف الصوف صوفي صوفية بالصوف والصوف",
    "حرفي حرفية حرفيون الحرفيين حرفيات",
    "مكتب المكتب بالمكتب",
    "مكتبة المكتبة مكتبات المكتبات",
    "لون ألوان الألوان بالألوان والألوان",
    "آلة آلات الآلات الآلة والآلات",
    "بطاقة البطاقة بطاقات البطاقات للبطاقات",
    "طاقة الطاقة طاقات",
    "تنمية التنمية وتنمية للتنمية تنموي تنموية التنموية",
    "ريف ريفي ريفية الريفية الأرياف",
    "صناعة الصناعة صناعات صناعي صناعية",
    "عقد العقد عقود العقود",
    "مستفيد المستفيدين مستفيدة مستفيدات المستفيدات والمستفيدين",
    "بالغ بالغين البالغين بالغات",
    "وثيقة الوثيقة وثائق الوثائق",
    "لوحة لوحات اللوحات باللوحات",
    "لجنة اللجنة لجان للجنة",
    "بساط البساط بسط البسط",
    "نول النول أنوال الأنوال",
    "امرأة المرأة نساء النساء والنساء",
    "صحة الصحة صحي صحية الصحية",
    "غذاء الغذاء غذائي غذائية الغذائية",
    "مشروع المشروع مشاريع مشروعات المشاريع",
    "محافظة المحافظات محافظات بالمحافظة",
    "لاجئ لاجئين اللاجئين للاجئين",
    "التحاق الالتحاق",
    "مديرية المديرية مديريات للمديريات",
    "طرطوس بطرطوس وطرطوس",
]


@pytest.mark.parametrize("family", FAMILIES)
def test_words_of_one_family_share_a_stem(family: str) -> None:
    assert len({stem(word) for word in family.split()}) == 1, {word: stem(word) for word in family.split()}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("زيت", "زيتون"),
        ("مكتب", "مكتبة"),
        ("حرف", "حرفي"),
        ("بطاقة", "طاقة"),
        ("مدير", "مديرية"),
        ("بستان", "بست"),
        ("لباس", "باس"),
        ("ألعاب", "عاب"),
        ("ورشة", "رش"),
        ("والد", "والدخل"),
    ],
)
def test_words_of_different_meaning_keep_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("joined", "word"),
    [("والدخل", "دخل"), ("والدعم", "دعم"), ("بالغاز", "غاز"), ("لبناء", "بناء"), ("المانح", "مانح")],
)
def test_kept_beginnings_do_not_swallow_a_particle(joined: str, word: str) -> None:
    if joined == "لبناء":
        assert stem(joined) == stem("بناء")
    else:
        assert stem(joined) == stem(word)


def test_a_text_is_stemmed_word_by_word() -> None:
    assert stem_text("صناعة السجّاد اليدوي، والزيتون في المراكز") == "صناع سجاد يدو زيتون في مركز"
    assert stem_text("") == ""


@given(arabic_text)
def test_a_stem_has_no_blank_and_is_spelt_comparably(text: str) -> None:
    for word in tokens(text):
        assert normalise(stem(word)) == stem(word) != ""


def test_the_exceptions_are_spelt_comparably_and_lead_to_resting_stems() -> None:
    assert [word for word in (*STEMS, *STEMS.values(), *KEPT_STARTS) if normalise(word) != word] == []
    assert {found: stem(found) for found in STEMS.values() if stem(found) != found} == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("عبد الرحمن", "عبدالرحمن"),
        ("أبو علي", "ابوعلي"),
        ("أبو عبد الله", "أبوعبدالله"),
        ("فاطمة عبد القادر الحسّون", "فاطمه عبدالقادر الحسون"),
        ("عبد-الرحيم", "عبد الرحيم"),
        ("آمنة  إبراهيم", "امنه ابراهيم"),
    ],
)
def test_a_name_has_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_a_name_that_only_begins_like_a_joiner_stays() -> None:
    assert name_key("عبده خليل") == "عبده خليل"
    assert name_key("خليل عبد") == "خليل عبد"


@given(st.lists(st.sampled_from(["عبد", "أبو", "الله", "علي", "Abu", "-", "الرحمن"])).map(" ".join) | arabic_text)
def test_the_key_of_a_key_is_the_key(text: str) -> None:
    assert name_key(name_key(text)) == name_key(text)


def test_arabic_is_told_from_its_code() -> None:
    assert is_arabic("ar")
    assert is_arabic("ar-SY")
    assert not is_arabic("en")
