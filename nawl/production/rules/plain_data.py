"""Plain data (JSON) that came from outside: read within bounds before it is used."""

from __future__ import annotations

import json
from typing import Any


def read_plain(text: str | bytes) -> Any:
    """Return the data of a JSON text; raises `ValueError` also where it is too deep, or holds half of a sign."""
    try:
        data = json.loads(text)
        json.dumps(data, ensure_ascii=False).encode()
    except RecursionError as fault:
        raise ValueError("too deep") from fault
    return data
