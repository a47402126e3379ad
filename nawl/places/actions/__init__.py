"""Writing in the places: tables of areas, facilities, postings."""

from nawl.places.actions.areas import AreasRefused, LoadedAreas, load_areas, load_shipped_areas, load_table
from nawl.places.actions.facilities import change_state, open_facility, revise_facility, set_workshop
from nawl.places.actions.postings import (
    close_account,
    end_posting,
    give_password,
    open_account,
    post_user,
    reopen_account,
)

__all__ = [
    "AreasRefused",
    "LoadedAreas",
    "change_state",
    "close_account",
    "end_posting",
    "give_password",
    "load_areas",
    "load_shipped_areas",
    "load_table",
    "open_account",
    "open_facility",
    "post_user",
    "reopen_account",
    "revise_facility",
    "set_workshop",
]
