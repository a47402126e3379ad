"""Fields that stand upright: the tree of life, and the niche of a prayer carpet; their left half is drawn."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from nawl.weaving.composing.drawing import flowers
from nawl.weaving.composing.drawing.forms import drawn
from nawl.weaving.composing.drawing.pen import Mask, Plane, grown, layered, plane, settled, shrunk
from nawl.weaving.composing.dyes import line_on, rim_on
from nawl.weaving.composing.medallions import lay, sprinkle
from nawl.weaving.composing.recipe import FieldPlan, Role
from nawl.weaving.composing.stage import Stage
from nawl.weaving.motifs.motif import Cells, Part


def arch(stage: Stage, foot: float) -> Plane:
    """Return 0 in the axis and 1 on the edge of a niche whose shoulders begin `foot` u above the middle: cusps, then an ogee."""
    rx, ry = stage.reach
    rise = np.clip((stage.up - foot) / (ry * 0.965 - foot), 0, 1)
    curve = np.cos(np.pi / 2 * rise) ** 1.15 * (1 - 0.13 * np.sin(np.pi * rise))
    cusp = 1 - 0.07 * np.sqrt(np.abs(np.sin(rise * np.pi * 4))) * (rise > 0) * (rise < 0.75)
    half = rx * 0.90 * np.where(stage.up < foot, 1.0, curve * cusp)
    at = settled(np.abs(stage.across) / np.maximum(half, 1e-6))
    return np.where((stage.up > ry * 0.965) | (stage.up < -ry + rx * 0.1), 9.0, at)


def niche(stage: Stage, plan: FieldPlan, step: float) -> None:
    """A cusped niche over a quiet ground: flowers in the spandrels, a lamp hanging from its point, a tree of flowers below."""
    rx, ry = stage.reach
    step = min(step, rx * 0.7)
    inside: Mask = arch(stage, ry * 0.16) <= 1
    stage.fill(np.ones(stage.roles.shape, np.bool_), Role.CORNER)
    stage.fill(grown(inside, 5), Role.DARK)
    stage.fill(grown(inside, 4), rim_on(stage.palette, Role.CORNER, Role.GROUND))
    stage.fill(grown(inside, 1), Role.DARK)
    stage.fill(inside, Role.GROUND)
    stage.keep_clear(grown(inside, 6))
    _spandrel(stage, plan, step)
    stage.taken[:] = grown(~inside, 3)
    _lamp(stage, plan, ry * 0.90)
    _tree(stage, plan, step, -ry * 0.93, ry * 0.26, rx * 0.84, Role.GROUND)
    sprinkle(stage, ~grown(~inside, 4), Role.GROUND, step * 0.42, plan.turn + 1)


def _spandrel(stage: Stage, plan: FieldPlan, step: float) -> None:
    """A palmette in the corner, a scroll that rolls out of it, rosettes along the edge, sprigs in what is left."""
    rx, ry = stage.reach
    line = line_on(stage.palette, Role.CORNER)
    x, y, radius = -rx * 0.68, ry - rx * 0.34, rx * 0.25
    drawn = stage.line(
        [_scroll(x, y, radius), _scroll(-rx * 0.80, ry - rx * 0.84, rx * 0.15)], line, max(2.0, step / 15)
    )
    lay(stage, flowers.palmette, (x, y), radius * 1.25, Role.CORNER, plan.turn, 0.75 * np.pi)
    lay(stage, flowers.rosette, (-rx * 0.80, ry - rx * 0.84), rx * 0.19, Role.CORNER, plan.turn + 1, 0.0)
    lay(stage, flowers.rosette, (-rx * 0.24, ry - rx * 0.16), rx * 0.2, Role.CORNER, plan.turn + 1, 0.0)
    stage.keep_clear(drawn, 1)
    for n, angle in enumerate(np.linspace(0.4, 5.6, 9)):
        out = radius * 1.26
        lay(
            stage,
            flowers.leaf,
            (x - out * np.sin(angle), y - out * np.cos(angle)),
            radius * 0.26,
            Role.CORNER,
            n,
            np.pi + angle,
        )
    sprinkle(stage, ~stage.taken, Role.CORNER, step * 0.30, plan.turn + 2)


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
    step = min(step, rx * 0.7)
    _mound(stage, -ry, rx)
    _tree(stage, plan, step, -ry + rx * 0.26, ry * 0.95, rx * 0.96, Role.GROUND)
    _birds(stage, plan, step)
    sprinkle(stage, ~stage.taken, Role.GROUND, step * 0.30, plan.turn + 1)


def _birds(stage: Stage, plan: FieldPlan, step: float) -> None:
    """Two birds that face each other beside the crown, and smaller ones on the hills, where there is room."""
    rx, ry = stage.reach
    for x, y, size, turn in ((-0.60, 0.84, 1.25, 0), (-0.60, 0.80, 1.0, 0), (-0.66, -0.80, 0.8, 1)):
        w, h = stage.sized(step * size, step * size)
        cells = drawn("bird", w, h)[:, ::-1]
        if stage.put_if_free(cells, x * rx, y * ry, stage.dye(Role.GROUND, plan.turn + turn), 2):
            return


def _mound(stage: Stage, foot: float, rx: float) -> None:
    """Hills in steps, one before the other, that the tree grows from."""
    stair = max(2.0, round(rx / 24))
    up = np.floor((stage.up - foot) / stair) * stair
    hills = ((0.0, 0.60, 0.42, Role.FOURTH), (-0.62, 0.40, 0.26, Role.CORNER), (0.0, 0.34, 0.24, Role.FIRST))
    for middle, half, rise, role in hills:
        across = np.floor(np.abs(stage.across - middle * rx) / stair) * stair
        stage.fill(across / (rx * half) + up / (rx * rise) <= 1, Role.DARK)
        stage.fill((across + 2) / (rx * half) + (up + 2) / (rx * rise) <= 1, role)
        stage.keep_clear(across / (rx * half) + up / (rx * rise) <= 1, 2)


def _tree(stage: Stage, plan: FieldPlan, step: float, foot: float, top: float, reach: float, ground: Role) -> None:
    """A trunk whose boughs roll into scrolls, a flower in each scroll, leaves outside, a great palmette for a crown."""
    line, tall = line_on(stage.palette, ground), top - foot
    crown = min(step * 1.3, reach * 0.8)
    room = tall - crown * 0.95
    count = max(2, round(room / (reach * 0.86)))
    pitch = room / count
    radius = min(reach * 0.43, pitch * 0.46)
    stem = [(np.zeros(2), np.array([foot, top - crown * 0.7]))]
    stage.line(stem, Role.DARK, max(3.0, step / 8) + 2)
    stage.keep_clear(stage.line(stem, line, max(3.0, step / 8)), 2)
    _laid(stage, flowers.palmette, (0.0, top - crown * 0.52), crown, ground, plan.turn, 0.0)
    scrolls = [_scroll(-reach * 0.52, foot + pitch * (n + 0.62), radius) for n in range(count)]
    drawn = stage.line(scrolls, line, max(2.0, step / 13))
    for n in range(count):
        middle = (-reach * 0.52, foot + pitch * (n + 0.62))
        form, lean = ((flowers.rosette, 0.0), (flowers.palmette, -0.6), (flowers.lotus, -0.4))[(n + plan.turn) % 3]
        _laid(stage, form, middle, radius * 1.12, ground, plan.turn + n % 2, lean)
    for n in range(count):
        _foliage(stage, plan, (-reach * 0.52, foot + pitch * (n + 0.62)), radius, ground, n)
    stage.keep_clear(drawn, 2)
    _side_buds(stage, plan, foot + pitch * 0.12, pitch, count, step, ground)


def _scroll(x: float, y: float, radius: float) -> tuple[Plane, Plane]:
    """A bough that leaves the trunk below, rolls outwards and over, and ends in its own middle."""
    angle = np.linspace(0, 1.85 * np.pi, 90)
    shrink = radius * (1 - 0.40 * (angle / angle[-1]) ** 1.4)
    run_x, run_y = np.array([0.0, x * 0.45]), np.array([y - radius * 1.45, y - radius * 1.12])
    return np.concatenate([run_x, x - shrink * np.sin(angle)]), np.concatenate([run_y, y - shrink * np.cos(angle)])


def _foliage(
    stage: Stage, plan: FieldPlan, middle: tuple[float, float], radius: float, ground: Role, number: int
) -> None:
    """Leaves along the outside of a scroll, buds between them, small leaves inside."""
    for n, angle in enumerate(np.linspace(0.15, 5.0, 11)):
        curve = radius * (1 - 0.40 * (angle / (1.85 * np.pi)) ** 1.4)
        is_bud = n % 3 == 1
        out = curve + radius * (0.26 if is_bud else 0.16)
        at = (middle[0] - out * np.sin(angle), middle[1] - out * np.cos(angle))
        form, size = (flowers.bud, 0.40) if is_bud else (flowers.leaf, 0.30)
        lay(stage, form, at, radius * size, ground, plan.turn + number + 1, np.pi + angle + (0.0 if is_bud else 0.7))
    for angle in np.linspace(0.9, 4.6, 5):
        inner = radius * (1 - 0.40 * (angle / (1.85 * np.pi)) ** 1.4) - radius * 0.14
        at = (middle[0] - inner * np.sin(angle), middle[1] - inner * np.cos(angle))
        lay(stage, flowers.leaf, at, radius * 0.22, ground, 0, angle - 0.8)


def _side_buds(stage: Stage, plan: FieldPlan, foot: float, pitch: float, count: int, step: float, ground: Role) -> None:
    for n in range(count):
        for share, lean in ((0.30, -0.7), (0.66, -0.5)):
            lay(
                stage, flowers.bud, (-step * 0.36, foot + pitch * (n + share)), step * 0.30, ground, plan.turn + n, lean
            )


def _laid(
    stage: Stage, form: Callable[..., Cells], at: tuple[float, float], size: float, ground: Role, turn: int, lean: float
) -> None:
    """Lay a flower over the bough that ends in it."""
    w, h = stage.sized(max(7, size), max(7, size), 0.0 if abs(at[0]) < 0.5 else at[0])
    stage.put(form(w, h, turn=lean), at[0], at[1], stage.dye(ground, turn), 2)
