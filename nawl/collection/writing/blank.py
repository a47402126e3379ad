"""The blank register of one facility: headings, drop-downs of what is counted there, and a page that explains."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _

from nawl.activities.choices import AgeBand, Sex
from nawl.activities.rules import MOST_IN_A_CELL
from nawl.kit.spreadsheets import write_cell

ROWS = 2_000
FIRST_ROW = 4
LISTED = ("activities", "services", "sexes", "bands")


@dataclass(frozen=True)
class Blank:
    """What a blank register is made for: one facility, its activities and the services counted in them."""

    facility_name: str
    facility_code: str
    activities: Sequence[str]
    services: Sequence[str]
    first_day: date
    last_day: date


def blank_register(blank: Blank, *, is_rtl: bool) -> bytes:
    """Return the blank register as an XLSX file, in the reader's language; filled in, it reads back without faults."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.set_properties({"title": _("Register of services"), "author": ""})
    forms = _Forms(book)
    sheet, lists, help_page = (book.add_worksheet(name) for name in sheet_names())
    for page in (sheet, lists, help_page):
        if is_rtl:
            page.right_to_left()
        page.hide_gridlines(2)
    places = _write_lists(lists, blank, forms)
    _write_register(sheet, blank, forms, places)
    _write_help(help_page, forms)
    book.close()
    return file.getvalue()


def sheet_names() -> tuple[str, str, str]:
    """Return the names of the register, its lists and its help, in the reader's language."""
    return _("Register"), _("Lists"), _("How to fill in")


class _Forms:
    """The looks of cells."""

    def __init__(self, book: Any) -> None:
        font = {"font_name": "Arial", "font_size": 11, "valign": "vcenter"}
        edge = {"border": 1, "border_color": "#E2D7C5"}
        self.title = book.add_format({**font, "font_size": 15, "bold": True, "font_color": "#33261D"})
        self.soft = book.add_format({**font, "font_color": "#67574A"})
        self.head = book.add_format(
            {**font, "bold": True, "bg_color": "#1F3B5C", "font_color": "#FFFDF9", "text_wrap": True, "align": "center"}
        )
        self.cell = book.add_format({**font, **edge})
        self.day = book.add_format({**font, **edge, "num_format": "dd/mm/yyyy", "align": "center"})
        self.count = book.add_format({**font, **edge, "num_format": "0", "align": "center"})
        self.text = book.add_format({**font, "text_wrap": True, "valign": "top"})


def _columns() -> list[tuple[str, int]]:
    """Return the headings and their widths; the reading knows each of them."""
    return [
        (_("Date"), 13),
        (_("Activity"), 30),
        (_("Service"), 26),
        (_("Sex"), 12),
        (_("Age band"), 15),
        (_("Services delivered"), 14),
        (_("First visits this year"), 16),
        (_("Notes"), 30),
    ]


def _write_register(sheet: Any, blank: Blank, forms: _Forms, places: dict[str, str]) -> None:
    columns = _columns()
    title = _("Register of services – %(facility)s (%(code)s)") % {
        "facility": blank.facility_name,
        "code": blank.facility_code,
    }
    write_cell(sheet, 0, 0, title, forms.title)
    hint = _(
        "One row for each day, service, sex and age band. The choices open in each cell; dates are day/month/year."
    )
    write_cell(sheet, 1, 0, hint, forms.soft)
    sheet.set_row(0, 26)
    sheet.set_row(FIRST_ROW - 1, 34)
    looks = [forms.day, *[forms.cell] * 4, forms.count, forms.count, forms.cell]
    for column, ((heading, width), look) in enumerate(zip(columns, looks, strict=True)):
        sheet.set_column(column, column, width, look)
        write_cell(sheet, FIRST_ROW - 1, column, heading, forms.head)
    sheet.freeze_panes(FIRST_ROW, 0)
    for column, name in enumerate(LISTED, 1):
        _offer(sheet, column, places[name])
    _limit_days(sheet, blank)
    _limit_counts(sheet)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(FIRST_ROW - 1)


