"""The file of one package's words: reading, merging, writing, compiling."""

from __future__ import annotations

from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from config.words.extract import Found

SIX_FORMS = (
    "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5;"
)
_HEADERS = [
    ("Language", "ar"),
    ("Plural-Forms", SIX_FORMS),
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=utf-8"),
    ("Content-Transfer-Encoding", "8bit"),
]


class Words(Catalog):
    """A catalogue whose head names no person, no machine and no hour, so that it changes only when a word does."""

    def __init__(self) -> None:
        super().__init__(locale="ar", charset="utf-8", fuzzy=False, header_comment="")

    mime_headers = property(lambda _self: list(_HEADERS), lambda _self, _headers: None)


def po_path(package: Path) -> Path:
    """Return the file of a package's Arabic words."""
    return package / "locale" / "ar" / "LC_MESSAGES" / "django.po"


def read(path: Path) -> Catalog:
    """Return the words kept in a file; none if there is no file."""
    if not path.exists():
        return Words()
    with path.open("rb") as file:
        return read_po(file, locale="ar", charset="utf-8")


def merge(found: dict[tuple[str, str], Found], kept: Catalog) -> Words:
    """Return the found texts with the translations kept; those no longer found are set aside as obsolete."""
    words = Words()
    for text in found.values():
        old = kept.get(text.text, text.context or None) or _returned(kept, text)
        string = old.string if old and bool(old.pluralizable) == bool(text.plural) else _nothing(text)
        message = words.add(
            (text.text, text.plural) if text.plural else text.text,
            string,
            locations=[(name, 0) for name in sorted(text.files)],
            auto_comments=text.notes,
            context=text.context or None,
        )
        if old and old.fuzzy:
            message.flags.add("fuzzy")
    _set_aside(found, kept, words)
    return words


def _returned(kept: Catalog, text: Found) -> Message | None:
    return kept.obsolete.get((text.text, text.context) if text.context else text.text)


def _nothing(text: Found) -> str | tuple[str, ...]:
    return ("",) * 6 if text.plural else ""


def _set_aside(found: dict[tuple[str, str], Found], kept: Catalog, words: Words) -> None:
    for message in [*kept, *kept.obsolete.values()]:
        single = message.id[0] if isinstance(message.id, tuple) else message.id
        translated = any(message.string) if isinstance(message.string, tuple) else bool(message.string)
        if single and translated and (message.context or "", single) not in found:
            message.locations = []
            words.obsolete[(single, message.context) if message.context else single] = message


def write(words: Words, path: Path) -> bool:
    """Write the file if it changes anything; says whether it did."""
    from io import BytesIO

    out = BytesIO()
    write_po(out, words, width=100, include_lineno=False, sort_output=True)
    text = out.getvalue().lstrip(b"#\n")
    if path.exists() and path.read_bytes() == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text)
    return True


def compiled(path: Path) -> bool:
    """Compile a file of words if it is newer than what was compiled; says whether it did."""
    target = path.with_suffix(".mo")
    if target.exists() and target.stat().st_mtime >= path.stat().st_mtime:
        return False
    with target.open("wb") as file:
        write_mo(file, read(path))
    return True
