"""Forms of the villages: stepped and hooked lozenges, stars, crosses, combs; drawn in steps that weavers count."""

from __future__ import annotations

import numpy as np

from nawl.weaving.composing.drawing.pen import Mask, layered, padded, plane, remembered, shrunk
from nawl.weaving.motifs.motif import Cells, Part


def stretched(letters: str, wide: int, high: int) -> Cells:
    """Draw a small drawing in letters (rows parted by blanks) as large as fits by whole steps, in the middle."""
    rows = np.array([[int(c) for c in row] for row in letters.split()], np.uint8)
    step_x, step_y = max(1, wide // rows.shape[1]), max(1, high // rows.shape[0])
    return padded(np.repeat(np.repeat(rows, step_y, axis=0), step_x, axis=1), wide, high)


def steps_of(wide: int, high: int, step: int) -> tuple[np.ndarray, np.ndarray]:
    """Return |x| and |y| from the middle in whole steps, for forms whose edges go in stairs."""
    x = np.abs(np.arange(wide) - (wide - 1) / 2)
    y = np.abs(np.arange(high) - (high - 1) / 2)
    across, down = np.meshgrid(np.floor(x / step), np.floor(y / step))
    return across, down


@remembered
def lozenge(wide: int, high: int, skins: int = 3) -> Cells:
    """A stepped lozenge in skins of different colours round a heart."""
    u, v = plane(wide, high)
    step = max(1, min(wide, high) // 14)
    qu = (np.floor(np.abs(u) * wide / 2 / step) + 0.5) * step * 2 / wide
    qv = (np.floor(np.abs(v) * high / 2 / step) + 0.5) * step * 2 / high
    f = qu + qv
    parts = [Part.MAIN, Part.LIGHT, Part.SECOND, Part.ACCENT][:skins]
    layers: list[tuple[Mask, Part]] = [(f <= 1.0, Part.OUTLINE)]
    edge = 1 - 2.2 * max(1, step / 2) / min(wide, high)
    for n, part in enumerate(parts):
        outer = edge * (1 - n / (skins + 0.6))
        layers.append((f <= outer, part))
    layers.append((f <= edge * 0.22, Part.HEART))
    return layered(wide, high, *layers)


@remembered
def star(wide: int, high: int) -> Cells:
    """The eight-pointed star of two squares, with a smaller star and a heart within."""
    u, v = plane(wide, high)
    a, b = np.abs(u), np.abs(v)
    f = np.minimum(np.maximum(a, b) * np.sqrt(2), a + b) / 1.0
    size = min(wide, high)
    whole = f <= 1.0
    ring = shrunk(whole, max(1, size // 18))
    layers: list[tuple[Mask, Part]] = [(whole, Part.OUTLINE), (ring, Part.MAIN)]
    if size >= 18:
        layers += [(f <= 0.66, Part.OUTLINE), (f <= 0.66 - 2.4 / size, Part.LIGHT)]
        layers += [((a + b) <= 0.40, Part.SECOND), ((a + b) <= 0.17, Part.HEART)]
    else:
        layers += [(f <= 0.5, Part.LIGHT), (f <= 0.24, Part.HEART)]
    return layered(wide, high, *layers)


@remembered
def star_flower(wide: int, high: int) -> Cells:
    """A star of eight split petals, as kilims and cross-stitch have it: two-coloured arms round a small square."""
    letters = (
        "0001110111000 0012210122100 0012221222100 1112221222111 1222121212221 1222212122221 0111144411110 "
        "1222212122221 1222121212221 1112221222111 0012221222100 0012210122100 0001110111000"
    )
    return stretched(letters, wide, high)


@remembered
def hooked(wide: int, high: int) -> Cells:
    """A lozenge in skins whose edge is set with hooks turning away from its middle line."""
    step = max(1, min(wide, high) // 30)
    across, down = steps_of(wide, high, step)
    reach_x, reach_y = wide / 2 / step, high / 2 / step
    core_x, core_y = reach_x - 5, reach_y - 3
    if min(core_x, core_y) < 4:
        return lozenge(wide, high)
    f = across / core_x + down / core_y
    slope = core_x / core_y
    layers: list[tuple[Mask, Part]] = []
    period = 6
    foot = down - down % period + 2
    edge = np.floor(core_x * (1 - foot / core_y))
    is_bar = (down == foot) & (across >= edge - 1) & (across <= edge + 4)
    is_rise = (across == edge + 4) & (down >= foot) & (down <= foot + 2)
    is_tip = (down == foot + 2) & (across >= edge + 2 + (slope > 2)) & (across <= edge + 4)
    hooks = (is_bar | is_rise | is_tip) & (foot < core_y - 2)
    layers += [(hooks, Part.MAIN), (f <= 1.0, Part.OUTLINE)]
    skins = (
        (1 - 1.6 / core_x, Part.MAIN),
        (0.66, Part.OUTLINE),
        (0.66 - 1.6 / core_x, Part.LIGHT),
        (0.46, Part.SECOND),
    )
    layers += [(f <= edge_at, part) for edge_at, part in skins]
    layers += [(f <= 0.24, Part.OUTLINE), (f <= 0.24 - 1.4 / core_x, Part.HEART)]
    return layered(wide, high, *layers)


@remembered
def hook(wide: int, high: int) -> Cells:
    """A latch hook that stands on its lower right corner and bends to the left."""
    return stretched("1111100 1000100 1100100 0000100 0000110 0000011", wide, high)


@remembered
def ram_horn(wide: int, high: int) -> Cells:
    """A pair of ram's horns looking up from a stem, read in nearly every village of the region."""
    letters = (
        "0111000001110 1111100011111 1100110110011 1101100011011 0111100011110 0001110111000 0000111110000"
        " 0000011100000 0001111111000"
    )
    return np.where(stretched(letters, wide, high) > 0, np.uint8(Part.MAIN), np.uint8(0))
