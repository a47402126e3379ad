"""The chart file (ملف المخطط): an indexed PNG, one pixel one knot, with JSON beside it or inside it.

The palette of the PNG holds the yarns' colours, so that any program shows the chart; knots without a yarn are clear.
Whatever bytes come in, a `Chart` comes out or a refusal that says what is wrong.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn

import numpy as np
from PIL.PngImagePlugin import PngImageFile

from nawl.kit.errors import NotFound, NotPossible
from nawl.weaving.chart import Chart, Grid
from nawl.weaving.frame import MOST_KNOTS
from nawl.weaving.sidecar import MOST_BYTES, NAME, Beside, Side, read_sidecar, sidecar_of
from nawl.weaving.yarns import UNSET, Yarn

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_KEPT: Final = (b"IHDR", b"PLTE", b"IDAT", b"IEND")
_MOST_FILE: Final = MOST_KNOTS + 2**23
_INDEXED: Final = 3


def pack(chart: Chart, side: Side = "right") -> tuple[bytes, bytes]:
    """Return a chart as an indexed PNG and the JSON beside it; the same chart gives the same bytes."""
    return _png(chart, b""), sidecar_of(chart, side)


def unpack(png: bytes, beside: bytes) -> Chart:
    """Return the chart of a PNG and the JSON beside it.

    Raises `chart_unreadable`, `chart_newer`, `chart_field_wrong`, `chart_not_indexed`, `chart_sizes_differ`,
    `chart_palette_wrong`, `chart_hash_wrong`, and what `Frame` and `Chart` refuse.
    """
    return _joined(read_sidecar(beside), _picture(png))


def pack_single(chart: Chart, side: Side = "right") -> bytes:
    """Return a chart as one PNG file with its JSON inside, in a text chunk, to travel between units."""
    text = NAME.encode() + b"\0\0\0\0\0" + sidecar_of(chart, side)
    return _png(chart, _chunk(b"iTXt", text))


def unpack_single(png: bytes) -> Chart:
    """Return the chart of a PNG that carries its JSON inside; raises as `unpack`, and `chart_without_sidecar`."""
    beside = sidecar_inside(png)
    if beside is None:
        raise NotPossible("chart_without_sidecar")
    return unpack(png, beside)


def sidecar_inside(png: bytes) -> bytes | None:
    """Return the JSON that a PNG carries inside, or None."""
    return next((found for kind, body in _chunks(png) if kind == b"iTXt" and (found := _text(body)) is not None), None)


def open_chart(path: Path) -> Chart:
    """Read a chart file by the path of its PNG (JSON inside, else beside it) or of its JSON (PNG beside it)."""
    return unpack(*files_of(path))


def files_of(path: Path) -> tuple[bytes, bytes]:
    """Return the PNG and the JSON of a chart file, by the path of either; raises `chart_file_missing`."""
    png = _bytes(path.with_suffix(".png") if path.suffix.lower() == ".json" else path)
    inside = None if path.suffix.lower() == ".json" else sidecar_inside(png)
    return png, _bytes(path.with_suffix(".json")) if inside is None else inside


def side_of(beside: bytes) -> Side:
    """Return the side from which a chart's rows are read, as its JSON says."""
    return read_sidecar(beside).side


def _bytes(path: Path) -> bytes:
    if not path.is_file():
        raise NotFound("chart_file_missing", file=path.name)
    if path.stat().st_size > _MOST_FILE:
        raise NotPossible("chart_unreadable")
    return path.read_bytes()


