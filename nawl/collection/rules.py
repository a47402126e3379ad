"""Rules of the collection: names of files as they are kept."""

from __future__ import annotations

import unicodedata

LONGEST_NAME, LONGEST_SUFFIX = 120, 10
_TURNED = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


def tidy_file_name(name: str) -> str:
    """Return a file's own name without folders and without signs that hide or turn what follows them."""
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(sign for sign in last if sign not in _TURNED and unicodedata.category(sign)[0] != "C").strip(" .")
    stem, dot, suffix = kept.rpartition(".")
    if len(kept) <= LONGEST_NAME:
        return kept or "register"
    if len(suffix) > LONGEST_SUFFIX:
        return f"{kept[: LONGEST_NAME - 1]}…"
    return f"{stem[: LONGEST_NAME - len(suffix) - 2]}…{dot}{suffix}"
