"""Rules of the places: pure answers from values in hand."""

from nawl.places.rules.area_rows import AreaRow, RowFault, faults_of
from nawl.places.rules.charges import Charge, has_charge
from nawl.places.rules.coordinates import are_within
from nawl.places.rules.facilities import (
    NEXT_STATES,
    Turn,
    common_start,
    facility_code,
    may_follow,
    needs_reason,
    state_on,
)
from nawl.places.rules.paths import common_path
from nawl.places.rules.postings import PLACES_OF_ROLES, Span, Where, can_be_held, clashing
from nawl.places.rules.projection import even_steps
from nawl.places.rules.spellings import Named, labelled, parts_of, search_key, spelling_key

__all__ = [
    "NEXT_STATES",
    "PLACES_OF_ROLES",
    "AreaRow",
    "Charge",
    "Named",
    "RowFault",
    "Span",
    "Turn",
    "Where",
    "are_within",
    "can_be_held",
    "clashing",
    "common_path",
    "common_start",
    "even_steps",
    "facility_code",
    "faults_of",
    "has_charge",
    "labelled",
    "may_follow",
    "needs_reason",
    "parts_of",
    "search_key",
    "spelling_key",
    "state_on",
]
