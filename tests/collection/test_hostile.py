"""Files that are broken, odd or meant to harm: each gets one clear refusal, none hurts the machine."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

import pytest

from nawl.collection.reading import Limits, open_book
from nawl.collection.reading.limits import ARCHIVE_BYTES
from nawl.collection.rules import tidy_file_name
from nawl.kit.errors import NotPossible
from nawl.ui.sentences import sentence
from tests.collection.looking import look
from tests.factories.registers import HEADINGS, as_csv, as_xlsx, line

GOOD = as_xlsx([HEADINGS, line()])
SHEET = "xl/worksheets/sheet1.xml"
SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SMALL = Limits(megabytes=2, rows=1_000)


def rebuilt(
    replaced: dict[str, bytes] | None = None,
    added: dict[str, bytes] | None = None,
    without: tuple[str, ...] = (),
    pack: int = zipfile.ZIP_DEFLATED,
) -> bytes:
    """Return the good workbook with parts replaced, added or left out."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as source, zipfile.ZipFile(file, "w", pack) as target:
        for name in source.namelist():
            if name not in without:
                target.writestr(name, (replaced or {}).get(name, source.read(name)))
        for name, content in (added or {}).items():
            target.writestr(name, content)
    return file.getvalue()


def sheet(rows: str, before: str = "", after: str = "") -> bytes:
    """Return a workbook whose sheet holds this mark-up."""
    text = f"{before}<worksheet {SPACE}><sheetData>{rows}</sheetData>{after}</worksheet>"
    return rebuilt({SHEET: text.encode()})


def doubled() -> bytes:
    """Two parts of one name: the second is written under another and renamed afterwards."""
    other = "xl/worksheets/sheetX.xml"
    return rebuilt(added={other: b"<worksheet/>"}).replace(other.encode(), SHEET.encode())


def lying_sizes() -> bytes:
    """A part that says it is small, and swells when it is unpacked to its end."""
    body = b"<worksheet>" + b" " * 5_000_000 + b"</worksheet>"
    content = bytearray(rebuilt({SHEET: body}))
    size = struct.pack("<I", len(body))
    crc = struct.pack("<I", zlib.crc32(body[:2_000]))
    content = bytearray(bytes(content).replace(size, struct.pack("<I", 2_000)))
    return bytes(content).replace(struct.pack("<I", zlib.crc32(body)), crc)


def encrypted_member() -> bytes:
    content = bytearray(GOOD)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(mark)
        while place >= 0:
            content[place + offset] |= 1
            place = content.find(mark, place + 4)
    return bytes(content)


def cut(content: bytes, share: float) -> bytes:
    return content[: int(len(content) * share)]


def many_rows(count: int) -> bytes:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, count + 1))
    return sheet(rows)


def shared_giant() -> bytes:
    """One long text that thousands of cells point to."""
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c><c r="B{n}" t="s"><v>0</v></c></row>' for n in range(1, 900)
    )
    text = "<worksheet " + SPACE + "><sheetData>" + rows + "</sheetData></worksheet>"
    strings = f'<sst {SPACE} count="1"><si><t>{"نص " * 13_000}</t></si></sst>'
    return rebuilt({SHEET: text.encode(), "xl/sharedStrings.xml": strings.encode()})


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'

