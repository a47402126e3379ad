"""Maps: governorates as tiles that keep their neighbours, and facilities as points; west is always at the left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians, sqrt

from nawl.reports.drawing.svg import HAIR, INK, PAPER, SERIES, SOFT, STEPS, Sheet
from nawl.reports.voice import Voice
from nawl.ui.maps import TileMap

_WIDTH, _TILE, _GAP = 640.0, 54.0, 4.0
_TILES_WIDTH = 5 * (_TILE + _GAP)
_POINTS_LEFT = _TILES_WIDTH + 26
_WEST, _EAST, _SOUTH, _NORTH = 35.4, 42.5, 32.2, 37.4
_SQUEEZE = cos(radians(34.8))
_FAINT = "#e9e0d2"
_COAST, _CROWDED = 36.12, 38.0  # west of these degrees names stand over the sea; in a column beside the points
_LINE = 12.0
_LONG, _SHORT = 11, 8  # letters of a name that take two lines; that fit at full size


@dataclass(frozen=True)
class Point:
    """A facility where it stands, and how many it served."""

    latitude: float
    longitude: float
    value: int
    kind: str
    group: str


@dataclass(frozen=True)
class _Spot:
    """Where a point stands on the sheet."""

    x: float
    y: float
    point: Point


def country(tiles: TileMap, points: Sequence[Point], legend: Mapping[str, str], name: str, voice: Voice) -> str:
    """Draw the tiles at the left and the points at the right, each with its legend below."""
    sheet = Sheet(_WIDTH, 350)
    _tiles(sheet, tiles, voice)
    _legend(sheet, tiles, voice)
    scale = (_WIDTH - _POINTS_LEFT) / ((_EAST - _WEST) * _SQUEEZE)
    _degrees(sheet, _POINTS_LEFT, 6.0, scale, voice)
    _name_groups(sheet, _points(sheet, points, (_POINTS_LEFT, 6.0, scale), (_WEST, _NORTH)), _POINTS_LEFT, scale)
    _kinds(sheet, points, legend, _POINTS_LEFT, 330, voice)
    return sheet.svg(name)


def region(points: Sequence[Point], legend: Mapping[str, str], name: str, voice: Voice) -> str:
    """Draw the points of one governorate, as large as the sheet allows."""
    sheet = Sheet(_WIDTH, 330)
    wide = [point.longitude for point in points] or [36.0]
    tall = [point.latitude for point in points] or [35.0]
    span_x, span_y = max(max(wide) - min(wide), 0.2) * _SQUEEZE, max(max(tall) - min(tall), 0.2)
    scale = min((_WIDTH - 160) / span_x, 230 / span_y)
    left = (_WIDTH - span_x * scale) / 2
    for name_of_group, group in _groups(_points(sheet, points, (left, 36.0, scale), (min(wide), max(tall)))).items():
        _name_above(sheet, name_of_group, group)
    _kinds(sheet, points, legend, 4, 318, voice)
    return sheet.svg(name)


def _tiles(sheet: Sheet, tiles: TileMap, voice: Voice) -> None:
    for placed in tiles.tiles:
        row, column = int(placed.at[0]), int(placed.at[1])
        x, y = column * (_TILE + _GAP), 6 + row * (_TILE + _GAP)
        ink = PAPER if placed.step >= 4 else INK
        edge = ' stroke="#8a7763" stroke-dasharray="3 2"' if placed.step == 0 else ' stroke="#cbbfae"'
        sheet.marks.append(
            f'<rect x="{x}" y="{y}" width="{_TILE}" height="{_TILE}" rx="3" fill="{STEPS[placed.step]}"{edge} stroke-width="0.8"/>'
        )
        _tile_name(sheet, placed.tile.name, x + _TILE / 2, y + 23, ink)
        sheet.number(x + _TILE / 2, y + 40, voice.number(placed.tile.value), side="middle", size=10.5, fill=ink)


def _tile_name(sheet: Sheet, name: str, middle: float, base: float, ink: str) -> None:
    """Write a name in a tile; a long name of two words takes two lines."""
    words = name.rsplit(" ", 1) if len(name) > _LONG else [name]
    size = 10.0 if len(words) == 1 and len(name) <= _SHORT else 8.8
    for line, word in enumerate(words):
        sheet.words(
            middle, base - 9.5 * (len(words) - 1 - line) - (len(words) - 1), word, side="middle", size=size, fill=ink
        )


def _legend(sheet: Sheet, tiles: TileMap, voice: Voice) -> None:
    """Show the steps of colour with the lowest value of each."""
    for place, key in enumerate(sorted(tiles.keys, key=lambda key: key.step)):
        x = place * 57.0
        sheet.bar(x, 322, 55, 8, STEPS[key.step])
        sheet.number(x + 27.5, 343, voice.number(key.low or 1), side="middle", size=9.5, bold=False, fill=SOFT)


def _degrees(sheet: Sheet, left: float, top: float, scale: float, voice: Voice) -> None:
    """Draw whole degrees as hairlines, so that points have a ground; borders are not drawn."""
    bottom = top + (_NORTH - _SOUTH) * scale
    for longitude in range(36, 43):
        x = left + (longitude - _WEST) * _SQUEEZE * scale
        sheet.line(x, top, x, bottom, stroke=_FAINT, width=0.6)
        sheet.number(x, bottom + 10, f"{voice.number(longitude)}°", side="middle", size=7.5, bold=False, fill=SOFT)
    for latitude in range(33, 38):
        y = top + (_NORTH - latitude) * scale
        sheet.line(left, y, _WIDTH, y, stroke=_FAINT, width=0.6)
        sheet.number(_WIDTH, y - 2, f"{voice.number(latitude)}°", side="end", size=7.5, bold=False, fill=SOFT)


def _points(
    sheet: Sheet, points: Sequence[Point], at: tuple[float, float, float], corner: tuple[float, float]
) -> list[_Spot]:
    """Draw the points, large ones first, and return where each stands."""
    left, top, scale = at
    highest = max((point.value for point in points), default=0) or 1
    spots = [
        _Spot(
            left + (point.longitude - corner[0]) * _SQUEEZE * scale, top + (corner[1] - point.latitude) * scale, point
        )
        for point in points
    ]
    for spot in sorted(spots, key=lambda spot: -spot.point.value):
        radius = 1.8 + 5.2 * sqrt(spot.point.value / highest)
        draw = sheet.knot if spot.point.kind == "unit" else sheet.dot
        draw(spot.x, spot.y, radius, _colour(spot.point.kind))
    return spots


def _groups(spots: Sequence[_Spot]) -> dict[str, list[_Spot]]:
    groups: dict[str, list[_Spot]] = {}
    for spot in spots:
        groups.setdefault(spot.point.group, []).append(spot)
    return groups


def _name_above(sheet: Sheet, name: str, spots: Sequence[_Spot]) -> None:
    middle = sum(spot.x for spot in spots) / len(spots)
    sheet.words(middle, min(spot.y for spot in spots) - 10, name, side="middle", size=9.5, fill=SOFT)


def _name_groups(sheet: Sheet, spots: Sequence[_Spot], left: float, scale: float) -> None:
    """Name the governorates: at the coast over the sea, in the crowded west in a column beside it, else above."""
    coast, crowd = ((degree - _WEST) * _SQUEEZE * scale + left for degree in (_COAST, _CROWDED))
    beside: list[tuple[str, _Spot]] = []
    for name, group in _groups(spots).items():
        x, y = (sum(values) / len(group) for values in zip(*((spot.x, spot.y) for spot in group), strict=True))
        if x < coast:
            sheet.words(min(spot.x for spot in group) - 9, y + 4, name, side="end", size=9.5, fill=SOFT)
        elif x < crowd:
            beside.append((name, max(group, key=lambda spot: spot.x)))
        else:
            _name_above(sheet, name, group)
    _name_beside(sheet, beside)


def _name_beside(sheet: Sheet, names: Sequence[tuple[str, _Spot]]) -> None:
    """Write names below each other in a column, each with a hairline to its easternmost point."""
    column = max((spot.x for _, spot in names), default=0) + 22
    free = 0.0
    for name, spot in sorted(names, key=lambda row: row[1].y):
        y = max(spot.y, free)
        free = y + _LINE
        sheet.line(spot.x + 5, spot.y, column - 3, y, stroke=HAIR, width=0.6)
        sheet.words(column, y + 3.5, name, size=9.5, fill=SOFT)


def _colour(kind: str) -> str:
    return {"unit": SERIES[1], "alternative": SERIES[3]}.get(kind, SERIES[0])


def _kinds(sheet: Sheet, points: Sequence[Point], legend: Mapping[str, str], x: float, y: float, voice: Voice) -> None:
    """Say what each mark stands for; what does not fit in the line takes the next."""
    left, present = x, {point.kind for point in points}
    for kind, words in legend.items():
        if kind not in present:
            continue
        needed = 28 + (5.2 if voice.language == "en" else 4.9) * len(words)
        if x > left and x + needed > _WIDTH:
            x, y = left, y + 15
        (sheet.knot if kind == "unit" else sheet.dot)(x + 5, y - 4, 5, _colour(kind))
        sheet.words(x + 14, y, words, size=10, fill=SOFT)
        x += needed
