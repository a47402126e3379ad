"""The PDF as its readers meet it: every cell, number, word and colour where it belongs."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

from nawl.kit.errors import NotFound
from nawl.kit.numbers import in_digits
from nawl.weaving.frame import Symmetry
from nawl.weaving.printing import Amount, ChartPaper, Titles, amounts_of, face, print_chart
from nawl.weaving.printing.geometry import geometry
from nawl.weaving.printing.sheets import cut
from nawl.weaving.reckoning.needs import needs_of
from nawl.weaving.signs import sign_of, with_signs
from nawl.weaving.yarns import Lot, Yarn
from tests.factories.charts import make_chart
from tests.weaving.printing.reading import cells_of, colours_of, holds, parts_of, reader_of, without_poppler, words_of
from tests.weaving.printing.test_parts import symmetric

TITLES = Titles(
    "سجادة طرطوس", code="TRT-0012", version=3, unit="وحدة بانياس", copy="CHC-2022-0002-K", day=date(2022, 7, 14)
)
SMALL = ChartPaper(tile=(20, 15))


@pytest.fixture(scope="module")
def chart():
    return make_chart(50, 40, colours=6)


@pytest.fixture(scope="module")
def pdf(chart):
    return print_chart(chart, TITLES, SMALL)


def sheets_read(pdf, chart, paper):
    """Return (sheet, its cells) of every sheet, as they stand in the PDF."""
    sheets = list(cut(chart.frame.wide, chart.frame.high, paper))
    pages = reader_of(pdf).pages
    return [(s, cells_of(pages[len(pages) - len(sheets) + n], s.columns.length)) for n, s in enumerate(sheets)]


@pytest.mark.parametrize(
    "paper",
    [
        ChartPaper(tile=(20, 15), counts=False),
        ChartPaper(tile=(20, 15), counts=False, overlap=3, reading="left"),
        ChartPaper(tile=(20, 15), counts=False, view="back", marks="symbol", paper="a4"),
        ChartPaper(tile=(30, 20), counts=False, layout="strips", language="en"),
    ],
)
def test_the_sign_in_every_cell_of_every_sheet_is_that_of_its_knot(chart, paper):
    signs = np.array([sign_of(yarn.symbol).glyph for yarn in with_signs(chart.yarns)])
    knots = chart.knots[:, ::-1] if paper.view == "back" else chart.knots
    high, wide = knots.shape
    for sheet, cells in sheets_read(print_chart(chart, TITLES, paper), chart, paper):
        rows = slice(high - sheet.rows.last, high - sheet.rows.first + 1)
        columns = slice(sheet.columns.first - 1, sheet.columns.last)
        if paper.reading == "right":
            columns = slice(wide - sheet.columns.last, wide - sheet.columns.first + 1)
        assert cells == ["".join(row) for row in signs[knots[rows, columns]]]


def read_out(line, by_sign):
    """Take a line of cells as a weaver does: a number says how many, the cell after it of which colour."""
    taken, at = [], 0
    while at < len(line):
        number = face.number_of(line[at])
        taken += [by_sign[line[at + 1 if number else at]]] * (number or 1)
        at += number or 1
    return taken


@pytest.mark.parametrize("reading", ["right", "left"])
def test_a_weaver_who_reads_the_sheets_weaves_the_chart(reading, chart):
    paper = ChartPaper(tile=(20, 15), reading=reading)
    by_sign = {sign_of(yarn.symbol).glyph: n for n, yarn in enumerate(with_signs(chart.yarns))}
    woven = {row: [] for row in range(1, chart.frame.high + 1)}
    for sheet, cells in sheets_read(print_chart(chart, TITLES, paper), chart, paper):
        for row, line in zip(range(sheet.rows.first, sheet.rows.last + 1), reversed(cells), strict=True):
            woven[row] += read_out(line[::-1] if reading == "right" else line, by_sign)
    for row, knots in woven.items():
        expected = chart.row(row)
        assert knots == list(expected[::-1] if reading == "right" else expected)


def test_there_are_as_many_pages_as_the_cover_says(pdf, chart):
    reader = reader_of(pdf)
    assert len(reader.pages) == 1 + 3 * 3
    assert [entry.title for entry in reader.outline][:4] == ["الورقة أ١", "الورقة ب١", "الورقة ج١", "الورقة أ٢"]


def test_a_legend_of_many_colours_takes_more_pages_and_the_sheets_follow(tmp_path):
    yarns = tuple(Yarn(f"Y{n}", f"لون {n}", f"colour {n}", (n, 255 - n, n // 2)) for n in range(250))
    knots = np.arange(250 * 4, dtype=np.uint32).reshape(20, 50) % 250
    chart = make_chart(50, 20, colours=1).with_yarns(yarns).with_knots(knots.astype(np.uint8))
    reader = reader_of(print_chart(chart, TITLES, SMALL))
    before = reader.get_destination_page_number(reader.outline[0])
    assert before > 3
    assert len(reader.pages) == before + 6
    assert cells_of(reader.pages[before], 20)


def test_the_same_chart_gives_the_same_bytes(pdf, chart):
    assert print_chart(chart, TITLES, SMALL, progress=lambda *_: None) == pdf


def test_two_charts_can_be_printed_at_once():
    charts = [make_chart(60, 45, seed=seed) for seed in range(4)]
    alone = [print_chart(chart, TITLES, SMALL) for chart in charts]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(lambda chart: print_chart(chart, TITLES, SMALL), charts)) == alone


def test_a_paper_without_a_day_bears_none(chart):
    made = print_chart(chart, Titles("سجادة"), SMALL)
    assert "/CreationDate" not in reader_of(made).metadata
    assert print_chart(chart, Titles("سجادة"), SMALL) == made


def test_progress_is_told_up_to_the_last_page():
    told = []
    chart = make_chart(250, 20)
    made = print_chart(
        chart, TITLES, ChartPaper(tile=(10, 15)), progress=lambda done, pages: told.append((done, pages))
    )
    pages = len(reader_of(made).pages)
    assert len(told) == 4, "the cover, and three batches"
    assert told == sorted(told)
    assert told[-1] == (pages, pages)


def test_no_path_of_a_machine_is_in_the_file(pdf):
    root = str(Path(__file__).resolve().parents[3]).encode()
    reader = reader_of(pdf)
    contents = [pdf, *(page.get_contents().get_data() for page in reader.pages)]
    assert not any(root in part or b"/home/" in part or b".typ" in part for part in contents)


def test_faces_are_embedded_and_no_picture_is_smoothed(pdf):
    page = reader_of(pdf).pages[2]
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    assert all("+" in font["/BaseFont"] for font in fonts)
    pictures = [x.get_object() for x in page["/Resources"]["/XObject"].values()]
    assert pictures
    assert not any(picture.get("/Interpolate", False) for picture in pictures)


def elements_of(element):
    """Yield an element of a PDF's structure and all below it."""
    yield element
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        if isinstance(kid.get_object(), dict) and "/S" in kid.get_object():
            yield from elements_of(kid.get_object())


