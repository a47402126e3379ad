"""Floral fields: vines that cross in an ogee net, palmettes and rosettes on their knots, sprigs between."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nawl.weaving.composing.drawing import flowers
from nawl.weaving.composing.drawing.forms import FORMS, drawn, standing
from nawl.weaving.composing.drawing.pen import Plane
from nawl.weaving.composing.dyes import line_on
from nawl.weaving.composing.recipe import FieldPlan, Role
from nawl.weaving.composing.stage import Stage


def spaced(reach: float, step: float) -> float:
    """Return the step nearest to `step` of which a whole number and a half fit into `reach`, so that the rim is alike."""
    count = max(1, round(reach / step - 0.5))
    return reach / (count + 0.5)


def _ogee(x0: float, y0: float, x1: float, y1: float) -> tuple[Plane, Plane]:
    """A curve that leaves and arrives upright and crosses over in the middle."""
    t = np.linspace(0, 1, 41)
    once = t * t * (3 - 2 * t)
    ease = 0.5 * once + 0.5 * once * once * (3 - 2 * once)
    return x0 + (x1 - x0) * ease, y0 + (y1 - y0) * t


def nodes(stage: Stage, dx: float, dy: float, odd: int) -> Iterator[tuple[int, int]]:
    """Yield the half-drop lattice's points of the drawn part, outwards from the middle; `odd` takes the other half."""
    columns, rows = int(stage.reach[0] / dx) + 1, int(stage.reach[1] / dy) + 1
    low = -rows if stage.roles.shape[0] == stage.high and stage.high > 1 else 0
    points = [(i, j) for i in range(-columns, 1) for j in range(low, rows + 1) if (i + j) % 2 == odd]
    yield from sorted(points, key=lambda p: (p[0] ** 2 + p[1] ** 2, p))


def scroll(stage: Stage, plan: FieldPlan, step: float) -> None:
    """An ogee net of vines with palmettes and rosettes by turns on its knots and a sprig in each mesh."""
    dx, dy = spaced(stage.reach[0], step), spaced(stage.reach[1], step * 1.15)
    line = line_on(stage.palette, Role.GROUND)
    curves = []
    for i, j in nodes(stage, dx, dy, 0):
        for to in (-1, 1):
            curves.append(_ogee(i * dx, j * dy, (i + to) * dx, (j + 1) * dy))
            curves.append(_ogee(i * dx, j * dy, (i + to) * dx, (j - 1) * dy))
    stage.line(curves, line, max(1.8, step / 30))
    for i, j in nodes(stage, dx, dy, 0):
        _knot(stage, plan, i, j, dx, dy)
    for i, j in nodes(stage, dx, dy, 1):
        _mesh(stage, plan, i, j, dx, dy)
    for curve in curves:
        _leaves(stage, curve, min(dx, dy))


def _leaves(stage: Stage, curve: tuple[Plane, Plane], size: float) -> None:
    """Leaves that grow from a vine by turns on its two sides, towards its end."""
    x, y = curve
    for at, side in ((14, 1), (20, -1), (26, 1)):
        lean = float(np.arctan2(x[at + 1] - x[at], y[at + 1] - y[at]))
        w, h = stage.sized(size * 0.20, size * 0.28)
        out = size * 0.15
        where = (float(x[at]) + side * out * np.cos(lean), float(y[at]) - side * out * np.sin(lean))
        if stage.is_taken(*where):
            continue
        stage.put_if_free(flowers.leaf(w, h, turn=round(lean + side * 0.75, 1)), *where, stage.dye(Role.GROUND, 3), 0)


def _knot(stage: Stage, plan: FieldPlan, i: int, j: int, dx: float, dy: float) -> None:
    """The greatest flower that has room: round ones on even rows, standing ones on odd rows, away from the middle."""
    size = min(dx, dy)
    known = [motif for motif in plan.motifs if motif in FORMS]
    round_one, standing_one = (*known, *("rosette", "palmette")[len(known) :])[:2]
    name, least = (round_one, "daisy") if j % 2 == 0 else (standing_one, "bud")
    turn = plan.turn + abs(j) // 2 % 2 + abs(i) // 2 % 2
    for form, share in ((name, 0.86), (name, 0.6), (least, 0.3)):
        w, h = stage.sized(size * share, size * share, i, j)
        cells = drawn(standing(form, i == 0, j == 0), w, h)
        if stage.put_if_free(cells if j >= 0 else cells[::-1], i * dx, j * dy, stage.dye(Role.GROUND, turn), 2):
            return


def _mesh(stage: Stage, plan: FieldPlan, i: int, j: int, dx: float, dy: float) -> None:
    size = min(dx, dy)
    w, h = stage.sized(size * 0.42, size * 0.42, i, j)
    if stage.put_if_free(flowers.daisy(w, h, petals=8), i * dx, j * dy, stage.dye(Role.GROUND, plan.turn + 2), 1):
        for way in (1, -1):
            w, h = stage.sized(size * 0.2, size * 0.28, i)
            lean = 0.0 if way > 0 else np.pi
            stage.put_if_free(
                flowers.leaf(w, h, turn=lean), i * dx, j * dy + way * size * 0.40, stage.dye(Role.GROUND, 0), 1
            )
