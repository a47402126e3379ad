"""One step of the making: what it is made from, and how; it is left out while nothing it is made from has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build"
PAGE = BUILD / "assets" / "ui"
FONTS = BUILD / "fonts"
PACKAGES = ROOT / "node_modules"
_STAMPS = BUILD / "stamps.json"


@dataclass(frozen=True)
class Step:
    """A name to print, the files it reads, one file that proves it was made, and the making itself."""

    name: str
    reads: Callable[[], Iterable[Path]]
    proofs: Sequence[Path]
    make: Callable[[], None]

    def state(self) -> str:
        """Return a hash over everything that the step is made from."""
        digest = hashlib.sha256()
        for path in sorted(set(self.reads())):
            digest.update(path.relative_to(ROOT).as_posix().encode())
            digest.update(path.read_bytes())
        return digest.hexdigest()


def run(steps: Sequence[Step]) -> list[str]:
    """Do the steps that something changed for, keep their stamps, and return the names of those done."""
    stamps: dict[str, str] = json.loads(_STAMPS.read_text()) if _STAMPS.exists() else {}
    done = []
    for step in steps:
        state = step.state()
        if stamps.get(step.name) == state and all(proof.exists() for proof in step.proofs):
            continue
        print(f"Making {step.name} …", flush=True)
        step.make()
        stamps[step.name] = state
        _STAMPS.parent.mkdir(parents=True, exist_ok=True)
        _STAMPS.write_text(json.dumps(stamps, indent=1))
        done.append(step.name)
    return done


def files(folder: Path, *patterns: str) -> list[Path]:
    """Return the files of a folder that fit any of the patterns."""
    return sorted(path for pattern in patterns for path in folder.glob(pattern) if path.is_file())


def write(path: Path, content: str | bytes) -> None:
    """Write a file whole or not at all, its folder too."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(content.encode() if isinstance(content, str) else content)
    beside.replace(path)
