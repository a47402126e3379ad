"""Collect what is to be translated from the Python files and templates of a package."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from babel.messages.extract import extract
from django.utils.translation.template import templatize

TEMPLATES = {".html", ".txt"}
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


@dataclass
class Found:
    """One text to translate: with its plural and context if it has them, and the files that it stands in."""

    text: str
    plural: str = ""
    context: str = ""
    files: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)

    @property
    def key(self) -> tuple[str, str]:
        """What tells texts apart: context and text."""
        return self.context, self.text


def texts_of(package: Path) -> dict[tuple[str, str], Found]:
    """Return every text of a package, in the order of its files."""
    found: dict[tuple[str, str], Found] = {}
    for path in sorted(package.rglob("*")):
        inside = path.relative_to(package)
        if inside.parts[0] in {"locale", "migrations", "static"} or "__pycache__" in inside.parts:
            continue
        for text in _texts_of_file(path):
            kept = found.setdefault(text.key, text)
            kept.files.add(inside.as_posix())
            kept.plural = kept.plural or text.plural
    return found


def _texts_of_file(path: Path) -> Iterator[Found]:
    if path.suffix == ".py":
        source = path.read_bytes()
    elif path.suffix in TEMPLATES and "templates" in path.parts:
        source = _as_python(path)
    else:
        return
    for _line, message, notes, context in extract("python", BytesIO(source), KEYWORDS, ("Translators:",)):
        single, plural = message if isinstance(message, tuple) else (message, "")
        if single:
            yield Found(single, plural or "", context or "", notes=list(notes))


def _as_python(path: Path) -> bytes:
    """Return a template as Python calls; indentation goes, for it means nothing here."""
    text = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    return "\n".join(line.lstrip() for line in text.splitlines()).encode()
