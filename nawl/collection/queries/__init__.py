"""Reading the collection: registers within a reader's scope, one as its page shows it, blanks to fill in."""

from nawl.collection.queries.blanks import blank_of
from nawl.collection.queries.registers import (
    Home,
    counts_by_state,
    home_of,
    recorded_before,
    register_seen_by,
    registers_seen_by,
    still_waiting,
    with_content,
)
from nawl.collection.queries.showing import RegisterPage, register_shown

__all__ = [
    "Home",
    "RegisterPage",
    "blank_of",
    "counts_by_state",
    "home_of",
    "recorded_before",
    "register_seen_by",
    "register_shown",
    "registers_seen_by",
    "still_waiting",
    "with_content",
]
