"""Names of months, weekdays and days in Arabic and English."""

from __future__ import annotations

from datetime import date

from nawl.kit.arabic import is_arabic
from nawl.kit.numbers import Digits, in_digits

SYRIAN_MONTHS: tuple[str, ...] = (
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
)
ENGLISH_MONTHS: tuple[str, ...] = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_ARABIC_WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_ENGLISH_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ARABIC_ORDINALS = ("الأول", "الثاني", "الثالث", "الرابع")
ENGLISH_ORDINALS = ("First", "Second", "Third", "Fourth")


def month_name(n: int, language: str) -> str:
    """Return the name of month 1 to 12: «حزيران», "June"."""
    return (SYRIAN_MONTHS if is_arabic(language) else ENGLISH_MONTHS)[n - 1]


def weekday_name(day: date, language: str) -> str:
    """Return the name of the day of the week: «الأحد», "Sunday"."""
    return (_ARABIC_WEEKDAYS if is_arabic(language) else _ENGLISH_WEEKDAYS)[day.weekday()]


def day_name(day: date, language: str, digits: Digits = "western", with_year: bool = True) -> str:
    """Return a day as read: «14 تموز 2022», "14 July 2022"."""
    year = f" {day.year}" if with_year else ""
    return in_digits(f"{day.day} {month_name(day.month, language)}{year}", digits)
