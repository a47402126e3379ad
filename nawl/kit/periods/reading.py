"""Reading periods as people write them: codes, names in Arabic and English, any digits and spelling."""

from __future__ import annotations

import re
from datetime import date

from nawl.kit.arabic import normalise
from nawl.kit.errors import NotPossible
from nawl.kit.periods.period import Period
from nawl.kit.periods.words import ARABIC_ORDINALS, ENGLISH_MONTHS, ENGLISH_ORDINALS, SYRIAN_MONTHS

_OTHER_MONTHS = (
    ("يناير", "كانون ثاني", "كانون 2", "ك 2", "جانفي"),
    ("فبراير", "فيفري"),
    ("مارس",),
    ("ابريل", "افريل"),
    ("مايو", "ماي", "نوار"),
    ("يونيو", "يونيه", "جوان"),
    ("يوليو", "يوليه", "جويليه"),
    ("اغسطس", "غشت", "اوت"),
    ("سبتمبر", "شتنبر"),
    ("اكتوبر", "تشرين اول", "تشرين 1", "ت 1"),
    ("نوفمبر", "تشرين ثاني", "تشرين 2", "ت 2"),
    ("ديسمبر", "كانون اول", "كانون 1", "ك 1", "دجنبر"),
)
_FILLERS = frozenset({"من", "عام", "لعام", "العام", "سنه", "لسنه", "السنه", "شهر", "of", "the", "year", "month"})
_ALLOWED = re.compile(r"[\w\s./،,()-]+")
_PIECES = re.compile(r"\d+|[^\W\d_]+")
_YEAR = re.compile(r"(?:19|20|21)\d\d")
_YEAR_AND_MONTH = re.compile(r"((?:19|20|21)\d\d)(0[1-9]|1[0-2])")
_RANGE = re.compile(r"(?:من |from )?(?P<first>.+?)\s*(?:\.\.| الي | لغايه | حتي | to | until )\s*(?P<last>.+)")
_SMALL = re.compile(r"\d{1,2}")


def _month_words() -> dict[str, int]:
    words: dict[str, int] = {}
    for n, (syrian, english, others) in enumerate(zip(SYRIAN_MONTHS, ENGLISH_MONTHS, _OTHER_MONTHS, strict=True), 1):
        for word in (syrian, english, english[:3], *others):
            words[normalise(word)] = n
    words["sept"] = 9
    return words


def _part_words() -> dict[str, tuple[str, int]]:
    words: dict[str, tuple[str, int]] = {}
    kinds = (("half", "h s half semester", "النصف نصف", 2), ("quarter", "q quarter", "الربع ربع", 4))
    for kind, latin, arabic, count in kinds:
        for n in range(1, count + 1):
            ordinals = (ARABIC_ORDINALS[n - 1], ARABIC_ORDINALS[n - 1].removeprefix("ال"), str(n))
            spellings = [f"{word} {n}" for word in latin.split()]
            spellings += [f"{word} {ordinal}" for word in arabic.split() for ordinal in ordinals]
            english = (ENGLISH_ORDINALS[n - 1], f"{n} {('st', 'nd', 'rd', 'th')[n - 1]}")
            spellings += [f"{ordinal} {kind}" for ordinal in english]
            words.update({normalise(spelling): (kind, n) for spelling in spellings})
    return words


_MONTHS = _month_words()
_PART_WORDS = _part_words()


def parse_period(text: str) -> Period:
    """Read a period written as a code or in words, in any digits; raises NotPossible("period_unreadable")."""
    try:
        return _read(normalise(text))
    except (ValueError, NotPossible) as error:
        raise NotPossible("period_unreadable", text=text) from error


def _read(text: str) -> Period:
    ends = _RANGE.fullmatch(text)
    if ends is None:
        return _read_one(text)
    return Period(_read_one(ends["first"]).first, _read_one(ends["last"]).last)


def _read_one(text: str) -> Period:
    if not _ALLOWED.fullmatch(text) or ".." in text:
        raise ValueError(text)
    pieces = [piece for piece in _PIECES.findall(text) if piece not in _FILLERS]
    if len(pieces) == 1 and (both := _YEAR_AND_MONTH.fullmatch(pieces[0])):
        return Period.month(int(both[1]), int(both[2]))
    places = [i for i, piece in enumerate(pieces) if _YEAR.fullmatch(piece)]
    if len(places) != 1:
        raise ValueError(text)
    year = int(pieces.pop(places[0]))
    return _read_within(year, pieces, year_first=places[0] == 0)


def _read_within(year: int, pieces: list[str], *, year_first: bool) -> Period:
    rest = " ".join(pieces)
    if not rest:
        return Period.year(year)
    if rest in _PART_WORDS:
        kind, n = _PART_WORDS[rest]
        return Period.half(year, n) if kind == "half" else Period.quarter(year, n)
    month = _month(rest)
    if month:
        return Period.month(year, month)
    day = _day(year, pieces, year_first=year_first)
    return Period(day, day)


def _month(text: str) -> int | None:
    return int(text) if _SMALL.fullmatch(text) else _MONTHS.get(text)


def _day(year: int, pieces: list[str], *, year_first: bool) -> date:
    """Read day and month: "01 15" after the year, "15 01" before it, «15 كانون الثاني», "January 15"."""
    inner, outer = " ".join(pieces[1:]), " ".join(pieces[:-1])
    if len(pieces) == 2 and all(map(_SMALL.fullmatch, pieces)):
        month, day = pieces if year_first else reversed(pieces)
        return date(year, int(month), int(day))
    if _SMALL.fullmatch(pieces[0]) and inner in _MONTHS:
        return date(year, _MONTHS[inner], int(pieces[0]))
    if _SMALL.fullmatch(pieces[-1]) and outer in _MONTHS:
        return date(year, _MONTHS[outer], int(pieces[-1]))
    raise ValueError(" ".join(pieces))
