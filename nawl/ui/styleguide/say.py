"""The words of the samples, both languages side by side: they are invented, and so not among the words to translate."""

from __future__ import annotations

from nawl.ui import reader

_ARABIC = "دمشق|حلب|ريف دمشق|حمص|حماة|اللاذقية|إدلب|الحسكة|دير الزور|طرطوس|الرقة|درعا|السويداء|القنيطرة"
_ENGLISH = "Damascus|Aleppo|Rural Damascus|Homs|Hama|Lattakia|Idleb|Al-Hasakeh|Deir-ez-Zor|Tartous|Ar-Raqqa|Dar'a|As-Sweida|Quneitra"


def say(arabic: str, english: str) -> str:
    """Return the sample's words in the reader's language."""
    return arabic if reader.current().language == "ar" else english


def governorates() -> dict[str, str]:
    """Return the names of the governorates by P-code."""
    return {f"SY{number:02d}": name for number, name in enumerate(say(_ARABIC, _ENGLISH).split("|"), start=1)}