HOSTILE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "nothing": ("register_empty", lambda: b""),
    "larger than allowed": ("register_too_large", lambda: b"PK\x03\x04" * 600_000),
    "text larger than allowed": ("register_text_too_large", lambda: b"a,b\n" * 600_000),
    "old Excel": ("register_old_excel", lambda: OLE + b"Workbook" * 100),
    "locked with a password": ("register_encrypted", lambda: OLE + "EncryptedPackage".encode("utf-16-le") * 3),
    "locked members": ("register_encrypted", encrypted_member),
    "macros": ("register_macros", lambda: rebuilt(added={"xl/vbaProject.bin": b"x"})),
    "macros in other letters": ("register_macros", lambda: rebuilt(added={"xl/VBAPROJECT.BIN": b"x"})),
    "macro sheet": ("register_macros", lambda: rebuilt(added={"xl/macrosheets/sheet1.xml": b"<x/>"})),
    "binary workbook": ("register_other_workbook", lambda: rebuilt(added={"xl/workbook.bin": b"x"})),
    "open document": ("register_other_workbook", lambda: rebuilt(added={"content.xml": b"<x/>"})),
    "text document": ("register_not_a_spreadsheet", lambda: rebuilt(without=("xl/workbook.xml",))),
    "plain archive": ("register_not_a_spreadsheet", lambda: rebuilt(without=("[Content_Types].xml",))),
    "empty archive": ("register_not_a_spreadsheet", lambda: b"PK\x05\x06" + bytes(18)),
    "archive cut in the middle": ("register_damaged", lambda: cut(GOOD, 0.5)),
    "archive cut at its end": ("register_damaged", lambda: cut(GOOD, 0.98)),
    "archive with a comment": ("register_damaged", lambda: GOOD[:-2] + b"\x04\x00evil"),
    "two parts of one name": ("register_damaged", doubled),
    "part that leaves its folder": ("register_damaged", lambda: rebuilt(added={"../../etc/cron.d/x": b"x"})),
    "part with a full path": ("register_damaged", lambda: rebuilt(added={"/etc/passwd": b"x"})),
    "part on another drive": ("register_damaged", lambda: rebuilt(added={"C:\\x.xml": b"x"})),
    "archive in the archive": ("register_damaged", lambda: rebuilt(added={"xl/media/inner.zip": GOOD})),
    "workbook in the workbook": ("register_damaged", lambda: rebuilt(added={"xl/embeddings/a.xlsx": GOOD})),
    "odd packing": ("register_damaged", lambda: rebuilt(pack=zipfile.ZIP_LZMA)),
    "bomb in the sheet": ("register_bomb", lambda: rebuilt({SHEET: b" " * 30_000_000})),
    "bomb beside the sheet": ("register_bomb", lambda: rebuilt(added={"xl/media/image1.png": bytes(30_000_000)})),
    "thousands of parts": ("register_bomb", lambda: rebuilt(added={f"xl/media/{n}": b"" for n in range(2_001)})),
    "sizes that lie": ("register_damaged", lying_sizes),
    "entities that grow": ("register_damaged", lambda: sheet(CELL, LAUGHS)),
    "entities from outside": ("register_damaged", lambda: sheet(CELL, OUTSIDE)),
    "mark-up in UTF-16": (
        "register_damaged",
        lambda: rebuilt({SHEET: f"<worksheet {SPACE}><sheetData/></worksheet>".encode("utf-16")}),
    ),
    "mark-up in UTF-16 without a mark": (
        "register_damaged",
        lambda: rebuilt({SHEET: f"<worksheet {SPACE}><sheetData/></worksheet>".encode("utf-16-le")}),
    ),
    "mark-up in another encoding": ("register_damaged", lambda: sheet(CELL, '<?xml version="1.0" encoding="windows-1256"?>')),
    "mark-up in no encoding at all": ("register_damaged", lambda: sheet(CELL, '<?xml version="1.0" encoding="x-none"?>')),
    "mark-up that breaks off": ("register_damaged", lambda: rebuilt({SHEET: b"<worksheet><sheetData><row>"})),
    "mark-up after the end": ("register_damaged", lambda: rebuilt({SHEET: b"<worksheet/><worksheet/>"})),
    "elements without end in each other": ("register_damaged", lambda: sheet("<x>" * 5_000 + "</x>" * 5_000)),
    "a tag without end": ("register_damaged", lambda: sheet(f'<row r="{"1" * 900_000}">')),
    "a text without end": ("register_damaged", lambda: sheet(f'<row r="1"><c r="A1"><v>{"9" * 900_000}</v></c></row>')),
    "a cell that is not in its row": ("register_damaged", lambda: sheet('<row r="1"><c r="A1048576"><v>1</v></c></row>')),
    "a row that is no number": ("register_damaged", lambda: sheet('<row r="x"><c r="A1"><v>1</v></c></row>')),
    "two cells a world apart": (
        "register_too_wide",
        lambda: sheet(f'{CELL}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    ),
    "a row of very many columns": (
        "register_too_wide",
        lambda: sheet('<row r="1"><c r="A1"><v>1</v></c><c r="ZZZ1"><v>1</v></c></row>'),
    ),
    "merged over and over": (
        "register_damaged",
        lambda: sheet(
            '<row r="1"><c r="A1"><v>1</v></c></row><row r="90"><c r="J90"><v>1</v></c></row>',
            after="<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 500 + "</mergeCells>",
        ),
    ),
    "merged more often than there are rows": (
        "register_too_wide",
        lambda: sheet(CELL, after="<mergeCells>" + '<mergeCell ref="A1:B2"/>' * 1_001 + "</mergeCells>"),
    ),
    "texts that are not there": ("register_damaged", lambda: sheet('<row r="1"><c r="A1" t="s"><v>77</v></c></row>')),
    "one long text in all cells": ("register_too_wide", shared_giant),
    "more rows than allowed": ("register_many_rows", lambda: many_rows(1_001)),
    "200,000 rows": ("register_many_rows", lambda: many_rows(200_000)),
    "more rows than allowed, as text": ("register_many_rows", lambda: as_csv([HEADINGS, *[line("1/6/2022")] * 1_001])),
    "a line of very many cells": ("register_too_wide", lambda: b"a," * 5_000),
    "a web page": ("register_web_page", lambda: b"<html><table><tr><td>1</td></tr></table></html>"),
    "a web page with a mark": ("register_web_page", lambda: b"\xef\xbb\xbf\n <!DOCTYPE html><table/>"),
    "a drawing": ("register_web_page", lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    "an XML table": ("register_web_page", lambda: b'<?xml version="1.0"?><Workbook/>'),
    "a PDF": ("register_not_a_spreadsheet", lambda: b"%PDF-1.7 ..."),
    "a PDF that is an archive too": ("register_not_a_spreadsheet", lambda: b"%PDF-1.7\n" + GOOD),
    "a picture": ("register_not_a_spreadsheet", lambda: b"\x89PNG\r\n\x1a\n" + bytes(50)),
    "a programme": ("register_not_a_spreadsheet", lambda: b"MZ\x90\x00" + bytes(50)),
    "a database": ("register_not_a_spreadsheet", lambda: b"SQLite format 3\x00" + bytes(50)),
    "noughts": ("register_not_a_spreadsheet", lambda: bytes(5_000)),
    "random signs": ("register_not_a_spreadsheet", lambda: bytes(range(1, 256)) * 20),
    "half a letter of UTF-16": ("register_not_a_spreadsheet", lambda: b"\xff\xfea"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gets_one_clear_refusal(name: str) -> None:
    code, make = HOSTILE[name]
    with pytest.raises(NotPossible) as refusal:
        look(make(), "register.xlsx", SMALL)
    assert refusal.value.code == code
    assert sentence(refusal.value).endswith(".")


def test_the_corpus_of_hostile_files_stays_large() -> None:
    assert len(HOSTILE) >= 50


def test_a_long_honest_register_is_told_to_be_split_and_not_called_a_bomb() -> None:
    signs = "".join(f"<v>{number * 7_919 % 1_000_003}</v>" for number in range(40_000))
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 1_002))
    body = f"<worksheet {SPACE}><sheetData>{rows}</sheetData>{signs * 230}</worksheet>".encode()
    assert len(body) > ARCHIVE_BYTES
    with pytest.raises(NotPossible, match="register_many_rows"):
        look(rebuilt({SHEET: body}), "register.xlsx", Limits(megabytes=60, rows=1_000))


def test_few_rows_with_very_much_in_them_are_told_to_be_split_too() -> None:
    notes = "".join(f"<is><t>{number * 7_919 % 1_000_003}</t></is>" for number in range(40_000))
    body = f"<worksheet {SPACE}><sheetData>{CELL}</sheetData>{notes * 150}</worksheet>".encode()
    assert len(body) > ARCHIVE_BYTES
    with pytest.raises(NotPossible, match="register_much_text"):
        look(rebuilt({SHEET: body}), "register.xlsx", Limits(megabytes=60, rows=1_000))


@pytest.mark.parametrize("name", ["register.xlsm", "REGISTER.XLTM"])
def test_a_name_for_macros_is_enough_to_refuse(name: str) -> None:
    with pytest.raises(NotPossible, match="register_macros"), open_book(GOOD, name, SMALL):
        pass


def formatted_far_away() -> bytes:
    """Empty cells that are only coloured, down to the last row."""
    far = "".join(f'<row r="{n}"><c r="XFD{n}" s="1"/></row>' for n in range(50_000, 50_500))
    with zipfile.ZipFile(io.BytesIO(GOOD)) as source:
        text = source.read(SHEET).decode()
    return rebuilt({SHEET: text.replace("</sheetData>", f"{far}</sheetData>").encode()})


HARMLESS: dict[str, Callable[[], bytes]] = {
    "a name of the wrong kind": lambda: as_csv([HEADINGS, line("1/6/2022")]),
    "colour far away": formatted_far_away,
    "a broken part that nobody reads": lambda: rebuilt(added={"xl/theme/theme9.xml": b"<broken", "docProps/x.xml": b"<"}),
    "a picture": lambda: rebuilt(added={"xl/media/image1.png": b"\x89PNG" * 500}),
    "a dimension that lies": lambda: rebuilt(
        {
            SHEET: zipfile.ZipFile(io.BytesIO(GOOD))
            .read(SHEET)
            .replace(b'<dimension ref="A1:G2"/>', b'<dimension ref="A1:XFD1048576"/>')
        }
    ),
    "signs that turn the text": lambda: as_xlsx([HEADINGS, line(service="\u202eفحص طبي عام\u202c")]),
    "blanks that do not show": lambda: as_xlsx([[f"\u00a0{one}\u200f" for one in HEADINGS], line(sex="\u200fأنثى\u00a0")]),
    "a stray quote": lambda: as_csv([HEADINGS, line("1/6/2022")]).replace("عيادة المركز".encode(), 'عيادة "المركز"'.encode()),
    "no line end at the end": lambda: as_csv([HEADINGS, line("1/6/2022")]).rstrip(),
}  # fmt: skip


@pytest.mark.parametrize("name", HARMLESS)
def test_an_odd_but_honest_file_is_read(name: str) -> None:
    seen = look(HARMLESS[name](), "register.xlsx", Limits())
    assert [(line.contacts, line.first_visits) for line in seen.lines] == [(3, 1)]
    assert not seen.faults


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("سجل حزيران.xlsx", "سجل حزيران.xlsx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\سجلات\\حزيران.xlsx", "حزيران.xlsx"),
        ("سجل\u202excod.exe", "سجلxcod.exe"),
        ("a\x00b\r\n.xlsx", "ab.xlsx"),
        ("", "register"),
        ("...", "register"),
        ("س" * 300 + ".xlsx", "س" * 114 + "….xlsx"),
        ("a." + "b" * 600, "a." + "b" * 117 + "…"),
    ],
)
def test_a_file_name_is_kept_without_what_could_deceive(name: str, kept: str) -> None:
    assert tidy_file_name(name) == kept
