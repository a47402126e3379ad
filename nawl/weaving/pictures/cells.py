"""Cells of colours: sRGB packed into one number, and the fine and coarse cells of the colour cube that it falls into."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Packed = NDArray[np.integer[Any]]
"""Colours as 0xRRGGBB, or numbers of cells."""
FINE, COARSE = 6, 5
"""Bits of each channel that name a cell: 262,144 fine cells, eight in each of 32,768 coarse ones."""


def packed_colours(flat: NDArray[np.uint8]) -> Packed:
    """Pack sRGB into 0xRRGGBB."""
    packed = flat[:, 0].astype(np.uint32)
    packed <<= 8
    packed |= flat[:, 1]
    packed <<= 8
    packed |= flat[:, 2]
    return packed


def fine_cells(packed: Packed) -> Packed:
    """The cell of six bits a channel."""
    return packed >> 6 & 0x3F000 | packed >> 4 & 0xFC0 | packed >> 2 & 0x3F


def coarse_cells(packed: Packed) -> Packed:
    """The cell of five bits a channel."""
    return packed >> 9 & 0x7C00 | packed >> 6 & 0x3E0 | packed >> 3 & 0x1F


def parent_cells(fine: Packed) -> Packed:
    """The coarse cell around each fine one."""
    return fine >> 3 & 0x7C00 | fine >> 2 & 0x3E0 | fine >> 1 & 0x1F


def centres(cells: Packed, bits: int) -> Packed:
    """The colour in the middle of each cell."""
    step = 1 << (8 - bits)
    mask = (1 << bits) - 1
    packed: Packed = (cells >> 2 * bits) << 16 | (cells >> bits & mask) << 8 | cells & mask
    return packed * np.uint32(step) + np.uint32(0x010101 * (step // 2))


def cell_colours(cells: Packed) -> NDArray[np.uint8]:
    """The sRGB colour in the middle of each fine cell, shape (n, 3)."""
    packed = centres(cells, FINE)
    return np.stack([packed >> 16, packed >> 8 & 255, packed & 255], axis=-1).astype(np.uint8)


def numbered(cells: Packed, bits: int) -> tuple[Packed, NDArray[np.int32]]:
    """Return the cells in use, ascending, and for each given cell its place among them."""
    used = np.zeros(1 << bits, np.bool_)
    used[cells] = True
    found = np.flatnonzero(used).astype(np.uint32)
    return found, positions(found, bits)[cells]


def positions(found: Packed, bits: int) -> NDArray[np.int32]:
    """Return for every cell its place among those found; nought for one that is not."""
    places = np.zeros(1 << bits, np.int32)
    places[found] = np.arange(found.size, dtype=np.int32)
    return places
