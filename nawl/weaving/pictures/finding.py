"""Finding (تحديد السجادة): where a carpet lies in a photograph of a room, as four corners.

What runs round the picture's rim is taken for the floor: its colours, with the light that falls off across them. The
largest piece of what is not floor is the carpet, and the four-sided figure that holds it tightest gives its corners.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from nawl.weaving.colour import oklab
from nawl.weaving.pictures.reading import Picture
from nawl.weaving.pictures.rectifying import Corner
from nawl.weaving.pictures.sampling import sample

SIDE: Final = 160
"""Points along the longer side at which a picture is looked at."""
LEAST_SHARE: Final = 0.04
"""A carpet takes at least so much of the picture; what is smaller lies on the floor for another reason."""

_RIM: Final = 0.05
_GROUNDS: Final = 6
_APART: Final = 0.035
"""OKLab distance beyond which a point is no floor, where the floor itself is even."""
_CALM: Final = 3.0
"""How many times the floor's own unrest a point must stand off."""

Floats = NDArray[Any]
Mask = NDArray[np.bool_]


def find_carpet(picture: Picture) -> tuple[Corner, Corner, Corner, Corner] | None:
    """Return the corners of the carpet as fractions, from the upper left clockwise; None where none stands out."""
    scale = SIDE / max(picture.wide, picture.high)
    wide, high = max(8, round(picture.wide * scale)), max(8, round(picture.high * scale))
    mask = _largest(_opened(_off_the_floor(oklab(sample(picture, wide, high).colours))))
    if mask.mean() < LEAST_SHARE:
        return None
    quad = _around(_hull(_ends(mask)))
    if quad is None:
        return None
    first, second, third, fourth = ((float(x) / wide, float(y) / high) for x, y in _ordered(quad))
    return first, second, third, fourth


def _off_the_floor(points: Floats) -> Mask:
    """Say which points are no floor, by the nearest of the rim's colours once its light is evened out."""
    high, wide = points.shape[:2]
    rim = _rim(high, wide)
    even = points - _light(points, rim)
    grounds, unrest = _grounds(even[rim])
    away = np.min([np.sqrt(((even - one) ** 2).sum(axis=-1)) for one in grounds], axis=0)
    return np.asarray(away > max(_APART, _CALM * unrest))


def _rim(high: int, wide: int) -> Mask:
    depth = max(2, round(_RIM * min(high, wide)))
    rim = np.ones((high, wide), np.bool_)
    rim[depth:-depth, depth:-depth] = False
    return rim


def _light(points: Floats, rim: Mask) -> Floats:
    """Return the plane through the rim's lightness, as a shift of each point; the middle one of it stays."""
    high, wide = rim.shape
    down, across = np.mgrid[-1 : 1 : high * 1j, -1 : 1 : wide * 1j]
    base = np.stack([across, down], axis=-1)
    slope = np.zeros(2)
    for _turn in range(3):
        rest = points[..., 0] - base @ slope
        off = np.abs(rest - np.median(rest[rim]))
        near = rim & (off <= 2 * np.median(off[rim]) + 1e-4)
        ground = np.column_stack([base[near], np.ones(near.sum())])
        slope = np.linalg.lstsq(ground, points[..., 0][near], rcond=None)[0][:2]
    shift = np.zeros_like(points)
    shift[..., 0] = base @ slope
    return shift


def _grounds(rim: Floats) -> tuple[list[Floats], float]:
    """Return the few colours of the rim, begun from the commonest, and how far its points usually lie from them."""
    grounds = [np.median(rim, axis=0)]
    for _turn in range(_GROUNDS - 1):
        away = np.min([((rim - one) ** 2).sum(axis=1) for one in grounds], axis=0)
        far = away > _APART**2
        if far.mean() < 0.03:
            break
        grounds.append(np.median(rim[far], axis=0))
    away = np.sqrt(np.min([((rim - one) ** 2).sum(axis=1) for one in grounds], axis=0))
    return grounds, float(np.median(away))


def _opened(mask: Mask) -> Mask:
    """Close small gaps, then drop what is thinner than a few points."""
    return _grown(_shrunk(_shrunk(_grown(mask, 2), 2), 2), 2)


