"""Rules of a facility's life: its code, its states and their order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

LETTERS = {"centre": "RDC", "unit": "RIU", "alternative": "ALT"}
NEXT_STATES: dict[str, tuple[str, ...]] = {
    "planned": ("open", "closed"),
    "open": ("rehabilitation", "suspended", "closed"),
    "rehabilitation": ("open", "suspended", "closed"),
    "suspended": ("open", "rehabilitation", "closed"),
    "closed": ("open", "rehabilitation"),
}
"""The states that may follow each state."""


@dataclass(frozen=True)
class Turn:
    """A state and the day from which it holds."""

    state: str
    since: date


def facility_code(pcode: str, kind: str, taken: Iterable[str]) -> str:
    """Return the next free code at a place: "SY1003", "centre" give SY1003-RDC-01, then -02; none is used again."""
    start = f"{pcode}-{LETTERS[kind]}-"
    serials = [int(code.removeprefix(start)) for code in taken if code.startswith(start)]
    return f"{start}{max(serials, default=0) + 1:02d}"


def may_follow(state: str, following: str) -> bool:
    """Say whether one state may follow another."""
    return following in NEXT_STATES[state]


def needs_reason(state: str) -> bool:
    """Say whether a turn to this state must say why: whatever shuts the doors must."""
    return state in {"rehabilitation", "suspended", "closed"}


def state_on(turns: Iterable[Turn], day: date) -> str | None:
    """Return the state that held on a day; None before the first turn."""
    known = [turn for turn in turns if turn.since <= day]
    return max(known, key=lambda turn: turn.since).state if known else None


def common_start(codes: Sequence[str]) -> str:
    """Return the P-code that all codes begin with: of a district, else of a governorate, else of the country."""
    for length in (6, 4):
        if len({code[:length] for code in codes}) == 1:
            return codes[0][:length]
    return codes[0][:2]
