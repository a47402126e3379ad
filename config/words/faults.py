"""What is wrong with the words of a package: untranslated, doubtful, left over, or with facts missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from babel.messages.catalog import Catalog, Message

from config.words.extract import Found

_FACT = re.compile(r"%\((\w+)(?::\w+)?\)[a-z]")
"""A named place; in the sentence of a refusal it may say by which noun its number is counted: `%(high:knot)s`."""


def faults_of(found: Mapping[tuple[str, str], Found], kept: Catalog) -> list[str]:
    """Return every fault of a package's words as a sentence."""
    faults = [*_of_texts(found, kept)]
    faults += [f"no longer used: {_shown(message)}" for message in kept.obsolete.values()]
    faults += [
        f"no longer used: {_shown(message)}"
        for message in kept
        if message.id and (message.context or "", _single(message)) not in found
    ]
    return faults


def _of_texts(found: Mapping[tuple[str, str], Found], kept: Catalog) -> Iterator[str]:
    for text in found.values():
        message = kept.get(text.text, text.context or None)
        if message is None or not _whole(message, plural=bool(text.plural)):
            yield f"untranslated: {text.text!r} ({', '.join(sorted(text.files))})"
        elif message.fuzzy:
            yield f"doubtful: {text.text!r}"
        else:
            yield from _facts(text, message)


def _whole(message: Message, *, plural: bool) -> bool:
    if plural:
        return isinstance(message.string, tuple) and len(message.string) == 6 and all(message.string)
    return isinstance(message.string, str) and bool(message.string)


def _facts(text: Found, message: Message) -> Iterator[str]:
    """Every named place must be known; all must be used but in the forms for none, one and two, where words say it."""
    known = set(_FACT.findall(text.text)) | set(_FACT.findall(text.plural))
    forms = message.string if isinstance(message.string, tuple) else (message.string,)
    for number, form in enumerate(forms):
        used = set(_FACT.findall(str(form)))
        if used - known:
            yield f"unknown fact {', '.join(sorted(used - known))} in the Arabic of {text.text!r}"
        if known - used and not (text.plural and number <= 2):
            yield f"missing fact {', '.join(sorted(known - used))} in the Arabic of {text.text!r}"


def said_differently(catalogues: Mapping[str, Catalog]) -> list[str]:
    """Return the texts that two packages translate in two ways: only one of them would be shown."""
    first: dict[tuple[str, str], tuple[str, object]] = {}
    faults = []
    for package, catalogue in catalogues.items():
        for message in catalogue:
            if not message.id:
                continue
            key = (message.context or "", _single(message))
            where, string = first.setdefault(key, (package, message.string))
            if string != message.string and any(message.string or ""):
                faults.append(f"{key[1]!r} is said differently in {where} and in {package}: give one of them a context")
    return faults


def _single(message: Message) -> str:
    return message.id[0] if isinstance(message.id, tuple | list) else message.id


def _shown(message: Message) -> str:
    return repr(_single(message))
