"""Prices (الأسعار) that a cost sheet is reckoned with: data of a committee, never code."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any, Final

from nawl.kit.errors import NotPossible
from nawl.kit.money import places_of
from nawl.kit.numbers import to_western_digits

SHIPPED: Final = Path(__file__).parents[1] / "data" / "prices.toml"
_MOST: Final = Decimal(10) ** 12


@dataclass(frozen=True)
class Prices:
    """Prices in one currency: of a kg of yarn, of a thousand knots, of finishing a m², of a loom's day; shares as fractions.

    `margin` is a share of the price, `mark_up` a share of the cost: they are different prices and each is named.
    """

    currency: str
    pile_kg: Decimal
    warp_kg: Decimal
    weft_kg: Decimal
    pay_per_1000: Decimal
    finishing_m2: Decimal = Decimal(0)
    loom_day: Decimal = Decimal(0)
    foundation_waste: Decimal = Decimal(0)
    margin: Decimal = Decimal(0)
    mark_up: Decimal = Decimal(0)
    pays_difficulty: bool = False
    warping_days: int = 0
    finishing_days: int = 0

    def __post_init__(self) -> None:
        """Refuse a margin that no price could hold; raises `margin_unfit`, `currency_unknown`."""
        places_of(self.currency)
        if not 0 <= self.margin < 1:
            raise NotPossible("margin_unfit", margin=self.margin)


MOST_BYTES: Final = 2**20


def read_prices(source: Path | bytes) -> Prices:
    """Read prices from TOML; raises `prices_unreadable` with the field, `margin_unfit`, `currency_unknown`."""
    data = source.read_bytes() if isinstance(source, Path) else source
    try:
        row = tomllib.loads(data[: MOST_BYTES + 1].decode("utf-8-sig"), parse_float=Decimal)
    except (ValueError, ArithmeticError, RecursionError) as fault:
        raise NotPossible("prices_unreadable", field="TOML") from fault
    unknown = sorted(row.keys() - {one.name for one in fields(Prices)})
    if unknown:
        raise NotPossible("prices_unreadable", field=unknown[0][:40])
    return Prices(**{one.name: _value(one.name, str(one.type), row) for one in fields(Prices) if _is_given(one, row)})


def _is_given(one: Any, row: dict[str, Any]) -> bool:
    """Whether a field is to be read: those without a value of their own must be there."""
    return one.name in row or one.name in {"currency", "pile_kg", "warp_kg", "weft_kg", "pay_per_1000"}


def _value(name: str, kind: str, row: dict[str, Any]) -> Any:
    value = row.get(name)
    if kind in {"bool", "int", "str"}:
        if type(value).__name__ != kind or (type(value) is int and not 0 <= value <= 1000):
            raise NotPossible("prices_unreadable", field=name)
        return value
    try:
        number = Decimal(to_western_digits(str(value)).replace("٫", "."))
    except InvalidOperation as fault:
        raise NotPossible("prices_unreadable", field=name) from fault
    if isinstance(value, bool) or not number.is_finite() or not 0 <= number <= _MOST:
        raise NotPossible("prices_unreadable", field=name)
    return number


@cache
def shipped_prices() -> Prices:
    """Return the prices that the programme begins with."""
    return read_prices(SHIPPED)
