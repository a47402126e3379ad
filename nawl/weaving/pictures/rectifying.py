"""Rectifying (تقويم): an old carpet photographed aslant is laid flat by its four corners, and one repeat becomes cells.

So a unit makes its own motif from a carpet it has on the floor.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from nawl.kit.errors import NotPossible
from nawl.weaving.colour import linear, oklab_of_light, srgb
from nawl.weaving.motifs.motif import Cells
from nawl.weaving.pictures.reading import Picture
from nawl.weaving.pictures.sampling import sample

Corner = tuple[float, float]
"""A corner as fractions of the picture: across, down."""
MOST_SIDE: Final = 2000
MOST_CELLS: Final = 400
MOST_COLOURS: Final = 7
"""A motif has at most so many parts, the ground among them."""

_TURNS: Final = 24


@dataclass(frozen=True, eq=False)
class Sketch:
    """A small drawing: the colour number of each cell, and these colours in sRGB. Number 0 is the ground."""

    cells: Cells
    colours: tuple[tuple[int, int, int], ...]


def rectified(picture: Picture, corners: Sequence[Corner]) -> Picture:
    """Return what lies within four corners as a rectangle; they go upper left, upper right, lower right, lower left.

    The sides are as long as the longer of each two opposite ones, at most 2,000 pixels. Raises `corners_unfit`.
    """
    points = np.array(corners, np.float64).reshape(-1, 2) * (picture.wide, picture.high)
    if points.shape != (4, 2) or not np.isfinite(points).all() or not _is_convex(points):
        raise NotPossible("corners_unfit")
    wide, high = _sides(points)
    turn = _coefficients(points, wide, high)
    laid = Image.fromarray(picture.pixels).transform(
        (wide, high), Image.Transform.PERSPECTIVE, turn, Image.Resampling.BICUBIC
    )
    return replace(picture, pixels=np.asarray(laid), cover=None)


def _is_convex(points: NDArray[np.float64]) -> bool:
    """Say whether the corners go round clockwise and none lies within the others' reach (y grows downwards)."""
    along = np.roll(points, -1, axis=0) - points
    following = np.roll(along, -1, axis=0)
    turns = along[:, 0] * following[:, 1] - along[:, 1] * following[:, 0]
    return bool((turns > 1).all())


def _sides(points: NDArray[np.float64]) -> tuple[int, int]:
    lengths = np.hypot(*(np.roll(points, -1, axis=0) - points).T)
    wide, high = max(lengths[0], lengths[2]), max(lengths[1], lengths[3])
    scale = min(1.0, MOST_SIDE / max(wide, high))
    return max(1, round(wide * scale)), max(1, round(high * scale))


def _coefficients(points: NDArray[np.float64], wide: int, high: int) -> tuple[float, ...]:
    """Solve for the eight numbers by which Pillow finds the source of each pixel: (ax+by+c, dx+ey+f) / (gx+hy+1)."""
    rows, sources = [], []
    for (x, y), (u, v) in zip(((0, 0), (wide, 0), (wide, high), (0, high)), points, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        sources += [u, v]
    return tuple(float(n) for n in np.linalg.solve(np.array(rows, np.float64), np.array(sources)))


def sketch(picture: Picture, wide: int, high: int, colours: int = 4) -> Sketch:
    """Bring one repeat to `wide` × `high` cells of a few colours.

    The colour that the edge shows most is the ground, number 0; the others follow by how many cells they have. A cell is
    judged by its middle, where the dye is pure, not by the blend at its edges. Raises `colours_few_unfit`, `sketch_unfit`.
    """
    if not (1 <= wide <= MOST_CELLS and 1 <= high <= MOST_CELLS):
        raise NotPossible("sketch_unfit", wide=wide, high=high, most=MOST_CELLS)
    if not 2 <= colours <= MOST_COLOURS:
        raise NotPossible("colours_few_unfit", colours=colours, most=MOST_COLOURS)
    fine = sample(picture, wide * 4, high * 4).colours
    middle = linear(fine).reshape(high, 4, wide, 4, 3)[:, 1:3, :, 1:3].mean(axis=(1, 3))
    points = oklab_of_light(middle).reshape(-1, 3)
    labels = _grouped(points, colours)
    order = _order(labels.reshape(high, wide))
    places = np.zeros(int(labels.max()) + 1, np.uint8)
    places[order] = np.arange(len(order), dtype=np.uint8)
    cells = places[labels].reshape(high, wide)
    return Sketch(cells, tuple(_mean_colour(middle.reshape(-1, 3), cells.reshape(-1) == n) for n in range(len(order))))


def _grouped(points: NDArray[Any], colours: int) -> NDArray[np.intp]:
    """Group points by k-means, begun from the points that lie farthest from all begun before: no dice."""
    centres = [points[((points - np.median(points, axis=0)) ** 2).sum(axis=1).argmin()]]
    while len(centres) < colours:
        away = np.min([((points - centre) ** 2).sum(axis=1) for centre in centres], axis=0)
        if away.max() < _ALIKE:
            break
        centres.append(points[away.argmax()])
    basis = np.array(centres)
    labels = np.zeros(len(points), np.intp)
    for _turn in range(_TURNS):
        labels = ((points[:, None] - basis[None]) ** 2).sum(axis=2).argmin(axis=1)
        counts = np.bincount(labels, minlength=len(basis))
        sums = np.stack([np.bincount(labels, weights=points[:, n], minlength=len(basis)) for n in range(3)], axis=1)
        moved = np.where(counts[:, None] > 0, sums / np.maximum(counts, 1)[:, None], basis)
        if np.allclose(moved, basis, atol=1e-7):
            break
        basis = moved
    return labels


_ALIKE: Final = 0.0004
"""Squared OKLab distance (0.02) below which two colours are one."""


def _order(cells: NDArray[np.intp]) -> NDArray[np.intp]:
    """Return the groups in use: the ground first, then by their cells."""
    edge = np.concatenate([cells[0], cells[-1], cells[1:-1, 0], cells[1:-1, -1]])
    counts = np.bincount(cells.reshape(-1))
    ground = np.bincount(edge, minlength=counts.size).argmax()
    counts[ground] = cells.size + 1
    order = np.argsort(-counts, kind="stable")
    return order[counts[order] > 0]


def _mean_colour(light: NDArray[Any], which: NDArray[np.bool_]) -> tuple[int, int, int]:
    red, green, blue = (int(level) for level in srgb(light[which].mean(axis=0)))
    return red, green, blue
