"""Arabic that can be searched and copied from a PDF: every glyph says one sign, so that readers may turn runs round.

Typst tells of a ligature its letters (لا as two) and of a letter with a vowel mark the whole cluster, once for each
glyph of it. Readers that reverse a run sign by sign (Chromium, Evince) then show «األول» for «الأول» and double the
marks. Here a ligature gets its one presentation form, which all readers take apart again when they compare, and a mark
gets itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from io import BytesIO
from typing import Any

from pypdf import PdfWriter

_ENTRY = re.compile(r"<([0-9A-F]{4})> <([0-9A-F]+)>(?=\n)")
_CLUSTER = re.compile(rb"/Span<</ActualText<FEFF06[0-9A-F]+>>>BDC")
_FORMS = (range(0xFB50, 0xFE00), range(0xFE70, 0xFEFD))


def searchable(pdf: bytes) -> bytes:
    """Return the PDF with one sign for every Arabic glyph."""
    writer = PdfWriter(clone_from=BytesIO(pdf))
    one_sign_a_glyph(writer)
    without_clusters(writer)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def one_sign_a_glyph(writer: PdfWriter) -> None:
    """Rewrite what the fonts of a PDF say, each once."""
    done: set[int] = set()
    for page in writer.pages:
        for font in _fonts(page):
            table = font["/ToUnicode"]
            if table.indirect_reference.idnum not in done:
                done.add(table.indirect_reference.idnum)
                _mend(table.get_object(), _widths(font))


def without_clusters(writer: PdfWriter) -> None:
    """Take out what the pages themselves say of letters with marks, so that their glyphs speak."""
    for page in writer.pages:
        content: Any = page["/Contents"].get_object()
        content.set_data(_CLUSTER.sub(b"/Span<<>>BDC", content.get_data()))


def _fonts(page: Any) -> Iterator[Any]:
    for font in page["/Resources"].get("/Font", {}).values():
        yield font.get_object()


def _mend(table: Any, widths: Mapping[int, float]) -> None:
    """Rewrite what each glyph of a font says."""

    def entry(found: re.Match[str]) -> str:
        text = bytes.fromhex(found[2]).decode("utf-16-be")
        said = one_sign(text, is_mark=not widths.get(int(found[1], 16)))
        return f"<{found[1]}> <{said.encode('utf-16-be').hex().upper()}>"

    table.set_data(_ENTRY.sub(entry, table.get_data().decode("ascii")).encode("ascii"))


def one_sign(text: str, *, is_mark: bool) -> str:
    """Return what one glyph says of a cluster's text: the mark itself, the bare letter, or a ligature's one form."""
    if len(text) < 2 or not "\u0600" <= text[0] <= "\u06ff":
        return text
    marks = "".join(sign for sign in text if unicodedata.combining(sign))
    if marks and is_mark:
        return marks
    letters = "".join(sign for sign in text if not unicodedata.combining(sign))
    return _presentation_forms().get(letters, letters)


@lru_cache(maxsize=1)
def _presentation_forms() -> dict[str, str]:
    """Return the one sign of Unicode for each ligature of two letters; the isolated form where there are several."""
    forms: dict[str, str] = {}
    for codes in _FORMS:
        for code in codes:
            kind, *parts = unicodedata.decomposition(chr(code)).split() or ["", ""]
            letters = "".join(chr(int(part, 16)) for part in parts if part)
            if len(letters) == 2 and letters.isalpha() and (kind == "<isolated>" or letters not in forms):
                forms[letters] = chr(code)
    return forms


def _widths(font: Any) -> dict[int, float]:
    """Return the width of each glyph of a font; those not listed have none, as marks do."""
    listed = font["/DescendantFonts"][0].get_object().get("/W", [])
    widths: dict[int, float] = {}
    place = 0
    while place < len(listed):
        first, second = int(listed[place]), listed[place + 1]
        if isinstance(second, list):
            widths.update({first + offset: float(width) for offset, width in enumerate(second)})
            place += 2
        else:
            widths.update(dict.fromkeys(range(first, int(second) + 1), float(listed[place + 2])))
            place += 3
    return widths
