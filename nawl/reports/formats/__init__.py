"""Formats of a worded report: PDF, DOCX, XLSX and page, each a function from document to bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module

from django.conf import settings

from nawl.reports.choices import Format, Language
from nawl.reports.composing.compose import compose
from nawl.reports.data import ReportData
from nawl.reports.document import Document

FileKey = tuple[str, str]
"""Language and format of a file."""

_MAKERS = {
    Format.PDF: "pdf:make_pdf",
    Format.DOCX: "word:make_docx",
    Format.XLSX: "workbook:make_xlsx",
    Format.HTML: "page:make_html",
}
MEDIA_TYPES = {
    Format.PDF: "application/pdf",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Format.HTML: "text/html; charset=utf-8",
}


def make_file(document: Document, form: str) -> bytes:
    """Return the document in one format; a format's tools are loaded when it is first asked for."""
    module, _, name = _MAKERS[Format(form)].partition(":")
    maker: Callable[[Document], bytes] = getattr(import_module(f"{__name__}.{module}"), name)
    return maker(document)


def make_files(
    data: ReportData, languages: Iterable[str] = Language.values, forms: Iterable[str] = Format.values
) -> dict[FileKey, bytes]:
    """Return the report in every language and format asked for; all unless told otherwise."""
    wanted = list(forms)
    made: dict[FileKey, bytes] = {}
    for language in languages:
        document = compose(data, language, address=settings.NAWL_ADDRESS)
        made |= {(language, form): make_file(document, form) for form in wanted}
    return made


def file_name(data: ReportData, language: str, form: str) -> str:
    """Return the name that a file is handed out under: its number, or «draft» with place and period."""
    stem = data.issue.number or "-".join(part for part in ("draft", data.place.code, data.period.code) if part)
    return f"{stem}-{language}.{form}"
