"""What a device sends of a day: the cells that changed, and the key of the sending."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from nawl.activities.actions import CellChange, Seen
from nawl.kit.errors import NotPossible

MOST_CELLS = 2_000


@dataclass(frozen=True)
class Sending:
    """Changed cells of one day under one key."""

    key: UUID
    cells: tuple[CellChange, ...]


def read_sending(body: bytes) -> Sending:
    """Read a sending such as {"key": "…", "cells": [{"cell": "A.s.f.18-29", "now": [3, 1], "seen": [null, 0]}]}.

    Raises NotPossible("sending_unreadable") for anything else.
    """
    try:
        sent = json.loads(body)
        key, cells = UUID(str(sent["key"])), sent["cells"]
        if not isinstance(cells, list) or len(cells) > MOST_CELLS:
            raise ValueError("no list of cells, or too long a list")
        return Sending(key, tuple(_change(cell) for cell in cells))
    except (ValueError, KeyError, TypeError, RecursionError) as fault:
        raise NotPossible("sending_unreadable") from fault


def _change(cell: Mapping[str, Any]) -> CellChange:
    contacts, first_visits = _pair(cell["now"])
    return change_of(str(cell["cell"]), contacts, first_visits, Seen(*_pair(cell["seen"])))


def _pair(values: Any) -> tuple[int | None, int]:
    contacts, first_visits = values
    for value in (contacts, first_visits):
        if value is not None and type(value) is not int:
            raise ValueError("a count is no whole number")
    return contacts, first_visits or 0


def change_of(key: str, contacts: int | None, first_visits: int, seen: Seen) -> CellChange:
    """Return the change of the cell with this key; raises ValueError for what is no key of a cell, or no text at all."""
    if not key.isprintable():
        raise ValueError("the key of a cell is no text")
    activity, service, sex, age_band = key.rsplit(".", 3)
    return CellChange(activity, service, sex, age_band, contacts, first_visits, seen)
