"""Rows as CSV (جدول الأسطر): one line a run, for spreadsheets and other programs, and back into a chart.

Columns: row (1 is the lowest), the place of the first knot from the side that the heading names, knots, code and name.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from nawl.kit.errors import NotPossible
from nawl.kit.spreadsheets import csv_cell
from nawl.weaving.chart import Chart, Grid
from nawl.weaving.frame import MOST_KNOTS, Frame
from nawl.weaving.telling.runs import Side, each_row, runs_of
from nawl.weaving.telling.words import Language
from nawl.weaving.yarns import UNSET, Yarn

_MARK: Final = "\ufeff"
_SIDES: Final = {"from_right": Side.RIGHT, "from_left": Side.LEFT}


def rows_csv(chart: Chart, side: Side = Side.RIGHT, language: Language = "ar") -> str:
    """Return the runs of all rows as CSV; from the right or the left. Raises `side_unfit`, `yarn_code_twice`."""
    start = next((name for name, one in _SIDES.items() if one == side), None)
    if start is None:
        raise NotPossible("side_unfit", side=str(side))
    tails = dict(enumerate(_tails(chart.yarns, language))) | {UNSET: ",\r\n"}
    runs = runs_of(chart, side)
    starts, counts, yarns = (runs.starts + 1).tolist(), runs.counts.tolist(), runs.yarns.tolist()
    lines = [f"{_MARK}row,{start},knots,yarn,name\r\n"]
    for number, its in each_row(runs):
        triples = zip(starts[its], counts[its], yarns[its], strict=True)
        lines += [f"{number},{first},{count},{tails[yarn]}" for first, count, yarn in triples]
    return "".join(lines)


def _tails(yarns: Sequence[Yarn], language: Language) -> Iterator[str]:
    """The end of a line for each yarn, quoted once."""
    check_codes(yarns)
    for yarn in yarns:
        text = io.StringIO()
        csv.writer(text, lineterminator="\r\n").writerow([csv_cell(yarn.code), csv_cell(yarn.name(language))])
        yield text.getvalue()


def check_codes(yarns: Sequence[Yarn]) -> None:
    """Refuse yarns that a code does not tell apart; raises `yarn_code_twice`, `yarn_code_missing`."""
    codes = [csv_cell(yarn.code) for yarn in yarns]
    twice = next((code for n, code in enumerate(codes) if code in codes[:n]), None)
    if twice is not None:
        raise NotPossible("yarn_code_twice", yarn=twice)
    if "" in codes:
        raise NotPossible("yarn_code_missing")


def chart_from_csv(text: str, frame: Frame, yarns: Sequence[Yarn]) -> Chart:
    """Read rows back into a chart; every knot of every row stands there once, in order.

    Raises `rows_table_wrong` with the line, and `yarn_not_known` where a code is none of the yarns.
    """
    check_codes(yarns)
    reader = _rows_of(text)
    side = _side(reader)
    codes = {csv_cell(yarn.code): n for n, yarn in enumerate(yarns)} | {"": UNSET}
    knots = np.full((frame.high, frame.wide), UNSET, np.uint8)
    _fill(knots, reader, codes)
    return Chart(frame, tuple(yarns), (knots if side == Side.LEFT else knots[:, ::-1])[::-1])


def size_of_rows(text: str) -> tuple[int, int]:
    """Return how many knots wide and how many rows high a table of rows is; raises `rows_table_wrong` with the line."""
    reader = _rows_of(text)
    _side(reader)
    wide, high, line = 0, 0, 1
    try:
        for cells in reader:
            line += 1
            row, first, count = (int(cell) for cell in cells[:3])
            wide, high = max(wide, first + count - 1), max(high, row)
    except (ValueError, csv.Error) as fault:
        raise NotPossible("rows_table_wrong", line=line + (1 if isinstance(fault, csv.Error) else 0)) from fault
    if wide < 1 or high < 1 or wide * high > MOST_KNOTS:
        raise NotPossible("rows_table_wrong", line=line)
    return wide, high


def _rows_of(text: str) -> Iterator[list[str]]:
    """The cells of each line; a spreadsheet of a country with decimal commas parts them by semicolons."""
    plain = text.removeprefix(_MARK)
    mark = ";" if plain.startswith("row;") else ","
    return csv.reader(io.StringIO(plain, newline=""), delimiter=mark, strict=True)


def _side(reader: Iterator[list[str]]) -> Side:
    try:
        headings = next(reader, [])
    except csv.Error as fault:
        raise NotPossible("rows_table_wrong", line=1) from fault
    side = _SIDES.get(headings[1]) if len(headings) >= 4 else None
    if side is None:
        raise NotPossible("rows_table_wrong", line=1)
    return side


def _fill(knots: Grid, reader: Iterator[list[str]], codes: dict[str, int]) -> None:
    """Lay the runs one after the other; the next must begin where the last ended."""
    flat, wide = knots.reshape(-1), knots.shape[1]
    place, line = 0, 1
    try:
        for line, cells in enumerate(reader, 2):
            row, first, count = (int(cell) for cell in cells[:3])
            if (row - 1) * wide + first - 1 != place or not 1 <= count <= wide - first + 1 or place >= flat.size:
                raise ValueError("runs out of order")
            if cells[3] not in codes:
                raise NotPossible("yarn_not_known", yarn=cells[3][:40], line=line)
            flat[place : place + count] = codes[cells[3]]
            place += count
    except (ValueError, IndexError) as fault:
        raise NotPossible("rows_table_wrong", line=line) from fault
    except csv.Error as fault:
        raise NotPossible("rows_table_wrong", line=line + 1) from fault
    if place != flat.size:
        raise NotPossible("rows_table_wrong", line=line + 1)