def _png(chart: Chart, extra: bytes) -> bytes:
    """The chart as PNG: eight bits a knot, rows unfiltered, for runs of one colour pack best as they are."""
    rows = np.zeros((chart.frame.high, chart.frame.wide + 1), np.uint8)
    rows[:, 1:] = chart.knots
    colours = [yarn.srgb for yarn in chart.yarns]
    clear = b""
    if chart.unset or not colours:
        colours += [(0, 0, 0)] * (UNSET + 1 - len(colours))
        clear = _chunk(b"tRNS", b"\xff" * UNSET + b"\0")
    head = struct.pack(">IIBBBBB", chart.frame.wide, chart.frame.high, 8, _INDEXED, 0, 0, 0)
    palette = _chunk(b"PLTE", bytes(part for colour in colours for part in colour))
    body = _chunk(b"IDAT", zlib.compress(rows.tobytes(), 6))
    return b"".join((_SIGNATURE, _chunk(b"IHDR", head), extra, palette, clear, body, _chunk(b"IEND", b"")))


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _unreadable() -> NoReturn:
    raise NotPossible("chart_unreadable")


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Walk a PNG's chunks, each with its sum right and up to its end; raises `chart_unreadable`."""
    if not png.startswith(_SIGNATURE) or len(png) > _MOST_FILE:
        _unreadable()
    place = len(_SIGNATURE)
    while True:
        if len(png) < place + 12:
            _unreadable()
        length, kind = struct.unpack_from(">I4s", png, place)
        end = place + 8 + length
        body = png[place + 8 : end]
        if len(png) < end + 4 or png[end : end + 4] != struct.pack(">I", zlib.crc32(kind + body)):
            _unreadable()
        yield kind, body
        if kind == b"IEND":
            return
        place = end + 4


def _text(body: bytes) -> bytes | None:
    """The JSON of an international text chunk of ours; None for any other."""
    keyword, _, rest = body.partition(b"\0")
    if keyword != NAME.encode() or len(rest) < 2:
        return None
    is_packed, rest = rest[:1] == b"\1", rest[2:]
    text = rest.partition(b"\0")[2].partition(b"\0")[2]
    if not is_packed:
        return text
    try:
        return zlib.decompressobj().decompress(text, MOST_BYTES + 1)
    except zlib.error:
        _unreadable()


@dataclass(frozen=True, eq=False)
class _Picture:
    """What a PNG holds: its indices and its palette."""

    knots: Grid
    palette: bytes


def _picture(png: bytes) -> _Picture:
    """Decode an indexed PNG: only what makes the picture is handed on, after its size is known."""
    parts = [(kind, body) for kind, body in _chunks(png) if kind in _KEPT]
    kind, head = parts[0]
    if kind != b"IHDR" or len(head) != 13 or sum(one == b"IHDR" for one, _ in parts) > 1:
        _unreadable()
    wide, high, _, colour = struct.unpack(">IIBB", head[:10])
    if colour != _INDEXED:
        raise NotPossible("chart_not_indexed")
    if wide * high > MOST_KNOTS:
        raise NotPossible("chart_too_large", knots=wide * high, most=MOST_KNOTS)
    clean = _SIGNATURE + b"".join(_chunk(kind, body) for kind, body in parts)
    palette = b"".join(body for kind, body in parts if kind == b"PLTE")
    return _Picture(_decoded(clean, wide, high), palette)


def _decoded(clean: bytes, wide: int, high: int) -> Grid:
    try:
        image = PngImageFile(io.BytesIO(clean))
        image.load()
        knots = np.array(image, np.uint8) if image.mode == "P" else None
    except Exception as fault:  # a decoder fed with hostile bytes may raise anything
        raise NotPossible("chart_unreadable") from fault
    if knots is None or knots.shape != (high, wide):
        _unreadable()
    return knots


def _joined(beside: Beside, picture: _Picture) -> Chart:
    """Put knots and sidecar together and prove that they belong together."""
    high, wide = picture.knots.shape
    frame = beside.frame
    if not (beside.wide, beside.high) == (wide, high) == (frame.wide, frame.high):
        says = {"wide": beside.wide, "high": beside.high, "frame_wide": frame.wide, "frame_high": frame.high}
        raise NotPossible("chart_sizes_differ", **says, knots_wide=wide, knots_high=high)
    _check_palette(beside.yarns, picture.palette)
    chart = Chart(frame, beside.yarns, picture.knots)
    if chart.fingerprint != beside.sha256:
        raise NotPossible("chart_hash_wrong")
    return chart


def _check_palette(yarns: Sequence[Yarn], palette: bytes) -> None:
    for n, yarn in enumerate(yarns):
        if palette[3 * n : 3 * n + 3] != bytes(yarn.srgb):
            raise NotPossible("chart_palette_wrong", index=n, yarn=yarn.code)
