"""Geometric fields: stars in half-drop, trellis, columns of lozenges, serrated skins, rows of flat weave."""

from __future__ import annotations

from typing import Final

import numpy as np

from nawl.weaving.composing.borders import repeats, turns
from nawl.weaving.composing.drawing import geometry
from nawl.weaving.composing.drawing.forms import FORMS, drawn, standing
from nawl.weaving.composing.drawing.pen import Plane, grown
from nawl.weaving.composing.drawing.units import UNITS
from nawl.weaving.composing.dyes import APART, THROUGH, distances, dye, rim_on
from nawl.weaving.composing.patterns.floral import nodes, spaced
from nawl.weaving.composing.recipe import FieldPlan, Role
from nawl.weaving.composing.stage import Stage
from nawl.weaving.motifs.motif import Cells, Part


def _form(name: str, i: int, j: int, size: tuple[int, int]) -> Cells:
    return drawn(standing(name, i == 0, j == 0), *size)


def _names(plan: FieldPlan, *fallback: str) -> list[str]:
    return [name for name in plan.motifs if name in FORMS] or list(fallback)


def dense(reach: float, step: float) -> float:
    """Return the step nearest to `step` at which motifs of 1.26 steps end at the rim of the field."""
    return reach / (max(1, round(reach / step - 0.74)) + 0.74)


