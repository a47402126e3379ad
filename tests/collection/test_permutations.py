"""Whatever the order of columns, the language of headings, the digits and the shape: the same counts are read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.collection.looking import look
from tests.factories.registers import HEADINGS, as_csv, as_xlsx

SPELLINGS: tuple[tuple[str, ...], ...] = (
    ("التاريخ", "تاريخ الخدمة", "Date", "اليوم", "service date"),
    ("النشاط", "اسم النشاط", "Activity", "activity title"),
    ("الخدمة", "نوع الخدمة", "Service", "الخدمه"),
    ("الجنس", "Sex", "gender", "النوع الاجتماعي"),
    ("الفئة العمرية", "العمر", "Age group", "age band"),
    ("عدد الخدمات", "الخدمات المقدمة", "Services delivered", "contacts"),
    ("الزيارات الأولى", "المستفيدون الجدد", "First visits", "لأول مرة"),
)
SEXES = {"f": ("أنثى", "إناث", "Female", "F"), "m": ("ذكر", "ذكور", "male", "M")}
AGES = {
    "00-04": ("0 إلى 4", "0-4", "أقل من 5"),
    "05-17": ("5-17", "من 5 إلى 17", "5 to 17"),
    "18-29": ("18–29", "١٨ إلى ٢٩"),
    "30-59": ("30-59", "30 إلى 59 سنة"),
    "60+": ("60+", "60 فأكثر", "60 and over"),
}
CELLS = [(sex, band) for sex in SEXES for band in AGES]
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")

counts = st.dictionaries(
    st.tuples(st.integers(0, 200), st.sampled_from(["فحص طبي عام", "متابعة حمل", "تلقيح"]), st.sampled_from(CELLS)),
    st.integers(0, 400).flatmap(lambda contacts: st.tuples(st.just(contacts), st.integers(0, contacts))),
    min_size=1,
    max_size=12,
)
Counts = dict[tuple[int, str, tuple[str, str]], tuple[int, int]]


def on(step: int) -> date:
    return date(2022, 1, 1) + timedelta(days=step)


def written(draw: st.DrawFn, day: date, *, is_text: bool) -> Any:
    forms = [f"{day.day}/{day.month}/{day.year}", day.isoformat(), f"{day:%Y/%m/%d}".translate(EASTERN)]
    return draw(st.sampled_from(forms if is_text else [day, *forms]))


def number(draw: st.DrawFn, value: int) -> Any:
    return draw(st.sampled_from([value, str(value), str(value).translate(EASTERN)]))


@st.composite
def narrow(draw: st.DrawFn) -> tuple[Counts, bytes]:
    """A narrow sheet: columns in any order, headings in any language, values in any spelling."""
    wanted: Counts = draw(counts)
    is_text = draw(st.booleans())
    order = draw(st.permutations(range(len(HEADINGS))))
    rows: list[Sequence[Any]] = [[draw(st.sampled_from(SPELLINGS[column])) for column in order]]
    for (step, service, (sex, band)), (contacts, first) in wanted.items():
        cells = [
            written(draw, on(step), is_text=is_text),
            "عيادة المركز",
            service,
            draw(st.sampled_from(SEXES[sex])),
            draw(st.sampled_from(AGES[band])),
            number(draw, contacts),
            number(draw, first),
        ]
        rows.append([cells[column] for column in order])
    return wanted, finished(draw, rows, is_text=is_text)


@st.composite
def broad(draw: st.DrawFn) -> tuple[Counts, bytes]:
    """A broad sheet: a column for each sex and age and measure, in any order, headings on one line or two."""
    wanted: Counts = draw(counts)
    is_text = draw(st.booleans())
    columns = draw(st.permutations([(measure, cell) for measure in (0, 1) for cell in CELLS]))
    heads = {(measure, cell): _heads(draw, measure, *cell) for measure, cell in columns}
    if draw(st.booleans()):
        rows: list[list[Any]] = [["التاريخ", "الخدمة", *(" ".join(heads[column]) for column in columns)]]
    else:
        rows = [
            ["", "", *(heads[column][0] for column in columns)],
            ["Date", "Service", *(heads[column][1] for column in columns)],
        ]
    by_line: dict[tuple[int, str], dict[tuple[str, str], tuple[int, int]]] = {}
    for (step, service, cell), pair in wanted.items():
        by_line.setdefault((step, service), {})[cell] = pair
    for (step, service), cells in by_line.items():
        values = [number(draw, cells[cell][measure]) if cell in cells else "" for measure, cell in columns]
        rows.append([written(draw, on(step), is_text=is_text), service, *values])
    return wanted, finished(draw, rows, is_text=is_text)


def _heads(draw: st.DrawFn, measure: int, sex: str, band: str) -> tuple[str, str]:
    """Return what stands over a column, upper and lower line."""
    first = draw(st.sampled_from(["الزيارات الأولى", "first visits"])) if measure else ""
    return f"{first} {draw(st.sampled_from(SEXES[sex]))}".strip(), draw(st.sampled_from(AGES[band]))


def finished(draw: st.DrawFn, rows: list[Sequence[Any]], *, is_text: bool) -> bytes:
    """Return the rows as a file, with titles above them perhaps."""
    title: list[Sequence[Any]] = [["سجل الخدمات اليومي"], []] if draw(st.booleans()) else []
    if not is_text:
        return as_xlsx([*title, *rows])
    return as_csv(
        [*title, *rows],
        separator=draw(st.sampled_from(",;\t")),
        encoding=draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"])),
    )


def expected(wanted: Counts) -> list[tuple[Any, ...]]:
    return sorted(
        (str(on(step)), service, sex, band, contacts, first)
        for (step, service, (sex, band)), (contacts, first) in wanted.items()
    )


@settings(max_examples=120, deadline=None)
@given(narrow())
def test_a_narrow_sheet_reads_the_same_in_any_order_and_language(case: tuple[Counts, bytes]) -> None:
    wanted, content = case
    seen = look(content)
    assert not seen.faults
    assert sorted(seen.counts) == expected(wanted)


@settings(max_examples=80, deadline=None)
@given(broad())
def test_a_broad_sheet_reads_the_same_in_any_order_and_language(case: tuple[Counts, bytes]) -> None:
    wanted, content = case
    seen = look(content)
    assert not seen.faults
    assert sorted(seen.counts) == expected(wanted)
