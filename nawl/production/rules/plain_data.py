"""Plain data (JSON) that came from outside: read within bounds, and of the types that are expected, before it is used."""

from __future__ import annotations

import json
from dataclasses import is_dataclass
from math import isfinite
from types import UnionType
from typing import Any, Final, get_args, get_origin, get_type_hints

MOST: Final = 1_000_000_000
"""The largest number of any kind that is believed."""
LONGEST: Final = 4000
"""Characters of one text at most."""


def read_plain(text: str | bytes) -> Any:
    """Return the data of a JSON text; raises `ValueError` also where it is too deep, or holds half of a sign."""
    try:
        data = json.loads(text)
        json.dumps(data, ensure_ascii=False).encode()
    except RecursionError as fault:
        raise ValueError("too deep") from fault
    return data


def is_shaped(data: Any, kind: Any) -> bool:
    """Say whether plain data has the types of a dataclass's fields, all the way down; what is left out is no fault."""
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        known = [(one, hints[name]) for name, one in data.items() if name in hints] if isinstance(data, dict) else None
        return known is not None and all(is_shaped(one, hint) for one, hint in known)
    if isinstance(kind, UnionType):
        return any(is_shaped(data, one) for one in get_args(kind))
    if get_origin(kind) is tuple:
        return isinstance(data, list) and all(is_shaped(one, get_args(kind)[0]) for one in data)
    return _is_one(data, kind)


def _is_one(data: Any, kind: Any) -> bool:
    """Say whether data is one text, number, truth or nothing, as the kind wants it."""
    if kind is float or kind is int:
        allowed = int | float if kind is float else int
        return isinstance(data, allowed) and not isinstance(data, bool) and abs(data) <= MOST and isfinite(data)
    return isinstance(data, kind) and (not isinstance(data, str) or len(data) <= LONGEST)
