"""How a chart version, a chart copy come from state to state, and what stands against it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from nawl.kit.errors import NotPossible

FROZEN = ("locked", "superseded", "retired")
"""The states in which a version never changes again."""
SITTING = timedelta(minutes=30)
"""Savings of one person that lie no further apart belong to one sitting, of which one audit entry tells."""
_VERSIONS: dict[str, tuple[str, ...]] = {
    "draft": ("review",),
    "review": ("draft", "locked"),
    "locked": ("superseded", "retired"),
    "superseded": ("retired",),
    "retired": (),
}
_COPIES: dict[str, tuple[str, ...]] = {
    "printed": ("issued", "lost"),
    "issued": ("returned", "lost"),
    "returned": ("issued", "lost"),
    "lost": ("returned",),
}


@dataclass(frozen=True)
class Make:
    """What a version is made as: two of one make cannot both be the one to weave."""

    quality: str
    width_cm: Decimal
    length_cm: Decimal


def version_may_become(state: str, following: str) -> bool:
    """Say whether one state of a version may follow another."""
    return following in _VERSIONS[state]


def copy_may_become(state: str, following: str) -> bool:
    """Say whether one state of a chart copy may follow another."""
    return following in _COPIES[state]


def copy_may_be_printed_again(copy: str, version: str) -> bool:
    """Say whether a copy may be printed once more under its number: not yet handed out, and its version stands."""
    return (copy, version) == ("printed", "locked")


def ensure_follows(state: str, following: str) -> None:
    """Raise `version_state_unfit` unless the state of a version may follow the one it is in."""
    if not version_may_become(state, following):
        raise NotPossible("version_state_unfit", state=state, following=following)


def faults_of_review(*, unset: int, colours: int, most: int) -> Iterator[NotPossible]:
    """Give every reason why a drawing cannot be reviewed or locked: a knot without colour, more colours than allowed."""
    if unset:
        yield NotPossible("chart_not_whole", knots=unset)
    if colours > most:
        yield NotPossible("chart_too_colourful", colours=colours, most=most)


def takes_the_place_of(new: Make, standing: Make) -> bool:
    """Say whether a newly locked version supersedes a locked one: the same class by its code, and the same size."""
    return new == standing


def is_same_sitting(last: datetime | None, now: datetime) -> bool:
    """Say whether a saving belongs to the sitting of the one before it by the same person."""
    return last is not None and now - last < SITTING
