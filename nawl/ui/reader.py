"""The reader of a page: language, digits and theme as chosen; Arabic, Western digits and the system's theme until then."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Literal, cast

from django.http import HttpRequest
from django.utils import translation

Language = Literal["ar", "en"]
Digits = Literal["western", "arabic"]
Theme = Literal["system", "light", "dark"]

CHOICES: dict[str, tuple[str, ...]] = {
    "language": ("ar", "en"),
    "digits": ("western", "arabic"),
    "theme": ("system", "light", "dark"),
}
COOKIE = "nawl_{}"


@dataclass(frozen=True)
class Reader:
    """What a reader has chosen for every page."""

    language: Language = "ar"
    digits: Digits = "western"
    theme: Theme = "system"

    @property
    def direction(self) -> Literal["rtl", "ltr"]:
        """The direction that the language is read in."""
        return "rtl" if self.language == "ar" else "ltr"


_current: ContextVar[Reader] = ContextVar("reader", default=Reader())  # noqa: B039 - frozen, cannot be changed


def current() -> Reader:
    """Return the reader of the page that is being made."""
    return _current.get()


@contextmanager
def reading_as(reader: Reader) -> Iterator[None]:
    """Make everything inside for this reader: language, digits, theme."""
    token = _current.set(reader)
    try:
        with translation.override(reader.language):
            yield
    finally:
        _current.reset(token)


def read_from_here(reader: Reader) -> None:
    """Make everything from here on for this reader: what a command does, which has but one."""
    _current.set(reader)
    translation.activate(reader.language)


def of_request(request: HttpRequest) -> Reader:
    """Return the reader's choices from their cookies; an unknown value counts as not chosen, headers are never asked."""
    chosen = {name: _choice(request, name) for name in CHOICES}
    return Reader(
        language=cast("Language", chosen["language"]),
        digits=cast("Digits", chosen["digits"]),
        theme=cast("Theme", chosen["theme"]),
    )


def _choice(request: HttpRequest, name: str) -> str:
    value = request.COOKIES.get(COOKIE.format(name), "")
    return value if value in CHOICES[name] else CHOICES[name][0]
