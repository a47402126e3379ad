"""What is counted (المعدود): knots of a pile carpet, cells of a flat weave; texts speak of knots and are turned where they must."""

from __future__ import annotations

from typing import Final

from nawl.weaving.classes import QualityClass

_CELLS: Final = (("عقدت", "خانت"), ("عقدة", "خانة"), ("عقد", "خانات"), ("knot", "cell"), ("Knot", "Cell"))
"""Longest first. Both Arabic words are feminine, so nothing else in a sentence changes."""


def said_of(text: str, quality: QualityClass) -> str:
    """Return a phrase about knots as a class counts them; in flat weave there are none, only cells."""
    return in_cells(text) if quality.mode == "flat" else text


def in_cells(text: str) -> str:
    """Return a phrase about knots as one about cells; places such as `{knots}` stay."""
    pieces = text.replace("{knots}", "{\0}")
    for knots, cells in _CELLS:
        pieces = pieces.replace(knots, cells)
    return pieces.replace("{\0}", "{knots}")
