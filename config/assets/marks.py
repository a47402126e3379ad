"""The woven signs: a band for the programme and each governorate, the mark as an icon, the loom beside the door."""

from __future__ import annotations

import struct
from pathlib import Path

from config.assets.steps import PAGE, ROOT, Step, files, write
from nawl.weaving import kilim
from nawl.weaving.loom import loom_svg

_WEAVING = ROOT / "nawl" / "weaving"

# The mark has five warps; below 24 pixels they run together, so the icon has three and a thicker weft.
_BEAMS_AND_WARPS = "M1 1h14v2H1zM1 13h14v2H1zM3 3h2v2H3zM3 11h2v2H3zM7 3h2v10H7zM11 3h2v2h-2zM11 11h2v2h-2z"
_WEFT = "M1 6h5v4H1zM10 6h5v4h-5z"
FAVICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" shape-rendering="crispEdges">'
    "<style>.w{{fill:#33261d}}@media(prefers-color-scheme:dark){{.w{{fill:#efe6d9}}}}</style>"
    '{ground}<path class="w" fill="#33261d" d="{warp}"/><path fill="#9a2e2b" d="{weft}"/></svg>\n'
)
_PAPER = '<rect width="16" height="16" fill="#fffdf9"/>'


def _make() -> None:
    for name in kilim.BANDS:
        write(PAGE / "kilim" / f"{name}.svg", kilim.svg(kilim.band(name)))
    write(PAGE / "loom.svg", loom_svg())
    write(PAGE / "favicon.svg", FAVICON.format(ground="", warp=_BEAMS_AND_WARPS, weft=_WEFT))
    small = {size: _picture(size) for size in (16, 32, 48)}
    write(PAGE / "favicon.png", small[32])
    write(PAGE / "favicon.ico", ico(small))
    write(PAGE / "touch.png", _picture(176))


def _picture(size: int) -> bytes:
    """Return the icon as a PNG on paper, `size` pixels each way; a multiple of 16 stays sharp."""
    import vl_convert

    drawn = FAVICON.format(ground=_PAPER, warp=_BEAMS_AND_WARPS, weft=_WEFT).replace(
        "<svg ", '<svg width="16" height="16" ', 1
    )
    return bytes(vl_convert.svg_to_png(drawn, scale=size / 16, ppi=72))


def ico(pictures: dict[int, bytes]) -> bytes:
    """Return PNGs of several sizes in one ICO file: a head, one line a picture, the pictures."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    lines, offset = b"", len(head) + 16 * len(pictures)
    for size, picture in pictures.items():
        lines += struct.pack("<BBBBHHII", size, size, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return head + lines + b"".join(pictures.values())


STEP = Step(
    name="bands and marks",
    reads=lambda: [*files(_WEAVING, "*.py"), Path(__file__)],
    proofs=[PAGE / "favicon.ico", PAGE / "loom.svg", PAGE / "kilim" / "nawl.svg"],
    make=_make,
)
