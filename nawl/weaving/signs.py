"""Signs (رموز): what stands in a knot's cell for its yarn, so that a chart is read without colours.

A sign is an outline on a square of 1000 units, y downwards as in SVG: `M`, `L`, `Q` and `Z` with absolute whole numbers.
Contours never cross; solid ones run clockwise on the page and holes the other way, so that both fill rules paint alike.
All drawings are our own. A font turns the outline over (y upwards) and puts it at `Sign.glyph`, in the private area.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from nawl.weaving.yarns import MOST_YARNS, Yarn

EM: Final = 1000
FIRST_GLYPH: Final = 0xE000

Step = tuple[float, ...]
"""A point (x, y) that a straight line leads to, or (control x, control y, x, y) for a quadratic curve."""
Contour = tuple[Step, ...]
"""A closed line; its first step is where it starts, always a point."""
Shape = tuple[Contour, ...]


@dataclass(frozen=True)
class Sign:
    """One sign: the code that a yarn's `symbol` names, its words, its glyph in the font of charts, its outline."""

    code: str
    name_ar: str
    name_en: str
    glyph: str
    path: str

    def name(self, language: str) -> str:
        """Return the sign's name in a language."""
        return self.name_en if language == "en" else self.name_ar


def _area(contour: Contour) -> float:
    points = [step[-2:] for step in contour]
    turned = [*points[1:], points[0]]
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, turned, strict=True)) / 2


def _backwards(contour: Contour) -> Contour:
    """The same line walked the other way; curves keep their control points."""
    ends = [step[-2:] for step in contour]
    return (ends[-1], *((*contour[n][:-2], *ends[n - 1]) for n in range(len(contour) - 1, 0, -1)))


def _solid(contour: Contour) -> Contour:
    return contour if _area(contour) > 0 else _backwards(contour)


def _hole(contour: Contour) -> Contour:
    return contour if _area(contour) < 0 else _backwards(contour)


def _box(left: float, top: float, right: float, bottom: float) -> Contour:
    return ((left, top), (right, top), (right, bottom), (left, bottom))


def _arc(x: float, y: float, radius: float, start: float, end: float, parts: int = 8) -> Contour:
    """Points of an arc in degrees (0 to the right, 90 downwards), as quadratic curves."""
    step = math.radians(end - start) / parts
    first = math.radians(start)
    steps: list[Step] = [(x + radius * math.cos(first), y + radius * math.sin(first))]
    for n in range(parts):
        middle, last = first + (n + 0.5) * step, first + (n + 1) * step
        reach = radius / math.cos(step / 2)
        control = (x + reach * math.cos(middle), y + reach * math.sin(middle))
        steps.append((*control, x + radius * math.cos(last), y + radius * math.sin(last)))
    return tuple(steps)


def _disc(x: float, y: float, radius: float) -> Contour:
    return _arc(x, y, radius, 0, 360)


def _star(points: int, outer: float, inner: float, turn: float = -90) -> Contour:
    corners = []
    for n in range(2 * points):
        angle, reach = math.radians(turn + n * 180 / points), inner if n % 2 else outer
        corners.append((500 + reach * math.cos(angle), 500 + reach * math.sin(angle)))
    return tuple(corners)


def _rays(number: int, reach: float, thick: float) -> Contour:
    """Bars that leave the middle at equal angles, the first upwards."""
    corners: list[Step] = []
    half, notch = thick / 2, thick / 2 / math.sin(math.pi / number)
    for n in range(number):
        angle, between = math.radians(n * 360 / number - 90), math.radians((n + 0.5) * 360 / number - 90)
        x, y = math.cos(angle), math.sin(angle)
        corners.append((500 + reach * x + half * y, 500 + reach * y - half * x))
        corners.append((500 + reach * x - half * y, 500 + reach * y + half * x))
        corners.append((500 + notch * math.cos(between), 500 + notch * math.sin(between)))
    return tuple(corners)


def _shape(*solids: Contour, holes: Iterable[Contour] = ()) -> Shape:
    return (*map(_solid, solids), *map(_hole, holes))


def _quarter(shape: Shape, times: int) -> Shape:
    """Turn a shape clockwise by quarters of a turn about the middle."""
    for _ in range(times % 4):
        shape = tuple(
            tuple(tuple(v for x, y in zip(s[::2], s[1::2], strict=True) for v in (1000 - y, x)) for s in c)
            for c in shape
        )
    return shape


