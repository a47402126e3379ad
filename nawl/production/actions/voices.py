"""A unit lends its charts a voice of its own, and takes it back."""

from __future__ import annotations

from pathlib import Path

from django.db import transaction

from nawl.accounts.actions import record
from nawl.accounts.models import User
from nawl.kit.errors import NotPossible
from nawl.places.models import Facility
from nawl.places.queries import ensure_may
from nawl.production.queries.voices import voice_file, voice_lines
from nawl.production.rules import DRAWERS
from nawl.weaving.speaking.recordings import Recordings, read_recordings

MOST_ZIP = 60_000_000
"""How many bytes a zip of recordings may have."""


@transaction.atomic
def keep_voice(facility: Facility, content: bytes, language: str, *, by: User) -> Recordings:
    """Keep what is good of a zip of recordings and return it with every fault; a word recorded anew replaces the old.

    Raises `recordings_unreadable`, `recordings_too_many`, `recordings_too_heavy`.
    """
    ensure_may(by, DRAWERS, at=facility)
    if len(content) > MOST_ZIP:
        raise NotPossible("recordings_too_heavy", most_mb=MOST_ZIP // 1_000_000)
    read = read_recordings(content, voice_lines(facility, language))
    if read.clips:
        facts = {"language": language, "words": len(read.clips)}
        record("production.voice_recorded", by=by, subjects=[facility], place_path=facility.place_path, changes=facts)
    for key, clip in read.clips.items():
        _write(voice_file(facility, key, language), clip)  # after the entry: no clip is kept that nothing tells of
    return read


@transaction.atomic
def drop_voice(facility: Facility, language: str, *, by: User) -> int:
    """Take a unit's own voice away, so that the made one speaks again; return how many words it had."""
    ensure_may(by, DRAWERS, at=facility)
    folder = voice_file(facility, "", language).parent
    files = list(folder.glob("*.wav"))
    if files:
        facts = {"language": language, "words": len(files)}
        record("production.voice_dropped", by=by, subjects=[facility], place_path=facility.place_path, changes=facts)
    for file in files:
        file.unlink(missing_ok=True)
    return len(files)


def _write(place: Path, content: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f".{place.name}.new")
    beside.write_bytes(content)
    beside.replace(place)
