"""One style sheet and one script, put together from their parts in a declared order."""

from __future__ import annotations

import re
from pathlib import Path

from config.assets import fonts, modules
from config.assets.modules import joined
from config.assets.steps import PAGE, ROOT, Step, files, write
from nawl.weaving.kilim import BANDS

STYLES = ROOT / "nawl" / "ui" / "styles"
SCRIPTS = ROOT / "nawl" / "ui" / "scripts"
ORDER = (
    "tokens",
    "ground",
    "bar",
    "band",
    "shell",
    "side",
    "thumb",
    "head",
    "menu",
    "acts",
    "cards",
    "figures",
    "charts",
    "tiles",
    "tags",
    "tables",
    "lists",
    "notes",
    "forms",
    "steps",
    "today",
    "days",
    "tally",
    "sumbar",
    "meanwhile",
    "counters",
    "handsheet",
    "records",
    "registers",
    "designs",
    "composing",
    "motifs",
    "plain",
    "printed",
    "guide",
    "conditions",
    "parts",
    "studio",
    "studio_panel",
    "studio_windows",
    "talking",
    "talking_runs",
    "talking_keys",
    "talking_screens",
)
SCRIPT_ORDER = ("page", "menu", "toasts", "keys", "forms", "drop", "outbox", "door")
ALONE = ("corners", "crop")
"""Scripts that few pages load, each by itself."""
TALLY_ORDER = (
    "words",
    "cells",
    "changes",
    "totals",
    "saving",
    "conflicts",
    "keys",
    "typing",
    "measures",
    "touch",
    "begin",
)


def sheet() -> str:
    """Return the whole style sheet: parts in their order, the dark values a second time, the bands."""
    parts = {path.stem: path.read_text(encoding="utf-8") for path in files(STYLES, "*.css")}
    if set(parts) != set(ORDER):
        raise ValueError(f"in styles/ or in ORDER, but not in both: {sorted(set(parts) ^ set(ORDER))}")
    parts["tokens"] = with_dark_for_the_device(parts["tokens"])
    bands = "\n".join(f'.k-{name} {{ background-image: url("kilim/{name}.svg"); }}' for name in BANDS)
    faces = "".join(face.css for face in fonts.FACES)
    return "\n".join([faces, *(parts[name] for name in ORDER), bands, ""])


def with_dark_for_the_device(tokens: str) -> str:
    """Repeat the dark values for devices that are dark, unless the reader chose otherwise; paper is always light."""
    match = re.search(r'^\[data-theme="dark"\] (\{.*?^\})', tokens, re.DOTALL | re.MULTILINE)
    if match is None:
        raise ValueError('tokens.css has no block [data-theme="dark"]')
    chosen = f'@media screen {{\n:root[data-theme="dark"] {match[1]}\n}}'
    device = f'@media screen and (prefers-color-scheme: dark) {{\n:root[data-theme="system"] {match[1]}\n}}'
    return tokens.replace(match[0], f"{chosen}\n{device}")


def script() -> str:
    """Return the whole script of the skeleton, its parts in their order."""
    return "\n".join((SCRIPTS / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPT_ORDER)


def tally_script() -> str:
    """Return the script of a day's grid, its parts within one scope of their own."""
    joined = "\n".join((SCRIPTS / "tally" / f"{name}.js").read_text(encoding="utf-8") for name in TALLY_ORDER)
    return f'(function () {{\n"use strict";\n{joined}}})();\n'


def _make() -> None:
    write(PAGE / "nawl.css", sheet())
    write(PAGE / "nawl.js", script())
    write(PAGE / "tally.js", tally_script())
    for name in ALONE:
        write(PAGE / f"{name}.js", (SCRIPTS / f"{name}.js").read_text(encoding="utf-8"))
    write(PAGE / "studio.js", joined(SCRIPTS / "studio" / "main.js"))
    write(PAGE / "studio-behind.js", joined(SCRIPTS / "studio" / "behind.js"))


STEP = Step(
    name="sheet and script",
    reads=lambda: [
        *files(STYLES, "*.css"),
        *files(SCRIPTS, "*.js", "tally/*.js", "studio/**/*.js"),
        ROOT / "nawl" / "weaving" / "kilim.py",
        Path(fonts.__file__),
        Path(modules.__file__),
        Path(__file__),
    ],
    proofs=[
        *(PAGE / name for name in ("nawl.css", "nawl.js", "tally.js", "studio.js", "studio-behind.js")),
        *(PAGE / f"{name}.js" for name in ALONE),
    ],
    make=_make,
)
