"""What a market note refuses («بلا أحمر ولا أسود», "without red or black"), told apart from what it wishes for.

A refusal holds for what follows it, and for colours joined on to that by "and", "or" and "nor"; a pause, a "with" or any
other word ends it. Over a pause it goes on only where the list ends in a joined colour: "without red, black or green".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from nawl.weaving.composing.phrases import Phrase


@dataclass
class Told:
    """Phrases of a note: wished for, refused, and both in words where they are no colour."""

    wished: list[Phrase] = field(default_factory=list)
    refused: list[Phrase] = field(default_factory=list)


@dataclass
class _Hearing:
    """What a refusal that was heard still reaches: nothing, a joined colour, or whatever comes next."""

    negator: str = ""
    reach: str = ""
    told: Told = field(default_factory=Told)


def told_apart(heard: Iterable[Phrase]) -> Told:
    """Return the wished and the refused phrases of a note; a refused one that is no colour keeps its "without"."""
    listed, hearing = list(heard), _Hearing()
    for at, phrase in enumerate(listed):
        if phrase.group in {"refusing", "joining", "passed_over"}:
            _led_on(hearing, phrase)
        elif _is_reached(hearing, phrase, listed[at:]):
            text = phrase.text if phrase.group == "colour" else f"{hearing.negator} {phrase.text}"
            hearing.told.refused.append(Phrase(phrase.group, phrase.meaning, text))
            hearing.reach = "listed"
        else:
            hearing.told.wished.append(phrase)
            hearing.reach = ""
    return hearing.told


def _led_on(hearing: _Hearing, phrase: Phrase) -> None:
    """Hear a small word: it begins a refusal, carries it on, ends it, or says nothing."""
    if phrase.group == "refusing":
        hearing.negator, hearing.reach = phrase.text, "next"
    elif phrase.meaning == "with":
        hearing.reach = ""
    elif phrase.group == "joining" and hearing.reach:
        hearing.reach = "next" if phrase.meaning == "or" else "joined"


def _is_reached(hearing: _Hearing, phrase: Phrase, rest: list[Phrase]) -> bool:
    """Whether the refusal that was heard last reaches a phrase; `rest` begins with it."""
    if hearing.reach == "next":
        return True
    is_on = bool(hearing.reach) and phrase.group == "colour"
    return is_on and (hearing.reach == "joined" or phrase.is_joined or (phrase.after_pause and _ends_joined(rest)))


def _ends_joined(rest: list[Phrase]) -> bool:
    """Whether a row of colours parted by pauses ends in one that is joined on: "red, black or green"."""
    for before, phrase in pairwise(rest):
        if phrase.group == "joining" or phrase.meaning == "nor" or (phrase.group == "colour" and phrase.is_joined):
            return before.group == "colour"
        if phrase.group != "colour" or not phrase.after_pause:
            return False
    return False