def _mirrored(shape: Shape) -> Shape:
    """Swap left and right; the outlines keep their sense."""
    swapped = (tuple(tuple(v if n % 2 else 1000 - v for n, v in enumerate(s)) for s in c) for c in shape)
    return tuple(map(_backwards, swapped))


def _moved(shape: Shape, scale: float, x: float, y: float) -> Shape:
    return tuple(tuple(tuple(v * scale + (y if n % 2 else x) for n, v in enumerate(s)) for s in c) for c in shape)


_DISC = _shape(_disc(500, 500, 370))
_SQUARE = _shape(_box(140, 140, 860, 860))
_DIAMOND_LINE: Contour = ((500, 60), (940, 500), (500, 940), (60, 500))
_DIAMOND_IN: Contour = ((500, 230), (770, 500), (500, 770), (230, 500))
_TRIANGLE: Contour = ((500, 120), (920, 840), (80, 840))
_CROSS = _shape(
    (
        (400, 100),
        (600, 100),
        (600, 400),
        (900, 400),
        (900, 600),
        (600, 600),
        (600, 900),
        (400, 900),
        (400, 600),
        (100, 600),
        (100, 400),
        (400, 400),
    )
)
_SALTIRE = _shape(
    (
        (245, 115),
        (500, 370),
        (755, 115),
        (885, 245),
        (630, 500),
        (885, 755),
        (755, 885),
        (500, 630),
        (245, 885),
        (115, 755),
        (370, 500),
        (115, 245),
    )
)
_SLASH = _shape(((740, 110), (890, 260), (260, 890), (110, 740)))
_SLASHES = _shape(((505, 90), (625, 210), (210, 625), (90, 505)), ((790, 375), (910, 495), (495, 910), (375, 790)))
_TEE = _shape(
    ((120, 140), (880, 140), (880, 340), (600, 340), (600, 880), (400, 880), (400, 340), (120, 340)),
)
_CORNER = _shape(((140, 140), (860, 140), (860, 350), (350, 350), (350, 860), (140, 860)))
_CHEVRON = _shape(((500, 200), (920, 620), (770, 770), (500, 500), (230, 770), (80, 620)))
_ARROW = _shape(((500, 80), (880, 470), (620, 470), (620, 920), (380, 920), (380, 470), (120, 470)))
_HALF_DISC = _shape(_disc(500, 500, 400), holes=[_arc(500, 500, 300, 90, 270, 4)])
_HALF_FRAME = _shape(_box(120, 120, 880, 880), holes=[_box(220, 220, 500, 780)])
_HALF_CORNER = _shape(_box(120, 120, 880, 880), holes=[((220, 220), (720, 220), (220, 720))])
_CUP = _shape(((120, 140), (330, 140), (330, 660), (670, 660), (670, 140), (880, 140), (880, 870), (120, 870)))
_MOON = _shape((*_arc(460, 500, 380, -60, -300, 8), *_arc(580, 500, 335, -282, -78, 8)))
_HASH = _shape(
    (
        (260, 90),
        (400, 90),
        (400, 260),
        (600, 260),
        (600, 90),
        (740, 90),
        (740, 260),
        (910, 260),
        (910, 400),
        (740, 400),
        (740, 600),
        (910, 600),
        (910, 740),
        (740, 740),
        (740, 910),
        (600, 910),
        (600, 740),
        (400, 740),
        (400, 910),
        (260, 910),
        (260, 740),
        (90, 740),
        (90, 600),
        (260, 600),
        (260, 400),
        (90, 400),
        (90, 260),
        (260, 260),
    ),
    holes=[_box(400, 400, 600, 600)],
)
_ZIGZAG = _shape(
    (
        (120, 130),
        (880, 130),
        (880, 300),
        (430, 690),
        (880, 690),
        (880, 870),
        (120, 870),
        (120, 700),
        (570, 310),
        (120, 310),
    )
)
_AITCH = _shape(
    (
        (140, 120),
        (340, 120),
        (340, 400),
        (660, 400),
        (660, 120),
        (860, 120),
        (860, 880),
        (660, 880),
        (660, 600),
        (340, 600),
        (340, 880),
        (140, 880),
    )
)
_HOURGLASS = _shape(((110, 110), (890, 110), (560, 500), (890, 890), (110, 890), (440, 500)))
_DROP = _shape(((500, 70), (640, 330, 735, 490), *_arc(500, 640, 278, -33, 213, 6)[1:], (360, 330, 500, 70)))


