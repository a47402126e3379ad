"""The Word document, opened again: right to left, styles, repeated heads, alt texts, page fields."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from nawl.reports.document import Document
from nawl.reports.formats.word import make_docx


@pytest.fixture(scope="module")
def arabic_word(arabic: Document) -> Any:
    return docx.Document(BytesIO(make_docx(arabic)))


@pytest.fixture(scope="module")
def english_word(english: Document) -> Any:
    return docx.Document(BytesIO(make_docx(english)))


def test_every_paragraph_of_arabic_runs_from_the_right(arabic_word: Any) -> None:
    lines = [
        *arabic_word.paragraphs,
        *(line for table in arabic_word.tables for cell in table._cells for line in cell.paragraphs),
    ]
    assert [line.text for line in lines if line.text and line._p.pPr.find(qn("w:bidi")) is None] == []


def test_every_run_of_arabic_letters_is_marked_so(arabic_word: Any) -> None:
    runs = [run for line in arabic_word.paragraphs for run in line.runs]
    arabic = [run for run in runs if any("\u0600" <= sign <= "\u06ff" for sign in run.text)]
    assert arabic
    assert [run.text for run in arabic if run._r.rPr is None or run._r.rPr.find(qn("w:rtl")) is None] == []


def test_tables_begin_at_the_right_and_repeat_their_heads(arabic_word: Any, arabic: Document) -> None:
    assert len(arabic_word.tables) == len(arabic.tables) + 1
    for table in arabic_word.tables:
        assert table._tbl.tblPr.find(qn("w:bidiVisual")) is not None
    for table in arabic_word.tables[1:]:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_english_has_nothing_that_runs_from_the_right(english_word: Any) -> None:
    assert english_word.element.body.xpath(".//w:bidi | .//w:bidiVisual | .//w:rtl") == []


def test_sections_are_headings_and_the_contents_lead_to_them(arabic_word: Any, arabic: Document) -> None:
    headings = [line.text for line in arabic_word.paragraphs if line.style.name == "Heading 1"]
    assert headings == [f"{part.sign}  {part.title}" for part in arabic.sections]
    links = arabic_word.element.body.xpath(".//w:hyperlink/@w:anchor")
    marks = arabic_word.element.body.xpath(".//w:bookmarkStart/@w:name")
    assert links == marks


def test_every_picture_has_words_in_its_place(arabic_word: Any, arabic: Document) -> None:
    words = [str(word) for word in arabic_word.element.body.xpath(".//wp:docPr/@descr")]
    assert len(words) == len(arabic_word.inline_shapes)
    assert {picture.alt for picture in arabic.pictures} <= set(words)


def test_the_foot_counts_pages_and_carries_number_and_hash(arabic_word: Any, arabic: Document) -> None:
    for foot in (arabic_word.sections[0].footer, arabic_word.sections[0].first_page_footer):
        fields = [str(name) for name in foot._element.xpath(".//w:fldSimple/@w:instr")]
        assert fields == ["PAGE", "NUMPAGES"]
        text = " ".join(line.text for line in foot.paragraphs)
        assert arabic.fingerprint in text
        assert arabic.number in text


def test_the_text_holds_the_figures(arabic_word: Any) -> None:
    text = " ".join(line.text for line in arabic_word.paragraphs)
    assert "١٥٥٬٠٠٠" in text
    assert "٧٠٬٠٠٠" in text


def test_letters_of_titles_are_not_spaced_out(arabic_word: Any) -> None:
    for name in ("Title", "Subtitle", "Heading 1"):
        assert arabic_word.styles[name].element.rPr.find(qn("w:spacing")) is None
