"""The offline voice (صوت بلا شبكة): espeak-ng, the machine's program, else the library that a Python package carries.

Both run as processes of their own, for espeak-ng is under another licence than this programme and may fail on its own.
"""

from __future__ import annotations

import base64
import importlib.util
import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from nawl.weaving.speaking.lexicon import said
from nawl.weaving.speaking.sound import Sound, read_wav

_SCRIPT = Path(__file__).with_name("espeak_process.py")
_LONGEST_S = 60
"""How long a process of the voice may take, in seconds, before it is given up."""


class Manner(NamedTuple):
    """How a language is spoken: the voice's name, words a minute, pitch (0 to 99)."""

    voice: str
    speed: int
    pitch: int


MANNERS = {"ar": Manner("ar", 145, 45), "en": Manner("en", 150, 45)}


class Voice(NamedTuple):
    """A voice that this machine can run."""

    name: str
    program: str | None

    def say(self, texts: Sequence[str], language: str) -> list[Sound | None]:
        """Return each text as a sound; None where the voice could not say it."""
        manner = MANNERS[language]
        prepared = [said(text, language) for text in texts]
        if self.program is None:
            return _by_library(prepared, manner)
        return [_by_program(self.program, text, manner) for text in prepared]


def find_voice() -> Voice | None:
    """Return the first voice that does say something in Arabic: the machine's espeak-ng, the package's library; else None."""
    program = shutil.which("espeak-ng")
    offered = [Voice("espeak-ng", program)] if program else []
    if importlib.util.find_spec("espeakng_loader"):
        offered.append(Voice("espeakng-loader", None))
    return next((voice for voice in offered if all(voice.say(["1"], "ar"))), None)


def _by_program(program: str, text: str, manner: Manner) -> Sound | None:
    command = [program, "-v", manner.voice, "-s", str(manner.speed), "-p", str(manner.pitch), "--stdin", "--stdout"]
    try:
        done = subprocess.run(  # noqa: S603 - our own words; the text goes by standard input
            command, input=text.encode(), capture_output=True, check=False, timeout=_LONGEST_S
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    # written to a pipe, the file's head says a length that it cannot know; what is there is read
    return read_wav(done.stdout) if done.returncode == 0 and done.stdout[:4] == b"RIFF" else None


def _by_library(texts: Sequence[str], manner: Manner) -> list[Sound | None]:
    asked = json.dumps({**manner._asdict(), "texts": list(texts)})
    try:
        done = subprocess.run(  # noqa: S603 - our own script
            [sys.executable, str(_SCRIPT)],
            input=asked.encode(),
            capture_output=True,
            check=False,
            timeout=_LONGEST_S,
        )
    except (OSError, subprocess.TimeoutExpired):
        return [None] * len(texts)
    if done.returncode:
        return [None] * len(texts)
    answer = json.loads(done.stdout)
    return [_sound(base64.b64decode(part), answer["rate"]) for part in answer["said"]]


def _sound(content: bytes, rate: int) -> Sound | None:
    return Sound(np.frombuffer(content, "<i2").astype(float) / 32768, rate) if content else None
