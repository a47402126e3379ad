"""Fields that stand upright: the tree of life, and the niche of a prayer carpet; their left half is drawn."""

from __future__ import annotations

import numpy as np

from nawl.weaving.composing.drawing import flowers
from nawl.weaving.composing.drawing.pen import Mask, Plane, grown, layered, plane, shrunk
from nawl.weaving.composing.dyes import line_on, rim_on
from nawl.weaving.composing.medallions import lay, sprinkle
from nawl.weaving.composing.recipe import FieldPlan, Role
from nawl.weaving.composing.stage import Stage
from nawl.weaving.motifs.motif import Cells, Part


def arch(stage: Stage, foot: float) -> Plane:
    """Return 0 in the axis and 1 on the edge of a niche whose shoulders begin `foot` u above the middle."""
    rx, ry = stage.reach
    rise = np.clip((stage.up - foot) / (ry * 0.97 - foot), 0, 1)
    curve = (1 - rise) ** 0.52 * (1 - 0.16 * np.sin(np.pi * rise) ** 2)
    cusp = 1 - 0.05 * np.abs(np.sin(rise * np.pi * 5)) * (rise > 0)
    half = rx * 0.90 * np.where(stage.up < foot, 1.0, curve * cusp)
    at: Plane = np.abs(stage.across) / np.maximum(half, 1e-6)
    return np.where((stage.up > ry * 0.96) | (stage.up < -ry + rx * 0.1), 9.0, at)


def niche(stage: Stage, plan: FieldPlan, step: float) -> None:
    """A cusped niche over a quiet ground: flowers in the spandrels, a lamp hanging from its point, a tree of flowers below."""
    rx, ry = stage.reach
    at = arch(stage, ry * 0.28)
    inside: Mask = at <= 1
    stage.fill(np.ones(stage.roles.shape, np.bool_), Role.CORNER)
    stage.fill(grown(inside, 5), Role.DARK)
    stage.fill(grown(inside, 4), rim_on(stage.palette, Role.CORNER, Role.GROUND))
    stage.fill(grown(inside, 1), Role.DARK)
    stage.fill(inside, Role.GROUND)
    stage.keep_clear(grown(inside, 7))
    _spandrel(stage, plan, step)
    stage.taken[:] = ~shrunk(inside, 5)
    _lamp(stage, plan, ry * 0.90)
    _tree(stage, plan, step, -ry * 0.90, ry * (0.30 if plan.turn % 2 == 0 else 0.15), rx * 0.74, Role.GROUND)
    sprinkle(stage, shrunk(inside, 6), Role.GROUND, step * 0.36, plan.turn + 1)


def _spandrel(stage: Stage, plan: FieldPlan, step: float) -> None:
    rx, ry = stage.reach
    line = line_on(stage.palette, Role.CORNER)
    t = np.linspace(0, 1, 200)
    turn = 2.6 * np.pi * t + 0.6
    radius = rx * 0.34 * (1 - t) ** 0.8
    cx, cy = -rx * 0.60, ry - rx * 0.36
    stage.line([(cx + np.sin(turn) * radius, cy + np.cos(turn) * radius)], line, max(1.8, step / 26))
    lay(stage, flowers.rosette, (cx, cy), rx * 0.30, Role.CORNER, plan.turn, 0.0)
    for angle, form in (
        (0.7, flowers.palmette),
        (2.2, flowers.palmette),
        (3.6, flowers.rosette),
        (4.9, flowers.palmette),
    ):
        lay(
            stage,
            form,
            (cx + np.sin(angle) * rx * 0.32, cy + np.cos(angle) * rx * 0.32),
            rx * 0.22,
            Role.CORNER,
            plan.turn + 1,
            angle,
        )
    free = ~stage.taken
    sprinkle(stage, free, Role.CORNER, step * 0.34, plan.turn + 2)


def _lamp(stage: Stage, plan: FieldPlan, top: float) -> None:
    """A mosque lamp on its chain, in the niche's axis."""
    size = stage.reach[0] * 0.34
    y = top - size * 1.15
    w, h = stage.sized(size, size * 1.3, 0)
    stage.line([(np.zeros(2), np.array([y, top + 20]))], Role.THIRD, 2, where=stage.roles == Role.GROUND)
    stage.put(lamp(w, h), 0, y, stage.dye(Role.GROUND, plan.turn + 1), 3)


