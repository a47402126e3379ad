"""Clips that a talking chart needs (المقاطع): made once by the offline voice, kept in a folder, a unit's own before them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from nawl.kit.errors import ProgrammeError
from nawl.weaving.chart import Chart
from nawl.weaving.speaking import sound
from nawl.weaving.speaking.counting import PHRASES, number_clips
from nawl.weaving.speaking.lexicon import said
from nawl.weaving.speaking.voice import MANNERS, Voice, find_voice
from nawl.weaving.telling.words import own_names
from nawl.weaving.yarns import Yarn

MADE_AT_SETUP = Path(__file__).resolve().parents[3] / "build" / "voice"
"""Where set-up puts the clips of numbers, phrases and the shipped yarns."""
_ARABIC = re.compile("[\u0621-\u06ff]")


@dataclass(frozen=True)
class Clips:
    """The clips of one chart in one language, by key: a number, a phrase of `PHRASES`, or `yarn:` and the yarn's name."""

    language: str
    by_key: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """Bytes in all."""
        return sum(map(len, self.by_key.values()))


def texts_to_say(language: str, yarns: Sequence[Yarn], upto: int) -> dict[str, str]:
    """Return what is said, by the key of its clip: numbers up to one, phrases, the yarns' names."""
    phrases = {key: text[language == "en"] for key, text in PHRASES.items()}
    names = {f"yarn:{name}": name for name in own_names(yarns, "en" if language == "en" else "ar")}
    return {**number_clips(upto, language), **phrases, **names}


def clips_wanted(chart: Chart, language: str = "ar") -> dict[str, str]:
    """Return what a chart says, by the key of its clip."""
    return texts_to_say(language, chart.yarns, max(chart.frame.wide, chart.frame.high))


def clips_for(
    chart: Chart, language: str = "ar", cache: Path | None = None, recorded: Mapping[str, bytes] | None = None
) -> Clips:
    """Return the clips of a chart; recorded ones stand before made ones. Without any voice there are only the recorded."""
    wanted = clips_wanted(chart, language)
    own = {key: content for key, content in (recorded or {}).items() if key in wanted}
    rest = {key: text for key, text in wanted.items() if key not in own}
    made = clips_of(rest.values(), language, cache)
    return Clips(language, {**own, **{key: made[text] for key, text in rest.items() if text in made}})


def clip_for(text: str, language: str = "ar", cache: Path | None = None) -> bytes | None:
    """Return the clip of a text, made when it is not there yet and then kept in `cache`; None where no voice can be had."""
    return clips_of([text], language, cache).get(text)


def clips_of(texts: Iterable[str], language: str = "ar", cache: Path | None = None) -> dict[str, bytes]:
    """Return the clips of texts, those that can be had: from set-up, from the cache, else made and kept."""
    found: dict[str, bytes] = {}
    missing: dict[str, list[str]] = {}
    for text in dict.fromkeys(texts):
        spoken = language_of(text, language)
        places = [folder / file_of(text, spoken) for folder in (MADE_AT_SETUP, cache) if folder]
        standing = next((place for place in places if place.is_file()), None)
        if standing:
            found[text] = standing.read_bytes()
        else:
            missing.setdefault(spoken, []).append(text)
    voice = find_voice() if missing else None
    if voice:
        for spoken, group in missing.items():
            found |= make(voice, group, spoken, cache)
    return found


def language_of(text: str, language: str) -> str:
    """Return in which language a text is said: Arabic letters are never read by the English voice."""
    return "ar" if _ARABIC.search(text) else language


def file_of(text: str, language: str) -> str:
    """Return the file that a clip is kept in; another way of saying the same text is another file."""
    way = f"{MANNERS[language]}|{sound.RATE}|{sound.LOUD_DB}|{said(text, language)}"
    return f"{language}/{hashlib.sha256(way.encode()).hexdigest()[:20]}.wav"


def make(voice: Voice, texts: Sequence[str], language: str, folder: Path | None) -> dict[str, bytes]:
    """Let a voice say texts, and keep the clips in a folder; what it cannot say is left out."""
    made: dict[str, bytes] = {}
    for text, spoken in zip(texts, voice.say(texts, language), strict=True):
        try:
            if spoken is not None:
                made[text] = sound.clip(spoken)
        except ProgrammeError:
            continue
        if folder and text in made:
            _keep(folder / file_of(text, language), made[text])
    return made


def _keep(place: Path, content: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f".{place.name}.new")
    beside.write_bytes(content)
    beside.replace(place)
