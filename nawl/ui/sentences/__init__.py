"""The sentence of every refusal: one file a domain, `SENTENCES = {code: whole translatable sentence}`."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from importlib import import_module
from typing import Any

from django.utils.translation import gettext as _

from nawl.kit.errors import ProgrammeError
from nawl.kit.periods import Period
from nawl.ui import words

DOMAINS = (
    "general",
    "kit",
    "accounts",
    "places",
    "partners",
    "activities",
    "indicators",
    "reports",
    "collection",
    "web",
)
log = logging.getLogger(__name__)


def all_sentences() -> dict[str, Any]:
    """Return every sentence by its code; a code that two domains use is a fault of the programme."""
    merged: dict[str, Any] = {}
    for domain in DOMAINS:
        for code, text in import_module(f"{__name__}.{domain}").SENTENCES.items():
            if code in merged and str(merged[code]) != str(text):
                raise ValueError(f"two sentences for {code}")
            merged[code] = text
    return merged


def sentence(error: ProgrammeError) -> str:
    """Return the whole sentence of a refusal, its facts shown in the reader's language and digits."""
    text = all_sentences().get(error.code)
    if text is None:
        log.warning("no sentence for the code %s", error.code)
        return _("This cannot be done now.")
    return str(text) % _Shown(error.facts)


class _Shown(dict[str, str]):
    """Facts as a reader reads them; a fact that was not given stands as an ellipsis and is logged."""

    def __init__(self, facts: Mapping[str, Any]) -> None:
        super().__init__({name: shown(value) for name, value in facts.items()})

    def __missing__(self, name: str) -> str:
        log.warning("a sentence needs the fact %s", name)
        return "…"


def shown(value: Any) -> str:
    """Return one fact as words: dates, periods and numbers in the reader's language and digits."""
    if isinstance(value, date):
        return words.day(value)
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return words.number(value)
    if isinstance(value, Period):
        return words.period(value)
    if isinstance(value, list | tuple | set | frozenset):
        return words.listed([shown(part) for part in value])
    return str(value)
