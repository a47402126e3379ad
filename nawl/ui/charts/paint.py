"""Two boxes of paint: on a screen every colour is a mark that becomes a class of the sheet; on paper it is itself."""

from __future__ import annotations

from dataclasses import dataclass

ADDRESS = "https://chart.invalid"
"""Stands before an address while a chart is drawn, for Vega puts a host of its own before those that have none."""


@dataclass(frozen=True)
class Paint:
    """The colours and faces that a chart is drawn with."""

    series: tuple[str, str, str, str]
    points: str
    late: str
    value: str
    label: str
    grid: str
    zero: str
    edge: str
    label_font: str
    value_font: str
    label_size: int
    value_size: int


CLASSES = {
    "#000001": "b1",
    "#000002": "b2",
    "#000003": "b3",
    "#000004": "b4",
    "#000005": "pt",
    "#000006": "pt2",
    "#000011": "val",
    "#000012": "lab",
    "#000021": "ax",
    "#000022": "zero",
}
"""Marks that stand for classes while a chart of a page is drawn."""

SCREEN = Paint(
    series=("#000001", "#000002", "#000003", "#000004"),
    points="#000005",
    late="#000006",
    value="#000011",
    label="#000012",
    grid="#000021",
    zero="#000022",
    edge="",
    label_font="IBM Plex Sans Arabic",
    value_font="IBM Plex Sans Arabic",
    label_size=13,
    value_size=13,
)


def paper(digits: str) -> Paint:
    """Return the paint of paper; Arabic-Indic values are set in the face whose digits stand under each other."""
    return Paint(
        series=("#1f3b5c", "#8fadcb", "#bf8118", "#9a2e2b"),
        points="#1f3b5c",
        late="#b8740f",
        value="#221913",
        label="#55473b",
        grid="#e2d7c5",
        zero="#8a7763",
        edge="#ffffff",
        label_font="IBM Plex Sans Arabic",
        value_font="Nawl Digits" if digits == "arabic" else "IBM Plex Sans Arabic",
        label_size=12,
        value_size=12,
    )
