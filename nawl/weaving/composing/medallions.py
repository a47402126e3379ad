"""Medallions (السرّة) and quarter medallions in the corners: skins round a heart, pendants, a wreath of flowers within."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from nawl.weaving.composing.drawing import flowers, geometry
from nawl.weaving.composing.drawing.pen import Mask, Plane, settled
from nawl.weaving.composing.dyes import distances, line_on, rim_on
from nawl.weaving.composing.recipe import MedallionPlan, Role
from nawl.weaving.composing.stage import Stage

Shape = Callable[[Plane, Plane], Plane]
"""A form: 0 in its middle and 1 on its edge, for u and v in half axes."""


def lobed(u: Plane, v: Plane) -> Plane:
    """Sixteen lobes, the upper and lower drawn out to a point."""
    r, angle = np.hypot(u, v), np.arctan2(u, v)
    lobe = 0.86 + 0.14 * np.sqrt(np.abs(np.cos(8 * angle)))
    point = 1 + 0.16 * np.exp(-((np.abs(u) / 0.16) ** 1.5)) * np.clip(np.abs(v), 0, 1)
    out: Plane = r / (0.93 * lobe * point)
    return out


def pointed(u: Plane, v: Plane) -> Plane:
    """An ogee: broad shoulders, tips above and below."""
    swing = np.clip(np.abs(v), 0, 1.2)
    half = np.where(
        swing < 1,
        np.clip(1 - swing, 0, 1) ** 0.62 * (1 + 0.55 * swing) * (0.93 + 0.07 * np.abs(np.cos(np.pi * 4 * swing))),
        1e-3,
    )
    out: Plane = np.maximum(np.abs(u) / np.maximum(half, 1e-3), swing)
    return out


def almond(u: Plane, v: Plane) -> Plane:
    """A rounded lozenge with eight shallow lobes: the cartouche of the pendants."""
    r, angle = np.hypot(u, v), np.arctan2(u, v)
    round_: Plane = (np.abs(u) ** 1.5 + np.abs(v) ** 1.5) ** (1 / 1.5)
    out: Plane = round_ * np.where(r > 0, 1 / (0.90 + 0.10 * np.sqrt(np.abs(np.cos(4 * angle)))), 1)
    return out


def octagon(u: Plane, v: Plane) -> Plane:
    """A regular octagon, or a stretched one."""
    a, b = np.abs(u), np.abs(v)
    out: Plane = np.maximum(np.maximum(a, b), (a + b) / 1.42)
    return out


def rhomb(u: Plane, v: Plane) -> Plane:
    """A lozenge."""
    out: Plane = np.abs(u) + np.abs(v)
    return out


def starred(u: Plane, v: Plane) -> Plane:
    """The star of two squares."""
    a, b = np.abs(u), np.abs(v)
    out: Plane = np.minimum(np.maximum(a, b) * 1.4142, a + b)
    return out


SHAPES: Final[dict[str, Shape]] = {
    "lobed": lobed,
    "pointed": pointed,
    "almond": almond,
    "octagon": octagon,
    "rhomb": rhomb,
    "star": starred,
}
GEOMETRIC: Final = frozenset({"octagon", "rhomb", "star"})
FILLINGS: Final = frozenset({"wreath", "skins"})
STEPPED: Final = frozenset({"rhomb"})


@dataclass(frozen=True)
class Place:
    """Where a medallion lies: its middle in u from the field's, its half axes in u, the ground within, its turn of dyes."""

    x: float
    y: float
    a: float
    b: float
    ground: Role
    turn: int = 0

    @property
    def scale(self) -> float:
        """The shorter half axis in u."""
        return min(self.a, self.b)

    def smaller(self, share: float, ground: Role) -> Place:
        """Return the same place drawn in by a share, on another ground."""
        return Place(self.x, self.y, self.a * share, self.b * share, ground, self.turn)


def level(stage: Stage, form: str, place: Place) -> Plane:
    """Return 0 in the middle of a form and 1 on its edge; a lozenge goes in stairs that climb alike on all four sides."""
    across, up = stage.across - place.x, stage.up - place.y
    if form in STEPPED:
        count = stairs_of(place)
        u, v = np.floor(np.abs(across) * count / place.a), np.floor(np.abs(up) * count / place.b)
        return settled(SHAPES[form]((u + 0.5) / count, (v + 0.5) / count))
    return settled(SHAPES[form](across / place.a, up / place.b))


