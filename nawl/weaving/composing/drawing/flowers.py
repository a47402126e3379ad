"""Flowers of the city carpets: rosettes, palmettes, leaves, buds, the cypress; smooth forms with an outline."""

from __future__ import annotations

import numpy as np

from nawl.weaving.composing.drawing.pen import Mask, Plane, layered, plane, polar, remembered, settled, shrunk
from nawl.weaving.motifs.motif import Cells, Part


def scalloped(r: Plane, angle: Plane, petals: int, depth: float) -> Plane:
    """Distance from the middle, 1 on the edge of a flower of so many round petals that are `depth` deep."""
    lobe = np.abs(np.cos(petals * angle / 2))
    return settled(r / (1 - depth + depth * np.sqrt(lobe)))


@remembered
def rosette(wide: int, high: int, petals: int = 8, turn: float = 0.0) -> Cells:
    """An open flower seen from above: petals, a ring, a heart."""
    u, v = plane(wide, high, turn)
    r, angle = polar(u, v)
    f = scalloped(r, angle, petals, 0.24)
    whole = f <= 1
    inner = shrunk(whole)
    rib = (np.abs(np.sin(petals * angle / 2)) > 1 - 7.0 / (petals * max(6, min(wide, high)))) & (f > 0.5)
    size = min(wide, high)
    layers = [(whole, Part.OUTLINE), (inner, Part.MAIN)]
    if size < 24:
        return layered(wide, high, *layers, (r < 0.50, Part.LIGHT), (r < 0.26, Part.HEART))
    layers += [(inner & rib, Part.OUTLINE), (inner & (f < 0.70) & ~rib, Part.SECOND)]
    layers += [(inner & (f < 0.52), Part.OUTLINE), (r < 0.52 - 2 / size, Part.LIGHT)]
    if size >= 32:
        layers += [(r < 0.30, Part.OUTLINE)]
    layers += [(r < 0.30 - (2 / size if size >= 32 else 0), Part.HEART)]
    if size >= 56:
        heart = scalloped(r / 0.22, angle, 6, 0.3) <= 1
        layers += [(heart, Part.OUTLINE), (shrunk(heart), Part.LIGHT), (r < 0.08, Part.HEART)]
    return layered(wide, high, *layers)


@remembered
def daisy(wide: int, high: int, petals: int = 6, turn: float = 0.0) -> Cells:
    """A small flower of few petals with a heart; read from 7 knots up."""
    u, v = plane(wide, high, turn)
    r, angle = polar(u, v)
    whole = scalloped(r, angle, petals, 0.42) <= 1
    inner = shrunk(whole) if min(wide, high) >= 11 else whole
    return layered(wide, high, (whole, Part.OUTLINE), (inner, Part.MAIN), (r < 0.36, Part.HEART))


def _petal(u: Plane, v: Plane, foot: tuple[float, float], tilt: float, size: tuple[float, float]) -> Mask:
    """A pointed petal from its foot, leaning clockwise from the upright by `tilt`; `size` is half its width and its length."""
    du, dv = u - foot[0], v - foot[1]
    along, side = dv * np.cos(tilt) + du * np.sin(tilt), du * np.cos(tilt) - dv * np.sin(tilt)
    along, side = settled(along), settled(side)
    t = np.clip(along / size[1], 0, 1)
    mask: Mask = (along >= 0) & (along <= size[1]) & (np.abs(side) <= size[0] * 1.9 * t**0.6 * (1 - t**1.6))
    return mask


@remembered
def palmette(wide: int, high: int, turn: float = 0.0) -> Cells:
    """A palmette looking up: a fan of pointed petals, a leaf within, a bright core, a calyx at its foot."""
    u, v = plane(wide, high, turn)
    size, foot = min(wide, high), (0.0, -0.70)
    layers: list[tuple[Mask, Part]] = []
    for tilt, reach in ((1.95, 0.92), (1.30, 1.12), (0.66, 1.42)):
        part = Part.SECOND if tilt == 1.30 and size >= 22 else Part.MAIN
        for lean in (-tilt, tilt):
            petal = _petal(u, v, foot, lean, (0.34, reach))
            layers += [(petal, Part.OUTLINE), (shrunk(petal), part)]
    front = _petal(u, v, (0.0, -0.84), 0, (0.50, 1.80))
    core = _petal(u, v, (0.0, -0.74), 0, (0.33, 1.28))
    seed = _petal(u, v, (0.0, -0.60), 0, (0.17, 0.80))
    layers += [(front, Part.OUTLINE), (shrunk(front), Part.SECOND if size < 22 else Part.MAIN)]
    layers += [(core & shrunk(front), Part.OUTLINE), (shrunk(core & shrunk(front)), Part.LIGHT)]
    if size >= 20:
        layers.append((seed, Part.HEART))
    calyx = (np.hypot(u / 0.34, (v + 0.84) / 0.17) <= 1) | (np.hypot((np.abs(u) - 0.26) / 0.2, (v + 0.78) / 0.2) <= 1)
    layers += [(calyx, Part.OUTLINE), (shrunk(calyx), Part.ACCENT)]
    return layered(wide, high, *layers)


@remembered
def lotus(wide: int, high: int, turn: float = 0.0) -> Cells:
    """A lotus looking up: three broad pointed petals over two side leaves."""
    u, v = plane(wide, high, turn)
    layers: list[tuple[Mask, Part]] = []
    for tilt, size, part in (
        (1.5, (0.20, 1.0), Part.ACCENT),
        (0.9, (0.30, 1.3), Part.SECOND),
        (0.0, (0.36, 1.85), Part.MAIN),
    ):
        for lean in (-tilt, tilt):
            petal = _petal(u, v, (0.0, -0.9), lean, size)
            layers += [(petal, Part.OUTLINE), (shrunk(petal), part)]
    front = _petal(u, v, (0.0, -0.9), 0, (0.36, 1.85))
    heart = _petal(u, v, (0.0, -0.72), 0, (0.18, 1.2))
    layers.append((heart & shrunk(front, 2), Part.LIGHT))
    return layered(wide, high, *layers)


