"""Pages made by Typst in batches, so that memory stays bounded and progress can be told, bound into one PDF by pypdf."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Any, Final

import typst
from pypdf import PdfReader, PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

from nawl.kit.searchable import one_sign_a_glyph, without_clusters
from nawl.weaving.printing import content
from nawl.weaving.printing.content import Plan
from nawl.weaving.printing.cover import Amounts, cover_content
from nawl.weaving.printing.options import Titles
from nawl.weaving.printing.sheets import Sheet
from nawl.weaving.printing.tags import Tags

PAPER: Final = Path(__file__).with_name("paper")
BATCH: Final = 20
"""Sheets made at a time: each takes some 4 MB while it is laid out."""
_REMEMBERED: Final = 11
"""Typst keeps what it has laid out until ten later compilations have had no use for it."""

_ONE_AT_A_TIME: Final = Lock()
"""A compiler serves one thread at a time; two printings take turns, batch by batch."""

Progress = Callable[[int, int], None]
"""Is told pages made and pages in all, after the cover and after each batch."""


def bind(plan: Plan, amounts: Amounts, fonts: Path, progress: Progress | None = None) -> bytes:
    """Return cover, legend and all sheets as one PDF."""
    plan = replace(plan, before=_count(cover_content(plan, amounts), plan, fonts))
    writer = PdfWriter()
    tags = Tags(writer)
    tags.append(_read("cover", cover_content(plan, amounts), plan, fonts))
    without_clusters(writer)
    for sheets in _batches(list(plan.cutting)):
        _tell(progress, len(writer.pages), plan.pages)
        tags.append(_read("sheets", _sheets(plan, sheets), plan, fonts))
        _forget(fonts)
    _tell(progress, len(writer.pages), plan.pages)
    return _finished(writer, plan)


def _batches(sheets: Sequence[Sheet]) -> Iterator[Sequence[Sheet]]:
    for start in range(0, len(sheets), BATCH):
        yield sheets[start : start + BATCH]


def _tell(progress: Progress | None, done: int, pages: int) -> None:
    if progress is not None:
        progress(done, pages)


def _sheets(plan: Plan, sheets: Sequence[Sheet]) -> dict[str, Any]:
    return {**content.common(plan), "sheets": [content.sheet_content(plan, sheet) for sheet in sheets]}


def _count(cover: dict[str, Any], plan: Plan, fonts: Path) -> int:
    """Return how many pages cover and legend take; their own page numbers do not change that."""
    return len(_read("cover", cover, plan, fonts).pages)


def _read(template: str, pages: dict[str, Any], plan: Plan, fonts: Path) -> PdfReader:
    return PdfReader(BytesIO(_made(template, pages, plan, fonts)))


def _made(template: str, pages: dict[str, Any], plan: Plan, fonts: Path) -> bytes:
    content = json.dumps(pages, ensure_ascii=False)
    with _ONE_AT_A_TIME:
        made: Any = _compiler(template, str(fonts)).compile(
            format="pdf", sys_inputs={"chart": content}, timestamp=_noon(plan.titles), pdf_standards="ua-1"
        )
    return bytes(made)


def _forget(fonts: Path) -> None:
    """Let Typst drop the sheets that are done, so that a chart of any size takes the memory of one batch."""
    with _ONE_AT_A_TIME:
        for _ in range(_REMEMBERED):
            _compiler("blank", str(fonts)).compile(format="svg")


@lru_cache(maxsize=4)
def _compiler(template: str, fonts: str) -> typst.Compiler:
    """Keep one compiler a template, so that the typefaces are read once."""
    return typst.Compiler(str(PAPER / f"{template}.typ"), font_paths=[fonts], ignore_system_fonts=True)


def _noon(titles: Titles) -> int:
    """Return noon of the paper's day, else the same moment always, so that the same chart gives the same bytes."""
    return int(datetime.combine(titles.day, time(12), UTC).timestamp()) if titles.day else 0


def _finished(writer: PdfWriter, plan: Plan) -> bytes:
    """Name the document, mark its sheets, and write it."""
    if plan.paper.language == "ar":
        one_sign_a_glyph(writer)
    writer.metadata = _named(plan)
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(plan.paper.language)
    root[NameObject("/ViewerPreferences")] = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})
    for order, sheet in enumerate(plan.cutting):
        writer.add_outline_item(title=f"{plan.words['sheet']} {plan.name(sheet)}", page_number=plan.before + order)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def _named(plan: Plan) -> dict[str, str]:
    titles = plan.titles
    named = {
        "/Title": f"{plan.words['chart']} · {titles.title}",
        "/Subject": f"{titles.code} · {titles.version}".strip(" ·"),
        "/Keywords": plan.chart.fingerprint,
        "/Creator": "Nawl",
        "/Producer": "Typst, pypdf",
    }
    if titles.day:
        named["/CreationDate"] = f"D:{titles.day:%Y%m%d}120000Z"
    return named
