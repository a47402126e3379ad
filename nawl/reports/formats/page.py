"""The page: what the templates show of a worded report, and a file of it that needs nothing else."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import asdict, dataclass, fields
from functools import lru_cache
from html import escape
from mimetypes import guess_type
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString

from nawl.reports.document import Block, Document, Fact, HeadFigures, Picture, Prose, Table
from nawl.reports.formats.cells import rows_text
from nawl.reports.formats.marks import qr_svg
from nawl.reports.voice import Voice
from nawl.ui.parts import Fact as Line

_ADDRESS = re.compile(r'url\("?([^")]+)"?\)')
_ATTRIBUTE = re.compile(r'(([\w:-]+)="[^"]*")')
_REPLACED = frozenset({"role", "aria-label", "direction"})
_LONG = 20  # rows; cards of a longer table would make a phone page without end
_PROLOGUE = re.compile(r"^<\?xml[^>]*>\s*")


@dataclass(frozen=True)
class _Cell:
    text: str
    label: str
    is_number: bool
    is_code: bool


@dataclass(frozen=True)
class _Row:
    cells: tuple[_Cell, ...]
    is_total: bool
    detail: str


def make_html(document: Document) -> bytes:
    """Return the report as one HTML file with its styles, typefaces and drawings within."""
    with translation.override(document.language):
        context = {"paper": paper(document), "styles": SafeString(_styles())}
        return render_to_string("reports/export.html", context).encode()


def paper(document: Document, title_level: str = "h1") -> dict[str, Any]:
    """Return what the templates need of a document; every name is always there."""
    return {
        **{field.name: getattr(document, field.name) for field in fields(document)},
        "title_level": title_level,
        "facts": [_line(fact) for fact in document.facts],
        "code": SafeString(_PROLOGUE.sub("", qr_svg(document.verify_address))) if document.verify_address else "",
        "sections": [
            {
                "anchor": part.anchor,
                "sign": part.sign,
                "title": part.title,
                "blocks": [_block(block, document) for block in part.blocks],
            }
            for part in document.sections
        ],
    }


def _line(fact: Fact) -> Line:
    return Line(fact.label, fact.value, code=fact.is_code)


def _block(block: Block, document: Document) -> dict[str, Any]:
    if isinstance(block, Table):
        return _table(block, document)
    if isinstance(block, HeadFigures):
        voice = Voice(document.language)
        items = [{**asdict(item), "value": voice.number(item.value)} for item in block.items]
        return {"template": "reports/blocks/figures.html", "items": items}
    if isinstance(block, Picture):
        drawing = SafeString(_with_alt(block))
        return {"template": "reports/blocks/picture.html", "caption": block.caption, "drawing": drawing}
    if isinstance(block, Prose):
        return {"template": "reports/blocks/prose.html", "text": block.text}
    return {"template": f"reports/blocks/{type(block).__name__.lower()}.html", **asdict(block)}


def _with_alt(block: Picture) -> str:
    """Give a drawing the words that stand in its place, and keep the page's direction out of it."""
    opening, _, rest = block.svg.partition(">")
    kept = " ".join(name for name, word in _ATTRIBUTE.findall(opening) if word not in _REPLACED)
    return f'<svg role="img" direction="ltr" aria-label="{escape(block.alt)}" {kept}>{rest}'


def _table(block: Table, document: Document) -> dict[str, Any]:
    rows = rows_text(block, document)
    labels = [f"{column.title} ({column.basis})" if column.basis else column.title for column in block.columns]
    return {
        "template": "reports/blocks/table.html",
        "caption": block.caption,
        "columns": block.columns,
        "has_total": block.has_total,
        "is_long": len(block.rows) > _LONG,
        "note": block.note,
        "rows": [
            _Row(
                tuple(
                    _Cell(text, label, column.is_number, column.kind == "code")
                    for text, label, column in zip(row, labels, block.columns, strict=True)
                ),
                is_total=block.has_total and place == len(rows) - 1,
                detail=block.details[place] if place < len(block.details) else "",
            )
            for place, row in enumerate(rows)
        ],
    }


@lru_cache(maxsize=1)
def _styles() -> str:
    """Return the sheet of all pages with its typefaces and bands within."""
    sheet: Path = settings.BUILT_ASSETS / "ui" / "nawl.css"
    if not sheet.exists():
        raise RuntimeError(f"There is no {sheet.name}: run `python -m config.assets` first.")

    def within(found: re.Match[str]) -> str:
        path = sheet.parent / found[1]
        kind = guess_type(path.name)[0] or "application/octet-stream"
        return f'url("data:{kind};base64,{b64encode(path.read_bytes()).decode()}")'

    return _ADDRESS.sub(within, sheet.read_text(encoding="utf-8"))