def _grown(mask: Mask, steps: int) -> Mask:
    for _step in range(steps):
        padded = np.pad(mask, 1)
        mask = padded[1:-1, 1:-1] | padded[:-2, 1:-1] | padded[2:, 1:-1] | padded[1:-1, :-2] | padded[1:-1, 2:]
    return mask


def _shrunk(mask: Mask, steps: int) -> Mask:
    return ~_grown(~mask, steps)


def _largest(mask: Mask) -> Mask:
    """Return the largest connected piece, the upper one of two alike."""
    names, count = _pieces(mask)
    if not count:
        return np.zeros_like(mask)
    sizes = np.bincount(names[mask], minlength=count)
    return np.asarray(mask & (names == sizes.argmax()))


def _pieces(mask: Mask) -> tuple[NDArray[np.intp], int]:
    """Number the connected pieces in the order in which their first points are read, and say how many there are.

    Runs of points are taken row by row; those that touch in neighbouring rows are joined at their first ones.
    """
    edges = np.diff(np.pad(mask, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    runs = np.cumsum(edges[:, :-1] == 1).reshape(mask.shape) - 1
    touching = mask[:-1] & mask[1:]
    first = np.arange(runs.max(initial=-1) + 1)
    for upper, lower in np.unique(np.column_stack([runs[:-1][touching], runs[1:][touching]]), axis=0).tolist():
        one, other = _first(first, upper), _first(first, lower)
        first[max(one, other)] = min(one, other)
    heads = np.array([_first(first, run) for run in range(len(first))], np.intp)
    pieces, numbers = np.unique(heads, return_inverse=True)
    return np.asarray(numbers[runs] if len(first) else runs), len(pieces)


def _first(first: NDArray[np.intp], run: int) -> int:
    """Return the first run of the piece that a run belongs to, and shorten the way there for those who ask next."""
    while first[run] != run:
        first[run] = first[first[run]]
        run = int(first[run])
    return run


def _ends(mask: Mask) -> Floats:
    """Return the first and the last point of each row: all that a hull can touch."""
    rows = np.flatnonzero(mask.any(axis=1))
    first = mask[rows].argmax(axis=1)
    last = mask.shape[1] - 1 - mask[rows, ::-1].argmax(axis=1)
    across, down = np.concatenate([first, last]), np.concatenate([rows, rows])
    return np.column_stack([across, down]).astype(float) + 0.5


def _hull(points: Floats) -> Floats:
    """Return the convex hull, clockwise as y grows downwards (Andrew's chain)."""
    ordered = points[np.lexsort((points[:, 1], points[:, 0]))]
    return np.array([*_chain(ordered)[:-1], *_chain(ordered[::-1])[:-1]])


def _chain(points: Floats) -> list[Floats]:
    kept: list[Floats] = []
    for point in points:
        while len(kept) > 1 and _cross(kept[-1] - kept[-2], point - kept[-1]) <= 0:
            kept.pop()
        kept.append(point)
    return kept


def _cross(one: Floats, other: Floats) -> float:
    return float(one[0] * other[1] - one[1] * other[0])


def _around(hull: Floats) -> Floats | None:
    """Take edge after edge away, always the one whose loss adds least, until four are left; None where that fails."""
    quad = [np.asarray(point) for point in hull]
    while len(quad) > 4:
        losses = [(loss, place) for place in range(len(quad)) if (loss := _without_edge(quad, place))]
        if not losses:
            return None
        (_added, meeting), place = min(losses, key=lambda one: one[0][0])
        quad[place] = meeting
        del quad[(place + 1) % len(quad)]
    return np.array(quad) if len(quad) == 4 else None


def _without_edge(quad: list[Floats], place: int) -> tuple[float, Floats] | None:
    """Return the area that is added where an edge's neighbours are drawn on until they meet, and where they meet."""
    count = len(quad)
    before, start, end, after = (quad[(place + step) % count] for step in (-1, 0, 1, 2))
    one, other = start - before, end - after
    spread = _cross(one, other)
    if abs(spread) < 1e-9:
        return None
    along = _cross(end - start, other) / spread
    if along < 0:
        return None
    meeting = start + one * along
    return abs(_cross(end - start, meeting - start)) / 2, meeting


def _ordered(quad: Floats) -> Floats:
    """Turn the corners round so that the first is the upper left."""
    return np.roll(quad, -int(quad.sum(axis=1).argmin()), axis=0)
