"""A process of its own that says texts with the espeak-ng library of the Python package espeakng-loader.

It is run as a script: JSON in, `{"voice": "ar", "speed": 140, "pitch": 50, "texts": ["..."]}`; JSON out, `{"rate": 22050,
"said": ["<16-bit samples as base64>"]}`. The library never enters the programme's own process.
"""

from __future__ import annotations

import base64
import ctypes
import importlib
import json
import sys
from typing import Any

_SYNCHRONOUS, _BUFFER_MS, _NO_EXIT = 2, 0, 0x8000
_UTF8, _PHONEMES, _CHARACTERS = 1, 0x100, 1
_SPEED, _PITCH = 1, 3
_ON_SAMPLES = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)


def main() -> None:
    """Say every text that stands on the way in."""
    asked = json.load(sys.stdin)
    loader: Any = importlib.import_module("espeakng_loader")
    library = ctypes.cdll.LoadLibrary(loader.get_library_path())
    rate = library.espeak_Initialize(_SYNCHRONOUS, _BUFFER_MS, str(loader.get_data_path()).encode(), _NO_EXIT)
    if rate <= 0 or library.espeak_SetVoiceByName(asked["voice"].encode()):
        sys.exit("the voice cannot be loaded")
    library.espeak_SetParameter(_SPEED, asked["speed"], 0)
    library.espeak_SetParameter(_PITCH, asked["pitch"], 0)
    json.dump({"rate": rate, "said": [_said(library, text) for text in asked["texts"]]}, sys.stdout)


def _said(library: Any, text: str) -> str:
    """Return one text as samples."""
    parts: list[bytes] = []

    def keep(samples: Any, count: int, _events: object) -> int:
        if samples and count > 0:
            parts.append(ctypes.string_at(samples, count * 2))
        return 0

    callback = _ON_SAMPLES(keep)
    library.espeak_SetSynthCallback(callback)
    content = text.encode()
    library.espeak_Synth(content, len(content) + 1, 0, _CHARACTERS, 0, _UTF8 | _PHONEMES, None, None)
    library.espeak_Synchronize()
    return base64.b64encode(b"".join(parts)).decode()


if __name__ == "__main__":
    main()
