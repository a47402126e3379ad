"""Opening a register file by what it is, not by what it is called."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath

from nawl.collection.reading.limits import Limits
from nawl.collection.reading.sheets import Book
from nawl.collection.reading.text import open_text
from nawl.collection.reading.workbook import open_workbook
from nawl.kit.errors import NotPossible

_ARCHIVE = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHER_FILES = (
    b"%PDF",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"MZ",
    b"\x7fELF",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"BZh",
    b"{\\rtf",
    b"PK\x05\x06",
    b"SQLite format 3",
)
_MACRO_NAMES = {".xlsm", ".xltm", ".xlam", ".docm"}


@contextmanager
def open_book(content: bytes, file_name: str, limits: Limits) -> Iterator[Book]:
    """Give the sheets of a register file while the block lasts; raises `NotPossible` with a `register_…` code."""
    ensure_size(len(content), limits, content[: len(_ARCHIVE)])
    if PurePath(file_name).suffix.lower() in _MACRO_NAMES:
        raise NotPossible("register_macros")
    if content.startswith(_ARCHIVE):
        with open_workbook(content, limits) as book:
            yield book
        return
    _refuse_other_files(content)
    yield open_text(content, limits)


def ensure_size(size: int, limits: Limits, start: bytes) -> None:
    """Raise for a file that is empty or larger than allowed; its first four bytes tell whether it may hold pictures."""
    if size == 0:
        raise NotPossible("register_empty")
    if size > limits.bytes:
        code = "register_too_large" if start.startswith(_ARCHIVE) else "register_text_too_large"
        raise NotPossible(code, limit=limits.megabytes)


def _refuse_other_files(content: bytes) -> None:
    if content.startswith(_OLD_OFFICE):
        raise NotPossible("register_encrypted" if _ENCRYPTED in content else "register_old_excel")
    start = content[:600].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0")
    if start[:1] == b"<":
        raise NotPossible("register_web_page")
    if content.startswith(_OTHER_FILES):
        raise NotPossible("register_not_a_spreadsheet")
