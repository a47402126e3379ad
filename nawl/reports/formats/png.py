"""Drawings as pictures of dots, for formats that take no SVG."""

from __future__ import annotations

from functools import lru_cache

import vl_convert

from nawl.reports.formats import fonts

_SCALE = 2.5


def png(svg: str, scale: float = _SCALE) -> bytes:
    """Return an SVG as PNG, its letters in the papers' own typefaces."""
    _register(str(fonts.folder()))
    return bytes(vl_convert.svg_to_png(svg, scale=scale))


@lru_cache(maxsize=1)
def _register(folder: str) -> None:
    vl_convert.register_font_directory(folder)
