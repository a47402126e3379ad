"""What documents carry beside their text: the QR code of their verification, the kilim band, the mark of the loom."""

from __future__ import annotations

from io import BytesIO

import segno

from nawl.weaving import kilim

INK, MADDER = "#33261d", "#9a2e2b"
_PERIODS = 17  # of 24 knots: as wide as an A4 sheet when a knot is two pixels
_BEAMS = "M2 3h28v3H2zM2 26h28v3H2z"
_WARPS = "M7 6h2v6.8H7zM7 19.2h2V26H7zM15 6h2v6.8h-2zM15 19.2h2V26h-2zM23 6h2v6.8h-2zM23 19.2h2V26h-2zM11 6h2v20h-2zM19 6h2v20h-2z"
_WEFT = "M2 14h8v4H2zM14 14h4v4h-4zM22 14h8v4h-8z"


def qr_svg(address: str) -> str:
    """Return the QR code of an address as SVG, without a margin."""
    made = BytesIO()
    segno.make(address, error="m", micro=False).save(
        made, kind="svg", border=0, dark=INK, svgclass=None, lineclass=None
    )
    return made.getvalue().decode()


def qr_png(address: str) -> bytes:
    """Return the same code as a picture for formats that take no SVG."""
    made = BytesIO()
    segno.make(address, error="m", micro=False).save(made, kind="png", border=0, dark=INK, scale=8)
    return made.getvalue()


def band_svg(name: str, periods: int = _PERIODS) -> str:
    """Return a place's kilim band, as wide as a sheet of A4."""
    return kilim.svg(kilim.band(name), repeat=periods)


def mark_svg() -> str:
    """Return the programme's mark: two beams, five warps, one madder weft."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="64" height="64">'
        f'<path fill="{INK}" d="{_BEAMS}{_WARPS}"/><path fill="{MADDER}" d="{_WEFT}"/></svg>'
    )
