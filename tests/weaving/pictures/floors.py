"""Photographs as a phone takes them: a carpet lies on a floor, seen aslant, the light falls from one side."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image, ImageFilter

from nawl.weaving.chart import Chart
from nawl.weaving.pictures.reading import Picture, read_picture

WIDE, HIGH = 640, 800
FLOORS = ("concrete", "wood", "tiles", "grass")


def on_the_floor(chart: Chart, seed: int, floor: str, slant: float = 0.12, share: float = 0.7) -> Picture:
    """Return a photograph of a carpet that takes about `share` of its sides, its corners off by up to `slant`."""
    dice = np.random.default_rng(seed)
    dyes = np.array([yarn.srgb for yarn in chart.yarns], np.uint8)
    cloth = Image.fromarray(dyes[chart.knots])
    corners = _corners(chart, dice, slant, share)
    laid = _laid(cloth, corners)
    cover = np.asarray(_laid(Image.new("L", cloth.size, 255), corners), float)[..., None] / 255
    ground = _ground(floor, dice)
    shadow = np.roll(cover, (9, 7), (0, 1)) * 0.25
    seen = np.asarray(laid, float) * cover + ground * (1 - shadow) * (1 - cover)
    return _taken(seen, dice)


def corners_of(chart: Chart, seed: int, slant: float = 0.12, share: float = 0.7) -> list[tuple[float, float]]:
    """Return where the carpet's corners lie in that photograph, as fractions."""
    corners = _corners(chart, np.random.default_rng(seed), slant, share)
    return [(x / WIDE, y / HIGH) for x, y in corners]


def _corners(chart: Chart, dice: np.random.Generator, slant: float, share: float) -> list[tuple[float, float]]:
    wide, high = chart.frame.wide * chart.frame.cell, chart.frame.high
    scale = share * min(WIDE / wide, HIGH / high)
    middle = np.array([WIDE, HIGH]) * (0.5 + dice.uniform(-0.06, 0.06, 2))
    box = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) * (wide * scale / 2, high * scale / 2)
    box[:2, 0] *= 1 - dice.uniform(0, slant * 2)
    turn = np.radians(dice.uniform(-60, 60) * slant)
    box = box @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    box += dice.uniform(-1, 1, (4, 2)) * slant * 0.3 * min(wide, high) * scale
    return [tuple(point) for point in np.clip(box + middle, 4, (WIDE - 4, HIGH - 4))]


def _laid(cloth: Image.Image, corners: list[tuple[float, float]]) -> Image.Image:
    wide, high = cloth.size
    rows, sources = [], []
    for (x, y), (u, v) in zip(corners, ((0, 0), (wide, 0), (wide, high), (0, high)), strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        sources += [u, v]
    turn = np.linalg.solve(np.array(rows, float), np.array(sources, float))
    return cloth.transform((WIDE, HIGH), Image.Transform.PERSPECTIVE, tuple(turn), Image.Resampling.BICUBIC)


def _ground(floor: str, dice: np.random.Generator) -> np.ndarray:
    rows, columns = np.mgrid[0:HIGH, 0:WIDE].astype(float)
    if floor == "concrete":
        return np.full((HIGH, WIDE, 3), dice.uniform(120, 190)) + dice.normal(0, 4, (HIGH, WIDE, 1))
    if floor == "wood":
        plank = (columns // 90).astype(int)
        tone = dice.uniform(0.85, 1.1, plank.max() + 1)[plank] * (1 + 0.05 * np.sin(rows / 37 + plank * 2.1))
        tone *= np.where(columns % 90 < 3, 0.55, 1)
        return tone[..., None] * (166, 122, 80)
    if floor == "tiles":
        joint = (rows % 130 < 5) | (columns % 130 < 5)
        return np.where(joint[..., None], (120, 116, 110), (214, 206, 192)) + dice.normal(0, 3, (HIGH, WIDE, 1))
    blades = Image.fromarray(dice.normal(128, 60, (HIGH, WIDE)).clip(0, 255).astype(np.uint8))
    tuft = np.asarray(blades.filter(ImageFilter.GaussianBlur(2)), float)[..., None] - 128
    return np.array((92, 118, 60)) + tuft * 1.5


def _taken(seen: np.ndarray, dice: np.random.Generator) -> Picture:
    """The light falls off across the picture, lamps are warm, the lens is soft, the sensor noisy, the file a JPEG."""
    rows, columns = np.mgrid[0 : 1 : HIGH * 1j, 0 : 1 : WIDE * 1j]
    way = dice.uniform(0, 2 * np.pi)
    light = 1 + 0.35 * ((columns - 0.5) * np.cos(way) + (rows - 0.5) * np.sin(way)) * 2
    warm = dice.uniform(0.94, 1.08)
    lit = seen * light[..., None] * dice.uniform(0.7, 1.0) * (warm, 1, 1 / warm)
    soft = Image.fromarray(lit.clip(0, 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(1.2))
    noisy = np.asarray(soft, float) + dice.normal(0, 6, (HIGH, WIDE, 3))
    file = io.BytesIO()
    Image.fromarray(noisy.clip(0, 255).astype(np.uint8)).save(file, "JPEG", quality=82)
    return read_picture(file.getvalue(), "photograph.jpg")
