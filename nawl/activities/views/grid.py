"""A day's sheet as the page shows it: texts in the reader's digits, names of cells, words for the script."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from nawl.activities import rules
from nawl.activities.choices import AgeBand, Sex
from nawl.activities.queries import DaySheet, SheetCell, SheetRow
from nawl.kit.periods import weekday_name
from nawl.ui import words

if TYPE_CHECKING:
    from collections.abc import Callable

ADDRESSES = {"contacts": "services", "first_visits": "first-visits"}
SAMPLES = {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 11, "other": 100}
"""A number of each plural form, by the name that the browser gives the form."""


@dataclass(frozen=True)
class Column:
    """One column of the grid: a sex and an age band."""

    number: int
    sex: str
    age_band: str
    age: str
    opens_sex: bool

    @property
    def css(self) -> str:
        """The classes that place its cells: under its sex on a desk, in its age's line on a phone."""
        line = self.number % len(rules.SHOWN_BANDS)
        return f"{self.sex} line-{line}" + (" first" if self.opens_sex else "")

    @property
    def labels(self) -> str:
        """The ids of its heads, which name its cells."""
        return f"sex-{self.sex} age-{self.number}"


@dataclass(frozen=True)
class ShownCell:
    """One cell as shown: what is written for the chosen measure, and both counts for the script."""

    cell: SheetCell
    column: Column
    text: str
    lonely: bool

    @property
    def css(self) -> str:
        """Its column's classes, and whether it cannot be, or stands in an age with nothing to show for either sex."""
        return self.column.css + ("" if self.cell.is_possible else " off") + (" none" if self.lonely else "")


@dataclass(frozen=True)
class ShownRow:
    """One service as shown."""

    number: int
    row: SheetRow
    cells: tuple[ShownCell, ...]
    total: int
    by_sex: tuple[tuple[str, str, int], ...]
    unplaced: int


@dataclass(frozen=True)
class ShownGroup:
    """One activity as shown."""

    code: str
    title: str
    area: str
    rows: tuple[ShownRow, ...]


@dataclass(frozen=True)
class Grid:
    """A day's sheet as the page shows it, for one measure."""

    sheet: DaySheet
    measure: str
    is_editable: bool
    typed: Mapping[str, str]

    @property
    def is_first_visits(self) -> bool:
        """Whether first visits are shown and written."""
        return self.measure == "first_visits"

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The ten columns, women first."""
        bands = len(rules.SHOWN_BANDS)
        return tuple(
            Column(index * bands + line, sex, band, str(AgeBand(band).label), line == 0)
            for index, sex in enumerate(rules.SHOWN_SEXES)
            for line, band in enumerate(rules.SHOWN_BANDS)
        )

    @property
    def sexes(self) -> list[tuple[str, str]]:
        """The two sexes over the columns."""
        return [(sex, sex_label(sex)) for sex in rules.SHOWN_SEXES]

    @cached_property
    def groups(self) -> tuple[ShownGroup, ...]:
        """The activities with their services."""
        numbers = iter(range(1, len(self.sheet.rows) + 1))
        return tuple(
            ShownGroup(group.code, group.title, group.area, tuple(self._row(next(numbers), row) for row in group.rows))
            for group in self.sheet.groups
        )

    def _row(self, number: int, row: SheetRow) -> ShownRow:
        bands = len(rules.SHOWN_BANDS)
        shown = [cell.is_possible if self.is_editable else cell.contacts is not None for cell in row.cells]
        alone = [not (shown[line] or shown[line + bands]) for line in range(bands)]
        cells = tuple(
            ShownCell(cell, column, self._text(cell), alone[column.number % bands])
            for cell, column in zip(row.cells, self.columns, strict=True)
        )
        by_sex = tuple((sex, sex_label(sex), self.of(row.totals.of_sex(sex))) for sex in rules.SHOWN_SEXES)
        return ShownRow(number, row, cells, self.of(row.totals.all), by_sex, self.of(row.unplaced))

    def _text(self, cell: SheetCell) -> str:
        if cell.key in self.typed:
            return self.typed[cell.key]
        value = cell.first_visits if self.is_first_visits else cell.contacts
        return "" if value is None else words.number(value)

    def of(self, total: rules.Sum) -> int:
        """Return the part of a sum that is shown."""
        return total.first_visits if self.is_first_visits else total.contacts

    @property
    def foot(self) -> list[tuple[Column, int]]:
        """The sums of the columns."""
        return [(column, self.of(self.sheet.totals.at(column.sex, column.age_band))) for column in self.columns]

    @property
    def by_sex(self) -> list[tuple[str, str, int]]:
        """The sums of the sexes."""
        return [(sex, label, self.of(self.sheet.totals.of_sex(sex))) for sex, label in self.sexes]

    @property
    def total(self) -> int:
        """The sum of the day."""
        return self.of(self.sheet.totals.all)

    @property
    def unplaced(self) -> int:
        """What was counted without sex or age."""
        return self.of(self.sheet.unplaced)

    @property
    def width(self) -> int:
        """How many columns the table has in all."""
        return len(self.columns) + 2 + bool(self.sheet.unplaced.contacts)

    @property
    def seen(self) -> str:
        """What stands in the cells that are not empty, so that a colleague's change is noticed when the form comes back."""
        return json.dumps(values_of(self.sheet), separators=(",", ":"))

    @property
    def words(self) -> str:
        """The script's sentences in the reader's language."""
        return json.dumps(script_words(), ensure_ascii=False)

    @property
    def weekday(self) -> str:
        """The name of the day of the week."""
        return weekday_name(self.sheet.on, get_language() or "ar")


