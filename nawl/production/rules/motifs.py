"""A unit's own motifs as bytes: the part of each knot, compressed."""

from __future__ import annotations

import zlib

import numpy as np

from nawl.kit.errors import NotPossible
from nawl.weaving.motifs.motif import Cells, Part

MOST_KNOTS = 600
"""The longer side of a motif at most."""


def pack_cells(cells: Cells) -> bytes:
    """Return a motif's cells as compressed bytes; raises `motif_cells_unfit`."""
    high, wide = cells.shape
    if not 1 <= high <= MOST_KNOTS or not 1 <= wide <= MOST_KNOTS or int(cells.max()) > max(Part):
        raise NotPossible("motif_cells_unfit", wide=wide, high=high, most=MOST_KNOTS)
    return zlib.compress(np.ascontiguousarray(cells, dtype=np.uint8).tobytes(), 9)


def unpack_cells(data: bytes, wide: int, high: int) -> Cells:
    """Return the cells of a motif of this size."""
    return np.frombuffer(zlib.decompress(data), dtype=np.uint8).reshape(high, wide)
