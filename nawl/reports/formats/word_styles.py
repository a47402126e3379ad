"""The styles of a Word report: faces, sizes, colours and direction, set once for the whole document."""
# ruff: noqa: SLF001 - python-docx names the XML behind its objects with an underscore

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from nawl.reports.document import Document
from nawl.reports.formats import fonts

INK, WALNUT, SOFT, MADDER, INDIGO, HAIR = "221913", "33261D", "55473B", "9A2E2B", "1F3B5C", "CBBFAE"
SAFFRON_TINT, WOOL = "FAECD0", "FAF4E8"
_REPLACEMENT = "Arial"  # where our faces are not installed; every Word has it, with Arabic letters


@dataclass(frozen=True)
class _Look:
    """How a style looks: size and spaces in points, colour, face, weight, lines of text to a line."""

    size: float
    colour: str
    face: str = fonts.TEXT
    is_bold: bool = False
    before: float = 0
    after: float = 0
    line: float | None = None


_LOOKS = {
    "Normal": _Look(10.5, INK, after=6, line=1.25),
    "Title": _Look(28, WALNUT, fonts.TITLE, is_bold=True, after=8),
    "Subtitle": _Look(13, SOFT, after=10),
    "Heading 1": _Look(15, WALNUT, fonts.TITLE, is_bold=True, before=20, after=8),
    "Caption": _Look(9.5, INK, is_bold=True, before=10, after=4),
    "List Bullet": _Look(10, INK, after=4),
    "Header": _Look(8, SOFT),
    "Footer": _Look(8, SOFT),
}


def set_styles(word: Any, document: Document) -> None:
    """Give the styles of an empty document our faces and the direction of the language."""
    _defaults(word)
    for name, look in _LOOKS.items():
        _style(word.styles[name], look, document)
    _replacements(word)


def _defaults(word: Any) -> None:
    language = word.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    language.set(qn("w:val"), "en-GB")
    language.set(qn("w:bidi"), "ar-SY")
    theme = word.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:rFonts')}")
    for name in list(theme.attrib):
        del theme.attrib[name]
    set_faces(theme, fonts.TEXT)


def _style(style: Any, look: _Look, document: Document) -> None:
    style.font.size, style.font.bold, style.font.italic = Pt(look.size), look.is_bold, False
    style.font.color.rgb = RGBColor.from_string(look.colour)
    signs = style.element.get_or_add_rPr()
    set_faces(signs.get_or_add_rFonts(), look.face)
    for stretched in (*signs.findall(qn("w:spacing")), *signs.findall(qn("w:kern"))):
        signs.remove(stretched)  # letters of Arabic are never spaced out
    _mark(signs, "w:bCs", "1" if look.is_bold else "0")
    _mark(signs, "w:iCs", "0")
    _mark(signs, "w:szCs", str(int(look.size * 2)))
    spaces = style.paragraph_format
    spaces.space_before, spaces.space_after = Pt(look.before), Pt(look.after)
    if look.line:
        spaces.line_spacing = look.line
    lines = style.element.get_or_add_pPr()
    for border in lines.findall(qn("w:pBdr")):
        lines.remove(border)
    if document.direction == "rtl" and lines.find(qn("w:bidi")) is None:
        insert_in_order(lines, OxmlElement("w:bidi"), _AFTER_BIDI)


_AFTER_BIDI = tuple(
    qn(name)
    for name in (
        "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents",
        "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl", "w:divId",
        "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange",
    )
)  # fmt: skip
_AFTER_SHADE = (
    *(qn(name) for name in ("w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct", "w:bidi")),
    *_AFTER_BIDI,
)


def insert_in_order(parent: Any, child: Any, followers: tuple[str, ...]) -> None:
    """Put an element before the first of those that must follow it: Word refuses another order."""
    for place, other in enumerate(parent):
        if other.tag in followers:
            parent.insert(place, child)
            return
    parent.append(child)


def insert_shade(lines: Any, shade: Any) -> None:
    """Put a paragraph's shading where Word expects it."""
    insert_in_order(lines, shade, _AFTER_SHADE)


def insert_bidi(lines: Any) -> None:
    """Make a paragraph run from right to left."""
    if lines.find(qn("w:bidi")) is None:
        insert_in_order(lines, OxmlElement("w:bidi"), _AFTER_BIDI)


def set_faces(faces: Any, name: str) -> None:
    """Use one face for all scripts; Arabic text takes the complex one."""
    for attribute in list(faces.attrib):
        if "heme" in attribute:
            del faces.attrib[attribute]
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        faces.set(qn(script), name)


_SIGNS = ("w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:color", "w:sz", "w:szCs", "w:rtl", "w:cs", "w:lang")


def _mark(signs: Any, name: str, value: str) -> None:
    """Set a property of text at its place in Word's fixed order."""
    for old in signs.findall(qn(name)):
        signs.remove(old)
    made = OxmlElement(name)
    made.set(qn("w:val"), value)
    insert_in_order(signs, made, tuple(qn(later) for later in _SIGNS[_SIGNS.index(name) + 1 :]))


def mark_sign(signs: Any, name: str, value: str) -> None:
    """Set a property of a run at its place."""
    _mark(signs, name, value)


def _replacements(word: Any) -> None:
    """Name the face to take where ours is not installed."""
    table = next(part for part in word.part.package.iter_parts() if str(part.partname).endswith("fontTable.xml"))
    entries = "".join(
        f'<w:font w:name="{face}"><w:altName w:val="{_REPLACEMENT}"/><w:charset w:val="B2"/></w:font>'
        for face in (fonts.TEXT, fonts.TITLE)
    )
    table._blob = table.blob.replace(b"</w:fonts>", f"{entries}</w:fonts>".encode())
