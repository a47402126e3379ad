"""The registers as spreadsheets, in the three ways that centres keep them; Arabic throughout."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter

from demonstration.figures import Count

BANDS = ("00-04", "05-17", "18-29", "30-59", "60+")
BAND_AR = {"00-04": "0 إلى 4", "05-17": "5 إلى 17", "18-29": "18 إلى 29", "30-59": "30 إلى 59", "60+": "60 فأكثر"}
SEX_AR = {"f": "إناث", "m": "ذكور"}
CONTACTS_AR, FIRST_AR = "الخدمات", "الزيارات الأولى هذا العام"
LONG_HEADINGS = ("التاريخ", "النشاط", "الخدمة", "الجنس", "الفئة العمرية", "عدد الخدمات", FIRST_AR)


@dataclass(frozen=True)
class Sheet:
    """One facility's half-year of tallies: whose it is, and each count with its activity's title."""

    facility_code: str
    facility_name: str
    counts: Sequence[tuple[str, Count]]
    service_names: dict[str, str]


def write_wide(path: Path, sheet: Sheet) -> None:
    """Write the broad sheet: a line for each day and service, columns by sex and age under merged headings."""
    book = xlsxwriter.Workbook(path, {"constant_memory": False})
    page = book.add_worksheet("سجل الخدمات")
    page.right_to_left()
    bold, day_form = book.add_format({"bold": True, "align": "center"}), book.add_format({"num_format": "d/m/yyyy"})
    page.write(0, 0, "سجل الخدمات اليومية - النصف الأول من عام 2022", bold)
    page.write_row(1, 0, ["المركز:", sheet.facility_code, sheet.facility_name])
    _wide_heads(page, bold)
    row = 6
    for (day, activity, service), cells in _by_line(sheet.counts).items():
        page.write_datetime(row, 0, _moment(day), day_form)
        page.write_row(row, 1, [activity, sheet.service_names[service]])
        _write_cells(page, row, cells)
        row += 1
    page.freeze_panes(6, 3)
    book.close()


def _wide_heads(page: Any, bold: Any) -> None:
    for column, text in enumerate(("التاريخ", "النشاط", "الخدمة")):
        page.merge_range(3, column, 5, column, text, bold)
    for block, title in enumerate((CONTACTS_AR, FIRST_AR)):
        start = 3 + block * 10
        page.merge_range(3, start, 3, start + 9, title, bold)
        for half, sex in enumerate(SEX_AR.values()):
            page.merge_range(4, start + half * 5, 4, start + half * 5 + 4, sex, bold)
            page.write_row(5, start + half * 5, [BAND_AR[band] for band in BANDS], bold)


def _write_cells(page: Any, row: int, cells: Iterable[Count]) -> None:
    for count in cells:
        column = 3 + list(SEX_AR).index(count.sex) * 5 + BANDS.index(count.age_band)
        page.write_number(row, column, count.contacts)
        page.write_number(row, column + 10, count.first_visits)


def write_long(path: Path, sheet: Sheet) -> None:
    """Write the narrow sheet: a line for each counted cell, and the total at the foot."""
    book = xlsxwriter.Workbook(path)
    page = book.add_worksheet("الخدمات")
    page.right_to_left()
    day_form = book.add_format({"num_format": "yyyy/mm/dd"})
    page.write(0, 0, f"{sheet.facility_name} ({sheet.facility_code})")
    page.write_row(2, 0, LONG_HEADINGS)
    row = 3
    for activity, count in sheet.counts:
        page.write_datetime(row, 0, _moment(count.day), day_form)
        page.write_row(row, 1, _long_words(sheet, activity, count))
        page.write_row(row, 5, [count.contacts, count.first_visits])
        row += 1
    page.write(row, 0, "المجموع")
    page.write_row(
        row, 5, [sum(one.contacts for _, one in sheet.counts), sum(one.first_visits for _, one in sheet.counts)]
    )
    book.close()


def write_csv(path: Path, sheet: Sheet) -> None:
    """Write the narrow sheet as an old office program saves it: Windows-1256, semicolons, day before month."""
    with path.open("w", encoding="windows-1256", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(LONG_HEADINGS)
        for activity, count in sheet.counts:
            day = f"{count.day.day}/{count.day.month}/{count.day.year}"
            writer.writerow([day, *_long_words(sheet, activity, count), count.contacts, count.first_visits])


def write_table(path: Path, title: str, headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Write a plain register: a title, the headings, the rows; dates as dates."""
    book = xlsxwriter.Workbook(path)
    page = book.add_worksheet("السجل")
    page.right_to_left()
    day_form = book.add_format({"num_format": "yyyy/mm/dd"})
    page.write(0, 0, title)
    page.write_row(2, 0, headings)
    for row, cells in enumerate(rows, start=3):
        for column, cell in enumerate(cells):
            if isinstance(cell, date):
                page.write_datetime(row, column, _moment(cell), day_form)
            elif cell not in ("", None):
                page.write(row, column, cell)
    book.close()


def _long_words(sheet: Sheet, activity: str, count: Count) -> list[str]:
    return [activity, sheet.service_names[count.service], SEX_AR[count.sex], BAND_AR[count.age_band]]


def _by_line(counts: Iterable[tuple[str, Count]]) -> dict[tuple[date, str, str], list[Count]]:
    lines: dict[tuple[date, str, str], list[Count]] = {}
    for activity, count in counts:
        lines.setdefault((count.day, activity, count.service), []).append(count)
    return dict(sorted(lines.items()))


def _moment(day: date) -> Any:
    from datetime import datetime

    return datetime(day.year, day.month, day.day)  # noqa: DTZ001  # a spreadsheet's date has no zone
