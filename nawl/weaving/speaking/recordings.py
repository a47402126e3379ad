"""A unit's own voice (تسجيلات الوحدة): WAV files named as a printed list says, checked one by one, used before made clips."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from nawl.kit.errors import NotPossible, ProgrammeError
from nawl.kit.numbers import to_western_digits
from nawl.weaving.speaking import sound
from nawl.weaving.speaking.clips import texts_to_say
from nawl.weaving.speaking.lexicon import plain
from nawl.weaving.yarns import Yarn

MOST_FILES, MOST_BYTES, MOST_IN_ALL = 1_000, 4_000_000, 200_000_000


@dataclass(frozen=True)
class Line:
    """One line of the list: the clip's key, what is said, and how the file is named."""

    key: str
    text: str
    file: str


@dataclass(frozen=True)
class Fault:
    """A file that is no clip, and why."""

    file: str
    reason: ProgrammeError


@dataclass(frozen=True)
class Recordings:
    """What was read: clips by key, and every fault with the file that it stands in."""

    clips: Mapping[str, bytes]
    faults: Sequence[Fault]


def recording_list(yarns: Sequence[Yarn], language: str = "ar", upto: int = 1_000) -> tuple[Line, ...]:
    """Return what a unit records for its yarns, in the order in which it is printed; each file is named as it is said."""
    return tuple(
        Line(key, text, f"{key if key.isdigit() else plain(text).replace('/', '-')}.wav")
        for key, text in texts_to_say(language, yarns, upto).items()
    )


def read_recordings(source: Path | bytes, lines: Sequence[Line]) -> Recordings:
    """Read a folder or a zip of WAV files; every file is either a clip or a fault, none is passed over in silence.

    A number's file may bear its digits of either kind (`8.wav`, `٨.wav`) or its word; folders within do not matter.
    """
    keys = {name: line.key for line in lines for name in (_name(line.file), _name(line.text), line.key.lower())}
    clips: dict[str, bytes] = {}
    faults: list[Fault] = []
    for file, content in _files(source):
        key = keys.get(_name(file))
        try:
            if key is None:
                raise NotPossible("recording_unknown")
            if key in clips:
                raise NotPossible("recording_twice")
            if content is None:
                raise NotPossible("recording_too_large", most_mb=MOST_BYTES // 1_000_000)
            clips[key] = sound.clip(sound.read_wav(content))
        except ProgrammeError as reason:
            faults.append(Fault(file, reason))
    return Recordings(clips, faults)


def missing(lines: Sequence[Line], recordings: Recordings) -> tuple[Line, ...]:
    """Return the lines that nobody recorded: for these the made voice speaks."""
    return tuple(line for line in lines if line.key not in recordings.clips)


def _name(file: str) -> str:
    """Return a file's name as it is compared: no ending, Western digits, no marks, single spaces for other separators."""
    stem = file.rsplit("/", 1)[-1]
    stem = stem[: -len(".wav")] if stem.lower().endswith(".wav") else stem
    return plain(to_western_digits(stem.replace("_", " "))).lower()


def _files(source: Path | bytes) -> Iterator[tuple[str, bytes | None]]:
    """Yield name and content of each file; None as content where it is too large. Hidden files are left out."""
    if isinstance(source, Path) and source.is_dir():
        for path in sorted(source.rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                yield path.name, path.read_bytes() if path.stat().st_size <= MOST_BYTES else None
        return
    content = source.read_bytes() if isinstance(source, Path) else source
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield from _zipped(archive)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as fault:
        raise NotPossible("recordings_unreadable") from fault


def _zipped(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes | None]]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir() and not _is_hidden(entry.filename)]
    if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_IN_ALL:
        raise NotPossible("recordings_too_many", files=len(entries), most=MOST_FILES, most_mb=MOST_IN_ALL // 1_000_000)
    for entry in entries:
        name = PurePosixPath(entry.filename).name
        yield name, archive.read(entry) if entry.file_size <= MOST_BYTES else None


def _is_hidden(name: str) -> bool:
    """Whether an entry is one that some systems add by themselves."""
    return any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts)