def _offer(sheet: Any, column: int, place: str) -> None:
    """Open a list of choices in a column; something else can be typed, and is then checked when the register is sent."""
    last = FIRST_ROW + ROWS - 1
    sheet.data_validation(
        FIRST_ROW,
        column,
        last,
        column,
        {
            "validate": "list",
            "source": f"={place}",
            "error_type": "warning",
            "error_title": _("Not in the list"),
            "error_message": _("This is not one of the choices. It will be checked when the register is sent."),
        },
    )


def _limit_days(sheet: Any, blank: Blank) -> None:
    sheet.data_validation(
        FIRST_ROW,
        0,
        FIRST_ROW + ROWS - 1,
        0,
        {
            "validate": "date",
            "criteria": "between",
            "minimum": blank.first_day,
            "maximum": blank.last_day,
            "error_title": _("No such day here"),
            "error_message": _("A day of service, such as 14/7/2022, not before the opening and not in a later year."),
        },
    )


def _limit_counts(sheet: Any) -> None:
    first, last = FIRST_ROW + 1, FIRST_ROW + ROWS
    sheet.data_validation(
        f"F{first}:F{last}",
        {
            "validate": "integer",
            "criteria": "between",
            "minimum": 0,
            "maximum": MOST_IN_A_CELL,
            "error_title": _("A whole number"),
            "error_message": _("How many times the service was given: a whole number."),
        },
    )
    sheet.data_validation(
        f"G{first}:G{last}",
        {
            "validate": "custom",
            "value": f"=AND(ISNUMBER(G{first}),G{first}>=0,G{first}=INT(G{first}),G{first}<=F{first})",
            "error_title": _("Not more than services"),
            "error_message": _("How many of them came for the first time this year: at most as many as the services."),
        },
    )


def _write_lists(sheet: Any, blank: Blank, forms: _Forms) -> dict[str, str]:
    """Write the choices, a list a column, and return where each stands."""
    lists: dict[str, tuple[str, Iterable[str]]] = {
        "activities": (_("Activities here"), blank.activities),
        "services": (_("Services counted here"), blank.services),
        "sexes": (_("Sex, as written"), [str(label) for label in Sex.labels]),
        "bands": (_("Age bands, as written"), [str(label) for label in AgeBand.labels]),
    }
    quoted = sheet.get_name().replace("'", "''")
    places: dict[str, str] = {}
    for column, (name, (heading, choices)) in enumerate(lists.items()):
        write_cell(sheet, 0, column, heading, forms.head)
        sheet.set_column(column, column, 32)
        row = 0
        for row, choice in enumerate(choices, 1):
            write_cell(sheet, row, column, choice, forms.cell)
        letter = "ABCD"[column]
        places[name] = f"'{quoted}'!${letter}$2:${letter}${max(row, 1) + 1}"
    return places


def _write_help(sheet: Any, forms: _Forms) -> None:
    sheet.set_column(0, 0, 96)
    write_cell(sheet, 0, 0, _("How to fill in this register"), forms.title)
    lines = (
        _(
            "One row says: on this day, in this activity, this service was given so many times to this sex and age band."
        ),
        _("“Services delivered” counts each time a service was given; the same person may be counted several times."),
        _(
            "“First visits this year” counts the persons among them who came to the centre for the first time this"
            " calendar year, each once, under the service they came for first."
        ),
        _("A date, activity or service that stays the same may be left empty in the rows below; the row above counts."),
        _("Dates are written day/month/year, in any digits: 14/7/2022."),
        _("Where nothing was given, nothing is written; noughts are not needed."),
        _("A row that begins with “Total” is compared with the sum of the rows above it."),
        _("Columns and sheets may be added for your own use; they are named, and not read."),
        _("Sending the same register again changes nothing; a corrected one changes what differs, after showing it."),
    )
    for row, text in enumerate(lines, 2):
        write_cell(sheet, row, 0, f"{row - 1}. {text}", forms.text)
