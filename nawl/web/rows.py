"""The rows of the first page: one thing that waits for its reader."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Waiting:
    """One thing that waits for its reader: what, why, where it is done; late ones come first."""

    title: str
    reason: str
    url: str
    icon: str
    is_late: bool = False
