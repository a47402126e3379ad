"""F17, tiles (قطع المخطط): how a chart is cut into sheets that overlap and miss nothing."""

from __future__ import annotations

from nawl.kit.errors import NotPossible


def spans(knots: int, tile: int, overlap: int = 0) -> list[tuple[int, int]]:
    """Return the spans [first, end) that cover so many knots; neighbours share `overlap`, the last may be shorter.

    Raises `tile_overlap_unfit` where a tile is not longer than its overlap.
    """
    if knots < 1 or tile < 1 or not 0 <= overlap < tile:
        raise NotPossible("tile_overlap_unfit", tile=tile, overlap=overlap)
    stride = tile - overlap
    number = 1 if knots <= tile else -(-(knots - overlap) // stride)
    return [(n * stride, min(n * stride + tile, knots)) for n in range(number)]