def _ring(outer: Contour, inner: Contour, *within: Contour) -> Shape:
    return _shape(outer, *within, holes=[inner])


_FRAME_OUT, _FRAME_IN = _box(110, 110, 890, 890), _box(250, 250, 750, 750)
_TRIANGLE_RING = _ring(((500, 90), (950, 860), (50, 860)), ((500, 360), (712, 725), (288, 725)))
_DOT = _disc(500, 500, 150)

_DRAWINGS: tuple[tuple[str, str, str, Shape], ...] = (
    ("disc", "قرص", "disc", _DISC),
    ("cross", "علامة زائد", "plus", _CROSS),
    ("triangle_up", "مثلث إلى الأعلى", "triangle up", _shape(_TRIANGLE)),
    ("frame", "مربع مفرغ", "open square", _ring(_FRAME_OUT, _FRAME_IN)),
    ("bar_level", "خط أفقي", "level bar", _shape(_box(80, 400, 920, 600))),
    ("saltire", "علامة ضرب", "times", _SALTIRE),
    ("diamond", "معين", "diamond", _shape(_DIAMOND_LINE)),
    ("ring", "حلقة", "ring", _ring(_disc(500, 500, 400), _disc(500, 500, 250))),
    ("slash", "خط مائل يميناً", "bar leaning right", _SLASH),
    ("square", "مربع", "square", _SQUARE),
    ("dot", "نقطة", "dot", _shape(_disc(500, 500, 180))),
    ("triangle_down", "مثلث إلى الأسفل", "triangle down", _quarter(_shape(_TRIANGLE), 2)),
    ("bar_upright", "خط قائم", "upright bar", _shape(_box(400, 80, 600, 920))),
    ("diamond_ring", "معين مفرغ", "open diamond", _ring(_DIAMOND_LINE, _DIAMOND_IN)),
    ("star_eight", "نجمة ثمانية", "eight-pointed star", _shape(_star(8, 440, 250))),
    ("chevron_up", "سهم مفتوح إلى الأعلى", "chevron up", _CHEVRON),
    ("half_right", "قرص نصفه الأيمن ممتلئ", "disc filled at the right", _HALF_DISC),
    ("backslash", "خط مائل يساراً", "bar leaning left", _mirrored(_SLASH)),
    ("four_dots", "أربع نقاط", "four dots", _shape(*(_disc(x, y, 155) for x in (270, 730) for y in (270, 730)))),
    ("triangle_right", "مثلث إلى اليمين", "triangle right", _quarter(_shape(_TRIANGLE), 1)),
    ("two_level", "خطان أفقيان", "two level bars", _shape(_box(100, 220, 900, 400), _box(100, 600, 900, 780))),
    ("ring_dot", "حلقة فيها نقطة", "ring with a dot", _ring(_disc(500, 500, 420), _disc(500, 500, 310), _DOT)),
    ("hourglass", "ساعة رملية", "hourglass", _HOURGLASS),
    ("tee_up", "حرف تاء", "tee", _TEE),
    ("corner_top_left", "زاوية عليا يسرى", "corner, top left", _CORNER),
    ("triangle_left", "مثلث إلى اليسار", "triangle left", _quarter(_shape(_TRIANGLE), 3)),
    ("asterisk", "نجمة ستة خطوط", "asterisk", _shape(_rays(6, 430, 140))),
    ("two_upright", "خطان قائمان", "two upright bars", _shape(_box(220, 100, 400, 900), _box(600, 100, 780, 900))),
    ("half_bottom", "قرص نصفه الأسفل ممتلئ", "disc filled below", _quarter(_HALF_DISC, 1)),
    ("frame_dot", "مربع فيه نقطة", "square with a dot", _ring(_box(110, 110, 890, 890), _box(220, 220, 780, 780), _DOT)),
    ("chevron_down", "سهم مفتوح إلى الأسفل", "chevron down", _quarter(_CHEVRON, 2)),
    ("checker", "رقعة شطرنج", "chequer", _shape(_box(120, 120, 490, 490), _box(510, 510, 880, 880))),
    ("arrow_up", "سهم إلى الأعلى", "arrow up", _ARROW),
    ("triangle_ring_up", "مثلث مفرغ إلى الأعلى", "open triangle up", _TRIANGLE_RING),
    ("moon_right", "هلال مفتوح يميناً", "crescent open to the right", _MOON),
    ("three_level", "ثلاثة خطوط أفقية", "three level bars", _shape(*(_box(100, y, 900, y + 140) for y in (120, 430, 740)))),
    ("bowtie", "فراشة", "bow tie", _quarter(_HOURGLASS, 1)),
    ("cup_up", "كأس مفتوح إلى الأعلى", "cup open above", _CUP),
    ("star_five", "نجمة خماسية", "five-pointed star", _shape(_star(5, 460, 200))),
    ("half_left", "قرص نصفه الأيسر ممتلئ", "disc filled at the left", _quarter(_HALF_DISC, 2)),
    ("hash", "شبكة", "lattice", _HASH),
    ("tee_down", "حرف تاء مقلوب", "tee upside down", _quarter(_TEE, 2)),
    ("corner_bottom_right", "زاوية سفلى يمنى", "corner, bottom right", _quarter(_CORNER, 2)),
    ("diamond_dot", "معين فيه نقطة", "diamond with a dot", _ring(_DIAMOND_LINE, ((500, 190), (810, 500), (500, 810), (190, 500)), _disc(500, 500, 130))),
    ("two_slashes", "خطان مائلان يميناً", "two bars leaning right", _SLASHES),
    ("arrow_down", "سهم إلى الأسفل", "arrow down", _quarter(_ARROW, 2)),
    ("frame_right", "مربع نصفه الأيمن ممتلئ", "square filled at the right", _HALF_FRAME),
    ("drop", "قطرة", "drop", _DROP),
    ("chevron_right", "سهم مفتوح إلى اليمين", "chevron right", _quarter(_CHEVRON, 1)),
    ("three_upright", "ثلاثة خطوط قائمة", "three upright bars", _shape(*(_box(x, 100, x + 140, 900) for x in (120, 430, 740)))),
    ("star_four", "نجمة رباعية", "four-pointed star", _shape(_star(4, 460, 210))),
    ("triangle_ring_down", "مثلث مفرغ إلى الأسفل", "open triangle down", _quarter(_TRIANGLE_RING, 2)),
    ("half_top", "قرص نصفه الأعلى ممتلئ", "disc filled above", _quarter(_HALF_DISC, 3)),
    ("two_dots_level", "نقطتان متجاورتان", "two dots side by side", _shape(_disc(270, 500, 175), _disc(730, 500, 175))),
    ("moon_left", "هلال مفتوح يساراً", "crescent open to the left", _mirrored(_MOON)),
    ("corner_top_right", "زاوية عليا يمنى", "corner, top right", _quarter(_CORNER, 1)),
    ("tee_right", "حرف تاء إلى اليمين", "tee to the right", _quarter(_TEE, 1)),
    ("zigzag", "درجة", "step", _ZIGZAG),
    ("frame_corner", "مربع زاويته السفلى اليمنى ممتلئة", "square filled at the bottom right", _HALF_CORNER),
    ("chevron_left", "سهم مفتوح إلى اليسار", "chevron left", _quarter(_CHEVRON, 3)),
    ("five_dots", "خمس نقاط", "five dots", _shape(_disc(500, 500, 130), *(_disc(x, y, 130) for x in (230, 770) for y in (230, 770)))),
    ("cup_down", "كأس مفتوح إلى الأسفل", "cup open below", _quarter(_CUP, 2)),
    ("two_backslashes", "خطان مائلان يساراً", "two bars leaning left", _mirrored(_SLASHES)),
    ("frame_bottom", "مربع نصفه الأسفل ممتلئ", "square filled below", _quarter(_HALF_FRAME, 1)),
    ("aitch", "جسر", "bridge", _AITCH),
    ("hexagon", "مسدس", "hexagon", _shape(_star(3, 430, 430, -60))),
    ("arrow_right", "سهم إلى اليمين", "arrow right", _quarter(_ARROW, 1)),
    ("three_dots", "ثلاث نقاط", "three dots", _shape(_disc(500, 270, 165), _disc(250, 710, 165), _disc(750, 710, 165))),
    ("triangle_ring_right", "مثلث مفرغ إلى اليمين", "open triangle right", _quarter(_TRIANGLE_RING, 1)),
    ("checker_turned", "رقعة شطرنج معكوسة", "chequer turned", _shape(_box(510, 120, 880, 490), _box(120, 510, 490, 880))),
    ("corner_bottom_left", "زاوية سفلى يسرى", "corner, bottom left", _quarter(_CORNER, 3)),
    ("frame_left", "مربع نصفه الأيسر ممتلئ", "square filled at the left", _quarter(_HALF_FRAME, 2)),
    ("two_dots_upright", "نقطتان متراكبتان", "two dots one above the other", _shape(_disc(500, 270, 175), _disc(500, 730, 175))),
    ("tee_left", "حرف تاء إلى اليسار", "tee to the left", _quarter(_TEE, 3)),
    ("cup_right", "كأس مفتوح إلى اليمين", "cup open to the right", _quarter(_CUP, 1)),
    ("triangle_ring_left", "مثلث مفرغ إلى اليسار", "open triangle left", _quarter(_TRIANGLE_RING, 3)),
    ("arrow_left", "سهم إلى اليسار", "arrow left", _quarter(_ARROW, 3)),
    ("frame_top", "مربع نصفه الأعلى ممتلئ", "square filled above", _quarter(_HALF_FRAME, 3)),
    ("cup_left", "كأس مفتوح إلى اليسار", "cup open to the left", _quarter(_CUP, 3)),
    ("frame_corner_turned", "مربع زاويته العليا اليسرى ممتلئة", "square filled at the top left", _quarter(_HALF_CORNER, 2)),
)  # fmt: skip

