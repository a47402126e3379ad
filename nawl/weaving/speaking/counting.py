"""How a talking chart counts (العدّ): the numbers and the few phrases that it says, each one clip, others put together.

Numbers are the bare numbers of counting aloud (العدد المجرّد: ثلاثة، أحد عشر، ثلاثة وعشرون), said before the colour as
a reader of charts chants them, «ثمانية أحمر»: so they do not change with the gender of what is counted. Up to twenty
each is a clip of its own, above it they are joined, «ثلاثة» + «وعشرون», so that a unit records some forty, not a hundred.
"""

from __future__ import annotations

from nawl.kit.errors import NotPossible

_UNITS_AR = ("صِفْر", "وَاحِد", "اِثْنَان", "ثَلَاثَة", "أَرْبَعَة", "خَمْسَة", "سِتَّة", "سَبْعَة", "ثَمَانِيَة", "تِسْعَة", "عَشَرَة")
_TENS_AR = ("", "", "عِشْرُون", "ثَلَاثُون", "أَرْبَعُون", "خَمْسُون", "سِتُّون", "سَبْعُون", "ثَمَانُون", "تِسْعُون", "مِئَة")
_HUNDREDS_AR = ("", "", "مِئَتَان", "ثَلَاثُمِئَة", "أَرْبَعُمِئَة", "خَمْسُمِئَة", "سِتُّمِئَة", "سَبْعُمِئَة", "ثَمَانِمِئَة", "تِسْعُمِئَة")
_UNITS_EN = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS_EN = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "one hundred")
MOST = 99_999

PHRASES: dict[str, tuple[str, str]] = {
    "row": ("سَطْر", "row"),
    "end": ("اِنْتَهَى السَّطْر", "end of the row"),
    "finished": ("اِنْتَهَى المُخَطَّط", "the chart is finished"),
    "from-right": ("مِنَ اليَمِين", "from the right"),
    "from-left": ("مِنَ اليَسَار", "from the left"),
    "from-middle": ("مِنَ الوَسَط", "from the middle"),
    "each-side": ("لِكُلِّ جَانِب", "on each side"),
    "right": ("اليَمِين", "right"),
    "left": ("اليَسَار", "left"),
    "unset": ("بِلَا خَيْط", "no yarn"),
    "and": ("وَ", "and"),
    "thousands": ("آلَاف", "thousand"),
    "thousand": ("أَلْفًا", "thousand"),
}
"""Phrases by the key of their clip: vowelled Arabic, English."""


def number_clips(upto: int, language: str) -> dict[str, str]:
    """Return the clips that numbers up to one need, by key: each to twenty, tens and hundreds, one and two thousand.

    In Arabic there is also «وعشرون» and its like (`and-20`), so that 23 is said in two breaths, not in three.
    """
    tens = [*range(30, min(upto, 100) + 1, 10)]
    wanted = [*range(min(upto, 20) + 1), *tens, *range(200, min(upto, 999) + 1, 100)]
    wanted += [n for n in (1000, 2000) if n <= upto]
    if language == "en":
        return {str(n): _english(n) for n in wanted}
    joined = {f"and-{n}": f"وَ{_TENS_AR[n // 10]}" for n in range(20, min(upto, 99) + 1, 10) if n < upto}
    return {**{str(n): _arabic(n) for n in wanted}, **joined}


def _arabic(n: int) -> str:
    if n <= 10:
        return _UNITS_AR[n]
    if n < 20:
        return f"{('', 'أَحَدَ', 'اِثْنَا')[n - 10] if n <= 12 else _UNITS_AR[n - 10] + 'َ'} عَشَر"
    if n <= 100:
        return _TENS_AR[n // 10]
    if n < 1000:
        return _HUNDREDS_AR[n // 100]
    return "أَلْف" if n == 1000 else "أَلْفَان"


def _english(n: int) -> str:
    if n < 20:
        return _UNITS_EN[n]
    if n <= 100:
        return _TENS_EN[n // 10]
    return f"{_UNITS_EN[n // 100]} hundred" if n < 1000 else f"{_UNITS_EN[n // 1000]} thousand"


def number_keys(n: int, language: str = "ar") -> tuple[str, ...]:
    """Return the clips of a number in the order in which they are said.

    1,123 is ("1000", "and", "100", "and", "3", "and-20") in Arabic, ("1000", "100", "and", "20", "3") in English.
    """
    if not 0 <= n <= MOST:
        raise NotPossible("number_unspoken", number=n, most=MOST)
    if n <= 20 or (n <= 100 and n % 10 == 0):
        return (str(n),)
    if n < 100:
        return (str(n % 10), f"and-{n // 10 * 10}") if language == "ar" else (str(n // 10 * 10), str(n % 10))
    rest = n % 100 if n < 1000 else n % 1000
    head = (str(n - rest),) if n < 1000 else _thousands(n // 1000, language)
    if not rest:
        return head
    if language == "ar" and 20 <= rest < 100 and rest % 10 == 0:
        return (*head, f"and-{rest}")
    is_joined = language == "ar" or rest < 100
    return (*head, *(("and",) if is_joined else ()), *number_keys(rest, language))


def _thousands(n: int, language: str) -> tuple[str, ...]:
    if n <= 2:
        return (str(n * 1000),)
    if n >= 100 or n % 100 > 10 or language == "en":
        return (*number_keys(n, language), "thousand")
    return (*number_keys(n, language), "thousands")
