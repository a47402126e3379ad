"""What the offline voice is given: sounds told from vowelled letters, stress by weight, the voice's own rules for the rest."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nawl.weaving.speaking import counting
from nawl.weaving.speaking.lexicon import _vowelled, plain, said
from nawl.weaving.speaking.pronouncing import is_vowelled, sounds, stressed


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("سَطْر", "s'at[R"),
        ("ثَمَانِيَة", "Tam'a:nija"),  # tā' marbūṭa in pause is no t
        ("ثَلَاثَةَ عَشَر", "Tal'a:Tata A'aSaR"),  # joined to the next word it is one
        ("ثَلَاثَة وَعِشْرُون", "Tal'a:Ta waAiSR'u:n"),
        ("اِنْتَهَى السَّطْر", "?'intaha ss'at[R"),  # sun letter; the long vowel before it is cut
        ("مِنَ اليَمِين", "m'ina ljam'i:n"),  # moon letter, no glottal stop after a vowel
        ("اليَسَار", "?aljas'a:R"),
        ("كُحْلِيّ", "k'uHli:"),  # nisba in pause is a long i
        ("آلَاف", "?a:l'a:f"),
        ("أَلْفًا", "?'alfa:"),
        ("وَ", "w'a"),
        ("مُخَطَّط", "muX'at[t[at["),
        ("بُنِّيّ", "b'unni:"),
    ],
)
def test_a_vowelled_text_sounds_as_it_is_read(text, heard):
    assert sounds(text) == heard


@pytest.mark.parametrize(
    ("word", "stress"),
    [("kitab", "k'itab"), ("kita:b", "kit'a:b"), ("maktaba", "m'aktaba"), ("muXattaR", "muX'attaR"), ("bint", "b'int")],
)
def test_stress_falls_by_the_weight_of_syllables(word, stress):
    assert stressed(word) == stress


def test_a_word_without_vowels_bears_no_stress():
    assert stressed("bR") == "bR"


@pytest.mark.parametrize(
    ("text", "is_whole"),
    [("ثَمَانِيَة", True), ("ثمانية", False), ("رمّاني", False), ("اليَمِين", True), ("بُني غامق", False), ("", True)],
)
def test_a_text_is_vowelled_when_every_word_is(text, is_whole):
    assert is_vowelled(text) is is_whole


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("أحمر", "[[?'aHmaR]]"),
        ("أحمر قانٍ", "[[?'aHmaR q'a:ni:]]"),
        ("رمّاني غامق", "[[Rumm'a:ni: gH'a:miq]]"),
        ("ورد أحمر", "ورد [[?'aHmaR]]"),
        ("وردة", "ورد\u064e"),
        ("أحمر الفوة", "[[?'aHmaR ?alf'uwwa]]"),
        ("[[x]] <b>", "x b"),  # nobody's name of a yarn steers the voice
        ("", ""),
    ],
)
def test_the_voice_gets_sounds_for_known_words_and_letters_for_others(text, given):
    assert said(text, "ar") == given


def test_english_is_left_to_the_voice():
    assert said("deep red", "en") == "deep red"


def test_every_word_of_the_lexicon_numbers_and_phrases_is_vowelled():
    ours = [*_vowelled().values(), *counting.number_clips(counting.MOST, "ar").values()]
    ours += [arabic for arabic, _english in counting.PHRASES.values()]
    assert [text for text in ours if not is_vowelled(text)] == []


@pytest.mark.parametrize("word", list(_vowelled().values()))
def test_every_word_of_the_lexicon_has_one_stress_and_only_signs_that_the_voice_knows(word):
    heard = sounds(word)
    assert heard.count("'") == 1
    assert re.fullmatch(r"(?:'?[aiu]:?|dZ|dH|gH|s\[|t\[|[?btTHXdDRzsSZAfqklmnhwj])+", heard)


@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_no_text_breaks_the_preparation_and_none_opens_sound_signs_of_its_own(text):
    given_to_voice = said(text, "ar")
    assert given_to_voice.count("[[") == given_to_voice.count("]]")
    assert "<" not in given_to_voice
    assert plain(plain(text)) == plain(text)
