"""Pages of the places."""

from nawl.places.views.areas import area, area_list
from nawl.places.views.facilities import (
    facility_list,
    facility_map,
    facility_new,
    facility_revise,
    facility_state,
    facility_workshop,
)
from nawl.places.views.people import posting_end, posting_new, user, user_close, user_list, user_new, user_password

__all__ = [
    "area",
    "area_list",
    "facility_list",
    "facility_map",
    "facility_new",
    "facility_revise",
    "facility_state",
    "facility_workshop",
    "posting_end",
    "posting_new",
    "user",
    "user_close",
    "user_list",
    "user_new",
    "user_password",
]
