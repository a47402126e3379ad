"""One language of a report: its numbers, days, periods and the short words of each counting basis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from nawl.indicators.rules import BasisNote, basis_note
from nawl.kit.facts import Basis
from nawl.kit.numbers import Digits, format_number, format_percent, in_digits
from nawl.kit.periods import Period, day_name, month_name
from nawl.reports.data import Name

MEASURE_BASIS: dict[str, Basis] = {
    "people": Basis.FIRST_VISITS,
    "services": Basis.CONTACTS,
    "activities": Basis.ACTIVITIES,
    "facilities": Basis.FACILITIES,
}
MEASURE_NAMES = {
    "people": gettext_lazy("People served"),
    "services": gettext_lazy("Services delivered"),
    "activities": gettext_lazy("Activities carried out"),
    "facilities": gettext_lazy("Centres and units at work"),
}


@dataclass(frozen=True)
class Voice:
    """How one language says values; papers in Arabic carry ٠-٩."""

    language: str

    @property
    def digits(self) -> Digits:
        """The digits of the paper."""
        return "arabic" if self.language == "ar" else "western"

    def name(self, name: Name) -> str:
        """Say a name, its digits as in the rest of the paper."""
        return self.text(name.spoken(self.language))

    def text(self, text: str) -> str:
        """Say a text with its digits as in the rest of the paper."""
        return in_digits(text, self.digits)

    def number(self, value: float | Decimal | None) -> str:
        """Say a whole number."""
        return format_number(value, self.digits)

    def share(self, part: float | None, whole: float | None) -> str:
        """Say a part of a whole in percent, without decimals."""
        return format_percent(part / whole, self.digits, 0) if part is not None and whole else format_percent(None)

    def ratio(self, value: float | None) -> str:
        """Say a change in percent with one decimal, its sign in front."""
        said = format_percent(value, self.digits, 1)
        return f"+{said}" if value is not None and value > 0 else said

    def day(self, day: date, with_year: bool = True) -> str:
        """Say a day; its number is not torn from its month at the end of a line."""
        return day_name(day, self.language, self.digits, with_year=with_year).replace(" ", "\u00a0", 1)

    def first_day(self, period: Period) -> str:
        """Say the first day of a period; the year is said with the last day when it is the same."""
        return self.day(period.first, with_year=not period.is_within_one_year)

    def month(self, key: str) -> str:
        """Say a month given as 2022-01."""
        return month_name(int(key[5:7]), self.language)

    def period(self, period: Period) -> str:
        """Say a period as it stands alone."""
        return period.name(self.language, self.digits)

    def in_sentence(self, period: Period) -> str:
        """Say a period within a sentence: «the first half of 2022», «النصف الأول من عام ٢٠٢٢»."""
        said = self.period(period)
        if self.language == "ar" or period.kind not in {"half", "quarter"}:
            return said
        return f"the {said[0].lower()}{said[1:]}"

    def listed(self, parts: Sequence[str]) -> str:
        """Say several words as one phrase."""
        if len(parts) < 2:
            return "".join(parts)
        comma = pgettext("between the words of a list", ", ")
        return _("%(first)s and %(last)s") % {"first": comma.join(parts[:-1]), "last": parts[-1]}


def short_basis(basis: str, period: Period) -> str:
    """Return the few words that stand under a column's heading."""
    note = basis_note(Basis(basis), period)
    words = {
        BasisNote.CONTACTS: _("contacts, with repeats"),
        BasisNote.EACH_PERSON_ONCE: _("persons, each once"),
        BasisNote.FIRST_TIME_THIS_YEAR: _("persons, first time this year"),
        BasisNote.ONCE_IN_EACH_YEAR: _("persons, once in each year"),
        BasisNote.ACTIVITIES: _("each counted once"),
        BasisNote.FACILITIES: _("each counted once"),
    }
    return words[note]


def measure_basis(measure: str, period: Period) -> str:
    """Return the few words of a measure's basis."""
    return short_basis(MEASURE_BASIS[measure].value, period)


def month_basis(measure: str, key: str) -> str:
    """Return the basis of a month's column: persons are those on their first visit of the year in that month."""
    year, month = int(key[:4]), int(key[5:7])
    if measure == "people":
        return _("persons, first time this year")
    return measure_basis(measure, Period.month(year, month))
