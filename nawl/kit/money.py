"""Money: an exact amount with its currency, never a bare number."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import total_ordering
from typing import TYPE_CHECKING

from nawl.kit.arabic import is_arabic
from nawl.kit.errors import NotPossible
from nawl.kit.numbers import Digits, format_number

if TYPE_CHECKING:
    from collections.abc import Iterable

# Decimals in daily use and the Arabic sign; the Syrian, Lebanese and Iraqi small coins are out of use.
CURRENCIES: dict[str, tuple[int, str]] = {
    "SYP": (0, "ل.س"),
    "LBP": (0, "ل.ل"),
    "IQD": (0, "د.ع"),
    "JOD": (3, "د.أ"),
    "KWD": (3, "د.ك"),
    "BHD": (3, "د.ب"),
    "OMR": (3, "ر.ع"),
    "TND": (3, "د.ت"),
    "LYD": (3, "د.ل"),
    "EGP": (2, "ج.م"),
    "SAR": (2, "ر.س"),
    "QAR": (2, "ر.ق"),
    "AED": (2, "د.إ"),
    "MAD": (2, "د.م"),
    "DZD": (2, "د.ج"),
    "SDG": (2, "ج.س"),
    "YER": (2, "ر.ي"),
    "USD": (2, "دولار"),
    "EUR": (2, "يورو"),
}


def places_of(currency: str) -> int:
    """Return the number of decimals of a currency; raises NotPossible("currency_unknown")."""
    if currency not in CURRENCIES:
        raise NotPossible("currency_unknown", currency=currency)
    return CURRENCIES[currency][0]


def _to_places(amount: Decimal, places: int) -> Decimal:
    return amount.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


@total_ordering
@dataclass(frozen=True, eq=True)
class Money:
    """An amount in one currency, never finer than the currency's smallest coin."""

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        """Refuse what would have to be rounded silently; `Money.rounded` rounds openly."""
        exact = _to_places(self.amount, places_of(self.currency))
        if exact != self.amount:
            raise NotPossible("money_too_fine", amount=self.amount, currency=self.currency)
        object.__setattr__(self, "amount", exact)

    @classmethod
    def rounded(cls, amount: Decimal, currency: str) -> Money:
        """Return the amount rounded to the currency's smallest coin; half goes away from nought."""
        return cls(_to_places(amount, places_of(currency)), currency)

    @classmethod
    def zero(cls, currency: str) -> Money:
        """Return nothing, in a currency."""
        return cls(Decimal(0), currency)

    @classmethod
    def total(cls, parts: Iterable[Money], currency: str) -> Money:
        """Return the sum of amounts of one currency; of none it is nought."""
        return sum(parts, start=cls.zero(currency))

    def __add__(self, other: Money) -> Money:
        """Add money of the same currency."""
        return Money(self.amount + self._same(other).amount, self.currency)

    def __sub__(self, other: Money) -> Money:
        """Take away money of the same currency."""
        return Money(self.amount - self._same(other).amount, self.currency)

    def __mul__(self, factor: int | Decimal) -> Money:
        """Multiply by a number and round to the currency."""
        return Money.rounded(self.amount * factor, self.currency)

    __rmul__ = __mul__

    def __neg__(self) -> Money:
        """Turn a debt into a claim."""
        return Money(-self.amount, self.currency)

    def __lt__(self, other: Money) -> bool:
        """Compare money of the same currency."""
        return self.amount < self._same(other).amount

    def __bool__(self) -> bool:
        """Tell whether there is any."""
        return bool(self.amount)

    def split(self, n: int) -> list[Money]:
        """Return n parts that differ by one smallest coin at most and add up to the whole; larger parts first."""
        if n < 1:
            raise NotPossible("money_split_into_none", parts=n)
        places = places_of(self.currency)
        coins = int(abs(self.amount).scaleb(places))
        sign = -1 if self.amount < 0 else 1
        share, rest = divmod(coins, n)
        parts = (sign * (share + (1 if i < rest else 0)) for i in range(n))
        return [Money(Decimal(part).scaleb(-places), self.currency) for part in parts]

    def format(self, language: str, digits: Digits = "western") -> str:
        """Return the amount as read: «155,000 ل.س», "SYP 155,000"."""
        places, sign = CURRENCIES[self.currency]
        number = format_number(self.amount, digits, places)
        return f"{number} {sign}" if is_arabic(language) else f"{self.currency} {number}"

    def _same(self, other: Money) -> Money:
        if other.currency != self.currency:
            raise NotPossible("currencies_differ", one=self.currency, other=other.currency)
        return other
