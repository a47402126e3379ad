"""A panel hung from a rod on a plastered wall, above a low chest."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from nawl.weaving.chart import Chart
from nawl.weaving.showing.laid import SHADOW, shadow, whole
from nawl.weaving.showing.rooms.forms import BRASS, FINER, WOOD, Colour, accents, toned
from nawl.weaving.showing.rooms.surfaces import STONE, beam_light, plaster
from nawl.weaving.showing.wool import Dice, levels


def on_wall(chart: Chart, wide_px: int, *, fringe: bool, abrash: float) -> Image.Image:
    """Return the panel hung from a rod on a plastered wall, above a low chest, all to one scale."""
    width, length = float(chart.frame.width_cm), float(chart.frame.length_cm)
    view = max(width * 2.0, length * 1.1, 150.0)
    cm = wide_px / view
    carpet = whole(chart, round((width * 1.008 + 1.0) * cm), fringe=fringe, abrash=abrash, is_hung=True)
    foot = 60.0
    high_px = round((carpet.height / cm + foot + 64.0) * cm)
    room = Image.fromarray(_wall((wide_px, high_px), cm, Dice.of(chart)))
    left, top = (wide_px - carpet.width) // 2, round(30 * cm)
    _chest(room, cm, accents(chart))
    _rod(room, cm, (left - 7 * cm, left + carpet.width + 7 * cm), top)
    alpha = Image.new("L", room.size)
    alpha.paste(carpet.getchannel("A"), (left, top))
    for blur, across, down, strength in ((2.6, 2.2, 3.0, 0.34), (0.5, 0.5, 0.7, 0.40)):
        cast = ImageChops.offset(shadow(alpha, max(blur * cm, 1.0), strength), round(across * cm), round(down * cm))
        room.paste(SHADOW, (0, 0), cast)
    room.paste(carpet, (left, top), carpet)
    return room


def _wall(size: tuple[int, int], cm: float, dice: Dice) -> NDArray[np.uint8]:
    """Return a plastered wall in slanting daylight, a skirting, and a strip of floor."""
    wide, high = size
    x = np.broadcast_to(((np.arange(wide, dtype=np.float32) - wide / 2) / cm)[None, :], (high, wide))
    y = np.broadcast_to(((high - np.arange(high, dtype=np.float32)) / cm - 16)[:, None], (high, wide))
    wall = plaster(x, np.maximum(y, 0), dice)
    light = 1.06 - 0.0011 * (x + 60) - 0.0004 * (high / cm - y)
    slant = x - y * 0.55
    light = light * (1 + beam_light((slant + 125) / 38) * 0.07 + beam_light((slant + 20) / 34) * 0.055)
    light = light * (1 - 0.22 * np.exp(-np.maximum(y, 0) / 9))
    floor = STONE * (0.94 + 0.004 * y)[..., None]
    return levels(np.where((y < 0)[..., None], floor, wall) * light[..., None])


def _rod(room: Image.Image, cm: float, ends: tuple[float, float], top: int) -> None:
    """Draw the rod from which the panel hangs, its knobs, and the shadow that it throws."""
    radius = max(1.1 * cm, 1.5)
    y = top + radius * 0.3
    mask = Image.new("L", room.size)
    ImageDraw.Draw(mask).line([(ends[0], y + cm), (ends[1], y + cm)], fill=255, width=round(2 * radius))
    soft = mask.filter(ImageFilter.GaussianBlur(max(cm, 1)))
    room.paste(SHADOW, (0, 0), soft.point(lambda level: round(level * 0.4)))
    draw = ImageDraw.Draw(room)
    for part, light in ((1.0, 0.70), (0.62, 0.95), (0.25, 1.22)):
        at = y - radius * (1 - part) * 0.5
        thick = max(1, round(2 * radius * part))
        draw.line([(ends[0], at), (ends[1], at)], fill=toned(WOOD, light)[:3], width=thick)
    for x in ends:
        knob = radius * 1.9
        draw.ellipse((x - knob, y - knob, x + knob, y + knob), fill=toned(WOOD, 0.75)[:3])
        draw.ellipse((x - knob * 0.7, y - knob * 0.8, x + knob * 0.35, y + knob * 0.25), fill=toned(WOOD, 1.1)[:3])


def _chest(room: Image.Image, cm: float, dyes: Sequence[Colour]) -> None:
    """Draw a low chest against the wall, with a bowl of brass and two folded cloths."""
    wide, high = room.size
    layer = Image.new("RGBA", (wide * FINER, high * FINER))
    draw = ImageDraw.Draw(layer)
    unit = cm * FINER
    floor, middle = (high / cm - 10) * unit, wide * FINER / 2
    left, right, top = middle - 56 * unit, middle + 56 * unit, floor - 40 * unit
    mask = Image.new("L", room.size)
    shade = (left / FINER + cm, top / FINER, right / FINER + 5 * cm, floor / FINER + cm)
    ImageDraw.Draw(mask).rectangle(shade, fill=255)
    room.paste(SHADOW, (0, 0), shadow(mask, max(3 * cm, 1), 0.42))
    draw.rectangle((left, top, right, floor), fill=toned(WOOD, 0.92))
    draw.rectangle((left - 2 * unit, top, right + 2 * unit, top + 2.6 * unit), fill=toned(WOOD, 1.28))
    draw.rectangle((left, top + 2.6 * unit, right, top + 3.4 * unit), fill=toned(WOOD, 0.70))
    for n in range(3):
        _panel(draw, (left + (3 + n * 35.8) * unit, top + 7 * unit, 34.4 * unit, 28 * unit), unit)
    for n, colour in enumerate(dyes[:2]):
        _folded(draw, (middle + 18 * unit, top - n * 4.2 * unit), unit, colour)
    _bowl(draw, (middle - 34 * unit, top), unit)
    small = layer.resize(room.size, Image.Resampling.BOX)
    room.paste(small, (0, 0), small)


def _panel(draw: ImageDraw.ImageDraw, box: tuple[float, float, float, float], unit: float) -> None:
    """Draw a sunk panel with a lozenge: shadow at its upper left, light at its lower right."""
    x, y, wide, high = box
    draw.rectangle((x, y, x + wide, y + high), fill=toned(WOOD, 0.74))
    draw.rectangle((x + unit, y + unit, x + wide, y + high), fill=toned(WOOD, 1.14))
    draw.rectangle((x + unit, y + unit, x + wide - 0.6 * unit, y + high - 0.6 * unit), fill=toned(WOOD, 1.0))
    middle_x, middle_y = x + wide / 2, y + high / 2
    for half, light in ((9.0, 0.84), (7.6, 1.08), (4.2, 0.90)):
        reach = half * unit
        points = [(middle_x, middle_y - reach), (middle_x + reach, middle_y), (middle_x, middle_y + reach)]
        draw.polygon([*points, (middle_x - reach, middle_y)], fill=toned(WOOD, light))


def _folded(draw: ImageDraw.ImageDraw, corner: tuple[float, float], unit: float, colour: Colour) -> None:
    """Draw a folded cloth, its folds at the right."""
    x, y = corner
    draw.rounded_rectangle((x, y - 4.4 * unit, x + 30 * unit, y), radius=1.8 * unit, fill=toned(colour, 0.90))
    draw.rounded_rectangle(
        (x, y - 4.4 * unit, x + 30 * unit, y - 2.2 * unit), radius=1.1 * unit, fill=toned(colour, 1.04)
    )
    line = max(1, round(0.35 * unit))
    draw.line([(x + 1.6 * unit, y - 2.2 * unit), (x + 29 * unit, y - 2.2 * unit)], fill=toned(colour, 0.66), width=line)


def _bowl(draw: ImageDraw.ImageDraw, foot: tuple[float, float], unit: float) -> None:
    """Draw a bowl of brass: its body, its rim, a gleam."""
    x, y = foot
    draw.rectangle((x - 5 * unit, y - 1.6 * unit, x + 5 * unit, y), fill=toned(BRASS, 0.72))
    for half, light, shift in ((14.0, 0.80, 0.0), (12.4, 0.98, -0.8), (8.0, 1.14, -2.6)):
        body = (x - half * unit + shift * unit, y - 18 * unit, x + half * unit + shift * unit, y - 1.2 * unit)
        draw.chord(body, 0, 180, fill=toned(BRASS, light))
    draw.ellipse((x - 14 * unit, y - 11.4 * unit, x + 14 * unit, y - 7.8 * unit), fill=toned(BRASS, 0.62))
    draw.ellipse((x - 12.8 * unit, y - 10.9 * unit, x + 12.8 * unit, y - 8.2 * unit), fill=toned(BRASS, 0.42))
