"""Arabic text made comparable: one spelling for search columns, matching, imports and place names."""

from nawl.kit.arabic.spelling import is_arabic, name_key, normalise, tokens
from nawl.kit.arabic.stems import stem, stem_text

__all__ = ["is_arabic", "name_key", "normalise", "stem", "stem_text", "tokens"]