_LINE = _box(60, 890, 940, 970)
_EDGE = _ring(_box(30, 30, 970, 970), _box(105, 105, 895, 895))
_FAMILIES: tuple[tuple[str, str, str, float, float, float, Shape], ...] = (
    ("", "{}", "{}", 1.0, 0, 0, ()),
    ("_underlined", "{} تحته خط", "{} underlined", 0.8, 100, 0, _shape(_LINE)),
    ("_boxed", "{} في إطار", "{} in a box", 0.68, 160, 160, _EDGE),
    ("_overlined", "{} فوقه خط", "{} with a line above", 0.8, 100, 200, _quarter(_shape(_LINE), 2)),
)
"""Four families of the same drawings: code's ending, words, scale and place of the drawing, and what is added to it."""


def path_of(shape: Shape) -> str:
    """Return a shape as path data; coordinates are rounded to whole units."""
    parts = []
    for contour in shape:
        for n, step in enumerate(contour):
            letter = "M" if n == 0 else "Q" if len(step) == 4 else "L"
            parts.append(letter + " ".join(str(math.floor(v + 0.5)) for v in step))
        parts.append("Z")
    return "".join(parts)


def _all_signs() -> tuple[Sign, ...]:
    signs: list[Sign] = []
    for ending, words_ar, words_en, scale, x, y, added in _FAMILIES:
        for code, name_ar, name_en, shape in _DRAWINGS:
            glyph = chr(FIRST_GLYPH + len(signs))
            path = path_of((*_moved(shape, scale, x, y), *added))
            signs.append(Sign(code + ending, words_ar.format(name_ar), words_en.format(name_en), glyph, path))
    return tuple(signs)


SIGNS: Final[tuple[Sign, ...]] = _all_signs()
"""Every sign in the order in which yarns take them: the first eighty are plain, the rest are for very rich charts."""
PLAIN: Final = len(_DRAWINGS)


@cache
def _by_code() -> dict[str, Sign]:
    return {sign.code: sign for sign in SIGNS}


def sign_of(code: str) -> Sign | None:
    """Return the sign that a yarn's `symbol` names, or None where it names none of ours."""
    return _by_code().get(code)


def with_signs(yarns: Sequence[Yarn]) -> tuple[Yarn, ...]:
    """Return yarns that all have a distinct sign of ours: the first to claim a sign keeps it, others take free ones."""
    assert len(yarns) <= MOST_YARNS <= len(SIGNS)
    kept: dict[str, int] = {}
    for n, yarn in enumerate(yarns):
        if sign_of(yarn.symbol) is not None:
            kept.setdefault(yarn.symbol, n)
    free = (sign.code for sign in SIGNS if sign.code not in kept)
    owners = {n: code for code, n in kept.items()}
    return tuple(
        replace(yarn, symbol=owners[n]) if n in owners else replace(yarn, symbol=next(free))
        for n, yarn in enumerate(yarns)
    )