@pytest.fixture(scope="module")
def long_pdf():
    """A chart of more sheets than are made at a time."""
    return print_chart(make_chart(250, 20), TITLES, ChartPaper(tile=(10, 15)))


def test_a_screen_reader_is_told_each_sheet_s_name_rows_and_columns(long_pdf):
    reader = reader_of(long_pdf)
    assert reader.root_object["/MarkInfo"]["/Marked"]
    root = reader.root_object["/StructTreeRoot"]
    found = [
        e for top in root["/K"] for e in elements_of(top.get_object()) if e["/S"] == "/Figure" and "الورقة" in e["/Alt"]
    ]
    assert len(found) == 50
    assert found[1]["/Alt"] == "الورقة ب١ من مخطط النسج. الأسطر من ١ إلى ١٥. الأعمدة من ١١ إلى ٢٠."
    pages = [page.indirect_reference.idnum for page in reader.pages]
    assert [pages.index(e.raw_get("/Pg").idnum) for e in found] == list(range(1, 51))


def test_every_page_finds_its_own_elements(long_pdf):
    reader = reader_of(long_pdf)
    numbered = reader.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    owners = dict(zip(numbered[::2], numbered[1::2], strict=True))
    assert len(owners) == len(reader.pages)
    for page in reader.pages:
        for element in owners[page["/StructParents"]].get_object():
            if element.get_object():
                assert element.get_object()["/Pg"] == page


