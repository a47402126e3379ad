"""F16, cost sheet and price (كشف الكلفة والسعر): materials, pay, finishing, days of the loom; margin and mark-up.

Each line is rounded to the currency, half up, and the total is the sum of the rounded lines. Source: WORKSHOP 8 F16.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from nawl.kit.errors import NotPossible
from nawl.kit.money import Money
from nawl.weaving.reckoning.rounding import EXACT

Code = Literal["materials", "pay", "finishing", "loom_days"]


@dataclass(frozen=True)
class Material:
    """One material: grams with waste, and the price of a kilogram."""

    code: str
    gross_g: Decimal
    price_kg: Decimal

    @property
    def cost(self) -> Decimal:
        """What it costs, not rounded."""
        return self.gross_g / 1000 * self.price_kg


@dataclass(frozen=True)
class CostLine:
    """One line of the sheet, rounded to the currency."""

    code: Code
    amount: Money


@dataclass(frozen=True)
class CostSheet:
    """What a piece costs, by line, in all and by m²; and its price by a margin and by a mark-up, which differ."""

    materials: tuple[Material, ...]
    lines: tuple[CostLine, ...]
    total: Money
    per_m2: Money
    margin: Decimal
    price_by_margin: Money
    mark_up: Decimal
    price_by_mark_up: Money


def pay_of(knots: int, per_1000: Decimal, coefficient: Decimal = Decimal(1)) -> Decimal:
    """Return the pay of a piece: thousands of knots at a rate, raised by the difficulty where that is agreed."""
    return Decimal(knots) / 1000 * per_1000 * coefficient


def price_by_margin(cost: Money, margin: Decimal) -> Money:
    """Return the price of which `margin` is the profit's share: cost / (1 − margin); raises `margin_unfit`."""
    if not 0 <= margin < 1:
        raise NotPossible("margin_unfit", margin=margin)
    return Money.rounded(EXACT.divide(cost.amount, 1 - margin), cost.currency)


def price_by_mark_up(cost: Money, mark_up: Decimal) -> Money:
    """Return the price that adds a share of the cost to it: cost · (1 + mark-up)."""
    return cost * (1 + mark_up)


def cost_sheet(
    materials: Sequence[Material],
    *,
    pay: Decimal,
    finishing: Decimal,
    loom: Decimal,
    area_m2: Decimal,
    currency: str,
    margin: Decimal,
    mark_up: Decimal,
) -> CostSheet:
    """Add up a piece: materials gross · price + pay + finishing + loom-days; amounts in the currency."""
    in_materials = sum((one.cost for one in materials), Decimal(0))
    amounts: tuple[tuple[Code, Decimal], ...] = (
        ("materials", in_materials),
        ("pay", pay),
        ("finishing", finishing),
        ("loom_days", loom),
    )
    lines = tuple(CostLine(code, Money.rounded(amount, currency)) for code, amount in amounts)
    total = Money.total((line.amount for line in lines), currency)
    return CostSheet(
        materials=tuple(materials),
        lines=lines,
        total=total,
        per_m2=Money.rounded(EXACT.divide(total.amount, area_m2), currency),
        margin=margin,
        price_by_margin=price_by_margin(total, margin),
        mark_up=mark_up,
        price_by_mark_up=price_by_mark_up(total, mark_up),
    )
