"""A carpet on the floor of a room, before a low divan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw

from nawl.weaving.chart import Chart
from nawl.weaving.showing.laid import SHADOW, shadow, whole
from nawl.weaving.showing.rooms.camera import Camera, throw
from nawl.weaving.showing.rooms.forms import FINER, LINEN, WOOD, Colour, accents, block, cushion
from nawl.weaving.showing.rooms.surfaces import beam_light, daylight, plaster, slabs
from nawl.weaving.showing.wool import Dice, Pixels, levels

DIVAN_DEEP: Final = 62.0
DIVAN_HIGH: Final = 32.0
SEAT_HIGH: Final = 44.0
BACK_HIGH: Final = 78.0
DIVAN_HALF: Final = (95.0, 150.0)  # the least and the most that half a divan is long
WALL_SEEN: Final = 112.0  # how high the wall is seen
FOOT: Final = 0.085  # of the picture's width: free floor before the carpet


def on_floor(chart: Chart, wide_px: int, *, fringe: bool, abrash: float) -> Image.Image:
    """Return the carpet on the floor of a room, its length running away from the onlooker."""
    carpet = whole(chart, round(wide_px * 0.95), fringe=fringe, abrash=abrash)
    wide = float(chart.frame.width_cm) * 1.008 + 1.0
    long = wide * carpet.height / carpet.width
    camera, near, wall = _camera(wide, long, wide_px)
    room = Image.fromarray(_room(camera, wall, Dice.of(chart)))
    corners = [
        (-wide / 2, 0.0, near + long),
        (wide / 2, 0.0, near + long),
        (wide / 2, 0.0, near),
        (-wide / 2, 0.0, near),
    ]
    _divan(room, camera, wall, _divan_half(wide), accents(chart))
    _lay(room, carpet, camera.seen(corners))
    return room


def _camera(wide: float, long: float, wide_px: int) -> tuple[Camera, float, float]:
    """Return a camera that sees the carpet and the divan whole, where the near edge lies, and where the wall stands."""
    reach = max(wide * 1.15, long * 0.8, 130.0)
    eye, near = (0.0, reach * 1.10, 0.0), reach * 0.95
    wall = near + long + max(long * 0.12, 46.0) + DIVAN_DEEP
    first = Camera(eye, 1000.0, (0.0, 0.0), (1, 1))
    front = (_divan_half(wide), 0.0, wall - DIVAN_DEEP)
    seen = first.seen([(-wide / 2, 0, near), (wide / 2, 0, near), (0, WALL_SEEN, wall), front])
    span, rise = seen[1, 0] - seen[0, 0], seen[0, 1] - seen[2, 1]
    scale = min(wide_px * 0.72 / span, wide_px * 0.47 / seen[3, 0], wide_px * 0.98 / rise)
    high_px = round(rise * scale + wide_px * FOOT)
    middle = (wide_px / 2, -float(seen[2, 1]) * scale)
    return Camera(eye, 1000.0 * scale, middle, (wide_px, high_px)), near, wall


def _divan_half(wide: float) -> float:
    """Return half the length of a divan that suits a carpet of a width."""
    least, most = DIVAN_HALF
    return min(max(wide * 0.8, least), most)


def _room(camera: Camera, wall: float, dice: Dice) -> NDArray[np.uint8]:
    """Return floor and wall of the empty room."""
    x, y, z = camera.rays()
    with np.errstate(divide="ignore"):
        to_floor = np.where(y < -1e-4, -camera.eye[1] / y, np.inf).astype(np.float32)
    to_wall = (wall / z).astype(np.float32)
    is_floor = to_floor < to_wall
    reach = np.minimum(to_floor, to_wall)
    across = x * reach
    high = camera.eye[1] + y * reach
    away = z * reach
    floor = slabs(across, np.broadcast_to(away, across.shape), dice)
    upright = plaster(across, np.broadcast_to(high, across.shape), dice)
    light = daylight(across, np.broadcast_to(away, across.shape), np.broadcast_to(high, across.shape), wall, is_floor)
    return levels(np.where(is_floor[..., None], floor, upright) * light[..., None])


def _divan(room: Image.Image, camera: Camera, wall: float, half: float, dyes: Sequence[Colour]) -> None:
    """Draw a low divan along the wall, with cushions in the carpet's own colours."""
    wide, high = room.size
    layer = Image.new("RGBA", (wide * FINER, high * FINER))
    draw = ImageDraw.Draw(layer)
    front = wall - DIVAN_DEEP
    _shade_below(room, camera, (-half - 4, half + 4, front - 8, wall))
    block(draw, camera, (-half, half, 6, DIVAN_HIGH, front, wall), WOOD)
    block(draw, camera, (-half + 2, half - 2, DIVAN_HIGH, SEAT_HIGH, front - 2, wall), LINEN)
    for n in range(3):
        left = -half + 4 + n * (2 * half - 8) / 3
        right = left + (2 * half - 8) / 3 - 3
        cushion(draw, camera, (left, right, SEAT_HIGH, BACK_HIGH, wall - 16), tuple(round(v * 0.93) for v in LINEN))
    for n, (at, size) in enumerate(((-half + 34, 44), (half - 38, 44), (half - 78, 38))):
        place = (at - size / 2, at + size / 2, SEAT_HIGH, SEAT_HIGH + size * 0.86, wall - 26 - n * 2)
        cushion(draw, camera, place, dyes[n % len(dyes)])
    small = layer.resize(room.size, Image.Resampling.BOX)
    room.paste(small, (0, 0), small)


