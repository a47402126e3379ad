"""The voice of talking charts: numbers, phrases and the shipped yarns' names as clips; without a voice, set-up goes on."""

from __future__ import annotations

import json
import shutil
import tomllib
from pathlib import Path

from config.assets.steps import BUILD, ROOT, Step, files, write
from nawl.weaving.speaking import clips, counting
from nawl.weaving.speaking.voice import find_voice

_SPEAKING = ROOT / "nawl" / "weaving" / "speaking"
_YARNS = ROOT / "nawl" / "weaving" / "data" / "yarns.toml"
_PROOF = BUILD / "voice" / "made.json"


def _make() -> None:
    shutil.rmtree(BUILD / "voice", ignore_errors=True)
    voice = find_voice()
    if voice is None:
        print("No offline voice was found: talking charts will show their rows in large words, without speech.")
        return
    made = {}
    for language in ("ar", "en"):
        texts = list(dict.fromkeys(clips.texts_to_say(language, (), counting.MOST).values())) + yarn_names(language)
        made[language] = len(clips.make(voice, texts, language, BUILD / "voice"))
    write(_PROOF, json.dumps({"voice": voice.name, **made}))


def yarn_names(language: str) -> list[str]:
    """Return the names of the yarns that the programme ships."""
    if not _YARNS.exists():
        return []
    rows = tomllib.loads(_YARNS.read_text(encoding="utf-8")).get("yarn", [])
    return list(dict.fromkeys(name for row in rows if (name := row.get(f"name_{language}"))))


STEP = Step(
    name="voice",
    reads=lambda: [*files(_SPEAKING, "*.py", "*.toml"), *files(_YARNS.parent, "yarns.toml"), Path(__file__)],
    proofs=[_PROOF],
    make=_make,
)
