"""Spoiled files, thousands of ways: each is read or refused with a sentence, nothing else ever happens."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nawl.collection.reading import Limits
from nawl.kit.errors import NotPossible
from tests.collection.looking import look
from tests.factories.registers import HEADINGS, as_csv, as_xlsx, days, line, wide

WORKBOOK = as_xlsx(
    [["سجل"], HEADINGS, *[line(day) for day in days(5)], ["المجموع", "", "", "", "", 15, 5]], merges=[(0, 0, 0, 6)]
)
TEXT = as_csv([HEADINGS, *[line(day) for day in days(5)]])
PARTS = (
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
)
LIMITS = Limits(megabytes=1, rows=500)
PIECES = (
    b"",
    b"<",
    b">",
    b'"',
    b"\x00",
    b"&",
    b"-1",
    b"99999999999",
    b"A1",
    b"XFD1048576",
    b"NaN",
    b"1e999",
    b"]]>",
    b"\xff",
    b' r="B2"',
    b' t="s"',
    b' t="d"',
    b' t="e"',
    b"<v/>",
    b"<f>",
)

spots = st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 12), st.sampled_from(PIECES)), min_size=1, max_size=4)


def spoiled(content: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    """Return the content with some stretches replaced by other pieces."""
    for share, length, piece in changes:
        place = int(share * len(content))
        content = content[:place] + piece + content[place + length :]
    return content


def read_or_refused(content: bytes) -> None:
    try:
        seen = look(content, "register.xlsx", LIMITS)
    except NotPossible as refusal:
        assert refusal.code.startswith("register_")
    else:
        assert all(isinstance(one.contacts, int | None) for one in seen.lines)


def with_part(name: str, changes: list[tuple[float, int, bytes]]) -> bytes:
    """Return the workbook with one of its parts spoiled inside a sound archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WORKBOOK)) as source, zipfile.ZipFile(file, "w") as target:
        for member in source.namelist():
            body = source.read(member)
            target.writestr(member, spoiled(body, changes) if member == name else body)
    return file.getvalue()


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(PARTS), spots)
def test_a_workbook_spoiled_inside_is_read_or_refused(name: str, changes: list[tuple[float, int, bytes]]) -> None:
    read_or_refused(with_part(name, changes))


@settings(max_examples=150, deadline=None)
@given(spots)
def test_a_spoiled_archive_is_read_or_refused(changes: list[tuple[float, int, bytes]]) -> None:
    read_or_refused(spoiled(WORKBOOK, changes))


@settings(max_examples=150, deadline=None)
@given(spots, st.sampled_from(["utf-8", "utf-16", "cp1256"]))
def test_a_spoiled_text_is_read_or_refused(changes: list[tuple[float, int, bytes]], encoding: str) -> None:
    read_or_refused(spoiled(TEXT.decode().encode(encoding), changes))


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.lists(
            st.one_of(st.text(max_size=12), st.integers(-9, 10**6), st.floats(allow_nan=False, allow_infinity=False)),
            max_size=8,
        ),
        max_size=8,
    )
)
def test_any_cells_at_all_are_read_or_refused(rows: list[list[object]]) -> None:
    read_or_refused(as_csv([HEADINGS, *rows]))
    read_or_refused(as_csv(rows))


@pytest.mark.parametrize("part", PARTS)
def test_a_workbook_without_one_of_its_parts_is_read_or_refused(part: str) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(wide({days(1)[0]: {}}))) as source, zipfile.ZipFile(file, "w") as target:
        for member in source.namelist():
            if member != part:
                target.writestr(member, source.read(member))
    read_or_refused(file.getvalue())
