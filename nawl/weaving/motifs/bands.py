"""Forms that repeat along a band: each drawing is one repeat, as wide and as high as asked, which joins itself."""

from __future__ import annotations

import numpy as np

from nawl.weaving.motifs.motif import Cells, Part
from nawl.weaving.motifs.strokes import (
    Field,
    Mask,
    bodied,
    curve,
    disc,
    dye,
    eroded,
    grown,
    inside,
    leaf,
    lozenge,
    outlined,
    stroke,
)

_KEY = (
    "#####.",
    "#...#.",
    "#.#.#.",
    "#.#.#.",
    "#.###.",
    "#.....",
    "######",
)
_LONG_KEY = (
    "#######.",
    "#.....#.",
    "#.###.#.",
    "#.#.#.#.",
    "#.#.#.#.",
    "#.#...#.",
    "#.#####.",
    "#.......",
    "########",
)
_KEY_AND_BOX = (
    "#####.#####.#####.",
    "#...#.#...#.#...#.",
    "#.#.#.#...#.#.#.#.",
    "#.#.#.#...#.#.#.#.",
    "#.###.#####.###.#.",
    "#...............#.",
    "##################",
)


def evened(rows: tuple[str, ...], wide: int, high: int) -> Mask:
    """Return a drawing of strokes (even rows and columns) and gaps (odd ones), fitted to a size.

    Strokes are all equally thick; gaps take what is left, none more than a knot wider than another.
    """
    small = np.array([[sign == "#" for sign in row] for row in rows])
    thick = max(1, min(round(wide / small.shape[1]), round(high / small.shape[0])))
    while thick > 1 and (_gap(wide, small.shape[1], thick) < 1 or _gap(high, small.shape[0], thick) < 1):
        thick -= 1
    tall = np.repeat(small, _sides(high, small.shape[0], thick), axis=0)
    fitted: Mask = np.repeat(tall, _sides(wide, small.shape[1], thick), axis=1)
    return fitted


