"""The period: all days from a first to a last, and how it is named, shifted and cut."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from nawl.kit.arabic import is_arabic
from nawl.kit.errors import NotPossible
from nawl.kit.numbers import Digits, in_digits
from nawl.kit.periods.words import ARABIC_ORDINALS, ENGLISH_ORDINALS, day_name, month_name

Kind = Literal["month", "quarter", "half", "year", "days"]

_LENGTHS: dict[int, Kind] = {1: "month", 3: "quarter", 6: "half", 12: "year"}
_LETTERS: dict[Kind, str] = {"half": "H", "quarter": "Q"}
_PARTS: dict[Kind, tuple[str, str]] = {"half": ("النصف", "half"), "quarter": ("الربع", "quarter")}


def _shifted(day: date, months: int) -> date:
    """Return the day so many months on, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise NotPossible("period_out_of_calendar", year=year)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


@dataclass(frozen=True, order=True)
class Period:
    """All days from the first to the last, both included; ordered by first day, then by last."""

    first: date
    last: date

    def __post_init__(self) -> None:
        """Refuse a period that ends before it begins."""
        if self.last < self.first:
            raise NotPossible("period_reversed", first=self.first, last=self.last)

    @classmethod
    def _of_months(cls, year: int, month: int, count: int) -> Period:
        first = date(year, month, 1)
        return cls(first, _month_end(_shifted(first, count - 1)))

    @classmethod
    def month(cls, year: int, n: int) -> Period:
        """Return month 1 to 12 of a year."""
        return cls._part(year, n, 1)

    @classmethod
    def quarter(cls, year: int, n: int) -> Period:
        """Return quarter 1 to 4 of a year."""
        return cls._part(year, n, 3)

    @classmethod
    def half(cls, year: int, n: int) -> Period:
        """Return half 1 or 2 of a year."""
        return cls._part(year, n, 6)

    @classmethod
    def year(cls, year: int) -> Period:
        """Return a calendar year."""
        return cls._part(year, 1, 12)

    @classmethod
    def between(cls, first: date, last: date) -> Period:
        """Return the days from the first to the last, both included."""
        return cls(first, last)

    @classmethod
    def _part(cls, year: int, n: int, length: int) -> Period:
        if not 1 <= n <= 12 // length:
            raise NotPossible("period_unreadable", text=f"{year}-{n}")
        return cls._of_months(year, (n - 1) * length + 1, length)

    @property
    def kind(self) -> Kind:
        """Whether it is a month, quarter, half or year of the calendar, or else just days."""
        count = self._month_count
        if not self.is_whole_months or count not in _LENGTHS or (self.first.month - 1) % count:
            return "days"
        return _LENGTHS[count]

    @property
    def code(self) -> str:
        """The stable code: "2022-H1", "2022-Q2", "2022-06", "2022", "2022-01-15..2022-02-03"."""
        kind, year = self.kind, f"{self.first.year:04d}"
        if kind == "days":
            return f"{self.first.isoformat()}..{self.last.isoformat()}"
        if kind == "year":
            return year
        if kind == "month":
            return f"{year}-{self.first.month:02d}"
        return f"{year}-{_LETTERS[kind]}{self._number}"

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def is_whole_months(self) -> bool:
        """Whether it begins on a first and ends on the last day of a month."""
        return self.first.day == 1 and self.last == _month_end(self.last)

    @property
    def starts_a_year(self) -> bool:
        """Whether it begins on 1 January."""
        return (self.first.month, self.first.day) == (1, 1)

    @property
    def is_within_one_year(self) -> bool:
        """Whether all its days lie in one calendar year."""
        return self.first.year == self.last.year

    @property
    def _month_count(self) -> int:
        return (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1

    @property
    def _number(self) -> int:
        return (self.first.month - 1) // self._month_count + 1

    def name(self, language: str, digits: Digits = "western") -> str:
        """Return the period as read: «النصف الأول من عام 2022», "First half of 2022"."""
        named = self._arabic_name() if is_arabic(language) else self._english_name()
        return in_digits(named, digits)

    def _arabic_name(self) -> str:
        kind, year = self.kind, self.first.year
        if kind == "days":
            first, last = day_name(self.first, "ar"), day_name(self.last, "ar")
            return first if self.days == 1 else f"من {first} إلى {last}"
        if kind == "year":
            return f"عام {year}"
        if kind == "month":
            return f"{month_name(self.first.month, 'ar')} {year}"
        return f"{_PARTS[kind][0]} {ARABIC_ORDINALS[self._number - 1]} من عام {year}"

    def _english_name(self) -> str:
        kind, year = self.kind, self.first.year
        if kind == "days":
            first, last = day_name(self.first, "en"), day_name(self.last, "en")
            return first if self.days == 1 else f"{first} to {last}"
        if kind == "year":
            return str(year)
        if kind == "month":
            return f"{month_name(self.first.month, 'en')} {year}"
        return f"{ENGLISH_ORDINALS[self._number - 1]} {_PARTS[kind][1]} of {year}"

    def previous(self) -> Period:
        """Return the period of the same kind and length that ends the day before this one begins."""
        return self._beside(-1)

    def next(self) -> Period:
        """Return the period of the same kind and length that begins the day after this one ends."""
        return self._beside(1)

    def _beside(self, steps: int) -> Period:
        if self.is_whole_months:
            count = self._month_count
            first = _shifted(self.first, steps * count)
            return Period(first, _month_end(_shifted(first, count - 1)))
        try:
            stride = timedelta(days=steps * self.days)
            return Period(self.first + stride, self.last + stride)
        except OverflowError as error:
            raise NotPossible("period_out_of_calendar", year=self.first.year) from error

    def year_before(self) -> Period:
        """Return the same days of the calendar one year earlier."""
        last = _shifted(self.last, -12)
        return Period(_shifted(self.first, -12), _month_end(last) if self.is_whole_months else last)

    def months(self) -> list[Period]:
        """Return the calendar months that lie wholly inside, in order."""
        return self._inside(1)

    def quarters(self) -> list[Period]:
        """Return the calendar quarters that lie wholly inside, in order."""
        return self._inside(3)

    def _inside(self, length: int) -> list[Period]:
        years = range(self.first.year, self.last.year + 1)
        parts = (Period._part(year, n, length) for year in years for n in range(1, 12 // length + 1))
        return [part for part in parts if self.first <= part.first and part.last <= self.last]

    def contains(self, day: date) -> bool:
        """Tell whether a day lies in the period."""
        return self.first <= day <= self.last

    def overlaps(self, other: Period) -> bool:
        """Tell whether the two periods share a day."""
        return self.first <= other.last and other.first <= self.last
