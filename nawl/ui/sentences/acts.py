"""What was done, in words: each domain's file holds `ACTS = {verb: whole sentence}` and `FACTS = {name: label}`."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from nawl.kit.errors import NotPossible
from nawl.kit.periods import parse_period
from nawl.ui import words
from nawl.ui.sentences import DOMAINS, Shown

log = logging.getLogger(__name__)


def all_acts() -> dict[str, Any]:
    """Return the sentence of every verb."""
    return _gathered("ACTS")


def act_sentence(verb: str, facts: Mapping[str, Any]) -> str:
    """Return what an audit entry says was done; a verb without a sentence is shown as it is, and logged."""
    text = all_acts().get(verb)
    if text is None:
        log.warning("no sentence for the verb %s", verb)
        return verb
    return str(text) % Shown({**facts, **_periods(facts), **_weights(facts)})


def _periods(facts: Mapping[str, Any]) -> dict[str, str]:
    """Return the period that an entry keeps as a code, as the reader says it and whole within the sentence."""
    try:
        return {"period": words.set_apart(words.period(parse_period(facts["period"])))} if "period" in facts else {}
    except NotPossible:
        return {}


def _weights(facts: Mapping[str, Any]) -> dict[str, Decimal]:
    """Return the grams that an entry keeps as text, as a number that is shown as every other."""
    try:
        return {"grams": Decimal(facts["grams"])} if "grams" in facts else {}
    except InvalidOperation:
        return {}


def fact_label(name: str) -> str:
    """Return the word for a changed value that is no field of a table; empty when the field's own name serves."""
    return str(_gathered("FACTS").get(name, ""))


def _gathered(table: str) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for domain in DOMAINS:
        merged.update(getattr(domain, table, {}))
    return merged
