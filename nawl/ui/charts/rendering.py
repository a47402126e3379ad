"""Draw a chart: for a page as clean SVG that the sheet colours, for paper with its own colours; kept by its content."""

from __future__ import annotations

import hashlib
import re
from functools import cache as once
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape, quoteattr

from django.conf import settings
from django.core.cache import cache

from nawl.kit.numbers import Digits
from nawl.ui import reader
from nawl.ui.charts.drawing import Chart, Drawing
from nawl.ui.charts.paint import ADDRESS, CLASSES, SCREEN, paper

WIDE, NARROW, PAPER = 600, 330, 600
KEPT_FOR = 24 * 3600
_ATTRIBUTES = {
    "g": ("transform",),
    "path": ("d", "transform"),
    "line": ("transform", "x2", "y2"),
    "rect": ("x", "y", "width", "height", "transform"),
    "text": ("transform", "text-anchor"),
    "a": (),
}
_XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
_DECIMALS = re.compile(r"-?\d+\.\d+(?:e-?\d+)?")


def for_page(drawing: Drawing) -> Chart:
    """Draw a chart for a screen in two widths, in the reader's direction and digits; the same content is drawn once."""
    chosen = reader.current()
    key = "chart:" + hashlib.sha256(repr((4, drawing, chosen.language, chosen.digits)).encode()).hexdigest()
    kept = cache.get(key)
    if kept is None:
        kept = tuple(_for_page(drawing, chosen, narrow=narrow) for narrow in (False, True))
        cache.set(key, kept, KEPT_FOR)
    return Chart(drawing.title, kept[0], kept[1], drawing.series)


def _for_page(drawing: Drawing, chosen: reader.Reader, *, narrow: bool) -> str:
    from nawl.ui.charts.specs import Sheet, spec_of  # noqa: PLC0415 - Altair is loaded when a chart is drawn

    sheet = Sheet(NARROW if narrow else WIDE, chosen.language == "ar", chosen.digits, SCREEN, narrow)
    return cleaned(_svg(spec_of(drawing, sheet)), drawing.title, drawing.kind)


def for_paper(drawing: Drawing, language: str, digits: Digits, width: int = PAPER) -> str:
    """Draw a chart for PDF or DOCX as SVG with its own colours and faces, `width` pixels wide (96 a inch)."""
    from nawl.ui.charts.specs import Sheet, spec_of  # noqa: PLC0415 - Altair is loaded when a chart is drawn

    return _svg(spec_of(drawing, Sheet(width, language == "ar", digits, paper(digits))))


def _svg(spec: dict[str, Any]) -> str:
    import vl_convert  # noqa: PLC0415 - heavy, and not needed while charts are kept

    _register_fonts()
    return str(vl_convert.vegalite_to_svg(spec))


@once
def _register_fonts() -> None:
    import vl_convert  # noqa: PLC0415 - heavy, and not needed while charts are kept

    folder = Path(settings.BASE_DIR) / "build" / "fonts"
    if folder.exists():
        vl_convert.register_font_directory(str(folder))


def cleaned(svg: str, title: str, kind: str) -> str:
    """Return an SVG with classes for colours and nothing else: no style, no script, no attribute outside a short list."""
    root = ET.fromstring(svg)  # noqa: S314 - drawn by ourselves a line ago
    box = root.get("viewBox", "0 0 1 1")
    body = "".join(_element(child) for child in root)
    role = "group" if "<a " in body else "img"
    return f'<svg class="chart chart--{kind}" viewBox="{box}" role="{role}" aria-label={quoteattr(title)}>{body}</svg>'


def _element(element: ET.Element) -> str:
    name = element.tag.rpartition("}")[2]
    if (
        name not in _ATTRIBUTES
        or element.get("display") == "none"
        or element.get("class") in {"background", "foreground"}
    ):
        return ""
    if name == "g":
        return _group(element)
    if name == "a":
        return _link(element)
    marked = CLASSES.get(element.get("fill", "")) or CLASSES.get(element.get("stroke", ""), "")
    if not marked:
        return ""
    text = escape(element.text or "") if name == "text" else _name(element)
    return f'<{name}{_kept(name, element)} class="{marked}">{text}</{name}>'


def _group(element: ET.Element) -> str:
    inside = "".join(_element(child) for child in element)
    kept = _kept("g", element)
    return f"<g{kept}>{inside}</g>" if inside and kept else inside


def _link(element: ET.Element) -> str:
    """A link to records; the keyboard finds the same link in the table beside, so it does not stop here."""
    inside = "".join(_element(child) for child in element)
    address = element.get(_XLINK_HREF, "") or element.get("href", "")
    if not address.startswith(ADDRESS):
        return inside
    label = next((child.get("aria-label", "") for child in element), "")
    href = quoteattr(address.removeprefix(ADDRESS))
    return f'<a href={href} aria-label={quoteattr(label)} tabindex="-1">{inside}</a>'


def _name(element: ET.Element) -> str:
    """What the pointer reads over a mark."""
    label = element.get("aria-label", "") if element.get("role") == "graphics-symbol" else ""
    return f"<title>{escape(label)}</title>" if label else ""


def _kept(name: str, element: ET.Element) -> str:
    values = ((attribute, element.get(attribute, "")) for attribute in _ATTRIBUTES[name])
    return "".join(f' {name}="{_short(value)}"' for name, value in values if value and value != "translate(0,0)")


def _short(value: str) -> str:
    return _DECIMALS.sub(lambda number: f"{float(number[0]):.1f}".removesuffix(".0"), value)
