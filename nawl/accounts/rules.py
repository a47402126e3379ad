"""Rules of the accounts: pure answers from values in hand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

USER_NAME = re.compile(r"[a-z0-9](?:[a-z0-9._-]{1,58})[a-z0-9]")


def tidy_user_name(text: str) -> str:
    """Return a user name as it is kept: without blanks around it, in small letters."""
    return text.strip().casefold()


def is_user_name(text: str) -> bool:
    """Say whether a text can be a user name: 3 to 60 Latin letters, digits, dots, hyphens, underscores."""
    return USER_NAME.fullmatch(text) is not None


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Return the names whose values differ, each with what it was and what it is; order as in `after`."""
    return {name: [before[name], value] for name, value in after.items() if before[name] != value}


def is_change(value: Any) -> bool:
    """Say whether a kept value is a change (what it was, what it is) and not a plain fact of the act."""
    return isinstance(value, list) and len(value) == 2
