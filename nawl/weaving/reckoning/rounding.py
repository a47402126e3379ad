"""How the reckoning rounds: half away from nought, openly, and only at the end."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

EXACT: Final = Context(prec=50, rounding=ROUND_HALF_UP)
"""Fifty digits: room for any chart, so that nothing is lost before the last step."""


def rounded(value: Decimal, places: int) -> Decimal:
    """Return a number to so many decimals; half goes away from nought."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, EXACT)


def ceiling(value: Decimal) -> int:
    """Return the whole number that is not below."""
    whole = int(value)
    return whole + (value > whole)
