"""Likeness (الشبه): a small signature of a design or a photograph, by which a register of thousands is ranked.

A signature holds where light and colour lie (a grid of twelve by twelve in OKLab, its lightness brought to one mean and
one spread, so that a dim photograph counts as well) and which colours there are (a soft histogram of a, b and L). A
mirrored design is the same design. In a photograph the carpet is looked for first, laid flat, and asked for either way up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from nawl.kit.errors import NotPossible
from nawl.weaving.chart import Chart
from nawl.weaving.colour import oklab
from nawl.weaving.pictures.finding import find_carpet
from nawl.weaving.pictures.reading import Picture
from nawl.weaving.pictures.rectifying import Corner, rectified
from nawl.weaving.pictures.sampling import sample
from nawl.weaving.yarns import UNSET

SIDE: Final = 12
_SPREAD: Final = 0.15
_CHROMA: Final = 2.0
_LEVELS: Final = np.linspace(-0.15, 0.15, 5)
_SHADES: Final = np.array([-1.2, 0.0, 1.2])
_FORMAT: Final = 1
_PLACES: Final = SIDE * SIDE * 3
_BINS: Final = 75
SIZE: Final = 1 + _PLACES + _BINS
"""Bytes of a packed signature."""

Single = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Signature:
    """`layout`: int8, (12, 12, 3), OKLab in 1/127 of what counts; `colours`: uint8 shares of 75 bins, as square roots."""

    layout: NDArray[np.int8]
    colours: NDArray[np.uint8]

    def packed(self) -> bytes:
        """Return the signature as bytes; the first names the format."""
        return bytes([_FORMAT]) + self.layout.tobytes() + self.colours.tobytes()

    @staticmethod
    def unpacked(data: bytes) -> Signature:
        """Read a signature from bytes. Raises `signature_unreadable`."""
        if len(data) != SIZE or data[0] != _FORMAT:
            raise NotPossible("signature_unreadable")
        layout = np.frombuffer(data, np.int8, _PLACES, 1).reshape(SIDE, SIDE, 3)
        return Signature(layout, np.frombuffer(data, np.uint8, _BINS, 1 + _PLACES))


def signature_of_picture(picture: Picture) -> Signature:
    """Return the signature of a picture; what is transparent counts as wool-white."""
    sampled = sample(picture, SIDE * 4, SIDE * 4)
    colours = sampled.colours if sampled.empty is None else np.where(sampled.empty[..., None], _WOOL, sampled.colours)
    return _signature(oklab(colours).astype(np.float32))


def signature_of_chart(chart: Chart) -> Signature:
    """Return the signature of a chart as its preview would show it."""
    dyes = np.tile(_WOOL, (256, 1))
    for index, yarn in enumerate(chart.yarns):
        dyes[index] = yarn.srgb
    return signature_of_picture(Picture(dyes[chart.knots]))


_WOOL: Final = np.array([242, 232, 213], np.uint8)
assert UNSET == 255


def _signature(points: Single) -> Signature:
    """Signature of OKLab points, shape (4·12, 4·12, 3)."""
    lightness = points[..., 0]
    shade = (lightness - lightness.mean()) / max(float(lightness.std()), 0.02)
    hued = np.stack([shade * _SPREAD, points[..., 1] * _CHROMA, points[..., 2] * _CHROMA], axis=-1)
    layout = hued.reshape(SIDE, 4, SIDE, 4, 3).mean(axis=(1, 3))
    scaled = np.clip(np.rint(layout * (127 / 0.5)), -127, 127).astype(np.int8)
    return Signature(scaled, _histogram(shade, points[..., 1], points[..., 2]))


def _histogram(shade: Single, a: Single, b: Single) -> NDArray[np.uint8]:
    """Soft shares of 5 × 5 × 3 bins, as square roots in bytes: their product sums to the Bhattacharyya likeness."""
    share = np.einsum(
        "ni,nj,nk->ijk", _soft(a.ravel(), _LEVELS), _soft(b.ravel(), _LEVELS), _soft(shade.ravel(), _SHADES)
    )
    return np.asarray(np.rint(np.sqrt(share.ravel() / share.sum()) * 255), np.uint8)


def _soft(values: Single, centres: NDArray[Any]) -> Single:
    """Part each value between the two nearest centres."""
    step = centres[1] - centres[0]
    weights: Single = np.maximum(0, 1 - np.abs(np.clip(values, centres[0], centres[-1])[:, None] - centres) / step)
    return weights


@dataclass(frozen=True, eq=False)
class Photograph:
    """What a photograph is searched by: where the carpet lies (None: the picture as a whole), that part laid flat, signatures."""

    corners: tuple[Corner, ...] | None
    part: Picture
    signatures: tuple[Signature, ...]


def photograph_of(picture: Picture, corners: Sequence[Corner] | None = None) -> Photograph:
    """Return what a photograph is searched by: the part within the corners, or else the carpet found in it.

    Where corners are found and not given, the whole picture counts as well, for it may be a drawing that fills it. A
    carpet may lie across, so a part is also asked for turned by a quarter. Raises `corners_unfit`.
    """
    found = tuple(corners) if corners is not None else find_carpet(picture)
    part = picture if found is None else rectified(picture, found)
    asked = [part, part.turned(1)]
    if corners is None and found is not None:
        asked.append(picture)
    return Photograph(found, part, tuple(signature_of_picture(one) for one in asked))


def best_ranking(asked: Sequence[Signature], register: Sequence[bytes]) -> Single:
    """Return how alike each packed signature of a register is to the likest of several that were asked for."""
    return np.asarray(np.max([ranking(one, register) for one in asked], axis=0), np.float32)


def likeness(one: Signature, other: Signature) -> float:
    """Return how alike two are, 0 to 1; 1 for the same, mirrored or not."""
    return float(ranking(one, [other.packed()])[0])


def ranking(asked: Signature, register: Sequence[bytes]) -> Single:
    """Return how alike each packed signature of a register is to what was asked, 0 to 1; thousands at once.

    Raises `signature_unreadable` where one of them has another format.
    """
    if any(len(one) != SIZE or one[0] != _FORMAT for one in register):
        raise NotPossible("signature_unreadable")
    rows = np.frombuffer(b"".join(register), np.uint8).reshape(-1, SIZE)
    layouts = rows[:, 1 : 1 + _PLACES].view(np.int8).astype(np.float32)
    colours = rows[:, 1 + _PLACES :].astype(np.float32)
    alike = _LAYOUT * _layouts_alike(asked.layout, layouts) + (1 - _LAYOUT) * _colours_alike(asked.colours, colours)
    return np.asarray(alike, np.float32)


_LAYOUT: Final = 0.7
"""How much the layout counts against the colours."""


def _layouts_alike(asked: NDArray[np.int8], layouts: Single) -> Single:
    """The best correlation, 0 to 1, with the picture and its mirrors, where each may be a cut-out of the design."""
    best = np.zeros(len(layouts), np.float32)
    planes = layouts.reshape(-1, SIDE * SIDE, 3).swapaxes(1, 2).reshape(-1, SIDE * SIDE)
    views = np.stack([view.reshape(-1, 3).T.reshape(-1) for view in _views(asked.astype(np.float32))], axis=1)
    views /= max(float(np.linalg.norm(views[:, 0])), 1e-6)
    for down, across in _CUTS:
        part = (planes @ np.kron(_cut(down), _cut(across)).T).reshape(len(layouts), _PLACES)
        own = np.maximum(np.sqrt((part * part).sum(axis=1)), 1e-6)
        best = np.maximum(best, (part @ views).max(axis=1) / own)
    return np.minimum(best, 1)


_WHOLE: Final = (0.0, 1.0)
_EARLY, _MIDDLE, _LATE = (0.0, 0.85), (0.075, 0.925), (0.15, 1.0)
_CUTS: Final = (
    (_WHOLE, _WHOLE),
    (_MIDDLE, _MIDDLE),
    (_MIDDLE, _WHOLE),
    (_WHOLE, _MIDDLE),
    (_EARLY, _EARLY),
    (_EARLY, _LATE),
    (_LATE, _EARLY),
    (_LATE, _LATE),
)
"""Down and across: which part of a design a photograph may show."""


@cache
def _cut(part: tuple[float, float]) -> Single:
    """The matrix that averages a part of twelve cells into twelve cells."""
    edges = np.linspace(part[0] * SIDE, part[1] * SIDE, SIDE + 1)
    cells = np.arange(SIDE)
    shared = np.minimum(edges[1:, None], cells + 1) - np.maximum(edges[:-1, None], cells)
    return np.asarray(np.maximum(shared, 0) / np.diff(edges)[:, None], np.float32)


def _views(layout: Single) -> list[Single]:
    """A picture and its mirrors; that of both sides is the picture turned over."""
    return [layout, layout[:, ::-1], layout[::-1], layout[::-1, ::-1]]


def _colours_alike(asked: NDArray[np.uint8], colours: Single) -> Single:
    mine = asked.astype(np.float32)
    norm = np.maximum(np.sqrt(mine @ mine) * np.sqrt((colours * colours).sum(axis=1)), 1e-6)
    alike: Single = np.clip(colours @ mine / norm, 0, 1)
    return alike
