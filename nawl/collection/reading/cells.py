"""What one cell says: a day, a count, a choice; or the problem with it, for a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation

from nawl.collection.findings import Choice, Fact
from nawl.collection.reading.ages import band_of, band_of_date, nearest_band
from nawl.collection.reading.days import ReadDay, day_of_date, day_of_number, day_of_text
from nawl.collection.reading.sheets import Cell, Spoiled
from nawl.collection.reading.words import NOTHING, SEXES, word_key
from nawl.kit.arabic import normalise
from nawl.kit.errors import NotPossible
from nawl.kit.numbers import parse_integer, to_western_digits

LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a cell could not be read: the code of a sentence and its facts."""

    code: str
    facts: tuple[tuple[str, Fact], ...] = ()


def problem(code: str, **facts: Fact) -> Problem:
    """Return a problem with its facts."""
    return Problem(code, tuple(facts.items()))


SPOILED = {Spoiled.ERROR: Problem("cell_holds_error"), Spoiled.UNCOUNTED: Problem("cell_formula_uncounted")}


def shown(cell: Cell) -> str:
    """Return a cell as its reader knows it, shortened to a line."""
    text = text_of(cell)
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"


def text_of(cell: Cell) -> str:
    """Return a cell as text: whole numbers without a point, days as 2022-07-14."""
    if isinstance(cell, str):
        return " ".join(cell.split())
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else str(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    if isinstance(cell, date | time):
        return cell.isoformat()
    return "" if isinstance(cell, Spoiled) else str(cell)


def is_blank(cell: Cell) -> bool:
    """Say whether a cell shows nothing."""
    return isinstance(cell, str) and not cell.strip()


def read_day(cell: Cell, *, uses_1904: bool = False) -> ReadDay | Problem:
    """Return the day that a cell names."""
    if isinstance(cell, Spoiled):
        return SPOILED[cell]
    if isinstance(cell, date):
        return ReadDay(day_of_date(cell))
    if isinstance(cell, str):
        read = day_of_text(cell, uses_1904=uses_1904)
    elif isinstance(cell, float):
        read = day_of_number(cell, uses_1904=uses_1904)
    else:
        return problem("date_unreadable", text=shown(cell))
    if read.day is None:
        code = "date_month_first" if read.suggestion else "date_unreadable"
        facts = {"suggestion": read.suggestion} if read.suggestion else {}
        return problem(code, text=shown(cell), **facts)
    return read


def read_count(cell: Cell) -> int | Problem | None:
    """Return the whole number in a cell, None where nothing was counted."""
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if isinstance(cell, str):
        return _count_of_text(cell)
    if isinstance(cell, Spoiled):
        return SPOILED[cell]
    if isinstance(cell, float):
        return problem("count_not_whole", text=shown(cell))
    if isinstance(cell, date | time | timedelta):
        return problem("count_is_date", text=shown(cell))
    return problem("count_unreadable", text=shown(cell))


def _count_of_text(text: str) -> int | Problem | None:
    if normalise(text) in NOTHING:
        return None
    try:
        return parse_integer(text)
    except NotPossible:
        number = read_decimal(text)
        is_whole = number is None or number == number.to_integral_value()
        return problem("count_unreadable" if is_whole else "count_not_whole", text=shown(text))


def read_decimal(cell: Cell) -> Decimal | None:
    """Return a number with decimals, in any digits, with point or comma; None where it is none."""
    if isinstance(cell, float):
        return Decimal(str(cell))
    if not isinstance(cell, str):
        return None
    typed = to_western_digits(cell).strip().replace("٫", ".").replace("°", "")
    if typed.count(",") == 1 and "." not in typed:
        typed = typed.replace(",", ".")
    try:
        number = Decimal(typed)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def read_sex(cell: Cell) -> str | Problem:
    """Return f, m or u."""
    if isinstance(cell, Spoiled):
        return SPOILED[cell]
    key = word_key(text_of(cell))
    found = next((sex for sex, words in SEXES.items() if key in words), None)
    return found or problem("sex_unread", text=shown(cell))


def read_band(cell: Cell) -> str | Problem:
    """Return an age band's code, or the nearest band as a suggestion."""
    if isinstance(cell, Spoiled):
        return SPOILED[cell]
    found = band_of_date(cell) if isinstance(cell, date) else band_of(text_of(cell))
    if found:
        return found
    nearest = nearest_band(text_of(cell)) if not isinstance(cell, date) else None
    if nearest:
        return problem("age_band_unread_near", text=shown(cell), band=Choice("age_band", nearest))
    return problem("age_band_unread", text=shown(cell))