def test_the_legend_is_a_table_with_heads(pdf):
    root = reader_of(pdf).root_object["/StructTreeRoot"]
    kinds = [e["/S"] for top in root["/K"] for e in elements_of(top.get_object())]
    assert kinds.count("/Document") == 1
    assert kinds.count("/Table") == 1
    assert kinds.count("/TH") == 8
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") == 2


def test_a_cell_is_as_wide_against_its_height_as_a_knot():
    chart = make_chart(54, 80, code="360")
    place = geometry(chart.frame, cut(54, 80, ChartPaper()), ChartPaper())
    assert place.cell[0] / place.cell[1] == pytest.approx(40 / 36, abs=1e-3)
    assert place.cell[1] <= 6


def test_without_the_face_of_charts_it_says_what_to_do(chart, tmp_path):
    with pytest.raises(NotFound, match="typeface_missing"):
        print_chart(chart, TITLES, fonts=tmp_path)


COVER = {
    "ar": "مخطط النسج، سجادة طرطوس، TRT-0012، مسودة، وحدة بانياس، صنف ٣٠٠، ١٤ تموز ٢٠٢٢، ٢٬٠٠٠، السطر، من اليمين إلى اليسار، "
    "في أسفل المخطط، الألوان، الدفعة، شلل، كحلي، أبيض طبيعي، متناظرة، تركية، الوجه، البصمة",
    "en": "Weaving chart TRT-0012 Draft Class 300 14 July 2022 2,000 from right to left Row 1 is the lowest Colours Lot Hanks "
    "Navy Natural white symmetric Turkish the face Fingerprint",
}


@pytest.mark.needs_poppler
@without_poppler
@pytest.mark.parametrize("language", COVER)
def test_the_cover_is_read_in_both_languages(language, chart, tmp_path):
    text = words_of(print_chart(chart, TITLES, ChartPaper(language=language, tile=(20, 15))), tmp_path, 1)
    assert parts_of(COVER[language]) - parts_of(text) == set()


@pytest.mark.needs_poppler
@without_poppler
@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_numbered_copy_bears_its_whole_number(language, chart, tmp_path):
    paper = ChartPaper(language=language, tile=(20, 15))
    assert "CHC-2022-0002-K" in words_of(print_chart(chart, TITLES, paper), tmp_path, 1)
    assert "CHC" not in words_of(print_chart(chart, replace(TITLES, copy=None), paper), tmp_path, 1)


@pytest.mark.needs_poppler
@without_poppler
@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_page_bears_design_version_page_and_fingerprint(language, chart, tmp_path):
    made = print_chart(chart, TITLES, ChartPaper(language=language, tile=(20, 15)))
    digits = "arabic" if language == "ar" else "western"
    prefix, of = ("الصفحة", "من") if language == "ar" else ("Page", "of")
    start = chart.fingerprint
    for page in range(1, 11):
        text = words_of(made, tmp_path, page)
        assert "TRT-0012" in text
        assert holds(text, in_digits(f"{prefix} {page} {of} 10", digits))
        assert f"{start[:4]} {start[4:8]} {start[8:12]}" in text
        assert ("مسودة" if language == "ar" else "Draft") in text
        assert holds(text, in_digits("النسخة 3" if language == "ar" else "version 3", digits))


@pytest.mark.needs_poppler
@without_poppler
def test_a_locked_version_is_no_draft(chart, tmp_path):
    text = words_of(print_chart(chart, Titles("سجادة", is_locked=True), SMALL), tmp_path)
    assert "مسودة" not in text
    assert "نسخة مثبتة" in text


