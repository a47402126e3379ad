"""The PDF: tagged, with bookmarks, its Arabic searched and copied as Arabic; each glyph says one sign."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from nawl.kit.searchable import one_sign
from nawl.reports.composing.compose import compose
from nawl.reports.document import Document
from nawl.reports.formats.pdf import make_pdf
from tests.factories.reports import sample_report

without_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="needs pdftotext: apt-get install poppler-utils"
)


@pytest.fixture(scope="module")
def pdf(arabic: Document) -> bytes:
    return make_pdf(arabic)


@pytest.fixture(scope="module")
def reader(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def test_two_readers_can_ask_for_it_at_once(arabic: Document, pdf: bytes) -> None:
    with ThreadPoolExecutor(4) as threads:
        assert set(threads.map(make_pdf, [arabic] * 4)) == {pdf}


def test_it_has_a_bookmark_for_every_section(reader: PdfReader, arabic: Document) -> None:
    titles = [mark.title for mark in reader.outline]  # type: ignore[union-attr]
    assert titles == [f"{part.sign} {part.title}" for part in arabic.sections]


def test_it_is_tagged_and_says_its_language_and_title(reader: PdfReader, arabic: Document) -> None:
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "ar"
    assert "/StructTreeRoot" in root
    assert reader.metadata is not None
    assert reader.metadata.title == f"{arabic.title} · {arabic.subtitle}"
    assert b"pdfuaid:part>1<" in root["/Metadata"].get_object().get_data()


def test_its_pictures_have_words_in_their_place(reader: PdfReader, arabic: Document) -> None:
    alts: list[str] = []

    def walk(node: object) -> None:
        found = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(found, list):
            for child in found:
                walk(child)
        elif isinstance(found, dict):
            if "/Alt" in found:
                alts.append(str(found["/Alt"]))
            if "/K" in found:
                walk(found["/K"])

    walk(reader.trailer["/Root"]["/StructTreeRoot"])
    assert {picture.alt for picture in arabic.pictures} <= set(alts)


def test_the_same_report_makes_the_same_bytes(english: Document) -> None:
    assert make_pdf(english) == make_pdf(english)


def test_a_draft_says_so_on_every_page() -> None:
    made = PdfReader(BytesIO(make_pdf(compose(sample_report(), "en"))))
    assert all("Draft" in page.extract_text() for page in made.pages)


@pytest.mark.parametrize(
    ("text", "is_mark", "sign"),
    [
        ("\u0644\u0627", False, "\ufefb"),
        ("\u0644\u0623", False, "\ufef7"),
        ("\u0628", False, "\u0628"),
        ("\u0627\u064b", False, "\u0627"),
        ("\u0627\u064b", True, "\u064b"),
        ("RPT", False, "RPT"),
    ],
)
def test_a_glyph_says_one_sign(text: str, is_mark: bool, sign: str) -> None:
    assert one_sign(text, is_mark=is_mark) == sign


def test_every_ligature_of_the_faces_has_one_sign(reader: PdfReader) -> None:
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            table = font.get_object()["/ToUnicode"].get_data().decode()
            said = [
                bytes.fromhex(code).decode("utf-16-be") for code in re.findall(r"<[0-9A-F]{4}> <([0-9A-F]+)>", table)
            ]
            long = [text for text in said if len(text) > 1 and "\u0600" <= text[0] <= "\u06ff"]
            assert all(all(unicodedata.combining(sign) for sign in text) for text in long)


@pytest.fixture(scope="module")
def text(pdf: bytes, tmp_path_factory: pytest.TempPathFactory) -> str:
    """What poppler reads in the PDF, as a reader would copy it."""
    path: Path = tmp_path_factory.mktemp("pdf") / "report.pdf"
    path.write_bytes(pdf)
    raw = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout.decode()
    return " ".join(re.sub(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", unicodedata.normalize("NFKC", raw)).split())


@pytest.mark.needs_poppler
@without_poppler
@pytest.mark.parametrize("number", ["١٥٥٬٠٠٠", "٧٠٬٠٠٠", "٥٦", "٤١٢٬٣٨٠", "١٦٠٬٠٠٠"])
def test_the_figures_are_there_in_their_digits(text: str, number: str) -> None:
    assert number in text


@pytest.mark.needs_poppler
@without_poppler
@pytest.mark.parametrize(
    "words",
    [
        "النصف الأول من عام",
        "مراكز التنمية الريفية ووحدات الصناعات الريفية بين",
        "المركز البديل في الحيدرية",
        "الأنشطة",
        "المستفيدون من برنامج سبل العيش",
        "اللاذقية",
    ],
)
def test_arabic_is_copied_as_it_is_written(text: str, words: str) -> None:
    assert words in text


@pytest.mark.needs_poppler
@without_poppler
def test_number_and_page_stand_on_every_page(text: str, reader: PdfReader) -> None:
    assert text.count("RPT-2022-0001-X") >= 2 * len(reader.pages)
    assert "الصفحة" in text
