"""Chart files from elsewhere (مخططات من ملفات), told by what they hold and taken into a frame that stands, in a shelf's yarns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from nawl.kit.errors import NotPossible
from nawl.kit.spreadsheets import csv_cell
from nawl.weaving import filing
from nawl.weaving.chart import Chart
from nawl.weaving.colour import ciede2000
from nawl.weaving.frame import Frame
from nawl.weaving.plain import frame_of_knots
from nawl.weaving.telling.oxs import chart_from_oxs
from nawl.weaving.telling.tables import chart_from_csv, size_of_rows
from nawl.weaving.yarns import UNSET, Yarn

MOST_BYTES: Final = 100_000_000
"""As much as of a picture."""
FAR: Final = 5.0
"""A difference (CIEDE2000) above which one would ask whether this is the colour that was meant."""
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_MARK: Final = b"\xef\xbb\xbf"


class FileKind(StrEnum):
    """What a chart file is, whatever its name says."""

    CHART = "chart"
    OXS = "oxs"
    ROWS = "rows"


@dataclass(frozen=True)
class Match:
    """A yarn of a file and the yarn that takes its place; `difference` is their CIEDE2000, `by_code` says why it was taken."""

    given: Yarn
    own: Yarn
    difference: float
    by_code: bool

    @property
    def is_namesake(self) -> bool:
        """Whether the two share their code alone: another unit's own code may mean another colour here."""
        return self.by_code and self.difference > FAR


@dataclass(frozen=True, eq=False)
class Taken:
    """A chart in a shelf's yarns as it was taken from a file, and which yarn became which."""

    kind: FileKind
    chart: Chart
    matches: tuple[Match, ...]


def kind_of(data: bytes, name: str = "") -> FileKind:
    """Tell what a file is by its first bytes; raises `chart_kind_unknown`."""
    if data.startswith(_PNG):
        return FileKind.CHART
    start = data[:64].removeprefix(_MARK).removeprefix(_MARK).lstrip()
    if start.startswith(b"<"):
        return FileKind.OXS
    if start.startswith((b"row,", b"row;")):
        return FileKind.ROWS
    raise NotPossible("chart_kind_unknown", file=name)


def chart_from_file(
    data: bytes, frame: Frame, shelf: Sequence[Yarn], *, beside: bytes | None = None, name: str = ""
) -> Taken:
    """Take the chart of a file (a chart file with its JSON inside or `beside`, OXS, rows as CSV) into a frame.

    A yarn with the code of one of the shelf becomes that one, any other the nearest; those without a knot are left out.
    Raises `file_heavy`, `chart_kind_unknown`, `chart_class_unfit`, `chart_grid_unfit`, `rows_yarn_unknown`, `no_yarns`,
    and what the readers of the files refuse.
    """
    if max(len(data), len(beside or b"")) > MOST_BYTES:
        raise NotPossible("file_heavy", file=name, most=MOST_BYTES // 1_000_000)
    if not shelf:
        raise NotPossible("no_yarns")
    kind = kind_of(data, name)
    if kind == FileKind.ROWS:
        given = _from_rows(data, frame, shelf)
    elif kind == FileKind.OXS:
        given = chart_from_oxs(data, frame.quality)
        _check_grid(given.frame.wide, given.frame.high, frame)
    else:
        given = filing.unpack_single(data) if beside is None else filing.unpack(data, beside)
        _check_class(given.frame, frame)
    return Taken(kind, *matched(Chart(frame, given.yarns, given.knots), shelf))


def _from_rows(data: bytes, frame: Frame, shelf: Sequence[Yarn]) -> Chart:
    """Rows name yarns by their codes alone, so each must be one of the shelf."""
    text = data.removeprefix(_MARK).decode("utf-8", "replace")
    _check_grid(*size_of_rows(text), frame)
    named = [yarn for yarn in shelf if csv_cell(yarn.code) in text]  # of a shelf larger than a chart's palette
    try:
        return chart_from_csv(text, frame, named)
    except NotPossible as fault:
        if fault.code != "yarn_not_known":
            raise
        raise NotPossible("rows_yarn_unknown", **fault.facts) from fault


def _check_class(given: Frame, frame: Frame) -> None:
    if given.quality.code != frame.quality.code:
        sides = {"wide": given.wide, "high": given.high, "own_wide": frame.wide, "own_high": frame.high}
        raise NotPossible("chart_class_unfit", quality=given.quality.code, own=frame.quality.code, **sides)
    _check_grid(given.wide, given.high, frame)


def _check_grid(wide: int, high: int, frame: Frame) -> None:
    """Refuse a chart of another size, saying which size in this class would hold it."""
    if (wide, high) == (frame.wide, frame.high):
        return
    fitting = frame_of_knots(frame.quality, wide, high)
    sides = {"width": round(fitting.width_cm, 1), "length": round(fitting.length_cm, 1)}
    raise NotPossible(
        "chart_grid_unfit",
        **{"wide": wide, "high": high, "own_wide": frame.wide, "own_high": frame.high, **sides},
        quality=frame.quality.code,
    )


def matched(chart: Chart, shelf: Sequence[Yarn]) -> tuple[Chart, tuple[Match, ...]]:
    """Return the same drawing in a shelf's yarns, and a match for each yarn that has knots, in the chart's order.

    By code where the shelf has it, else the least CIEDE2000; of yarns equally near the first of the shelf. Two colours
    whose nearest yarn is the same become one.
    """
    used = np.flatnonzero(chart.counts).tolist()
    by_code = {yarn.code: yarn for yarn in shelf}
    matches = [_match(chart.yarns[index], by_code, shelf) for index in used]
    own = list(dict.fromkeys(match.own for match in matches))
    table = np.full(UNSET + 1, UNSET, np.uint8)
    table[used] = [own.index(match.own) for match in matches]
    return Chart(chart.frame, tuple(own), table[chart.knots]), tuple(matches)


def _match(given: Yarn, by_code: dict[str, Yarn], shelf: Sequence[Yarn]) -> Match:
    own = by_code.get(given.code)
    if own is not None:
        return Match(given, own, float(ciede2000(given.lab, own.lab)), by_code=True)
    away = ciede2000(given.lab, [yarn.lab for yarn in shelf])
    nearest = int(np.argmin(away))
    return Match(given, shelf[nearest], float(away[nearest]), by_code=False)