@pytest.mark.needs_poppler
@without_poppler
def test_a_sheet_names_its_rows_columns_and_neighbours(pdf, tmp_path):
    text = words_of(pdf, tmp_path, 6)  # the cover, three sheets of the lowest rows, then ب2 in the middle
    for words in ("الأسطر من ١٦ إلى ٣٠", "الأعمدة من ٢١ إلى ٤٠", "الصفحة ٦ من ١٠"):
        assert holds(text, words)
    for name, page in (("ب ١", "٣"), ("ب ٣", "٩"), ("أ ٢", "٥"), ("ج ٢", "٧")):
        assert holds(text, f"{name} الصفحة {page}")
    assert all(holds(text, in_digits(str(row), "arabic")) for row in range(16, 31))
    assert holds(text, "٢١ ٣٠ ٤٠"), "the numbers of columns"


@pytest.mark.needs_poppler
@without_poppler
def test_the_legend_says_what_each_colour_takes(tmp_path):
    yarns = (
        Yarn("W1", "أبيض طبيعي", "Natural white", (240, 231, 212), lots=(Lot("22-014", Decimal(900)),)),
        Yarn("I4", "كحلي", "Navy", (31, 59, 92)),
    )
    chart = make_chart(50, 40, colours=2).with_yarns(yarns)
    amounts = {0: Amount(Decimal("1234.5"), 5), 1: Amount(Decimal(800), 4, ("22-107", "22-115"))}
    text = words_of(print_chart(chart, TITLES, SMALL, amounts=amounts), tmp_path, 1)
    assert holds(text, "W1 22-014 ١٬٢٣٥ 22-107 22-115 ٨٠٠ ٢٬٠٣٥ المجموع")


@pytest.mark.needs_poppler
@without_poppler
def test_a_flat_weave_is_counted_in_cells(tmp_path):
    made = print_chart(make_chart(50, 40, code="kilim"), Titles("Kilim"), ChartPaper(language="en", tile=(20, 15)))
    text = words_of(made, tmp_path, 1)
    assert "Cells" in text
    assert "flat weave" in text
    assert "Every cell is 2 warps wide" in text
    assert "Knots" not in text


def test_without_amounts_the_legend_is_reckoned(chart):
    amounts = amounts_of(needs_of(chart))
    knots = chart.counts[0]
    quality = chart.frame.quality
    expected = Decimal(knots) * quality.knot_mm / 1000 * quality.pile_tex / 1000 * (1 + quality.waste)
    assert abs(amounts[0].grams - expected) <= Decimal("0.05")
    assert sorted(amounts) == [n for n, count in enumerate(chart.counts) if count]


@pytest.mark.needs_poppler
@without_poppler
def test_a_sheet_is_painted_in_the_colours_of_its_knots(tmp_path):
    """The picture as poppler paints it, compared knot by knot with the chart, in the middle of each cell."""
    paper = ChartPaper(tile=(20, 15), marks="colour", counts=False)
    chart = make_chart(50, 40, colours=6)
    painted = colours_of(print_chart(chart, TITLES, paper), tmp_path, 6)
    place = geometry(chart.frame, cut(50, 40, paper), paper)
    sheet = list(cut(50, 40, paper))[4]
    x, y = place.corner(sheet, paper)
    px = 200 / 25.4
    at_y = [round((y + (n + 0.5) * place.cell[1]) * px) for n in range(15)]
    at_x = [round((x + (n + 0.5) * place.cell[0]) * px) for n in range(20)]
    colours = np.array([yarn.srgb for yarn in chart.yarns])
    expected = colours[chart.knots[40 - 30 : 40 - 15, 50 - 40 : 50 - 20]]
    assert np.abs(painted[np.ix_(at_y, at_x)].astype(int) - expected).max() <= 3


@pytest.mark.needs_poppler
@without_poppler
def test_a_quarter_ends_at_a_red_axis(tmp_path):
    paper = ChartPaper(tile=(20, 15), extent="repeat", marks="symbol", counts=False)
    made = print_chart(symmetric(40, 30, Symmetry.QUARTER), TITLES, paper)
    assert len(reader_of(made).pages) == 2
    painted = colours_of(made, tmp_path, 2).astype(int)
    is_red = (painted[..., 0] > 120) & (painted[..., 1] < 90) & (painted[..., 2] < 90)
    assert is_red.sum(axis=0).max() > 700, "upright, where the columns end"
    assert is_red.sum(axis=1).max() > 900, "level, where the rows end"
