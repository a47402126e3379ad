"""The sentence of every refusal: one file a domain, `SENTENCES = {code: whole translatable sentence}`."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from nawl.kit.errors import ProgrammeError
from nawl.kit.periods import Period
from nawl.ui import words
from nawl.ui.sentences import (
    accounts,
    activities,
    collection,
    general,
    indicators,
    kit,
    partners,
    places,
    production,
    reports,
    weaving,
    web,
)

DOMAINS = (
    general,
    kit,
    weaving,
    accounts,
    places,
    partners,
    activities,
    production,
    indicators,
    reports,
    collection,
    web,
)
log = logging.getLogger(__name__)


@cache
def all_sentences() -> dict[str, str | Promise]:
    """Return every sentence by its code; that one code is spoken in two ways is a fault of the programme."""
    merged: dict[str, str | Promise] = {}
    for domain in DOMAINS:
        for code, text in domain.SENTENCES.items():
            if code in merged:
                raise ValueError(f"two sentences for {code}")
            merged[code] = text
    return merged


def sentence(error: ProgrammeError) -> str:
    """Return the whole sentence of a refusal, its facts shown in the reader's language and digits."""
    text = all_sentences().get(error.code)
    if text is None:
        log.warning("no sentence for the code %s", error.code)
        return _("This cannot be done now.")
    return str(text) % Shown(error.facts)


class Shown(dict[str, str]):
    """Facts as a reader reads them; a fact that was not given stands as an ellipsis and is logged.

    A sentence's own number stands as `%(10)s`, to be in the reader's digits; `%(high:knot)s` counts by the noun.
    """

    def __init__(self, facts: Mapping[str, Any]) -> None:
        super().__init__(
            {name: _year(value) if name.endswith("year") else shown(value) for name, value in facts.items()}
        )
        self._counts = {name: value for name, value in facts.items() if isinstance(value, int)}

    def __missing__(self, name: str) -> str:
        fact, _colon, noun = name.partition(":")
        if noun:
            return words.counted(self._counts[fact], noun) if fact in self._counts else self[fact]
        if name.isdecimal():
            return words.number(int(name))
        log.warning("a sentence needs the fact %s", name)
        return "…"


def shown(value: Any) -> str:
    """Return one fact as words: dates, periods and numbers in the reader's language and digits, texts kept whole."""
    if isinstance(value, date):
        return words.day(value)
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return words.number(value)
    if isinstance(value, Period):
        return words.period(value)
    if isinstance(value, list | tuple | set | frozenset):
        return words.listed([shown(part) for part in value])
    return words.kept_whole(str(value))


def _year(value: Any) -> str:
    """A year is a name, not an amount: it has no separators."""
    return words.in_digits(str(value))