def sex_label(sex: str) -> str:
    """Return the word over the columns of one sex."""
    return {Sex.FEMALE.value: _("Females"), Sex.MALE.value: _("Males")}[sex]


def values_of(sheet: DaySheet) -> dict[str, tuple[int, int]]:
    """Return what stands in each cell that is not empty: services and first visits."""
    cells = (cell for row in sheet.rows for cell in row.cells)
    return {cell.key: (cell.contacts, cell.first_visits or 0) for cell in cells if cell.contacts is not None}


def day_title(on: date, today: date) -> str:
    """Return the page's heading: today's services, or those of another day."""
    return _("Today's services") if on == today else _("Services of %(day)s") % {"day": words.day(on)}


def script_words() -> dict[str, str | dict[str, str]]:
    """Return the sentences that the script shows; `%(count)s` and other facts are filled in by it."""
    return {
        "saved": _("Saved %(time)s"),
        "unsaved": _("Nothing has been written yet."),
        "offline": _("No network now. You can go on working."),
        "failed": _("The server does not answer. Sending is tried again by itself."),
        "signedOut": _("Your session has ended. What you wrote is kept on this device."),
        "expired": _("The page was open for too long. What you wrote is kept; opening the page again sends it."),
        "tooMany": _("First visits, %(first)s, are more than services, %(contacts)s."),
        "notNumber": _("Only whole numbers can stand here."),
        "closing": _("The day is closed when everything has been sent."),
        "mend": _("Marked cells are waiting to be put right; then the day can be closed."),
        "add": _("Add one: %(cell)s"),
        "take": _("Take one away: %(cell)s"),
        "nothing": _("nothing"),
        "mine": _("Keep %(value)s"),
        "theirs": _("Take %(value)s"),
        "both": _("%(cell)s: you wrote %(mine)s, a colleague %(theirs)s."),
        "sending": _forms(_sending),
        "waiting": _forms(_waiting),
        "differ": _forms(_differ),
    }


def _forms(sentence: Callable[[int], str]) -> dict[str, str]:
    return {name: sentence(count) for name, count in SAMPLES.items()}


def _sending(count: int) -> str:
    return ngettext("%(count)s record is being sent.", "%(count)s records are being sent.", count)


def _waiting(count: int) -> str:
    return ngettext(
        "%(count)s record is waiting on this device.", "%(count)s records are waiting on this device.", count
    )


def _differ(count: int) -> str:
    return ngettext(
        "A colleague changed %(count)s cell meanwhile", "A colleague changed %(count)s cells meanwhile", count
    )
