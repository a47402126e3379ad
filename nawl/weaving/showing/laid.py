"""The whole carpet as one picture with transparent surroundings, and laid on a plain ground with its shadow."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from nawl.weaving.chart import Chart
from nawl.weaving.pictures.sampling import shrunk
from nawl.weaving.showing import ends as around
from nawl.weaving.showing.wool import Dice, cloth, clouds, levels

GROUND: Final = (239, 231, 218)
SHADOW: Final = (72, 56, 40)


def whole(chart: Chart, wide_px: int, *, fringe: bool, abrash: float, is_hung: bool = False) -> Image.Image:
    """Return carpet, selvedges, kilim ends and fringe as RGBA, `wide_px` wide; hung up, its upper fringe is sewn away."""
    cm = wide_px / (float(chart.frame.width_cm) * 1.008 + 1.0)
    ends = around.ends_of(chart, wide_px, cm, fringe=fringe)
    inner = wide_px - 2 * ends.selvedge
    high = max(1, round(inner * float(chart.frame.length_cm / chart.frame.width_cm)))
    body = np.asarray(_cloth_image(chart, (inner, high), abrash))
    sides = [around.selvedge(chart, (high, ends.selvedge), is_left=is_left) for is_left in (True, False)]
    woven = np.concatenate([sides[0], body, sides[1]], axis=1)
    if ends.kilim:
        parts = [around.kilim_end(chart, (ends.kilim, wide_px), is_upper=is_upper) for is_upper in (True, False)]
        woven = np.concatenate([parts[0], woven, parts[1]])
    lit = Image.fromarray(_lit(woven, chart))
    above = 0 if is_hung else ends.fringe
    carpet = Image.new("RGBA", (wide_px, above + lit.height + ends.fringe))
    carpet.paste(lit, (0, above))
    if above:
        carpet.paste(around.fringe(chart, wide_px, ends, is_upper=True), (0, 0))
    if ends.fringe:
        carpet.paste(around.fringe(chart, wide_px, ends, is_upper=False), (0, above + lit.height))
    return carpet


def _cloth_image(chart: Chart, size: tuple[int, int], abrash: float) -> Image.Image:
    """Return the cloth at exactly a size: made with whole pixels a knot, then brought down a little."""
    wide, high = size
    across = max(1, -(-wide // chart.frame.wide))
    along = max(1, -(-high // chart.frame.high))
    woven = cloth(chart, chart.knots, (across, along), abrash=abrash)
    if (across, along) == (1, 1):
        return Image.fromarray(shrunk(woven, wide, high))
    made = Image.fromarray(woven)
    return made if made.size == size else made.resize(size, Image.Resampling.LANCZOS)


def _lit(woven: NDArray[np.uint8], chart: Chart) -> NDArray[np.uint8]:
    """Return cloth in the light of a room: brighter above left, gently uneven, falling off at the edges."""
    high, wide = woven.shape[:2]
    y, x = np.linspace(0, 1, high, dtype=np.float32)[:, None], np.linspace(0, 1, wide, dtype=np.float32)[None, :]
    light = 1.05 - 0.07 * y - 0.04 * x
    light = light + clouds(Dice.of(chart).stream("hang"), (high, wide), max(wide // 5, 8)) * 0.012
    edge = np.minimum(np.minimum(x, 1 - x) * wide, np.minimum(y, 1 - y) * high)
    light *= 1 - 0.16 * np.exp(-edge / max(wide * 0.004, 1.0))
    return levels(woven * light[..., None])


def shadow(alpha: Image.Image, blur: float, strength: float) -> Image.Image:
    """Return the soft shadow of a shape as a mask; made small and enlarged, since it is blurred anyway."""
    part = max(1, int(blur / 4))
    small = alpha.resize((max(1, alpha.width // part), max(1, alpha.height // part)), Image.Resampling.BOX)
    soft = small.filter(ImageFilter.GaussianBlur(blur / part)).resize(alpha.size, Image.Resampling.BILINEAR)
    return soft.point(lambda level: round(level * strength))


def on_ground(carpet: Image.Image, margin: int, foot: int) -> Image.Image:
    """Return the carpet on a plain warm ground, with a near and a far shadow; `foot` is the free room below it."""
    size = (carpet.width + 2 * margin, carpet.height + margin + foot)
    ground = Image.new("RGB", size, GROUND)
    for blur, drop, strength in ((margin * 0.30, 0.16, 0.28), (margin * 0.06, 0.04, 0.35)):
        shape = Image.new("L", size)
        shape.paste(carpet.getchannel("A"), (margin + round(margin * drop * 0.6), margin + round(margin * drop)))
        ground.paste(SHADOW, (0, 0), shadow(shape, max(blur, 1.0), strength))
    ground.paste(carpet, (margin, margin), carpet)
    return ground