def allover(stage: Stage, plan: FieldPlan, step: float) -> None:
    """Two motifs in half-drop, the greater on the net's knots and the smaller between them; dyes go by diagonals."""
    great, small = (_names(plan, "star", "lozenge") * 2)[:2]
    dx, dy = dense(stage.reach[0], step * 0.56), dense(stage.reach[1], step * 0.56)
    size = min(dx, dy)
    for i, j in nodes(stage, dx, dy, 0):
        w, h = stage.sized(size * 1.26, size * 1.26, i, j)
        cells = _form(great, i, j, (w, h))
        turn = plan.turn + (abs(j) // 2 + abs(i) // 2) % 3 if j % 2 == 0 else plan.turn + 1
        stage.put_if_free(cells if j >= 0 else cells[::-1], i * dx, j * dy, stage.dye(Role.GROUND, turn), 1)
    for i, j in nodes(stage, dx, dy, 1):
        w, h = stage.sized(size * 0.54, size * 0.54, i, j)
        cells = _form(small, i, j, (w, h))
        stage.put_if_free(cells, i * dx, j * dy, stage.dye(Role.GROUND, plan.turn + 2 + abs(i) % 2), 1)


def khatam(stage: Stage, plan: FieldPlan, step: float) -> None:
    """Stars tip to tip and the crosses between them, as on the tiles and inlays of Damascus; a flower in each star."""
    rx, ry = stage.reach
    columns, rows = max(1, round(2 * rx / step)) | 1, max(1, round(2 * ry / step)) | 1
    dx, dy = 2 * rx / columns, 2 * ry / rows
    free = ~stage.taken
    x, y = (stage.across / dx + 0.5) % 1 - 0.5, (stage.up / dy + 0.5) % 1 - 0.5
    i, j = np.floor(stage.across / dx + 0.5).astype(int), np.floor(stage.up / dy + 0.5).astype(int)
    a, b = np.abs(x) * 2, np.abs(y) * 2
    at = np.minimum(np.maximum(a, b) * np.sqrt(2), a + b)
    knot = 2 / min(dx, dy)
    stage.fill(free, Role.GROUND)
    stage.fill(free & (at <= 1 + 0.6 * knot), Role.DARK)
    for n, ground in enumerate((Role.CORNER, Role.MEDALLION)):
        mine = free & ((i + j) % 2 == n)
        stage.fill(mine & (at <= 1 - 1.4 * knot), rim_on(stage.palette, ground, Role.DARK))
        stage.fill(mine & (at <= 1 - 4.2 * knot), Role.DARK)
        stage.fill(mine & (at <= 1 - 5.8 * knot), ground)
    _khatam_flowers(stage, plan, dx, dy)


def _khatam_flowers(stage: Stage, plan: FieldPlan, dx: float, dy: float) -> None:
    names, size = _names(plan, "rosette", "star_flower"), min(dx, dy)
    for i, j in ((i, j) for odd in (0, 1) for i, j in nodes(stage, dx, dy, odd)):
        ground = Role.CORNER if (i + j) % 2 == 0 else Role.MEDALLION
        w, h = stage.sized(size * 0.54, size * 0.54, i, j)
        cells = _form(names[(abs(i) + abs(j)) % len(names)], i, j, (w, h))
        stage.put_if_free(cells, i * dx, j * dy, stage.dye(ground, plan.turn + (abs(i) + abs(j)) // 2 % 2), 0)
        for way in (-1, 1):
            w, h = stage.sized(size * 0.34, size * 0.34)
            x, y = (i - 0.5) * dx, (j + way * 0.5) * dy
            if abs(x) < stage.reach[0] - dx * 0.3 and abs(y) < stage.reach[1] - dy * 0.3:
                stage.put_if_free(geometry.star(w, h), x, y, stage.dye(Role.GROUND, plan.turn + 1), 0)


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
    _rim_meshes(stage, plan, dx, dy, tinted)


def _meshes(stage: Stage, plan: FieldPlan, dx: float, dy: float, tinted: tuple[Role, ...]) -> None:
    names = _names(plan, "rosette", "tulip")
    for i, j in nodes(stage, dx, dy, 0):
        first, second = (abs(i) + abs(j)) // 2, (abs(i) - abs(j)) // 2
        ground = tinted[(first + 2 * second) % 4]
        name, dyes = names[(abs(i) + abs(j)) // 2 % len(names)], stage.dye(ground, plan.turn + abs(j) % 2)
        for share in (0.90, 0.78, 0.64):
            cells = _form(name, i, j, stage.sized(min(dx, dy) * share, min(dx, dy) * share, i, j))
            if stage.put_if_free(cells if j >= 0 else cells[::-1], i * dx, j * dy, dyes, 0):
                break


def _rim_meshes(stage: Stage, plan: FieldPlan, dx: float, dy: float, tinted: tuple[Role, ...]) -> None:
    """Small stars in the half meshes along the rim, which would stand empty."""
    last_x, last_y = round(stage.reach[0] / dx - 0.5) + 1, round(stage.reach[1] / dy - 0.5) + 1
    size = min(dx, dy) * 0.30
    low = -last_y if stage.roles.shape[0] == stage.high else 0
    rim = [(i, j, i * dx, (abs(j) - 0.72) * dy * np.sign(j)) for i in range(-last_x + 1, 1) for j in (-last_y, last_y)]
    rim += [(-last_x, j, -(last_x - 0.72) * dx, j * dy) for j in range(low, last_y)]
    for i, j, x, y in rim:
        if (i + j) % 2 == 0:
            ground = tinted[((abs(i) + abs(j)) // 2 + 2 * ((abs(i) - abs(j)) // 2)) % 4]
            w, h = stage.sized(size, size, x, y)
            stage.put_if_free(geometry.star(w, h), x, float(y), stage.dye(ground, plan.turn), 0)


def column(stage: Stage, plan: FieldPlan, step: float) -> None:
    """A column of great lozenges tip to tip down the middle, each in skins with its own ground; half ones at the edges."""
    rx, ry = stage.reach
    count = max(1, round(2 * ry / step)) | 1
    dy = 2 * ry / count
    grounds = (
        (Role.MEDALLION, Role.LIGHT, Role.FIRST),
        (Role.CORNER, Role.FIRST, Role.MEDALLION),
        (Role.THIRD, Role.DARK, Role.LIGHT),
    )
    for n in range(count // 2 + 1):
        chosen = grounds[n % (2 if plan.turn % 2 == 0 else 3)]
        _great_lozenge(stage, plan, n * dy, (rx * 0.94, dy / 2), chosen)
    for n in range(count // 2 + 1):
        _edge_lozenge(stage, (n + 0.5) * dy, (rx * 0.46, dy * 0.27), n)
    _small_stars(stage, plan, dy)


def stairs(stage: Stage, middle: tuple[float, float], half: tuple[float, float], count: int) -> Plane:
    """Return the step that each knot lies on, 0 in the middle, of a lozenge whose sides go up in `count` equal stairs."""
    across = np.floor(np.abs(stage.across - middle[0]) / (half[0] / count))
    up = np.floor(np.abs(stage.up - middle[1]) / (half[1] / count))
    level: Plane = across + up
    return level


def _great_lozenge(
    stage: Stage, plan: FieldPlan, y: float, half: tuple[float, float], grounds: tuple[Role, Role, Role]
) -> None:
    """Outline, toothed rim, first ground with stars at its tips, a second lozenge within, a motif in its middle."""
    outer, middle, inner = _told_apart(stage, grounds)
    count = max(16, min(64, int(min(half) / 1.7)))
    at = stairs(stage, (0, y), half, count)
    teeth = (np.floor(np.abs(stage.up - y) / (half[1] / count)) % 8) < 4
    stage.keep_clear(at < count, 3)
    ring = max(2, count // 11)
    stage.fill(at < count, Role.DARK)
    stage.fill(at < count - 1, rim_on(stage.palette, Role.GROUND, outer))
    stage.fill(at < count - 2 - ring, Role.DARK)
    stage.fill(at < count - 4 - ring, outer)
    stage.fill((at < count - 4 - ring) & (at >= count - 4 - 2 * ring) & teeth, rim_on(stage.palette, outer))
    for share, role in ((0.62, Role.DARK), (0.57, middle), (0.42, Role.DARK), (0.37, inner)):
        stage.fill(at < round(count * share), role)
    _hooks(stage, y, half, rim_on(stage.palette, Role.GROUND))
    size = min(half) * 0.50
    w, h = stage.sized(size, size, 0, y)
    name = _names(plan, "star")[0]
    stage.put(_form(name, 0, 0, (w, h)), 0, y, stage.dye(inner, plan.turn))
    for x, up in ((0.0, 0.70), (0.0, -0.70), (-0.70, 0.0)):
        w, h = stage.sized(min(half) * 0.17, min(half) * 0.17, x, y + up)
        stage.put(geometry.star(w, h), x * half[0], y + up * half[1], stage.dye(outer, plan.turn + 1))


def _hooks(stage: Stage, y: float, half: tuple[float, float], role: Role) -> None:
    """Latch hooks that stand on the four sides of a lozenge and turn to its tips; only where they are clear of others."""
    size = min(half) * 0.25
    w, h = stage.sized(size, size)
    hook = np.where(geometry.hook(w, h) > 0, np.uint8(Part.MAIN), np.uint8(0))
    table = np.full(len(Part), THROUGH, np.uint8)
    table[Part.MAIN] = role
    for share in (0.22, 0.44, 0.66):
        x, up = -half[0] * (1 - share) - size * 0.36, half[1] * share + size * 0.40
        for side in (-1, 1):
            left, top = stage.box(hook, x, y + side * up)
            if left >= 1 and top >= 1 and top + h < stage.high:
                stage.put(hook if side > 0 else hook[::-1], x, y + side * up, table, 2)


def _told_apart(stage: Stage, grounds: tuple[Role, Role, Role]) -> tuple[Role, Role, Role]:
    """Keep each ground unlike the one it lies in."""
    chosen, outside = [], Role.GROUND
    for ground in grounds:
        fits = distances(stage.palette)[outside, ground] >= APART
        spare = max(
            (Role.LIGHT, Role.FIRST, Role.SECOND, Role.THIRD),
            key=lambda role: float(distances(stage.palette)[outside, role]),
        )
        chosen.append(ground if fits else spare)
        outside = chosen[-1]
    return chosen[0], chosen[1], chosen[2]


def _edge_lozenge(stage: Stage, y: float, half: tuple[float, float], number: int) -> None:
    """Half a lozenge that leans on the side of the field."""
    outer, middle, inner = _told_apart(stage, (Role.SECOND if number % 2 else Role.THIRD, Role.LIGHT, Role.FIRST))
    count = max(10, int(min(half) / 1.7))
    at = stairs(stage, (-stage.reach[0], y), half, count)
    stage.keep_clear(at < count, 3)
    for share, role in (
        (1.0, Role.DARK),
        (0.9, outer),
        (0.62, Role.DARK),
        (0.54, middle),
        (0.32, Role.DARK),
        (0.24, inner),
    ):
        stage.fill(at < max(1, round(count * share)), role)


def _small_stars(stage: Stage, plan: FieldPlan, dy: float) -> None:
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
    """Rows of flat weave: broad bands of kilim forms and narrow ones by turns, outwards from the middle one, all whole."""
    known = tuple(code for code in plan.motifs if code in UNITS)
    kinds = known or ("kilim", "waves", "stars", "merlons", "lozenges", "waves")
    if kinds[0] not in LEVEL:
        kinds = ("kilim", *kinds[1:])
    shares = [1.0 if n % 2 == 0 else 0.38 for n in range(40)]
    half, unit = stage.high / 2, step * stage.cell
    count = max(1, min(range(1, 39, 2), key=lambda n: abs(unit * (sum(shares[:n]) - 0.5) - half)))
    scale = half / (sum(shares[:count]) - 0.5)
    edges = [half - scale * (sum(shares[: n + 1]) - 0.5) for n in range(count)]
    bottom = stage.high - round(edges[0])
    for n, edge in enumerate(edges):
        top = max(0, round(edge))
        _band(
            stage, kinds[n % len(kinds)], top, bottom, BAND_GROUNDS[n % len(BAND_GROUNDS)], plan.turn + n // len(kinds)
        )
        bottom = top


LEVEL: Final = frozenset({"kilim", "lozenges", "stars", "hooks", "rosettes", "beads", "chain", "eightfold"})
"""Units whose upper half mirrors the lower: only they may lie across the middle of the field."""
BAND_GROUNDS: Final = (Role.GROUND, Role.CORNER, Role.MEDALLION, Role.CORNER, Role.BORDER, Role.MINOR)


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
    if inner < 3:
        return
    sizes = repeats(stage.wide, unit.ratio * inner / stage.cell, unit.is_odd)
    x = 0
    for size, from_middle in zip(sizes, turns(len(sizes)), strict=True):
        if x >= columns:
            break
        cells = unit.side(size, inner, from_middle) if x else _without_half(unit.side(size, inner, from_middle))
        shown = dye(stage.palette, ground, turn + from_middle % 2)[cells][: max(0, rows - top - line), : columns - x]
        target = stage.roles[top + line : top + line + shown.shape[0], x : x + shown.shape[1]]
        np.copyto(target, shown, where=shown != THROUGH)
        x += size


def _without_half(cells: Cells) -> Cells:
    """Take away the half motif that the first repeat of a row shares with a neighbour it does not have."""
    drawn = cells > 0
    found = np.zeros_like(drawn)
    found[:, 0] = drawn[:, 0]
    reached = 0
    while int(found.sum()) > reached:
        reached = int(found.sum())
        found = grown(found) & drawn
    if found[:, cells.shape[1] // 2 :].any():
        return cells
    return np.where(found, np.uint8(Part.CLEAR), cells)
