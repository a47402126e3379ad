"""The talking page's script, for the web and for a file; the style that a file carries, its fonts within."""

from __future__ import annotations

import base64
from pathlib import Path

from config.assets import fonts, sheets
from config.assets.steps import BUILD, PAGE, Step, files, write

SCRIPTS = sheets.SCRIPTS / "talking"
ORDER = (
    "words",
    "choices",
    "chart",
    "counting",
    "stretching",
    "voice",
    "drawing",
    "showing",
    "reading",
    "keys",
    "offline",
    "begin",
)
STYLES = (
    "tokens",
    "ground",
    "acts",
    "figures",
    "talking",
    "talking_runs",
    "talking_keys",
    "talking_screens",
)
FACES = ("title-arabic", "title-latin", "text-arabic-600", "text-latin-600", "digits-600")
_FILE = BUILD / "talking"


def script() -> str:
    """Return the page's script, its parts within one scope of their own."""
    joined = "\n".join((SCRIPTS / f"{name}.js").read_text(encoding="utf-8") for name in ORDER)
    return f'(function () {{\n"use strict";\n{joined}}})();\n'


def style_of_file() -> str:
    """Return the style of a file that stands alone: the tokens, what the page uses of the sheet, its faces as data."""
    parts = {name: (sheets.STYLES / f"{name}.css").read_text(encoding="utf-8") for name in STYLES}
    parts["tokens"] = sheets.with_dark_for_the_device(parts["tokens"])
    faces = "".join(_carried(face) for face in fonts.FACES if face.file in FACES)
    return "\n".join([faces, *parts.values()])


def _carried(face: fonts.Face) -> str:
    """Return a face with its file within; the one weight that the page has serves for all."""
    content = base64.b64encode((PAGE / "fonts" / f"{face.file}.woff2").read_bytes()).decode()
    inside = face.css.replace(f'url("fonts/{face.file}.woff2")', f'url("data:font/woff2;base64,{content}")')
    return inside.replace("font-weight: 500 700;", "font-weight: 400 700;")


def _make() -> None:
    write(PAGE / "talking.js", script())
    write(PAGE / "talking-keeper.js", (SCRIPTS / "keeper.js").read_text(encoding="utf-8"))
    write(_FILE / "page.js", script())
    write(_FILE / "page.css", style_of_file())


STEP = Step(
    name="talking page",
    reads=lambda: [
        *files(SCRIPTS, "*.js"),
        *(sheets.STYLES / f"{name}.css" for name in STYLES),
        Path(fonts.__file__),
        Path(sheets.__file__),
        Path(__file__),
    ],
    proofs=[PAGE / "talking.js", PAGE / "talking-keeper.js", _FILE / "page.js", _FILE / "page.css"],
    make=_make,
)
