"""F18, change of lot (تبديل الدفعة): whether a new dye lot may go on where another ended. Limits: general knowledge."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Final

ACCEPTED: Final = Decimal(1)
REFUSED: Final = Decimal(2)


class LotChange(StrEnum):
    """What a difference between two lots of one colour allows."""

    ACCEPT = "accept"
    AT_BORDER = "at_border"
    REFUSE = "refuse"


def lot_change(difference: Decimal) -> LotChange:
    """Judge a CIEDE2000 between lots: to 1.0 nobody sees it; to 2 at a border row, with approval; above, an abrash."""
    if difference <= ACCEPTED:
        return LotChange.ACCEPT
    return LotChange.AT_BORDER if difference <= REFUSED else LotChange.REFUSE
