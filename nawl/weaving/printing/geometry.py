"""Where things lie on a sheet, in millimetres: the page, the size of a cell (kv/kh true), lines, numbers and marks."""

from __future__ import annotations

from dataclasses import dataclass

from nawl.weaving.frame import Frame
from nawl.weaving.printing.options import PAPER_MM, ChartPaper
from nawl.weaving.printing.sheets import Cutting, Sheet, Span
from nawl.weaving.printing.shown import Shown

MARGIN = 8.0
SIDE = 11.5  # beside the cells: row numbers, and the neighbour's name upright
HEAD = 24.0  # above the cells: the sheet's name, its colours, the neighbour above, column numbers
FOOT = 13.5  # below the cells: column numbers, the neighbour below, page and fingerprint
MOST_CELL = 6.0
COLOUR_MM, LETTER_MM = 9.4, 1.6  # room for a colour in the line of colours, and for each letter of its name
BLOCK = 10

Line = tuple[float, float, float, float]


@dataclass(frozen=True)
class Geometry:
    """A page (width, height), one cell (width, height) and the knots of the largest sheet (wide, high); all sheets share them."""

    page: tuple[float, float]
    cell: tuple[float, float]
    most: tuple[int, int]

    def corner(self, sheet: Sheet, paper: ChartPaper) -> tuple[float, float]:
        """Return where the upper left corner of the cells lies: the first cell is in the same place on every sheet."""
        wide, high = sheet.columns.length * self.cell[0], sheet.rows.length * self.cell[1]
        most_wide, most_high = self.most[0] * self.cell[0], self.most[1] * self.cell[1]
        left = (self.page[0] - most_wide) / 2
        return (left + most_wide - wide if paper.reading == "right" else left), MARGIN + HEAD + most_high - high


def geometry(frame: Frame, cutting: Cutting, paper: ChartPaper) -> Geometry:
    """Return the page, upright or lying, on which the cells are largest, at most 6 mm high."""
    wide = max(span.length for span in cutting.columns)
    high = max(span.length for span in cutting.rows)
    short, long = PAPER_MM[paper.paper]
    pages = [(float(short), float(long)), (float(long), float(short))]
    heights = [_cell_height(page, wide, high, frame.cell) for page in pages]
    best = 0 if heights[0] >= heights[1] else 1
    cell = round(heights[best] * frame.cell, 4), round(heights[best], 4)
    return Geometry(pages[best], cell, (wide, high))


def _cell_height(page: tuple[float, float], wide: int, high: int, proportion: float) -> float:
    across = (page[0] - 2 * (MARGIN + SIDE)) / (wide * proportion)
    return min(across, (page[1] - 2 * MARGIN - HEAD - FOOT) / high, MOST_CELL, MOST_CELL / proportion)


def lines(sheet: Sheet, cell: tuple[float, float], paper: ChartPaper) -> tuple[list[Line], list[Line]]:
    """Return the thin lines between cells and the thick lines after every ten, from the upper left corner."""
    wide, high = sheet.columns.length * cell[0], sheet.rows.length * cell[1]
    thin: list[Line] = []
    thick: list[Line] = []
    for number in range(sheet.columns.first, sheet.columns.last):
        x = round(_after(number, sheet.columns, cell[0], from_end=paper.reading == "right"), 4)
        (thin if number % BLOCK else thick).append((x, 0, x, high))
    for number in range(sheet.rows.first, sheet.rows.last):
        y = round(_after(number, sheet.rows, cell[1], from_end=True), 4)
        (thin if number % BLOCK else thick).append((0, y, wide, y))
    return thin, thick


def _after(number: int, span: Span, step: float, *, from_end: bool) -> float:
    """Return where the line after a row or column lies, from the left or from the top."""
    counted = number - span.first + 1
    return (span.length - counted if from_end else counted) * step


def middles(span: Span, step: float, *, from_end: bool) -> list[tuple[float, int]]:
    """Return the middle of every row or column with its number, from the left or from the top."""
    half = -step / 2 if not from_end else step / 2
    return [(round(_after(n, span, step, from_end=from_end) + half, 4), n) for n in range(span.first, span.last + 1)]


def centre(whole: int, span: Span, step: float, *, from_end: bool) -> list[float]:
    """Return where the middle of the whole chart lies on a span: one place, or none where another sheet holds it."""
    last_before = whole // 2
    if whole % 2:
        return [place for place, number in middles(span, step, from_end=from_end) if number == last_before + 1]
    if span.first <= last_before <= span.last:
        return [_after(last_before, span, step, from_end=from_end)]
    return []


def axes(sheet: Sheet, seen: Shown, cell: tuple[float, float], paper: ChartPaper) -> list[Line]:
    """Return the lines along which the rest of a symmetric chart is mirrored, where this sheet ends at them."""
    high, wide = seen.knots.shape
    right, bottom = sheet.columns.length * cell[0], sheet.rows.length * cell[1]
    found: list[Line] = []
    if wide < seen.wide and sheet.columns.last == wide:
        x = 0 if paper.reading == "right" else right
        found.append((x, 0, x, bottom))
    if high < seen.high and sheet.rows.last == high:
        found.append((0, 0, right, 0))
    return found
