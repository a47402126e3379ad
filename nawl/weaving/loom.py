"""A loom at work: a carpet chart reckoned knot by knot, and the loom on which it grows."""

from __future__ import annotations

from nawl.weaving.kilim import Chart, paths

WIDTH, HEIGHT = 65, 107
_CENTRE = WIDTH // 2
_PERIOD = 10
_MEDALLION = 24


def carpet() -> Chart:
    """Return the chart of a carpet: selvage, teeth, a border of lozenges, a field of hooked medallions."""
    return tuple("".join(_knot(x, y) for x in range(WIDTH)) for y in range(HEIGHT))


def _knot(x: int, y: int) -> str:
    edge = min(x, WIDTH - 1 - x, y, HEIGHT - 1 - y)
    if edge < 3:
        return "kww"[edge]
    if edge < 5:
        return _teeth(x, y, edge)
    if edge in {5, 15}:
        return "k"
    if edge < 15:
        return _border(x, y)
    return "w" if edge == 16 else _field(x, y)


def _teeth(x: int, y: int, edge: int) -> str:
    along = x - _CENTRE if min(y, HEIGHT - 1 - y) == edge else y - HEIGHT // 2
    return "m" if edge == 4 or along % 4 < 2 else "i"


def _border(x: int, y: int) -> str:
    """Lozenges on indigo, one every ten knots, running round the corners."""
    side = min(x, WIDTH - 1 - x)
    end = min(y, HEIGHT - 1 - y)
    if side < 15 and end >= 15:
        across, along, last = side - 10, abs(y - HEIGHT // 2), HEIGHT // 2 - 18
    else:
        across, along, last = end - 10, abs(x - _CENTRE), _CENTRE - 7
    if along > last:
        return "i"
    along = (along + _PERIOD // 2) % _PERIOD - _PERIOD // 2
    return _ring(abs(across) + abs(along), "smmwi", (1, 2, 3, 4))


def _ring(distance: int, dyes: str, ends: tuple[int, ...]) -> str:
    """The dye of the ring that a distance falls into; the last dye lies beyond the last end."""
    return next((dye for dye, end in zip(dyes, ends, strict=False) if distance <= end), dyes[-1])


def _field(x: int, y: int) -> str:
    across = abs(x - _CENTRE)
    along = abs((y - HEIGHT // 2 + _MEDALLION // 2) % _MEDALLION - _MEDALLION // 2)
    distance = 2 * across // 3 + along
    if distance <= 11:
        return _ring(distance, "wismmsik", (0, 1, 2, 4, 7, 8, 10, 11))
    return _hooks(across, along)


def _hooks(across: int, along: int) -> str:
    """Small hooked signs on madder in the corners between the medallions."""
    u, v = abs(across - 13), abs(along - _MEDALLION // 2)
    if u + v <= 1:
        return "s"
    if u + v == 3 or (u == 3 and v in {1, 2}):
        return "w"
    return "m"


def loom_svg(woven: float = 0.53) -> str:
    """Draw the loom with its cloth grown to a share of its height; the wood is of a tone that stands on light and dark."""
    chart = carpet()
    rows = round(HEIGHT * woven)
    scale = 68 / WIDTH
    foot, top = 126.0, 126.0 - rows * scale
    threads = "".join(f"M{14.5 + n * 67 / 44:.1f} 8V{top:.1f}" for n in range(45))
    cloth = "".join(paths(chart[HEIGHT - rows :]))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="680" viewBox="0 0 96 136">'
        '<path fill="#a58a70" fill-opacity=".5" d="M4 2h5v134H4zM87 2h5v134h-5z"/>'
        f'<path fill="none" stroke="#8a7763" stroke-width=".28" d="{threads}"/>'
        f'<g shape-rendering="crispEdges" transform="translate(14 {top:.2f}) scale({scale:.4f})">{cloth}</g>'
        f'<path stroke="#9a2e2b" stroke-width=".9" d="M12 {top:.1f}h72"/>'
        f'<path fill="#4a3a2e" d="M1 4h94v5H1zM1 {foot:.0f}h94v5H1z"/></svg>\n'
    )
