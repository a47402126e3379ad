"""A unit's own voice: what it recorded, kept as files beside the database, one for each word that a chart says."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from nawl.places.models import Facility
from nawl.production.queries.stock import yarns_of
from nawl.weaving.speaking.recordings import Line, recording_list


@dataclass(frozen=True)
class VoiceLine:
    """One line of the list of words: what is said, how its file is named, and whether the unit recorded it."""

    line: Line
    is_recorded: bool


def voice_lines(facility: Facility, language: str) -> tuple[Line, ...]:
    """Return what a unit records: numbers, phrases, the colours that it weaves with."""
    return recording_list(yarns_of(facility), language)


def voice_listed(facility: Facility, language: str) -> list[VoiceLine]:
    """Return the list with what is recorded so far."""
    return [
        VoiceLine(line, voice_file(facility, line.key, language).is_file()) for line in voice_lines(facility, language)
    ]


def voice_of(facility: Facility, keys: Sequence[str], language: str) -> dict[str, bytes]:
    """Return the unit's own clips of these words, those that there are."""
    places = {key: voice_file(facility, key, language) for key in keys}
    return {key: place.read_bytes() for key, place in places.items() if place.is_file()}


def voice_stamp(facility: Facility, language: str) -> str:
    """Return a sign that changes with the unit's recordings; empty where it has none."""
    files = sorted(voice_file(facility, "", language).parent.glob("*.wav"))
    state = [(file.name, file.stat().st_mtime_ns) for file in files]
    return f"-{hashlib.sha256(repr(state).encode()).hexdigest()[:12]}" if state else ""


def voice_file(facility: Facility, key: str, language: str) -> Path:
    """Return where the clip of one word lies."""
    name = hashlib.sha256(key.encode()).hexdigest()[:24]
    folder: Path = settings.DATA_DIR / "voices" / facility.code / language
    return folder / f"{name}.wav"
