"""Numbers, serials and codes of the production."""

from __future__ import annotations

from collections.abc import Iterable

from nawl.kit.identifiers import make_serial

DESIGN_PREFIX = "DSN"
COPY_PREFIX = "CHC"


def design_serial_text(year: int, number: int) -> str:
    """Return the serial of a design by its number in the year: (2022, 7) is "DSN-2022-0007-" and its check character."""
    return make_serial(DESIGN_PREFIX, year, number)


def copy_serial_text(year: int, number: int) -> str:
    """Return the serial of a chart copy by its number in the year."""
    return make_serial(COPY_PREFIX, year, number)


def next_number(serials: Iterable[str]) -> int:
    """Return the number after the highest among the serials of one year; none is used again."""
    return max((int(serial.split("-")[2]) for serial in serials), default=0) + 1


def tidy_code(text: str) -> str:
    """Return a code as it is kept: without blanks around it, in capitals."""
    return " ".join(text.split()).upper()
