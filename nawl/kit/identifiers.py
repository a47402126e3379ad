"""Identities: time-ordered UUIDs inside, serials with a check character outside."""

from __future__ import annotations

import secrets
import time
import uuid
from threading import Lock

from nawl.kit.errors import NotPossible
from nawl.kit.numbers import to_western_digits

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_COUNTER_BITS = 42
_TAIL_BITS = 32

_lock = Lock()
_last_ms = 0
_last_count = 0


def uuid7() -> uuid.UUID:
    """Return a UUID of version 7 (RFC 9562), greater than every one this process made before."""
    milliseconds, count = _next_tick()
    high, low = count >> 30, count & ((1 << 30) - 1)
    value = milliseconds << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low << 32 | secrets.randbits(_TAIL_BITS)
    return uuid.UUID(int=value)


def _next_tick() -> tuple[int, int]:
    """Return the millisecond and a counter that only rise together, even when the clock steps back."""
    global _last_ms, _last_count  # noqa: PLW0603 - the order must hold over all callers of the process
    with _lock:
        now = time.time_ns() // 1_000_000
        if now > _last_ms:
            _last_ms, _last_count = now, secrets.randbits(_COUNTER_BITS - 1)
        else:
            _last_count += 1 + secrets.randbits(8)
        if _last_count >> _COUNTER_BITS:
            _last_ms, _last_count = _last_ms + 1, secrets.randbits(_COUNTER_BITS - 1)
        return _last_ms, _last_count


def with_check(code: str) -> str:
    """Return a code of A-Z, 0-9 and hyphens with its check character: "RPT-2022-0007" gets "-F".

    It catches every single wrong sign and all but about one in 500 swaps of neighbours.
    """
    return f"{code}-{_check_character(_signs(code))}"


def is_valid_serial(code: str) -> bool:
    """Tell whether a serial ends in its right check character; case, blanks and hyphens do not matter."""
    try:
        signs = _signs(code)
    except NotPossible:
        return False
    return len(signs) >= 2 and _check_character(signs[:-1]) == signs[-1]


def make_serial(prefix: str, year: int, number: int) -> str:
    """Return the serial of a paper or a piece: ("RPT", 2022, 7) is "RPT-2022-0007-" and its check character."""
    return with_check(f"{prefix}-{year:04d}-{number:04d}")


def _signs(code: str) -> str:
    signs = "".join(to_western_digits(code).upper().replace("-", "").split())
    if not signs or any(sign not in _ALPHABET for sign in signs):
        raise NotPossible("serial_unreadable", text=code)
    return signs


def _check_character(signs: str) -> str:
    """Compute the check character after ISO 7064, MOD 37,36."""
    product = 36
    for sign in signs:
        total = (product + _ALPHABET.index(sign)) % 36 or 36
        product = total * 2 % 37
    return _ALPHABET[(1 - product) % 36]
