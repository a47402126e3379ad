"""Fields in compartments: the garden of panels, rows of niches, and repeats by a wallpaper group."""

from __future__ import annotations

from typing import Final

import numpy as np

from nawl.weaving.composing.drawing import flowers, geometry
from nawl.weaving.composing.drawing.forms import FORMS, drawn, standing
from nawl.weaving.composing.drawing.pen import Mask, Plane, settled
from nawl.weaving.composing.drawing.units import put
from nawl.weaving.composing.dyes import THROUGH, distances, rim_on
from nawl.weaving.composing.groups import Group
from nawl.weaving.composing.patterns.kaleidoscope import kaleidoscope, whole_ones, width_of
from nawl.weaving.composing.recipe import FieldPlan, Role
from nawl.weaving.composing.stage import Stage
from nawl.weaving.composing.wallpaper import repeat_of, tiled, wallpaper
from nawl.weaving.motifs.motif import Cells

GROUNDS: Final = (Role.GROUND, Role.MEDALLION, Role.CORNER, Role.SECOND, Role.FIRST, Role.THIRD)
GARDEN: Final = ("cypress", "rosette", "pomegranate", "star", "carnation", "eight_petal_flower", "tulip", "damask_rose")


def _grounds(stage: Stage, count: int) -> list[Role]:
    """Return the field's ground and so many more that are told apart from it, from each other and from outlines."""
    chosen = [Role.GROUND]
    for role in GROUNDS[1:]:
        if all(distances(stage.palette)[role, other] >= 12 for other in (*chosen, Role.DARK)):
            chosen.append(role)
    return chosen[:count]


