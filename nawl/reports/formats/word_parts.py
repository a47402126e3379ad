"""Paragraphs, runs, fields, links and alt texts of a Word report; each knows its direction."""
# ruff: noqa: SLF001 - python-docx names the XML behind its objects with an underscore

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Pt, RGBColor

from nawl.reports.document import Document
from nawl.reports.formats.word_styles import INDIGO, insert_bidi, insert_shade, mark_sign

_bookmarks = count(1)


def paragraph(
    container: Any,
    document: Document,
    *,
    style: str = "",
    space_before: float | None = None,
    space_after: float | None = None,
) -> Any:
    """Add an empty paragraph that runs in the document's direction; a header's or cell's own empty one is used first."""
    made = _free_one(container) or container.add_paragraph()
    if style:
        made.style = style
    if document.direction == "rtl":
        insert_bidi(made._p.get_or_add_pPr())
    if space_before is not None:
        made.paragraph_format.space_before = Pt(space_before)
    if space_after is not None:
        made.paragraph_format.space_after = Pt(space_after)
    return made


def _free_one(container: Any) -> Any:
    """Return the empty paragraph that a new cell, header or footer begins with."""
    if hasattr(container, "core_properties") or len(container.paragraphs) != 1:
        return None
    only = container.paragraphs[0]
    return None if only.runs else only


def add_run(
    line: Any,
    text: str,
    document: Document,
    *,
    bold: bool = False,
    colour: str = "",
    size: Length | None = None,
    is_code: bool = False,
) -> Any:
    """Add text; a code runs from left to right whatever stands around it."""
    run = line.add_run(text)
    _dress(run, document, bold=bold, colour=colour, size=size, is_code=is_code)
    return run


def _dress(run: Any, document: Document, *, bold: bool, colour: str, size: Length | None, is_code: bool) -> None:
    signs = run._r.get_or_add_rPr()
    if bold:
        run.font.bold = True
        mark_sign(signs, "w:bCs", "1")
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour)
    if size is not None:
        run.font.size = size
        mark_sign(signs, "w:szCs", str(int(size.pt * 2)))
    if document.direction == "rtl" and not is_code:
        mark_sign(signs, "w:rtl", "1")


def add_field(line: Any, name: str, shown: str, document: Document) -> None:
    """Add a field that Word fills in: the page's number, the number of pages."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = add_run(line, shown, document)
    run._r.getparent().remove(run._r)
    field.append(run._r)
    line._p.append(field)


@contextmanager
def bookmark(line: Any, name: str) -> Iterator[None]:
    """Mark what is added meanwhile as a place that links lead to."""
    number = str(next(_bookmarks))
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    start.set(qn("w:id"), number)
    start.set(qn("w:name"), name.replace("-", "_"))
    end.set(qn("w:id"), number)
    line._p.append(start)
    yield
    line._p.append(end)


def link_to(line: Any, name: str, text: str, document: Document) -> None:
    """Add text that leads to a bookmark."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), name.replace("-", "_"))
    link.set(qn("w:history"), "1")
    run = add_run(line, text, document, colour=INDIGO)
    run._r.getparent().remove(run._r)
    link.append(run._r)
    line._p.append(link)


def alt_text(picture: Any, text: str) -> None:
    """Give a picture the words that stand in its place."""
    picture._inline.docPr.set("descr", text)
    picture._inline.docPr.set("title", text[:80])


def shade(line: Any, colour: str) -> None:
    """Lay a colour under a paragraph."""
    ground = OxmlElement("w:shd")
    ground.set(qn("w:val"), "clear")
    ground.set(qn("w:color"), "auto")
    ground.set(qn("w:fill"), colour)
    insert_shade(line._p.get_or_add_pPr(), ground)


def mark_direction(section: Any, document: Document) -> None:
    """Make a section's columns, and the side of its gutter, run in the document's direction."""
    if document.direction == "rtl":
        mark = OxmlElement("w:bidi")
        followers = {qn("w:rtlGutter"), qn("w:docGrid"), qn("w:printerSettings")}
        for place, other in enumerate(section):
            if other.tag in followers:
                section.insert(place, mark)
                return
        section.append(mark)
