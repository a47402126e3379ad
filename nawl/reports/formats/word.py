"""DOCX: the worded report as a Word document, right to left where the language is, with styles, fields and alt texts."""
# ruff: noqa: SLF001 - python-docx names the XML behind its objects with an underscore

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, time
from io import BytesIO
from typing import Any

import docx
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK
from docx.shared import Mm, Pt

from nawl.reports.document import Apart, Block, Document, HeadFigures, Picture, Prose, Section, Table, Terms
from nawl.reports.formats.marks import band_svg, qr_png
from nawl.reports.formats.png import png
from nawl.reports.formats.word_parts import (
    add_field,
    add_run,
    alt_text,
    bookmark,
    link_to,
    mark_direction,
    paragraph,
    shade,
)
from nawl.reports.formats.word_styles import MADDER, SAFFRON_TINT, SOFT, set_styles
from nawl.reports.formats.word_tables import add_figures, add_table
from nawl.reports.voice import Voice

_WIDTH = Mm(174)


def make_docx(document: Document) -> bytes:
    """Return the report as DOCX."""
    word: Any = docx.Document()
    set_styles(word, document)
    _page(word, document)
    _properties(word, document)
    _cover(word, document)
    for part in document.sections:
        _section(word, part, document)
    made = BytesIO()
    word.save(made)
    return made.getvalue()


def _page(word: Any, document: Document) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin, section.bottom_margin = Mm(22), Mm(24)
    section.header_distance, section.footer_distance = Mm(10), Mm(8)
    section.start_type = WD_SECTION.NEW_PAGE
    section.different_first_page_header_footer = True
    mark_direction(section._sectPr, document)
    head = paragraph(section.header, document, style="Header")
    add_run(head, f"{document.title} · {document.subtitle}", document)
    for foot in (section.footer, section.first_page_footer):
        _foot(foot, document)


def _foot(foot: Any, document: Document) -> None:
    line = paragraph(foot, document, style="Footer")
    add_run(line, f"{document.words.foot} {document.words.fingerprint} ", document)
    add_run(line, document.fingerprint, document, is_code=True)
    if document.synthetic:
        add_run(line, f" · {document.words.notice}", document)
    line = paragraph(foot, document, style="Footer")
    if document.number:
        add_run(line, document.number, document, is_code=True)
        add_run(line, " · ", document)
    before, _, rest = document.words.page_of.partition("{page}")
    between, _, after = rest.partition("{pages}")
    add_run(line, before, document)
    add_field(line, "PAGE", "1", document)
    add_run(line, between, document)
    add_field(line, "NUMPAGES", "1", document)
    add_run(line, after, document)


def _properties(word: Any, document: Document) -> None:
    properties = word.core_properties
    properties.title = f"{document.title} · {document.subtitle}"
    properties.author = document.letterhead[1]
    properties.language = document.language
    properties.keywords = " ".join(part for part in (document.number, document.fingerprint) if part)
    properties.comments = document.synthetic
    properties.created = properties.modified = datetime.combine(document.day, time(12), UTC)
    properties.last_modified_by = document.letterhead[2]


def _cover(word: Any, document: Document) -> None:
    band = paragraph(word, document)
    alt_text(band.add_run().add_picture(BytesIO(png(band_svg(document.band, 10), 4)), width=_WIDTH), document.title)
    head = paragraph(word, document, space_after=0)
    for line, bold in zip(document.letterhead, (True, False, False), strict=True):
        add_run(head, line, document, bold=bold)
        head.add_run().add_break(WD_BREAK.LINE)
    add_run(paragraph(word, document, space_before=30), document.subtitle, document, bold=True, colour=MADDER)
    add_run(paragraph(word, document, style="Title"), document.title, document)
    add_run(paragraph(word, document, style="Subtitle"), document.lead, document)
    _facts(word, document)
    if document.synthetic:
        notice = paragraph(word, document, space_before=8)
        shade(notice, SAFFRON_TINT)
        add_run(notice, document.synthetic, document)
    if document.verify_address:
        code = paragraph(word, document, space_before=8, space_after=0)
        picture = code.add_run().add_picture(BytesIO(qr_png(document.verify_address)), width=Mm(18))
        alt_text(picture, document.verify_address)
    _contents(word, document)


def _facts(word: Any, document: Document) -> None:
    for fact in document.facts:
        line = paragraph(word, document, space_after=0)
        add_run(line, f"{fact.label}: ", document, colour=SOFT)
        add_run(line, fact.value, document, bold=True, is_code=fact.is_code)


def _contents(word: Any, document: Document) -> None:
    """List the sections; each line leads to its heading."""
    add_run(paragraph(word, document, space_before=10, space_after=2), document.words.contents, document, bold=True)
    for part in document.sections:
        line = paragraph(word, document, space_after=0)
        line.paragraph_format.line_spacing = 1.15
        link_to(line, part.anchor, f"{part.sign}  {part.title}", document)


def _section(word: Any, part: Section, document: Document) -> None:
    heading = paragraph(word, document, style="Heading 1")
    if part is document.sections[0] or part.is_annex:
        heading.paragraph_format.page_break_before = True
    with bookmark(heading, part.anchor):
        add_run(heading, part.sign, document, colour=MADDER)
        add_run(heading, f"  {part.title}", document)
    for block in part.blocks:
        _BLOCKS[type(block)](word, block, document)


def _prose(word: Any, block: Prose, document: Document) -> None:
    add_run(paragraph(word, document), block.text, document)


def _apart(word: Any, block: Apart, document: Document) -> None:
    line = paragraph(word, document, space_before=6, space_after=8)
    shade(line, SAFFRON_TINT)
    add_run(line, f"{block.lead} ", document, bold=True)
    add_run(line, block.text, document)


def _terms(word: Any, block: Terms, document: Document) -> None:
    for item in block.items:
        line = paragraph(word, document, style="List Bullet")
        add_run(line, f"{item.word}: ", document, bold=True)
        add_run(line, item.meaning, document)


def _figures(word: Any, block: HeadFigures, document: Document) -> None:
    voice = Voice(document.language)
    add_figures(word, [(voice.number(item.value), item) for item in block.items], document)


def _table(word: Any, block: Table, document: Document) -> None:
    caption = paragraph(word, document, style="Caption")
    caption.paragraph_format.keep_with_next = True
    add_run(caption, block.caption, document)
    add_table(word, block, document, _WIDTH)
    note = paragraph(word, document, space_before=3, space_after=8)
    if block.note:
        add_run(note, block.note, document, size=Pt(8.5), colour=SOFT)


def _picture(word: Any, block: Picture, document: Document) -> None:
    caption = paragraph(word, document, style="Caption")
    caption.paragraph_format.keep_with_next = True
    add_run(caption, block.caption, document)
    line = paragraph(word, document, space_after=8)
    alt_text(line.add_run().add_picture(BytesIO(png(block.svg)), width=int(_WIDTH * block.width)), block.alt)


_BLOCKS: dict[type[Block], Callable[[Any, Any, Document], None]] = {
    Prose: _prose,
    Apart: _apart,
    Terms: _terms,
    HeadFigures: _figures,
    Table: _table,
    Picture: _picture,
}
