"""Looking into a workbook's archive before anything of it is opened."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from nawl.collection.reading.limits import ARCHIVE_MEMBERS, ARCHIVE_RATIO
from nawl.kit.errors import NotPossible

_NEEDED = {"[content_types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"}
_UNREAD = (
    "docprops/",
    "customxml/",
    "xl/theme/",
    "xl/drawings/",
    "xl/charts/",
    "xl/media/",
    "xl/printersettings/",
    "xl/externallinks/",
    "xl/pivotcache/",
    "xl/pivottables/",
    "xl/calcchain.xml",
    "xl/comments",
    "xl/threadedcomments/",
    "xl/persons/",
    "xl/tables/",
    "xl/queries/",
    "xl/connections",
    "xl/worksheets/_rels/",
)
_ARCHIVES = (".zip", ".xlsx", ".xlsm", ".docx", ".jar", ".7z", ".rar", ".gz", ".ods")
_SMALL = 1_000_000


def open_archive(content: bytes) -> zipfile.ZipFile:
    """Return the workbook's archive after looking at its table of contents; nothing is unpacked.

    Raises `NotPossible` with `register_damaged`, `register_bomb`, `register_macros`, `register_other_workbook`
    or `register_not_a_spreadsheet`.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as fault:
        raise NotPossible("register_damaged") from fault
    members = archive.infolist()
    _refuse_bomb(members, len(content))
    _refuse_tricks(archive, members)
    _refuse_other_kinds({member.filename.lower() for member in members})
    return archive


def _refuse_bomb(members: list[zipfile.ZipInfo], size: int) -> None:
    total = sum(member.file_size for member in members)
    swells = any(_ratio(member) > ARCHIVE_RATIO for member in members)
    if len(members) > ARCHIVE_MEMBERS or swells or total > max(size * ARCHIVE_RATIO, _SMALL):
        raise NotPossible("register_bomb")


def _ratio(member: zipfile.ZipInfo) -> float:
    return 0 if member.file_size <= _SMALL else member.file_size / max(member.compress_size, 1)


def _refuse_tricks(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> None:
    names = [member.filename.lower() for member in members]
    is_odd = (
        bool(archive.comment)
        or len(set(names)) != len(names)
        or any(_is_outside(name) for name in names)
        or any(name.endswith(_ARCHIVES) for name in names)
        or any(member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for member in members)
    )
    if is_odd:
        raise NotPossible("register_damaged")
    if any(member.flag_bits & 0x1 for member in members):
        raise NotPossible("register_encrypted")


def _is_outside(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or ":" in name


def _refuse_other_kinds(names: set[str]) -> None:
    if any(name.endswith("vbaproject.bin") or "/macrosheets/" in name for name in names):
        raise NotPossible("register_macros")
    if "xl/workbook.bin" in names or "content.xml" in names:
        raise NotPossible("register_other_workbook")
    if not names >= _NEEDED:
        raise NotPossible("register_not_a_spreadsheet")


def read_members(archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    """Yield the members that hold sheets and what sheets need; pictures, charts and links are never opened."""
    for member in archive.infolist():
        name = member.filename.lower()
        if name.endswith((".xml", ".rels")) and not name.startswith(_UNREAD):
            yield member


def pieces(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield a member's text piece by piece, never more than its own table of contents promises."""
    try:
        with archive.open(member) as file:
            while piece := file.read(1 << 16):
                yield piece
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, NotImplementedError, EOFError, RuntimeError) as fault:
        raise NotPossible("register_damaged") from fault
