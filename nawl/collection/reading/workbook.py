"""Reading an XLSX file: looked through first, then read from a clean copy that holds nothing but sheets."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from nawl.collection.reading.archive import open_archive, pieces, read_members
from nawl.collection.reading.limits import ALL_TEXT, ARCHIVE_BYTES, Limits
from nawl.collection.reading.sheets import Book, Filler, Merge, Row, Sheet, Spoiled
from nawl.collection.reading.survey import Survey, cell_key, survey
from nawl.collection.reading.volume import refuse_much_text, text_lengths
from nawl.kit.errors import NotPossible

_WORKBOOK = "xl/workbook.xml"
_LINKS = "xl/_rels/workbook.xml.rels"
_STRINGS = "xl/sharedstrings.xml"


@contextmanager
def open_workbook(content: bytes, limits: Limits) -> Iterator[Book]:
    """Give the sheets of an XLSX file while the block lasts; raises `NotPossible` with a `register_…` code."""
    archive = open_archive(content)
    surveys = _surveys(archive, limits)
    _refuse_together(archive, surveys, limits)
    with tempfile.TemporaryDirectory(prefix="nawl-register-") as folder:
        copy = Path(folder) / "clean.xlsx"
        _copy_clean(archive, copy)
        workbook = _opened(copy)
        try:
            yield _book(workbook, surveys)
        finally:
            workbook.close()


def _surveys(archive: zipfile.ZipFile, limits: Limits) -> dict[str, Survey]:
    """Walk over all parts that are read; sheets that are honest and too long say so before they are too large."""
    surveys: dict[str, Survey] = {}
    left = ARCHIVE_BYTES
    for member in read_members(archive):
        surveys[member.filename.lower()] = survey(_up_to(left, pieces(archive, member)), limits)
        left -= member.file_size
    return surveys


def _up_to(left: int, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the pieces; raises `register_much_text` once they are more than `left` bytes."""
    for piece in pieces:
        left -= len(piece)
        if left < 0:
            raise NotPossible("register_much_text", limit=ARCHIVE_BYTES // 1_000_000)
        yield piece


def _opened(path: Path) -> CalamineWorkbook:
    with _damage_told():
        return CalamineWorkbook.from_path(str(path))


@contextmanager
def _damage_told() -> Iterator[None]:
    """Turn what the reader of sheets raises, even a panic of its own, into `register_damaged`."""
    try:
        yield
    except BaseException as fault:
        is_panic = type(fault).__name__ == "PanicException"  # has no common base but that of all
        if is_panic or isinstance(fault, CalamineError | OSError | ValueError):
            raise NotPossible("register_damaged") from fault
        raise


def _refuse_together(archive: zipfile.ZipFile, surveys: dict[str, Survey], limits: Limits) -> None:
    """Refuse what only the parts together show: too many rows over all sheets, one long text in very many cells."""
    if sum(found.rows for found in surveys.values()) > limits.rows:
        raise NotPossible("register_many_rows", limit=limits.rows)
    if _STRINGS not in surveys:
        return
    names = {member.filename.lower(): member for member in read_members(archive)}
    lengths = text_lengths(pieces(archive, names[_STRINGS]))
    pointing = [name for name, found in surveys.items() if found.text_cells]
    if sum(surveys[name].text_cells for name in pointing) * max(lengths, default=0) <= ALL_TEXT:
        return
    for name in pointing:
        refuse_much_text(pieces(archive, names[name]), lengths)


def _copy_clean(archive: zipfile.ZipFile, path: Path) -> None:
    """Write the looked-through parts into a new archive, so that both readers see the same bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as copy:
        for member in read_members(archive):
            with copy.open(member.filename, "w") as part:
                for piece in pieces(archive, member):
                    part.write(piece)


def _book(workbook: CalamineWorkbook, surveys: dict[str, Survey]) -> Book:
    shown: list[Sheet] = []
    hidden: list[str] = []
    uses_1904 = surveys[_WORKBOOK].uses_1904
    for number, sheet in enumerate(workbook.sheets_metadata):
        if sheet.typ != SheetTypeEnum.WorkSheet:
            continue
        if sheet.visible != SheetVisibleEnum.Visible:
            hidden.append(sheet.name)
            continue
        rows = _rows(workbook, number, surveys.get(_part_of(sheet.name, surveys)) or Survey())
        shown.append(Sheet(sheet.name, rows, uses_1904))
    return Book(tuple(shown), tuple(hidden), sum(found.rows for found in surveys.values()))


def _part_of(name: str, surveys: dict[str, Survey]) -> str:
    """Return the part that holds a sheet, as the workbook's own links say."""
    link = surveys[_WORKBOOK].sheets.get(name, "")
    target = surveys[_LINKS].targets.get(link, "").lower()
    return target.lstrip("/") if target.startswith(("/", "xl/")) else f"xl/{target}"


def _rows(workbook: CalamineWorkbook, number: int, found: Survey) -> Iterator[Row]:
    """Yield a sheet's rows from its first on; the sheet is loaded when the first row is asked for."""
    with _damage_told():
        sheet = workbook.get_sheet_by_index(number)
    if sheet.start is None or sheet.end is None:
        return
    before: Row = [""] * sheet.start[1]
    filler = Filler(_merges(sheet))
    spoils = bool(found.errors or found.formulas)
    for number_of_row, cells in enumerate(sheet.iter_rows()):
        row: Row = [*before, *cells]
        if spoils:
            _mark_spoiled(number_of_row, row, found)
        yield filler.fill(number_of_row, row)


def _merges(sheet: CalamineSheet) -> list[Merge]:
    """Return the merged ranges as far as the sheet is filled; raises when they cover it many times over."""
    last_row, last_column = sheet.end or (0, 0)
    merges = [
        (top, left, min(bottom, last_row), min(right, last_column))
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or []
        if top <= last_row and left <= last_column
    ]
    area = sum((bottom - top + 1) * (right - left + 1) for top, left, bottom, right in merges)
    if area > 2 * (last_row + 1) * (last_column + 1):
        raise NotPossible("register_damaged")
    return merges


def _mark_spoiled(number: int, row: Row, found: Survey) -> None:
    for column, cell in enumerate(row):
        if cell == "":
            key = cell_key(number, column)
            if key in found.errors:
                row[column] = Spoiled.ERROR
            elif key in found.formulas:
                row[column] = Spoiled.UNCOUNTED
