"""What lies round the cloth: selvedges along the sides, kilim ends and the fringe of warp at both ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from nawl.weaving.chart import Chart
from nawl.weaving.showing.wool import Dice, grain, levels, palette

COTTON: Final = (232, 222, 201)
_FINER: Final = 3  # the fringe is drawn so many times larger and brought down, for soft threads


@dataclass(frozen=True)
class Ends:
    """Pixels of the selvedge's width, of a kilim end's height, of the fringe's length, and of one cm."""

    selvedge: int
    kilim: int
    fringe: int
    cm: float


def ends_of(chart: Chart, wide_px: int, cm: float, *, fringe: bool) -> Ends:
    """Return the sizes that fit a carpet at `cm` pixels a centimetre: smaller on a small panel, never a carpet's width."""
    size = min(1.0, 0.45 + float(chart.frame.width_cm) / 300)
    cord = max(1, min(round(0.8 * size * cm), wide_px // 12))
    if not fringe:
        return Ends(cord, 0, 0, cm)
    return Ends(cord, min(round(2.6 * size * cm), wide_px // 8), min(round(8 * size * cm), wide_px // 4), cm)


def selvedge(chart: Chart, shape: tuple[int, int], *, is_left: bool) -> NDArray[np.uint8]:
    """Return a cord wrapped in the colour of the outermost knots, rounded towards the outside."""
    high, wide = shape
    dice = Dice.of(chart)
    edge = chart.knots[:, 0 if is_left else -1]
    colour = palette(chart)[np.bincount(edge, minlength=256).argmax()] * 0.92
    x = (np.arange(wide) + 0.5) / wide
    round_light = 0.72 + 0.34 * np.sin(np.pi * x) ** 0.8
    wrap = 1 + 0.07 * np.sin((np.arange(high)[:, None] + x[None, :] * wide * 0.6) * 2 * np.pi / max(wide * 0.55, 3))
    light = round_light[None, :] * wrap * (1 + grain(dice.stream("selvedge"), shape))
    return levels(colour * light[..., None])


def kilim_end(chart: Chart, shape: tuple[int, int], *, is_upper: bool) -> NDArray[np.uint8]:
    """Return a woven end: cotton with three fine stripes in the carpet's own colours, mirrored at the other end."""
    high, wide = shape
    dice = Dice.of(chart)
    rows = np.broadcast_to(np.array(COTTON, np.float32), (high, 3)).copy()
    for (start, stop), colour in zip(((0.30, 0.42), (0.46, 0.54), (0.58, 0.70)), _stripes(chart), strict=True):
        rows[round(start * high) : max(round(stop * high), round(start * high) + 1)] = colour
    if not is_upper:
        rows = rows[::-1]
    ribs = 1 + 0.05 * np.cos(np.arange(wide) * 2 * np.pi / 3.0)
    shots = 1 + 0.05 * dice.stream("shots").standard_normal((high, 1)) * 0.6
    fade = np.linspace(0.88, 1.0, high) if not is_upper else np.linspace(1.0, 0.88, high)
    light = ribs[None, :] * shots * fade[:, None] * (1 + grain(dice.stream("kilim"), shape))
    return levels(rows[:, None] * light[..., None])


def _stripes(chart: Chart) -> list[NDArray[np.float32]]:
    """Return the colours of the three stripes: the two that are woven most but for the palest, one inside the other."""
    colours = palette(chart)
    order = sorted((n for n, count in enumerate(chart.counts) if count), key=lambda n: -chart.counts[n])
    strong = [n for n in order if colours[n].mean() < 170] or order
    first, second = colours[strong[0]], colours[strong[min(1, len(strong) - 1)]]
    return [first, second, first]


def fringe(chart: Chart, wide: int, ends: Ends, *, is_upper: bool) -> Image.Image:
    """Return the warp ends as RGBA: bundles knotted close to the cloth, their threads falling as they like."""
    stream = Dice.of(chart).stream("fringe upper" if is_upper else "fringe lower")
    finer = _FINER if ends.cm < 12 else 2
    image = Image.new("RGBA", (wide * finer, ends.fringe * finer), (*COTTON, 0))
    draw = ImageDraw.Draw(image)
    pitch = max(1.15 * ends.cm, 4.0) * finer
    count = max(2, round(wide * finer / pitch))
    for n in range(count):
        _bundle(draw, (n + 0.5) * wide * finer / count, wide * finer / count, ends.fringe * finer, stream)
    small = image.resize((wide, ends.fringe), Image.Resampling.BOX)
    return small.transpose(Image.Transpose.FLIP_TOP_BOTTOM) if is_upper else small


def _bundle(draw: ImageDraw.ImageDraw, middle: float, pitch: float, high: int, stream: np.random.Generator) -> None:
    """Draw one bundle hanging down: its roots drawn together, a knot, and threads that part below."""
    middle += stream.normal(0, pitch * 0.05)
    knot = high * stream.uniform(0.15, 0.19)
    thread = max(1, round(pitch * 0.16))
    lean, end = stream.normal(0, pitch * 0.30), high * stream.uniform(0.86, 0.99)
    for side in np.linspace(-0.42, 0.42, 5):
        draw.line([(middle + side * pitch, 0), (middle, knot)], fill=_tint(stream, 0.84), width=thread)
    for side in np.linspace(-1, 1, 6):
        spread = side * pitch * 0.36 + stream.normal(0, pitch * 0.08)
        turn = lean + stream.normal(0, pitch * 0.10)
        at = np.linspace(0, 1, 7)
        x = middle + spread * np.sqrt(at) * 0.9 + turn * at**2
        y = knot + (end * stream.uniform(0.93, 1.0) - knot) * at
        points = [(float(px), float(py)) for px, py in zip(x, y, strict=True)]
        draw.line(points, fill=_tint(stream, 0.93), width=thread, joint="curve")
    radius = pitch * 0.20
    draw.ellipse(
        (middle - radius, knot - radius * 1.25, middle + radius, knot + radius * 1.25), fill=_tint(stream, 0.80)
    )
    draw.ellipse(
        (middle - radius * 0.7, knot - radius * 1.1, middle + radius * 0.5, knot + radius * 0.5),
        fill=_tint(stream, 0.98),
    )


def _tint(stream: np.random.Generator, light: float) -> tuple[int, int, int, int]:
    tone = light * stream.uniform(0.93, 1.06)
    red, green, blue = (min(255, round(part * tone)) for part in COTTON)
    return red, green, blue, 255
