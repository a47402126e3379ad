"""Errors as codes with facts; `ui.sentences` holds the sentence of each code in both languages."""

# ruff: noqa: N818 - the names say what happened; "Error" would only lengthen them
from __future__ import annotations

from typing import Any, ClassVar


class ProgrammeError(Exception):
    """A refusal that a reader can act on: a code and the facts its sentence needs."""

    status: ClassVar[int] = 422

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value}" for name, value in self.facts.items())
        return f"{self.code}({facts})"


class NotAllowed(ProgrammeError):
    """The person's role or place does not permit it."""

    status = 403


class NotPossible(ProgrammeError):
    """A rule of the programme stands against it."""

    status = 422


class NotFound(ProgrammeError):
    """There is no such record, or none within the reader's scope."""

    status = 404


class Conflict(ProgrammeError):
    """Somebody else changed it meanwhile, or the same key came with other content."""

    status = 409
