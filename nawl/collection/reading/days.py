"""Days as clerks and spreadsheets write them: real dates, serial numbers, and text in any digits, day first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from nawl.collection.reading.words import LONGEST_NAME
from nawl.kit.arabic import normalise
from nawl.kit.errors import NotPossible
from nawl.kit.periods import parse_period

_FIRST_SERIAL, _LAST_SERIAL = 20_000, 80_000  # 1954 to 2119
_EXCEL_START = date(1899, 12, 30)
_DAYS_TO_1904 = 1_462
_TIME = re.compile(r"[t ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:z|am|pm|ص|م)?$")
_WEEKDAY = re.compile(
    r"(?:يوم )?(?:(?:ال)?(?:احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت)|(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sat)"
    r"(?:day)?)[\s،,/.-]+"
)
_NUMERIC = re.compile(r"(\d{1,4})\s*[/\\.\- ]\s*(\d{1,2})\s*[/\\.\- ]\s*(\d{1,4})")
_PLAIN = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_SERIAL = re.compile(r"[2-7]\d{4}(?:\.0+)?")


@dataclass(frozen=True)
class ReadDay:
    """A day that was read, or None; `is_ambiguous` where only the order day, month, year made it that day.

    `suggestion` is the nearest right way to write it.
    """

    day: date | None
    is_ambiguous: bool = False
    suggestion: str = ""


NO_DAY = ReadDay(None)


def day_of_number(number: float, *, uses_1904: bool) -> ReadDay:
    """Return the day of a spreadsheet's serial number, or of a number such as 20220714."""
    if _FIRST_SERIAL <= number <= _LAST_SERIAL:
        return ReadDay(_EXCEL_START + timedelta(days=int(number) + (_DAYS_TO_1904 if uses_1904 else 0)))
    match = _PLAIN.fullmatch(str(int(number))) if float(number).is_integer() else None  # a file may hold infinity
    return _made(int(match[1]), int(match[2]), int(match[3])) if match else NO_DAY


def day_of_text(text: str, *, uses_1904: bool = False) -> ReadDay:
    """Return the day of a text; where day and month could be either, the day stands first."""
    return _day_of_text(text, uses_1904=uses_1904) if len(text) <= LONGEST_NAME else NO_DAY


@lru_cache(maxsize=5_000)
def _day_of_text(text: str, *, uses_1904: bool) -> ReadDay:
    plain = _WEEKDAY.sub("", _TIME.sub("", normalise(text).replace("،", " ").replace(",", " ")), count=1).strip()
    if _SERIAL.fullmatch(plain) or _PLAIN.fullmatch(plain):
        return day_of_number(float(plain), uses_1904=uses_1904)
    match = _NUMERIC.fullmatch(plain)
    if match is None:
        return _of_words(plain)
    if len(match[1]) == 4:
        return _made(int(match[1]), int(match[2]), int(match[3]))
    return _day_first(int(match[1]), int(match[2]), match[3])


def _day_first(day: int, month: int, year_text: str) -> ReadDay:
    if len(year_text) not in {2, 4}:
        return NO_DAY
    year = int(year_text) + (2000 if len(year_text) == 2 else 0)
    if month > 12 >= day:
        turned = _made(year, day, month)
        return ReadDay(None, suggestion=f"{month}/{day}/{year}") if turned.day else NO_DAY
    read = _made(year, month, day)
    return ReadDay(read.day, is_ambiguous=read.day is not None and day <= 12 and day != month)


def _made(year: int, month: int, day: int) -> ReadDay:
    try:
        return ReadDay(date(year, month, day))
    except ValueError:
        return NO_DAY


def _of_words(text: str) -> ReadDay:
    try:
        period = parse_period(text)
    except NotPossible:
        return NO_DAY
    return ReadDay(period.first) if period.days == 1 else NO_DAY


def day_of_date(cell: date) -> date:
    """Return the day of a date cell, whatever its hour."""
    return cell.date() if isinstance(cell, datetime) else cell
