"""PDF: the worded report handed to the Typst template; tagged, with bookmarks, text that can be searched and copied."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

import typst

from nawl.kit.searchable import searchable
from nawl.reports.document import Block, Document, HeadFigure, Table
from nawl.reports.formats import fonts
from nawl.reports.formats.cells import rows_text
from nawl.reports.formats.marks import band_svg, mark_svg, qr_svg
from nawl.reports.voice import Voice

_ONE_AT_A_TIME = Lock()  # a compiler serves one thread at a time
TEMPLATE = Path(__file__).resolve().parent.parent / "paper" / "report.typ"


def make_pdf(document: Document) -> bytes:
    """Return the report as a PDF that follows PDF/UA-1."""
    content, moment = _content(document), _noon(document.day)
    with _ONE_AT_A_TIME:
        made: Any = _compiler(str(fonts.folder())).compile(
            format="pdf", sys_inputs={"document": content}, pdf_standards="ua-1", timestamp=moment
        )
    return searchable(bytes(made)) if document.direction == "rtl" else bytes(made)


def _noon(day: date) -> int:
    """Return noon of the paper's day, so that making it again gives the same bytes."""
    return int(datetime.combine(day, time(12), UTC).timestamp())


@lru_cache(maxsize=1)
def _compiler(font_folder: str) -> typst.Compiler:
    """Keep one compiler, so that the typefaces are read once."""
    return typst.Compiler(str(TEMPLATE), font_paths=[font_folder], ignore_system_fonts=True)


def _content(document: Document) -> str:
    """Return the document as the template reads it: every cell as text, every block with its kind."""
    content: dict[str, Any] = asdict(document)
    content["day"] = document.day.isoformat()
    content["sections"] = [
        {**asdict(part), "blocks": [_block(block, document) for block in part.blocks]} for part in document.sections
    ]
    content["band_svg"] = band_svg(document.band)
    content["mark_svg"] = mark_svg()
    content["qr_svg"] = qr_svg(document.verify_address) if document.verify_address else ""
    return json.dumps(content, ensure_ascii=False)


def _block(block: Block, document: Document) -> dict[str, Any]:
    content: dict[str, Any] = {"kind": type(block).__name__.lower(), **asdict(block)}
    if isinstance(block, Table):
        content["rows"] = rows_text(block, document)
        content["columns"] = [{**asdict(column), "is_number": column.is_number} for column in block.columns]
    if content["kind"] == "headfigures":
        content["items"] = [_head_figure(item, document) for item in block.items]  # type: ignore[union-attr, arg-type]  # known by its kind
    return content


def _head_figure(item: HeadFigure, document: Document) -> dict[str, Any]:
    return {**asdict(item), "value": Voice(document.language).number(item.value)}