def lamp(wide: int, high: int) -> Cells:
    """A hanging glass lamp: a flaring neck, a round body with a band, a foot."""
    u, v = plane(wide, high)
    neck = (v > 0.28) & (np.abs(u) < 0.22 + 0.42 * np.clip(v - 0.28, 0, 1))
    body = np.hypot(u / 0.80, (v + 0.14) / 0.50) <= 1
    foot = (v < -0.58) & (np.abs(u) < 0.14 + 0.34 * np.clip(-v - 0.62, 0, 1))
    whole = (neck | body | foot) & (v > -0.99)
    band = body & (np.abs(v + 0.12) < 0.16)
    flame = np.hypot(u / 0.16, (v + 0.12) / 0.13) <= 1
    inner = shrunk(whole)
    return layered(
        wide, high, (whole, Part.OUTLINE), (inner, Part.MAIN), (inner & grown(band), Part.OUTLINE), (inner & band, Part.LIGHT), (flame & inner, Part.HEART),
    )  # fmt: skip


def tree(stage: Stage, plan: FieldPlan, step: float) -> None:
    """The tree of life over the whole field, growing from a stepped mound, birds' room and sprigs about it."""
    rx, ry = stage.reach
    _mound(stage, -ry, rx)
    _tree(stage, plan, step, -ry + rx * 0.26, ry * 0.93, rx * 0.84, Role.GROUND)
    sprinkle(stage, ~stage.taken, Role.GROUND, step * 0.36, plan.turn + 1)


def _mound(stage: Stage, foot: float, rx: float) -> None:
    stair = max(2.0, round(rx / 22))
    up = np.floor((stage.up - foot) / stair) * stair
    across = np.floor(np.abs(stage.across) / stair) * stair
    for n, (size, role) in enumerate(((0.62, Role.FOURTH), (0.42, Role.CORNER), (0.22, Role.FIRST))):
        hill = across / (rx * size * 1.3) + up / (rx * size * 0.55)
        stage.fill(hill <= 1, Role.DARK)
        stage.fill((across + 2) / (rx * size * 1.3) + (up + 2) / (rx * size * 0.55) <= 1, role)
        if n == 0:
            stage.keep_clear(hill <= 1, 2)


def _tree(stage: Stage, plan: FieldPlan, step: float, foot: float, top: float, reach: float, ground: Role) -> None:
    """A trunk with pairs of boughs that bend up and outwards, each ending in a flower, leaves along them, a crown above."""
    line = line_on(stage.palette, ground)
    tall = top - foot
    pairs = max(2, round(tall / (step * 0.95)))
    trunk = max(3.0, step / 7)
    crown = min(step * 0.92, reach * 0.6)
    stage.line([(np.zeros(2), np.array([foot, top - crown * 0.6]))], Role.DARK, trunk + 2)
    stage.line([(np.zeros(2), np.array([foot, top - crown * 0.6]))], line, trunk)
    lay(stage, flowers.palmette, (0.0, top - crown * 0.5), crown, ground, plan.turn, 0.0)
    boughs = [
        _bough(foot + tall * (0.10 + 0.74 * n / pairs), reach * (1 - 0.42 * (n / pairs) ** 1.6), tall * 0.74 / pairs)
        for n in range(pairs)
    ]
    stage.line(boughs, line, max(2.0, step / 14))
    forms = (flowers.rosette, flowers.palmette, flowers.tulip, flowers.lotus)
    for n, (x, y) in enumerate(boughs):
        lay(
            stage,
            forms[n % 4],
            (float(x[-1]), float(y[-1])),
            step * 0.64,
            ground,
            plan.turn + n % 3,
            0.0 if n % 4 != 1 else -0.5,
        )
    for n, (x, y) in enumerate(boughs):
        for at in (16, 24, 32):
            tilt = float(np.arctan2(x[at + 1] - x[at], y[at + 1] - y[at]))
            for side in (-1, 1):
                normal = (np.cos(tilt) * side, -np.sin(tilt) * side)
                lay(
                    stage,
                    flowers.leaf,
                    (float(x[at]) + normal[0] * step * 0.15, float(y[at]) + normal[1] * step * 0.15),
                    step * 0.2,
                    ground,
                    0,
                    tilt + side * 0.8,
                )
        middle = 22
        lay(
            stage,
            flowers.bud,
            (float(x[middle]), float(y[middle]) + step * 0.42),
            step * 0.34,
            ground,
            plan.turn + n + 1,
            0.0,
        )


def _bough(y: float, reach: float, rise: float) -> tuple[Plane, Plane]:
    t = np.linspace(0, 1, 41)
    x = -reach * np.sin(t * np.pi / 2) ** 0.9
    return x, y + rise * (0.15 * np.sin(np.pi * t) + 1.05 * t**2.2)
