"""The cloth itself, pixel by pixel: a pile dome for every knot, or weft-faced cloth, with the small unevenness of hands.

Everything random is drawn from the chart's fingerprint, so the same chart always looks the same. Factors multiply the
sRGB levels; 1 leaves a colour as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from nawl.weaving.chart import Chart, Grid
from nawl.weaving.yarns import UNSET

Pixels = NDArray[np.float32]

KNOT_NOISE: Final = 0.03  # of lightness, knot by knot
ROW_NOISE: Final = 0.010  # row by row: no weft is beaten in like the last
BARE: Final = (226, 218, 203)  # the foundation, where a knot has no yarn yet
_POINTS: Final = 32  # a knot is modelled on at least 32 × 32 points and averaged to its pixels
LEAN: Final = 0.30  # of a knot: how far an edge between two colours wanders in pile
LEAN_FLAT: Final = 0.12  # and where wefts turn back


@dataclass(frozen=True)
class Dice:
    """Random numbers of one chart, a new stream for every purpose."""

    seed: int

    @classmethod
    def of(cls, chart: Chart) -> Dice:
        """Return the dice of a chart: the same for the same knots and yarns."""
        return cls(int(chart.fingerprint[:15], 16))

    def stream(self, purpose: str) -> np.random.Generator:
        """Return the stream of a purpose; purposes do not disturb each other."""
        return np.random.default_rng([self.seed, *purpose.encode()])


def cloth(chart: Chart, knots: Grid, knot_px: tuple[int, int], *, abrash: float) -> NDArray[np.uint8]:
    """Return the cloth of some rows of a chart as RGB; a knot is `knot_px` (across, along) pixels.

    `abrash` is how far the dye lots of one colour part in lightness (0.04 is a carpet of several lots, 0 of one).
    """
    dice = Dice.of(chart)
    light = _knot_light(knots, dice)
    if abrash:
        light *= abrash_light(knots, dice, abrash)
    colours = palette(chart)[knots] * light[..., None]
    is_flat = chart.frame.quality.mode == "flat"
    shade = _weft(knot_px) if is_flat else _dome(knot_px)
    return _shaded(_softly_enlarged(colours, knot_px, dice, LEAN_FLAT if is_flat else LEAN), shade, dice)


def palette(chart: Chart) -> Pixels:
    """Return the colour of each yarn index (256 of them); a knot without yarn shows the foundation."""
    colours = np.full((256, 3), BARE, np.float32)
    colours[: len(chart.yarns)] = np.array([yarn.srgb for yarn in chart.yarns], np.float32).reshape(-1, 3)
    return colours


def _knot_light(knots: Grid, dice: Dice) -> Pixels:
    """Noise of every knot, of every row, and slow clouds over the whole."""
    high, wide = knots.shape
    noise = dice.stream("knots").standard_normal((high, wide), np.float32) * (KNOT_NOISE / 2)
    np.clip(noise, -KNOT_NOISE, KNOT_NOISE, out=noise)
    noise += dice.stream("rows").standard_normal((high, 1), np.float32) * ROW_NOISE
    noise += clouds(dice.stream("clouds"), (high, wide), 48) * 0.018
    return 1 + noise


def clouds(stream: np.random.Generator, shape: tuple[int, int], size: int) -> Pixels:
    """Return smooth noise of about ±1 whose clouds are `size` cells wide."""
    high, wide = shape
    coarse = stream.standard_normal((high // size + 3, wide // size + 3), np.float32)
    y, x = (np.arange(side, dtype=np.float32) / np.float32(size) for side in shape)
    rows = _between(coarse, y)
    smooth: Pixels = _between(rows.T, x).T
    return smooth


def _between(values: Pixels, at: Pixels) -> Pixels:
    """Return rows of values at fractional places, eased so that no grid shows."""
    low = at.astype(np.int64)
    part = at - low
    part = (part * part * (3 - 2 * part))[:, None]
    between: Pixels = values[low] * (1 - part) + values[low + 1] * part
    return between


def abrash_light(knots: Grid, dice: Dice, strength: float) -> Pixels:
    """Return the bands of dye lots: each colour changes its lot at rows of its own, a little lighter or darker."""
    high = len(knots)
    bands = np.ones((256, high), np.float32)
    for index in np.flatnonzero(np.bincount(knots.ravel(), minlength=256)):
        if index != UNSET:
            bands[index] = _lots(dice.stream(f"abrash {index}"), high, strength)
    light: Pixels = bands[knots, np.arange(high)[:, None]]
    return light


def _lots(stream: np.random.Generator, high: int, strength: float) -> Pixels:
    """Return the lightness of one colour row by row: two to four lots, each a little uneven in itself."""
    changes = np.sort(stream.integers(0, high, stream.integers(1, 4)))
    levels = stream.uniform(-strength, strength, len(changes) + 1)
    level = levels[np.searchsorted(changes, np.arange(high), side="right")]
    fine = clouds(stream, (high, 1), max(high // 40, 2))[:, 0] * strength / 4
    light: Pixels = (1 + level + fine).astype(np.float32)
    return light


def _dome(knot_px: tuple[int, int]) -> Pixels:
    """Return the light on one knot of pile: a dome lit from above left, shadow under its lower edge and between columns."""
    y, x = _points(knot_px)
    round_x, round_y = 1 - np.abs(2 * x - 1) ** 3, 1 - np.abs(2 * y - 1) ** 3
    lit = 0.10 * (0.5 - x) + 0.16 * (0.45 - y)
    shade = 0.90 + 0.07 * round_x + 0.09 * round_y + lit
    return _averaged(shade, knot_px)


def _weft(knot_px: tuple[int, int]) -> Pixels:
    """Return the light on one cell of weft-faced cloth: two fine ribs along, each shot over one warp and under the next."""
    y, x = _points(knot_px)
    over = np.abs(np.sin(np.pi * 2 * y))
    wave = np.where(x < 0.5, over, np.abs(np.cos(np.pi * 2 * y)))
    shade = 0.90 + 0.13 * wave + 0.05 * (1 - np.abs(np.mod(2 * x, 1) * 2 - 1) ** 2) + 0.04 * (0.5 - y)
    return _averaged(shade, knot_px)


def _points(knot_px: tuple[int, int]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return (y, x) of the model's points within a knot, 0 to 1."""
    number = max(_POINTS, *knot_px)
    at = (np.arange(number) + 0.5) / number
    return at[:, None], at[None, :]


