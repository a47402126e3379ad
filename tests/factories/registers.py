"""Register files for tests, as centres keep them: made by the writers that clerks' programmes use."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

import xlsxwriter

from nawl.collection import actions
from nawl.collection.models import RegisterFile
from tests.factories.accounts import make_system_user
from tests.factories.activities import make_activity
from tests.factories.places import make_facility

HEADINGS = ("التاريخ", "النشاط", "الخدمة", "الجنس", "الفئة العمرية", "عدد الخدمات", "الزيارات الأولى")
ENGLISH = ("Date", "Activity", "Service", "Sex", "Age group", "Services delivered", "First visits")
BANDS = ("0 إلى 4", "5 إلى 17", "18 إلى 29", "30 إلى 59", "60 فأكثر")

Rows = Iterable[Sequence[Any]]


def line(
    day: Any = date(2022, 6, 1),
    activity: str = "عيادة المركز",
    service: str = "فحص طبي عام",
    sex: str = "أنثى",
    band: Any = "18 إلى 29",
    contacts: Any = 3,
    first_visits: Any = 1,
) -> list[Any]:
    """Return one row of a register in the usual order of its columns."""
    return [day, activity, service, sex, band, contacts, first_visits]


def as_csv(rows: Rows, *, separator: str = ",", encoding: str = "utf-8") -> bytes:
    """Return rows as a CSV file."""
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(
        [value.strftime("%d/%m/%Y") if isinstance(value, date) else value for value in row] for row in rows
    )
    return text.getvalue().encode(encoding)


def as_xlsx(rows: Rows, *, merges: Iterable[tuple[int, int, int, int]] = (), **sheets: Rows) -> bytes:
    """Return rows as an XLSX file; more sheets by their names; merged ranges of the first one, counted from 0."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.set_properties({"created": datetime.fromisoformat("2022-07-14T08:00")})  # the same rows, the same bytes
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for number, (name, of_sheet) in enumerate({"السجل": rows, **sheets}.items()):
        sheet = book.add_worksheet(name)
        sheet.right_to_left()
        kept = [list(row) for row in of_sheet]
        for place, row in enumerate(kept):
            _write(sheet, place, row, day)
        for first, left, last, right in merges if number == 0 else ():
            sheet.merge_range(first, left, last, right, kept[first][left])
    book.close()
    return file.getvalue()


def _write(sheet: Any, place: int, row: Sequence[Any], day: Any) -> None:
    for column, value in enumerate(row):
        if isinstance(value, datetime | date):
            sheet.write_datetime(place, column, value, day)
        elif value not in {None, ""}:
            sheet.write(place, column, value)


def tallies(rows: Rows, *, headings: Sequence[str] = HEADINGS, **kept: Any) -> bytes:
    """Return a register of services as an XLSX file, with its headings in the first row."""
    return as_xlsx([headings, *rows], **kept)


def wide(counts: dict[date, dict[tuple[str, str], int]], service: str = "فحص طبي عام") -> bytes:
    """Return a register with a column for each sex and age band, the headings on two lines with merged cells."""
    above = ["التاريخ", "الخدمة", "إناث", *[""] * 4, "ذكور", *[""] * 4]
    below = ["", "", *BANDS, *BANDS]
    cells = [(sex, band) for sex in "fm" for band in BANDS]
    body = [[day, service, *(of_day.get(cell, "") for cell in cells)] for day, of_day in counts.items()]
    merges = [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 6), (0, 7, 0, 11)]
    return as_xlsx([above, below, *body], merges=merges)


def days(count: int, first: date = date(2022, 6, 1)) -> list[date]:
    """Return so many days, one after the other."""
    return [first + timedelta(days=number) for number in range(count)]


def make_register(rows: Rows | None = None, **fields: Any) -> RegisterFile:
    """Receive a register of services of a facility, as the system's own hand."""
    facility = fields.pop("facility", None) or make_facility()
    make_activity(facility, title="عيادة المركز")
    content = tallies([line()] if rows is None else rows)
    name = fields.pop("file_name", "سجل حزيران.xlsx")
    return actions.receive(name, content, by=fields.pop("by", None) or make_system_user(), facility=facility, **fields)
