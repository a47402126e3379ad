"""Geometric fields: stars in half-drop, trellis, columns of lozenges, serrated skins, rows of flat weave."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np

from nawl.weaving.composing.borders import repeats, turns
from nawl.weaving.composing.drawing import flowers, geometry
from nawl.weaving.composing.drawing.units import UNITS
from nawl.weaving.composing.dyes import THROUGH, dye, rim_on
from nawl.weaving.composing.patterns.floral import nodes, spaced
from nawl.weaving.composing.recipe import FieldPlan, Role
from nawl.weaving.composing.stage import Stage
from nawl.weaving.motifs.motif import Cells

FORMS: Final[dict[str, Callable[[int, int], Cells]]] = {
    "star": geometry.star,
    "lozenge": geometry.lozenge,
    "hooked": geometry.hooked,
    "star_flower": geometry.star_flower,
    "ram_horn": geometry.ram_horn,
    "rosette": flowers.rosette,
    "daisy": flowers.daisy,
    "palmette": flowers.palmette,
    "lotus": flowers.lotus,
    "tulip": flowers.tulip,
    "boteh": flowers.boteh,
    "bud": flowers.bud,
}


def _forms(plan: FieldPlan, *fallback: str) -> list[Callable[[int, int], Cells]]:
    return [FORMS[name] for name in (plan.motifs or fallback) if name in FORMS] or [FORMS[name] for name in fallback]


def allover(stage: Stage, plan: FieldPlan, step: float) -> None:
    """Two motifs in half-drop, the greater on the net's knots and the smaller between them; dyes go by diagonals."""
    great, small = (_forms(plan, "star", "lozenge") * 2)[:2]
    dx, dy = spaced(stage.reach[0], step * 0.62), spaced(stage.reach[1], step * 0.62)
    size = min(dx, dy)
    for i, j in nodes(stage, dx, dy, 0):
        w, h = stage.sized(size * 1.12, size * 1.12, i, j)
        turn = plan.turn + (abs(j) // 2 + abs(i) // 2) % 3 if j % 2 == 0 else plan.turn + 1
        stage.put_if_free(great(w, h), i * dx, j * dy, stage.dye(Role.GROUND, turn), 1)
    for i, j in nodes(stage, dx, dy, 1):
        w, h = stage.sized(size * 0.5, size * 0.5, i, j)
        stage.put_if_free(small(w, h), i * dx, j * dy, stage.dye(Role.GROUND, plan.turn + 2 + abs(i) % 2), 1)


def trellis(stage: Stage, plan: FieldPlan, step: float) -> None:
    """A stepped lattice of lozenges, each with a flower; grounds of the meshes go by diagonals, knots have small stars."""
    dx, dy = spaced(stage.reach[0], step * 0.5), spaced(stage.reach[1], step * 0.62)
    stair = max(1.0, round(step / 40))
    a, b = (
        np.floor(np.abs(stage.across) / stair + 0.5) * stair / dx,
        np.floor(np.abs(stage.up) / stair + 0.5) * stair / dy,
    )
    first, second = (a + b) / 2, (a - b) / 2
    gap = np.minimum(np.abs(first - np.floor(first) - 0.5), np.abs(second - np.floor(second) - 0.5))
    line = 2.4 / step
    mesh = (np.floor(first + 0.5) + 2 * np.floor(second + 0.5)).astype(int) % 4
    free = ~stage.taken
    tinted = (
        (Role.GROUND, Role.GROUND, Role.MEDALLION, Role.CORNER)
        if plan.turn % 2 == 0
        else (Role.GROUND, Role.MEDALLION, Role.GROUND, Role.MEDALLION)
    )
    for n, ground in enumerate(tinted):
        stage.fill(free & (mesh == n), ground)
    edge = 0.5 - gap
    stage.fill(free & (edge > 0.5 - line * 2.1), Role.DARK)
    stage.fill(free & (edge > 0.5 - line * 1.0), rim_on(stage.palette, *tinted))
    _meshes(stage, plan, dx, dy, tinted)


def _meshes(stage: Stage, plan: FieldPlan, dx: float, dy: float, tinted: tuple[Role, ...]) -> None:
    forms = _forms(plan, "rosette", "tulip")
    for i, j in nodes(stage, dx, dy, 0):
        first, second = (abs(i) + abs(j)) // 2, (abs(i) - abs(j)) // 2
        ground = tinted[(first + 2 * second) % 4]
        size = min(dx, dy)
        w, h = stage.sized(size * 0.86, size * 0.92, i, j)
        cells = forms[(abs(i) + abs(j)) // 2 % len(forms)](w, h)
        if j < 0:
            cells = cells[::-1]
        stage.put_if_free(cells, i * dx, j * dy, stage.dye(ground, plan.turn + abs(j) % 2), 0)


def column(stage: Stage, plan: FieldPlan, step: float) -> None:
    """A column of great lozenges tip to tip down the middle, hooked, each with its own ground; half ones at the edges."""
    rx, ry = stage.reach
    count = max(1, round(2 * ry / step)) | 1
    dy = 2 * ry / count
    grounds = (Role.MEDALLION, Role.CORNER, Role.FIRST)
    for n in range(count // 2 + 1):
        y = n * dy
        _great_lozenge(stage, plan, y, rx * 0.92, dy / 2, grounds[n % 2 if plan.turn % 2 == 0 else n % 3])
    for n in range(count // 2 + 1):
        _edge_lozenge(stage, (n + 0.5) * dy, rx, dy, Role.SECOND if n % 2 else Role.THIRD)
    _confetti_of_stars(stage, plan, dy)


def _great_lozenge(stage: Stage, plan: FieldPlan, y: float, a: float, b: float, ground: Role) -> None:
    stair = max(2.0, round(b / 16))
    across = np.floor(np.abs(stage.across) / stair + 0.5) * stair
    up = np.floor(np.abs(stage.up - y) / stair + 0.5) * stair
    at = across / a + up / b
    stage.keep_clear(at <= 1.0, 3)
    teeth = (np.abs(stage.up - y) // stair) % 4 < 2
    for edge, role in (
        (1.0, Role.DARK),
        (0.95, rim_on(stage.palette, Role.GROUND, ground)),
        (0.86, Role.DARK),
        (0.83, ground),
    ):
        stage.fill(at <= edge, role)
    stage.fill((at <= 0.83) & (at > 0.74) & teeth, rim_on(stage.palette, ground))
    stage.fill((at <= 0.62) & (at > 0.585), rim_on(stage.palette, ground))
    inner = Role.FIRST if ground is not Role.FIRST and stage.palette.first != stage.palette.of(ground) else Role.LIGHT
    stage.fill(at <= 0.56, Role.DARK)
    stage.fill(at <= 0.53, inner)
    size = b * 0.66
    w, h = stage.sized(min(size, a * 0.55), size, 0, y)
    stage.put(_forms(plan, "star")[0](w, h), 0, y, stage.dye(inner, plan.turn))
    for side in (-1, 1):
        w, h = stage.sized(b * 0.20, b * 0.20, 0)
        stage.put(geometry.star(w, h), 0, y + side * b * 0.68, stage.dye(ground, plan.turn + 1))
    w, h = stage.sized(b * 0.2, b * 0.2, 1, y)
    stage.put(geometry.star(w, h), -a * 0.68, y, stage.dye(ground, plan.turn + 1))


def _edge_lozenge(stage: Stage, y: float, rx: float, dy: float, ground: Role) -> None:
    if stage.palette.of(ground) == stage.palette.ground:
        ground = Role.MEDALLION
    stair = max(2.0, round(dy / 32))
    across = np.floor((stage.across + rx) / stair) * stair
    up = np.floor(np.abs(stage.up - y) / stair + 0.5) * stair
    at = across / (rx * 0.44) + up / (dy * 0.30)
    stage.keep_clear(at <= 1, 2)
    for edge, role in (
        (1.0, Role.DARK),
        (0.93, ground),
        (0.60, Role.DARK),
        (0.54, Role.LIGHT if ground is not Role.LIGHT else Role.FIRST),
        (0.3, Role.DARK),
        (0.24, Role.FIRST),
    ):
        stage.fill(at <= edge, role)


def _confetti_of_stars(stage: Stage, plan: FieldPlan, dy: float) -> None:
    """Small stars where the great forms leave room."""
    step = max(12.0, dy / 7)
    for i, j in nodes(stage, spaced(stage.reach[0], step), spaced(stage.reach[1], step), 1):
        w, h = stage.sized(step * 0.66, step * 0.66, i, j)
        x, y = i * spaced(stage.reach[0], step), j * spaced(stage.reach[1], step)
        stage.put_if_free(geometry.star(w, h), x, y, stage.dye(Role.GROUND, plan.turn + abs(j) % 2), 1)


def serrated(stage: Stage, plan: FieldPlan, step: float) -> None:
    """Serrated lozenge skins that spread from the middle over the whole field, in the rhythm of the palette."""
    rx, ry = stage.reach
    stair_x, stair_y = max(2.0, round(step / 8)), max(2.0, round(step / 8))
    across = np.floor(np.abs(stage.across) / stair_x) * stair_x
    up = np.floor(np.abs(stage.up) / stair_y) * stair_y
    at = (across + up * rx / ry * 1.05) / step * 2
    order = (
        Role.LIGHT,
        Role.FIRST,
        Role.DARK,
        Role.THIRD,
        Role.SECOND,
        Role.LIGHT,
        Role.FOURTH,
        Role.FIRST,
        Role.GROUND,
        Role.SECOND,
        Role.THIRD,
        Role.DARK,
    )
    band = np.floor(at).astype(int)
    table = np.array([int(order[(n + plan.turn) % len(order)]) for n in range(int(band.max()) + 1)], np.uint8)
    stage.roles[...] = table[band]


def bands(stage: Stage, plan: FieldPlan, step: float) -> None:
    """Rows of flat weave: broad bands of kilim forms between narrow ones, the middle band the greatest, all in mirror."""
    half = stage.high / 2
    kinds = plan.motifs or ("kilim", "waves", "stars", "merlons", "lozenges", "waves")
    grounds = (Role.GROUND, Role.CORNER, Role.MEDALLION, Role.CORNER, Role.BORDER, Role.MINOR)
    heights = [1.0, 0.34, 0.8, 0.30, 0.92, 0.34]
    top, n = half - step * 0.5 * stage.cell, 0
    bottom = half + step * 0.5 * stage.cell
    while bottom > 0:
        index = n % len(kinds)
        unit, ground = UNITS[kinds[index]], grounds[n % len(grounds)]
        last = top <= 3
        _band(
            stage, unit.code, max(0, round(top)) if not last else 0, round(bottom), ground, plan.turn + n // len(kinds)
        )
        if last:
            return
        bottom = top
        n += 1
        top = bottom - step * heights[n % len(heights)] * stage.cell
        if top < step * 0.26 * stage.cell:
            top = 0


def _band(stage: Stage, code: str, top: int, bottom: int, ground: Role, turn: int) -> None:
    rows, columns = stage.roles.shape
    thick = bottom - top
    if thick < 4:
        return
    line = max(2, round(thick * 0.06))
    stage.roles[top : min(bottom, rows)] = ground
    stage.roles[top : min(top + line, rows)] = Role.DARK
    if bottom < rows:
        stage.roles[bottom - line : bottom] = Role.DARK
    unit = UNITS[code]
    inner = thick - 2 * line
    sizes = repeats(stage.wide, unit.ratio * inner / stage.cell, unit.is_odd)
    x = 0
    for size, from_middle in zip(sizes, turns(len(sizes)), strict=True):
        if x >= columns:
            break
        cells = unit.side(size, inner, from_middle)
        shown = dye(stage.palette, ground, turn + from_middle % 2)[cells][: max(0, rows - top - line), : columns - x]
        target = stage.roles[top + line : top + line + shown.shape[0], x : x + shown.shape[1]]
        np.copyto(target, shown, where=shown != THROUGH)
        x += size
