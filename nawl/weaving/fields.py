"""Plain data read with distrust: each field by name, and what does not fit refused by its full name."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Final, NoReturn

from nawl.kit.errors import NotPossible

_MOST_TEXT: Final = 1000
_MOST_NUMBER: Final = Decimal(10) ** 9


@dataclass(frozen=True)
class Fields:
    """Reads one object's fields; whatever does not fit is refused by its full name, with the code of `refusal`."""

    values: Mapping[str, Any]
    where: str = ""
    refusal: str = "chart_field_wrong"

    def wrong(self, name: str) -> NoReturn:
        """Refuse a field."""
        raise NotPossible(self.refusal, field=f"{self.where}{name}")

    def inside(self, name: str) -> Fields:
        """Return the fields of an object within; none where it is not there."""
        value = self.values.get(name, {})
        if not isinstance(value, Mapping):
            self.wrong(name)
        return Fields(value, f"{self.where}{name}.", self.refusal)

    def each(self, name: str) -> list[Fields]:
        """Return the fields of each object of a list; none where it is not there."""
        value = self.values.get(name, [])
        if not isinstance(value, list) or not all(isinstance(one, Mapping) for one in value):
            self.wrong(name)
        return [Fields(one, f"{self.where}{name}.{n}.", self.refusal) for n, one in enumerate(value)]

    def text(self, name: str, default: str | None = None) -> str:
        """Return a text without control characters."""
        value = self.values.get(name, default)
        if not isinstance(value, str) or len(value) > _MOST_TEXT or not _is_clean(value):
            self.wrong(name)
        return value

    def choice(self, name: str, known: Sequence[str], default: str) -> str:
        """Return one of the known words."""
        value = self.text(name, default)
        return value if value in known else self.wrong(name)

    def whole(self, name: str, default: int | None = None) -> int:
        """Return a whole number that is not negative."""
        value = self.values.get(name, default)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _MOST_NUMBER:
            self.wrong(name)
        return value

    def number(
        self, name: str, *, optional: bool = False, default: Decimal | None = None, least: Decimal = Decimal(0)
    ) -> Decimal | None:
        """Return an exact number, written as one or as text; None where none is there and that is allowed."""
        value = self.values.get(name)
        if value is None and (optional or default is not None):
            return default
        try:
            if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal) or len(str(value)) > 80:
                self.wrong(name)
            number = Decimal(str(value))
        except InvalidOperation:
            self.wrong(name)
        if not number.is_finite() or not least <= number <= _MOST_NUMBER or 0 < number < Decimal("1e-9"):
            self.wrong(name)
        return number

    def needed_number(self, name: str) -> Decimal:
        """Return an exact number that must be there."""
        number = self.number(name)
        return self.wrong(name) if number is None else number

    def floats(self, name: str) -> list[float]:
        """Return a list of finite numbers."""
        value = self.values.get(name)
        if not isinstance(value, list) or not all(type(one) in {int, float} for one in value):
            self.wrong(name)
        try:
            numbers = [float(one) for one in value]
        except OverflowError:
            self.wrong(name)
        return numbers if all(math.isfinite(one) for one in numbers) else self.wrong(name)


def _is_clean(text: str) -> bool:
    """Whether a text holds no control characters and no halves of a surrogate pair."""
    return not any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in text)
