"""Sampling (أخذ العيّنات): from pixels to exactly one colour a knot, averaged over the knot's area in linear light.

Knots need not be square: the grid's own width and height decide, and the caller crops with the carpet's true proportion.
Dyes mix as light does, so averages of sRGB numbers would come out too dark: all sums are of linear light.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from nawl.weaving.colour import LINEAR, srgb
from nawl.weaving.pictures.cells import packed_colours
from nawl.weaving.pictures.reading import Box, Picture

THREADS: Final = 2
"""Parts worked at once; the result does not depend on it."""
DRAWN_COLOURS: Final = 64
"""A picture of at most so many colours is a drawing: enlarged by its own pixels, never by shades between them."""

_BAND: Final = 32
_STEPS: Final = 65535
Floats = NDArray[np.floating[Any]]
Axis = Callable[[Floats], Floats]


@dataclass(frozen=True, eq=False)
class Sampled:
    """One sRGB colour a knot, shape (high, wide, 3), and which knots the picture leaves empty (None: not one)."""

    colours: NDArray[np.uint8]
    empty: NDArray[np.bool_] | None = None


def fitting_box(picture: Picture, proportion: float) -> Box:
    """Return the largest box in the picture's middle whose width against its height is `proportion` (in cm, not pixels)."""
    own = picture.wide / picture.high
    if own > proportion:
        side = (1 - proportion / own) / 2
        return side, 0.0, 1 - side, 1.0
    side = (1 - own / proportion) / 2
    return 0.0, side, 1.0, 1 - side


def sample(picture: Picture, wide: int, high: int) -> Sampled:
    """Bring a picture to `wide` × `high` knots.

    A picture of just that size keeps its pixels. Where it is smaller than the grid, a drawing of few colours is enlarged
    by whole pixels and a photograph by straight interpolation. A knot less than half covered is empty.
    """
    if (picture.wide, picture.high) == (wide, high):
        return Sampled(picture.pixels, _empty(picture.cover))
    if wide >= picture.wide and high >= picture.high and _is_drawing(picture.pixels):
        down, across = _nearest(picture.high, high), _nearest(picture.wide, wide)
        cover = None if picture.cover is None else picture.cover[down][:, across]
        return Sampled(picture.pixels[down][:, across], _empty(cover))
    return _averaged(picture, wide, high)


def shrunk(colours: NDArray[np.uint8], wide: int, high: int) -> NDArray[np.uint8]:
    """Return a drawn chart's colours at fewer pixels, mixed in linear light as the eye mixes knots seen from afar."""
    return sample(Picture(colours), wide, high).colours


def _empty(cover: NDArray[np.uint8] | None) -> NDArray[np.bool_] | None:
    if cover is None:
        return None
    empty: NDArray[np.bool_] = cover < 128
    return empty if empty.any() else None


def _is_drawing(pixels: NDArray[np.uint8]) -> bool:
    """Say whether a picture has so few colours that it was drawn; a few pixels of a photograph already show that it is none."""
    flat = pixels.reshape(-1, 3)
    some = flat[:: max(1, len(flat) // 4096)]
    return _colours_in(some) <= DRAWN_COLOURS and _colours_in(flat) <= DRAWN_COLOURS


def _colours_in(flat: NDArray[np.uint8]) -> int:
    return int(np.unique(packed_colours(flat)).size)


def _nearest(pixels: int, knots: int) -> NDArray[np.intp]:
    return (2 * np.arange(knots) + 1) * pixels // (2 * knots)


def _averaged(picture: Picture, wide: int, high: int) -> Sampled:
    """Average band by band, so that a photograph is never whole in floating point."""
    colours = np.empty((high, wide, 3), np.uint8)
    empty = None if picture.cover is None else np.empty((high, wide), np.bool_)
    across = _along(picture.wide, wide)

    def band(first: int) -> None:
        rows = slice(first, min(first + _BAND, high))
        begin, end, down = _down(picture.high, high, rows)
        cover = None if picture.cover is None else picture.cover[begin:end].astype(np.float32) / 255
        share = None if cover is None else across(down(cover))
        for channel in range(3):
            light = _light()[picture.pixels[begin:end, :, channel]]
            mean = across(down(light if cover is None else light * cover))
            if share is not None:
                mean = mean / np.maximum(share, 1e-9)
            colours[rows, :, channel] = _levels()[np.rint(np.clip(mean, 0, 1) * _STEPS).astype(np.uint16)]
        if empty is not None and share is not None:
            empty[rows] = share < 0.5

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(band, range(0, high, _BAND)))
    return Sampled(colours, empty if empty is not None and empty.any() else None)


def _down(pixels: int, knots: int, rows: slice) -> tuple[int, int, Axis]:
    """Return the first and last pixel row that a band of knots needs, and how these rows become that band."""
    begin, end = rows.start * pixels // knots, -(-rows.stop * pixels // knots)
    if pixels >= knots:
        edges = np.arange(rows.start, rows.stop + 1) * (pixels / knots) - begin
        return begin, end, lambda light: _areas(light, edges, 0)
    begin, end = max(0, begin - 1), min(pixels, end + 1)
    middles = (np.arange(rows.start, rows.stop) + 0.5) * (pixels / knots) - 0.5 - begin
    return begin, end, lambda light: _between(light, middles, 0)


def _along(pixels: int, knots: int) -> Axis:
    """Return how a row of pixels becomes a row of knots."""
    if pixels >= knots:
        edges = np.arange(knots + 1) * (pixels / knots)
        return lambda light: _areas(light, edges, 1)
    middles = (np.arange(knots) + 0.5) * (pixels / knots) - 0.5
    return lambda light: _between(light, middles, 1)


def _areas(light: Floats, edges: Floats, axis: int) -> Floats:
    """Return the mean between each two neighbouring edges along an axis: differences of the running integral."""
    pixels = light.shape[axis]
    whole = np.minimum(edges.astype(np.intp), pixels - 1)
    running = np.cumsum(light, axis=axis, dtype=np.float64)
    below = np.take(light, whole, axis=axis)
    at = np.take(running, whole, axis=axis) - below * _along_axis(1 - np.clip(edges - whole, 0, 1), axis)
    mean: Floats = np.diff(at, axis=axis) / _along_axis(np.diff(edges), axis)
    return mean


def _between(light: Floats, middles: Floats, axis: int) -> Floats:
    """Return values at fractional places along an axis by straight interpolation; the edges are held."""
    last = light.shape[axis] - 1
    places = np.clip(middles, 0, last)
    first = np.minimum(places.astype(np.intp), max(last - 1, 0))
    share = _along_axis(places - first, axis).astype(np.float32)
    value = np.take(light, first, axis=axis)
    step: Floats = np.take(light, np.minimum(first + 1, last), axis=axis) - value
    return value + step * share


def _along_axis(values: Floats, axis: int) -> Floats:
    return values[:, None] if axis == 0 else values[None]


@cache
def _light() -> NDArray[np.float32]:
    """Linear light of the 256 levels."""
    return LINEAR.astype(np.float32)


@cache
def _levels() -> NDArray[np.uint8]:
    """The sRGB level of each of 65,536 steps of linear light."""
    return srgb(np.arange(_STEPS + 1) / _STEPS)
