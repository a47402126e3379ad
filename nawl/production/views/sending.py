"""What the studio's script sends: knots deflated, yarns as codes; read within bounds."""

from __future__ import annotations

import json
import zlib

from nawl.kit.errors import NotPossible


def inflated(data: bytes, knots: int) -> bytes:
    """Return what was deflated (zlib), never more than one byte beyond what the chart holds."""
    try:
        return zlib.decompressobj().decompress(data, knots + 1)
    except zlib.error as fault:
        raise NotPossible("chart_sending_unreadable") from fault


def codes_of(text: str) -> list[str]:
    """Return a JSON list of codes; raises `chart_sending_unreadable`."""
    try:
        codes = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise NotPossible("chart_sending_unreadable") from fault
    if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
        raise NotPossible("chart_sending_unreadable")
    return codes
