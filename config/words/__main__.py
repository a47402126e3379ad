"""`python -m config.words [package …] [--check | --compile | --prune]`: collect, merge and compile the words of the pages."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from config.words import catalogue
from config.words.extract import texts_of
from config.words.faults import faults_of, said_differently

ROOT = Path(__file__).resolve().parents[2]


def packages(names: list[str]) -> list[Path]:
    """Return the folders asked for by name (`ui`, `nawl.ui`, `config`), or every package that can have words."""
    houses = sorted(path.parent for path in (ROOT / "nawl").glob("*/__init__.py"))
    known = {path.name: path for path in [*houses, ROOT / "config", ROOT / "demonstration"] if path.is_dir()}
    if not names:
        return list(known.values())
    asked = [name.strip("/").split("/")[-1].split(".")[-1] for name in names]
    unknown = [name for name in asked if name not in known]
    if unknown:
        sys.exit(f"No package {', '.join(unknown)}. There are: {', '.join(known)}.")
    return [known[name] for name in asked]


def collect(package: Path, *, prune: bool) -> None:
    """Bring the file of a package's words up to date and compile it; says what still waits."""
    found, path = texts_of(package), catalogue.po_path(package)
    if not found and not path.exists():
        return
    words = catalogue.merge(found, catalogue.read(path))
    if prune:
        words.obsolete.clear()
    changed = catalogue.write(words, path)
    catalogue.compiled(path)
    faults = faults_of(found, catalogue.read(path))
    state = f"{len(faults)} to do" if faults else "complete"
    print(f"{package.name}: {len(found)} texts, {state}{', written' if changed else ''}")
    for fault in faults[:40]:
        print(f"  {fault}")


def check(package: Path) -> list[str]:
    """Return the faults of a package's words, read from the code as it stands."""
    return [
        f"{package.name}: {fault}" for fault in faults_of(texts_of(package), catalogue.read(catalogue.po_path(package)))
    ]


def main() -> int:
    """Do what the command line asks; 1 if a check finds faults."""
    parser = argparse.ArgumentParser(prog="python -m config.words", description=__doc__)
    parser.add_argument("packages", nargs="*", help="ui, places, … ; none: all")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument(
        "--check", action="store_true", help="change nothing; fail if a word is missing, doubtful or left over"
    )
    mode.add_argument("--compile", action="store_true", help="only compile what is newer than its compiled file")
    mode.add_argument("--prune", action="store_true", help="also forget translations that nothing uses any more")
    asked = parser.parse_args()
    chosen = packages(asked.packages)
    if asked.compile:
        done = [path.parts[-5] for path in map(catalogue.po_path, chosen) if path.exists() and catalogue.compiled(path)]
        print(f"Words compiled: {', '.join(done)}" if done else "Words are compiled.")
        return 0
    if asked.check:
        faults = [fault for package in chosen for fault in check(package)]
        faults += said_differently({package.name: catalogue.read(catalogue.po_path(package)) for package in chosen})
        print("\n".join(faults) or "Words are complete.")
        return 1 if faults else 0
    for package in chosen:
        collect(package, prune=asked.prune)
    return 0


if __name__ == "__main__":
    sys.exit(main())