def _gap(length: int, count: int, thick: int) -> float:
    return (length - thick * ((count + 1) // 2)) / max(1, count // 2)


def _sides(length: int, count: int, thick: int) -> list[int]:
    """Return how many knots each row or column of a drawing takes; gaps that mirror each other are alike.

    A drawing of even count ends with the gap to the next repeat, which takes the odd knot; one of odd count gives it to
    its middle gap, or to the last where it has no middle gap.
    """
    gaps = count // 2
    each, spare = divmod(length - thick * (count - gaps), gaps)
    inner = gaps - (count % 2 == 0)
    widths = [each] * gaps
    for number in range(spare // 2):
        near = inner // 2 - 1 - number
        widths[near] += 1
        widths[inner - 1 - near] += 1
    if spare % 2:
        widths[inner // 2 if count % 2 and inner % 2 else -1] += 1
    sides = [thick] * count
    sides[1::2] = widths
    return sides


def meander(wide: int, high: int) -> Cells:
    """Draw one turn of the meander: a stroke that rises from the base line and winds in on itself."""
    is_long = high >= 27 and wide >= 24
    cells = np.zeros((high, wide), dtype=np.uint8)
    dye(cells, evened(_LONG_KEY if is_long else _KEY, wide, high), Part.OUTLINE)
    return cells


def palmyra(wide: int, high: int) -> Cells:
    """Draw the meander that turns back on itself, and a flower in a box where it does."""
    cells = np.zeros((high, wide), dtype=np.uint8)
    strokes = evened(_KEY_AND_BOX, wide, high)
    dye(cells, strokes, Part.OUTLINE)
    columns = _edges(wide, len(_KEY_AND_BOX[0]), strokes)
    rows = _edges(high, len(_KEY_AND_BOX), strokes)
    room = cells[rows[1] : rows[4], columns[7] : columns[10]]
    flower = Field(room.shape[1], room.shape[0], "quarter")
    dye(room, lozenge(flower, 0, 0, 1, 1), Part.MAIN)
    dye(room, lozenge(flower, 0, 0, 0.45, 0.45), Part.LIGHT)
    return cells


def _edges(length: int, count: int, strokes: Mask) -> list[int]:
    """Return where the rows or columns of a fitted drawing begin; its last row is one stroke thick."""
    thick = int(strokes.all(axis=1).sum())
    return [0, *np.cumsum(_sides(length, count, thick)).tolist()]


def running_dog(wide: int, high: int) -> Cells:
    """Draw one wave of the running dog: a slope that rises from the base and curls over."""
    field = Field(wide, high)
    cells = field.blank()
    thick = max(1, round(min(wide, high) / 6.5))
    half_x, half_y = thick / wide, thick / high
    right, top = 0.62, 1 - half_y
    wave = inside(
        field, [(-1.01, -1.01), (0.3, -1.01), (-0.2, -0.3), (-0.24, 0.3), (0.02, 0.62), (-0.1, 1.01), (-0.4, 0.86)]
    )
    curl = [(-0.34, 0.3), (-0.1, top), (right - 0.2, top), (right, 0.55), (right, 0.1), (right - 0.16, -0.12)]
    wave |= stroke(field, [*curl, (0.2, -0.12), (0.14, 0.12)], thick)
    wave |= field.y <= -1 + 2 * half_y + half_x * 0
    dye(cells, wave, Part.MAIN)
    return cells


def kilim_steps(wide: int, high: int) -> Cells:
    """Draw one stepped pyramid that stands between two that hang: both of one shape, with a line between them."""
    field = Field(wide, high, "half")
    cells, line = field.blank(), field.line
    x = np.abs(2 * np.arange(wide) + 1 - wide)[None, :]
    up = high - 1 - np.arange(high)[:, None]
    steps = max(2, min(6, high // 3, wide // 4))
    level = up * steps // high
    reach = wide * (steps - level - 0.5) / steps
    stands = np.broadcast_to(x <= reach, (high, wide))
    dye(cells, ~stands, Part.SECOND)
    dye(cells, stands, Part.MAIN)
    if high >= 17:
        dye(cells, stands & grown_round(~stands, line), Part.LIGHT)
    return cells


def grown_round(mask: Mask, knots: int) -> Mask:
    """Return the mask grown on a band that runs on beyond both ends."""
    wide = mask.shape[1]
    return grown(np.tile(mask, (1, 3)), knots)[:, wide : 2 * wide]


def trefoil(wide: int, high: int) -> Cells:
    """Draw the reciprocal trefoil: a leaf that stands and one that hangs, of one shape in two colours."""
    up = (high - 1 - 2 * np.arange(high)[:, None]) / high
    x = np.abs(2 * np.arange(wide) + 1 - wide)[None, :] / wide
    at = [-1, -0.86, -0.62, -0.4, -0.2, 0.2, 0.4, 0.62, 0.86, 1]
    half = np.interp(up, at, [1, 0.86, 0.5, 0.62, 0.78, 0.22, 0.38, 0.5, 0.14, 0])
    cells = np.full((high, wide), Part.SECOND, dtype=np.uint8)
    dye(cells, x < half, Part.MAIN)
    return cells


def rope(wide: int, high: int) -> Cells:
    """Draw one twist of the rope: slanting stripes of two colours with a line between; for guards beside a border."""
    column, row = np.arange(wide)[None, :], np.arange(high)[:, None]
    place = (column + row) % wide
    cells = np.where(place < wide // 2, Part.MAIN, Part.LIGHT).astype(np.uint8)
    if wide >= 6:
        dye(cells, (place == 0) | (place == wide // 2), Part.OUTLINE)
    return cells


def water(wide: int, high: int) -> Cells:
    """Draw one bend of running water: bands of colour that go up and down together."""
    field = Field(wide, high, "half")
    cells = field.blank()
    x, _ = field.steps
    down = np.arange(high)[:, None]
    peak = (high - 1) // 2
    rise = np.round(x * peak / max(1, (wide - 1) // 2)).astype(np.int64)
    broad = max(1, round(high / 9))
    for number, part in enumerate((Part.OUTLINE, Part.MAIN, Part.LIGHT, Part.SECOND, Part.OUTLINE)):
        low = rise + number * broad
        dye(cells, (down >= low) & (down < low + broad), part)
    return cells


def chain(wide: int, high: int) -> Cells:
    """Draw one link of the chain: a long hexagon in rims with a lozenge in it, tied to the next by a small knot."""
    field = Field(wide, high, "quarter")
    cells, line = field.blank(), max(1, round(high / 16))
    thick = max(1, round(high / 9))
    link = (field.y <= 0.98) & (field.x * 1.15 + field.y * 0.6 * high / wide * 1.2 <= 1.12) & (field.x <= 0.9)
    dye(cells, field.x > 0.5, Part.CLEAR)
    dye(cells, (np.abs(field.y) * high <= thick) & (field.x > 0.6), Part.OUTLINE)
    within = outlined(cells, link, Part.MAIN, line)
    hollow = eroded(within, thick)
    dye(cells, hollow, Part.OUTLINE)
    dye(cells, eroded(hollow, line), Part.LIGHT)
    bodied(cells, lozenge(field, 0, 0, 0.42, 0.42), Part.SECOND, line if high >= 21 else 0)
    return cells


def vine_scroll(wide: int, high: int) -> Cells:
    """Draw one wave of the vine: a stem that bends to and fro, a leaf in one bend and grapes in the next."""
    field = Field(wide, high, "none", 2.0)
    cells, line = field.blank(), field.line if high >= 25 else 0
    thick = max(1, round(high / 14))
    places = np.linspace(-2.5, 2.5, 61)
    stem = [(float(x), float(0.5 * np.sin(np.pi * x / 2))) for x in places]
    dye(cells, stroke(field, stem, thick), Part.HEART)
    for middle, sign in ((1.0, -1), (-1.0, 1)):
        tendril = [(middle - 0.6, -0.29 * sign), (middle - 0.3, -0.06 * sign), (middle, 0.3 * sign)]
        dye(cells, stroke(field, curve(tendril), thick), Part.HEART)
    _vine_leaf(cells, field, line)
    _grapes(cells, field, line)
    return cells


def _vine_leaf(cells: Cells, field: Field, line: int) -> None:
    lobes = disc(field, -1.0, 0.34, 0.26, 0.26)
    for tip in ((-1.0, 1.0), (-0.46, 0.72), (-1.54, 0.72), (-0.56, 0.04), (-1.44, 0.04)):
        lobes |= leaf(field, (-1.0, 0.34), tip, 0.19, 0.5)
    bodied(cells, lobes, Part.HEART, line)


def _grapes(cells: Cells, field: Field, line: int) -> None:
    if field.high < 17:
        dye(cells, inside(field, [(0.62, -0.16), (1.38, -0.16), (1.0, -1.0)]), Part.MAIN)
        return
    size = 0.2
    for row in range(3):
        for number in range(3 - row):
            x = 1.0 + (number - (2 - row) / 2) * 0.34
            bodied(cells, disc(field, x, -0.18 - row * 0.31, size, size), Part.MAIN, line)


def latch_hooks(wide: int, high: int) -> Cells:
    """Draw one pair of latch hooks that turn from each other on a common bar."""
    field = Field(wide, high, "half")
    cells = field.blank()
    thick = max(1, round(min(wide / 11, high / 9)))
    x, _ = field.steps
    up = high - 1 - np.arange(high)[:, None]
    top = high - 1
    reach = (wide - 1) // 2 - max(1, thick)
    arm = (up > top - thick) & (x <= reach)
    drop = (x > reach - thick) & (x <= reach) & (up > top - thick * 4)
    dye(cells, (up < thick) | (x < thick) | arm | drop, Part.OUTLINE)
    if high >= 17:
        dye(cells, lozenge(field, 0, -1 + 2 * thick / high, 0.5, 0.5) & (up >= thick), Part.MAIN)
    return cells