def stairs_of(place: Place) -> int:
    """Return the stairs of a form from its middle to its tip, each a little over two knots."""
    return max(6, round(place.scale / 2.4))


def skins(stage: Stage, form: str, place: Place, outside: Role, knots: float) -> Mask:
    """Lay outline, rim, outline and ground into a form; returns the ground, which alone stays free.

    In stairs every skin is at least two stairs thick: one alone would fall apart into a chequer.
    """
    line = 2.0 if form not in STEPPED else 2.05 * place.scale / stairs_of(place)
    return skins_at(stage, level(stage, form, place), place, outside, (line, max(knots, line)))


def skins_at(stage: Stage, at: Plane, place: Place, outside: Role, thick: tuple[float, float]) -> Mask:
    """Lay skins into a form that is given by its levels; `thick` is the outline's and the rim's thickness in knots."""
    line, rim = thick
    whole: Mask = at <= 1
    stage.fill(whole, Role.DARK)
    stage.fill(at <= 1 - line / place.scale, rim_on(stage.palette, place.ground, outside))
    stage.fill(at <= 1 - (line + rim) / place.scale, Role.DARK)
    inside: Mask = at <= 1 - (1.8 * line + rim) / place.scale
    stage.fill(inside, place.ground)
    stage.keep_clear(whole, 3)
    stage.taken[inside] = False
    return inside


def paint(stage: Stage, plan: MedallionPlan) -> None:
    """Draw a medallion in the field's middle with its pendants."""
    place = Place(0, 0, stage.reach[0] * plan.wide, stage.reach[1] * plan.high, Role.MEDALLION, plan.turn)
    if plan.pendants:
        _pendants(stage, plan, place)
    inside = skins(stage, plan.form, place, Role.GROUND, max(3.0, place.scale * 0.04))
    if plan.filling == "skins":
        nested(stage, plan.form, place)
    else:
        wreath(stage, plan.form, place, inside)
    stage.keep_clear(level(stage, plan.form, place) <= 1, 4)


def wreath(stage: Stage, form: str, place: Place, inside: Mask) -> None:
    """A smaller form with a great rosette within a ring of palmettes and rosettes that two vines join; sprigs between."""
    core = place.smaller(0.50, Role.FIRST if stage.palette.first != stage.palette.of(place.ground) else Role.SECOND)
    _ring(stage, place, inside, 0.71, 12 if place.scale > 64 else 8)
    inner = skins(stage, form, core, place.ground, max(2.0, core.scale * 0.05))
    side = core.scale * (1.05 if core.scale < 40 else 0.86)
    w, h = stage.sized(side, side, 0, 0)
    stage.put(
        flowers.rosette(w, h, petals=12 if side > 40 else 8), place.x, place.y, stage.dye(core.ground, place.turn), 1
    )
    _crown(stage, core, 0.72, 8)
    sprinkle(stage, inner, core.ground, core.scale * 0.2, 1)
    sprinkle(stage, inside, place.ground, place.scale * 0.13, place.turn + 2)


