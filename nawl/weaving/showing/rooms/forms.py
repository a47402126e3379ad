"""Furniture as flat forms: blocks, cushions, tones of a colour, and the colours that a carpet lends its room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from PIL import ImageDraw

from nawl.weaving.chart import Chart
from nawl.weaving.showing.rooms.camera import Camera, Point
from nawl.weaving.showing.wool import palette

WOOD: Final = (112, 78, 52)
LINEN: Final = (214, 202, 181)
BRASS: Final = (168, 134, 82)
FINER: Final = 2  # forms are drawn larger and brought down, for smooth edges

Colour = tuple[int, int, int]


def block(draw: ImageDraw.ImageDraw, camera: Camera, box: tuple[float, ...], colour: Sequence[int]) -> None:
    """Draw the faces of a block that are seen: its top and its front."""
    left, right, low, high, front, back = box
    top = [(left, high, front), (right, high, front), (right, high, back), (left, high, back)]
    face = [(left, low, front), (right, low, front), (right, high, front), (left, high, front)]
    polygon(draw, camera, top, toned(colour, 1.07))
    polygon(draw, camera, face, toned(colour, 0.84))


def cushion(draw: ImageDraw.ImageDraw, camera: Camera, box: tuple[float, ...], colour: Sequence[int]) -> None:
    """Draw a cushion standing upright: bulging sides, a lighter face, a seam."""
    left, right, low, high, away = box
    middle_x, middle_y = (left + right) / 2, (low + high) / 2
    half_x, half_y = (right - left) / 2, (high - low) / 2
    for part, light in zip(np.linspace(1.0, 0.45, 9), np.linspace(0.76, 1.06, 9) ** 0.6, strict=True):
        turn = np.linspace(0, 2 * np.pi, 73)
        corner = 0.30 + 0.35 * (1 - part)
        x = (
            middle_x
            - half_x * (1 - part) * 0.25
            + half_x * part * np.sign(np.cos(turn)) * np.abs(np.cos(turn)) ** corner
        )
        y = (
            middle_y
            + half_y * (1 - part) * 0.25
            + half_y * part * np.sign(np.sin(turn)) * np.abs(np.sin(turn)) ** corner
        )
        points = [(float(px), float(py), away) for px, py in zip(x, y, strict=True)]
        polygon(draw, camera, points, toned(colour, light))


def polygon(draw: ImageDraw.ImageDraw, camera: Camera, points: Sequence[Point], colour: tuple[int, ...]) -> None:
    """Draw a flat form that stands in the room."""
    draw.polygon([(x * FINER, y * FINER) for x, y in camera.seen(points)], fill=colour)


def toned(colour: Sequence[int], light: float) -> tuple[int, int, int, int]:
    """Return a colour in more or less light, opaque."""
    red, green, blue = (min(255, round(part * light)) for part in colour)
    return red, green, blue, 255


def accents(chart: Chart) -> list[Colour]:
    """Return up to three colours of the carpet for cushions: those woven much that are neither pale nor black."""
    colours = palette(chart)
    order = sorted((n for n, count in enumerate(chart.counts) if count), key=lambda n: -chart.counts[n])
    strong = [n for n in order if 60 < colours[n].mean() < 180] or order or [0]
    return [(int(red), int(green), int(blue)) for red, green, blue in colours[strong[:3]]]