def _shade_below(room: Image.Image, camera: Camera, area: tuple[float, float, float, float]) -> None:
    """Darken the floor under and before a piece of furniture."""
    left, right, front, back = area
    mask = Image.new("L", room.size)
    corners = camera.seen([(left, 0, front), (right, 0, front), (right, 0, back), (left, 0, back)])
    ImageDraw.Draw(mask).polygon([(float(x), float(y)) for x, y in corners], fill=255)
    room.paste(SHADOW, (0, 0), shadow(mask, room.width * 0.008, 0.55))


def _lay(room: Image.Image, carpet: Image.Image, corners: NDArray[np.float64]) -> None:
    """Throw the carpet onto the floor between four corners (far left, far right, near right, near left), with its shadow."""
    wide = room.width
    thrown = Image.new("RGBA", room.size)
    left, top = (max(0, int(part)) for part in corners.min(axis=0))
    right, low = (int(part) + 2 for part in corners.max(axis=0))
    finer = (corners - (left, top)) * FINER
    part = carpet.transform(
        ((right - left) * FINER, (low - top) * FINER),
        Image.Transform.PERSPECTIVE,
        throw(finer, carpet.size),
        resample=Image.Resampling.BILINEAR,
    )
    thrown.paste(part.resize((right - left, low - top), Image.Resampling.BOX), (left, top))
    alpha = thrown.getchannel("A")
    drop = max(2, round(wide * 0.0022))
    for blur, down, strength in ((wide * 0.006, drop * 2, 0.45), (wide * 0.0012, drop, 0.55)):
        cast = ImageChops.offset(shadow(alpha, blur, strength), drop, down)
        room.paste(SHADOW, (0, 0), cast)
    lit = Image.fromarray(levels(np.asarray(thrown.convert("RGB"), np.float32) * _carpet_light(room.size)))
    room.paste(lit, (0, 0), alpha)


def _carpet_light(size: tuple[int, int]) -> Pixels:
    """Daylight over the carpet: the beam of the window, and less of it far from it."""
    wide, high = size
    x, y = np.linspace(0, 1, wide, dtype=np.float32)[None, :], np.linspace(0, 1, high, dtype=np.float32)[:, None]
    slant = x - 0.30 - (y - 0.6) * 0.25
    beam = beam_light(slant / 0.13) * 0.09 + beam_light((slant - 0.36) / 0.10) * 0.06
    light: Pixels = ((1.04 - 0.12 * x) * (1 + beam)).astype(np.float32)[..., None]
    return light
