"""The blank register: filled in as it offers, it reads back without a fault; and the register with its faults marked."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest
from django.utils import translation

from nawl.accounts.models import User
from nawl.activities.models import Activity
from nawl.collection import actions
from nawl.collection.findings import from_json
from nawl.collection.queries import blank_of
from nawl.collection.reading import Limits
from nawl.collection.reading.words import OWN_SHEETS, word_key
from nawl.collection.writing import blank_register, marked_register
from nawl.collection.writing.blank import FIRST_ROW, sheet_names
from nawl.places.models import Facility
from tests.factories.activities import make_activity
from tests.factories.registers import HEADINGS, as_csv, as_xlsx, line, tallies

pytestmark = pytest.mark.django_db


def blank(facility: Facility, user: User, language: str = "ar") -> openpyxl.Workbook:
    with translation.override(language):
        content = blank_register(blank_of(facility, user), is_rtl=language == "ar")
    return openpyxl.load_workbook(io.BytesIO(content))


def saved(book: openpyxl.Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def choices(book: openpyxl.Workbook, column: str) -> list[str]:
    """Return what the drop-down of a column offers."""
    sheet = book.worksheets[0]
    rule = next(
        rule
        for rule in sheet.data_validations.dataValidation
        if rule.type == "list" and str(rule.sqref).startswith(column)
    )
    name, _mark, cells = rule.formula1.rpartition("!")
    found = book[name.strip("'")][cells.replace("$", "")]
    rows = found if isinstance(found, tuple) else ((found,),)
    return [row[0].value for row in rows]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_blank_register_filled_in_reads_back_without_faults(
    language: str, centre: Facility, clinic: Activity, clerk: User
) -> None:
    make_activity(centre, "production", title="المشغل = الإنتاج")
    book = blank(centre, clerk, language)
    services = {service: choice for choice, service in ((0, "فحص طبي عام"), (0, "General medical check"))}
    sheet = book.worksheets[0]
    service = next(name for name in choices(book, "C") if name in services)
    row = FIRST_ROW + 1
    for sex in choices(book, "D"):
        for band in choices(book, "E"):
            values = [date(2022, 6, 1), choices(book, "B")[0], service, sex, band, 5, 2]
            for column, value in enumerate(values, 1):
                sheet.cell(row, column, value)
            row += 1
    register = actions.receive("سجل.xlsx", saved(book), by=clerk)
    assert (register.state, register.new_count, register.faults) == ("checked", 18, [])
    assert register.preview["remarks"] == []


def test_the_drop_downs_offer_what_is_counted_at_the_centre(centre: Facility, clinic: Activity, clerk: User) -> None:
    make_activity(centre, "production", title="المشغل")
    book = blank(centre, clerk)
    assert choices(book, "B") == ["المشغل", "عيادة المركز"] or choices(book, "B") == ["عيادة المركز", "المشغل"]
    assert set(choices(book, "C")) == {
        "فحص طبي عام",
        "متابعة حمل",
        "تلقيح الأطفال",
        "جلسة توعية صحية",
        "عمل في المشغل الإنتاجي",
        "إرشاد إنتاجي وتسويقي",
    }
    assert choices(book, "D") == ["أنثى", "ذكر", "غير مسجَّل"]
    assert choices(book, "E")[-2:] == ["60 فأكثر", "غير مسجَّل"]


def test_the_blank_register_is_arabic_from_the_right_and_limits_days_and_counts(
    centre: Facility, clinic: Activity, clerk: User
) -> None:
    book = blank(centre, clerk)
    sheet = book.worksheets[0]
    assert book.sheetnames == ["السجل", "القوائم", "كيفية التعبئة"]
    assert all(page.sheet_view.rightToLeft for page in book.worksheets)
    assert sheet["A1"].value == "سجل الخدمات – مركز التنمية الريفية في صافيتا (SY1003-RDC-02)"
    assert [sheet.cell(FIRST_ROW, column).value for column in range(1, 8)] == [
        "التاريخ",
        "النشاط",
        "الخدمة",
        "الجنس",
        "الفئة العمرية",
        "الخدمات المقدمة",
        "الزيارات الأولى هذا العام",
    ]
    rules = {rule.type for rule in sheet.data_validations.dataValidation}
    assert rules == {"list", "date", "whole", "custom"}


def test_a_centre_without_activities_gets_a_blank_register_too(centre: Facility, clerk: User) -> None:
    Activity.objects.unscoped("test").all().delete()
    assert choices(blank(centre, clerk), "B") == [None]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_sheets_of_the_blank_register_are_known_as_our_own(language: str) -> None:
    with translation.override(language):
        assert {word_key(name) for name in sheet_names()[1:]} <= OWN_SHEETS


def test_the_marked_register_lists_the_faults_and_marks_their_cells(centre: Facility, clerk: User) -> None:
    content = tallies([line(), line(service="؟"), line(sex="طفل", band="34")])
    register = actions.receive("سجل.xlsx", content, by=clerk)
    marked = marked_register(content, "سجل.xlsx", from_json(register.faults), Limits(), is_rtl=True)
    book = openpyxl.load_workbook(io.BytesIO(marked))
    assert book.sheetnames == ["الأخطاء", "السجل"]
    listed = [[cell.value for cell in row] for row in book["الأخطاء"].iter_rows(min_row=2)]
    assert [(row[1], row[2]) for row in listed] == [("3", "C"), ("4", "D"), ("4", "E")]
    sheet = book["السجل"]
    assert sheet["C3"].fill.fgColor.rgb == "FFFBE5EB"
    assert sheet["C2"].fill.fill_type is None
    assert "«34»" in sheet["E4"].comment.text
    assert sheet["A2"].value.date() == date(2022, 6, 1)


def test_the_marked_register_mended_can_be_sent_again(centre: Facility, clerk: User) -> None:
    content = tallies([line(), line(date(2022, 6, 2), service="؟")])
    register = actions.receive("سجل.xlsx", content, by=clerk)
    marked = marked_register(content, "سجل.xlsx", from_json(register.faults), Limits(), is_rtl=True)
    book = openpyxl.load_workbook(io.BytesIO(marked))
    book["السجل"]["C3"] = "فحص طبي عام"
    mended = actions.receive("مصحح.xlsx", saved(book), by=clerk, replaces=register)
    assert (mended.state, mended.new_count) == ("checked", 2)


def test_what_a_clerk_wrote_never_becomes_a_formula(centre: Facility, clerk: User) -> None:
    rows = [HEADINGS, line("1/6/2022", service='=HYPERLINK("http://evil","x")', activity="+963 999 111")]
    for content in (as_csv(rows), as_xlsx(rows)):
        register = actions.receive("سجل.csv", content, by=clerk)
        marked = marked_register(content, "سجل.csv", from_json(register.faults), Limits(), is_rtl=True)
        book = openpyxl.load_workbook(io.BytesIO(marked))
        assert all(cell.data_type != "f" for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)


def test_an_activity_named_like_a_formula_stays_text_in_the_blank_register(
    centre: Facility, clinic: Activity, clerk: User
) -> None:
    make_activity(centre, "production", title='=cmd|"/c calc"!A1')
    book = blank(centre, clerk)
    assert all(cell.data_type != "f" for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)


def test_a_sheet_whose_name_no_workbook_can_hold_is_numbered(centre: Facility, clerk: User) -> None:
    content = tallies([line(service="؟")])
    register = actions.receive("سجل.xlsx", content, by=clerk)
    clash = [*from_json(register.faults)]
    again = as_xlsx([HEADINGS, line()], الأخطاء=[HEADINGS, line(service="؟")])
    register = actions.receive("آخر.xlsx", again, by=clerk)
    marked = marked_register(again, "آخر.xlsx", clash, Limits(), is_rtl=True)
    assert openpyxl.load_workbook(io.BytesIO(marked)).sheetnames == ["الأخطاء", "السجل"]
