"""What stands in the cells of a sheet: the colours as a small picture, the signs and run numbers as rows of text."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from nawl.weaving.chart import Chart, Grid
from nawl.weaving.colour import linear
from nawl.weaving.printing import face
from nawl.weaving.printing.options import ChartPaper
from nawl.weaving.printing.sheets import Sheet, Span
from nawl.weaving.printing.shown import Shown
from nawl.weaving.signs import sign_of, with_signs
from nawl.weaving.yarns import UNSET

DARK_BELOW = 0.22  # relative luminance (0 to 1) under which a colour takes white signs
_BLANK = ord(face.EMPTY)
_WASH = 0.62  # how far towards white the knots of a neighbour are shown
_GREY = 214  # of a neighbour's knots where there are no colours
_LUMINANCE = np.array([0.2126390059, 0.7151686788, 0.0721923154])


@dataclass(frozen=True)
class Inks:
    """For each yarn index (256 of them): its colour, the code point of its sign, and whether signs on it are white."""

    colours: NDArray[np.uint8]
    signs: NDArray[np.uint16]
    is_dark: NDArray[np.bool_]


def inks(chart: Chart, paper: ChartPaper) -> Inks:
    """Return what each yarn of a chart is printed with; yarns without a sign of ours are given one."""
    colours = np.full((256, 3), 255, np.uint8)
    signs = np.full(256, _BLANK, np.uint16)
    for index, yarn in enumerate(with_signs(chart.yarns)):
        sign = sign_of(yarn.symbol)
        colours[index] = yarn.srgb
        signs[index] = ord(sign.glyph) if sign else _BLANK
    if paper.marks == "colour":
        signs[:] = _BLANK
    return Inks(colours, signs, linear(colours) @ _LUMINANCE < DARK_BELOW)


def sheet_knots(seen: Shown, sheet: Sheet, paper: ChartPaper) -> Grid:
    """Return the knots of a sheet as they lie on paper, row 0 on top."""
    high, wide = seen.knots.shape
    upper = seen.knots[high - sheet.rows.last : high - sheet.rows.first + 1]
    if paper.reading == "right":
        return upper[:, wide - sheet.columns.last : wide - sheet.columns.first + 1]
    return upper[:, sheet.columns.first - 1 : sheet.columns.last]


def is_own(sheet: Sheet, paper: ChartPaper) -> NDArray[np.bool_]:
    """Return for each cell of a sheet whether it is the sheet's own, not a neighbour's repeated."""
    rows, columns = _own(sheet.rows)[::-1], _own(sheet.columns)
    return rows[:, None] & (columns[::-1] if paper.reading == "right" else columns)[None, :]


def _own(span: Span) -> NDArray[np.bool_]:
    return np.arange(span.first, span.last + 1) >= span.own


def run_lengths(knots: Grid, own: NDArray[np.bool_], *, from_right: bool) -> NDArray[np.int64]:
    """Return at the first cell of each run of one colour how many own knots it has on this sheet, and 0 elsewhere.

    The numbers of a row over all sheets add up to the width. Knots without a yarn are not counted.
    """
    ours, mine = (knots[:, ::-1], own[:, ::-1]) if from_right else (knots, own)
    high, wide = ours.shape
    begins = np.ones((high, wide), bool)
    begins[:, 1:] = (ours[:, 1:] != ours[:, :-1]) | (mine[:, 1:] != mine[:, :-1])
    starts = np.flatnonzero(begins.ravel())
    lengths = np.zeros(high * wide, np.int64)
    lengths[starts] = np.diff(np.append(starts, high * wide))
    lengths = np.where(mine & (ours != UNSET), lengths.reshape(high, wide), 0)
    return lengths[:, ::-1] if from_right else lengths


@dataclass(frozen=True)
class Cells:
    """The cells of one sheet as they lie on paper, row 0 on top: what stands in each, in white or black, on which colour.

    `codes` are code points of the face of charts.
    """

    codes: NDArray[np.uint16]
    is_white: NDArray[np.bool_]
    colours: NDArray[np.uint8]

    @property
    def passes(self) -> tuple[str, str]:
        """What is written in black and what in white, a line a row, each blank where the other writes."""
        blank = np.uint16(_BLANK)
        return (
            text_of(np.where(self.is_white, blank, self.codes)),
            text_of(np.where(self.is_white, self.codes, blank)),
        )

    @property
    def picture(self) -> bytes:
        """The colours as a PNG of one pixel a knot; of a single one where all are white."""
        colours = self.colours[:1, :1] if (self.colours == 255).all() else self.colours
        made = BytesIO()
        Image.fromarray(colours).save(made, "PNG", compress_level=6)
        return made.getvalue()


def sheet_cells(knots: Grid, own: NDArray[np.bool_], ink: Inks, paper: ChartPaper) -> Cells:
    """Return what is printed in the cells of a sheet.

    The first cell of a run holds the number of its knots, every other one the yarn's sign. A neighbour's cells are pale.
    Without colours the numbers stand on black, so that none is taken for a sign and the runs stand apart.
    """
    codes, colours = ink.signs[knots], ink.colours[knots]
    is_white = ink.is_dark[knots] & own
    is_number = np.zeros(knots.shape, bool)
    if paper.counts:
        lengths = run_lengths(knots, own, from_right=paper.reading == "right")
        is_number = lengths >= face.LEAST_NUMBER
        first = ord(face.number_glyph(face.LEAST_NUMBER, paper.digits)) - face.LEAST_NUMBER
        codes = np.where(is_number, first + lengths, codes).astype(np.uint16)
    if paper.marks == "symbol":
        colours = np.where(own[..., None], 255, _GREY) * ~is_number[..., None]
        return Cells(codes, is_number, np.broadcast_to(colours, (*knots.shape, 3)).astype(np.uint8))
    washed = colours + (255 - colours.astype(np.float32)) * _WASH
    return Cells(codes, is_white, np.where(own[..., None], colours, washed.round()).astype(np.uint8))


def text_of(codes: NDArray[np.uint16]) -> str:
    """Return rows of code points as lines of text; nothing where all cells are blank."""
    if not (codes != _BLANK).any():
        return ""
    ends = np.full((len(codes), 1), ord("\n"), np.uint16)
    return np.hstack([codes, ends]).astype("<u2").tobytes().decode("utf-16-le").removesuffix("\n")
