"""Age bands as clerks write them: «من 5 إلى 17 سنة», «60 فأكثر», "under 5", and what Excel makes of them."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from nawl.collection.reading.words import BANDS, LONGEST_NAME, UNKNOWN_AGE, word_key
from nawl.kit.arabic import normalise

_RANGE = re.compile(r"(?<!\d)(\d{1,3})\s*(?:-|–|—|−|_|~|/|\.\.|الي|الى|لغايه|حتي|to|until)\s*(\d{1,3})(?!\d)")
_FROM = re.compile(
    r"(?<!\d)(\d{1,3})\s*(?:سنه |سنوات |عاما |years )?\s*"
    r"(?:\+|فاكثر|واكثر|او اكثر|فما فوق|وما فوق|فاعلي|and over|and above|and more|or more|and older|or over|plus)"
)
_ABOVE = re.compile(r"(?:\+|>=|≥|>|اكثر من|فوق|over|above|from)\s*(\d{1,3})(?!\d)")
_UNDER = re.compile(r"(?:<=|≤|<|اقل من|دون|تحت|under|below|less than)\s*(\d{1,3})(?!\d)")
_ALONE = re.compile(r"(\d{1,3})")

Span = tuple[int, int | None]


def find_span(text: str) -> tuple[Span | None, str]:
    """Return the ages that a text names, from and to, and the rest of the text; no end means and over."""
    return _find_span(text[:LONGEST_NAME])


@lru_cache(maxsize=5_000)
def _find_span(text: str) -> tuple[Span | None, str]:
    plain = normalise(text)
    for pattern, span in ((_RANGE, _between), (_FROM, _onward), (_UNDER, _up_to), (_ABOVE, _onward)):
        match = pattern.search(plain)
        if match:
            return span(match), plain[: match.start()] + " " + plain[match.end() :]
    return None, plain


def _between(match: re.Match[str]) -> Span:
    first, last = sorted((int(match[1]), int(match[2])))
    return first, last


def _onward(match: re.Match[str]) -> Span:
    age = int(match[1])
    return (60 if age == 59 else age), None


def _up_to(match: re.Match[str]) -> Span:
    return 0, int(match[1]) - (0 if "=" in match[0] or "≤" in match[0] else 1)


def band_of_date(cell: date) -> str | None:
    """Return the age band that Excel turned into a day: 5-17 becomes the 17th of May."""
    span = tuple(sorted((cell.month, cell.day)))
    return BANDS.get((span[0], span[1]))


def band_of(text: str) -> str | None:
    """Return the age band of a text, "u" where it says that none was recorded, None where it is no band."""
    span, _rest = find_span(text)
    if span is not None:
        return BANDS.get(span)
    return "u" if word_key(text) in UNKNOWN_AGE else None


def nearest_band(text: str) -> str | None:
    """Return the band that the named ages most likely mean: the one that holds the first of them."""
    span, rest = find_span(text)
    if span is None:
        match = _ALONE.search(rest)
        if match is None:
            return None
        span = (int(match[1]), None)
    return next(
        (band for (first, last), band in BANDS.items() if first <= span[0] and (last is None or span[0] <= last)), None
    )