def garden(stage: Stage, plan: FieldPlan, step: float) -> None:
    """Panels side by side, as flower beds between water channels, each with its own ground and plant."""
    names = [name for name in plan.motifs if name in FORMS] or list(GARDEN)
    told, free = _grounds(stage, 4), ~stage.taken
    grounds = [*told[:2], Role.GROUND, *told[2:]] if len(told) > 2 else told
    columns, rows = _odd(2 * stage.reach[0] / step), _odd(2 * stage.reach[1] / (step * 1.2))
    dx, dy = 2 * stage.reach[0] / columns, 2 * stage.reach[1] / rows
    i, j = np.floor(np.abs(stage.across) / dx + 0.5).astype(int), np.floor(np.abs(stage.up) / dy + 0.5).astype(int)
    inside = _inset(stage, dx, dy)
    kind = (i + 2 * j + plan.turn) % len(grounds)
    stage.fill(free, Role.DARK)
    for n, ground in enumerate(grounds):
        stage.fill(free & (kind == n) & (inside > 1.2), rim_on(stage.palette, *grounds))
        stage.fill(free & (kind == n) & (inside > 3.4), Role.DARK)
        stage.fill(free & (kind == n) & (inside > 4.6), ground)
    for n, m in ((n, m) for n in range(columns // 2 + 1) for m in range(-(rows // 2), rows // 2 + 1)):
        if m < 0 and stage.roles.shape[0] < stage.high:
            continue
        ground = grounds[(n + 2 * abs(m) + plan.turn) % len(grounds)]
        name = names[(n * 3 + abs(m) * 2 + plan.turn) % len(names)]
        _plant(stage, name, (-n * dx, m * dy), (dx, dy), ground)


def _inset(stage: Stage, dx: float, dy: float) -> Plane:
    """How many u a knot lies within its panel."""
    x, y = np.abs((stage.across / dx + 0.5) % 1 - 0.5), np.abs((stage.up / dy + 0.5) % 1 - 0.5)
    inside: Plane = np.minimum((0.5 - x) * dx, (0.5 - y) * dy)
    return inside


def _plant(stage: Stage, name: str, at: tuple[float, float], panel: tuple[float, float], ground: Role) -> None:
    """Set a plant into its panel, small stars into the panel's corners."""
    wide, high = (panel[0] - 14) * 0.92, (panel[1] - 14) * 0.92
    wide, high = min(wide, high * 1.1), min(high, wide * 1.35)
    x, y = at
    if wide < 9 or high < 9:
        return
    cells = drawn(standing(name, x == 0, y == 0), *stage.sized(wide, high, x, y))
    stage.put_if_free(cells if y >= 0 else cells[::-1], x, y, stage.dye(ground, round(abs(x) + abs(y))), 1)
    if panel[0] > 44:
        for side in (-1, 1):
            for way in (-1, 1):
                where = (x + side * (panel[0] / 2 - 11), y + way * (panel[1] / 2 - 11))
                stage.put_if_free(geometry.star(*stage.sized(7, 7)), *where, stage.dye(ground, 1), 0)


def niches(stage: Stage, plan: FieldPlan, step: float) -> None:
    """Rows of small niches, every other row shifted in its colours, each with a flower that looks up."""
    names = [name for name in plan.motifs if name in FORMS] or ["carnation", "tulip", "lotus"]
    shown = [one for one in _grounds(stage, 4) if distances(stage.palette)[one, Role.CORNER] >= 8] or [Role.MEDALLION]
    columns, rows = _odd(2 * stage.reach[0] / step), max(1, round(2 * stage.reach[1] / (step * 1.45)))
    dx, dy = 2 * stage.reach[0] / columns, 2 * stage.reach[1] / rows
    i = np.floor(np.abs(stage.across) / dx + 0.5).astype(int)
    j = np.floor((stage.up + stage.reach[1]) / dy).astype(int)
    x = ((stage.across / dx + 0.5) % 1 - 0.5) * dx
    y = (stage.up + stage.reach[1]) - j * dy
    stage.fill(np.ones(stage.roles.shape, np.bool_), Role.CORNER)
    for n, ground in enumerate(shown):
        mine = (i + j) % len(shown) == n
        rim = rim_on(stage.palette, Role.CORNER, ground)
        for inset, role in ((1.0, Role.DARK), (2.6, rim), (4.6, Role.DARK), (6.0, ground)):
            stage.fill(mine & _is_niche(x, y, dx, dy, inset), role)
    for n in range(columns // 2 + 1):
        for m in range(rows):
            ground = shown[(n + m) % len(shown)]
            at = (-n * dx, (m + 0.40) * dy - stage.reach[1])
            cells = drawn(
                standing(names[(n + m) % len(names)], n == 0, False), *stage.sized(dx * 0.52, dy * 0.50, at[0])
            )
            stage.put(cells, *at, stage.dye(ground, plan.turn + m), 0)


def _is_niche(x: Plane, y: Plane, dx: float, dy: float, inset: float) -> Mask:
    """Whether a place lies in a niche of a cell, `inset` u within it: straight sides, a pointed head."""
    half = dx / 2 - inset
    shoulder, top = dy * 0.58, dy - inset * 1.6
    head = np.clip((y - shoulder) / max(1.0, top - shoulder), 0, 1)
    mask: Mask = (np.abs(x) <= settled(half * np.cos(np.pi / 2 * head) ** 0.9)) & (y >= inset) & (y <= top)
    return mask


GROUPS: Final = ("pgg", "p2", "pm", "pg", "pmm", "pmg", "p1")
"""The wallpaper groups whose domain is an upright rectangle on any grid of knots, so that no flower is cut by a mirror."""


def grouped(stage: Stage, plan: FieldPlan, step: float) -> None:
    """A flower with two leaves, repeated by a wallpaper group; whole repeats, of the size that leaves the least rim."""
    one = wallpaper(plan.group or GROUPS[0])
    name = next((name for name in plan.motifs if name in FORMS), "damask_rose")
    if one.code not in GROUPS:
        _turned(stage, plan, one, name, step)
        return
    wide = _fitting(stage.wide, step * 0.6, repeat_of(one, 4, 4)[0] // 4)
    high = _fitting(stage.high, step * 0.6 * stage.cell, repeat_of(one, 4, 4)[1] // 4)
    unit = _sprig(name, wide, high)
    tile = repeat_of(one, wide, high)
    across, down = max(1, stage.wide // tile[0]), max(1, stage.high // tile[1])
    sheet = tiled(one, unit, across, down)[: stage.high, : stage.wide]
    top, left = (stage.high - sheet.shape[0]) // 2, (stage.wide - sheet.shape[1]) // 2
    for parity in (0, 1):
        here = (np.arange(sheet.shape[0])[:, None] // high + np.arange(sheet.shape[1])[None] // wide) % 2 == parity
        shown = stage.dye(Role.GROUND, plan.turn + parity)[sheet]
        np.copyto(
            stage.roles[top : top + sheet.shape[0], left : left + sheet.shape[1]],
            shown,
            where=here & (shown != THROUGH),
        )


def _turned(stage: Stage, plan: FieldPlan, one: Group, name: str, step: float) -> None:
    """Repeat by a group whose domain would cut a flower: sprigs within it, rosettes on its centres, no one cut at the rim."""
    wide = width_of(one, step * 1.3, stage.wide)
    high = 2 * round(wide * stage.cell * float(one.box[0] / one.box[1]) / 2)
    tile = kaleidoscope(one, name, wide, stage.cell, high)
    down = (np.arange(stage.high) - stage.high // 2) % tile.shape[0]
    across = (np.arange(stage.wide) - stage.wide // 2) % tile.shape[1]
    shown = stage.dye(Role.GROUND, plan.turn)[whole_ones(tile[down[:, None], across[None]])]
    np.copyto(stage.roles, shown, where=shown != THROUGH)


def _fitting(length: int, wished: float, times: int) -> int:
    """Return the unit of even knots, within a quarter of the wish, of whose repeats a whole number leaves the least rim."""
    least, most = max(8, round(wished * 0.75)), max(10, round(wished * 1.25))
    offered = [size for size in range(least, most + 1) if size % 2 == 0] or [8]
    return min(offered, key=lambda size: (length % (size * times), abs(size - wished)))


def _sprig(name: str, wide: int, high: int) -> Cells:
    """A flower and two leaves that lean away from it, in the middle of their unit."""
    unit = np.zeros((high, wide), np.uint8)
    bit_x, bit_y = round(wide * 0.22) | 1, round(high * 0.30) | 1
    put(unit, flowers.leaf(bit_x, bit_y, turn=0.7), wide * 0.84, high * 0.20)
    put(unit, flowers.leaf(bit_x, bit_y, turn=0.7 + np.pi), wide * 0.16, high * 0.80)
    put(unit, drawn(name, round(wide * 0.76) | 1, round(high * 0.76) | 1), wide / 2, high / 2)
    return unit


def _odd(count: float) -> int:
    return max(1, 2 * int(count / 2) + 1)