@remembered
def leaf(wide: int, high: int, turn: float = 0.0) -> Cells:
    """A pointed leaf looking up with a midrib; small ones go without outline."""
    u, v = plane(wide, high, turn)
    whole = np.abs(u) <= (1 - v**2) * (0.75 - 0.25 * v)
    if min(wide, high) < 9:
        return layered(wide, high, (whole, Part.ACCENT))
    inner = shrunk(whole)
    rib = (np.abs(u) < 1.2 / wide) & (v < 0.45)
    layers = [(whole, Part.OUTLINE), (inner, Part.ACCENT)]
    return layered(wide, high, *layers, *([(inner & rib, Part.LIGHT)] if min(wide, high) >= 15 else []))


@remembered
def bud(wide: int, high: int, turn: float = 0.0) -> Cells:
    """A bud looking up on its calyx."""
    u, v = plane(wide, high, turn)
    whole = np.abs(u) <= np.sqrt(np.clip(1 - v**2, 0, 1)) * np.where(v > 0, 1 - 0.65 * v, 1) * 0.9
    cup = whole & (v < -0.1 + np.abs(u) * 0.9)
    if min(wide, high) < 9:
        return layered(wide, high, (whole, Part.MAIN), (cup, Part.ACCENT))
    return layered(wide, high, (whole, Part.OUTLINE), (shrunk(whole), Part.MAIN), (shrunk(whole) & cup, Part.ACCENT))


@remembered
def tulip(wide: int, high: int, turn: float = 0.0) -> Cells:
    """A tulip looking up: two curved petals with a light one between, leaves at its foot."""
    u, v = plane(wide, high, turn)
    cup = (np.hypot(u / 0.72, (v - 0.12) / 0.62) <= 1) & (v < 0.30 + 0.55 * np.abs(np.sin(np.abs(u) * 2.3 + 0.15)))
    tips = (np.abs(np.abs(u) - 0.58 - 0.12 * (v - 0.3)) < 0.2 * (1 - v)) & (v > 0.1) & (v < 0.95)
    whole = cup | tips
    middle = np.abs(u) <= 0.30 * (1 - ((v - 0.2) / 0.62) ** 2)
    stem = (np.abs(u) < max(0.06, 1.1 / wide)) & (v < -0.4)
    leaves = (np.abs(np.abs(u) - 0.30 - 0.25 * (v + 1.0)) < 0.16 * (0.1 - v) * (v + 1.25) * 2) & (v < -0.2)
    foot = stem | leaves
    return layered(
        wide, high, (foot, Part.ACCENT), (whole, Part.OUTLINE), (shrunk(whole), Part.MAIN),
        (middle & whole, Part.OUTLINE), (shrunk(middle & whole), Part.LIGHT),
    )  # fmt: skip


@remembered
def boteh(wide: int, high: int, turn: float = 0.0) -> Cells:
    """A boteh: a drop whose tip bends to the right, in three skins with a flower within."""
    u, v = plane(wide, high, turn)
    bend = np.where(v > 0.1, 0.75 * np.clip(v - 0.1, 0, 1) ** 1.8, 0)
    mid = -0.12 + bend
    half = (
        np.where(
            v < -0.25,
            np.sqrt(np.clip(1 - ((v + 0.25) / 0.75) ** 2, 0, 1)),
            1 - (np.clip(v + 0.25, 0, 1.22) / 1.22) ** 1.5,
        )
        * 0.8
    )
    f = np.abs(u - mid) / np.maximum(half, 1e-6)
    whole = (f <= 1) & (half > 0)
    rim = max(1, min(wide, high) // 14)
    second = shrunk(whole, 1 + rim)
    core = shrunk(whole, 2 + rim * 3)
    r, angle = polar((u + 0.12) / 0.46, (v + 0.3) / 0.38)
    flower = scalloped(r, angle, 6, 0.35) <= 1
    return layered(
        wide, high, (whole, Part.OUTLINE), (shrunk(whole), Part.MAIN), (second, Part.OUTLINE), (shrunk(second), Part.SECOND),
        (core & flower, Part.LIGHT), (core & (r < 0.4), Part.HEART),
    )  # fmt: skip


@remembered
def cypress(wide: int, high: int) -> Cells:
    """A cypress: a tall flame with a chevron bark and a foot."""
    u, v = plane(wide, high)
    rise = np.clip((v + 0.8) / 1.78, 0, 1)
    half = np.where(rise < 0.28, np.sqrt(rise / 0.28), 1 - (np.clip(rise - 0.28, 0, 1) / 0.72) ** 1.35) * 0.92
    whole = (np.abs(u) <= half) & (v > -0.8)
    trunk = (np.abs(u) < 0.14) & (v <= -0.76)
    step = max(6, high // 11)
    rows = np.arange(high)[:, None] + np.abs(np.arange(wide)[None] - (wide - 1) / 2) * 0.9
    bark = (rows % step) < max(1.5, step / 4)
    inner = shrunk(whole, 2)
    return layered(
        wide, high, (trunk, Part.OUTLINE), (whole, Part.OUTLINE), (shrunk(whole), Part.MAIN), (inner & bark, Part.SECOND),
    )  # fmt: skip
