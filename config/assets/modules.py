"""Modules of a script put together in one file: each in a scope of its own, those it needs before it.

A source file is a plain module: `import { one, other as name } from "./beside.js";` at its head, `export` before a
function, class or constant. A page then loads one file instead of sixty, under a name that changes with its content.
"""

from __future__ import annotations

import re
from pathlib import Path

_IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.[^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?function\*?|class|const) (\w+)", re.MULTILINE)


def joined(entry: Path) -> str:
    """Return the script that begins at a module; raises `ValueError` where modules need each other in a circle."""
    order: list[Path] = []
    _visit(entry.resolve(), (), order)
    names = {path: f"m{number}" for number, path in enumerate(order)}
    scopes = [_scope(path, names) for path in order]
    return '(function () {\n"use strict";\n' + "".join(scopes) + "})();\n"


def _visit(path: Path, trail: tuple[Path, ...], order: list[Path]) -> None:
    if path in trail:
        raise ValueError(f"modules need each other in a circle: {' → '.join(one.name for one in (*trail, path))}")
    if path in order:
        return
    for _names, source in _IMPORT.findall(path.read_text(encoding="utf-8")):
        _visit((path.parent / source).resolve(), (*trail, path), order)
    order.append(path)


def _scope(path: Path, names: dict[Path, str]) -> str:
    text = path.read_text(encoding="utf-8")
    taken = _IMPORT.sub(lambda match: _taken(match, path, names), text)
    given = ", ".join(name for _kind, name in _EXPORT.findall(taken))
    body = _EXPORT.sub(r"\1 \2", taken)
    if re.search(r"^(?:import|export)\b", body, re.MULTILINE):
        raise ValueError(f"{path.name}: write imports as {{ names }} and exports before a function, class or constant")
    return f"const {names[path]} = (function () {{\n{body}return {{ {given} }};\n}})();\n"


def _taken(match: re.Match[str], path: Path, names: dict[Path, str]) -> str:
    wanted = re.sub(r"(\w+) as (\w+)", r"\1: \2", " ".join(match[1].split()))
    return f"const {{ {wanted} }} = {names[(path.parent / match[2]).resolve()]};\n"
