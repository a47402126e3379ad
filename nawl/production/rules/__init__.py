"""Rules of the production: who may do what, which states follow, what stands against locking; pure answers."""

from nawl.production.rules.packing import Packed, pack, unpack
from nawl.production.rules.roles import (
    CLASS_KEEPERS,
    COPY_KEEPERS,
    DRAWERS,
    LOCKERS,
    MOTIF_KEEPERS,
    SEERS,
    YARN_KEEPERS,
)
from nawl.production.rules.states import (
    FROZEN,
    copy_may_be_printed_again,
    copy_may_become,
    ensure_follows,
    faults_of_review,
    is_same_sitting,
    takes_the_place_of,
    version_may_become,
)
from nawl.production.rules.titles import design_serial_text, next_number, tidy_code

__all__ = [
    "CLASS_KEEPERS",
    "COPY_KEEPERS",
    "DRAWERS",
    "FROZEN",
    "LOCKERS",
    "MOTIF_KEEPERS",
    "SEERS",
    "YARN_KEEPERS",
    "Packed",
    "copy_may_be_printed_again",
    "copy_may_become",
    "design_serial_text",
    "ensure_follows",
    "faults_of_review",
    "is_same_sitting",
    "next_number",
    "pack",
    "takes_the_place_of",
    "tidy_code",
    "unpack",
    "version_may_become",
]
