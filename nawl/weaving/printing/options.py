"""What a weaving chart is printed with: its titles, the paper, how its sheets are cut and read, and what the yarn weighs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Literal

from nawl.kit.errors import NotPossible
from nawl.kit.numbers import Digits
from nawl.weaving.printing.face import MOST_NUMBER

Language = Literal["ar", "en"]
Paper = Literal["a3", "a4"]
Layout = Literal["tiles", "strips"]
Marks = Literal["both", "colour", "symbol"]
Side = Literal["right", "left"]
View = Literal["front", "back"]
Extent = Literal["whole", "repeat"]

PAPER_MM: Final[dict[Paper, tuple[int, int]]] = {"a3": (297, 420), "a4": (210, 297)}
TILE: Final[dict[Paper, tuple[int, int]]] = {"a3": (100, 150), "a4": (70, 100)}
"""Knots (wide, high) of a tile where none are asked for: cells of about 2.5 mm on either paper."""
STRIP: Final[dict[Paper, tuple[int, int]]] = {"a3": (100, 50), "a4": (70, 50)}
"""Most knots across a sheet of a strip, and the rows of a strip: cells of about 3.7 mm, to be read from the bench."""
MOST_OVERLAP: Final = 3
LEAST_SIDE: Final = 10
MOST_ROWS: Final = 300


@dataclass(frozen=True)
class Titles:
    """What names a chart on paper; `is_locked` says that the version never changes, else every page says draft.

    `copy` is a tracked copy's whole number, by which it is found again; `day` is the paper's date and makes its bytes
    the same whenever it is printed again.
    """

    title: str
    code: str = ""
    version: int = 1
    is_locked: bool = False
    unit: str = ""
    copy: str | None = None
    day: date | None = None


@dataclass(frozen=True)
class Amount:
    """What one colour of the chart takes: grams with waste, whole hanks, and the dye lots to take them from."""

    grams: Decimal
    hanks: int
    lots: tuple[str, ...] = ()


@dataclass(frozen=True)
class ChartPaper:
    """How a chart is put on paper.

    `layout` tiles, or strips as wide as the carpet for hanging on the loom (wide ones stand on several sheets).
    `tile` is knots (wide, high), blocks of ten fit best; None takes what the paper shows well (100 × 150 on A3).
    `overlap` repeats up to three knots of the neighbours, shaded. `marks` is for colour printers or, as "symbol", for
    photocopiers. `counts` writes into each run of one colour how many knots it has. `reading` is the side where rows
    begin and columns are counted from. `view` "back" mirrors the picture. `extent` "repeat" prints, of a symmetric
    design, only the quarter or half that the rest repeats. Raises `sheet_unfit`, `sheet_overlap_unfit`.
    """

    language: Language = "ar"
    paper: Paper = "a3"
    layout: Layout = "tiles"
    tile: tuple[int, int] | None = None
    overlap: int = 0
    marks: Marks = "both"
    counts: bool = True
    reading: Side = "right"
    view: View = "front"
    extent: Extent = "whole"

    def __post_init__(self) -> None:
        wide, high = self.knots
        if not LEAST_SIDE <= wide <= MOST_NUMBER or not LEAST_SIDE <= high <= MOST_ROWS:
            raise NotPossible("sheet_unfit", wide=wide, high=high, most=MOST_NUMBER, most_high=MOST_ROWS)
        if not 0 <= self.overlap <= MOST_OVERLAP:
            raise NotPossible("sheet_overlap_unfit", overlap=self.overlap, most=MOST_OVERLAP)

    @property
    def knots(self) -> tuple[int, int]:
        """The most knots of one sheet (wide, high)."""
        if self.tile is not None:
            return self.tile
        return TILE[self.paper] if self.layout == "tiles" else STRIP[self.paper]

    @property
    def digits(self) -> Digits:
        """Arabic-Indic digits in Arabic, Western in English."""
        return "arabic" if self.language == "ar" else "western"
