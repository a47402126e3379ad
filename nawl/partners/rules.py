"""Rules of the partners: pure answers from values in hand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from nawl.accounts.choices import Role

KEEPERS = (Role.PROGRAMME_DIRECTOR, Role.ADMINISTRATOR)
SIGNERS = (*KEEPERS, Role.GOVERNORATE_DIRECTOR)
"""A governorate's director signs only for facilities of that governorate."""
_CODE = re.compile(r"[A-Z0-9](?:[A-Z0-9-]{0,18})[A-Z0-9]")
NUMBERED = re.compile(r"ORG-(\d+)")


@dataclass(frozen=True)
class Term:
    """How long an agreement runs, and whose it is; without a last day it runs on."""

    organisation: Any
    starts_on: date
    ends_on: date | None = None


def is_code(text: str) -> bool:
    """Say whether a text can be an organisation's code: 2 to 20 Latin capitals, digits and hyphens."""
    return _CODE.fullmatch(text) is not None


def next_code(codes: Iterable[str]) -> str:
    """Return the next of ORG-1, ORG-2 and so on."""
    numbers = [int(match[1]) for match in map(NUMBERED.fullmatch, codes) if match]
    return f"ORG-{max(numbers, default=0) + 1}"


def overlaps(one: Term, other: Term) -> bool:
    """Say whether two terms share a day."""
    return _until(one) >= other.starts_on and _until(other) >= one.starts_on


def clashing(new: Term, standing: Iterable[Term]) -> Term | None:
    """Return a standing term of another organisation that shares a day with the new one: a facility has one operator."""
    return next((term for term in standing if term.organisation != new.organisation and overlaps(new, term)), None)


def _until(term: Term) -> date:
    return term.ends_on or date.max
