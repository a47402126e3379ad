"""What a column's heading means: a field of the register, or a count of one sex and age band."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rapidfuzz.distance import OSA

from nawl.collection.reading.ages import band_of_date, find_span
from nawl.collection.reading.cells import is_blank, text_of
from nawl.collection.reading.sheets import Cell
from nawl.collection.reading.words import (
    BANDS,
    FIELDS,
    FILLERS,
    LONGEST_NAME,
    MEASURES,
    PASSED_OVER,
    SEXES,
    TOTALS,
    without_hints,
    word_key,
)


@dataclass(frozen=True, slots=True)
class Label:
    """The meaning of one heading cell, or of the cells that stand over one column together.

    field       name of a field, empty for counts
    measure     contacts or first_visits, where it is said
    sex, band   whose count it is, where it is said
    is_total    whether the column adds others up
    is_known    whether every word of it was understood
    """

    field: str = ""
    measure: str = ""
    sex: str = ""
    band: str = ""
    is_total: bool = False
    is_known: bool = True

    @property
    def is_part(self) -> bool:
        """Whether it says something of a count."""
        return self.is_known and bool(self.measure or self.sex or self.band or self.is_total)

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing at all."""
        return self == EMPTY


PASSED = "passed"
"""The field of columns that are known to hold nothing to record."""

EMPTY = Label()
UNKNOWN = Label(is_known=False)
_PHRASES = sorted(
    ((phrase, measure) for measure, phrases in MEASURES.items() for phrase in phrases),
    key=lambda pair: -len(pair[0]),
)
_ALL_KEYS = {key: field for field, keys in FIELDS.items() for key in keys}
_SEX_WORDS = {key: sex for sex, keys in SEXES.items() for key in keys}


def label_of(cell: Cell) -> Label:
    """Return the meaning of one heading cell."""
    if isinstance(cell, date):
        band = band_of_date(cell)
        return Label(band=band) if band else UNKNOWN
    if is_blank(cell):
        return EMPTY
    text = text_of(cell)
    return label_of_text(text) if len(text) <= LONGEST_NAME else UNKNOWN


@lru_cache(maxsize=5_000)
def label_of_text(text: str) -> Label:
    """Return the meaning of a heading's text."""
    for candidate in (text, without_hints(text)):
        key = word_key(candidate)
        if not key and candidate != text:
            continue
        found = _field(key) or _part(candidate)
        if found:
            return found
    return _misspelt(word_key(without_hints(text))) or UNKNOWN


def _field(key: str) -> Label | None:
    if key in _ALL_KEYS:
        return Label(field=_ALL_KEYS[key])
    if key in PASSED_OVER:
        return Label(field=PASSED)
    measure = next((measure for measure, keys in MEASURES.items() if key in keys), "")
    return Label(measure=measure) if measure else None


def _part(text: str) -> Label | None:
    """Return the sex, age, measure or total that a text names, if it names nothing else."""
    band, rest = _band_in(text)
    if band is None:
        return None
    words = word_key(rest).split()
    words, measure = _measure_in([word for word in words if word not in FILLERS or word in _SEX_WORDS])
    is_total = any(word in TOTALS for word in words)
    sexes = {_SEX_WORDS[word] for word in words if word in _SEX_WORDS}
    rest_words = [word for word in words if word not in TOTALS and word not in _SEX_WORDS and word not in FILLERS]
    if rest_words or len(sexes) > 1:
        return _whole_phrase(text)
    found = Label(measure=measure, sex="".join(sexes), band=band, is_total=is_total)
    return found if found.is_part else None


def _whole_phrase(text: str) -> Label | None:
    key = word_key(text)
    sex = _SEX_WORDS.get(key, "")
    is_total = key in TOTALS
    return Label(sex=sex, is_total=is_total) if sex or is_total else None


def _band_in(text: str) -> tuple[str | None, str]:
    """Return the age band in a text ("" where it names no ages, None where they are no band) and the rest."""
    span, rest = find_span(text)
    if span is None:
        return "", text
    return BANDS.get(span), rest


def _measure_in(words: list[str]) -> tuple[list[str], str]:
    text = f" {' '.join(words)} "
    for phrase, measure in _PHRASES:
        bare = " ".join(word for word in phrase.split() if word not in FILLERS)
        if bare and f" {bare} " in text:
            return text.replace(f" {bare} ", " ", 1).split(), measure
    return words, ""


def _misspelt(key: str) -> Label | None:
    """Return the field whose name differs by one letter, for headings long enough to be sure."""
    if len(key) < 5:
        return None
    near = {
        field for known, field in _ALL_KEYS.items() if len(known) >= 5 and OSA.distance(key, known, score_cutoff=1) <= 1
    }
    return Label(field=near.pop()) if len(near) == 1 else None


def joined(labels: Iterable[Label]) -> Label:
    """Return what the labels over one column mean together; labels that contradict each other mean nothing."""
    whole = EMPTY
    for label in labels:
        if label.is_empty or label == whole:
            continue
        if not label.is_known or label.field or (whole.field and not whole.is_empty):
            if not whole.is_empty:
                return UNKNOWN
            whole = label
            continue
        added = _added(whole, label)
        if added is None:
            return UNKNOWN
        whole = added
    return whole


def _added(whole: Label, label: Label) -> Label | None:
    """Return both labels as one; None when they contradict each other."""
    sex, band = label.sex, label.band
    if whole.sex and sex == "u" and not whole.band and not band:
        sex, band = "", "u"  # «not recorded» below a sex speaks of the age
    pairs = ((whole.measure, label.measure), (whole.sex, sex), (whole.band, band))
    if any(first and second and first != second for first, second in pairs):
        return None
    measure, sex, band = (first or second for first, second in pairs)
    return Label(measure=measure, sex=sex, band=band, is_total=whole.is_total or label.is_total)