def _ring(stage: Stage, place: Place, inside: Mask, ring: float, count: int, offset: float = 0.0) -> None:
    """Flowers in a ring, standing outwards, each as large as its place allows, and two vines that cross in each of them."""
    fine = np.linspace(0, 2 * np.pi, 721)
    swing = 0.38 * ring * np.pi / count
    curves = []
    for way in (1, -1):
        bend = ring + way * swing * np.cos((fine - offset) * count / 2 + np.pi / 2)
        curves.append((place.x + np.sin(fine) * bend * place.a, place.y + np.cos(fine) * bend * place.b))
    drawn = stage.line(curves, line_on(stage.palette, place.ground), max(1.8, place.scale / 60), inside)
    size = place.scale * ring * 2 * np.pi / count
    for n in range(count):
        angle = 2 * np.pi * n / count + offset
        at = (place.x + np.sin(angle) * ring * place.a, place.y + np.cos(angle) * ring * place.b)
        form, share, lean = (flowers.palmette, 1.0, angle) if n % 2 == 0 else (flowers.rosette, 0.8, 0.0)
        for less in (0.86, 0.72, 0.58, 0.44):
            if lay(stage, form, at, size * share * less, place.ground, place.turn + n // 2 % 2 + n % 2, lean):
                break
    stage.keep_clear(drawn, 1)


def _crown(stage: Stage, place: Place, ring: float, count: int) -> None:
    size = place.scale * ring * 2 * np.pi / count * 0.5
    for n in range(count):
        angle = 2 * np.pi * n / count
        x, y = place.x + np.sin(angle) * ring * place.a, place.y + np.cos(angle) * ring * place.b
        lay(stage, flowers.bud, (x, y), size, place.ground, place.turn + 1, angle)


def lay(
    stage: Stage,
    form: Callable[..., np.ndarray],
    at: tuple[float, float],
    size: float,
    ground: Role,
    turn: int,
    lean: float,
) -> bool:
    """Lay a flower leaning clockwise by `lean`, if there is room for it."""
    x, y = (0.0 if abs(at[0]) < 0.5 else at[0]), (0.0 if abs(at[1]) < 0.5 else at[1])
    if stage.is_taken(x, y):
        return False
    w, h = stage.sized(max(5, size), max(5, size), x, y)
    lean = round(lean, 2) if abs(np.sin(lean)) > 1e-6 else (0.0 if np.cos(lean) > 0 else np.pi)
    return stage.put_if_free(form(w, h, turn=lean), x, y, stage.dye(ground, turn), 1)


def sprinkle(stage: Stage, inside: Mask, ground: Role, step: float, turn: int) -> None:
    """Fill what a ground has left free with small flowers, each between two leaves, on a half-drop net."""
    step = max(7.0, step)
    columns, rows = int(stage.reach[0] / step) + 1, int(stage.reach[1] / step) + 1
    low = 0 if stage.roles.shape[0] < stage.high else -rows
    right = 1 if stage.roles.shape[1] < stage.wide else columns + 1
    busy = stage.taken.copy()
    stage.taken |= ~inside
    mine = stage.taken.copy()
    for i in range(-columns, right):
        for j in range(low, rows + 1):
            if (i + j) % 2 == 0:
                continue
            x, y = i * step, j * step
            if lay(stage, flowers.daisy, (x, y), step * 0.68, ground, turn + abs(j) % 2, 0.0):
                for side in (-1, 1):
                    lay(
                        stage,
                        flowers.leaf,
                        (x, y + side * step * 0.56),
                        step * 0.34,
                        ground,
                        0,
                        0.0 if side > 0 else np.pi,
                    )
    stage.taken = busy | (stage.taken & ~mine)


def _pendants(stage: Stage, plan: MedallionPlan, place: Place) -> None:
    """A cartouche with a rosette and a palmette above it hang above and below."""
    room = stage.reach[1] - place.b
    if room < 26:
        return
    size = min(place.a * 0.5, room * 0.42)
    middle = place.b + size * 0.62
    finial = min(size * 0.9, room - size * 1.3)
    stage.line([(np.zeros(2), np.array([place.b - 4, middle + size * 0.7]))], Role.DARK, 4)
    if finial >= 11:
        w, h = stage.sized(finial, finial * 1.1, 0)
        stage.put(
            flowers.palmette(w, h), 0, middle + size * 0.58 + finial * 0.5, stage.dye(Role.GROUND, place.turn + 1), 4
        )
    form = plan.form if plan.form in GEOMETRIC else "almond"
    hung = Place(0, middle, size * 0.62, size * 0.62, Role.CORNER, place.turn)
    skins(stage, form, hung, Role.GROUND, max(2.0, size * 0.04))
    w, h = stage.sized(size * 0.62, size * 0.62, 0)
    stage.put(flowers.rosette(w, h), 0, middle, stage.dye(Role.CORNER, 0), 2)
    stage.keep_clear(level(stage, form, hung) <= 1, 4)


def nested(stage: Stage, form: str, place: Place) -> None:
    """Geometric: a ring of stars, toothed skins in the accents within it, a great star on a light ground in the middle."""
    _star_ring(stage, form, place, place.ground)
    skin = place.ground
    choices = ((Role.THIRD, Role.LIGHT), (Role.FIRST, Role.SECOND), (Role.LIGHT, Role.THIRD))
    for n, (share, (one, other)) in enumerate(zip((0.60, 0.53, 0.44), choices, strict=True)):
        ground = _unlike(stage, skin, one, other)
        inner = place.smaller(share, ground)
        tooth = _teeth(stage, place) * (3.2 / inner.scale if n < 2 else 0)
        at = level(stage, form, inner) + tooth
        stage.fill(at <= 1, Role.DARK)
        stage.fill(at <= 1 - 2 / inner.scale, ground)
        skin = ground
    heart = place.scale * (0.62 if form != "rhomb" else 0.42)
    w, h = stage.sized(heart, heart, 0, 0)
    stage.put(geometry.star(w, h), place.x, place.y, stage.dye(skin, place.turn))


def _unlike(stage: Stage, ground: Role, first: Role, second: Role) -> Role:
    return first if distances(stage.palette)[ground, first] >= 14 else second


def _teeth(stage: Stage, place: Place) -> Plane:
    """1 and 0 by turns along an edge, in steps of the stairs."""
    step = max(2.0, round(place.scale / 24)) * 2
    across, up = np.floor(np.abs(stage.across - place.x) / step), np.floor(np.abs(stage.up - place.y) / step)
    teeth: Plane = (across + up) % 2
    return teeth


def _star_ring(stage: Stage, form: str, place: Place, ground: Role) -> None:
    count = 16 if place.scale > 70 else 12
    size, reach = place.scale * (0.20 if form != "rhomb" else 0.13), 0.765 if form != "rhomb" else 0.75
    for n in range(count):
        angle = 2 * np.pi * n / count
        u, v = np.sin(angle), np.cos(angle)
        far = float(SHAPES[form](np.array(u), np.array(v)))
        x, y = place.x + u / far * reach * place.a, place.y + v / far * reach * place.b
        x, y = (0.0 if abs(x) < 0.5 else x), (0.0 if abs(y) < 0.5 else y)
        w, h = stage.sized(size, size, x, y)
        stage.put_if_free(
            (geometry.star if n % 2 == 0 else geometry.star_flower)(w, h),
            x,
            y,
            stage.dye(ground, place.turn + n % 2),
            1,
        )


def corners(stage: Stage, form: str, share: float = 0.46) -> None:
    """Quarter medallions: a form whose middle is the field's corner, with flowers along its bend."""
    rx, ry = stage.reach
    size = min(rx, ry) * share * 2
    tall = size if form in GEOMETRIC else size * min(1.35, (ry / rx) ** 0.6)
    place = Place(-rx, ry, size, tall, Role.CORNER, 1)
    inside = skins(stage, form, place, Role.GROUND, max(2.0, size * 0.022))
    if form in GEOMETRIC:
        _starred_corner(stage, place)
    else:
        _ring(stage, place, inside, 0.70, 16, np.pi / 16)
        core = place.smaller(0.42, Role.SECOND if stage.palette.second != stage.palette.corner else Role.FIRST)
        inner = skins(stage, form, core, Role.CORNER, max(2.0, core.scale * 0.03))
        lay(
            stage,
            flowers.palmette,
            (-rx + core.a * 0.42, ry - core.b * 0.42),
            core.scale * 0.62,
            core.ground,
            0,
            0.75 * np.pi,
        )
        sprinkle(stage, inner, core.ground, core.scale * 0.24, 1)
    sprinkle(stage, inside, Role.CORNER, size * 0.10, 2)
    stage.keep_clear(level(stage, form, place) <= 1, 4)


def _starred_corner(stage: Stage, place: Place) -> None:
    for x, y, bit, turn in ((0.26, 0.26, 0.36, 0), (0.66, 0.18, 0.18, 1), (0.18, 0.66, 0.18, 1), (0.52, 0.52, 0.2, 1)):
        w, h = stage.sized(place.a * bit, place.a * bit)
        stage.put_if_free(
            geometry.star(w, h), place.x + place.a * x, place.y - place.b * y, stage.dye(Role.CORNER, turn), 2
        )