def _averaged(shade: NDArray[np.float64], knot_px: tuple[int, int]) -> Pixels:
    """Return a model averaged to the pixels of a knot, as light with a mean of 1."""
    across, along = knot_px
    light = _means(_means(shade, along).T, across).T
    averaged: Pixels = (light / light.mean()).astype(np.float32)
    return averaged


def _means(rows: NDArray[np.float64], parts: int) -> NDArray[np.float64]:
    """Return the means of rows taken together in so many parts."""
    starts = np.arange(parts) * len(rows) // parts
    means: NDArray[np.float64] = np.add.reduceat(rows, starts, axis=0) / np.diff(np.append(starts, len(rows)))[:, None]
    return means


def _shaded(pixels: Pixels, shade: Pixels, dice: Dice) -> NDArray[np.uint8]:
    """Return the colours of pixels with the shade of each knot and the grain of the wool."""
    along, across = shade.shape
    high, wide = pixels.shape[:2]
    tiled = pixels.reshape(high // along, along, wide // across, across, 3)
    tiled *= shade[None, :, None, :, None]
    pixels *= 1 + grain(dice.stream("grain"), (high, wide))[..., None]
    return levels(pixels)


def _softly_enlarged(colours: Pixels, knot_px: tuple[int, int], dice: Dice, lean: float) -> Pixels:
    """Enlarge knots so that their edges wander by a part of a knot, as pile leans over its neighbour."""
    high, wide = colours.shape[:2]
    across, along = knot_px
    if knot_px == (1, 1):
        return colours
    shape, stream = (high * along, wide * across), dice.stream("edges")
    tuft = max(1, min(across, along) // 4)
    shifts = stream.uniform(-lean, lean, (2, 251, 256)).astype(np.float32).repeat(tuft, axis=1).repeat(tuft, axis=2)
    y = ((np.arange(shape[0], dtype=np.float32) + 0.5) / along)[:, None] + repeated(shifts[0], shape)
    x = ((np.arange(shape[1], dtype=np.float32) + 0.5) / across)[None, :] + repeated(shifts[1], shape)
    at = np.clip(y.astype(np.int32), 0, high - 1) * np.int32(wide) + np.clip(x.astype(np.int32), 0, wide - 1)
    enlarged: Pixels = colours.reshape(-1, 3).take(at, axis=0)
    return enlarged


def levels(pixels: NDArray[Any]) -> NDArray[np.uint8]:
    """Return colours as sRGB levels; what light has driven beyond is clipped."""
    whole: NDArray[np.uint8] = np.clip(pixels, 0, 255).astype(np.uint8)
    return whole


def repeated(tile: Pixels, shape: tuple[int, int]) -> Pixels:
    """Return a tile laid side by side until it fills a shape."""
    high, wide = shape
    laid: Pixels = np.tile(tile, (-(-high // tile.shape[0]), -(-wide // tile.shape[1])))[:high, :wide]
    return laid


def grain(stream: np.random.Generator, shape: tuple[int, int]) -> Pixels:
    """Return the grain of wool: fine noise drawn out along the pile's lean, about ±3 %."""
    tile = stream.standard_normal((512 + 2, 509), np.float32) * 0.03
    return repeated((tile[:-2] + tile[1:-1] * 1.4 + tile[2:]) / 2, shape)
